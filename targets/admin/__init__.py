"""The editors' admin: one file per noun, and what they share."""

from targets.admin import (
    accounts,
    areas,
    batch_list,
    indicators,
    milestones,
    observations,
    organisations,
    plans,
    policies,
    revisions,
    saved_filters,
    series,
    sources,
    targets,
    tasks,
    tokens,
)

__all__ = [
    "accounts",
    "areas",
    "batch_list",
    "indicators",
    "milestones",
    "observations",
    "organisations",
    "plans",
    "policies",
    "revisions",
    "saved_filters",
    "series",
    "sources",
    "targets",
    "tasks",
    "tokens",
]
