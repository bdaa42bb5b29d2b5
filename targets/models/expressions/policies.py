"""The twin of rules/verdicts/policies.py: the method, its thresholds where the policy sets none, and the age of stale data."""

from typing import Final

from targets.models.expressions.writing import choice, code
from targets.rules.terms import Frequency
from targets.rules.verdicts.policies import MAX_AGE_DAYS, THRESHOLDS
from targets.rules.verdicts.terms import Method

#: The methods that this statement knows.
LINEAR: Final = (Method.LINEAR_PATH, Method.MILESTONE_PATH, Method.STEP_PATH, Method.DEADLINE_ONLY)

METHOD: Final = f"""coalesce(q.method, CASE
      WHEN EXISTS (SELECT FROM given_milestones AS m WHERE m.key = q.key) THEN {code(Method.MILESTONE_PATH)}
      ELSE {code(Method.LINEAR_PATH)} END)"""


def threshold(name: str) -> str:
    """The policy's own, else that of the method; a method whose pace needs none has none."""
    usual = {method.value: getattr(THRESHOLDS[method], name) for method in LINEAR}
    numbers = {method: number for method, number in usual.items() if number is not None}
    return f"coalesce(q.{name}, {choice('q.judged_by', numbers)})"


#: By the policy, else by frequency; a yearly total ages by the year however often its parts come.
AGE_LIMIT: Final = f"""coalesce(q.max_age_days, CASE
      WHEN q.is_flow AND (q.is_every OR NOT q.is_total) THEN {MAX_AGE_DAYS[Frequency.YEAR]}
      ELSE {choice("q.frequency", MAX_AGE_DAYS)} END)"""
