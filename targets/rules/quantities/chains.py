"""The words that stand right before a number and say something about it."""

from collections.abc import Sequence
from typing import Final

from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.tokens import Token
from targets.rules.quantities.words import FILLERS

MOST_FILLERS: Final = 4
CHAINED: Final = frozenset(
    (
        *(Kind.COMPARATOR, Kind.REACH, Kind.TO, Kind.HOLD, Kind.KEEP, Kind.RISE, Kind.FALL, Kind.RISE_TO, Kind.FALL_TO),
        *(Kind.GROWTH, Kind.DROP, Kind.CLIMB, Kind.NEW, Kind.NET, Kind.GROSS, Kind.CUMULATIVE, Kind.YEARLY),
        *(Kind.AVERAGE, Kind.MODALITY, Kind.APART, Kind.EACH, Kind.TOGETHER, Kind.MEMBERS, Kind.PARAMETER, Kind.FROM),
        *(Kind.DEVIATION, Kind.STAGE, Kind.HELD),
    )
)


def chain_before(text: str, tokens: Sequence[Token], place: int) -> list[Token]:
    """The words right before a token, in order; a time may stand between (提高到2025年的42%)."""
    chain: list[Token] = []
    at = tokens[place].start
    for index in range(place - 1, -1, -1):
        token = tokens[index]
        if not is_filler(text, token.end, at):
            break
        if token.kind in CHAINED:
            chain.append(token)
        elif token.kind != Kind.SPAN or at != tokens[place].start or text[at - 1] != "的":
            break
        at = token.start
    return chain[::-1]


def is_filler(text: str, start: int, end: int) -> bool:
    """Whether nothing but small words stands between two places."""
    return end - start <= MOST_FILLERS and FILLERS.issuperset(text[start:end])
