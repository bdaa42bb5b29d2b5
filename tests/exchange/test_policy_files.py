"""Policies in a file: where they hold, their versions, and what the project's own ones say."""

from datetime import date
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import translation

from targets.exchange.fixtures.loading import load
from targets.exchange.fixtures.problems import Refused
from targets.models import Assessment, AssessmentPolicy, Plan, Target
from targets.queries.days import now, today
from targets.queries.policies import policy_named
from targets.rules.verdicts.policies import DEFAULT, THRESHOLDS, method_of, named, thresholds_of
from targets.rules.verdicts.terms import Method, RollupRule
from targets.services import policies
from tests.exchange.conftest import FIXTURES
from tests.exchange.files import SMALL, load_text

pytestmark = pytest.mark.django_db

OWN = """\
policies:
- {code: general, name: 一般规则, method: cagr-95-60-0}
- {code: of-plan, name: 本方案规则, plan: scheme, ahead: 3, rollup: counts}
- {code: of-office, name: 本单位规则, organisation: office, max_age_days: 62}
- {code: of-target, name: 本目标规则, target: scheme.output, method: deadline-only, effective_date: 2026-03-01}
- {code: of-target, number: 2, name: 本目标规则, target: scheme.output, effective_date: 2026-05-01, reason: 改回}
"""


def refused(folder: Path, text: str) -> str:
    with translation.override("en"), pytest.raises(Refused) as caught:
        load_text(folder, text)
    return "\n".join(map(str, caught.value.problems))


def test_policies_stand_in_their_place_and_judge_what_the_same_file_brings(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL + OWN)

    found = {(row.code, row.number): row.scope for row in AssessmentPolicy.objects.all()}
    assert found == {
        ("general", 1): None,
        ("of-plan", 1): Plan.objects.get(),
        ("of-office", 1): Plan.objects.get().owner,
        ("of-target", 1): Target.objects.get(),
        ("of-target", 2): Target.objects.get(),
    }
    assert AssessmentPolicy.objects.get(code="of-plan").rollup == RollupRule.COUNTS
    assert AssessmentPolicy.objects.get(code="of-plan").effective_date == date(2026, 1, 1)
    row = Assessment.objects.get()
    assert (row.policy_code, row.policy_number, row.method) == ("of-target", 2, Method.MILESTONE_PATH)


def test_a_weight_of_a_target_is_kept(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL.replace("    - code: scheme.output\n", "    - code: scheme.output\n      weight: 0.25\n"))
    assert str(Target.objects.get().weight.normalize()) == "0.25"


def test_a_second_load_adds_no_version_and_touches_none(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL + OWN)
    before = list(AssessmentPolicy.objects.values_list("pk", "recorded_at"))

    assert not load_text(tmp_path, (SMALL + OWN).replace("max_age_days: 62", "max_age_days: 9")).added
    assert list(AssessmentPolicy.objects.values_list("pk", "recorded_at")) == before


def test_a_version_that_someone_added_stays_and_the_file_waits_behind_it(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL + OWN)
    mine = AssessmentPolicy(code="general", name="我的规则", effective_date=date(2026, 2, 1), reason="本地要求")
    policies.change(mine, by=None)

    theirs = "- {code: general, number: 2, name: 新规则, reason: 改}\n"
    assert not load_text(tmp_path, SMALL + OWN + theirs).added
    assert AssessmentPolicy.objects.get(code="general", number=2).name == "我的规则"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- {code: general, number: 3, name: 规则, reason: 改}", "this one would be version 2"),
        ("- {code: absent, number: 2, name: 规则, reason: 改}", "There is no such policy"),
        ("- {code: general, number: 2, name: 规则}", "Say why the policy changes"),
        ("- {code: general, name: 规则}", "this row stands already"),
        ("- {code: other, name: 规则, plan: scheme}", "A policy stands here already"),
        ("- {code: other, name: 规则, plan: nowhere}", "unknown plan “nowhere”"),
        ("- {code: other, name: 规则, method: straight}", "unknown code “straight”"),
        ("- {code: default, name: 规则, plan: scheme}", "The default serves everywhere"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(tmp_path: Path, line: str, words: str) -> None:
    assert words in refused(tmp_path, SMALL + OWN + line + "\n")
    assert not AssessmentPolicy.objects.exists()


@pytest.fixture
def _own() -> None:
    load([FIXTURES / "policies.yaml"])


@pytest.mark.usefixtures("_own")
def test_the_default_and_each_method_stand_as_policies_with_the_thresholds_of_the_rule() -> None:
    for code in (DEFAULT.code, *Method):
        stored, usual = policy_named(code, AnonymousUser(), day=today(), known_at=now()), named(code)
        assert (stored.code, stored.method) == (usual.code, usual.method)
        method = method_of(usual, ())
        assert thresholds_of(stored, method) == THRESHOLDS[method], code
