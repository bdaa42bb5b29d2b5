"""How tests type a target: the fields of the form, and the question it asks while they are typed."""

from typing import Any

from django.test import Client
from django.urls import reverse

ADD = "admin:targets_target_add"
ASK = "admin:targets_target_propose"


def promise(**given: Any) -> dict[str, Any]:
    """超200万辆 by 2030, as an editor types it."""
    says = {"wording": "超200万辆", "measure": "level", "comparator": "gt", "lower": "2,000,000", "scale": "10000"}
    when = {"deadline": "2030-12-31", "deadline_precision": "year", "deadline_source": "stated", "base_source": "none"}
    manner = {"quantifier": "at_deadline", "modality": "unstated", "nature": "unstated", "effective_date": "2026-01-01"}
    return {**says, **when, **manner, "position": 0, **given}


def measured(**given: Any) -> dict[str, Any]:
    """A new indicator in place of a series: vehicle output."""
    names = {"new_name": "整车产量", "new_name_en": "vehicle output", "new_unit": "辆", "new_unit_en": "vehicles"}
    kinds = {"new_accumulation": "annual_flow", "new_direction": "up", "new_frequency": "year"}
    return {"counted": "new", **names, **kinds, **given}


def asked(desk: Client, data: dict[str, Any]) -> dict[str, Any]:
    """What the form is told while it is typed."""
    answer = desk.post(reverse(ASK), data)
    assert answer.status_code == 200, answer.content
    return answer.json()
