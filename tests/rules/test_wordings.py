"""A quantity that is written in words is read back to the same fields, whatever style it is written in."""

from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from targets.rules.quantities.proposals import read
from targets.rules.quantities.values import read_figure
from targets.rules.quantities.writing import show
from targets.rules.statements.shape import shape_problems
from targets.rules.wording import Text
from tests.rules.printing import entered
from tests.rules.wordings import Written, chinese, quantities, shares

SIGNS = "超过达到约近以上左右之间不低于每年均新增累计降低翻一番百千万亿%‰：:、，。—~-+()（）“”2027年三成其中分别等6家\n\x00\ud800５〇"
LONG = st.text(st.sampled_from(SIGNS), min_size=0, max_size=60)


def fields_of(written: Written) -> list[dict[str, object]]:
    return [{name: getattr(proposal, name) for name in written.says} for proposal in read(written.wording)]


@given(quantities())
def test_a_number_of_things_is_read_back(written: Written) -> None:
    assert fields_of(written) == [written.says]


@given(shares())
def test_a_rate_is_read_back(written: Written) -> None:
    assert fields_of(written) == [written.says]


@given(st.integers(2, 10**12 - 1))
def test_a_number_in_chinese_digits_is_read_back(number: int) -> None:
    [proposal] = read(f"{chinese(number)}家")
    assert proposal.lower == number


@given(
    st.decimals(-(10**14), 10**14, places=4),
    st.sampled_from(["辆", "元", "%", "‰", "", "微克/立方米"]),
    st.sampled_from([Decimal(1), Decimal(10) ** 4, Decimal(10) ** 8, Decimal(10) ** 12]),
)
def test_what_the_register_shows_is_read_back(number: Decimal, unit: str, scale: Decimal) -> None:
    shown = show(number, Text(unit), scale, "zh")
    full, _, short = shown.partition("（")
    for written in filter(None, (full, short.rstrip("）"))):
        assert read_figure(written, unit).value == number


@given(st.decimals("0.01", 10**13, places=2), st.sampled_from([Decimal(1), Decimal(10) ** 4, Decimal(10) ** 8]))
def test_what_the_register_shows_is_read_back_within_a_wording(number: Decimal, scale: Decimal) -> None:
    for written in show(number, Text("辆"), scale, "zh").rstrip("）").split("（"):
        [proposal] = read(f"整车保有量达到{written}")
        assert (proposal.lower, proposal.unit, proposal.comparator) == (number, "辆", "ge")


@settings(deadline=None)
@given(LONG | st.text(max_size=200), st.none() | st.integers(-(10**6), 10**6), st.sampled_from(["", "家", "%", "\x00"]))
@example("\ud800\x00" * 5000, None, "")
@example("9" * 10_000, 2026, "家")
@example("一" * 10_000, 10**30, "")
@example("1:" * 5_000, None, "%")
@example("每年新增" * 2_500, None, "")
@example("到2030年达到", 9999, "")
@example("十五五" * 3_000, None, "")
@example("1、" * 5_000, None, "")
@example("增0)0", None, "")
def test_any_text_is_read_without_an_error(text: str, year: int | None, unit: str) -> None:
    proposals = read(text, unit=unit, year=year)
    for place, proposal in enumerate(proposals):
        assert 0 <= proposal.start < proposal.end <= len(text)
        assert proposal.text == text[proposal.start : proposal.end]
        assert all(0 <= part.start < part.end <= len(text) for part in proposal.parts)
        assert proposal.parent is None or 0 <= proposal.parent < place


@given(LONG)
def test_what_is_read_of_any_text_can_be_entered(text: str) -> None:
    for proposal in read(text, year=2026):
        codes = {problem.code for problem in shape_problems(entered(proposal))}
        assert codes <= {"base_date_missing"}


@given(quantities())
def test_the_same_words_in_full_width_signs_say_the_same(written: Written) -> None:
    widened = written.wording.translate({ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789.%"})
    assert fields_of(Written(widened, written.says)) == fields_of(written)
