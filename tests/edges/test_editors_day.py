"""An editor's day in a real browser: a plan typed from a printed page, its values pasted, a revision, a conflict, the end.

With PICTURES=folder every station is also kept as a picture, wide and narrow (`make pictures`).
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse

from targets import models
from targets.rules.terms import PlanStatus, Role
from tests import make
from tests.browser import DESK, TELEPHONE, Heard, listen, needs_browser, open_browser, sign_in

PICTURES = os.environ.get("PICTURES", "")
OUTLINE = """一、产业能级提升行动
（一）壮大整车规模
（二）做强核心零部件
二、绿色智能转型行动
三、惠民强基行动
"""


@dataclass(frozen=True)
class Line:
    """A line of the printed page, what the editor adds to what the form proposes, and what it must come to mean."""

    printed: str
    measure: str
    comparator: str
    lower: str | None
    upper: str | None = None
    deadline: date = date(2030, 12, 31)
    typed: tuple[tuple[str, str], ...] = ()


PAGE = (
    Line("整车产量超200万辆", "level", "gt", "2000000"),
    Line("核心零部件企业新增100家10亿元以上", "increment", "bare", "100"),
    Line("研发经费投入年均增长6%左右", "annual_growth", "approx", "0.06"),
    Line("城镇调查失业率控制在5.5%以内", "share", "le", None, "0.055"),
    Line("到2027年新能源汽车渗透率达到30%", "share", "ge", "0.3", None, date(2027, 12, 31)),
    Line("培育整车企业6家千亿级", "count_of_class", "bare", "6"),
    Line("汽车零整比达到1:1", "ratio", "ge", "1"),
    Line("产业生态营收规模突破1.3万亿元", "level", "gt", "1300000000000"),
    Line("职工培训5万人次", "cumulative", "bare", "50000"),
    Line("单位产值能耗降低13.5%", "percent_change", "bare", "-0.135"),
    Line("充电桩总数达到5000个以上", "level", "ge", "5000"),
    Line("智能工厂3—5家", "level", "between", "3", "5"),
)


@dataclass
class Desk:
    """The editor's browser."""

    page: Any
    home: str
    heard: Heard

    def open(self, name: str, *keys: Any, query: str = "") -> None:
        self.page.goto(f"{self.home}{reverse(f'admin:{name}', args=keys)}{query}")

    def look(self, name: str) -> None:
        """Keeps a picture of the page as it stands, where pictures are wanted."""
        if not PICTURES:
            return
        for size, viewport in (("wide", DESK), ("narrow", TELEPHONE)):
            self.page.set_viewport_size(viewport)
            self.page.wait_for_timeout(300)
            self.page.screenshot(path=Path(PICTURES) / f"{name}-{size}.png", full_page=True)
        self.page.set_viewport_size(DESK)


@pytest.fixture
def editor() -> models.User:
    """Edits and reviews for one organisation; the area of the plan is on the register."""
    body = make.make_organisation(name="江城市发展和改革委员会", name_en="Jiangcheng Development and Reform Commission")
    make.make_area(name="江城市", name_en="Jiangcheng")
    user = make.make_member(body, Role.EDITOR, username="chen")
    models.Membership.objects.create(user=user, organisation=body, role=Role.REVIEWER)
    return user


@pytest.fixture
def desk(live_server: Any, editor: models.User) -> Iterator[Desk]:
    with open_browser() as browser:
        context = browser.new_context(
            viewport=DESK, locale="zh-CN", permissions=["clipboard-read", "clipboard-write"], base_url=live_server.url
        )
        page = context.new_page()
        desk = Desk(page, live_server.url, listen(page))
        sign_in(page, live_server.url, editor.username, language=settings.LANGUAGE_CODE)
        yield desk
        assert desk.heard.said == []
        assert desk.heard.strangers(live_server.url) == []


@needs_browser
def test_an_editor_types_a_plan_fills_it_revises_it_and_closes_it(desk: Desk) -> None:
    plan = begin(desk)
    type_targets(desk, plan)
    paste_values(desk, plan)
    revise(desk, plan)
    meet_another(desk, plan)
    find_again(desk)
    change_many(desk, plan)
    archive(desk, plan)


