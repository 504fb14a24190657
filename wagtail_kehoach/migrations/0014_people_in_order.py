from django.db import migrations, models

from wagtail_kehoach.names import register_key


def put_in_order(apps, schema_editor):
    Person = apps.get_model('wagtail_kehoach', 'Person')
    people = Person.objects.using(schema_editor.connection.alias)
    for person in people.only('full_name').iterator(chunk_size=500):
        people.filter(pk=person.pk).update(sorted_as=register_key(person.full_name))


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0013_comparison_with_file'),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='sorted_as',
            field=models.CharField(blank=True, db_index=True, default='', editable=False, max_length=500),
        ),
        migrations.AlterModelOptions(
            name='person',
            options={'ordering': ['sorted_as', 'pk'], 'verbose_name': 'person shown or named', 'verbose_name_plural': 'people shown or named'},
        ),
        migrations.RunPython(put_in_order, migrations.RunPython.noop, elidable=True),
    ]
