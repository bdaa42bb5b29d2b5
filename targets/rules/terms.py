"""The closed lists of the field: every code that a row, an answer or a report may carry, in Chinese and English.

They live here, in plain Python, because the rules speak about them and every other room shows them.
`docs/words.md` gives the meaning of each word at length.
"""

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A code with what people read for it; compares and stores as the code itself."""

    zh: str
    en: str

    def __new__(cls, code: str, zh: str, en: str) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.zh = zh
        member.en = en
        return member


class Measure(Term):
    """What kind of quantity a target speaks of."""

    LEVEL = "level", "水平值", "level"
    INCREMENT = "increment", "新增", "increment"
    CUMULATIVE = "cumulative", "累计", "cumulative"
    PERCENT_CHANGE = "percent_change", "增减幅度", "percent change"
    POINT_CHANGE = "point_change", "增减百分点", "change in points"
    ANNUAL_GROWTH = "annual_growth", "年均增长", "average annual growth"
    MULTIPLE = "multiple", "倍数", "multiple of the base"
    SHARE = "share", "占比", "share"
    RATIO = "ratio", "比值", "ratio"
    RANK = "rank", "位次", "rank"
    STAGE = "stage", "阶段", "stage"
    COUNT_OF_CLASS = "count_of_class", "达标家数", "count of a class"
    COMPOSITION = "composition", "构成", "composition"
    REFERENCE = "reference", "参照", "by reference"


class Comparator(Term):
    """How the number is compared. `bare` is no word at all, and stays so; only a policy reads it as a floor."""

    BARE = "bare", "未写比较词", "no comparator printed"
    EQ = "eq", "等于", "equal to"
    GE = "ge", "不低于", "at least"
    GT = "gt", "超过", "more than"
    LE = "le", "不超过", "at most"
    LT = "lt", "低于", "less than"
    APPROX = "approx", "左右", "about"
    NEAR = "near", "接近", "close to"
    BETWEEN = "between", "区间", "between"


class Quantifier(Term):
    """For which time the number is promised."""

    AT_DEADLINE = "at_deadline", "到期时", "at the deadline"
    EVERY_PERIOD = "every_period", "每期", "in every period"
    OVER_PERIOD = "over_period", "期内合计", "over the whole period"


class Modality(Term):
    """How firmly it is promised; never guessed."""

    FIRM = "firm", "确保", "firm"
    STRETCH = "stretch", "力争", "stretch"
    UNSTATED = "unstated", "未写明", "not stated"


class Nature(Term):
    """Binding or expected, where the document says so; never guessed."""

    BINDING = "binding", "约束性", "binding"
    EXPECTED = "expected", "预期性", "expected"
    UNSTATED = "unstated", "未写明", "not stated"


class BaseSource(Term):
    """Where the base value comes from."""

    STATED = "stated", "文件载明", "stated"
    ENTERED = "entered", "另行录入", "entered"
    NONE = "none", "未给出", "not given"


class DateSource(Term):
    """Where a deadline or a period comes from."""

    STATED = "stated", "文件载明", "stated"
    INHERITED = "inherited", "沿用规划期", "inherited from the plan"
    DERIVED = "derived", "推算", "derived"
    NONE = "none", "未给出", "not given"


class Precision(Term):
    """How exactly a deadline is printed; the stored day is the last one of that span."""

    DAY = "day", "日", "day"
    MONTH = "month", "月", "month"
    QUARTER = "quarter", "季度", "quarter"
    HALF_YEAR = "half_year", "半年", "half-year"
    YEAR = "year", "年", "year"


class Accumulation(Term):
    """How values of an indicator add up over time."""

    STOCK = "stock", "时点存量", "stock"
    ANNUAL_FLOW = "annual_flow", "年度流量", "annual flow"
    CUMULATIVE = "cumulative", "累计值", "cumulative figure"
    RATIO = "ratio", "比率", "ratio"
    RANK = "rank", "位次", "rank"
    STAGE = "stage", "阶段", "stage"


class Direction(Term):
    """Which way is better."""

    UP = "up", "越高越好", "higher is better"
    DOWN = "down", "越低越好", "lower is better"
    NONE = "none", "无方向", "no direction"


class Frequency(Term):
    """How often a value is due."""

    MONTH = "month", "月", "monthly"
    QUARTER = "quarter", "季", "quarterly"
    HALF_YEAR = "half_year", "半年", "half-yearly"
    YEAR = "year", "年", "yearly"
    ONCE = "once", "一次", "once"
    UNSTATED = "unstated", "未写明", "not stated"


class Flag(Term):
    """What the text leaves open, so that nobody settles it in silence."""

    SCOPE_UNCLEAR = "scope_unclear", "范围未写明", "scope not stated"
    ANNUAL_OR_CUMULATIVE = "annual_or_cumulative", "未写明年度还是累计", "annual or cumulative not stated"
    STOCK_OR_CUMULATIVE = "stock_or_cumulative", "未写明存量还是累计", "stock or cumulative not stated"
    NET_OR_GROSS = "net_or_gross", "未写明净增还是毛增", "net or gross not stated"
    NEW_OR_CROSSING = (
        "new_or_crossing",
        "未写明新设还是新晋达标",
        "newly founded or newly over the threshold not stated",
    )
    BASE_DATE_UNSTATED = "base_date_unstated", "基期未写明", "base date not stated"
    PERIOD_UNSTATED = "period_unstated", "时期未写明", "period not stated"
    CLASS_MEASURE_UNSTATED = "class_measure_unstated", "门槛口径未写明", "what the threshold measures is not stated"
    JOINT_OR_EACH = "joint_or_each", "未写明合计还是各自", "joint or each not stated"
    TOLERANCE_UNSTATED = "tolerance_unstated", "容差未写明", "tolerance not stated"
    COMPARATOR_PARTIAL = (
        "comparator_partial",
        "比较词只修饰相邻数字",
        "comparator belongs to the neighbouring number only",
    )
    COMPARATOR_READ = "comparator_read", "比较词为解读", "comparator is a reading"
    DEFINITION_UNCLEAR = "definition_unclear", "指标定义未写明", "definition not stated"
    NAME_DIFFERS = "name_differs", "前后名称不一", "named differently in the text"
    HEADLINE_DIFFERS = "headline_differs", "标题与正文不一", "headline and body differ"
    QUALITATIVE = "qualitative", "定性表述", "qualitative, no number"
    IN_PROGRESS_UNDATED = "in_progress_undated", "在建未写明时间", "under way, no date"
    AIM_BY_PARTICIPANT = (
        "aim_by_participant",
        "参与方表述，非方案原文",
        "said by a participant, not printed in the plan",
    )
    DATE_DERIVED = "date_derived", "日期为推算", "date derived"
    MEMBERS_PARTIAL = "members_partial", "仅列出部分成员", "only some members named"
    SUMMARY_ONLY = "summary_only", "仅见摘要，未见全文", "known from a summary only"
    TEXT_INCOMPLETE = "text_incomplete", "来源文字不全", "source text incomplete"
    TEXT_SUSPECT = "text_suspect", "来源文字疑有误", "source text suspected faulty"


class TaskKind(Term):
    """The grain of a node in a plan's tree."""

    ACTION = "action", "行动", "action"
    TASK = "task", "任务", "task"
    STEP = "step", "举措", "step"


