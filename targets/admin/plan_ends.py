"""How a plan ends: archived and readable, restored, or removed where it is an empty draft."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext

from targets.access import may
from targets.admin.keeping import actor, seen_version
from targets.rules.terms import PlanStatus
from targets.services import plans


class EndPages:
    """What a plan's page needs to close the plan and to open it again."""

    def verbs(self) -> list[tuple[str, Any]]:
        own = [("archive", self.archive_view), ("restore", self.restore_view)]
        return [*super().verbs(), *own]  # type: ignore[misc]

    def archive_view(self: Any, request: HttpRequest, object_id: str) -> HttpResponse:
        """Says what archiving means, then closes the plan; it stays readable."""
        plan = self.row_or_404(request, object_id, "publish")
        if request.method == "POST":
            done = gettext("The plan is archived.")
            return self.act(
                request, plan, lambda: plans.archive(plan, by=actor(request), version=seen_version(request)), done
            )
        context = {
            "title": gettext("Archive or delete"),
            "back": self.url_of(plan),
            "why_kept": plans.why_kept(plan),
            "is_draft": plan.status == PlanStatus.DRAFT,
            "is_archived": plan.status == PlanStatus.ARCHIVED,
        }
        return self.show(request, plan, "targets/archive.html", context)

    def restore_view(self: Any, request: HttpRequest, object_id: str) -> HttpResponse:
        """Opens an archived plan again."""
        plan = self.row_or_404(request, object_id, "publish")
        return self.act(
            request,
            plan,
            lambda: plans.restore(plan, by=actor(request), version=seen_version(request)),
            gettext("The plan is open again."),
        )

    def delete_view(
        self: Any, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        plan = self.get_object(request, object_id)
        why = plan and may(request.user, "change", plan) and plans.why_kept(plan)
        if not why:
            return super().delete_view(request, object_id, extra_context)  # type: ignore[misc]
        messages.error(request, gettext("The plan is not deleted. %(why)s Archive it instead.") % {"why": why})
        return HttpResponseRedirect(self.url_of(plan, "archive"))

    def remove(self, row: Any, by: Any, version: int | None = None) -> None:
        plans.remove(row, by=by, version=version)
