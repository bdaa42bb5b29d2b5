"""Everything between an empty or older database and one that can be served; harmless to repeat."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from targets.services.accounts import FIRST_NAME, create_first_administrator

REPORTS_TAKE = 3.0
"""Seconds after which a start waits for no further report; the next one begins with those that are left."""


class Command(BaseCommand):
    help = "Migrate, load fixtures, judge all targets, create the administrator, collect static files, write reports."

    def handle(self, *args: Any, **options: Any) -> None:
        self.migrate()
        self.load(demo=False)
        self.load(demo=True)
        call_command("assess", stdout=self.stdout, stderr=self.stderr)
        self.create_administrator()
        self.collect_static()
        self.write_reports()

    def migrate(self) -> None:
        executor = MigrationExecutor(connection)
        if steps := executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write(f"Bringing the database up to date: {len(steps)} migrations.")
        # Also without steps: what follows a migration (permissions, content types) may have been cut off by a kill.
        call_command("migrate", verbosity=0)

    def load(self, *, demo: bool) -> None:
        try:
            call_command("load_fixtures", demo=demo, stdout=self.stdout, stderr=self.stderr)
        except CommandError as refused:
            # A row that people made may clash with a fixture of a newer release: that must not keep theirs unserved.
            self.stderr.write(f"{refused} The register is served as it is.")

    def write_reports(self) -> None:
        both = ["zh-hans", "en"]
        try:
            call_command(
                "render_report", all=True, language=both, seconds=REPORTS_TAKE, stdout=self.stdout, stderr=self.stderr
            )
        except CommandError as failed:
            self.stderr.write(f"{failed} The register is served all the same.")

    def create_administrator(self) -> None:
        with transaction.atomic():
            if password := create_first_administrator():
                # Told before the commit: a password is never lost, at worst another one follows.
                self.stdout.write(f"Administrator created (shown once, kept nowhere): {FIRST_NAME} / {password}")
                self.stdout.flush()

    def collect_static(self) -> None:
        stamp, now = settings.STATIC_ROOT.with_suffix(".stamp"), static_digest()
        if stamp.exists() and stamp.read_text() == now:
            return
        self.stdout.write("Collecting static files.")
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(now)


def static_digest() -> str:
    """Changes whenever a static file of ours or of a package does."""
    digest = hashlib.sha256(str(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for name, storage in finder.list(ignore_patterns=None):
            found = Path(storage.path(name)).stat()
            digest.update(f"{name} {found.st_size} {found.st_mtime_ns}\n".encode())
    return digest.hexdigest()
