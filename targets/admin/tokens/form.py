"""What a new token is asked for."""

from datetime import date, datetime, time, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from targets.admin.forms import TellsRefusal
from targets.models import Plan, Token
from targets.queries.days import today

USUAL = timedelta(days=90)


class TokenForm(TellsRefusal, forms.ModelForm):
    """A token to be made; what opens the door is shown on the page after it."""

    plans = forms.ModelMultipleChoiceField(
        Plan.objects.none(),
        required=False,
        label=_("Plans"),
        help_text=Token._meta.get_field("plan_ids").help_text,
    )
    last_day = forms.DateField(
        label=_("Valid until"),
        initial=lambda: today() + USUAL,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
        help_text=_("The last day on which it opens anything; a year from now at the latest."),
    )

    class Meta:
        model = Token
        fields = ("name", "scope")

    def look_closer(self) -> None:
        """Fills in what the model keeps in another form."""
        plans, last = self.cleaned_data.get("plans"), self.cleaned_data.get("last_day")
        self.instance.plan_ids = sorted(plan.pk for plan in plans) if plans else None
        if last:
            day_after = min(last, date.max - timedelta(days=2)) + timedelta(days=1)
            midnight = datetime.combine(day_after, time.min, timezone.get_current_timezone())
            self.instance.expires_at = midnight

    def _tell(self, error: forms.ValidationError) -> None:
        for told in getattr(error, "error_dict", {}).pop("expires_at", []):
            self.add_error("last_day", told)
        if getattr(error, "error_dict", True):
            super()._tell(error)
