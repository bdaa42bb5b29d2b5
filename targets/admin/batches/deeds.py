"""The deeds themselves: what each would change in a row, whether it may, and by which service it is done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from targets.access import may, observing
from targets.admin.ask import ReturnForm
from targets.models import Batch, Organisation, Responsibility, Target, Task
from targets.models.base import choices, label
from targets.rules.terms import ObservationStatus, PlanStatus, ResponsibilityRole
from targets.services import batches
from targets.services.plans import statuses_before

Answers = dict[str, Any]


@dataclass(frozen=True)
class Change:
    """What would happen to a row; `why_not` says why nothing would."""

    before: str = ""
    after: str = ""
    why_not: str = ""


@dataclass(frozen=True)
class Deed:
    """One thing that can be done to many rows of a list."""

    name: str
    title: Any
    look: Callable[[Any, Answers, Any], Change]
    do: Callable[[Mapping[int, int], Answers, Any], Batch]
    form: type[forms.Form] | None = None
    can_undo: bool = True
    prepare: Callable[[list[Any], Any], Answers] = lambda rows, user: {}
    """What looking needs to know of all rows together; it is added to the answers."""


class KeeperForm(forms.Form):
    """Whose editors are to keep the plans."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("kept by"),
        help_text=_("The organisation whose editors keep these plans from now on; not who issued them."),
    )


class PartForm(forms.Form):
    """Which organisation gets which part."""

    organisation = forms.ModelChoiceField(Organisation.objects.none(), label=_("organisation"))
    role = forms.ChoiceField(
        choices=choices(ResponsibilityRole),
        label=_("role"),
        help_text=_("牵头 is lead, 责任 responsible, 配合 cooperating."),
    )


def _refused() -> Change:
    return Change(why_not=gettext("You may not do this here."))


def _to_status(status: PlanStatus, *, of: tuple[PlanStatus, ...], why_not: Any) -> Callable[..., Change]:
    def look(plan: Any, answers: Answers, user: Any) -> Change:
        if not may(user, "publish", plan):
            return _refused()
        if plan.status not in of:
            return Change(why_not=str(why_not))
        return Change(plan.get_status_display(), label(status))

    return look


def _reopened(plan: Any, answers: Answers, user: Any) -> Change:
    if not may(user, "publish", plan):
        return _refused()
    if plan.status != PlanStatus.ARCHIVED:
        return Change(why_not=gettext("It is not archived."))
    return Change(plan.get_status_display(), label(answers["statuses"][plan.pk]))


def _to_keeper(plan: Any, answers: Answers, user: Any) -> Change:
    owner = answers.get("organisation")
    before = str(plan.owner or gettext("nobody"))
    if not may(user, "change", plan):
        return _refused()
    if owner is None:
        return Change(before)
    if plan.owner_id == owner.pk:
        return Change(why_not=gettext("They keep it already."))
    handed = type(plan)(owner=owner)
    return Change(before, str(owner)) if may(user, "change", handed) else _refused()


def _to_part(row: Any, answers: Answers, user: Any) -> Change:
    parts = [f"{each.organisation} {each.get_role_display()}" for each in row.responsibilities.all()]
    before = "、".join(parts) or gettext("none")
    if not may(user, "change", row):
        return _refused()
    if not (organisation := answers.get("organisation")):
        return Change(before)
    wanted = Responsibility(organisation=organisation, role=answers["role"])
    words = f"{organisation} {wanted.get_role_display()}"
    if words in parts:
        return Change(why_not=gettext("This organisation has this part already."))
    return Change(before, "、".join([*parts, words]))


def _judged(target: Any, answers: Answers, user: Any) -> Change:
    if not may(user, "change", target):
        return _refused()
    kept = getattr(target, "assessment", None)
    return Change(kept.get_light_display() if kept else gettext("not judged"), gettext("judged by today's rules"))


def _reviewed(after: Any) -> Callable[..., Change]:
    def look(value: Any, answers: Answers, user: Any) -> Change:
        if value.status != ObservationStatus.SUBMITTED:
            return Change(why_not=gettext("It does not wait for review."))
        is_allowed = answers["rights"].allows(value.series_id, value.reported_by_id)
        return Change(value.get_status_display(), str(after)) if is_allowed else _refused()

    return look


def _reviewing(values: list[Any], user: Any) -> Answers:
    return {"rights": observing(user, "verify", {value.series_id for value in values})}


PUBLISH = Deed(
    "publish_plans",
    _("Publish…"),
    _to_status(PlanStatus.PUBLISHED, of=(PlanStatus.DRAFT,), why_not=_("It is no draft.")),
    lambda seen, answers, by: batches.publish(seen, by=by),
)
ARCHIVE = Deed(
    "archive_plans",
    _("Archive…"),
    _to_status(PlanStatus.ARCHIVED, of=(PlanStatus.DRAFT, PlanStatus.PUBLISHED), why_not=_("It is archived already.")),
    lambda seen, answers, by: batches.archive(seen, by=by),
)
RESTORE = Deed(
    "restore_plans",
    _("Restore…"),
    _reopened,
    lambda seen, answers, by: batches.restore(seen, by=by),
    prepare=lambda plans, user: {"statuses": statuses_before([plan.pk for plan in plans])},
)
KEEP = Deed(
    "keep_plans",
    _("Choose who keeps them…"),
    _to_keeper,
    lambda seen, answers, by: batches.keep(seen, answers["organisation"], by=by),
    form=KeeperForm,
)
JUDGE = Deed(
    "judge_targets",
    _("Judge again…"),
    _judged,
    lambda seen, answers, by: batches.judge(seen, by=by),
    can_undo=False,
)
VERIFY = Deed(
    "verify_values",
    _("Verify…"),
    _reviewed(_("verified")),
    lambda seen, answers, by: batches.verify(seen, by=by),
    can_undo=False,
    prepare=_reviewing,
)
RETURN = Deed(
    "return_values",
    _("Return…"),
    _reviewed(_("returned")),
    lambda seen, answers, by: batches.send_back(seen, answers["return_reason"], by=by),
    form=ReturnForm,
    can_undo=False,
    prepare=_reviewing,
)


def assigning(model: type[Task | Target]) -> Deed:
    """To give an organisation a part in the rows of this noun."""
    return Deed(
        f"assign_{model._meta.model_name}s",
        _("Assign responsibility…"),
        _to_part,
        lambda seen, answers, by: batches.assign(model, seen, answers["organisation"], answers["role"], by=by),
        form=PartForm,
    )


OF_PLANS = (PUBLISH, ARCHIVE, RESTORE, KEEP)
OF_TASKS = (assigning(Task),)
OF_TARGETS = (assigning(Target), JUDGE)
OF_VALUES = (VERIFY, RETURN)
