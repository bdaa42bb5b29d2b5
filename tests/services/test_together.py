"""Two people at the same moment: one wins, the other is told, nobody waits for ever."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from threading import Barrier, Thread
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import translation

from targets.models import AreaPart, Indicator, Observation, Target, TargetRevision, Task
from targets.rules.terms import Accumulation, ObservationStatus, TaskKind
from targets.services import observations, records, targets, tasks
from tests.make import (
    make_area,
    make_indicator,
    make_observation,
    make_organisation,
    make_plan,
    make_series,
    make_target,
    make_task,
    observation,
    revision,
)

pytestmark = pytest.mark.django_db(transaction=True)


def together(*writes: Callable[[], Any]) -> list[str]:
    """Starts all at the same moment, each on its own connection; says how each ended: "done" or the code it raised."""
    start, ends = Barrier(len(writes)), [""] * len(writes)

    def run(place: int, write: Callable[[], Any]) -> None:
        try:
            with connection.cursor() as cursor, translation.override("en"):
                cursor.execute("SET lock_timeout = '20s'")
                start.wait()
                write()
            ends[place] = "done"
        except ValidationError as error:
            ends[place] = error.messages[0]
        finally:
            connection.close()

    threads = [Thread(target=run, args=pair) for pair in enumerate(writes)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return sorted(ends, key=lambda end: end != "done")


def changed(row: Any, **fields: Any) -> Any:
    """A copy of its own, as another person would have read it."""
    copy = type(row).objects.get(pk=row.pk)
    for name, value in fields.items():
        setattr(copy, name, value)
    return copy


def mutual(make: Callable[..., Any], link: str, edit: Callable[..., Any], **fields: Any) -> list[Callable[[], Any]]:
    """Two writes that are each harmless and make a circle together."""
    one, other = make(**fields), make(**fields)
    return [
        lambda: edit(changed(one, **{link: other}), by=None, version=None),
        lambda: edit(changed(other, **{link: one}), by=None, version=None),
    ]


def of_organisations() -> list[Callable[[], Any]]:
    return mutual(make_organisation, "parent", records.edit)


def of_areas() -> list[Callable[[], Any]]:
    return mutual(make_area, "parent", records.edit)


def of_parts() -> list[Callable[[], Any]]:
    one, other = make_area(), make_area()
    return [
        lambda: records.create(AreaPart(whole=one, part=other), by=None),
        lambda: records.create(AreaPart(whole=other, part=one), by=None),
    ]


def of_plans() -> list[Callable[[], Any]]:
    return mutual(make_plan, "derived_from", records.edit)


def of_tasks() -> list[Callable[[], Any]]:
    return mutual(make_task, "parent", tasks.edit, plan=make_plan())


def of_targets() -> list[Callable[[], Any]]:
    return mutual(make_target, "parent", targets.edit, plan=make_plan())


def of_handed_down_targets() -> list[Callable[[], Any]]:
    return mutual(make_target, "derived_from", targets.edit)


def of_ratios() -> list[Callable[[], Any]]:
    ratio, plain = {"accumulation": Accumulation.RATIO}, make_indicator()
    one, other = make_indicator(**ratio), make_indicator(**ratio)

    def link(row: Indicator, to: Indicator) -> Indicator:
        return records.edit(changed(row, numerator=to, denominator=plain), by=None, version=None)

    return [lambda: link(one, other), lambda: link(other, one)]


@pytest.mark.parametrize(
    "circle",
    [of_organisations, of_areas, of_parts, of_plans, of_tasks, of_targets, of_handed_down_targets, of_ratios],
)
def test_two_harmless_moves_cannot_make_a_circle_together(circle):
    won, lost = together(*circle())
    assert won == "done"
    assert lost.startswith("This would make a circle")


def test_of_two_editors_the_slower_one_is_told_to_look_again():
    plan = make_plan()
    ends = together(
        *(lambda note=note: records.edit(changed(plan, note=note), by=None, version=1) for note in ("甲", "乙"))
    )
    assert ends == ["done", "Someone else changed this in the meantime. Look at their version, then save again."]
    assert changed(plan).version == 2


def test_of_an_edit_and_a_removal_one_wins():
    plan = make_plan()
    won, lost = together(
        lambda: records.edit(changed(plan, note="甲"), by=None, version=1),
        lambda: records.remove(changed(plan), by=None, version=1),
    )
    assert won == "done"
    assert lost.startswith(("Someone else changed this", "Someone else has removed this"))


def test_of_two_verifications_of_one_value_one_wins():
    row = make_observation(verified=False)
    ends = together(*[lambda: observations.verify(changed(row), by=None)] * 2)
    assert ends == ["done", "This value does not wait for review any more."]


def test_of_a_verification_and_a_return_one_wins():
    row = make_observation(verified=False)
    ends = together(
        lambda: observations.verify(changed(row), by=None),
        lambda: observations.send_back(changed(row), reason="口径不符", by=None),
    )
    assert ends == ["done", "This value does not wait for review any more."]


def test_of_two_submissions_for_one_period_one_wins():
    series = make_series()
    won, lost = together(*[lambda: observations.submit(observation(series), by=None)] * 2)
    assert won == "done"
    assert lost.startswith("A value for this series and period waits for review.")


def test_of_two_corrections_verified_at_once_one_takes_the_place():
    old = make_observation()

    def correction(year: int) -> Observation:
        period = {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}
        return observations.correct(old, Observation(value=Decimal(year), **period), by=None)

    one, other = correction(2024), correction(2025)
    ends = together(*(lambda row=row: observations.verify(changed(row), by=None) for row in (one, other)))
    assert ends == ["done", "The value to be corrected has been corrected already. Look at the newer one."]
    assert Observation.objects.filter(status=ObservationStatus.VERIFIED).count() == 1


def test_of_two_revisions_of_the_same_reading_one_wins():
    target = make_target()
    ends = together(*[lambda: targets.revise(changed(target), revision(reason="调整"), by=None, based_on=1)] * 2)
    assert ends == ["done", "Someone else has just revised this target. Look at their revision first."]
    assert target.revisions.count() == 2


def test_revisions_without_a_reading_follow_one_another():
    target = make_target()
    ends = together(*[lambda: targets.revise(changed(target), revision(reason="调整"), by=None)] * 4)
    assert ends == ["done"] * 4
    moments = list(TargetRevision.objects.order_by("number").values_list("recorded_at", flat=True))
    assert moments == sorted(set(moments))


def test_targets_and_tasks_added_at_once_get_codes_and_places_of_their_own():
    plan, series = make_plan(), make_series()
    ends = together(
        *[lambda: targets.add(Target(plan=plan, series=series), revision(), by=None)] * 3,
        *[lambda: tasks.add(Task(plan=plan, name="甲", kind=TaskKind.TASK), by=None)] * 3,
    )
    assert ends == ["done"] * 6
    assert sorted(plan.tasks.values_list("position", flat=True)) == [1, 2, 3]
    assert sorted(plan.targets.values_list("position", flat=True)) == [1, 2, 3]
