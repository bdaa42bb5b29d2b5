"""The verdict in SQL: the twin of the rule in targets/rules for sets of targets, by the four linear methods."""

from targets.models.expressions.verdict import verdicts

__all__ = ["verdicts"]
