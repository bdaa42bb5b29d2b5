"""The pages of one's own tokens."""

from targets.admin.tokens.page import TokenAdmin

__all__ = ["TokenAdmin"]
