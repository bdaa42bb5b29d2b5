"""Every rule of the database refuses a real row that breaks it, with words that say what to do, and writes nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import translation

from targets import models
from targets.models.triggers import MESSAGES
from targets.services import observations, policies, records, targets, tasks
from targets.services.writing import Refused, _constraint_messages, writing
from tests.make import make_observation, make_plan, make_target, revision
from tests.models.breaches import BREACHES, FITTING, UNSAVED, all_rules, but, closed_lists

pytestmark = pytest.mark.django_db

ELSEWHERE = {
    "never_emptied": "test_no_table_can_be_emptied_at_one_stroke",
    "observation_kept": "test_a_reported_value_is_never_removed",
    "token_stays": "test_the_database_lets_nobody_widen_a_token, in services/test_tokens.py",
    "token_revoked_for_good": "test_the_database_lets_nobody_bring_a_revoked_token_back, in services/test_tokens.py",
}
NOT_BY_VERB = {
    "append_only": "no verb alters a revision",
    "observation_status_has_time": "the verbs set status and moment together",
    "observation_times_in_order": "the verbs set the moments",
    "observation_return_has_reason": "send_back asks for the reason first",
    "observation_steps": "the verbs go the allowed ways only",
    "observation_value_fixed": "no verb alters a value",
    "observation_one_verified": "submit takes a second value; verify refuses it, see tests/services",
    "revision_first_stands": "the verbs number the revisions",
    "revision_number_unique": "the verbs number the revisions",
    "target_has_revision": "targets.add brings the revision along",
    "policy_append_only": "no verb alters a version",
    "policy_number_unique": "the verbs number the versions",
    "policy_keeps_its_place": "the verb keeps the place",
}
ALSO = {
    "comparator": ("observation_bounds_fit_comparator", "revision_bounds_fit_comparator"),
    "period_source": ("plan_period_has_source",),
    "status": ("observation_status_has_time",),
}
"""An unknown code in these fields breaks a second rule, and PostgreSQL names one of the two."""


def words(rule: str) -> str:
    """What a person reads when the rule is broken, in the language of the moment."""
    return str(MESSAGES.get(rule) or _constraint_messages()[rule])


def refusal(write: Callable[[], Any]) -> ValidationError:
    with pytest.raises(ValidationError) as caught:
        write()
    return caught.value


def counts() -> dict[str, int]:
    """How many rows every table holds, history included."""
    tables = [model._meta.db_table for model in apps.get_app_config("targets").get_models()]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"SELECT '{table}', count(*) FROM {table}" for table in tables))
        return dict(cursor.fetchall())


def keep(row: Any) -> None:
    """Writes the row without the checks that come before the database."""
    with writing(None):
        row.save()


def write_by_verb(row: Any) -> None:
    """Writes the row as a door of the program would."""
    adding = row._state.adding
    match row:
        case models.TargetRevision():
            targets.revise(row.target, row, by=None, at=row.recorded_at)
        case models.Milestone():
            targets.set_milestone(row, by=None, at=row.recorded_at)
        case models.Observation():
            observations.submit(row, by=None)
        case models.AssessmentPolicy() if row.number > 1 or models.AssessmentPolicy.objects.filter(code=row.code):
            policies.change(row, by=None, at=row.recorded_at)
        case models.AssessmentPolicy():
            policies.add(row, by=None, at=row.recorded_at)
        case models.Target():
            targets.add(row, revision(), by=None) if adding else targets.edit(row, by=None, version=None)
        case models.Task():
            tasks.add(row, by=None) if adding else tasks.edit(row, by=None, version=None)
        case models.Update():
            tasks.tell(row, by=None)
        case _:
            records.create(row, by=None) if adding else records.edit(row, by=None, version=None)


def test_a_breach_is_known_for_every_rule():
    assert set(BREACHES) | {name for name, *_ in closed_lists()} | set(ELSEWHERE) == all_rules()
    assert set(NOT_BY_VERB) <= set(BREACHES)


@pytest.mark.parametrize("rule", BREACHES)
def test_the_database_refuses_with_the_words_of_the_rule(rule):
    row = BREACHES[rule]()
    before, pk, adding = counts(), row.pk, row._state.adding
    for language in ("zh-hans", "en"):
        row.pk, row._state.adding = pk, adding
        with translation.override(language):
            error = refusal(lambda: keep(row))
            assert (error.rule, error.messages) == (rule, [words(rule)])
    assert counts() == before


@pytest.mark.parametrize("rule", [rule for rule in BREACHES if rule not in NOT_BY_VERB])
def test_a_verb_refuses_with_the_words_of_the_rule(rule):
    row = BREACHES[rule]()
    before = counts()
    assert words(rule) in refusal(lambda: write_by_verb(row)).messages
    assert counts() == before


@pytest.mark.parametrize(("rule", "model", "field", "value"), list(closed_lists()))
def test_the_database_keeps_codes_lists_and_numbers(rule, model, field, value):
    row = but(model, **FITTING.get(field, {}), **{field: value})
    error = refusal(lambda: keep(row))
    assert error.messages == [words(error.rule)]
    assert error.rule == rule or error.rule in ALSO[field]


@pytest.mark.parametrize("model", UNSAVED)
def test_a_row_that_breaks_nothing_is_kept(model):
    if model is not models.Target:  # which needs its revision
        keep(UNSAVED[model]())


def test_no_table_can_be_emptied_at_one_stroke():
    for model in apps.get_app_config("targets").get_models():
        with connection.cursor() as cursor, pytest.raises(IntegrityError, match="never_emptied"), transaction.atomic():
            cursor.execute(f"TRUNCATE {model._meta.db_table} CASCADE")


def test_a_reported_value_is_never_removed():
    row = make_observation()
    with pytest.raises(Refused, match=words("observation_kept")), writing(None):
        row.delete()


def test_revisions_of_the_record_are_never_removed_and_those_of_the_demonstration_may_go():
    for code, kept in (("plan", True), ("demo-plan", False)):
        target = make_target(make_plan(code=code))
        if kept:
            with pytest.raises(Refused, match=words("append_only")), writing(None):
                target.revisions.all().delete()
        else:
            target.revisions.all().delete()
            target.delete()
