"""What every table of the register owes its editors and its readers."""

import re

import pytest
from django.contrib import admin
from django.core.checks import Tags, run_checks
from django.core.management import call_command
from django.db.models import CheckConstraint, UniqueConstraint

from targets.models.triggers import MESSAGES
from tests.house.project import our_models

WORKED_OUT = {
    "targets.Assessment": "the rule works it out anew from rows that are tracked; pages of targets show it",
    "targets.AssessmentChange": "it is itself the record of how lights changed; pages of targets show it",
    "targets.AssessmentRun": "it notes that the program judged; pages say the day that verdicts hold for",
}
OF_THE_DESK = {
    "targets.SearchEntry": "triggers keep it from rows that are tracked; lists and fields search by it",
    "targets.Batch": "it is itself the record of what was done to many rows",
}
UNTRACKED: dict[str, str] = {
    **WORKED_OUT,
    **OF_THE_DESK,
    "targets.Token": "it never changes but for its use and its end, and keeps the moments of both",
    "targets.SavedFilter": "it says nothing of the register, only what its owner likes to look at",
}
"""Models without history, each with the reason why nothing is lost."""

WITHOUT_HELP = {
    "targets.User": "Django's own form explains these fields",
}
"""Models whose fields explain themselves, each with the reason."""

NOT_IN_ADMIN = {
    "targets.AreaPart": "it is filled in as a row of its area",
    **WORKED_OUT,
    "targets.SearchEntry": OF_THE_DESK["targets.SearchEntry"],
}
"""Models without a page of their own in the admin, each with the reason."""


def label(model) -> str:
    return model._meta.label


def test_every_exemption_is_still_needed_and_has_its_reason():
    names = {label(model) for model in our_models()}
    for exempt in (UNTRACKED, WITHOUT_HELP, NOT_IN_ADMIN):
        assert set(exempt) <= names
        assert all(exempt.values())
    assert not set(UNTRACKED) & {label(model) for model in our_models() if _events(model)}
    assert not set(NOT_IN_ADMIN) & {label(model) for model in admin.site._registry}


def _events(model) -> set[str]:
    """For which changes the table writes history."""
    return {trigger.label for trigger in model._meta.triggers if hasattr(trigger, "event_model")}


@pytest.mark.parametrize("model", our_models(), ids=label)
def test_every_insert_update_and_delete_is_in_history(model):
    if label(model) not in UNTRACKED:
        assert _events(model) == {"insert", "update", "delete"}


@pytest.mark.parametrize("model", our_models(), ids=label)
def test_no_table_nor_its_history_can_be_emptied_unseen(model):
    tables = [model] + [trigger.event_model for trigger in model._meta.triggers if hasattr(trigger, "event_model")]
    for table in tables:
        assert "never_emptied" in {trigger.name for trigger in table._meta.triggers}


@pytest.mark.parametrize("model", our_models(), ids=label)
def test_every_field_that_is_filled_in_says_what_belongs_there(model):
    fields = [field for field in model._meta.get_fields() if getattr(field, "editable", False)]
    silent = [field.name for field in fields if not (field.auto_created or field.help_text)]
    assert label(model) in WITHOUT_HELP or silent == []


@pytest.mark.parametrize("model", our_models(), ids=label)
def test_every_constraint_says_what_to_do_instead(model):
    for constraint in model._meta.constraints:
        assert isinstance(constraint, CheckConstraint | UniqueConstraint)
        words = str(constraint.violation_error_message)
        assert words != str(constraint.default_violation_error_message), constraint.name
        assert words.endswith((".", "。")), constraint.name


@pytest.mark.parametrize("model", our_models(), ids=label)
def test_every_trigger_that_refuses_is_a_rule_with_words(model):
    """`never_emptied` and the like are known by the name in their function; services look the words up by it."""
    for trigger in model._meta.triggers:
        for name in re.findall(r"CONSTRAINT = '(\w+)'", str(getattr(trigger, "func", ""))):
            assert name == trigger.name
            assert str(MESSAGES[name]).strip()


@pytest.mark.parametrize("model", our_models(), ids=label)
def test_every_model_has_its_page_in_the_admin(model):
    admin.autodiscover()
    assert label(model) in NOT_IN_ADMIN or model in admin.site._registry


@pytest.mark.parametrize("model", our_models(), ids=label)
def test_every_model_and_field_has_a_name_for_people(model):
    named = [model._meta.verbose_name, *(field.verbose_name for field in model._meta.fields if field.editable)]
    assert not [name for name in named if "_" in str(name)]


@pytest.mark.django_db
def test_the_migrations_make_the_models_as_they_are():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_models_pass_djangos_own_checks():
    assert run_checks(tags=[Tags.models]) == []
