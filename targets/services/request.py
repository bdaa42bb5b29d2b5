"""The request in hand, named by the edge that took it in; logs and history carry the name. No model is needed here."""

from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""Empty outside of a request, in commands for example."""