class PlanStatus(Term):
    """Where a plan stands in this register."""

    DRAFT = "draft", "草稿", "draft"
    PUBLISHED = "published", "已发布", "published"
    ARCHIVED = "archived", "已归档", "archived"


class ObservationStatus(Term):
    """Where a reported value stands."""

    SUBMITTED = "submitted", "待核", "submitted"
    VERIFIED = "verified", "已核", "verified"
    RETURNED = "returned", "退回", "returned"
    SUPERSEDED = "superseded", "已更正", "superseded"


class ResponsibilityRole(Term):
    """The part an organisation has in a task or a target."""

    LEAD = "lead", "牵头", "lead"
    RESPONSIBLE = "responsible", "责任", "responsible"
    COOPERATING = "cooperating", "配合", "cooperating"


class ResponsibilityRule(Term):
    """By which rule the part was read from the document."""

    STATED = "stated", "文件载明", "stated"
    FIRST_LISTED = "first_listed", "排列首位", "listed first"
    MARKED = "marked", "符号标注", "marked"
    ENTERED = "entered", "另行录入", "entered"


class Role(Term):
    """What a member may do in an organisation; the rules stand in access.py."""

    VIEWER = "viewer", "查看", "viewer"
    REPORTER = "reporter", "填报", "reporter"
    REVIEWER = "reviewer", "审核", "reviewer"
    EDITOR = "editor", "编辑", "editor"


class TokenScope(Term):
    """What a program may do with a token, within what its owner may do."""

    READ = "read", "只读", "read"
    WRITE = "write", "读写", "read and write"


class OrganisationLevel(Term):
    """The kind of body."""

    PROVINCE = "province", "省级", "province"
    CITY = "city", "市级", "city"
    COUNTY = "county", "县级", "county"
    TOWNSHIP = "township", "乡级", "township"
    DEPARTMENT = "department", "部门", "department"
    ENTERPRISE = "enterprise", "企业", "enterprise"
    UNIVERSITY = "university", "高校", "university"
    UNSTATED = "unstated", "未写明", "not stated"


class AreaKind(Term):
    """How a territory is known."""

    CODED = "coded", "行政区划", "coded"
    COMPOSED = "composed", "组合区域", "composed"
    FREE = "free", "其他区域", "free"


class AreaPartRole(Term):
    """The part an area has in a composed one."""

    CORE = "core", "核心", "core"
    LINKED = "linked", "联动", "linked"
    PART = "part", "组成", "part"


class SourceKind(Term):
    """What a source is."""

    PLAN = "plan", "规划方案文本", "plan text"
    NEWS = "news", "新闻报道", "news report"
    STATISTICS = "statistics", "统计资料", "statistics"
    REPORT = "report", "工作报告", "report"
    OTHER = "other", "其他", "other"


class BatchVerb(Term):
    """What was done to many rows at one stroke."""

    PUBLISH = "publish", "发布", "publish"
    ARCHIVE = "archive", "归档", "archive"
    RESTORE = "restore", "恢复", "restore"
    KEEP = "keep", "指定维护单位", "choose who keeps them"
    ASSIGN = "assign", "分配责任", "assign responsibility"
    JUDGE = "judge", "重新研判", "judge again"
    WITHDRAW = "withdraw", "撤销", "withdraw"
    VERIFY = "verify", "审核通过", "verify"
    RETURN = "return", "退回", "return"
