"""Rounding: half away from zero, whatever was divided on the way there."""

from decimal import Decimal, localcontext

import pytest

from targets.rules.numbers import EXACT, rounded

HALF = Decimal("0.0000000005")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0.0000000005", "0.000000001"),
        ("-0.0000000005", "-0.000000001"),
        ("0.00000000049999999999", "0"),
        ("2.0000000014999", "2.000000001"),
        ("0.333333333333", "0.333333333"),
        ("1e150", "1e150"),
    ],
)
def test_half_goes_away_from_zero(number: str, expected: str) -> None:
    assert rounded(Decimal(number)) == Decimal(expected)


@pytest.mark.parametrize("number", [HALF, -HALF, 7 * HALF])
@pytest.mark.parametrize("parts", [3, 6, 7, 365])
def test_what_is_half_stays_half_after_a_division_that_does_not_end(number: Decimal, parts: int) -> None:
    with localcontext(EXACT):
        assert rounded(number / parts * parts) == rounded(number)
        assert rounded(number * (Decimal(1) / parts) / (Decimal(1) / parts)) == rounded(number)
