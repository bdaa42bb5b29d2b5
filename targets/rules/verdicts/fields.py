"""Reading plain JSON values one key at a time; every refusal says where, which code, and what would fit."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, Self, TypeVar

from targets.rules.terms import Term
from targets.rules.verdicts.terms import find
from targets.rules.wording import Text

MOST_DIGITS: Final = 40
MOST_EXPONENT: Final = 30
LONGEST_TEXT: Final = 200
YEARS: Final = range(1000, 9001)
NUMBER: Final = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,4})?")
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

TOO_LONG: Final = Text(
    f"最多{MOST_DIGITS}位数字，指数在-{MOST_EXPONENT}至{MOST_EXPONENT}之间。",
    f"At most {MOST_DIGITS} digits and exponents from -{MOST_EXPONENT} to {MOST_EXPONENT} are taken.",
)

T = TypeVar("T", bound=Term)


class Refused(ValueError):
    """A value that does not fit: a stable code, the path to it, and a sentence for people that says what would fit."""

    def __init__(self, code: str, path: str, message: Text) -> None:
        super().__init__(f"{path}: {message.en}" if path else message.en)
        self.code, self.path, self.message = code, path, message


@dataclass(frozen=True)
class Fields:
    """The keys of one mapping and where it stands in the whole."""

    data: Mapping[str, Any]
    path: str

    @classmethod
    def of(cls, data: object, path: str, keys: set[str]) -> Self:
        if not isinstance(data, Mapping):
            raise Refused("wrong_type", path, Text("此处应为对象。", "An object is expected here."))
        fields = cls(data, path)
        for key in data:
            if key not in keys:
                raise Refused("unknown_key", fields.at(str(key)[:LONGEST_TEXT]), known(sorted(keys)))
        return fields

    def at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def get(self, key: str) -> Any:
        return self.data.get(key)

    def needed(self, key: str) -> Any:
        value = self.get(key)
        if value is None:
            raise Refused("missing", self.at(key), Text("此处必须有值。", "A value is needed here."))
        return value

    def fields(self, key: str, keys: set[str]) -> "Fields":
        return Fields.of(self.needed(key), self.at(key), keys)

    def items(self, key: str, most: int) -> list[Any]:
        value = [] if self.get(key) is None else self.get(key)
        if not isinstance(value, list | tuple):
            raise Refused("wrong_type", self.at(key), Text("此处应为列表。", "A list is expected here."))
        if len(value) > most:
            raise Refused("too_many", self.at(key), Text(f"最多{most}项。", f"At most {most} entries are taken."))
        return list(value)

    def text(self, key: str) -> str | None:
        value = self.get(key)
        if value is not None and not isinstance(value, str):
            raise Refused("wrong_type", self.at(key), Text("此处应为文字。", "A text is expected here."))
        if value is not None and len(value) > LONGEST_TEXT:
            message = Text(f"最多{LONGEST_TEXT}个字。", f"At most {LONGEST_TEXT} characters are taken.")
            raise Refused("too_long", self.at(key), message)
        return value

    def code(self, key: str, terms: type[T]) -> T | None:
        """A code of a closed list; an empty one says, like null, that nothing is stated."""
        return self.needed_code(key, terms) if self.text(key) else None

    def needed_code(self, key: str, terms: type[T]) -> T:
        self.needed(key)
        found = find(terms, self.text(key) or "")
        if found is None:
            raise Refused("unknown_code", self.at(key), known(terms))
        return found

    def day(self, key: str) -> date | None:
        return None if self.text(key) is None else self.needed_day(key)

    def needed_day(self, key: str) -> date:
        self.needed(key)
        text = self.text(key) or ""
        try:
            day = _day(text)
        except ValueError:
            raise Refused(
                "not_a_date", self.at(key), Text("日期写作2030-12-31。", "A day is written as 2030-12-31.")
            ) from None
        if day.year not in YEARS:
            first, last = YEARS.start, YEARS[-1]
            message = Text(f"年份应在{first}至{last}之间。", f"Years from {first} to {last} are taken.")
            raise Refused("not_a_date", self.at(key), message)
        return day

    def yes(self, key: str) -> bool:
        value = self.get(key)
        if value is not None and not isinstance(value, bool):
            raise Refused("wrong_type", self.at(key), Text("此处应为true或false。", "True or false is expected here."))
        return bool(value)

    def whole(self, key: str) -> int | None:
        number = self.size(key)
        if number is not None and (number != number.to_integral_value() or number.adjusted() > 6):
            message = Text("此处应为小于一千万的整数。", "A whole number below ten million is expected here.")
            raise Refused("not_a_number", self.at(key), message)
        return None if number is None else int(number)

    def size(self, key: str) -> Decimal | None:
        """A number that is not negative."""
        number = self.number(key)
        if number is not None and number < 0:
            raise Refused("negative", self.at(key), Text("此数不得为负。", "This number cannot be negative."))
        return number

    def number(self, key: str) -> Decimal | None:
        return None if self.get(key) is None else self.needed_number(key)

    def needed_number(self, key: str) -> Decimal:
        """A decimal number as a string; whole numbers and exact decimals may also come bare, binary floats may not."""
        value = self.needed(key)
        if isinstance(value, bool | float) or not isinstance(value, str | int | Decimal):
            message = Text('数字写作字符串："0.06"。', 'A number is written as a string: "0.06".')
            raise Refused("wrong_type", self.at(key), message)
        if isinstance(value, str) and (len(value) > LONGEST_TEXT or not NUMBER.fullmatch(value)):
            message = Text('数字写作"1200000"或"0.06"。', 'A number is written as "1200000" or "0.06".')
            raise Refused("not_a_number", self.at(key), message)
        return self._bounded(key, Decimal(value))

    def _bounded(self, key: str, number: Decimal) -> Decimal:
        _, digits, exponent = number.as_tuple()
        if not isinstance(exponent, int):
            raise Refused("not_a_number", self.at(key), Text("只接受有限的数。", "Only finite numbers are taken."))
        if len(digits) > MOST_DIGITS or abs(exponent) > MOST_EXPONENT:
            raise Refused("number_too_long", self.at(key), TOO_LONG)
        return number


def known(names: Iterable[str]) -> Text:
    """What would fit, where only a few words do."""
    listed = list(names)
    return Text(f"可用的有{'、'.join(listed)}。", f"Known are {', '.join(listed)}.")


def _day(text: str) -> date:
    if not DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)
