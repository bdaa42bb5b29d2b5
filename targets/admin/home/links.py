"""A number on the first page, and the address of the list that holds just those rows."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString

from targets.queries.desk import Number, Scope

RECORD = {"demo": "no"}


@dataclass(frozen=True)
class Figure:
    """A number, what it counts, and its list."""

    name: str
    number: Number
    words: str | SafeString
    url: str


def listed(noun: str, **asked: Any) -> str:
    """The address of a list with its filters."""
    return f"{reverse(f'admin:targets_{noun}_changelist')}?{urlencode(asked)}"


def of_targets(scope: Scope, **asked: Any) -> str:
    """Targets of the record in open plans, all or their own, that meet the filters."""
    return listed("target", **asked, **_whose(scope), archived="no", **RECORD)


def of_plans(scope: Scope, status: str) -> str:
    return listed("plan", status__exact=status, **_whose(scope), **RECORD)


def of_values(scope: Scope, **asked: Any) -> str:
    return listed("observation", status__exact="submitted", **asked, **_whose(scope), **RECORD)


def to_review() -> str:
    return listed("observation", review="mine", **RECORD)


def sent_back() -> str:
    return listed("observation", review="returned", **RECORD)


def _whose(scope: Scope) -> dict[str, str]:
    return {"whose": "mine"} if scope.is_own else {}
