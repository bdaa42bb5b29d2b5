"""For which day, which knowledge and which rule a verdict is asked for, as written into an address."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from targets.access import visible
from targets.admin.policy_words import called
from targets.models import AssessmentPolicy, Target
from targets.queries.days import now, today
from targets.queries.policies import as_rule, offered
from targets.rules.times import read_day, read_moment
from targets.rules.verdicts.policies import Policy
from targets.rules.verdicts.policies import named as built_in

NAMES = ("as_of", "known_at", "policy")


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked; `rule` judges instead of the target's own."""

    day: date
    known_at: datetime
    known_day: date | None
    rule: Policy | None
    policy: AssessmentPolicy | None

    @property
    def is_now(self) -> bool:
        return self.day == today() and self.known_day is None and self.rule is None


class DayInput(forms.DateInput):
    """The browser's own field for days; what is no day is left to the message, since no such field can hold it."""

    input_type = "date"

    def format_value(self, value: Any) -> str | None:
        return str(value) if is_day(value) else None


class DayField(forms.DateField):
    """A day as programs write it."""

    widget = DayInput

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or is_day(value):
            return super().to_python(value)
        raise ValidationError(
            _("“%(value)s” is no day of the calendar. Write it as 2026-12-31."), "invalid", {"value": str(value)[:40]}
        )


def is_day(value: Any) -> bool:
    try:
        read_day(str(value))
    except ValueError:
        return False
    return True


class QuestionForm(forms.Form):
    """Another day, another knowledge, another rule; what is left blank is today, now, and the target's own."""

    as_of = DayField(
        label=_("Day judged"), required=False, help_text=_("Only values whose period ended by then count.")
    )
    known_at = DayField(label=_("As known on"), required=False, help_text=_("What was recorded later does not count."))
    policy = forms.CharField(label=_("By the rule"), required=False, widget=forms.Select, max_length=100)

    def __init__(self, data: QueryDict | None, target: Target, user: Any) -> None:
        super().__init__(data, label_suffix="")
        self.user = user
        rows = visible(offered(target, today(), now()), user).order_by("code")
        named = [(row.code, called(row)) for row in rows]
        asked = str(data.get("policy", "")) if data else ""
        extra = [] if not asked or asked in dict(named) else [(asked, asked)]
        self.fields["policy"].widget.choices = [("", _("the target's own")), *named, *extra]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if not self.errors:
            answers["rule"], answers["row"] = self._rule(answers)
        return answers

    def _rule(self, answers: dict[str, Any]) -> tuple[Policy | None, AssessmentPolicy | None]:
        """The policy as it was in force then; a policy that the user may not see does not exist."""
        if not (code := answers["policy"]):
            return None, None
        versions = AssessmentPolicy.objects.in_force(answers["as_of"] or today(), _moment(answers))
        row = visible(versions.select_related("plan", "organisation", "target"), self.user).filter(code=code).first()
        if row is not None:
            return as_rule(row), row
        try:
            return built_in(code), None
        except ValueError:
            message = gettext("No rule with this code was in force then.")
            raise ValidationError({"policy": message}, "unknown") from None

    def question(self) -> Question:
        """What is asked; today and now where the address is silent or cannot be understood."""
        answers = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return Question(
            day=answers.get("as_of") or today(),
            known_at=_moment(answers),
            known_day=answers.get("known_at"),
            rule=answers.get("rule"),
            policy=answers.get("row"),
        )


def read(address: QueryDict, target: Target, user: Any) -> QuestionForm:
    """The form as the address fills it; unbound where the address asks nothing."""
    return QuestionForm(address if any(address.get(name) for name in NAMES) else None, target, user)


def _moment(answers: dict[str, Any]) -> datetime:
    day = answers.get("known_at")
    return now() if day is None else min(read_moment(day.isoformat()), now())
