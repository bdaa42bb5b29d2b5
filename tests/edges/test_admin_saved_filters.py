"""Saved filters: kept above the list they narrow, opened by a link that stays, shared on wish, changed by their owner."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from targets.models import SavedFilter
from targets.rules.terms import PlanStatus, Role
from tests import make

pytestmark = pytest.mark.django_db
KEEP, LIST = reverse("admin:targets_savedfilter_keep"), reverse("admin:targets_plan_changelist")


@pytest.fixture
def office() -> Any:
    return make.make_organisation()


@pytest.fixture
def desk(client: Client, office: Any) -> Client:
    client.force_login(make.make_member(office, Role.EDITOR, username="clerk"))
    client.cookies["django_language"] = "en"
    return client


def keep(desk: Client, **said: Any) -> Any:
    return desk.post(KEEP, {"noun": "plan", "name": "drafts", "query": "status__exact=draft"} | said, follow=True)


def opened(desk: Client, saved: SavedFilter) -> Any:
    return desk.get(reverse("admin:targets_savedfilter_open", args=[saved.pk]), follow=True)


def colleague(office: Any) -> Client:
    other = Client()
    other.force_login(make.make_member(office, Role.VIEWER, username="colleague"))
    other.cookies["django_language"] = "en"
    return other


def names(page: Any) -> list[str]:
    return [row.name for row in page.context["cl"].result_list]


def test_what_the_list_shows_is_kept_and_opened_again(desk: Client, office: Any) -> None:
    make.make_plan(name="甲", status=PlanStatus.DRAFT, owner=office)
    make.make_plan(name="乙", owner=office)
    page = keep(desk, query="status__exact=draft&o=1&p=3&q=")
    assert names(page) == ["甲"]
    saved = SavedFilter.objects.get()
    assert (saved.query, saved.owner.username, saved.shared) == ("o=1&status__exact=draft", "clerk", False)
    assert names(opened(desk, saved)) == ["甲"]
    above = desk.get(LIST).content.decode()
    assert f'href="{reverse("admin:targets_savedfilter_open", args=[saved.pk])}"' in above


def test_the_one_in_use_is_marked_and_can_be_saved_anew_under_its_link(desk: Client) -> None:
    keep(desk)
    saved = SavedFilter.objects.get()
    page = opened(desk, saved)
    assert [link["is_current"] for link in page.context["saved"]["links"]] == [True]
    assert page.context["saved"]["mine"] == saved
    keep(desk, query="status__exact=published")
    again = SavedFilter.objects.get()
    assert (again.pk, again.query, again.version) == (saved.pk, "status__exact=published", 2)


def test_a_shared_one_serves_colleagues_and_shows_them_their_own_rows_only(desk: Client, office: Any) -> None:
    make.make_plan(name="内部", status=PlanStatus.DRAFT, owner=office)
    keep(desk, shared="on")
    saved = SavedFilter.objects.get()
    outside = Client()
    outside.force_login(make.make_member(make.make_organisation(), Role.EDITOR))
    assert names(opened(colleague(office), saved)) == ["内部"]
    assert names(opened(outside, saved)) == []
    assert "clerk" in colleague_bar(outside)


def colleague_bar(client: Client) -> str:
    return str(client.get(LIST).context["saved"]["links"])


def test_a_private_one_does_not_exist_for_others(desk: Client, office: Any) -> None:
    keep(desk)
    saved = SavedFilter.objects.get()
    other = colleague(office)
    assert other.get(reverse("admin:targets_savedfilter_open", args=[saved.pk])).status_code == 404
    assert "drafts" not in other.get(LIST).content.decode()


def test_its_owner_renames_shares_and_removes_it_and_nobody_else_does(desk: Client, office: Any) -> None:
    keep(desk, shared="on")
    saved = SavedFilter.objects.get()
    form = reverse("admin:targets_savedfilter_change", args=[saved.pk])
    remove = reverse("admin:targets_savedfilter_delete", args=[saved.pk])
    other = colleague(office)
    assert other.post(form, {"name": "mine", "seen_version": 1}).status_code == 403
    assert other.post(remove, {"post": "yes"}).status_code == 403
    desk.post(form, {"name": "our drafts", "seen_version": 1})
    saved.refresh_from_db()
    assert (saved.name, saved.shared, saved.query) == ("our drafts", False, "status__exact=draft")
    desk.post(remove, {"post": "yes"})
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize("name", ["", "x" * 101, "x\0"])
def test_a_name_that_cannot_be_kept_is_refused_on_the_list_that_was_narrowed(desk: Client, name: str) -> None:
    page = keep(desk, name=name)
    assert page.redirect_chain[-1][0] == f"{LIST}?status__exact=draft"
    assert [message.level_tag for message in page.context["messages"]] == ["error"]
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize(
    "query", ["nosuch=1", "status__exact=x", "series__id=99999999999999999999", "q=%00", "x" * 3000]
)
def test_a_question_that_the_list_does_not_understand_is_told_and_breaks_nothing(desk: Client, query: str) -> None:
    keep(desk, query=query)
    for saved in SavedFilter.objects.all():
        assert opened(desk, saved).status_code == 200


@pytest.mark.parametrize("query", ["nosuch=1", "due=90", "light=purple", "deadline=soon", "missing=all", "flag=x"])
def test_a_link_whose_filter_is_no_more_opens_the_whole_list_and_says_so(desk: Client, query: str) -> None:
    target = make.make_target()
    keep(desk, noun="target", query=query)
    page = opened(desk, SavedFilter.objects.get())
    assert page.status_code == 200
    assert [row.pk for row in page.context["cl"].result_list] == [target.pk]
    assert ["filter it anew" in str(told) for told in page.context["messages"]] == [True]
    assert page.context["cl"].chips == []


def test_a_year_in_which_nothing_falls_due_is_a_question_like_any_other(desk: Client) -> None:
    make.make_target(make.make_plan())
    keep(desk, noun="target", query="deadline=2031")
    page = opened(desk, SavedFilter.objects.get())
    assert names(page) == []
    assert [str(told) for told in page.context["messages"]] == []


@pytest.mark.parametrize("key", ["0", "99", "x", "9" * 40])
def test_a_filter_that_there_is_not_is_not_found(desk: Client, key: str) -> None:
    assert desk.get(f"{reverse('admin:targets_savedfilter_changelist')}{key}/open/").status_code == 404


def test_a_search_and_a_filter_more_still_know_by_which_saved_filter_one_came(desk: Client) -> None:
    keep(desk)
    saved = SavedFilter.objects.get()
    page = opened(desk, saved).content.decode()
    assert f'<input type="hidden" form="changelist-search" name="saved" value="{saved.pk}">' in page
    later = desk.get(LIST, {"status__exact": "draft", "q": "甲", "saved": saved.pk})
    assert later.context["saved"]["mine"] == saved
    assert later.context["saved"]["links"][0]["is_current"] is False


def test_many_filters_are_folded_and_the_one_in_use_is_not(desk: Client) -> None:
    for number in range(12):
        keep(desk, name=f"f{number:02}", query=f"q=a{number:02}")
    last = SavedFilter.objects.get(name="f11")
    bar = opened(desk, last).context["saved"]
    assert [link["name"] for link in bar["links"]] == [f"f{number:02}" for number in (*range(8), 11)]
    assert [link["name"] for link in bar["folded"]] == ["f08", "f09", "f10"]


@pytest.mark.parametrize("noun", ["", "nosuch", "savedfilter", "session"])
def test_what_is_no_list_has_no_filters(desk: Client, noun: str) -> None:
    assert desk.post(KEEP, {"noun": noun, "name": "x", "query": ""}).status_code == 404
    assert desk.get(KEEP).status_code == 404


def test_those_who_may_not_enter_save_nothing(client: Client) -> None:
    client.force_login(make.make_user())
    assert client.post(KEEP, {"noun": "plan", "name": "x", "query": "q=a"}).status_code == 302
    assert not SavedFilter.objects.exists()


def test_all_of_them_stand_on_a_list_of_their_own(desk: Client) -> None:
    keep(desk)
    page = desk.get(reverse("admin:targets_savedfilter_changelist"), {"noun": "plan"})
    assert names(page) == ["drafts"]
    assert "Plans" in page.content.decode()
    assert page.context["cl"].chips[0].value == "Plans"
    assert names(desk.get(reverse("admin:targets_savedfilter_changelist"), {"noun": "task"})) == []


def test_the_list_of_filters_tells_own_from_shared(desk: Client, office: Any) -> None:
    keep(desk, name="mine")
    other = colleague(office)
    keep(other, name="theirs", shared="on")
    every = reverse("admin:targets_savedfilter_changelist")
    assert names(desk.get(every, {"whose": "mine"})) == ["mine"]
    assert names(desk.get(every, {"whose": "others"})) == ["theirs"]


def test_home_leads_to_them(desk: Client) -> None:
    keep(desk)
    page = desk.get(reverse("admin:index")).content.decode()
    assert reverse("admin:targets_savedfilter_open", args=[SavedFilter.objects.get().pk]) in page
