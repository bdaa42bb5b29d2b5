"""The demonstration of the lights shows every code of the verdict, and goes on doing so as time passes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction

from targets.exchange.fixtures.loading import load
from targets.models import Assessment, AssessmentPolicy, Indicator, Observation, Plan, Target, Task
from targets.queries.days import now
from targets.queries.questions import judged
from targets.queries.questions import loaded as with_all
from targets.queries.verdicts import Stored, stored
from targets.rules.terms import Comparator, Measure
from targets.rules.verdicts.terms import Attainment, Light, Method, Pace, Reason, VerdictFlag
from targets.services.assessments import judge_all
from tests.exchange.conftest import FIXTURES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_lights")]

FILES: list[Path] = [FIXTURES / "policies.yaml", *sorted((FIXTURES / "demo").glob("*.yaml"))]
DAYS = [date(2026, 11, 26), date(2028, 6, 30)]
PLANS = ["demo-lights", "demo-next-plan", "demo-undated-plan"]
"""A plan that has begun holds all but two reasons: not started, and no base date, which each need another one."""


@pytest.fixture(scope="module")
def _lights(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load(FILES)
        yield
        transaction.set_rollback(True)


def verdicts(day: date, *plans: str) -> dict[str, Stored]:
    """The stored verdicts by the code of their target, everything judged on the day."""
    judge_all(day=day)
    rows = list(with_all(Target.objects.filter(plan__code__in=plans or PLANS), day, now()))
    found = stored(rows)
    return {row.code: found[row.pk] for row in rows}


@pytest.mark.parametrize("day", DAYS)
def test_every_light_pace_attainment_and_reason_is_shown(day: date) -> None:
    shown = [each.verdict for each in verdicts(day).values()]

    assert {each.light for each in shown} == set(Light)
    assert {each.pace for each in shown} == set(Pace)
    assert {each.attainment for each in shown} == set(Attainment)
    assert {each.reason for each in shown} == set(Reason)


@pytest.mark.parametrize("day", DAYS)
def test_one_plan_alone_shows_all_that_a_plan_that_has_begun_can_show(day: date) -> None:
    shown = [each.verdict for each in verdicts(day, "demo-lights").values()]

    assert {each.light for each in shown} == set(Light)
    assert {each.pace for each in shown} == set(Pace) - {Pace.NOT_STARTED}
    assert {each.reason for each in shown} == set(Reason) - {Reason.NOT_STARTED, Reason.BASE_DATE_MISSING}


@pytest.mark.parametrize("day", DAYS)
def test_every_flag_is_shown_but_the_one_that_needs_a_request(day: date) -> None:
    raised = {flag for each in verdicts(day).values() for flag in each.verdict.flags}

    assert raised == set(VerdictFlag) - {VerdictFlag.PROVISIONAL_VALUE}, "stored verdicts use verified values only"


def test_a_value_not_yet_verified_is_shown_when_it_is_asked_for() -> None:
    asked = Target.objects.filter(code="demo-lights.zero-base")
    kept = verdicts(DAYS[0])["demo-lights.zero-base"].verdict
    (found,) = judged(asked, day=DAYS[0], known_at=now(), provisional=Observation.objects.all())

    assert VerdictFlag.PROVISIONAL_VALUE in found.assessment.flags
    assert found.assessment.value == kept.value + 5600


@pytest.mark.parametrize("day", DAYS)
def test_every_method_is_shown(day: date) -> None:
    assert {each.verdict.method for each in verdicts(day).values()} == set(Method)


@pytest.mark.parametrize("plan", PLANS)
def test_time_alone_changes_no_light_of_it(plan: str) -> None:
    before, after = (
        {code: (each.verdict.light, each.verdict.pace, each.verdict.reason) for code, each in found.items()}
        for found in (verdicts(day, plan) for day in DAYS)
    )
    assert before == after


def test_a_target_is_called_after_the_reason_that_it_shows() -> None:
    """As far as a code says a reason, it is the reason of the verdict."""
    reasons = {reason.replace("_", "-"): reason for reason in Reason}
    named = {code.split(".")[1]: each.verdict.reason for code, each in verdicts(DAYS[0]).items()}

    found = {name: reason for name, reason in named.items() if name in reasons}
    assert found == {name: reasons[name] for name in found}
    assert len(found) > 30


def test_kinds_of_targets_are_mixed() -> None:
    said = [each.revision for each in with_all(Target.objects.filter(plan__code__in=PLANS), DAYS[0], now())]

    kinds = {row.measure for row in said}
    assert kinds >= {Measure.RANK, Measure.STAGE, Measure.RATIO, Measure.SHARE, Measure.INCREMENT, Measure.MULTIPLE}
    assert {row.comparator for row in said} >= {Comparator.BETWEEN, Comparator.APPROX, Comparator.LE, Comparator.BARE}
    assert len({row.scale for row in said}) >= 4


def test_every_text_says_that_it_is_a_demonstration_and_every_target_what_it_shows() -> None:
    targets = Target.objects.filter(plan__code__in=PLANS)
    assert {row.note[-1:] for row in targets} == {"。"}
    assert not Plan.objects.exclude(name__startswith="【演示】", name_en__startswith="DEMONSTRATION").exists()
    assert not Indicator.objects.exclude(name__endswith="（演示）", name_en__endswith="(demonstration)").exists()
    own = AssessmentPolicy.objects.filter(code__startswith="demo-")
    assert own.exists()
    assert not own.exclude(name__startswith="演示").exists()


def test_the_plan_is_walked_down_by_actions_and_tasks_and_no_target_stands_outside() -> None:
    tasks = Task.objects.filter(plan__code="demo-lights")

    assert tasks.filter(parent=None).count() == 8
    assert not tasks.filter(kind="task", targets=None).exists()
    assert not Target.objects.filter(plan__code="demo-lights", task=None).exists()


def test_each_verdict_names_the_policy_that_gave_it() -> None:
    named = {code: (each.verdict.policy_code, each.verdict.policy_version) for code, each in verdicts(DAYS[0]).items()}

    assert named["demo-lights.ahead"] == ("demo-lights", 2), "the newer version of the plan's own policy"
    assert named["demo-lights.growth-slow"] == ("demo-lights.growth-slow", 1)
    assert named["demo-next-plan.not-started"] == ("default", 1)


def test_the_other_plan_of_the_demonstration_tells_a_sensible_story() -> None:
    """Progress is where its words say so; only where figures are behind is a light yellow or red."""
    lights = {
        code.split(".")[1]: each.verdict.light for code, each in verdicts(DAYS[0], "demo-corridor-2021-2030").items()
    }

    assert {name for name, light in lights.items() if light == Light.RED} == {"chips", "talents", "chargers"}
    assert {name for name, light in lights.items() if light == Light.YELLOW} == {
        "vehicle-makers",
        "parts-ratio",
        "energy",
    }
    assert {name for name, light in lights.items() if light == Light.BLUE} == {"research", "test-roads"}
    assert Light.GREY not in lights.values()
    assert Assessment.objects.get(target__code="demo-corridor.base").method == Method.STEP_PATH
