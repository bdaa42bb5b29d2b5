"""Plain functions that make rows for tests: each gives what is needed and no more, and takes anything else by name."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from django.utils import timezone

from targets.models import (
    Area,
    AssessmentPolicy,
    Citation,
    Indicator,
    Membership,
    Milestone,
    Observation,
    Organisation,
    Plan,
    Series,
    Source,
    Target,
    TargetRevision,
    Task,
    Token,
    User,
)
from targets.rules.terms import Accumulation, Comparator, DateSource, Measure, PlanStatus, Precision, Role, TaskKind
from targets.services import observations, policies, records, targets, tasks, tokens

_number = count(1)
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def _code(stem: str) -> str:
    return f"{stem}-{next(_number)}"


def make_user(username: str = "", **fields: Any) -> User:
    return User.objects.create_user(username or _code("user"), password="correct horse battery", **fields)


def make_administrator(**fields: Any) -> User:
    return make_user(is_staff=True, is_superuser=True, **fields)


def make_member(organisation: Organisation, role: Role, **fields: Any) -> User:
    """A user with one role in one organisation."""
    user = make_user(**fields)
    Membership.objects.create(user=user, organisation=organisation, role=role)
    return user


def make_token(owner: User | None = None, at: datetime | None = None, **fields: Any) -> tuple[Token, str]:
    """A token of somebody, and what opens the door; it lasts for thirty days."""
    moment = at or timezone.now()
    given = {"name": _code("token"), "expires_at": moment + timedelta(days=30)} | fields
    token = Token(**given)
    return token, tokens.issue(token, by=owner or make_user(), at=moment)


def make_organisation(**fields: Any) -> Organisation:
    return records.create(Organisation(**{"code": _code("body"), "name": "某单位"} | fields), by=None)


def make_area(**fields: Any) -> Area:
    return records.create(Area(**{"code": _code("area"), "name": "某区域"} | fields), by=None)


def make_source(**fields: Any) -> Source:
    return records.create(Source(**{"code": _code("source"), "title": "某文件"} | fields), by=None)


def make_citation(**fields: Any) -> Citation:
    source = fields.pop("source", None) or make_source()
    return records.create(Citation(**{"source": source, "story": "S1", "lines": "1"} | fields), by=None)


def make_plan(**fields: Any) -> Plan:
    defaults = {"code": _code("plan"), "name": "某方案", "status": PlanStatus.PUBLISHED}
    return records.create(Plan(**defaults | fields), by=None)


def make_task(plan: Plan | None = None, **fields: Any) -> Task:
    plan = plan or (fields["parent"].plan if fields.get("parent") else make_plan())
    return tasks.add(Task(**{"plan": plan, "name": "某任务", "kind": TaskKind.TASK} | fields), by=None)


def make_indicator(**fields: Any) -> Indicator:
    defaults = {
        "code": _code("indicator"),
        "name": "整车产量",
        "name_en": "vehicle output",
        "unit": "辆",
        "unit_en": "vehicles",
        "accumulation": Accumulation.ANNUAL_FLOW,
    }
    return records.create(Indicator(**defaults | fields), by=None)


def make_series(**fields: Any) -> Series:
    indicator = fields.pop("indicator", None) or make_indicator()
    if not fields.get("organisation"):
        fields["area"] = fields.get("area") or make_area()
    return records.create(Series(**{"code": _code("series"), "indicator": indicator} | fields), by=None)


def revision(**fields: Any) -> TargetRevision:
    """An unsaved revision: more than 2,000,000 by the end of 2030."""
    defaults = {
        "wording": "超200万辆",
        "measure": Measure.LEVEL,
        "comparator": Comparator.GT,
        "lower": Decimal(2_000_000),
        "scale": Decimal(10_000),
        "deadline": date(2030, 12, 31),
        "deadline_precision": Precision.YEAR,
        "deadline_source": DateSource.STATED,
        "effective_date": date(2026, 1, 1),
    }
    return TargetRevision(**defaults | fields)


def make_target(plan: Plan | None = None, at: datetime = LONG_AGO, **fields: Any) -> Target:
    """A target with a first revision; fields of the revision go in `says`."""
    says = fields.pop("says", {})
    plan = plan or (fields["task"].plan if fields.get("task") else make_plan())
    series = fields.pop("series", None) or make_series()
    return targets.add(Target(plan=plan, series=series, **fields), revision(**says), by=None, at=at)


def make_milestone(target: Target, at: datetime = LONG_AGO, **fields: Any) -> Milestone:
    defaults = {"day": date(2028, 12, 31), "value": Decimal(1_600_000), "effective_date": date(2026, 1, 1)}
    return targets.set_milestone(Milestone(target=target, **defaults | fields), by=None, at=at)


def observation(series: Series | None = None, **fields: Any) -> Observation:
    """An unsaved value for the year 2026."""
    defaults = {
        "period_start": date(2026, 1, 1),
        "period_end": date(2026, 12, 31),
        "value": Decimal(1_300_000),
        "wording": "130万辆",
    }
    return Observation(series=series or make_series(), **defaults | fields)


def make_observation(
    series: Series | None = None,
    *,
    verified: bool = True,
    at: datetime = LONG_AGO,
    by: User | None = None,
    **fields: Any,
) -> Observation:
    value = observations.submit(observation(series, **fields), by=by, at=at)
    return observations.verify(value, by=by, at=at) if verified else value


def policy(**fields: Any) -> AssessmentPolicy:
    """An unsaved policy that judges nothing but what it is named for."""
    return AssessmentPolicy(**{"code": _code("policy"), "name": "某规则", "effective_date": date(2020, 1, 1)} | fields)


def make_policy(at: datetime = LONG_AGO, **fields: Any) -> AssessmentPolicy:
    return policies.add(policy(**fields), by=None, at=at)
