"""What the source says, number by number, kept apart from the fixtures so that both can be held against each other.

One entry for each quantity of the source, by the id Q1 to Q30. All numbers are strings, in the plain unit.
`kind` says where it must be found: a target (`target` is its code), an observation (`series` is its code),
or a count that a document states about itself (`plan` or `task` with the `field`).
"""

from typing import Any

INVENTORY: list[dict[str, Any]] = []


def _row(name: str, **facts: Any) -> None:
    INVENTORY.append({"id": name, "flags": [], **facts})


def _target(name: str, plan: str, target: str, **facts: Any) -> None:
    unstated = {"lower": None, "upper": None, "scale": "1", "deadline": None, "deadline_source": "none"}
    _row(name, **{"kind": "target", "plan": plan, "target": f"{plan}.{target}", **unstated, **facts})


def _observation(name: str, series: str, **facts: Any) -> None:
    inexact = {"value": None, "lower": None, "upper": None, "upper_excluded": False, "period_start": None}
    row = {"kind": "observation", "series": series, "period_end": "2026-02-24", "period_source": "derived"}
    _row(name, **{**row, **inexact, **facts})


def _count(name: str, value: str, wording: str, cite: str, **place: str) -> None:
    _row(name, kind="count", value=value, wording=wording, cite=cite, **place)


CADRES, CHEGU = "hubei-cadre-quality-2026", "chegu-corridor-2026-2030"
STATED = {"deadline": "2030-12-31", "deadline_source": "stated"}
INHERITED = {"deadline": "2030-12-31", "deadline_source": "inherited"}
PROVINCE, CITY, CORRIDOR, DISTRICT = "420000", "420100", "chegu-corridor", "420607"

