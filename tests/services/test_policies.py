"""Policies are added, changed by new versions and withdrawn; which of several judges a target."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError

from targets.models import Assessment, AssessmentPolicy
from targets.queries import policies as questions
from targets.queries.days import now
from targets.rules.terms import PlanStatus
from targets.rules.verdicts.policies import DEFAULT, Policy, named
from targets.rules.verdicts.terms import Method, RollupRule
from targets.services import policies
from tests import make
from tests.services.test_judging import a_target

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 1)
NOBODY = AnonymousUser()


def change(code: str, based_on: int | None = None, **fields: Any) -> AssessmentPolicy:
    new = make.policy(**{"code": code, "reason": "从严", "ahead": Decimal(9)} | fields)
    return policies.change(new, by=None, based_on=based_on)


def policy_named(code: str, user: Any = NOBODY) -> Policy:
    return questions.policy_named(code, user, day=DAY, known_at=now())


def judge_of(target: Any) -> tuple[str, int]:
    row = Assessment.objects.get(target=target)
    return row.policy_code, row.policy_number


def refused(write: Any) -> ValidationError:
    with pytest.raises(ValidationError) as caught:
        write()
    return caught.value


# Which one judges


def test_of_all_the_nearest_judges_and_when_it_is_withdrawn_the_next():
    top = make.make_organisation()
    below = make.make_organisation(parent=make.make_organisation(parent=top))
    target = a_target(make.make_plan(owner=below))
    places = [{"code": "default"}, {"organisation": top}, {"organisation": below}, {"plan": target.plan}]
    standing = [make.make_policy(**place) for place in (*places, {"target": target})]
    for nearest, next_one in zip(standing[::-1], standing[-2::-1], strict=False):
        assert judge_of(target) == (nearest.code, 1)
        policies.withdraw(nearest, reason="不再另定", effective_date=date(2026, 1, 2), by=None)
        assert judge_of(target) == (next_one.code, 1)


def test_a_register_without_any_policy_is_judged_by_the_default_of_the_program():
    target = a_target()
    assert judge_of(target) == (DEFAULT.code, DEFAULT.version)
    make.make_policy(code="default", ahead=Decimal(1))
    change("default", ahead=Decimal(2))
    assert judge_of(target) == ("default", 2)


def test_a_policy_that_is_only_named_judges_nothing_by_itself():
    target = a_target()
    row = make.make_policy(code="by-name", method=Method.UN_2022)
    assert judge_of(target) == ("default", 1)
    assert policy_named("by-name") == questions.as_rule(row)


def test_a_name_that_stands_nowhere_is_that_of_a_method_or_of_nothing():
    assert policy_named("un-2022") == named("un-2022")
    with pytest.raises(ValueError, match="nonsense"):
        policy_named("nonsense")


def test_a_name_that_stands_where_the_reader_may_not_look_is_unknown_to_them():
    plan = make.make_plan(status=PlanStatus.DRAFT)
    row = make.make_policy(code="of-a-draft", plan=plan)
    assert policy_named("of-a-draft", make.make_administrator()) == questions.as_rule(row)
    with pytest.raises(ValueError, match="of-a-draft"):
        policy_named("of-a-draft")


def test_every_field_of_a_version_reaches_the_rule():
    row = make.make_policy(
        code="full",
        method=Method.LINEAR_PATH,
        ahead=Decimal(1),
        on_track=Decimal(-2),
        behind=Decimal(-3),
        far_behind=Decimal(-4),
        bare_as="exact",
        over="not_met",
        approx_tolerance=Decimal("0.1"),
        max_age_days=10,
        min_points=3,
    )
    rule = questions.as_rule(row)
    unlike = {name for name in vars(rule) if getattr(rule, name) != getattr(Policy(), name)}
    assert unlike == set(vars(rule)) - {"version", "include_provisional"}
    assert vars(rule.thresholds) == {"ahead": 1, "on_track": -2, "behind": -3, "far_behind": -4}
    assert (rule.method, rule.max_age_days, rule.min_points) == (Method.LINEAR_PATH, 10, 3)


def test_the_policy_of_a_plan_an_organisation_and_the_whole_are_found_the_same_way():
    body = make.make_organisation()
    plan = make.make_plan(owner=make.make_organisation(parent=body))
    assert questions.policy_of_plan(plan, DAY, now()) is None
    general = make.make_policy(code="default")
    of_body = make.make_policy(organisation=body)
    assert questions.policy_of_plan(plan, DAY, now()) == of_body
    assert questions.policy_of_organisation(plan.owner, DAY, now()) == of_body
    assert questions.policy_of_plan(make.make_plan(), DAY, now()) == questions.default_policy(DAY, now()) == general
    own = make.make_policy(plan=plan)
    assert questions.policy_of_plan(plan, DAY, now()) == own


def test_policies_are_found_in_as_many_queries_for_many_as_for_one(django_assert_num_queries):
    rows = [a_target(make.make_plan(owner=make.make_organisation())) for _ in range(5)]
    for size in (1, 5):
        with django_assert_num_queries(2):
            questions.policies_for(rows[:size], DAY, now())


# Versions


def test_a_change_is_a_new_version_in_the_same_place_and_the_old_one_stays():
    plan = make.make_plan()
    first = make.make_policy(plan=plan, ahead=Decimal(5), rollup=RollupRule.COUNTS)
    second = change(first.code)
    assert (second.number, second.plan, second.reason, second.ahead) == (2, plan, "从严", 9)
    assert AssessmentPolicy.objects.get(code=first.code, number=1).ahead == 5
    assert second.recorded_at > first.recorded_at


def test_a_change_stays_in_its_place_whatever_it_says():
    plan, other = make.make_plan(), make.make_plan()
    first = make.make_policy(plan=plan)
    assert change(first.code, plan=other).plan == plan
    assert change(make.make_policy(code="everywhere").code, plan=other).plan is None


def test_a_version_that_someone_else_has_overtaken_is_refused():
    row = make.make_policy()
    change(row.code, based_on=1)
    assert refused(lambda: change(row.code, based_on=1)).code == "stale"
    assert (
        refused(
            lambda: policies.withdraw(row, reason="取消", effective_date=date(2026, 1, 2), by=None, based_on=1)
        ).code
        == "stale"
    )
    assert AssessmentPolicy.objects.filter(code=row.code).count() == 2


def test_what_is_not_there_is_neither_changed_nor_withdrawn():
    absent = make.policy(code="absent", reason="从严")
    assert refused(lambda: policies.change(absent, by=None)).code == "gone"
    assert refused(lambda: policies.withdraw(absent, reason="取消", effective_date=DAY, by=None)).code == "gone"


def test_a_change_and_a_withdrawal_say_why():
    row = make.make_policy()
    for write in (
        lambda: change(row.code, reason=""),
        lambda: policies.withdraw(row, reason="", effective_date=DAY, by=None),
    ):
        assert refused(write).rule == "policy_reason_given"
    assert AssessmentPolicy.objects.get(code=row.code).number == 1


def test_a_place_has_one_policy_and_a_code_stands_once():
    plan = make.make_plan()
    first = make.make_policy(plan=plan)
    assert refused(lambda: make.make_policy(plan=plan)).rule == "policy_one_a_plan"
    assert refused(lambda: make.make_policy(code=first.code)).rule == "policy_number_unique"


def test_a_withdrawn_policy_can_be_taken_up_again():
    target = a_target()
    first = make.make_policy(target=target)
    policies.withdraw(first, reason="取消", effective_date=date(2026, 1, 2), by=None)
    assert judge_of(target) == ("default", 1)
    change(first.code, effective_date=date(2026, 1, 3))
    assert judge_of(target) == (first.code, 3)


def test_a_withdrawal_ends_versions_that_would_take_effect_later_too():
    target = a_target()
    first = make.make_policy(target=target)
    later = change(first.code, effective_date=date(2026, 3, 1))
    policies.withdraw(later, reason="取消", effective_date=date(2026, 2, 1), by=None)
    assert judge_of(target) == ("default", 1)
    ends = AssessmentPolicy.objects.filter(code=first.code, withdrawn=True).order_by("number")
    assert [(row.number, row.effective_date) for row in ends] == [(3, date(2026, 2, 1)), (4, date(2026, 3, 1))]


@pytest.mark.django_db(transaction=True)
def test_each_verb_is_a_transaction_of_its_own():
    first = make.make_policy()
    change(first.code)
    assert policies.withdraw(first, reason="取消", effective_date=date(2026, 1, 2), by=None).number == 3


def test_a_withdrawal_keeps_what_the_version_before_it_said():
    first = make.make_policy(ahead=Decimal(7), note="依据某文")
    last = policies.withdraw(first, reason="取消", effective_date=date(2026, 1, 2), by=None)
    assert (last.number, last.withdrawn, last.ahead, last.note) == (2, True, 7, "依据某文")


def test_a_change_names_who_made_it():
    editor = make.make_user()
    row = make.make_policy()
    new = policies.change(make.policy(code=row.code, reason="从严"), by=editor)
    assert (row.recorded_by, new.recorded_by) == (None, editor)
