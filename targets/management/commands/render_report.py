"""Write reports: of one plan or all, as of any day, as known at any moment."""

import logging
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from math import inf
from pathlib import Path
from typing import Any, Final, TypeVar

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from targets.access import PROGRAM
from targets.models import Plan
from targets.queries.days import now, today
from targets.reports.building import build
from targets.reports.files import LANGUAGES, keep, name_of, put
from targets.reports.formats import FORMATS, Format
from targets.reports.report import DoesNotAddUp, Report
from targets.rules.times import read_day, read_moment

T = TypeVar("T")
STANDARD_OUTPUT: Final = "-"
log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Order:
    """How reports are wanted: for which two times, in which form."""

    day: date
    known_at: datetime
    form: Format
    languages: Sequence[str]
    #: Where they lie that were not asked for elsewhere.
    folder: Path

    def build(self, plan: Plan) -> Report:
        return build(plan, PROGRAM, day=self.day, known_at=self.known_at)

    def keep(self, report: Report) -> list[Path]:
        return keep(report, self.folder, self.form, self.languages)


class Command(BaseCommand):
    help = "Write the report of a plan, drafts too, as of a day and as known at a moment."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("plan", nargs="?", metavar="PLAN", help="the code of a plan")
        parser.add_argument("--all", action="store_true", help="every plan, those written longest ago first")
        parser.add_argument("--as-of", metavar="DAY", help="the day judged, as 2026-12-31; without it, today")
        parser.add_argument(
            "--known-at",
            metavar="MOMENT",
            help="whose knowledge counts: a day, that is its end in Shanghai, or 2026-12-31T08:00:00Z; without it, now",
        )
        parser.add_argument("--format", default="html", choices=list(FORMATS), help="html, unless said otherwise")
        parser.add_argument(
            "--language",
            action="append",
            choices=list(LANGUAGES),
            help="zh-hans, unless said otherwise; again for both",
        )
        parser.add_argument(
            "--output", metavar="FILE", help="- is standard output; without it, var/reports/PLAN.LANGUAGE.FORMAT"
        )
        parser.add_argument(
            "--seconds", type=float, help="with --all: after so many, no other plan is begun, and what is left is told"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        order = order_of(options)
        _refuse_what_contradicts(options, order)
        try:
            if options["all"]:
                self.write_all(order, options["seconds"])
            else:
                self.write_one(order, _plan(options["plan"]), options["output"])
        except OSError as failure:
            told = _("%(place)s cannot be written (%(why)s). Choose another place with --output, or make it writable.")
            place = {"place": options["output"] or order.folder, "why": failure.strerror}
            raise CommandError(told % place) from failure

    def write_one(self, order: Order, plan: Plan, output: str | None) -> None:
        try:
            report = order.build(plan)
            if output is None:
                for path in order.keep(report):
                    self.stdout.write(str(path))
            else:
                give(order.form.render(report, LANGUAGES[order.languages[0]]), output)
        except DoesNotAddUp as wrong:
            told = _("The report of %(plan)s does not add up and was not written: %(what)s. Please report this fault.")
            raise CommandError(told % {"plan": plan.code, "what": wrong}) from wrong

    def write_all(self, order: Order, seconds: float | None) -> None:
        """Every plan, or as many as there is time for."""
        left, failed, count = longest_ago_first(order), [], 0
        until = time.monotonic() + (inf if seconds is None else seconds)
        while left and time.monotonic() < until:
            plan, count = left.pop(0), count + 1
            if not is_written(order, plan):
                failed.append(plan.code)
        written = {"count": count - len(failed), "folder": order.folder}
        self.stdout.write(_("Reports written into %(folder)s: plans %(count)d.") % written)
        if left:
            self.stdout.write(_("Left for later: %(count)d; render_report --all writes them.") % {"count": len(left)})
        if failed:
            told = _("Without a new report, for the reason above: %(plans)s.")
            raise CommandError(told % {"plans": _(", ").join(failed)})


def is_written(order: Order, plan: Plan) -> bool:
    """Write the report of one of many; what goes wrong with it is logged and costs the others nothing."""
    try:
        order.keep(order.build(plan))
    except OSError:
        raise  # it would be the same for all
    except Exception:
        log.exception("The report of %s was not written.", plan.code)
        return False
    return True


def give(content: bytes, output: str) -> None:
    if output == STANDARD_OUTPUT:
        sys.stdout.buffer.write(content)
    else:
        put(Path(output), content)


def order_of(options: dict[str, Any]) -> Order:
    as_of, known_at = options["as_of"], options["known_at"]
    a_day = _("Write a day of the calendar as 2026-12-31.")
    a_moment = _("Write a day as 2026-12-31, or a moment with its offset as 2026-12-31T08:00:00Z.")
    return Order(
        day=today() if as_of is None else _read(read_day, as_of, "--as-of", a_day),
        known_at=now() if known_at is None else _read(read_moment, known_at, "--known-at", a_moment),
        form=FORMATS[options["format"]],
        languages=tuple(dict.fromkeys(options["language"] or ["zh-hans"])),
        folder=Path(settings.VAR_DIR) / "reports",
    )


def _read(read: Callable[[str], T], text: str, place: str, remedy: str) -> T:
    try:
        return read(text)
    except ValueError:
        raise CommandError(f"{place} {text}: {remedy}") from None


def _refuse_what_contradicts(options: dict[str, Any], order: Order) -> None:
    if options["all"] == bool(options["plan"]):
        raise CommandError(_("Give the code of one plan, or --all."))
    if options["output"] is not None and (options["all"] or len(order.languages) > 1):
        raise CommandError(_("--output takes one report in one language. Leave it out, or ask for one."))
    if options["seconds"] is not None and not options["all"]:
        raise CommandError(_("--seconds goes with --all."))


def _plan(code: str) -> Plan:
    plan = Plan.objects.filter(code=code).select_related("issuer", "citation__source").first()
    if plan is None:
        codes = list(Plan.objects.order_by("code").values_list("code", flat=True))
        near = get_close_matches(code, codes, cutoff=0.3) or codes[:3]
        told = _("There is no plan with the code %(code)s. Perhaps you mean: %(near)s.")
        raise CommandError(told % {"code": code, "near": _(", ").join(near) or "—"})
    return plan


def longest_ago_first(order: Order) -> list[Plan]:
    """Plans without a file come before all others."""
    plans = Plan.objects.select_related("issuer", "citation__source").order_by("code")
    return sorted(plans, key=lambda plan: min(_written_at(order, plan, language) for language in order.languages))


def _written_at(order: Order, plan: Plan, language: str) -> float:
    path = order.folder / name_of(plan.code, language, order.form)
    return path.stat().st_mtime if path.exists() else 0.0
