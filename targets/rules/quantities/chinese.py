"""Numbers in Chinese digits alone: 一百零五, 两万五千, 五点五, 二百五."""

from decimal import Decimal

from targets.rules.quantities.digits import CHINESE, DIGITS, NO_SCALE, STEPS, Numeral, run_end, scale_at
from targets.rules.quantities.writing import shifted


def chinese_at(text: str, at: int) -> Numeral | None:
    """A number in Chinese digits alone; nothing where the characters make none (一二, 十百)."""
    end = run_end(text, at, CHINESE)
    while end > at and text[end - 1] in NO_SCALE and text[end : end + 1] in NO_SCALE[text[end - 1]]:
        end -= 1
    if end == at or end - at > 40:
        return None
    written = text[at:end]
    whole = _whole(written)
    if whole is None:
        return None
    decimals_end = run_end(text, end + 1, DIGITS) if text[end : end + 1] == "点" else end
    if decimals_end > end + 1 and not any(step in STEPS for step in written[-1:]):
        return _with_decimals(text, at, end, decimals_end, whole)
    bare = written[0] in "百千万亿"
    return Numeral(Decimal(whole), _chinese_scale(written), at, end, is_chinese=True, is_bare_step=bare)


def _with_decimals(text: str, at: int, point: int, end: int, whole: int) -> Numeral:
    digits = "".join(str(DIGITS[digit]) for digit in text[point + 1 : end])
    places, last = scale_at(text, end)
    value = shifted(Decimal(f"{whole}.{digits}"), places)
    return Numeral(value, Decimal(10) ** places, at, last, is_chinese=True)


def _chinese_scale(written: str) -> Decimal:
    """五十万 is counted in 万; 两万五千 in ones."""
    for name, places in (("万亿", 12), ("亿", 8), ("万", 4)):
        if written.endswith(name):
            return Decimal(10) ** places
    return Decimal(1)


def _whole(written: str) -> int | None:
    """The value of a whole Chinese number; nothing where it is malformed."""
    for name in ("亿", "万"):
        head, found, tail = written.rpartition(name)
        if found:
            return _around(head, tail, STEPS[name])
    return _section(written, 4)


def _around(head: str, tail: str, places: int) -> int | None:
    """The part before 万 or 亿 counts so many times, the part after it is added."""
    high = _whole(head) if head else 1
    low = _tail(tail, places)
    if high is None or low is None or high == 0 or low >= 10**places:
        return None
    return int(high * 10**places + low)


def _tail(tail: str, places: int) -> int | None:
    """一万二 is 12000: a single digit after a step counts the next smaller one."""
    if len(tail) == 1 and tail in DIGITS:
        return int(DIGITS[tail] * 10 ** (places - 1))
    return _whole(tail.lstrip("零") or "零") if tail else 0


def _section(written: str, limit: int) -> int | None:
    """A number below 万: digits and 千 百 十 in falling order."""
    total, digit, last = 0, None, limit
    for place, sign in enumerate(written):
        if sign in DIGITS:
            if digit is not None and digit != 0:
                return None
            digit = DIGITS[sign]
            continue
        if STEPS[sign] >= last or (digit == 0 and sign != "十"):
            return None
        if digit is None and place and sign != "十":
            return None
        total += (digit or 1) * 10 ** STEPS[sign]
        digit, last = None, STEPS[sign]
    if digit is None:
        return total
    is_short = len(written) > 1 and written[-2] in ("百", "千")
    return int(total + digit * 10 ** (last - 1)) if is_short else total + digit
