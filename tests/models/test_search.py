"""The search finds rows by every word of theirs, by pinyin, and by what they stand on; triggers keep it true."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from targets.models import Indicator, Plan, SearchEntry, Series, Target, Task
from targets.services import records, targets, tasks
from targets.services.demonstration import drop
from tests import make

pytestmark = pytest.mark.django_db
NAMES = some.text("整车产量新能源汽车率重庆长江银行业务abcXYZ019 ·（）％.-", min_size=2, max_size=24)


def found(noun: str, text: str) -> set[int]:
    return set(SearchEntry.objects.about(noun, text).values_list("row", flat=True))


def is_chinese(sign: str) -> bool:
    return "\u4e00" <= sign < "\ua000"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=NAMES, data=some.data())
def test_every_stretch_of_a_name_from_a_chinese_character_on_finds_it(name: str, data: some.DataObject) -> None:
    indicator = make.make_indicator(name=name)
    for start in (place for place, sign in enumerate(name) if is_chinese(sign)):
        end = data.draw(some.integers(start + 1, len(name)))
        assert indicator.pk in found("indicator", name[start:end])


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("整车产量", "zccl"),
        ("整车产量", "ccl"),
        ("整车产量", "ZC"),
        ("整车产量", "zhengche"),
        ("整车产量", "zhengchechanliang"),
        ("整车产量", "zc 产量"),
        ("新能源汽车产业集群规模以上企业", "xnyqccyjq"),
        ("银行业务", "yhyw"),
        ("银行业务", "yinhang"),
        ("重庆长江大桥", "cqcjdq"),
        ("行长", "hz"),
        ("5G基站数量", "5gjz"),
        ("AI产业规模", "aicy"),
        ("增长率", "zzl"),
    ],
)
def test_a_name_is_found_by_its_pinyin(name: str, typed: str) -> None:
    indicator = make.make_indicator(name=name, name_en="")
    other = make.make_indicator(name="高速公路里程", name_en="", unit="公里")
    assert found("indicator", typed) == {indicator.pk}
    assert other.pk not in found("indicator", typed)


def test_words_must_all_be_there_and_in_one_piece() -> None:
    vehicles = make.make_indicator(name="整车产量")
    make.make_indicator(name="产量整车", name_en="")
    assert found("indicator", "整车产量") == {vehicles.pk}
    assert found("indicator", "vehicle 产量") == {vehicles.pk}
    assert found("indicator", "整车 里程") == set()


def test_a_target_is_found_by_all_that_it_stands_on() -> None:
    plan = make.make_plan(name="车谷产业创新大走廊建设行动方案", code="corridor-2030")
    task = make.make_task(plan, name="整车倍增行动", number="三")
    series = make.make_series(
        indicator=make.make_indicator(name="新能源汽车产量"), area=make.make_area(name="经开区"), breakdown="乘用车"
    )
    target = make.make_target(task=task, series=series, code="corridor-2030.t7", says={"wording": "超200万辆"})
    make.make_target(says={"wording": "30公里"})
    typed = [
        "超200万",
        "200",
        "万辆",
        "走廊",
        "cgcy",
        "倍增",
        "三",
        "新能源",
        "xnyqc",
        "xinnengyuan",
        "经开区",
        "乘用车",
    ]
    for words in [*typed, "corridor-2030.t7", "corridor 经开", "t7"]:
        assert found("target", words) == {target.pk}, words


def test_the_search_follows_each_change() -> None:
    target = make.make_target()
    series, plan = target.series, target.plan
    plan.name = "改名后的方案"
    records.edit(plan, by=None, version=None)
    assert found("target", "改名后") == found("target", "gmh") == {target.pk}
    area = series.area
    area.name = "新名新区"
    records.edit(area, by=None, version=None)
    assert found("series", "新名新区") == {series.pk}
    assert found("target", "新名新区") == {target.pk}
    targets.revise(target, make.revision(wording="达到三百万台", reason="上调"), by=None)
    assert found("target", "三百万") == {target.pk}
    task = make.make_task(plan, name="旧任务")
    target.task = task
    targets.edit(target, by=None, version=None)
    task.name = "全新的任务"
    tasks.edit(task, by=None, version=None)
    assert found("target", "全新的") == {target.pk}
    assert found("target", "旧任务") == set()


def test_what_is_removed_is_found_no_more() -> None:
    task = make.make_task(make.make_plan(code="demo-other"), code="demo-task")
    assert found("task", "某任务") == {task.pk}
    tasks.remove(task, by=None)
    assert found("task", "某任务") == set()
    make.make_target(
        make.make_plan(code="demo-plan"),
        code="demo-target",
        series=make.make_series(
            code="demo-series",
            area=make.make_area(code="demo-area"),
            indicator=make.make_indicator(code="demo-indicator"),
        ),
    )
    drop(by=None)
    assert SearchEntry.objects.count() == 0


def test_keeping_the_search_is_no_change_of_the_rows() -> None:
    target = make.make_target()
    plan = target.plan
    plan.name = "另一个名称"
    records.edit(plan, by=None, version=None)
    target.refresh_from_db()
    assert target.version == 1
    assert Plan.objects.get(pk=plan.pk).version == 2


def test_rows_written_past_every_service_are_in_the_search_too() -> None:
    Indicator.objects.create(code="past", name="绕过服务", accumulation="stock")
    assert len(found("indicator", "绕过")) == 1


def test_a_question_full_of_signs_is_harmless() -> None:
    for typed in ["'", "\\", "&|!()", ":*", "<->", "'a' & 'b", "%", "_", "\ud800", "9" * 5000, "车" * 5000, "@target"]:
        assert found("target", typed) == set()


def test_each_noun_is_searched_apart() -> None:
    make.make_plan(name="走廊")
    assert found("task", "走廊") == set()
    assert {model for model in (Task, Series, Target) if found(model._meta.model_name, "走廊")} == set()
