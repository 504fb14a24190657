import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('wagtail_kehoach', '0009_emergency_publication'),
    ]

    operations = [
        migrations.CreateModel(
            name='PlanTemplate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file', models.FileField(blank=True, help_text='A .docx file with placeholders; the guide “mau-word.md” lists them. Without one, plans are downloaded in the layout of Decree 30/2020/NĐ-CP.', upload_to='kehoach/mau-word/', verbose_name='Word template')),
                ('site', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, to='wagtailcore.site')),
            ],
            options={
                'verbose_name': 'Word template of plans',
                'verbose_name_plural': 'Word templates of plans',
            },
        ),
    ]
