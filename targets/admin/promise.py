"""What a target says, as a form: typed with a new target, and with each revision of it."""

from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms.models import construct_instance
from django.utils.translation import gettext_lazy as _

from targets.admin.figures import say
from targets.admin.forms import RecordForm, messages_by_field
from targets.models import TargetRevision
from targets.rules.statements.shape import shape_problems

NUMBERS = (
    (_("What is printed"), {"fields": ("wording", "citation")}),
    (
        _("What it means"),
        {
            "fields": (
                *(("measure", "quantifier"), ("comparator", "scale"), ("lower", "upper"), "tolerance"),
                *(("deadline", "deadline_precision"), "deadline_source"),
                *(("base_value", "base_date"), "base_source", ("modality", "nature")),
            )
        },
    ),
    (_("What the text leaves open"), {"fields": ("flags",)}),
)
DECISION = (_("Since when, and why"), {"fields": ("effective_date", "reason", "deciding_document")})
DECIDED = ("effective_date", "reason", "deciding_document")
SAID = [
    *("wording", "citation", "measure", "comparator", "lower", "upper", "tolerance", "scale", "quantifier"),
    *("deadline", "deadline_precision", "deadline_source", "base_value", "base_date", "base_source"),
    *("modality", "nature", "flags", *DECIDED),
]
SET_BY_SERVICE = {"target", "number", "recorded_at", "recorded_by"}


class NewTargetForm(RecordForm):
    """A target together with its first revision."""

    promise: TargetRevision

    def look_closer(self) -> None:
        self.promise = construct_instance(self, TargetRevision(), SAID)
        if not tell_problems(self, self.promise):
            self._tell_refused(self.promise)

    def _tell_refused(self, promise: TargetRevision) -> None:
        try:
            promise.full_clean(exclude=SET_BY_SERVICE, validate_unique=False)
        except ValidationError as error:
            for name, messages in messages_by_field(error).items():
                if name not in self.errors:
                    self.add_error(None if name == NON_FIELD_ERRORS else name, messages)


class RevisionForm(RecordForm):
    """A further revision; knows which one its author saw."""

    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput, label="")

    def look_closer(self) -> None:
        if tell_problems(self, self.instance):
            # The constraints say the same, without naming a field.
            self.errors.pop(NON_FIELD_ERRORS, None)

    def clean_reason(self) -> str:
        """The first revision needs none; this is a later one."""
        reason: str = self.cleaned_data["reason"]
        if not reason.strip():
            raise ValidationError(TargetRevision._meta.get_field("reason").error_messages["blank"], "required")
        return reason


def tell_problems(form: Any, promise: TargetRevision) -> bool:
    """Marks the fields that do not fit together; whether there are any."""
    problems = [problem for problem in shape_problems(promise) if problem.field not in form.errors]
    for problem in problems:
        form.add_error(problem.field, ValidationError(say(problem.message), problem.code))
    return bool(problems) or any(name in form.errors for name in SAID)
