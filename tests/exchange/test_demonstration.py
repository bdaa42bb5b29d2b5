"""The demonstration comes and goes as a whole, and the record is not touched by either."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models as fields
from django.db import transaction

from targets.exchange.fixtures.loading import load
from targets.models import (
    Assessment,
    AssessmentChange,
    AssessmentPolicy,
    Observation,
    Organisation,
    Plan,
    Series,
    Target,
    TargetRevision,
    Task,
)
from targets.models.base import Coded
from targets.queries.days import now
from targets.rules.terms import Measure, ObservationStatus
from targets.rules.verdicts.terms import Method
from targets.services import records, tasks
from targets.services.demonstration import BELONGS, drop
from tests.exchange.conftest import FIXTURES
from tests.make import (
    make_milestone,
    make_observation,
    make_organisation,
    make_plan,
    make_policy,
    make_series,
    make_target,
)

pytestmark = pytest.mark.django_db

DEMO = sorted((FIXTURES / "demo").glob("*.yaml"))
TODAY = date(2026, 11, 22)
CORRIDOR = "demo-corridor-2021-2030"


@pytest.fixture(scope="module")
def _demo(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load(DEMO)
        yield
        transaction.set_rollback(True)


def counts() -> dict[str, int]:
    """Rows of every table, history included."""
    return {model.__name__: model._default_manager.count() for model in apps.get_app_config("targets").get_models()}


def real_register() -> None:
    """A small real record with values, milestones and history."""
    target = make_target(make_plan(owner=make_organisation()))
    make_milestone(target)
    make_observation(target.series)
    make_policy(plan=target.plan)


@pytest.mark.usefixtures("_demo")
def test_every_code_of_the_demonstration_says_so_and_every_name_shows_it() -> None:
    for model in apps.get_app_config("targets").get_models():
        if issubclass(model, Coded):
            assert not model._default_manager.real().exists(), model
    for model in (Plan, Organisation):
        assert not model.objects.exclude(name__contains="演示").exists()
    assert not Plan.objects.exclude(name_en__startswith="DEMONSTRATION").exists()
    assert not AssessmentPolicy.objects.exclude(code__startswith="demo-").exists()


@pytest.mark.usefixtures("_demo")
def test_the_demonstration_shows_each_kind_of_target_and_value() -> None:
    said = TargetRevision.objects.in_force(TODAY, now())
    shown = set(said.values_list("measure", flat=True))
    assert shown >= {Measure.RANK, Measure.STAGE, Measure.RATIO, Measure.INCREMENT, Measure.COUNT_OF_CLASS}
    assert said.filter(upper__isnull=False, target__series__indicator__direction="down").exists()
    assert said.filter(deadline__lt=TODAY).exists()
    assert said.filter(number=2).exclude(reason="").exclude(deciding_document=None).exists()
    statuses = set(Observation.objects.values_list("status", flat=True))
    assert statuses == {ObservationStatus.VERIFIED, ObservationStatus.SUBMITTED, ObservationStatus.SUPERSEDED}
    assert Observation.objects.exclude(denominator=None).exists()
    assert set(Plan.objects.get(code=CORRIDOR).tasks.values_list("responsibilities__role", flat=True)) >= {
        "lead",
        "responsible",
        "cooperating",
    }


@pytest.mark.usefixtures("_demo")
def test_drop_leaves_the_record_as_it_was() -> None:
    before = counts()
    real_register()
    added = {name: count - before[name] for name, count in counts().items() if not name.endswith("Event")}

    drop(by=None)

    left = counts()
    assert {name: left[name] for name in added} == added
    assert not Plan.objects.demo().exists()


def test_drop_of_nothing_records_no_event() -> None:
    real_register()
    drop(by=None)
    before = counts()

    assert not drop(by=None)
    assert counts() == before


@pytest.mark.usefixtures("_demo")
def test_the_demonstration_stays_away_until_it_is_asked_for_again() -> None:
    dropped = drop(by=None)

    assert not load(DEMO).added
    assert not Plan.objects.exists()

    again = load(DEMO, again=True).added
    assert again[Task] == dropped[Task]
    assert again[Observation] == dropped[Observation]
    assert again[AssessmentPolicy] == dropped[AssessmentPolicy] > 0
    assert Assessment.objects.count() == dropped[Assessment] == again[Target] > 0


@pytest.mark.usefixtures("_demo")
def test_nothing_is_dropped_while_a_real_row_rests_on_it() -> None:
    make_target(make_plan(), code="real-target", series=Series.objects.get(code="demo-export"))
    before = counts()

    with pytest.raises(ValidationError, match="real-target") as refused:
        drop(by=None)

    assert "demo-" in str(refused.value)
    assert counts() == before


@pytest.mark.usefixtures("_demo")
def test_a_value_for_a_real_series_by_a_demonstration_body_is_a_real_row() -> None:
    make_observation(make_series(), reported_by=Organisation.objects.demo().first())
    with pytest.raises(ValidationError):
        drop(by=None)


@pytest.mark.usefixtures("_demo")
def test_verdicts_and_policies_go_with_it_and_those_of_the_record_stay() -> None:
    real_register()
    (own,) = AssessmentPolicy.objects.exclude(code__startswith="demo-")

    dropped = drop(by=None)

    assert min(dropped[model] for model in (Assessment, AssessmentChange, AssessmentPolicy)) > 0
    assert AssessmentPolicy.objects.get() == own
    assert Assessment.objects.get().target.plan == own.plan
    assert set(AssessmentChange.objects.values_list("target__plan", flat=True)) == {own.plan_id}


@pytest.mark.usefixtures("_demo")
def test_a_policy_of_the_record_for_a_target_of_the_demonstration_holds_the_drop() -> None:
    make_policy(code="real-policy", target=Target.objects.get(code="demo-lights.ahead"))

    with pytest.raises(ValidationError, match="real-policy"):
        drop(by=None)


def test_what_a_policy_of_the_demonstration_judged_in_the_record_is_judged_by_the_next_one() -> None:
    target = make_target()
    make_policy(code="demo-by-mistake", target=target, method=Method.DEADLINE_ONLY)
    assert Assessment.objects.get(target=target).policy_code == "demo-by-mistake"

    drop(by=None)

    assert (found := Assessment.objects.get(target=target)).policy_code == "default"
    assert found.method == Method.LINEAR_PATH


@pytest.mark.usefixtures("_demo")
def test_what_a_person_added_to_the_demonstration_goes_with_it() -> None:
    plan = Plan.objects.get(code=CORRIDOR)
    tasks.add(Task(plan=plan, name="新任务", kind="task"), by=None)
    make_observation(
        Series.objects.get(code="demo-export"), period_start=date(2019, 1, 1), period_end=date(2019, 12, 31)
    )

    drop(by=None)

    assert not Task.objects.exists()
    assert not Observation.objects.exists()


def test_after_a_drop_nothing_recorded_can_be_removed_as_before() -> None:
    standing = make_observation()
    drop(by=None)
    with pytest.raises(ValidationError):
        records.remove(standing, by=None)


def test_every_kind_of_row_is_known_to_the_drop() -> None:
    """A new table must say how its rows belong to the demonstration."""
    for model in apps.get_app_config("targets").get_models():
        pointed_to = {field.related_model for field in model._meta.fields if isinstance(field, fields.ForeignKey)}
        if any(issubclass(other, Coded) for other in pointed_to) and not model.__name__.endswith("Event"):
            assert issubclass(model, Coded) or model in BELONGS, model
