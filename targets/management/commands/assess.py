"""Judge all targets again: what time alone changes, a deadline that passes or data that grow old, shows then."""

import sys
from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm

from targets.models import Assessment, Plan
from targets.models.base import label
from targets.queries.days import today
from targets.rules.verdicts.terms import Light
from targets.services.assessments import judge_all


class Command(BaseCommand):
    help = "Judge all targets, or those of one plan, as of today; only verdicts that changed are written."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("plan", nargs="?", metavar="PLAN", help="the code of a plan; without it, everything")

    def handle(self, *args: Any, **options: Any) -> None:
        plan = _plan(options["plan"])
        with tqdm(unit=_(" targets"), file=sys.stderr, disable=None, leave=False) as bar:

            def tell(done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)
                bar.refresh()

            run = judge_all(plan=plan, day=today(), tell=tell)
        counts = {"day": run.judged_on, "targets": run.targets, "changed": run.changed}
        self.stdout.write(_("As of %(day)s: targets %(targets)d, verdicts changed %(changed)d.") % counts)
        self.stdout.write(_("Lights: %(lights)s.") % {"lights": _lights(plan)})


def _plan(code: str | None) -> Plan | None:
    if code is None:
        return None
    plan = Plan.objects.filter(code=code).first()
    if plan is None:
        raise CommandError(_("There is no plan with the code %(code)s.") % {"code": code})
    return plan


def _lights(plan: Plan | None) -> str:
    """How many targets have which light."""
    rows = Assessment.objects.all() if plan is None else Assessment.objects.filter(plan=plan)
    counts = Counter(rows.values_list("light", flat=True))
    return _(", ").join(f"{label(light)} {counts[light]}" for light in Light)