_target(
    "Q1",
    CADRES,
    "training-classes",
    wording="700个左右",
    measure="cumulative",
    comparator="approx",
    lower="700",
    unit="个",
    scope=PROVINCE,
    flags=["period_unstated", "tolerance_unstated"],
    cite="S1 L20",
)
_target(
    "Q2",
    CADRES,
    "training-person-times",
    wording="5万人次",
    measure="cumulative",
    comparator="bare",
    lower="50000",
    unit="人次",
    scale="10000",
    scope=PROVINCE,
    flags=["comparator_partial", "period_unstated"],
    cite="S1 L20",
)
_count("Q3", "25", "25项", "S1 L12,L14", plan=CADRES, field="stated_count")
_count("Q4", "6", "六个方面", "S1 L12,L14", plan=CADRES, field="stated_action_count")
_count("Q5", "3", "三张清单", "S1 L28", task=f"{CADRES}.2.2.3", field="stated_count")
_target(
    "Q6",
    CHEGU,
    "vehicle-makers",
    wording="6家千亿级",
    measure="count_of_class",
    comparator="bare",
    lower="6",
    unit="家",
    class_comparator="ge",
    class_threshold="100000000000",
    class_unit="元",
    class_attribute="",
    scope=CORRIDOR,
    **STATED,
    cite="S6 L138",
    flags=["scope_unclear", "class_measure_unstated", "members_partial"],
)
_target(
    "Q7",
    CHEGU,
    "vehicle-output",
    wording="超200万辆",
    measure="level",
    comparator="gt",
    lower="2000000",
    unit="辆",
    scale="10000",
    scope=CORRIDOR,
    **STATED,
    cite="S6 L138",
    flags=["scope_unclear", "annual_or_cumulative"],
)
_target(
    "Q8",
    CHEGU,
    "nev-output",
    wording="超150万辆",
    measure="level",
    comparator="gt",
    lower="1500000",
    unit="辆",
    scale="10000",
    scope=CORRIDOR,
    **STATED,
    cite="S6 L138",
    parent=f"{CHEGU}.vehicle-output",
    flags=["scope_unclear", "annual_or_cumulative"],
)
_target(
    "Q9",
    CHEGU,
    "nev-base",
    wording="建成",
    measure="stage",
    comparator="ge",
    lower="1",
    unit="",
    stages=["建成"],
    scope=CORRIDOR,
    **STATED,
    cite="S6 L138",
    flags=["qualitative"],
)
_target(
    "Q10",
    CHEGU,
    "core-parts-makers",
    wording="新增100家10亿元以上",
    measure="increment",
    comparator="bare",
    lower="100",
    unit="家",
    class_comparator="ge",
    class_threshold="1000000000",
    class_unit="元",
    class_attribute="",
    scope=CORRIDOR,
    **INHERITED,
    cite="S6 L140",
    flags=["scope_unclear", "base_date_unstated", "net_or_gross", "new_or_crossing", "class_measure_unstated"],
)
_target(
    "Q11",
    CHEGU,
    "parts-ratio",
    wording="达到1:1",
    measure="ratio",
    comparator="ge",
    lower="1",
    unit="",
    scope=CITY,
    **INHERITED,
    cite="S6 L140",
    flags=["comparator_read", "definition_unclear"],
)
_target(
    "Q12",
    CHEGU,
    "smart-manufacturers",
    wording="实现1000家",
    measure="level",
    comparator="bare",
    lower="1000",
    unit="家",
    scope=CORRIDOR,
    **INHERITED,
    cite="S6 L142",
    flags=["scope_unclear", "stock_or_cumulative"],
)
_target(
    "Q13",
    CHEGU,
    "chips-and-software",
    wording="新增10款以上",
    measure="increment",
    comparator="ge",
    lower="10",
    unit="款",
    scope=CORRIDOR,
    **INHERITED,
    cite="S6 L142",
    flags=["scope_unclear", "base_date_unstated", "net_or_gross", "joint_or_each"],
)
_target(
    "Q14",
    CHEGU,
    "smart-city",
    wording="全国“双智”第一城",
    measure="rank",
    comparator="",
    unit="",
    scope=CITY,
    **INHERITED,
    cite="S6 L142",
    flags=["qualitative"],
)
_target(
    "Q15",
    CHEGU,
    "ecosystem-revenue",
    wording="突破1.3万亿元",
    measure="level",
    comparator="gt",
    lower="1300000000000",
    unit="元",
    scale="1000000000000",
    scope=CORRIDOR,
    **INHERITED,
    cite="S6 L126,L144",
    flags=["scope_unclear", "annual_or_cumulative", "name_differs"],
)
_count("Q16", "10", "十大行动", "S6 L120,L122,L146", plan=CHEGU, field="stated_action_count")
_observation(
    "Q17",
    "wuhan-etdz-campus-investment",
    wording="超百亿元",
    comparator="gt",
    lower="10000000000",
    unit="元",
    scope="wuhan-etdz",
    flags=["period_unstated"],
    cite="S6b L104",
)
_observation(
    "Q18",
    "xintan-parts-suppliers-settled",
    wording="24家",
    comparator="eq",
    value="24",
    unit="家",
    scope="honghu-xintan",
    cite="S6b L116",
)
_observation(
    "Q19",
    "xintan-supply-park-area",
    wording="18万平方米",
    comparator="bare",
    value="180000",
    unit="平方米",
    scope="honghu-xintan",
    flags=["in_progress_undated"],
    cite="S6b L116",
)
_target(
    "Q20",
    CHEGU,
    "supply-circle",
    wording="一小时供应链圈",
    measure="level",
    comparator="le",
    upper="60",
    scale="60",
    unit="分钟",
    scope=CORRIDOR,
    flags=["aim_by_participant"],
    cite="S6b L114",
)
_observation(
    "Q21",
    "wuhan-nev-penetration",
    wording="5年跃升至55.7%",
    comparator="eq",
    value="0.557",
    unit="%",
    scope=CITY,
    cite="S6c L152",
)
_observation(
    "Q22",
    "wuhan-nev-models",
    wording="20余款",
    comparator="between",
    lower="20",
    upper="30",
    upper_excluded=True,
    unit="款",
    scope=CITY,
    cite="S6c L152",
)
ON_THE_DAY = {"scope": DISTRICT, "period_start": "2026-02-24"}
_observation(
    "Q23",
    "xiangzhou-job-fair-enterprises",
    wording="177家",
    comparator="eq",
    value="177",
    unit="家",
    **ON_THE_DAY,
    cite="S2 L52",
)
_observation(
    "Q24",
    "xiangzhou-job-fair-posts",
    wording="7000余个",
    comparator="between",
    lower="7000",
    upper="8000",
    upper_excluded=True,
    unit="个",
    **ON_THE_DAY,
    cite="S2 L52,L54",
)
_observation(
    "Q25",
    "xiangzhou-job-fair-intentions",
    wording="2000余人",
    comparator="between",
    lower="2000",
    upper="3000",
    upper_excluded=True,
    unit="人",
    **ON_THE_DAY,
    flags=["headline_differs"],
    cite="S2 L50,L52",
)
_observation(
    "Q26",
    "xiangzhou-job-fair-visits",
    wording="9600余人次",
    comparator="between",
    lower="9600",
    upper="9700",
    upper_excluded=True,
    unit="人次",
    **ON_THE_DAY,
    cite="S2 L56",
)
_observation(
    "Q27",
    "xiangzhou-job-fair-leaflets",
    wording="5000余份",
    comparator="between",
    lower="5000",
    upper="6000",
    upper_excluded=True,
    unit="份",
    **ON_THE_DAY,
    cite="S2 L56",
)
_target(
    "Q28",
    "xiangzhou-spring-2026",
    "events",
    wording="等30场",
    measure="cumulative",
    comparator="bare",
    lower="30",
    unit="场",
    scope=DISTRICT,
    deadline="2026-03-31",
    deadline_source="derived",
    cite="S2 L62",
    flags=["date_derived", "members_partial"],
)
_count("Q29", "7", "七个行动方案", "S4 L92", task="hubei-fulcrum-2026.1", field="stated_count")
_count("Q30", "10", "十大类民生实事", "S4 L80", task="hubei-fulcrum-2026.4.1", field="stated_count")

NOT_QUANTITIES = (
    *("四下基层", "三个区分开来", "一案双查", "三电", "三智", "四链", "四治", "多格合一", "一城三廊多带"),
    *("四区两翼", "万事开头难", "成功的一半", "千百企业", "百花齐放", "县处级以上", "105周年", "90周年", "四中全会"),
    *("第1版", "去年12月", "汉孝随襄十"),
)
"""Numerals of the source that measure nothing; no target and no value may speak of them."""
