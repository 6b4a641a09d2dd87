import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('editorial_scheduling', '0002_hold'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='Look',
            fields=[
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('moment', models.DateTimeField(db_index=True, help_text='When the page goes live by the plan that is looked at.')),
                ('looked_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Concern',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('where', models.TextField(blank=True)),
                ('words', models.TextField(help_text='Without the name of another page, which not everybody may know.')),
                ('about_id', models.BigIntegerField(db_index=True, help_text='The other page the words speak of.', null=True)),
                ('is_blocking', models.BooleanField(help_text='Whether the page stays offline with it.')),
                ('told_at', models.DateTimeField(null=True)),
                ('look', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='concerns', to='editorial_scheduling.look')),
            ],
        ),
    ]
