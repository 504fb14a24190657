from django.db import migrations

from wagtail_kehoach.names import register_key


def put_in_order(apps, schema_editor):
    Person = apps.get_model('wagtail_kehoach', 'Person')
    people = Person.objects.using(schema_editor.connection.alias)
    for person in people.only('full_name').iterator(chunk_size=500):
        people.filter(pk=person.pk).update(sorted_as=register_key(person.full_name))


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0026_proposer'),
    ]

    operations = [
        migrations.RunPython(put_in_order, migrations.RunPython.noop, elidable=True),
    ]
