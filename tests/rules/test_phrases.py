"""What printed targets say, over the whole table of phrases."""

import pytest

from targets.rules.quantities.proposals import Proposal, read
from targets.rules.statements.reading import formal_reading
from targets.rules.statements.shape import shape_problems
from tests.rules.printing import Phrase, entered, phrases, said, table

PHRASES = phrases()
SUGGESTED = ("direction", "accumulation")
over_all = pytest.mark.parametrize("phrase", PHRASES, ids=[phrase.wording for phrase in PHRASES])


def reading(phrase: Phrase) -> tuple[Proposal, ...]:
    return read(phrase.wording, unit=phrase.unit, year=phrase.year)


def test_every_pattern_has_phrases() -> None:
    numbered = {int(group["pattern"]) for group in table() if "pattern" in group}
    assert numbered == set(range(1, 49))
    assert len(PHRASES) >= 200


@over_all
def test_the_words_say_these_fields_and_no_others(phrase: Phrase) -> None:
    found = [said(proposal) for proposal in reading(phrase)]
    wanted = [{name: value for name, value in says.items() if name not in SUGGESTED} for says in phrase.says]
    for fields in found:
        fields |= {"flags": frozenset(fields["flags"])} if "flags" in fields else {}
    assert found == wanted


@over_all
def test_the_words_suggest_this_for_the_indicator(phrase: Phrase) -> None:
    for proposal, says in zip(reading(phrase), phrase.says, strict=True):
        assert {name: getattr(proposal, name) for name in SUGGESTED if name in says} == {
            name: says[name] for name in SUGGESTED if name in says
        }


@over_all
def test_a_proposal_can_be_entered_as_it_is(phrase: Phrase) -> None:
    for proposal in reading(phrase):
        codes = {problem.code for problem in shape_problems(entered(proposal))}
        undated = proposal.base_value is not None and proposal.base_date is None
        assert codes == ({"base_date_missing"} if undated else set())


@over_all
def test_what_it_reads_as_is_what_the_words_say(phrase: Phrase) -> None:
    for proposal, wanted in zip(reading(phrase), phrase.readings, strict=True):
        assert wanted in (None, formal_reading(entered(proposal)).zh)


@over_all
def test_each_part_points_at_the_words_that_gave_it(phrase: Phrase) -> None:
    for proposal in reading(phrase):
        assert proposal.text == phrase.wording[proposal.start : proposal.end]
        for part in proposal.parts:
            assert 0 <= part.start < part.end <= len(phrase.wording)
            assert getattr(proposal, part.field) not in (None, "", ())
