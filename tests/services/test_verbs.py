"""Verbs write all or nothing, and say why not."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation

from targets.models import Indicator, Observation, Organisation, Plan, Target
from targets.rules.terms import Accumulation, ObservationStatus, PlanStatus
from targets.services import observations, plans, records, targets
from targets.services.writing import Refused, Stale, writing
from tests.make import (
    make_indicator,
    make_observation,
    make_organisation,
    make_plan,
    make_series,
    make_source,
    make_target,
    make_user,
    observation,
    revision,
)

pytestmark = pytest.mark.django_db


def refused(write: Any) -> ValidationError:
    with pytest.raises(ValidationError) as caught:
        write()
    return caught.value


# Plain records


def test_a_wrong_field_is_named():
    error = refused(lambda: records.create(Organisation(code="Große Stadt", name=""), by=None))
    assert set(error.message_dict) == {"code", "name"}


def test_a_code_that_is_taken_is_told_in_the_language_of_the_reader():
    make_plan(code="p")
    with translation.override("en"):
        error = refused(lambda: make_plan(code="p"))
        assert error.message_dict == {"code": ["This code is taken. Choose another."]}


def test_an_edit_of_a_row_that_someone_changed_is_refused_and_shows_the_other_version():
    plan = make_plan(name="旧名")
    Plan.objects.filter(pk=plan.pk).update(name="新名")
    plan.note = "甲"
    with pytest.raises(Stale) as caught:
        records.edit(plan, by=None, version=1)
    assert caught.value.current.name == "新名"
    assert Plan.objects.get().note == ""


def test_an_edit_of_a_row_that_someone_removed_is_refused():
    plan = make_plan()
    Plan.objects.all().delete()
    assert refused(lambda: records.edit(plan, by=None, version=1)).code == "gone"


def test_an_edit_writes_only_what_a_person_may_change():
    plan = make_plan()
    plan.name, plan.sort_key, plan.version = "啊", "zzz", 77
    records.edit(plan, by=None, version=None)
    plan.refresh_from_db()
    assert (plan.name, plan.sort_key, plan.version) == ("啊", "a", 2)


def test_names_sort_by_their_sound():
    for name in ("武汉", "北京", "重庆"):
        make_organisation(name=name)
    assert [row.name for row in Organisation.objects.all()] == ["北京", "重庆", "武汉"]


def test_what_is_in_use_is_not_removed_and_the_user_is_told_by_what():
    plan = make_plan(name="某方案")
    make_target(plan)
    error = refused(lambda: records.remove(plan, by=None))
    assert error.code == "in_use"
    assert Plan.objects.filter(pk=plan.pk).exists()


def test_a_refusal_does_not_tell_what_the_user_may_not_see():
    shown, hidden = make_plan(), make_plan(status=PlanStatus.DRAFT)
    source = make_source()
    targets.revise(make_target(hidden), revision(wording="密", reason="调整", deciding_document=source), by=None)
    for by in (make_user(), None):
        told = refused(lambda by=by: records.remove(source, by=by)).messages[0]
        assert ("密" in told) == (by is None)
    targets.revise(make_target(shown), revision(wording="明", reason="调整", deciding_document=source), by=None)
    assert "明" in refused(lambda: records.remove(source, by=make_user())).messages[0]


def test_an_organisation_with_members_is_not_removed():
    body, user = make_organisation(), make_user()
    body.memberships.create(user=user, role="viewer")
    assert refused(lambda: records.remove(body, by=None)).code == "in_use"


# All or nothing


def test_a_target_whose_revision_is_refused_is_not_kept_either():
    target = Target(plan=make_plan(), series=make_series())
    refused(lambda: targets.add(target, revision(deadline_precision=""), by=None))
    assert not Target.objects.exists()


def test_what_the_database_checks_only_at_the_end_is_refused_within_the_verb():
    plan, series = make_plan(), make_series()
    with transaction.atomic():
        with pytest.raises(Refused) as caught, writing(None):
            Target.objects.create(code="t", plan=plan, series=series)
        assert caught.value.rule == "target_has_revision"
        assert not Target.objects.exists()


def test_a_missing_row_is_refused_within_the_verb():
    with pytest.raises(Refused), writing(None):
        Plan.objects.filter(pk=make_plan().pk).update(owner=999_999)


def test_verbs_follow_one_another_in_one_transaction():
    with transaction.atomic():
        make_target()
        make_target()
    assert Target.objects.count() == 2


def test_a_number_too_large_to_be_kept_is_refused():
    error = refused(lambda: make_indicator(class_threshold=Decimal(10) ** 30, class_comparator="ge", class_unit="元"))
    assert "class_threshold" in error.message_dict


def test_a_number_too_large_that_slips_past_the_form_is_refused_too():
    row = make_observation(verified=False)
    with pytest.raises(ValidationError) as caught, writing(None):
        Observation.objects.filter(pk=row.pk).update(note="x", version=2**31)
    assert caught.value.code == "data"


# Plans


def test_a_plan_is_published_and_archived():
    plan = make_plan(status=PlanStatus.DRAFT)
    assert plans.publish(plan, by=None, version=1).status == PlanStatus.PUBLISHED
    assert plans.archive(plan, by=None, version=2).status == PlanStatus.ARCHIVED
    assert Plan.objects.published().get() == plan


# Targets


def test_a_target_without_a_code_gets_the_next_free_one_of_its_plan():
    plan = make_plan(code="p")
    make_target(plan, code="p.t2")
    assert [make_target(plan).code for _ in range(2)] == ["p.t1", "p.t3"]


def test_targets_stand_in_the_order_they_came_unless_told_otherwise():
    plan = make_plan()
    assert [make_target(plan, **place).position for place in ({}, {}, {"position": 7}, {})] == [1, 2, 7, 8]


def test_a_targets_place_is_edited_and_its_numbers_are_not():
    target = make_target()
    target.note = "甲"
    targets.edit(target, by=None, version=1)
    assert (target.version, target.revisions.count()) == (2, 1)


def test_revisions_are_numbered_and_say_who_recorded_them():
    target, user = make_target(), make_user()
    second = targets.revise(target, revision(reason="调整"), by=user)
    assert (second.number, second.recorded_by) == (2, user)


def test_a_revision_needs_a_reason():
    error = refused(lambda: targets.revise(make_target(), revision(), by=None))
    assert "revision_reason_given" not in str(error)
    assert error.messages


# Observations


def test_a_value_is_submitted_by_someone_and_verified_by_someone():
    reporter, reviewer = make_user(), make_user()
    row = observations.submit(observation(), by=reporter)
    assert (row.status, row.recorded_by, row.verified_at) == (ObservationStatus.SUBMITTED, reporter, None)
    observations.verify(row, by=reviewer)
    row.refresh_from_db()
    assert (row.status, row.verified_by) == (ObservationStatus.VERIFIED, reviewer)


def test_verifying_writes_nothing_but_the_verdict():
    row = make_observation(verified=False)
    Observation.objects.filter(pk=row.pk).update(note="乙")
    observations.verify(row, by=None)
    assert Observation.objects.get().note == "乙"


def test_a_value_is_returned_with_a_reason_only():
    row = make_observation(verified=False)
    assert "return_reason" in refused(lambda: observations.send_back(row, reason=" ", by=None)).message_dict
    observations.send_back(row, reason="口径不符", by=None)
    assert Observation.objects.get().return_reason == "口径不符"


def test_after_a_return_the_period_is_open_for_another_submission():
    row = make_observation(verified=False)
    observations.send_back(row, reason="口径不符", by=None)
    assert make_observation(row.series).status == ObservationStatus.VERIFIED


@pytest.mark.parametrize("act", [observations.verify, lambda row, by: observations.send_back(row, reason="x", by=by)])
def test_what_does_not_wait_for_review_is_neither_verified_nor_returned(act):
    row = make_observation()
    assert refused(lambda: act(row, by=None)).code == "stale"


def test_a_second_value_for_a_verified_period_is_refused_when_it_is_verified():
    first = make_observation()
    with translation.override("en"):
        error = refused(lambda: make_observation(first.series))
    assert error.messages[0].endswith("Submit the new one as its correction.")


def test_only_a_verified_value_can_be_corrected():
    row = make_observation(verified=False)
    assert refused(lambda: observations.correct(row, Observation(value=1), by=None)).code == "refused"


def test_a_correction_takes_series_and_period_from_the_value_it_corrects():
    old = make_observation()
    new = observations.correct(old, Observation(value=1), by=None)
    assert (new.series, new.period_start, new.period_end) == (old.series, date(2026, 1, 1), date(2026, 12, 31))
    assert new.supersedes == old


def test_a_stage_is_reported_by_its_place():
    stages = make_indicator(accumulation=Accumulation.STAGE, stages=["开工", "竣工"])
    series = make_series(indicator=stages)
    assert make_observation(series, value=Decimal(2)).value == 2
    assert Indicator.objects.get(pk=stages.pk).stages == ["开工", "竣工"]