def begin(desk: Desk) -> models.Plan:
    """The guide: name and period, then the tree as pasted from the document."""
    page = desk.page
    desk.open("index")
    desk.look("desk-first-day")
    page.click(".first .button-main")
    page.fill("[name=name]", "江城市汽车产业行动方案")
    page.fill("[name=first_year]", "2026")
    page.fill("[name=last_year]", "2030")
    page.select_option("[name=area]", label="江城市")
    desk.look("desk-guide")
    page.click(".ask .button-main")
    page.fill("[name=outline]", OUTLINE)
    page.click("[value=look]")
    page.locator(".preview li").nth(4).wait_for()
    desk.look("desk-guide-tree")
    page.click("[value=add]")
    page.locator(".held li").nth(4).wait_for()
    plan = models.Plan.objects.get()
    assert (plan.period_start, plan.period_end, plan.status) == (
        date(2026, 1, 1),
        date(2030, 12, 31),
        PlanStatus.DRAFT,
    )
    assert [task.depth for task in _tree(plan)] == [1, 2, 2, 1, 1]
    return plan


@dataclass(frozen=True)
class Node:
    depth: int
    name: str


def _tree(plan: models.Plan) -> list[Node]:
    return [Node(len(task.path), task.name) for task in models.Task.objects.filter(plan=plan).order_by("path")]


def type_targets(desk: Desk, plan: models.Plan) -> None:
    """Twelve targets one after the other, by keyboard; the form proposes what the words say."""
    page = desk.page
    desk.open("targets_target_add", query=f"?plan={plan.pk}")
    for number, line in enumerate(PAGE, 1):
        page.wait_for_function("document.activeElement.name === 'wording'")
        page.keyboard.type(line.printed)
        page.locator(".entry-aside .reading-main").wait_for()
        if not page.input_value("[name=new_accumulation]"):
            page.select_option("[name=new_accumulation]", "stock")
            page.locator(".entry-aside .entry-missing").wait_for(state="detached")
        if number in (1, 2):
            desk.look(f"desk-target-form-{number}")
        with page.expect_navigation():
            page.keyboard.press("Control+Enter" if number == len(PAGE) else "Alt+n")
        assert models.Target.objects.count() == number, page.locator(".errornote, .errorlist").all_inner_texts()
    for line in PAGE:
        said = models.TargetRevision.objects.select_related("target__series").get(wording=line.printed)
        bounds = tuple(None if each is None else str(each.normalize()) for each in (said.lower, said.upper))
        wanted = tuple(None if each is None else str(Decimal(each).normalize()) for each in (line.lower, line.upper))
        assert (said.measure, said.comparator, bounds, said.deadline) == (
            line.measure,
            line.comparator,
            wanted,
            line.deadline,
        ), line.printed
        assert said.target.series.area.name == "江城市"
    desk.open("targets_plan_change", plan.pk)
    desk.look("desk-plan")


def paste_values(desk: Desk, plan: models.Plan) -> None:
    """A block from a spreadsheet; one cell is wrong, is marked, mended and saved with the rest."""
    page = desk.page
    desk.open("targets_plan_values", plan.pk, query="?by=year&last=2026-12-31")
    rows = page.locator("tbody tr").count()
    assert rows == len(PAGE)
    block = "".join(
        f"{text}\n"
        for text in ("150万辆", "40", "320亿", "5.2%", "百分之几", "3", "0.8:1", "9500亿", "2万余", "", "3200")
    )
    page.evaluate("text => navigator.clipboard.writeText(text)", block)
    page.locator("tbody tr").first.locator("input.value").last.focus()
    page.keyboard.press("Control+v")
    fault = page.locator(".sheet-faults li a")
    fault.first.wait_for()
    desk.look("desk-values-wrong-cell")
    fault.first.click()
    page.keyboard.type("24%")
    page.keyboard.press("Enter")
    page.locator(".sheet-faults").wait_for(state="hidden")
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    page.locator(".tag-submitted").first.wait_for()
    desk.look("desk-values")
    values = models.Observation.objects.filter(series__targets__plan=plan)
    assert values.count() == 10
    assert set(values.values_list("status", flat=True)) == {"submitted"}


