"""Units as printed after a number: 辆, 人次, 微克/立方米; and what they are called otherwise."""

from typing import Final

from targets.rules.quantities.wordlists import words

PERCENT: Final = "%"
PER_MILLE: Final = "‰"
#: Rates and points are fractions inside: 6% is 0.06, so many decimal places.
PLACES: Final = {PERCENT: 2, PER_MILLE: 3}
#: Points between two rates, each with the rate it is measured in.
POINTS: Final = {"个百分点": PERCENT, "百分点": PERCENT, "个千分点": PER_MILLE, "千分点": PER_MILLE}
MONEY: Final = ("元", "美元", "欧元", "港元", "日元")
#: Happenings within a time; they are never a stock.
EVENTS: Final = ("人次", "场次", "场", "架次", "车次", "航次", "件次", "班次", "期次", "次", "人天", "天次")
#: Things that are counted one by one.
COUNTED: Final = words(
    "家 个 户 款 项 台 辆 艘 架 套 座 条 所 件 种 名 人 位 处 门 支 部 栋 幢 间 张 份 批 片 宗 起 例 口 株 棵"
    " 头 只 匹 尾 本 册 幅 篇 首 期 届 类 组 队 对 双 根 块 枚 颗 粒 台套 台(套) 户次 家次 人份 床 间次 盏 面 卷"
    " 孔 眼 道 轮 列 节 班 趟 单 笔 桩 户数 标段 张床位 个点位 个位次 个名次 位次 名次"
)
MEASURED: Final = words(
    "吨 万吨 公斤 千克 克 毫克 微克 斤 公里 千米 米 厘米 毫米 微米 纳米 海里 里 亩 公顷 平方米 平方公里 平方千米 ㎡ m² km²"
    " 立方米 立方 方 升 毫升 千瓦 兆瓦 吉瓦 千瓦时 度 千伏 千伏安 伏 焦耳 吉焦 千卡 吨标准煤 吨标煤 标箱 标准箱 TEU 标准立方米"
    " 小时 分钟 秒 天 个月 岁 周 日 分 摄氏度 ℃ 分贝 帕 兆帕 赫兹 MW GW kW MWh GWh kWh km m t ha PFLOPS EFLOPS P TB PB"
    " Mbps Gbps 亿吨公里 吨公里 人公里 床位 张床 个工作日 工作日 车位 泊位 篇次 件套 股 标兵 学时 课时 学分 学位 台次 位数"
    " 桶 箱 袋 瓶 盒 羽 万羽 蒸吨 载重吨 总吨 比特 字节 克拉 担 石 顷 点 载 档 席 线"
)
#: After a number these are a unit only beside a word of comparison; 三年 is as often a stretch of time.
SPANS_OF_TIME: Final = ("年", "周年", "月")
OTHER_NAMES: Final = {
    "公里": "千米",
    "km": "千米",
    "公斤": "千克",
    "kg": "千克",
    "㎡": "平方米",
    "m²": "平方米",
    "km²": "平方千米",
    "平方公里": "平方千米",
    "立方": "立方米",
    "方": "立方米",
    "标准箱": "标箱",
    "TEU": "标箱",
    "吨标煤": "吨标准煤",
    "人民币": "元",
    "t": "吨",
    "ha": "公顷",
    "m": "米",
    "kW": "千瓦",
    "MW": "兆瓦",
    "kWh": "千瓦时",
    "台套": "台(套)",
}
KNOWN: Final = frozenset((*MONEY, *EVENTS, *COUNTED, *MEASURED, *SPANS_OF_TIME, *PLACES, *POINTS, "人民币"))
LONGEST: Final = max(map(len, KNOWN))
#: 5个百分点 is one unit; 三成立 none.
NOT_BEFORE: Final = {
    **dict.fromkeys(("分",), frozenset("别之类级层享析步散工")),
    **dict.fromkeys(("点",), frozenset("对上亮面位")),
    "个": frozenset("性体"),
    "方": frozenset("面案式向法便略"),
    "家": frozenset("庭园乡具政"),
    "名": frozenset("城镇优特牌录"),
    "项": frozenset("目"),
    "台": frozenset("阶"),
    "道": frozenset("路德"),
    "条": frozenset("件例"),
    "面": frozenset("向对临积上"),
    "年": frozenset("级"),
    "期": frozenset("间末"),
    "里": frozenset("程"),
    "日": frozenset("常报"),
    "人": frozenset("均才口工民"),
    "部": frozenset("门分署"),
    "类": frozenset("型"),
    "位": frozenset("于居列"),
    "本": frozenset("地市省级质"),
    "线": frozenset("上下城"),
    "石": frozenset("化油材"),
    "单": frozenset("位项"),
    "对": frozenset("标接外口"),
    "双": frozenset("千百向招创"),
    "首": frozenset("位批家台个"),
    "节": frozenset("能约水点"),
    "口": frozenset("岸径"),
    "组": frozenset("织建"),
    "度": frozenset("假"),
    "秒": frozenset(),
    "片": frozenset("区"),
    "批": frozenset("次发"),
    "座": frozenset("谈"),
    "班": frozenset("子"),
    "间": frozenset("接"),
    "分钟": frozenset(),
}
LATIN: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ²³")


def unit_at(text: str, at: int, extra: str = "") -> int:
    """Where the unit that begins at a place of a folded text ends; the same place if no unit is known there."""
    end = _simple_end(text, at, extra)
    if end == at:
        return at
    return _per_end(text, end, extra)


def _simple_end(text: str, at: int, extra: str) -> int:
    for length in range(min(max(LONGEST, len(extra)), len(text) - at), 0, -1):
        word, follower = text[at : at + length], text[at + length : at + length + 1]
        if word == extra:
            return at + length
        if word not in KNOWN or follower in NOT_BEFORE.get(word, ()):
            continue
        if word[-1] in LATIN and follower in LATIN and follower:
            continue
        return at + length
    return at


def _per_end(text: str, end: int, extra: str) -> int:
    """微克/立方米, 吨标准煤/万元: a unit over another one."""
    if text[end : end + 1] != "/":
        return end
    below = end + 1
    while text[below : below + 1] and text[below] in "0123456789十百千万亿":
        below += 1
    last = _simple_end(text, below, extra)
    return last if last > end + 1 else (below if below > end + 1 else end)


def same(printed: str, unit: str) -> bool:
    """Whether two names mean the same unit: 公里 is 千米."""
    return _plain(printed) == _plain(unit)


def _plain(unit: str) -> str:
    above, slash, below = unit.partition("/")
    return OTHER_NAMES.get(above, above) + slash + OTHER_NAMES.get(below, below)
