from importlib import import_module

from django.contrib.admin import apps


class AdminConfig(apps.AdminConfig):
    """Django's admin with our own site in place of the default one."""

    default_site = "targets.admin.site.Desk"

    def ready(self) -> None:
        # The nouns register themselves when their package is imported. Were that to happen while Django builds the
        # site, which stands in the same package, they would be on a site that is thrown away.
        import_module("targets.admin")
        super().ready()
