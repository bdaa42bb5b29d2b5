"""Load the plans that come with the program, or files of your own: absent rows only, never over an edit."""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Model
from django.utils.translation import gettext as _

from targets.exchange.fixtures.loading import Tally, load
from targets.exchange.fixtures.problems import Refused

DEMO = "demo"


class Command(BaseCommand):
    help = "Load fixtures: rows that the register lacks are added, all others are left alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "files", nargs="*", type=Path, metavar="FILE", help="YAML files; without any, the project's"
        )
        parser.add_argument("--demo", action="store_true", help="the demonstration instead of the real plans")
        parser.add_argument("--again", action="store_true", help="bring back rows that were removed")
        parser.add_argument("--dry-run", action="store_true", help="check and count, and write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        files = [Path(file) for file in options["files"]] or own_files(demo=options["demo"])
        try:
            tally = load(files, again=options["again"], dry_run=options["dry_run"])
        except Refused as refused:
            for problem in refused.problems:
                self.stderr.write(str(problem))
            message = _("Nothing was loaded; places to mend: %(count)d.")
            raise CommandError(message % {"count": len(refused.problems)}) from refused
        self.tell(tally, options["dry_run"])

    def tell(self, tally: Tally, dry_run: bool) -> None:
        added = _("Fixtures, would be added: %(rows)s.") if dry_run else _("Fixtures, added: %(rows)s.")
        self._line(added, tally.added)
        self._line(_("Fixtures, left alone: %(rows)s."), tally.standing)
        self._line(_("Fixtures, removed once and left so (--again brings them back): %(rows)s."), tally.gone)

    def _line(self, sentence: str, rows: Counter[type[Model]]) -> None:
        if rows:
            kinds = (f"{model._meta.verbose_name_plural} {count}" for model, count in rows.items())
            self.stdout.write(sentence % {"rows": ", ".join(kinds)})


def own_files(*, demo: bool) -> list[Path]:
    """The files that come with the program, in alphabetical order."""
    folders = [Path(folder) / DEMO if demo else Path(folder) for folder in settings.FIXTURE_DIRS]
    return [file for folder in folders for file in sorted(folder.glob("*.yaml"))]
