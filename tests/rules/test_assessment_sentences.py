"""Golden texts: at least one for every reason, in a file that a person reads."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from targets.rules.verdicts.terms import Attainment, Light, Method, Pace, Reason, VerdictFlag
from tests.rules.questions import ask

GOLDEN: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "verdict-sentences.yaml").read_text("utf-8"))


@pytest.mark.parametrize("row", GOLDEN, ids=[f"{row['reason']}-{place}" for place, row in enumerate(GOLDEN)])
def test_a_verdict_is_said_in_these_words(row: dict[str, Any]) -> None:
    answer = ask(*row.get("values", []), **row.get("changes", {}))

    assert answer["reason"] == row["reason"]
    assert answer["sentence"] == {"zh": row["zh"], "en": row["en"]}


def test_every_reason_has_its_golden_text() -> None:
    assert {row["reason"] for row in GOLDEN} == set(Reason)


def test_a_sentence_is_one_or_two() -> None:
    for row in GOLDEN:
        assert row["zh"].count("。") <= 2
        assert row["en"].count(". ") <= 1


def test_every_code_of_the_verdict_has_words_in_both_languages() -> None:
    for terms in (Attainment, Pace, Light, Method, Reason, VerdictFlag):
        for term in terms:
            assert term.zh, term
            assert term.en, term
        assert len({term.zh for term in terms}) == len(terms)


def test_a_long_fraction_is_shown_short() -> None:
    assert "33.33个百分点" in ask(("2025-12-31", "55"), base_value="52", lower="70")["sentence"]["zh"]
    assert "0.00012" in ask(("2025-12-31", "0.00012"), base_value="0", lower="1")["sentence"]["en"]


def test_a_share_of_a_rate_is_shown_as_short_as_any_other() -> None:
    rate = {"measure": "annual_growth", "lower": "0.06", "base_value": "1200"}
    assert "83.44%，落后16.56个百分点" in ask(("2025-12-31", "1532"), **rate)["sentence"]["zh"]
