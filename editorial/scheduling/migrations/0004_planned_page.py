import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def plan_what_is_planned(apps, schema_editor):
    """Give each page that is scheduled, or a draft with a date, its row."""
    Page, Revision = apps.get_model("wagtailcore", "Page"), apps.get_model("wagtailcore", "Revision")
    PlannedPage = apps.get_model("editorial_scheduling", "PlannedPage")
    moments = dict(Page.objects.filter(live=False, go_live_at__isnull=False).values_list("pk", "go_live_at"))
    scheduled = Revision.objects.filter(
        approved_go_live_at__isnull=False, base_content_type__app_label="wagtailcore", base_content_type__model="page"
    )
    moments |= {int(pk): moment for pk, moment in scheduled.values_list("object_id", "approved_go_live_at")}
    there = Page.objects.filter(pk__in=moments).values_list("pk", flat=True)
    PlannedPage.objects.bulk_create(PlannedPage(page_id=pk, moment=moments[pk]) for pk in there)


class Migration(migrations.Migration):

    dependencies = [
        ('editorial_scheduling', '0003_concern'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PlannedPage',
            fields=[
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('moment', models.DateTimeField(db_index=True, help_text='When it is to go live; none in the tray.', null=True)),
                ('brief', models.TextField(blank=True, help_text='What it should say, and for whom. Readers never see it.')),
                ('text_due', models.DateField(blank=True, help_text='The day on which its text is to be ready.', null=True, verbose_name='text due')),
                ('is_idea', models.BooleanField(default=False, help_text='Whether nobody has begun to write.')),
                ('assignee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who writes it')),
            ],
        ),
        migrations.RunPython(plan_what_is_planned, migrations.RunPython.noop),
    ]
