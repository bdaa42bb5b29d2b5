"""The lists of the admin on the whole province: what a page takes, whoever asks, however deep and however narrowed."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

LIMIT = """
    SELECT target.id, revision.wording, assessment.light, plan.name FROM targets_target AS target
    JOIN targets_plan AS plan ON plan.id = target.plan_id
    JOIN targets_targetrevision AS revision ON revision.target_id = target.id
    LEFT JOIN targets_assessment AS assessment ON assessment.target_id = target.id
    ORDER BY target.plan_id, target.position, target.id LIMIT 51
"""
"""The rows of one page by one statement, without rights, counts, words or HTML."""


def measure(runs: int) -> list[str]:
    """The medians of each page for a site administrator and for an editor of one organisation, in milliseconds."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client

    from targets.models import Membership, Organisation, User
    from targets.rules.terms import Role
    from tests.bench.__main__ import in_turn

    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    settings.SECURE_SSL_REDIRECT = False
    # Pages name their static files as they lie in the packages; nothing needs to be collected first.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    head = User.objects.create_superuser("bench-head")
    clerk = User.objects.create_user("bench-clerk")
    body = Organisation.objects.filter(parent=None).order_by("pk").first() or Organisation.objects.earliest("pk")
    small = Organisation.objects.order_by("-pk").earliest("-pk")
    Membership.objects.create(user=clerk, organisation=small, role=Role.EDITOR)
    clients = {"administrator": Client(), "editor": Client()}
    for client, user in zip(clients.values(), (head, clerk), strict=True):
        client.force_login(user)

    def bare() -> None:
        with connection.cursor() as cursor:
            cursor.execute(LIMIT)
            cursor.fetchall()

    def opened(client: Any, address: str) -> Callable[[], None]:
        def open_page() -> None:
            answer = client.get(address)
            if answer.status_code != 200:
                raise RuntimeError(f"{address}: {answer.status_code}")

        return open_page

    lines = []
    for name, address in pages(body.pk).items():
        taken = in_turn(runs, bare=bare, **{who: opened(client, address) for who, client in clients.items()})
        lines.append(f"{name:36} " + _beside_bare(taken))
    return lines


def _beside_bare(taken: dict[str, float]) -> str:
    """Milliseconds of the bare statement and of each user's page, and how many times the bare statement that is."""
    limit = taken.pop("bare")
    each = (f"{who} {seconds * 1000:6.0f} ms {seconds / limit:5.0f} x" for who, seconds in taken.items())
    return "   ".join((f"bare {limit * 1000:5.1f} ms", *each))


def pages(body: int) -> dict[str, str]:
    """Addresses by what is looked for; `body` is an organisation at the top of the tree."""
    targets, values = "/admin/targets/target/", "/admin/targets/observation/"
    found = {word: f"{targets}?q={quote(word)}" for word in ("产量", "产业", "cl", "plan-17", "不在此处")}
    narrowed = {
        "red": "light=red",
        "far behind": "pace=far_behind",
        "deadline of a year": "deadline=2030",
        "deadline near": "deadline=near",
        "flagged": "flag=any",
        "without base": "missing=base",
        "without data": "missing=value",
        "a value waits": "missing=verified",
        "of my organisations": "whose=mine",
        "of an organisation and those below": f"plan__owner__id__exact={body}",
        "turned red": "turned=red",
    }
    asked = "/admin/autocomplete/?app_label=targets&model_name={}&field_name={}&term=" + quote("产业")
    return {
        "home": "/admin/",
        "targets, page 1": targets,
        "targets, page 50": f"{targets}?p=50",
        "targets, page 200": f"{targets}?p=200",
        **{f"targets found by {word}": address for word, address in found.items()},
        **{f"targets: {name}": f"{targets}?{query}" for name, query in narrowed.items()},
        "plans": "/admin/targets/plan/",
        "tasks": "/admin/targets/task/",
        "series": "/admin/targets/series/",
        "values": values,
        "values that wait": f"{values}?status__exact=submitted",
        "a series offered while typing": asked.format("target", "series"),
        "a plan offered while typing": asked.format("target", "plan"),
    }