def revise(desk: Desk, plan: models.Plan) -> None:
    """The numbers change by a decision; the old ones stay, and both are drawn on one line."""
    page, target = desk.page, models.Target.objects.get(plan=plan, revisions__wording=PAGE[0].printed)
    desk.open("targets_targetrevision_add", query=f"?target={target.pk}")
    page.fill("[name=wording]", "整车产量超250万辆")
    page.locator(".entry-aside .alterations").wait_for()
    page.fill("[name=reason]", "中期评估后调高")
    page.fill("[name=effective_date]", "2026-07-01")
    desk.look("desk-revise")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**{reverse('admin:targets_target_change', args=[target.pk])}")
    desk.look("desk-target")
    assert [(each.lower, each.reason) for each in target.revisions.order_by("number")] == [
        (Decimal(2_000_000), ""),
        (Decimal(2_500_000), "中期评估后调高"),
    ]


def meet_another(desk: Desk, plan: models.Plan) -> None:
    """Two forms of one task: the later one sees both versions and takes from each."""
    page, task = desk.page, models.Task.objects.filter(plan=plan).order_by("path")[1]
    desk.open("targets_task_change", task.pk)
    other = page.context.new_page()
    other.goto(page.url)
    other.fill("[name=aim]", "扩大产能")
    other.fill("[name=note]", "牵头单位未明确。")
    other.locator("[name=_save]").click()
    other.wait_for_load_state()
    other.close()
    page.fill("[name=note]", "牵头单位待定，原文未写。")
    page.locator("[name=_save]").click()
    page.locator(".conflict").wait_for()
    desk.look("desk-conflict")
    page.check("[name='conflict-take:note'][value=mine]")
    page.click("[name=conflict-do][value=save]")
    page.locator(".conflict").wait_for(state="detached")
    task.refresh_from_db()
    assert (task.aim, task.note) == ("扩大产能", "牵头单位待定，原文未写。")


def find_again(desk: Desk) -> None:
    """What a list is narrowed to is saved under a name, and opened again from the first page."""
    page = desk.page
    desk.open("targets_target_changelist", query="?q=jc&missing=verified")
    page.locator("#result_list tbody").first.wait_for()
    page.locator(".saved-filters summary").click()
    page.fill("[form=keep-filter][name=name]", "待审核的江城目标")
    page.click("button[form=keep-filter]")
    page.locator(".saved-filters a[aria-current]").wait_for()
    desk.look("desk-targets")
    desk.open("index")
    desk.look("desk-home")
    page.click("nav.saved a")
    page.locator(".saved-filters a[aria-current]").wait_for()


def change_many(desk: Desk, plan: models.Plan) -> None:
    """A responsibility for every target on the list: looked at, done, and taken back."""
    page, body = desk.page, models.Organisation.objects.get()
    shown = page.locator("#result_list input.action-select")
    for box in shown.all():
        box.check()
    page.select_option("select[name=action]", "assign_targets")
    page.locator("button[name=index], input[name=index]").locator("visible=true").click()
    page.locator(".batch").wait_for()
    page.evaluate(
        "([id, name]) => { const box = document.querySelector('[name=organisation]');"
        " box.append(new Option(name, id, true, true)); box.dispatchEvent(new Event('change')); }",
        [str(body.pk), body.name],
    )
    page.select_option("[name=role]", "lead")
    page.locator(".batch .button-main").click()
    page.locator("[name=do]").wait_for()
    desk.look("desk-assign")
    page.click("[name=do]")
    page.locator("#result_list").wait_for()
    parts = models.Responsibility.objects.filter(target__plan=plan, organisation=body, role="lead")
    assert parts.count() == len(models.Batch.objects.get().rows) > 1
    desk.open("targets_batch_change", models.Batch.objects.get().pk)
    desk.look("desk-batch")
    page.locator(".buttons .button-main").click()
    page.locator("dd", has_text="chen").wait_for()
    assert not parts.exists()


def archive(desk: Desk, plan: models.Plan) -> None:
    """Closed, not deleted: the plan stays readable and can be opened again."""
    page = desk.page
    desk.open("targets_plan_archive", plan.pk)
    desk.look("desk-archive")
    page.click(".button-main")
    page.locator(".band").wait_for()
    plan.refresh_from_db()
    assert plan.status == PlanStatus.ARCHIVED
    assert models.Target.objects.filter(plan=plan).count() == len(PAGE)
    page.locator(".band button").click()
    page.locator(".band").wait_for(state="detached")
    plan.refresh_from_db()
    assert plan.status == PlanStatus.DRAFT
