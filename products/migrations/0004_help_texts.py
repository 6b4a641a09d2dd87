

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('products', '0003_retirement'),
    ]

    operations = [
        migrations.AlterField(
            model_name='brand',
            name='is_own',
            field=models.BooleanField(default=False, help_text='Its products can then be published as “Our own brand” alone.', verbose_name='our own brand'),
        ),
        migrations.AlterField(
            model_name='brand',
            name='name',
            field=models.CharField(help_text='As it stands on the package: “Harbour Skin”.', max_length=120),
        ),
        migrations.AlterField(
            model_name='brand',
            name='url',
            field=models.URLField(blank=True, help_text="The brand's own site: “https://…”.", verbose_name='address'),
        ),
        migrations.AlterField(
            model_name='merchant',
            name='name',
            field=models.CharField(help_text='As readers know the shop: “Quay Pharmacy”.', max_length=120),
        ),
        migrations.AlterField(
            model_name='merchant',
            name='url',
            field=models.URLField(blank=True, help_text="The shop's front page: “https://…”.", verbose_name='address'),
        ),
    ]
