"""JSON from strangers: exact numbers, no key twice, and a calm refusal of everything that is none."""

from decimal import Decimal

import pytest

from targets.rules.verdicts.fields import Refused
from targets.rules.verdicts.json_text import read_json


def test_every_number_stays_the_number_that_was_written() -> None:
    read = read_json(b'{"a": 0.1, "b": 12345678901234567890.1234567890123456789, "c": 7, "d": -0.0, "e": 1E+400}')
    assert read == {
        "a": Decimal("0.1"),
        "b": Decimal("12345678901234567890.1234567890123456789"),
        "c": Decimal(7),
        "d": Decimal("-0.0"),
        "e": Decimal("1e400"),
    }
    assert all(isinstance(number, Decimal) for number in read.values())  # type: ignore[attr-defined]


def test_what_is_no_number_stays_none_and_is_no_float() -> None:
    [endless, other] = read_json("[-Infinity, NaN]")  # type: ignore[misc]
    assert (str(endless), str(other)) == ("-Infinity", "NaN")


def test_the_mark_at_the_beginning_of_windows_files_is_passed_over() -> None:
    assert read_json('{"名": "值"}'.encode("utf-8-sig")) == {"名": "值"}


@pytest.mark.parametrize(
    "written",
    [
        *(b"", b"nonsense", b"{", b'{"a": 1,}', b"'a'", b"[1 2]", b'"\x00"', b'"a\nb"', b"\xff\xfe", b'"\xed\xa0\x80"'),
        *('{"a": 1}'.encode("utf-16"), b"[" * 200_000, b'{"a":' * 100_000, b"1e9999999999999999999999", b"--1", b"01"),
        *(b'"\\ud800"', b'{"\\udfff": 1}', b'[[{"a": "\\ud83d"}]]'),
    ],
)
def test_what_is_not_json_is_refused(written: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_json(written)
    assert (refused.value.code, refused.value.path) == ("invalid_json", "")


def test_a_key_that_stands_twice_is_refused_by_name() -> None:
    with pytest.raises(Refused) as refused:
        read_json('{"target": {"lower": 1, "upper": 2, "lower": 3}}')
    assert refused.value.code == "duplicate_key"
    assert "“lower”" in refused.value.message.zh


def test_the_name_of_such_a_key_can_be_written_out_whatever_it_is() -> None:
    with pytest.raises(Refused) as refused:
        read_json('{"\\ud800": 1, "\\ud800": 2}')
    assert refused.value.message.en.encode()


def test_twenty_thousand_keys_are_read_as_quickly_as_they_are_written() -> None:
    assert len(read_json("{" + ",".join(f'"{number}":0' for number in range(20_000)) + "}")) == 20_000  # type: ignore[arg-type]
