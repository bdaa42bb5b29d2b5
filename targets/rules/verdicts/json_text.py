"""JSON read strictly: exact numbers, no key twice, nothing that could not be written out again."""

import json
from decimal import Decimal
from typing import Any, Final

from targets.rules.verdicts.fields import LONGEST_TEXT, Refused
from targets.rules.wording import Text

NOT_JSON: Final = Text("此处应为UTF-8编码的JSON。", "JSON in UTF-8 is expected here.")


def read_json(written: str | bytes) -> object:
    """The value in a text; every number in it is a Decimal, also those that are none. Raises Refused."""
    try:
        text = written if isinstance(written, str) else written.decode("utf-8-sig")
        read: object = json.loads(
            text, parse_float=Decimal, parse_int=Decimal, parse_constant=Decimal, object_pairs_hook=_object
        )
        json.dumps(read, ensure_ascii=False, default=str).encode()
    except Refused:
        raise
    except (ValueError, ArithmeticError, RecursionError):
        # Half a surrogate pair is a ValueError of the encoding above: it would come back in a path or a name.
        raise Refused("invalid_json", "", NOT_JSON) from None
    return read


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for name, value in pairs:
        if name in read:
            raise Refused("duplicate_key", "", _stands_twice(name.encode("utf-8", "replace").decode()[:LONGEST_TEXT]))
        read[name] = value
    return read


def _stands_twice(name: str) -> Text:
    return Text(f"同一对象中，键“{name}”只能出现一次。", f"The key “{name}” may stand only once in an object.")
