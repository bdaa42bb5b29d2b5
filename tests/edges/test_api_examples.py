"""The examples of the API's document are real answers about what is in fixtures/."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.core.management import call_command
from django.test import Client

from targets.api.v1.preview import PreviewView
from tests.edges.api import SHELVES, ask, rows

pytestmark = pytest.mark.django_db
FILE = Path(configured.BASE_DIR) / "targets/api/v1/examples.json"
PLAN = "chegu-corridor-2026-2030"
DAY = "2026-03-02"
CHOSEN = {
    "organisations": "organisations/wuhan/",
    "areas": "areas/chegu-corridor/",
    "plans": f"plans/{PLAN}/",
    "tasks": f"tasks/{PLAN}.1/",
    "sources": "sources/hubei-daily-spring-2026/",
    "assessment-policies": "assessment-policies/default/",
}
OF_THE_DEMONSTRATION = {
    "organisations/summary": f"organisations/demo-industry/summary/?as_of={DAY}",
    "areas/summary": f"areas/demo-corridor/summary/?as_of={DAY}",
    "plans/summary": f"plans/demo-corridor-2021-2030/summary/?as_of={DAY}",
    "targets/assessment": f"targets/demo-corridor.parts-ratio/assessment/?as_of={DAY}",
}
"""The real plans are too young to have values."""
RENEW = 'Renew it: RENEW=on make test ARGS="-k examples", then renew docs/openapi.yaml.'


def test_the_examples_are_what_the_fixtures_answer(client: Client) -> None:
    call_command("load_fixtures", verbosity=0)
    answers = {shelf: settled(ask(client, address)) for shelf, address in chosen(client).items()}
    call_command("load_fixtures", demo=True, verbosity=0)
    answers |= {name: settled(ask(client, address)) for name, address in OF_THE_DEMONSTRATION.items()}
    asked = client.post("/api/v1/assessments/preview/", PreviewView.request_example, "application/json")
    answers |= {"assessments/preview": asked.json(), "plans/summary": shortened(answers["plans/summary"])}
    if os.environ.get("RENEW") == "on":
        FILE.write_text(json.dumps(answers, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert json.loads(FILE.read_text(encoding="utf-8")) == answers, RENEW


def chosen(client: Client) -> dict[str, str]:
    """The address of one telling row of each shelf; the first one where none is chosen."""
    addresses = {shelf: found[0]["url"] for shelf in SHELVES if (found := rows(client, f"{shelf}/"))}
    [target] = rows(client, "targets/", plan=PLAN, q="超200万辆")
    series = {"series": target["series"]["url"], "indicators": target["indicator"]["url"]}
    return addresses | CHOSEN | series | {"targets": f"{target['url']}?as_of={DAY}"}


def shortened(summary: Any) -> Any:
    """With the first two of its tasks; all look alike."""
    return summary | {"tasks": summary["tasks"][:2]}


def settled(answer: Any) -> Any:
    """The answer as the first row of a fresh register would look, served from an example address."""
    text = json.dumps(answer, ensure_ascii=False)
    text = text.replace("http://testserver", "https://tracker.example")
    text = re.sub(r'"id": \d+', '"id": 1', text)
    text = re.sub(r"/(targets|milestones|observations|updates|citations)/\d+/", r"/\1/1/", text)
    text = re.sub(r'"(\w+_at)": "[^"]+"', r'"\1": "2026-03-02T01:00:00Z"', text)
    return json.loads(re.sub(r'"as_of": "[^"]+"', f'"as_of": "{DAY}"', text))
