"""Rows by the hundred, made a table at a time, for tests that compare a full register with a small one."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import connection

from targets import models
from targets.queries.days import today
from targets.rules.terms import BatchVerb, ObservationStatus, PlanStatus, ResponsibilityRole, Role, TaskKind
from targets.services import assessments
from tests import make

MOMENT = datetime(2026, 1, 2, tzinfo=UTC)
WITHIN = 100
"""So many rows at the most stand as lines within the form of another; the rest belong to others."""


@dataclass
class Register:
    """What pages are opened for; each of these rows has as many rows below it as there are in all."""

    user: models.User
    body: models.Organisation
    area: models.Area
    plan: models.Plan
    task: models.Task
    indicator: models.Indicator
    series: models.Series
    target: models.Target
    source: models.Source
    citation: models.Citation
    policy: models.AssessmentPolicy
    saved: models.SavedFilter
    batch: models.Batch
    count: int = 0

    def row(self, noun: str) -> Any:
        """One row of the noun, the first that was made."""
        kept = {
            "user": self.user,
            "organisation": self.body,
            "area": self.area,
            "assessmentpolicy": self.policy,
            "savedfilter": self.saved,
        }
        named = kept.get(noun) or getattr(self, noun, None)
        return named or models.__dict__[_model_name(noun)]._default_manager.order_by("pk").first()


def _model_name(noun: str) -> str:
    return next(name for name in models.__all__ if name.lower() == noun)


def begin() -> Register:
    """One row of each kind."""
    user = make.make_administrator(username="many")
    body, area = make.make_organisation(name="省"), make.make_area(name="全省")
    place = make.make_citation()
    plan = make.make_plan(name="大方案", owner=body, issuer=body, area=area, status=PlanStatus.DRAFT, citation=place)
    task = make.make_task(plan)
    indicator = make.make_indicator()
    series = make.make_series(indicator=indicator, area=area)
    says = {"base_value": Decimal(1), "base_date": date(2025, 12, 31), "base_source": "stated"}
    target = make.make_target(task=task, series=series, says={**says, "flags": ["scope_unclear"]})
    make.make_token(user, plan_ids=[plan.pk])
    models.SavedFilter.objects.create(owner=user, noun="plan", name="首个")
    models.Batch.objects.create(verb=BatchVerb.PUBLISH, noun="plan", by=user, rows=[plan.pk])
    return Register(
        user=user,
        body=body,
        area=area,
        plan=plan,
        task=task,
        indicator=indicator,
        series=series,
        target=target,
        source=place.source,
        citation=place,
        policy=make.make_policy(plan=plan),
        saved=models.SavedFilter.objects.get(),
        batch=models.Batch.objects.get(),
    )


def grow(register: Register, to: int) -> None:
    """Fills every table up to so many rows, all of them below or beside those of the register."""
    numbers = range(register.count, to)
    register.count = to
    _directory(register, numbers)
    tasks = _tree(register, numbers)
    series = _measured(register, numbers)
    targets = _promised(register, numbers, tasks, series)
    _reported(register, numbers, series)
    _desk(register, numbers)
    register.batch.rows = [register.plan.pk, *models.Plan.objects.values_list("pk", flat=True)]
    register.batch.save()
    assessments.judge_again([target.pk for target in targets], day=today())


def _room(numbers: range) -> int:
    """How many of these still find room within a form."""
    return max(WITHIN - numbers.start, 0)


def _directory(register: Register, numbers: range) -> None:
    bodies = models.Organisation.objects.bulk_create(
        models.Organisation(code=f"many-body-{number}", name=f"单位{number}", parent=register.body)
        for number in numbers
    )
    areas = models.Area.objects.bulk_create(
        models.Area(code=f"many-area-{number}", name=f"区域{number}", kind="free", parent=register.area)
        for number in numbers
    )
    models.AreaPart.objects.bulk_create(
        models.AreaPart(whole=register.area, part=area, role="part") for area in areas[: _room(numbers)]
    )
    models.Source.objects.bulk_create(
        models.Source(code=f"many-text-{number}", title=f"文件{number}") for number in numbers
    )
    models.Citation.objects.bulk_create(
        models.Citation(source=register.source, story="S2", lines=str(number + 1)) for number in numbers
    )
    people = models.User.objects.bulk_create(models.User(username=f"person-{number}") for number in numbers)
    models.Membership.objects.bulk_create(
        [
            *(models.Membership(user=each, organisation=register.body, role=Role.EDITOR) for each in people),
            *(
                models.Membership(user=register.user, organisation=body, role=Role.EDITOR)
                for body in bodies[: _room(numbers)]
            ),
        ]
    )
    models.Plan.objects.bulk_create(
        models.Plan(
            code=f"plan-of-{number}",
            name=f"方案{number}",
            status=PlanStatus.PUBLISHED,
            owner=register.body,
            issuer=body,
            area=register.area,
            flags=["summary_only"],
            citation=register.citation,
        )
        for number, body in zip(numbers, bodies, strict=True)
    )


def _tree(register: Register, numbers: range) -> list[models.Task]:
    found = models.Task.objects.bulk_create(
        models.Task(
            plan=register.plan,
            parent=register.task,
            kind=TaskKind.STEP,
            code=f"task-of-{number}",
            name=f"举措{number}",
            number=str(number + 1),
            position=number + 1,
            path=[1, number + 1],
            citation=register.citation,
            flags=["summary_only"],
        )
        for number in numbers
    )
    body, role = register.body, ResponsibilityRole.LEAD
    parts = [models.Responsibility(organisation=body, task=task, role=role) for task in found]
    models.Responsibility.objects.bulk_create(parts)
    models.Update.objects.bulk_create(
        models.Update(
            task=register.task if number < WITHIN else task,
            day=date(2026, 5, 1),
            progress=f"进展{number}",
            recorded_at=MOMENT,
        )
        for number, task in zip(numbers, found, strict=True)
    )
    return found


def _measured(register: Register, numbers: range) -> list[models.Series]:
    indicators = models.Indicator.objects.bulk_create(
        models.Indicator(code=f"many-measure-{number}", name=f"指标{number}", unit="辆", accumulation="annual_flow")
        for number in numbers
    )
    others = [register.indicator] * (len(indicators) - len(indicators) // 2) + indicators[: len(indicators) // 2]
    return models.Series.objects.bulk_create(
        models.Series(code=f"series-of-{number}", indicator=each, area=register.area, breakdown=f"分项{number}")
        for number, each in zip(numbers, others, strict=True)
    )


def _promised(register: Register, numbers: range, tasks: list[Any], series: list[Any]) -> list[models.Target]:
    found = models.Target.objects.bulk_create(
        models.Target(plan=register.plan, task=task, series=each, code=f"target-of-{number}", position=number + 1)
        for number, task, each in zip(numbers, tasks, series, strict=True)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # each revision renews what its target is found by, which is planned by these figures
    dated = {"recorded_at": MOMENT}
    first = [make.revision(target=target, number=1, citation=register.citation, **dated) for target in found]
    later = [
        make.revision(
            target=register.target,
            number=number + 2,
            reason="调整",
            recorded_at=MOMENT,
            effective_date=date(2026, 1, 2) + timedelta(days=number),
        )
        for number in numbers[: _room(numbers)]
    ]
    models.TargetRevision.objects.bulk_create([*first, *later])
    models.Milestone.objects.bulk_create(
        models.Milestone(
            target=target,
            value=Decimal(1),
            effective_date=date(2026, 1, 1),
            recorded_at=MOMENT,
            day=date(2028, 12, 31),
        )
        for target in found
    )
    policies = [
        make.policy(code=f"policy-of-{number}", target=target, number=1, recorded_at=MOMENT)
        for number, target in zip(numbers, found, strict=True)
    ]
    models.AssessmentPolicy.objects.bulk_create(policies)
    return found


def _reported(register: Register, numbers: range, series: list[Any]) -> None:
    """A verified and a waiting value on every series, and many months on the first one."""
    kept = {"recorded_at": MOMENT, "recorded_by": register.user, "citation": register.citation}
    done = {"status": ObservationStatus.VERIFIED, "verified_at": MOMENT}
    year = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
    values = [make.observation(each, **kept, **done, **year) for each in series]
    values += [make.observation(each, **kept, reported_by=register.body) for each in series]
    days = (date(2020, 1, 1) + timedelta(days=number) for number in numbers)
    values += [make.observation(register.series, **kept, **done, period_start=day, period_end=day) for day in days]
    models.Observation.objects.bulk_create(values)


def _desk(register: Register, numbers: range) -> None:
    owner = register.user
    models.SavedFilter.objects.bulk_create(
        models.SavedFilter(owner=owner, noun="plan", name=f"筛选{number}", query="status__exact=draft")
        for number in numbers
    )
    models.Token.objects.bulk_create(
        models.Token(
            owner=owner,
            name=f"程序{number}",
            digest=f"{number:064}",
            beginning="pt_",
            plan_ids=[register.plan.pk],
            expires_at=MOMENT + timedelta(days=3000),
            created_at=MOMENT,
        )
        for number in numbers
    )
    models.Batch.objects.bulk_create(
        models.Batch(verb=BatchVerb.JUDGE, noun="target", by=owner, rows=[register.target.pk]) for _number in numbers
    )
