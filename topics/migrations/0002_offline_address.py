import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('topics', '0001_initial'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='topicindexpage',
            name='forward_to',
            field=models.ForeignKey(blank=True, help_text='For example the newer post. Left empty, the address says that the page was taken down.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='lead readers to'),
        ),
        migrations.AddField(
            model_name='topicpage',
            name='forward_to',
            field=models.ForeignKey(blank=True, help_text='For example the newer post. Left empty, the address says that the page was taken down.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='lead readers to'),
        ),
    ]
