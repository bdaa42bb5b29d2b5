"""The words of plans that say what a number means, each with the kind of thing it says."""

from typing import Any, Final, NamedTuple

from targets.rules.quantities import comparators
from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.wordlists import words
from targets.rules.terms import Comparator, Modality, Nature


class Word(NamedTuple):
    kind: Kind
    value: Any = None


RISES: Final = words("增长 增加 提高 提升 上升 上涨 扩大 攀升 跃升 增 涨 升")
FALLS: Final = words("下降 降低 减少 压减 压降 下调 缩减 缩短 缩小 削减 回落 收窄 降 减")
#: 提高到 speaks of a level, 提高 of a change.
ENDS: Final = ("到", "至", "为")
#: Small words that may stand between a verb and its number.
FILLERS: Final = frozenset(" 了的为是在于(")
#: Where an object may stand between the verb and its number: 减少碳排放10万吨.
TRANSITIVE: Final = frozenset(words("增加 减少 压减 压降 缩减 削减 降低 提高 提升 下降 增长"))
LISTED: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.REACH: words("达到 达 到达 实现达到 迈上 站上"),
    Kind.TO: words("到 至"),
    Kind.HOLD: words("控制在 控制到 压减到 压降到 限制在 管控在 控制"),
    Kind.KEEP: words("保持在 稳定在 维持在 保持 稳定 维持 始终"),
    Kind.RISE: RISES,
    Kind.FALL: FALLS,
    Kind.RISE_TO: tuple(f"{stem}{end}" for stem in RISES for end in ENDS if (len(stem) > 1 or end != "为")),
    Kind.FALL_TO: tuple(f"{stem}{end}" for stem in FALLS for end in ENDS if (len(stem) > 1 or end != "为")),
    Kind.GROWTH: words("增速 增幅 增长率 增长速度 增长幅度 涨幅 升幅"),
    Kind.DROP: words("降幅 下降率 下降幅度 降低率 减幅 跌幅"),
    Kind.NEW: words("新增 再增 增设"),
    Kind.NET: words("净增 净增加 净新增 净增长"),
    Kind.GROSS: words("新引进 新建 新建成 新培育 新认定 新设 新设立 新签约 新开工 新招引 新改建 新开通 新入库"),
    Kind.CUMULATIVE: words("累计 累积 总计 累计达"),
    Kind.YEARLY: words("每年 每年度 逐年 各年 各年度 年年 每一年 每季度 每季 每月 每半年 每个月"),
    Kind.AVERAGE: words("年均 年平均 平均每年"),
    Kind.BASE: words("基础上 为基数 为基准 为基期 相比 同比 环比 比 较 相较 相对"),
    Kind.FROM: words("从 由"),
    Kind.PART: words("其中"),
    Kind.TERM: words("近年来 近年 近期 近日 目前"),
    Kind.EACH: words("各 各自 均"),
    Kind.TOGETHER: words("合计 共 总共 共计 合共"),
    Kind.APART: words("分别"),
    Kind.MEMBERS: words("等"),
    Kind.STAGE: words(
        "全面建成 基本建成 初步建成 建成投产 建成投用 建成投运 建成通车 建成启用 建成 全面开工 开工建设 开工 动工 主体完工 主体封顶 封顶"
        " 完工 竣工验收 竣工投产 竣工 投产 投用 投运 投入使用 投入运营 投入运行 正式运营 正式投用 通车 通水 通航 试运行 并网发电 并网"
        " 启用 开通 开园 开馆 挂牌 交付使用 初步形成 基本形成 全面形成 形成 成型 落成"
    ),
    Kind.VAGUE: words(
        "一批 多款 若干 一系列 数家 几家 多家 多个 大批 一大批 数十家 几十家 数百家 几百家 数个 几个 多项 多种 数项 数十个 几十个"
        " 数百个 数千家 一些 大幅提升 大幅提高 大幅增长 显著提升 显著提高 明显提升 明显提高 明显改善"
        " 大幅下降 明显下降 显著增强 明显增强"
    ),
    Kind.FRONT: words(
        "前列 第一方阵 第一梯队 领先 领先水平 先进水平 排头兵 一流水平 首位 走在前 走在前列 进入第一方阵"
    ),
    Kind.CLIMB: words("进位 争先进位 位次前移 排名前移 位次上升 排名上升 位次提升 排名提升 前移"),
    Kind.COVER: words(
        "全覆盖 应保尽保 应收尽收 应检尽检 应治尽治 应修尽修 应助尽助 应救尽救 应种尽种 应贷尽贷 应养尽养 应办尽办"
    ),
    Kind.CLEAR: words("清零 动态清零 销号 销号完毕 全部销号 归零"),
    Kind.NEVER: words("零发生 不发生 零事故 零增长率 零死亡 零返贫 零容量 杜绝发生"),
    Kind.FIRST: words("零突破 零的突破 首个 首家 首台 首台(套) 首套 首条 首座 首款"),
    Kind.HELD: words("举办 召开 承办"),
    Kind.OPEN: words("合理区间 视情提出 根据实际确定 另行确定"),
    Kind.GRANT: words("奖励 补贴 补助 资助 贴息 奖补 给予 罚款 补偿 扶持 封顶线 报销 减按 减免 授信 奖金 支持资金"),
    Kind.PARAMETER: words("最高 最高不超过 最高可达 单个项目 每人 每户 每亩 每台 每辆 每名 每项 每平方米"),
    Kind.PLAIN: words(
        "总量 总数 每个 每家 占比 零整比 配比 比例 比重 比率 比值 通过 经过 超额 超前 超高清 超高 超大 超级 超算 超声 超市 超低 附近 靠近 邻近 签约 节约 预约 合约 制约 约束"
        " 发达 传达 表达 到位 到底 周到 直到 到期 到岗 达标 达成 达效 破解 破题 打破 突破性 破产 过程 过去 过渡 超过预期 提升年 提升行动"
        " 一流 一体 一定 一般 一次性 一站式 一体化 统一 进一步 一律 一致 一方面 一线 一产 二产 三产 第一产业 第二产业 第三产业"
        " 二氧化碳 二氧化硫 三次产业 一二三产业 四上企业 双一流 千家万户 百姓 万众 百强 百佳 十强 十佳 千方百计 万物 百货 一老一小"
        " 第一书记 一网通办 一件事 一窗 一把手 两山 三农 四好农村路 三个区分 百分点 占地 占用 增强 增值 增效 增收 减排 减负 减灾 降水"
        " 降本 升级 升格 提升工程 增值税 多元 多样 不断 不足之处 比赛 比较 对比 较大 较好 较快 较高 较强 与众 参与 总和 和谐 共和国"
        " 各类 各项 各级 各地 各区 各县 各市 各部门 均衡 平均 人均 户均 地均 亩均 共同 公共 共享 共建 均等 自由 由于 由此 理由 从事 从严 从业"
        " 从而 效率 汇率 利率 税率 率先 率领 占领 规模以上 县处级以上 以上规模 到来 至今 甚至 至关 等级 等次 等方面 内容 内部 国内 省内"
        " 市内 境内 区内 县内 室内 期内 年内 以内 内外 内陆 内河 内需 内在 内生 开工率 形成率 运营 交付率 覆盖率 增长极 增长点 减速 升降"
        " 零部件 零配件 零件 零售 零工 零散 零碳 零距离 零基础 基本形成率 开通率 领先型 倍增计划 倍增行动 倍增工程 倍增方案 三年行动 高质量 高速公路 过半数"
    ),
    Kind.LIST: words("、 和 与 及 以及 并"),
    Kind.CLAUSE: words(", :"),
    Kind.SENTENCE: (*words("。 ; ! ?"), "\n", "\r"),
}
#: Nouns at the end of an indicator's name, and what they tell of it.
SHARES: Final = words("占比 比重 比例 率 覆盖面 份额")
FLOWS: Final = words(
    "产量 产值 营收 营业收入 营收规模 销售收入 销售额 销量 收入 交易额 投资额 增加值 利税 利润 吞吐量 生产总值 GDP 进出口总额 零售总额"
)
STOCKS: Final = words("保有量 存量 常住人口 里程 面积 库存 装机容量 在校生")
LOW_NOUNS: Final = words(
    "浓度 能耗 排放 排放量 排放强度 失业率 死亡率 发病率 事故 事故起数 成本 负债率 赤字率 消费价格 CPI 用水量 水耗 煤耗 时限 用时 办理时间"
    " 不良率 返贫率 流失率 空置率 漏损率 病死率"
)
SLOGANS: Final = words(
    "见成效 见效 有突破 上台阶 大变样 大变化 大提升 有变化 起好步 打基础 树标杆 成体系 有进展 创品牌"
)
MODALITIES: Final = {
    **dict.fromkeys(words("力争 争取 努力 力求 奋力 争创 有望"), Modality.STRETCH),
    **dict.fromkeys(words("确保 必须 务必 保证 坚决 一定要"), Modality.FIRM),
}
NATURES: Final = {
    **dict.fromkeys(words("约束性指标 约束性"), Nature.BINDING),
    **dict.fromkeys(words("预期性指标 预期性"), Nature.EXPECTED),
}
#: A series or an authority that a target follows, with the comparison the words make.
REFERENCES: Final[dict[str, Comparator | None]] = {
    **dict.fromkeys(words("同步 同步增长 基本同步 保持同步 持平 相当"), None),
    **dict.fromkeys(
        words("高于全国 高于全省 高于全市 快于全国 快于全省 好于全国 优于全国 超过全国 超过全省 高于经济 快于经济"),
        Comparator.GT,
    ),
    **dict.fromkeys(words("不低于全国 不低于全省 不低于经济 达到全国 达到全省 不低于上年"), Comparator.GE),
    **dict.fromkeys(words("低于全国 低于全省 低于经济"), Comparator.LT),
    **dict.fromkeys(words("不高于全国 不高于全省"), Comparator.LE),
}
AUTHORITY: Final = words("国家下达 省下达 上级下达 国家确定 国家规定 省定 市下达 国家要求 省里下达 下达")
LEXICON: Final[dict[str, Word]] = {
    **{word: Word(kind) for kind, listed in LISTED.items() for word in listed},
    **{word: Word(Kind.COMPARATOR, comparator) for word, comparator in comparators.BEFORE.items()},
    **{word: Word(Kind.MODALITY, modality) for word, modality in MODALITIES.items()},
    **{word: Word(Kind.NATURE, nature) for word, nature in NATURES.items()},
    **{word: Word(Kind.REFERENCE, comparator) for word, comparator in REFERENCES.items()},
    **{
        f"{word}{tail}": Word(Kind.REFERENCE)
        for word in AUTHORITY
        for tail in words("目标 的目标 任务 的任务 指标 的指标 目标任务 的目标任务")
    },
    **{f"低于{word}": Word(Kind.DEVIATION) for word in words("目标 序时进度 预期 计划")},
    **{f"高于{word}": Word(Kind.DEVIATION) for word in words("目标 序时进度 预期 计划")},
    **{
        f"比{whom}{level}{more}": Word(Kind.REFERENCE, Comparator.LT if more == "低" else Comparator.GT)
        for whom in words("全国 全省 全市")
        for level in ("", "平均", "平均水平")
        for more in "高快低"
    },
    **{word: Word(Kind.DOUBLED, 2) for word in words("翻番 倍增")},
    **{word: Word(Kind.SLOGAN) for word in SLOGANS},
    **dict.fromkeys(words("一半以上 半数以上"), Word(Kind.COVER, Comparator.GE)),
    **dict.fromkeys(words("过半 超半数 过半数 超一半"), Word(Kind.COVER, Comparator.GT)),
}
LONGEST: Final = max(map(len, LEXICON))
BY_FIRST: Final[dict[str, tuple[str, ...]]] = {
    first: tuple(sorted((word for word in LEXICON if word[0] == first), key=len, reverse=True))
    for first in {word[0] for word in LEXICON}
}
#: 增长至少 is 增长 and 至少.
AT_MOST: Final = ("少", "多")


def word_at(text: str, at: int) -> str:
    """The longest known word that begins at a place of a folded text; "" if there is none."""
    found = (word for word in BY_FIRST.get(text[at], ()) if text.startswith(word, at))
    return next((word for word in found if not (word[-1] == "至" and text.startswith(AT_MOST, at + len(word)))), "")
