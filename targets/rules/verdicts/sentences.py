"""The verdict in two plain sentences of Chinese and English: what is known and asked, then why it is judged so."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache, partial
from string import Formatter
from typing import Final

from targets.rules import moments
from targets.rules.numbers import rounded
from targets.rules.quantities.writing import plain
from targets.rules.statements.amounts import amount
from targets.rules.statements.statement import Statement
from targets.rules.terms import Accumulation, Comparator, Measure, Quantifier
from targets.rules.verdicts.evidence import Evidence
from targets.rules.verdicts.findings import Finding
from targets.rules.verdicts.lights import age_in_days, greatest_age
from targets.rules.verdicts.measurements import Derivation, Measurement, is_change
from targets.rules.verdicts.terms import Attainment, Method, Pace, Reason
from targets.rules.verdicts.words import (
    ALL_THE_WAY,
    ASKED,
    DONE,
    DONE_DIRECTLY,
    EXPECTS,
    EXPECTS_DIRECTLY,
    FROM_ZERO,
    INEXACT,
    KNOWN,
    KNOWN_PERIODS,
    PART_OF_THE_WAY,
    PROVISIONAL,
    RUNS,
    STALE,
    TOLERANCE,
    UNMET,
    UNMET_AT_LAST,
    WHY,
    WHY_DIRECT,
    WHY_PROJECTED,
    WHY_UNMEASURED,
)
from targets.rules.wording import Text, label, semicolons

EMPTY: Final = Text("")
#: Numbers with more decimals are shown rounded.
MOST_DECIMALS: Final = 6


def sentence(evidence: Evidence, finding: Finding, *, is_stale: bool) -> Text:
    """Figure, period and target; then path, gap, method and boundary, or what is missing."""
    word = partial(_word, evidence, finding)
    known, why = _filled(_known(evidence, finding), word), _filled(_why(evidence, finding), word)
    late = _filled(STALE, word) if is_stale else EMPTY
    notes = _notes(evidence, finding)
    return Text(f"{known.zh}{why.zh}{late.zh}{notes.zh}。", f"{known.en}{why.en}{late.en}{notes.en}.")


def _known(evidence: Evidence, finding: Finding) -> Text:
    if evidence.goal is None:
        return EMPTY
    if finding.measurement is None:
        return ASKED
    return KNOWN_PERIODS if finding.periods else KNOWN[finding.attainment]


def _why(evidence: Evidence, finding: Finding) -> Text:
    reason = finding.ruling.reason
    if evidence.method == Method.UN_2023 and reason in WHY_PROJECTED:
        return WHY_PROJECTED[reason]
    if evidence.is_direct and reason in WHY_DIRECT:
        return WHY_DIRECT[reason]
    if finding.measurement is None and reason in WHY_UNMEASURED:
        return WHY_UNMEASURED[reason]
    return WHY[reason]


def _asked(evidence: Evidence) -> Text:
    target, goal = evidence.target, amount(_statement(evidence))
    deadline = None if target.deadline is None else moments.on_day(target.deadline)
    if evidence.is_every_period:
        every = _every(evidence)
        through = Text("至{}", " through {}").format(deadline) if deadline else EMPTY
        return Text(f"{through.zh}{every.zh}{goal.zh}", f"{goal.en} in every {every.en}{through.en}")
    by = Text("到{}", " by {}").format(deadline) if deadline else EMPTY
    return Text(f"{by.zh}{goal.zh}", f"{goal.en}{by.en}")


def _every(evidence: Evidence) -> Text:
    is_flow = evidence.indicator.accumulation == Accumulation.ANNUAL_FLOW
    is_yearly = is_flow or is_change(evidence.target, evidence.indicator)
    return Text("每年", "year") if is_yearly else Text("每期", "period")


def _when(evidence: Evidence, measurement: Measurement | None) -> Text:
    if measurement is None:
        return EMPTY
    day, first, last = moments.on_day(measurement.end), measurement.start, measurement.end
    if evidence.derivation is Derivation.RUNNING_TOTAL and not evidence.is_every_period:
        return Text("截至{}", "up to {}").format(day)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return Text(f"{last.year}年", f"for {last.year}")
    place = "at" if (last.month, last.day) == (12, 31) else "on"
    return Text("截至{}", f"{place} {{}}").format(day)


def _value(evidence: Evidence, number: Decimal | None) -> Text:
    return EMPTY if number is None else amount(_statement(evidence, readable(number)))


def _statement(evidence: Evidence, number: Decimal | None = None) -> Statement:
    """The target, or a bare number of its kind, in the shape that puts amounts into words."""
    target, indicator = evidence.target, evidence.indicator
    is_sum = evidence.derivation is Derivation.RUNNING_TOTAL and target.quantifier == Quantifier.OVER_PERIOD
    return Statement(
        indicator=EMPTY,
        unit=indicator.unit,
        unit_singular=indicator.unit_singular,
        measure=Measure.CUMULATIVE if is_sum and target.measure == Measure.LEVEL else target.measure,
        comparator=target.comparator if number is None else Comparator.BARE,
        lower=target.lower if number is None else number,
        upper=target.upper if number is None else None,
        tolerance=target.tolerance,
        scale=indicator.scale,
        direction=indicator.direction,
        stages=indicator.stages,
    )


def _filled(template: Text, word: Callable[[str], Text]) -> Text:
    """The template with its names filled; only what it names is worked out."""
    words = {name: word(name) for name in _names(template)}
    return Text(
        template.zh.format_map({name: found.zh for name, found in words.items()}),
        template.en.format_map({name: found.en for name, found in words.items()}),
    )


@cache
def _names(template: Text) -> frozenset[str]:
    parsed = Formatter().parse(template.zh + template.en)
    return frozenset(name for _, name, _, _ in parsed if name)


def _word(evidence: Evidence, finding: Finding, name: str) -> Text:
    if name in NESTED:
        return _filled(NESTED[name](evidence, finding), partial(_word, evidence, finding))
    return WORDS[name](evidence, finding)


def _day(day: date | None) -> Text:
    return EMPTY if day is None else moments.on_day(day)


def _figure(evidence: Evidence, finding: Finding) -> Text:
    """The number by which a method decided: a forecast for what is held, else a ratio."""
    if finding.ruling.reason in (Reason.HELD_SAFELY, Reason.HELD_AT_RISK):
        return _value(evidence, finding.ruling.figure)
    return _number(finding.ruling.figure)


def _number(number: Decimal | None) -> Text:
    return EMPTY if number is None else Text(plain(readable(number)))


def _percent(share: Decimal | None) -> Text:
    return EMPTY if share is None else Text(f"{plain(readable(100 * share))}%")


def _share(share: Decimal | None) -> Text:
    """A share that was worked out, however few decimals it happens to have."""
    return EMPTY if share is None else Text(f"{plain(shortened(100 * share))}%")


def _gap(points: Decimal | None) -> Text:
    if not points:
        return Text("与进度持平", "level with it")
    far = plain(shortened(abs(points)))
    side = Text("超前", "ahead") if points > 0 else Text("落后", "behind")
    return Text(f"{side.zh}{far}个百分点", f"{far} {'point' if far == '1' else 'points'} {side.en}")


def _count(number: int | None) -> Text:
    return EMPTY if number is None else Text(f"{number:,}")


def _notes(evidence: Evidence, finding: Finding) -> Text:
    """What was assumed, in brackets at the end."""
    notes = semicolons(_assumed(evidence, finding))
    return Text(f"（{notes.zh}）", f" ({notes.en})") if notes.zh else EMPTY


def _assumed(evidence: Evidence, finding: Finding) -> Iterator[Text]:
    last = finding.measurement
    if last is None:
        return
    if evidence.is_running_ceiling and finding.attainment == Attainment.NOT_MEASURABLE:
        yield RUNS
    if evidence.starts_at_zero:
        yield FROM_ZERO
    if evidence.goal is not None and evidence.goal.is_assumed:
        yield TOLERANCE.format(_percent(evidence.policy.approx_tolerance))
    if last.is_inexact:
        yield INEXACT
    if last.is_provisional:
        yield PROVISIONAL


def readable(number: Decimal) -> Decimal:
    """In full where it is short, else with two decimals or three digits, whichever shows more."""
    _, _, exponent = number.normalize().as_tuple()
    if isinstance(exponent, int) and exponent >= -MOST_DECIMALS:
        return number
    return shortened(number)


def shortened(number: Decimal) -> Decimal:
    """With two decimals or three digits, whichever shows more."""
    return rounded(number, Decimal(1).scaleb(-max(2, 2 - number.adjusted())))


#: Templates within templates.
NESTED: Final[dict[str, Callable[[Evidence, Finding], Text]]] = {
    "expects": lambda evidence, _: EXPECTS_DIRECTLY if evidence.is_direct else EXPECTS,
    "done": lambda evidence, _: DONE_DIRECTLY if evidence.is_direct else DONE,
    "missing": lambda _, finding: PART_OF_THE_WAY if finding.ruling.figure else ALL_THE_WAY,
}
#: What the templates may name.
WORDS: Final[dict[str, Callable[[Evidence, Finding], Text]]] = {
    "asked": lambda evidence, _: _asked(evidence),
    "when": lambda evidence, finding: _when(evidence, finding.measurement),
    "value": lambda evidence, finding: _value(evidence, finding.value),
    "unmet": lambda _, finding: UNMET_AT_LAST if finding.ruling.pace == Pace.MISSED else UNMET,
    "kept": lambda _, finding: _count(finding.periods and finding.periods[0]),
    "tested": lambda _, finding: _count(finding.periods and finding.periods[1]),
    "method": lambda evidence, _: label(Method, evidence.method),
    "pace": lambda _, finding: label(Pace, finding.ruling.pace),
    "expected": lambda evidence, finding: _value(evidence, finding.progress.expected_value),
    "share": lambda _, finding: _share(finding.progress.achieved_share),
    "gap": lambda _, finding: _gap(finding.progress.gap_points),
    "percent": lambda _, finding: _share(finding.ruling.figure),
    "figure": lambda evidence, finding: _figure(evidence, finding),
    "ahead": lambda evidence, _: _number(evidence.thresholds.ahead),
    "on_track": lambda evidence, _: _number(evidence.thresholds.on_track),
    "behind": lambda evidence, _: _number(evidence.thresholds.behind),
    "far_behind": lambda evidence, _: _number(evidence.thresholds.far_behind),
    "on_track_share": lambda evidence, _: _percent(evidence.thresholds.on_track),
    "behind_share": lambda evidence, _: _percent(evidence.thresholds.behind),
    "age": lambda evidence, finding: _count(age_in_days(evidence, finding.measurement)),
    "limit": lambda evidence, _: _count(greatest_age(evidence)),
    "base_day": lambda evidence, _: _day(evidence.base_day),
    "start": lambda evidence, _: _day(evidence.target.start or evidence.target.base_date),
}
