"""Many rows changed at one stroke: all of them, or none; kept with what stood before, so that it can be taken back."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from targets.models import Batch, Observation, Organisation, Plan, Responsibility, Target, Task, User
from targets.rules.terms import BatchVerb, PlanStatus, ResponsibilityRule
from targets.services import judging, reviewing
from targets.services.plans import statuses_before
from targets.services.writing import demand_writable, writing

Seen = Mapping[int, int]
"""The rows by id, each with the version that was looked at before it was decided."""
NAMED = 5
"""How many rows a refusal names."""


class Moved(ValidationError):
    """Some of the rows are no longer what was looked at; nothing was done."""

    def __init__(self, rows: Iterable[str]) -> None:
        names = list(rows)
        more = "…" if len(names) > NAMED else ""
        message = _("Changed or removed in the meantime: %(names)s. Nothing was done; look at them again.")
        super().__init__(message % {"names": "、".join(names[:NAMED]) + more}, "stale")


def publish(plans: Seen, *, by: User | None) -> Batch:
    """Lets everybody with read access see the plans."""
    return _change(BatchVerb.PUBLISH, plans, "status", _all(PlanStatus.PUBLISHED), by)


def archive(plans: Seen, *, by: User | None) -> Batch:
    """Closes the plans; they stay readable."""
    return _change(BatchVerb.ARCHIVE, plans, "status", _all(PlanStatus.ARCHIVED), by)


def restore(plans: Seen, *, by: User | None) -> Batch:
    """Opens archived plans again, each as the draft or the published plan that it was."""
    return _change(BatchVerb.RESTORE, plans, "status", _as_before, by)


def keep(plans: Seen, owner: Organisation, *, by: User | None) -> Batch:
    """Gives the plans to the editors of one organisation."""
    return _change(BatchVerb.KEEP, plans, "owner_id", _all(owner.pk), by)


def _all(value: Any) -> Callable[[list[Plan]], dict[int, Any]]:
    return lambda plans: dict.fromkeys((plan.pk for plan in plans), value)


def _as_before(plans: list[Plan]) -> dict[int, PlanStatus]:
    if others := [str(plan) for plan in plans if plan.status != PlanStatus.ARCHIVED]:
        raise Moved(others)
    return statuses_before([plan.pk for plan in plans])


def _change(
    verb: BatchVerb, plans: Seen, field: str, to: Callable[[list[Plan]], dict[int, Any]], by: User | None
) -> Batch:
    """Sets one column of plans. What stood there is kept with the version that the change made."""
    with writing(by, verb.value):
        rows = _locked(Plan, plans)
        before, after = {plan.pk: getattr(plan, field) for plan in rows}, to(rows)
        for value in set(after.values()):
            Plan.objects.filter(pk__in=[key for key in after if after[key] == value]).update(**{field: value})
        if field == "owner_id":
            judging.touch(plans=list(before))
        versions = dict(Plan.objects.filter(pk__in=before).values_list("pk", "version"))
        kept = {str(key): {field: old, "version": versions[key]} for key, old in before.items()}
        return Batch.objects.create(verb=verb, noun="plan", by=by, rows=list(before), before=kept)


def assign(model: type[Task | Target], rows: Seen, organisation: Organisation, role: str, *, by: User | None) -> Batch:
    """Gives an organisation the same part in tasks or in targets; one that it has already stays as it is."""
    noun = str(model._meta.model_name)
    with writing(by, BatchVerb.ASSIGN.value):
        found = _locked(model, rows)
        demand_writable(*found)
        keys = [row.pk for row in found]
        there = Responsibility.objects.filter(**{f"{noun}__in": keys}, organisation=organisation, role=role)
        has = set(there.values_list(noun, flat=True))
        part = {"organisation": organisation, "role": role, "rule": ResponsibilityRule.STATED}
        new = [Responsibility(**{f"{noun}_id": key}, **part) for key in keys if key not in has]
        made = Responsibility.objects.bulk_create(new)
        kept = {"made": [each.pk for each in made]}
        return Batch.objects.create(verb=BatchVerb.ASSIGN, noun=noun, by=by, rows=keys, before=kept)


def judge(targets: Seen, *, by: User | None) -> Batch:
    """Judges the targets again by today's rules and values."""
    with writing(by, BatchVerb.JUDGE.value):
        keys = [row.pk for row in _locked(Target, targets)]
        judging.touch(targets=keys)
        return Batch.objects.create(verb=BatchVerb.JUDGE, noun="target", by=by, rows=keys)


def verify(values: Seen, *, by: User | None) -> Batch:
    """Accepts values that wait for review."""
    with writing(by, BatchVerb.VERIFY.value):
        keys = [row.pk for row in _locked(Observation, values)]
        reviewing.verify_all(keys, by=by)
        return Batch.objects.create(verb=BatchVerb.VERIFY, noun="observation", by=by, rows=keys)


def send_back(values: Seen, reason: str, *, by: User | None) -> Batch:
    """Returns values to their reporters, all with the same reason."""
    with writing(by, reason):
        keys = [row.pk for row in _locked(Observation, values)]
        reviewing.return_all(keys, reason=reason, by=by)
        return Batch.objects.create(verb=BatchVerb.RETURN, noun="observation", by=by, rows=keys)


REVERSIBLE = (BatchVerb.PUBLISH, BatchVerb.ARCHIVE, BatchVerb.RESTORE, BatchVerb.KEEP, BatchVerb.ASSIGN)
"""The others leave nothing to go back to: a verdict is worked out, and a review stands in the register."""


def undo(batch: Batch, *, by: User | None) -> Batch:
    """Puts back what stood before. Raises ValidationError, and puts nothing back, if a row was changed since."""
    with writing(by, "undo"):
        current = Batch.objects.select_for_update().get(pk=batch.pk)
        if current.undone_at or current.verb not in REVERSIBLE:
            raise ValidationError(_("This cannot be taken back, or was already."), "refused")
        if current.verb == BatchVerb.ASSIGN:
            _take_parts_back(current.before["made"])
        else:
            _put_back(current.before)
        batch.undone_at = timezone.now()
        batch.save(update_fields=["undone_at"])
    return batch


def _put_back(before: Mapping[str, Mapping[str, Any]]) -> None:
    plans = {plan.pk: plan for plan in _locked(Plan, {int(key): kept["version"] for key, kept in before.items()})}
    for key, kept in before.items():
        old = {field: value for field, value in kept.items() if field != "version"}
        Plan.objects.filter(pk=plans[int(key)].pk).update(**old)
        if "owner_id" in old:
            judging.touch(plans=[int(key)])


def _take_parts_back(made: list[int]) -> None:
    parts = list(Responsibility.objects.select_for_update(of=("self",)).filter(pk__in=made))
    changed = [str(part) for part in parts if part.version != 1]
    if changed or len(parts) != len(made):
        raise Moved(changed or [_("a responsibility")])
    Responsibility.objects.filter(pk__in=made).delete()


def _locked(model: type[Model], seen: Seen) -> list[Any]:
    """The rows as they were looked at, kept from other writers. Raises Moved."""
    rows: list[Any] = list(
        model._default_manager.select_for_update(no_key=True, of=("self",)).filter(pk__in=seen).order_by("pk")
    )
    moved = [str(row) for row in rows if row.version != seen[row.pk]]
    gone = set(seen) - {row.pk for row in rows}
    if moved or gone:
        raise Moved([*moved, *(f"#{key}" for key in sorted(gone))])
    return rows
