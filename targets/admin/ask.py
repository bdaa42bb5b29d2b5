"""Short questions before something is done to a row."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class WithdrawForm(forms.Form):
    """From when a target is in force no more, and why."""

    effective_date = forms.DateField(
        label=_("effective from"),
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        help_text=_("From that day on the target is no longer in force. It stays in the register."),
    )
    reason = forms.CharField(label=_("reason"), widget=forms.Textarea({"rows": 3}), max_length=2000)


class WithdrawPolicyForm(forms.Form):
    """From when a policy judges no more, and why."""

    effective_date = forms.DateField(
        label=_("effective from"),
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        help_text=_(
            "From that day on what it judged falls to the next rule: that of the plan, the nearest organisation, in the "
            "end the default. Its versions stay, and earlier days are still judged by them."
        ),
    )
    reason = forms.CharField(label=_("reason"), widget=forms.Textarea({"rows": 3}), max_length=2000)


class ReturnForm(forms.Form):
    """Why a value goes back to its reporter."""

    return_reason = forms.CharField(
        label=_("reason for return"),
        widget=forms.Textarea({"rows": 3}),
        max_length=2000,
        help_text=_("The reporter reads this: say what to mend."),
    )


def tell(form: forms.BaseForm, messages: dict[str, Any]) -> None:
    """Puts what a service refused at the questions it concerns."""
    for name, texts in messages.items():
        form.add_error(name if name in form.fields else None, texts)
