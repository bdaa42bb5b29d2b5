"""Every write judges again, in its own transaction, exactly the targets whose verdict may rest on it."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from targets.models import Assessment, AssessmentChange, Observation
from targets.queries.days import now, today
from targets.queries.questions import judged
from targets.rules.terms import Accumulation, BaseSource, Direction, Frequency
from targets.rules.verdicts.terms import Attainment, Light, Method, Pace, Reason
from targets.services import observations, policies, records, targets
from targets.services.writing import writing
from tests import make
from tests.services.verdicts import as_stored, stored_row

pytestmark = pytest.mark.django_db

SAYS: dict[str, Any] = {
    "comparator": "ge",
    "lower": Decimal(100),
    "scale": 1,
    "base_value": Decimal(0),
    "base_date": date(2020, 12, 31),
    "base_source": BaseSource.STATED,
    "deadline": date(2040, 12, 31),
}
NEVER = date(2000, 1, 1)


def a_series(**fields: Any) -> Any:
    fields.setdefault("indicator", make.make_indicator(accumulation=Accumulation.STOCK))
    return make.make_series(**fields)


def a_target(plan: Any = None, **fields: Any) -> Any:
    """At least 100 by the end of 2040, from 0 at the end of 2020."""
    says = SAYS | fields.pop("says", {})
    return make.make_target(plan, series=fields.pop("series", None) or a_series(), says=says, **fields)


def value(series: Any, number: int, day: date = date(2025, 12, 31), **fields: Any) -> Any:
    return make.make_observation(series, value=Decimal(number), period_start=None, period_end=day, **fields)


def revision(**fields: Any) -> Any:
    return make.revision(**SAYS | {"reason": "调整"} | fields)


def kept(target: Any) -> Assessment | None:
    return Assessment.objects.filter(target=target).first()


def lights(target: Any) -> list[tuple[str, str]]:
    """Light before and after of every change that was told, the oldest first."""
    rows = AssessmentChange.objects.filter(target=target).order_by("pk")
    return [(row.light_before, row.light) for row in rows]


# What is touched


@pytest.fixture
def register() -> SimpleNamespace:
    """Four targets: a and b share a series, c shares the plan of a and the indicator of both, d stands apart."""
    top, other = make.make_organisation(), make.make_organisation()
    below = make.make_organisation(parent=top)
    shared = make.make_indicator(accumulation=Accumulation.STOCK)
    one, two, three = a_series(indicator=shared), a_series(indicator=shared), a_series()
    plan, second, third = make.make_plan(owner=below), make.make_plan(owner=other), make.make_plan()
    return SimpleNamespace(
        top=top,
        below=below,
        other=other,
        indicator=shared,
        one=one,
        two=two,
        three=three,
        plan=plan,
        a=a_target(plan, series=one),
        b=a_target(second, series=one),
        c=a_target(plan, series=two),
        d=a_target(third, series=three),
    )


def changed(row: Any, **fields: Any) -> None:
    for name, new in fields.items():
        setattr(row, name, new)
    records.edit(row, by=None, version=None)


def moved(target: Any, **fields: Any) -> None:
    for name, new in fields.items():
        setattr(target, name, new)
    targets.edit(target, by=None, version=None)


def submitted(series: Any) -> Any:
    return value(series, 50, verified=False)


def corrected(old: Any) -> None:
    observations.verify(observations.correct(old, Observation(value=Decimal(60)), by=None), by=None)


def a_policy(**fields: Any) -> Any:
    return make.make_policy(method=Method.LINEAR_PATH, **fields)


def of_target(r: Any) -> dict[str, Any]:
    return {"target": r.a}


def of_plan(r: Any) -> dict[str, Any]:
    return {"plan": r.plan}


def of_organisation(r: Any) -> dict[str, Any]:
    return {"organisation": r.top}


def of_everything(_: Any) -> dict[str, Any]:
    return {"code": "default"}


def of_nothing(_: Any) -> dict[str, Any]:
    return {"code": "by-name-only"}


Write = Callable[[Any], Any]
SCOPES = [(of_target, "a"), (of_plan, "ac"), (of_organisation, "ac"), (of_everything, "abcd"), (of_nothing, "")]
WRITES: dict[str, tuple[Write, Write, str]] = {
    "a value submitted": (lambda r: r.one, submitted, ""),
    "a value verified": (lambda r: submitted(r.one), lambda row: observations.verify(row, by=None), "ab"),
    "a value sent back": (
        lambda r: submitted(r.one),
        lambda row: observations.send_back(row, reason="口径不符", by=None),
        "",
    ),
    "a correction verified": (lambda r: value(r.one, 50), corrected, "ab"),
    "a revision": (lambda r: r.a, lambda a: targets.revise(a, revision(), by=None), "a"),
    "a milestone": (lambda r: r.a, lambda a: make.make_milestone(a, value=Decimal(40)), "a"),
    "a target moved to another series": (lambda r: r, lambda r: moved(r.a, series=r.three), "a"),
    "a note, weight and position of a target": (
        lambda r: r.a,
        lambda a: moved(a, note="甲", weight=Decimal(2), position=9),
        "",
    ),
    "a new direction of an indicator": (
        lambda r: r.indicator,
        lambda row: changed(row, direction=Direction.DOWN),
        "abc",
    ),
    "a new frequency of an indicator": (
        lambda r: r.indicator,
        lambda row: changed(row, frequency=Frequency.MONTH),
        "abc",
    ),
    "a new name of an indicator": (lambda r: r.indicator, lambda row: changed(row, name="新名"), ""),
    "another indicator of a series": (lambda r: r, lambda r: changed(r.two, indicator=r.three.indicator), "c"),
    "a note on a series": (lambda r: r.one, lambda row: changed(row, note="甲"), ""),
    "a plan's new period": (
        lambda r: r.plan,
        lambda row: changed(row, period_start=date(2021, 1, 1), period_source="stated"),
        "ac",
    ),
    "a plan's new owner": (lambda r: r, lambda r: changed(r.plan, owner=r.other), "ac"),
    "a plan's new name": (lambda r: r.plan, lambda row: changed(row, name="新名"), ""),
    "an organisation moved": (lambda r: r, lambda r: changed(r.below, parent=r.other), "ac"),
    "the organisation above moved": (lambda r: r, lambda r: changed(r.top, parent=r.other), "ac"),
    "an organisation renamed": (lambda r: r.top, lambda row: changed(row, name="新名"), ""),
}


def touched(r: Any) -> str:
    """The targets that were judged since `spoil`."""
    mended = set(Assessment.objects.exclude(judged_on=NEVER).values_list("target_id", flat=True))
    return "".join(name for name in "abcd" if getattr(r, name).pk in mended)


def spoil() -> None:
    """Makes every stored verdict wrong, so that judging it again would mend it."""
    Assessment.objects.update(judged_on=NEVER, coverage_due=99)


@pytest.mark.parametrize(("before", "write", "names"), WRITES.values(), ids=WRITES)
def test_a_write_judges_exactly_what_it_touches(register: Any, before: Write, write: Write, names: str) -> None:
    given = before(register)
    spoil()
    write(given)
    assert touched(register) == names


@pytest.mark.parametrize(("scope", "names"), SCOPES)
def test_a_policy_added_changed_or_withdrawn_judges_its_place(register: Any, scope: Any, names: str) -> None:
    fields = scope(register)
    spoil()
    first = a_policy(**fields)
    assert touched(register) == names

    spoil()
    second = make.policy(code=first.code, ahead=Decimal(1), reason="从严")
    policies.change(second, by=None)
    assert touched(register) == names

    spoil()
    policies.withdraw(second, reason="不再另定", effective_date=date(2026, 1, 2), by=None)
    assert touched(register) == names


@pytest.mark.parametrize("name", WRITES)
def test_no_write_leaves_a_stored_verdict_that_differs_from_the_rule(register: Any, name: str) -> None:
    before, write, _ = WRITES[name]
    value(register.three, 30)
    write(before(register))

    live = judged(type(register.a).objects.all(), day=today(), known_at=now())
    assert len(live) == Assessment.objects.count() == 4
    for each in live:
        assert as_stored(each, today()) == stored_row(kept(each.target))


# What it says then


def test_a_target_is_judged_as_soon_as_it_is_added() -> None:
    row = kept(a_target())
    assert (row.light, row.pace, row.reason) == (Light.GREY, Pace.NO_DATA, Reason.NO_OBSERVATION)
    assert row.judged_on == today()


def test_a_verified_value_and_its_correction_each_speak_at_once() -> None:
    target = a_target()
    old = value(target.series, 90)
    assert (kept(target).light, kept(target).value) == (Light.GREEN, 90)
    corrected(old)
    assert kept(target).value == 60
    assert kept(target).attainment == Attainment.NOT_MET


def test_a_withdrawn_target_has_no_verdict_and_has_one_again_when_it_is_taken_up() -> None:
    target = a_target()
    value(target.series, 90)
    targets.withdraw(target, reason="取消", effective_date=date(2026, 1, 2), by=None)
    assert kept(target) is None
    targets.revise(target, revision(effective_date=date(2026, 1, 3)), by=None)
    assert kept(target).light == Light.GREEN
    assert lights(target) == [("", "grey"), ("grey", "green"), ("green", ""), ("", "green")]


def test_a_write_that_takes_effect_later_changes_nothing_today() -> None:
    target = a_target()
    value(target.series, 90)
    targets.revise(target, revision(lower=Decimal(10_000), effective_date=date(2039, 1, 1)), by=None)
    a_policy(target=target, ahead=Decimal(90), effective_date=date(2039, 1, 1))
    assert (kept(target).light, kept(target).policy_code) == (Light.GREEN, "default")


def test_a_milestone_turns_the_path() -> None:
    target = a_target()
    value(target.series, 25)
    assert (kept(target).method, kept(target).pace) == (Method.LINEAR_PATH, Pace.ON_TRACK)
    make.make_milestone(target, day=date(2025, 12, 31), value=Decimal(90))
    assert (kept(target).method, kept(target).pace) == (Method.MILESTONE_PATH, Pace.FAR_BEHIND)


def test_a_row_of_a_machine_whose_clock_is_ahead_is_in_the_verdict_at_once() -> None:
    target = a_target()
    ahead = now() + timedelta(minutes=5)
    value(target.series, 90, at=ahead)
    targets.revise(target, revision(lower=Decimal(90)), by=None, at=ahead)
    make.make_policy(at=ahead, target=target, code="own")
    row = kept(target)
    assert (row.value, row.attainment, row.policy_code) == (90, Attainment.MET, "own")


# The same transaction


def test_a_verdict_comes_and_goes_with_the_write_that_made_it() -> None:
    target = a_target()
    before = lights(target)
    with transaction.atomic():
        value(target.series, 90)
        assert kept(target).light == Light.GREEN
        transaction.set_rollback(True)
    assert kept(target).light == Light.GREY
    assert lights(target) == before


def test_a_refused_verb_leaves_verdicts_and_changes_alone() -> None:
    target = a_target()
    row = value(target.series, 90)
    before = lights(target)
    spoil()
    for write in (
        lambda: observations.verify(row, by=None),
        lambda: targets.revise(target, revision(reason=""), by=None),
        lambda: make.make_milestone(target, value=None),
        lambda: a_policy(target=target, approx_tolerance=Decimal(3)),
    ):
        with pytest.raises(ValidationError):
            write()
    assert kept(target).judged_on == NEVER
    assert lights(target) == before


def test_a_refused_verb_among_others_does_not_keep_the_others_from_being_judged() -> None:
    target = a_target()
    with writing(None):
        row = value(target.series, 90)
        with pytest.raises(ValidationError):
            observations.verify(row, by=None)
    assert kept(target).light == Light.GREEN


def test_what_a_failed_write_touched_is_forgotten() -> None:
    target = a_target()

    def write() -> None:
        with writing(None):
            value(target.series, 90)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    spoil()
    a_target()
    assert kept(target).judged_on == NEVER


# Changes


def test_a_change_is_told_when_light_or_pace_changes_and_only_then() -> None:
    target = a_target()
    value(target.series, 90)
    value(target.series, 95, date(2026, 1, 31))
    assert kept(target).value == 95
    assert lights(target) == [("", "grey"), ("grey", "green")]
    value(target.series, 1, date(2026, 2, 28))
    assert lights(target)[2:] == [("green", "yellow")]


def test_a_change_of_pace_alone_is_told() -> None:
    target = a_target()
    value(target.series, 90)
    value(target.series, 27, date(2026, 1, 31))
    last = AssessmentChange.objects.filter(target=target).latest("pk")
    assert (last.light_before, last.light) == (Light.GREEN, Light.GREEN)
    assert (last.pace_before, last.pace) == (Pace.AHEAD, Pace.ON_TRACK)


def test_a_change_says_what_the_verdict_says() -> None:
    target = a_target()
    value(target.series, 90)
    row, told = kept(target), AssessmentChange.objects.filter(target=target).latest("pk")
    for name in ("judged_on", "light", "pace", "attainment", "reason", "value", "period_end", "policy_code"):
        assert getattr(told, name) == getattr(row, name), name
    assert told.policy_number == row.policy_number


# Many at once


def test_many_verbs_in_one_are_judged_once_and_told_once() -> None:
    target = a_target()
    with writing(None):
        for number, month in ((90, 1), (1, 2), (90, 3)):
            value(target.series, number, date(2026, month, 1))
        assert kept(target).reason == Reason.NO_OBSERVATION
    assert kept(target).value == 90
    assert lights(target) == [("", "grey"), ("grey", "green")]


def test_many_are_judged_in_as_many_statements_as_few() -> None:
    def of_verdicts(size: int) -> int:
        rows = [value(a_target().series, 90, verified=False) for _ in range(size)]
        with CaptureQueriesContext(connection) as captured, writing(None):
            for row in rows:
                observations.verify(row, by=None)
        own = ("targets_assessment", "targets_target")
        return sum(any(table in query["sql"] for table in own) for query in captured)

    assert of_verdicts(2) == of_verdicts(9) > 0


def test_what_touches_nothing_asks_for_no_verdict() -> None:
    target = a_target()
    with CaptureQueriesContext(connection) as captured:
        moved(target, note="甲")
    assert not [query for query in captured if "targets_assessment" in query["sql"]]
