"""Who sees and does what, as tables: a row for each person, a column for each thing."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model

from targets import models
from targets.access import PROGRAM, may, may_enter_admin, reach, visible
from targets.models import Observation, Organisation, Plan, Responsibility, Series, Target, Task
from targets.rules.terms import PlanStatus, ResponsibilityRole, Role
from targets.services import observations, plans, records
from tests.make import (
    make_administrator,
    make_area,
    make_citation,
    make_indicator,
    make_member,
    make_milestone,
    make_observation,
    make_organisation,
    make_plan,
    make_series,
    make_source,
    make_target,
    make_task,
    make_user,
    observation,
)

pytestmark = pytest.mark.django_db


class World:
    """A city with a bureau below it and a province above it, another city, and people of the city."""

    def __init__(self) -> None:
        self.above = make_organisation(name="省")
        self.own = make_organisation(name="市", parent=self.above)
        self.below = make_organisation(name="局", parent=self.own)
        self.foreign = make_organisation(name="邻市", parent=self.above)
        self.nobody = None

    def person(self, who: str) -> Any:
        match who:
            case "anonymous":
                return AnonymousUser()
            case "administrator":
                return make_administrator()
            case "stranger":
                return make_user()
            case "locked out":
                return make_member(self.own, Role.EDITOR, is_active=False)
        return make_member(self.own, Role(who))

    def plan(self, keeper: str, status: str = PlanStatus.PUBLISHED) -> Plan:
        return make_plan(owner=getattr(self, keeper), status=status)


@pytest.fixture
def world() -> World:
    return World()


def table(text: str) -> list[tuple[str, str, bool]]:
    """Person, column and answer of each cell."""
    head, *lines = [line.split() for line in text.strip().splitlines()]
    return [
        (name.replace("-", " "), column, cell == "yes")
        for name, *cells in lines
        for column, cell in zip(head[1:], cells, strict=True)
    ]


SEES_PLAN = """
who            published.foreign archived.nobody draft.own draft.below draft.above draft.foreign draft.nobody
anonymous      yes               yes             .         .           .           .             .
stranger       yes               yes             .         .           .           .             .
locked-out     yes               yes             .         .           .           .             .
viewer         yes               yes             yes       yes         .           .             .
reporter       yes               yes             yes       yes         .           .             .
reviewer       yes               yes             yes       yes         .           .             .
editor         yes               yes             yes       yes         .           .             .
administrator  yes               yes             yes       yes         yes         yes           yes
"""


@pytest.mark.parametrize(("who", "which", "sees"), table(SEES_PLAN))
def test_who_sees_a_plan_sees_what_is_in_it_and_nobody_else(world, who, which, sees):
    status, keeper = which.split(".")
    plan, user = world.plan(keeper, status), world.person(who)
    task = make_task(plan)
    target = make_target(plan, task=task)
    part = {"organisation": make_organisation(), "role": ResponsibilityRole.LEAD}
    rows = [
        plan,
        task,
        target,
        target.revisions.get(),
        make_milestone(target),
        target.series,
        make_observation(target.series),
        records.create(Responsibility(task=task, **part), by=None),
        records.create(Responsibility(target=target, **part), by=None),
        records.create(
            models.Update(task=task, day="2026-01-01", progress="甲", recorded_at="2026-01-01T00:00Z"), by=None
        ),
    ]
    assert [_is_seen(row, user) for row in rows] == [sees] * len(rows)


def _is_seen(row: Model, user: Any) -> bool:
    return visible(type(row)._default_manager.all(), user).filter(pk=row.pk).exists()


@pytest.mark.parametrize(("who", "sees"), [("anonymous", False), ("locked out", False), ("stranger", True)])
def test_without_public_reading_one_must_sign_in(world, who, sees, settings):
    settings.PUBLIC_READ = False
    user = world.person(who)
    plan = world.plan("foreign")
    rows = [plan, make_target(plan), make_area(), make_source(), make_citation(), make_indicator(), make_organisation()]
    assert [_is_seen(row, user) for row in rows] == [sees] * len(rows)


MAY_WITH_PLAN = """
who            change.own change.below change.above change.foreign change.nobody add.own delete.own publish.own
anonymous      .          .            .            .              .             .       .          .
stranger       .          .            .            .              .             .       .          .
locked-out     .          .            .            .              .             .       .          .
viewer         .          .            .            .              .             .       .          .
reporter       .          .            .            .              .             .       .          .
reviewer       .          .            .            .              .             .       .          .
editor         yes        yes          .            .              .             yes     yes        yes
administrator  yes        yes          yes          yes            yes           yes     yes        yes
"""


@pytest.mark.parametrize(("who", "what", "allowed"), table(MAY_WITH_PLAN))
def test_who_may_change_a_plan_may_change_what_is_in_it_and_nobody_else(world, who, what, allowed):
    verb, keeper = what.split(".")
    plan, user = world.plan(keeper), world.person(who)
    target, task = make_target(plan), make_task(plan)
    rows = [plan, task, target, target.revisions.get(), make_milestone(target), models.Update(task=task)]
    rows += [Responsibility(task=task), Responsibility(target=target)]
    assert [may(user, verb, row) for row in rows] == [allowed] * len(rows)


MAY_OBSERVE = """
who            add.kept add.parted add.own-figure add.foreign verify.kept verify.reported verify.foreign change.kept
anonymous      .        .          .              .           .           .               .              .
viewer         .        .          .              .           .           .               .              .
reporter       yes      yes        yes            .           .           .               .              .
reviewer       .        .          .              .           yes         yes             .              .
editor         yes      yes        yes            .           .           .               .              .
administrator  yes      yes        yes            yes         yes         yes             yes            yes
"""


@pytest.mark.parametrize(("who", "what", "allowed"), table(MAY_OBSERVE))
def test_values_are_reported_and_verified_by_those_they_concern(world, who, what, allowed):
    verb, which = what.split(".")
    assert may(world.person(who), verb, _value(world, which)) == allowed


def _value(world: World, which: str) -> Observation:
    """A value on a series that concerns the city, or its bureau, in one way or in none."""
    plan = world.plan("below" if which == "kept" else "foreign")
    series = make_series(organisation=world.below) if which == "own-figure" else make_series()
    task = make_task(plan)
    make_target(plan, task=task, series=series)
    if which == "parted":
        part = Responsibility(task=task, organisation=world.below, role=ResponsibilityRole.COOPERATING)
        records.create(part, by=None)
    return observation(series, reported_by=world.foreign if which in ("kept", "foreign") else world.below)


@pytest.mark.parametrize("which", ["parted", "own-figure"])
def test_who_has_a_part_reports_in_their_own_name_only(world, which):
    value = _value(world, which)
    value.reported_by = world.foreign
    assert not may(world.person("reporter"), "add", value)


def test_to_name_ones_own_organisation_as_the_reporter_opens_no_foreign_series(world):
    value = _value(world, "foreign")
    value.reported_by = world.own
    assert not may(world.person("reporter"), "add", value)


MAY_WITH_SHARED = """
who            add change.unused change.own change.foreign delete.foreign
anonymous      .   .             .          .              .
viewer         .   .             .          .              .
reporter       .   .             .          .              .
editor         yes yes           yes        .              .
administrator  yes yes           yes        yes            yes
"""


@pytest.mark.parametrize(("who", "what", "allowed"), table(MAY_WITH_SHARED))
def test_an_indicator_or_series_is_changed_only_by_those_whose_plans_alone_rest_on_it(world, who, what, allowed):
    verb, _, keeper = what.partition(".")
    user, series = world.person(who), make_series()
    if keeper in ("own", "foreign"):
        make_target(world.plan("below"), series=series)
    if keeper == "foreign":
        make_target(world.plan("foreign"), series=series)
    rows = [series, series.indicator] if keeper else [Series, models.Indicator, Series(), models.Indicator()]
    assert [may(user, verb, row) for row in rows] == [allowed] * len(rows)


@pytest.mark.parametrize(("who", "allowed"), [("reporter", False), ("editor", True), ("administrator", True)])
def test_editors_keep_sources_and_citations(world, who, allowed):
    user = world.person(who)
    assert [may(user, "change", row) for row in (make_source(), make_citation())] == [allowed] * 2


@pytest.mark.parametrize("thing", [Organisation, models.Area, models.AreaPart, models.Membership, models.User])
def test_organisations_areas_and_people_are_kept_by_administrators_only(world, thing):
    assert not may(world.person("editor"), "change", thing)
    assert may(world.person("administrator"), "change", thing)


@pytest.mark.parametrize("thing", [Plan(), Task(), Target(), Responsibility(), models.TargetRevision(), Observation()])
def test_a_form_half_filled_in_gives_no_right(world, thing):
    assert not may(world.person("editor"), "add", thing)


# What waits for review


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("anonymous", False),
        ("stranger", False),
        ("viewer", False),
        ("reporter", True),
        ("reviewer", True),
        ("editor", True),
    ],
)
def test_what_waits_for_review_is_seen_by_those_who_report_and_review(world, who, sees):
    user = world.person(who)
    series = make_series()
    make_target(world.plan("own"), series=series)
    waits = make_observation(series, verified=False)
    assert _is_seen(waits, user) == sees


def test_the_one_who_sent_a_value_in_sees_it_wherever_it_stands(world):
    user = world.person("stranger")
    waits = make_observation(verified=False)
    assert not _is_seen(waits, user)
    sent = make_observation(verified=False, by=user)
    assert _is_seen(sent, user)


def test_a_value_stays_public_after_its_correction(world):
    old = make_observation()
    new = observations.correct(old, Observation(value=1), by=None)
    assert [_is_seen(row, AnonymousUser()) for row in (old, new)] == [True, False]
    observations.verify(new, by=None)
    assert [_is_seen(row, AnonymousUser()) for row in (old, new)] == [True, True]


# Series


def test_a_series_shows_as_soon_as_one_plan_that_speaks_of_it_shows(world):
    series = make_series()
    make_target(world.plan("foreign", PlanStatus.DRAFT), series=series)
    value = make_observation(series)
    assert not _is_seen(series, AnonymousUser())
    assert not _is_seen(value, AnonymousUser())
    make_target(world.plan("foreign"), series=series)
    assert _is_seen(series, AnonymousUser())
    assert _is_seen(value, AnonymousUser())


def test_a_series_that_no_plan_speaks_of_shows():
    assert _is_seen(make_series(), AnonymousUser())


# People


def test_people_see_themselves_and_their_own_roles_only(world):
    user, other = world.person("editor"), world.person("editor")
    assert list(visible(models.User.objects.all(), user)) == [user]
    assert [row.user for row in visible(models.Membership.objects.all(), user)] == [user]
    assert not _is_seen(other, AnonymousUser())


@pytest.mark.parametrize(
    ("who", "enters"),
    [("anonymous", False), ("stranger", False), ("locked out", False), ("viewer", True), ("administrator", True)],
)
def test_the_admin_opens_to_members(world, who, enters):
    assert may_enter_admin(world.person(who)) == enters


def test_a_role_reaches_down_and_not_up(world):
    user = world.person("editor")
    assert reach(user) == reach(user, Role.EDITOR) == {world.own.pk, world.below.pk}
    assert reach(user, Role.REVIEWER) == frozenset()


def test_roles_are_read_once_for_each_user_object(world, django_assert_num_queries):
    user = world.person("editor")
    own, foreign = world.plan("own"), world.plan("foreign")
    with django_assert_num_queries(1):
        assert may(user, "change", own)
        assert not may(user, "change", foreign)
        assert may_enter_admin(user)


@pytest.mark.parametrize("model", [Plan, Task, Target, Series, Observation, Responsibility])
def test_seeing_costs_one_query_beside_that_for_the_roles(world, model, django_assert_num_queries):
    user = world.person("reporter")
    with django_assert_num_queries(2):
        list(visible(model._default_manager.all(), user))


def test_every_model_of_ours_is_decided_about(world):
    for model in (getattr(models, name) for name in models.__all__):
        list(visible(model._default_manager.all(), world.person("viewer")))


def test_the_program_itself_reads_everything_and_is_nobody() -> None:
    draft = make_plan(status=PlanStatus.DRAFT)
    waiting = make_observation(verified=False)
    assert draft in visible(Plan.objects.all(), PROGRAM)
    assert waiting in visible(Observation.objects.all(), PROGRAM)
    assert not PROGRAM.is_authenticated


@pytest.mark.parametrize("was", [PlanStatus.DRAFT, PlanStatus.PUBLISHED])
def test_an_archived_plan_is_read_by_those_who_could_read_it_before(was):
    target = make_target(make_plan(status=was))
    plans.archive(target.plan, by=None)
    shown = was == PlanStatus.PUBLISHED
    for model in (Plan, Target, Series):
        assert visible(model.objects.all(), make_user()).exists() == shown, model
