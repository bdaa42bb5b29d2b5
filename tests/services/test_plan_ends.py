"""A plan is archived and restored; only an empty draft is removed."""

import pytest
from django.core.exceptions import ValidationError

from targets.models import Plan
from targets.rules.terms import PlanStatus
from targets.services import plans
from targets.services.writing import Stale
from tests.make import make_plan, make_target, make_task

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("status", [PlanStatus.DRAFT, PlanStatus.PUBLISHED])
def test_a_restored_plan_is_what_it_was_before(status):
    plan = make_plan(status=status)
    plans.archive(plan, by=None)
    assert plan.status == PlanStatus.ARCHIVED
    assert plans.restore(plan, by=None).status == status
    plans.archive(plan, by=None)
    assert plans.restore(Plan.objects.get(), by=None).status == status


def test_only_an_archived_plan_is_restored_and_only_as_it_was_read():
    plan = make_plan()
    with pytest.raises(ValidationError):
        plans.restore(plan, by=None)
    plans.archive(plan, by=None)
    with pytest.raises(Stale):
        plans.restore(plan, by=None, version=1)


def test_an_empty_draft_goes_and_everything_else_stays():
    plans.remove(make_plan(status=PlanStatus.DRAFT), by=None)
    assert not Plan.objects.exists()
    kept = [make_plan(), make_task(make_plan(status=PlanStatus.DRAFT)).plan]
    kept.append(make_target(make_plan(status=PlanStatus.DRAFT)).plan)
    for plan in kept:
        with pytest.raises(ValidationError) as caught:
            plans.remove(plan, by=None)
        assert caught.value.code == "in_use"
    assert Plan.objects.count() == len(kept)
