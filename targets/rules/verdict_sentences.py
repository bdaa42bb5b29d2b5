"""The verdict in two plain sentences of Chinese and English: what is known and asked, then why it is judged so."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from targets.rules import moments
from targets.rules.amounts import amount
from targets.rules.evidence import Evidence
from targets.rules.findings import Finding
from targets.rules.lights import age_in_days, greatest_age
from targets.rules.measurements import Derivation, Measurement, is_change
from targets.rules.numbers import rounded
from targets.rules.quantities import plain
from targets.rules.statement import Statement
from targets.rules.terms import Accumulation, Comparator, Measure, Quantifier
from targets.rules.verdict_terms import Attainment, Method, Pace, Reason
from targets.rules.verdict_words import (
    ASKED,
    DONE,
    DONE_DIRECTLY,
    EXPECTS,
    EXPECTS_DIRECTLY,
    FROM_ZERO,
    INEXACT,
    KNOWN,
    KNOWN_PERIODS,
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
    words = _words(evidence, finding)
    known, why = _filled(_known(evidence, finding), words), _filled(_why(evidence, finding), words)
    late = _filled(STALE, words) if is_stale else EMPTY
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


def _when(evidence: Evidence, measurement: Measurement) -> Text:
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


def _filled(template: Text, words: dict[str, Text]) -> Text:
    return Text(
        template.zh.format_map({name: word.zh for name, word in words.items()}),
        template.en.format_map({name: word.en for name, word in words.items()}),
    )


def _words(evidence: Evidence, finding: Finding) -> dict[str, Text]:
    """What the templates may name."""
    last, beside = finding.measurement, finding.progress
    start = evidence.target.start or evidence.target.base_date
    words = _limits(evidence) | {
        "asked": _asked(evidence),
        "when": EMPTY if last is None else _when(evidence, last),
        "value": _value(evidence, None if last is None else last.value),
        "unmet": UNMET_AT_LAST if finding.ruling.pace == Pace.MISSED else UNMET,
        "method": label(Method, evidence.method),
        "pace": label(Pace, finding.ruling.pace),
        "expected": _value(evidence, beside.expected_value),
        "share": _percent(beside.achieved_share),
        "gap": _gap(beside.gap_points),
        "percent": _percent(finding.ruling.figure),
        "figure": _figure(evidence, finding),
        "age": _count(age_in_days(evidence, last)),
        "base_day": EMPTY if evidence.base_day is None else moments.on_day(evidence.base_day),
        "start": EMPTY if start is None else moments.on_day(start),
    }
    words["kept"], words["tested"] = (_count(count) for count in finding.periods or (0, 0))
    expects, done = (EXPECTS_DIRECTLY, DONE_DIRECTLY) if evidence.is_direct else (EXPECTS, DONE)
    return words | {"expects": _filled(expects, words), "done": _filled(done, words)}


def _limits(evidence: Evidence) -> dict[str, Text]:
    limits = evidence.thresholds
    return {
        "ahead": _number(limits.ahead),
        "on_track": _number(limits.on_track),
        "behind": _number(limits.behind),
        "far_behind": _number(limits.far_behind),
        "on_track_share": _percent(limits.on_track),
        "behind_share": _percent(limits.behind),
        "limit": _count(greatest_age(evidence)),
    }


def _figure(evidence: Evidence, finding: Finding) -> Text:
    """The number by which a method decided: a forecast for what is held, else a ratio."""
    if finding.ruling.reason in (Reason.HELD_SAFELY, Reason.HELD_AT_RISK):
        return _value(evidence, finding.ruling.figure)
    return _number(finding.ruling.figure)


def _number(number: Decimal | None) -> Text:
    return EMPTY if number is None else Text(plain(readable(number)))


def _percent(share: Decimal | None) -> Text:
    return EMPTY if share is None else Text(f"{plain(readable(100 * share))}%")


def _gap(points: Decimal | None) -> Text:
    if not points:
        return Text("与进度持平", "level with it")
    far = plain(readable(abs(points)))
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
    return rounded(number, Decimal(1).scaleb(-max(2, 2 - number.adjusted())))
