"""Every number on the first page opens a list with just as many rows, whoever looks."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from targets.access import may, verifiable
from targets.models import Observation, Organisation, User
from targets.queries import desk as desk_queries
from targets.queries.days import today
from targets.rules.terms import Frequency, PlanStatus, Precision, Role
from targets.services import observations
from tests import make
from tests.edges.home import number, read, rows
from tests.edges.judged import AHEAD, RED, make_judged, report
from tests.edges.test_admin_verdict_lists import turn_red

pytestmark = pytest.mark.django_db


def sign_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    client.cookies["django_language"] = "en"
    return client


def fill(owner: Organisation | None, reporter: User, status: PlanStatus) -> None:
    """A plan with something of each kind that waits for somebody."""
    plan = make.make_plan(owner=owner, status=status)
    turn_red(make_judged(RED, plan=plan), 2)
    make_judged(AHEAD, plan=plan, says={"deadline": today() + timedelta(days=30), "deadline_precision": Precision.DAY})
    make_judged(plan=plan, says={**NO_BASE, **NO_DEADLINE, "flags": ["scope_unclear"]})
    stale = make_judged(plan=plan, indicator={"frequency": Frequency.YEAR})
    report(stale, AHEAD, period_end=today() - timedelta(days=1200))
    make.make_observation(make_judged(plan=plan).series, verified=False, by=reporter, reported_by=owner)
    back = make.make_observation(stale.series, verified=False, by=reporter, reported_by=owner)
    observations.send_back(back, reason="the unit is wrong", by=None)


NO_BASE = {"base_value": None, "base_date": None, "base_source": "none"}
NO_DEADLINE = {"deadline": None, "deadline_precision": "", "deadline_source": "none"}


@pytest.fixture
def bodies() -> tuple[Organisation, Organisation]:
    return make.make_organisation(name="甲局"), make.make_organisation(name="乙局")


@pytest.fixture
def people(bodies: tuple[Organisation, Organisation]) -> dict[str, User]:
    ours, theirs = bodies
    found = {
        "administrator": make.make_administrator(),
        "editor": make.make_member(ours, Role.EDITOR),
        "reviewer": make.make_member(ours, Role.REVIEWER),
        "reporter": make.make_member(ours, Role.REPORTER),
        "viewer": make.make_member(ours, Role.VIEWER),
    }
    for status in (PlanStatus.PUBLISHED, PlanStatus.DRAFT):
        fill(ours, found["editor"], status)
        fill(theirs, found["administrator"], status)
    make_judged(RED, plan=make.make_plan(owner=ours, status=PlanStatus.ARCHIVED))
    demo = make.make_plan(code="demo-plan")
    make_judged(RED, plan=demo, code="demo-target")
    return found


NEEDS = ("turned", "due", "data", "stale", "base", "undated", "flagged", "waiting", "drafts")


def test_every_number_is_a_link_to_a_list_of_as_many_rows(people: dict[str, User]) -> None:
    for role in ("administrator", "editor", "reviewer"):
        for whose in ("mine", "all"):
            page = read(sign_in(people[role]), whose=whose)
            assert page.bare == []
            assert len(page.linked) > 20
            found = {url: rows(people[role], url) for _, url in page.linked}
            assert [(count, url) for count, url in page.linked if found[url] != int(count)] == [], role
    some = {url for _, url in page.linked if "missing=" in url or "review=" in url}
    assert all(sign_in(people["reviewer"]).get(url).status_code == 200 for url in some)


def test_every_need_is_counted_for_ones_own_and_for_all(people: dict[str, User]) -> None:
    """What `fill` makes is found: a number that always were nought would pass the test above."""
    wholly = {name: number(sign_in(people["administrator"]), name) for name in NEEDS}
    assert wholly == {**dict.fromkeys(NEEDS, 4), "data": 8, "drafts": 2}
    desk = sign_in(people["editor"])
    assert {name: number(desk, name, whose="mine") for name in NEEDS} == {
        **dict.fromkeys(NEEDS, 2),
        "data": 4,
        "drafts": 1,
    }
    seen = {name: number(desk, name, whose="all") for name in ("turned", "stale", "base")}
    assert seen == dict.fromkeys(seen, 3)


def test_what_one_may_verify_is_what_may_says(people: dict[str, User]) -> None:
    for user in people.values():
        found = set(verifiable(Observation.objects.all(), user))
        waiting = Observation.objects.filter(status="submitted")
        assert found == {value for value in waiting if may(user, "verify", value)}
    assert number(sign_in(people["reviewer"]), "reviewable") == 2


def test_a_reviewer_sees_what_waits_for_their_review_first(people: dict[str, User]) -> None:
    blocks = sign_in(people["reviewer"]).get(reverse("admin:index")).context["blocks"]
    assert blocks[0].name == "reviewable"
    assert len(blocks[0].lines) == 2
    assert {line.row.status for line in blocks[0].lines} == {"submitted"}
    names = [block.name for block in sign_in(people["administrator"]).get(reverse("admin:index")).context["blocks"]]
    assert names[0] == "returned"


def test_values_come_back_to_whoever_sent_them_until_they_are_sent_anew(people: dict[str, User]) -> None:
    desk = sign_in(people["editor"])
    assert number(desk, "returned") == 2
    page = desk.get(reverse("admin:index"))
    assert "the unit is wrong" in page.content.decode()
    back = Observation.objects.filter(status="returned", recorded_by=people["editor"]).earliest("pk")
    make.make_observation(back.series, verified=False, by=people["editor"])
    assert number(desk, "returned") == 1
    assert "returned" not in {block.name for block in sign_in(people["viewer"]).get("/admin/").context["blocks"]}


def test_whose_rows_are_shown_is_remembered(people: dict[str, User]) -> None:
    desk = sign_in(people["editor"])
    own, everything = number(desk, "targets"), number(desk, "targets", whose="all")
    assert own < everything
    assert number(desk, "targets") == everything
    assert number(desk, "targets", whose="mine") == own
    for nonsense in ("theirs", "", "9" * 3000):
        assert desk.get("/admin/", {"whose": nonsense, "step": nonsense}).status_code == 200
    assert number(desk, "targets") == own


def test_an_administrator_sees_all_and_who_has_nothing_to_do_is_not_asked(people: dict[str, User]) -> None:
    for role in ("administrator", "viewer"):
        page = sign_in(people[role]).get("/admin/", {"whose": "mine"})
        assert not page.context["scope"].is_own
        assert "whose=all" not in page.content.decode()


def test_what_belongs_to_hidden_plans_is_not_counted_or_named(bodies: tuple[Organisation, Organisation]) -> None:
    user = make.make_member(bodies[0], Role.EDITOR)
    reader = sign_in(user)

    def seen() -> dict[str, str]:
        return {url: count for count, url in read(reader, whose="all").linked}

    fill(bodies[1], make.make_user(), PlanStatus.PUBLISHED)
    before = seen()
    fill(bodies[1], make.make_user(), PlanStatus.DRAFT)
    assert seen() == before
    assert all(rows(user, url) == int(count) for url, count in before.items())


def test_archived_plans_and_the_demonstration_are_not_counted() -> None:
    desk = sign_in(make.make_administrator())
    make.make_plan()
    make_judged(RED, plan=make.make_plan(status=PlanStatus.ARCHIVED))
    make_judged(RED, plan=make.make_plan(code="demo-plan"), code="demo-target")
    assert number(desk, "targets") == number(desk, "red") == 0
    assert number(desk, "plans") == 1


def test_very_many_rows_are_told_as_more_than_the_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_queries, "MOST", 2)
    desk = sign_in(make.make_administrator())
    plan = make.make_plan()
    for _ in range(4):
        make_judged(plan=plan)
    linked = [count for count, url in read(desk).linked if "missing=value" in url]
    assert linked == ["2+"]
    assert "more than 2" in desk.get("/admin/").content.decode()


def test_the_page_costs_as_many_queries_with_many_rows_as_with_few(bodies: tuple[Organisation, ...]) -> None:
    people = [make.make_administrator(), *(make.make_member(bodies[0], role) for role in (Role.EDITOR, Role.REVIEWER))]

    def queries() -> list[int]:
        counts = []
        for user in people:
            desk = sign_in(user)
            desk.get("/admin/")
            with CaptureQueriesContext(connection) as seen:
                assert desk.get("/admin/").status_code == 200
            counts.append(len(seen))
        return counts

    fill(bodies[0], people[0], PlanStatus.PUBLISHED)
    few = queries()
    for _ in range(3):
        fill(bodies[0], people[0], PlanStatus.PUBLISHED)
    assert queries() == few
