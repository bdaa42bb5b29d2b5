"""Judge targets by the rule alone: questions in, verdicts out, no database."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from targets.rules.verdicts.answer import answer_line


class Command(BaseCommand):
    help = "Read one question in JSON per line and write one verdict in JSON per line; see docs/why-verdict.md."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="a file with one question per line, or - for standard input")

    def handle(self, *args: Any, file: str, **options: Any) -> None:
        if file == "-":
            self.judge(sys.stdin.buffer)
            return
        try:
            with open(file, "rb") as lines:
                self.judge(lines)
        except OSError as failure:
            raise CommandError(f"{file} cannot be read: {failure.strerror}") from failure

    def judge(self, lines: Iterable[bytes]) -> None:
        for line in lines:
            if line.strip():
                self.stdout.write(json.dumps(answer_line(line), ensure_ascii=False))
