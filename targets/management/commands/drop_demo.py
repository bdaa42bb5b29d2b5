"""Remove the demonstration: all of it, and nothing else."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from targets.services.demonstration import drop


class Command(BaseCommand):
    help = "Remove every row of the demonstration; load_fixtures --demo --again brings it back."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            dropped = drop(by=None)
        except ValidationError as error:
            for message in error.messages:
                self.stderr.write(message)
            raise CommandError(_("Nothing was removed.")) from error
        kinds = ", ".join(f"{model._meta.verbose_name_plural} {count}" for model, count in dropped.items())
        self.stdout.write(_("Demonstration removed: %(rows)s.") % {"rows": kinds or _("nothing was there")})
