from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from targets.models.base import (
    Coded,
    CodedQuerySet,
    Named,
    Record,
    citation_field,
    code_holds,
    demo_stays_demo,
    flags_field,
    flags_hold,
    term_field,
    terms_hold,
    track_history,
)
from targets.models.search import Searched
from targets.models.triggers import BumpVersion, NoCycle, Rule, Triggers, fixed, never_emptied
from targets.rules.terms import ResponsibilityRole, ResponsibilityRule, TaskKind


@track_history(without=("path",))
class Task(Named):
    """A node of a plan's tree: an action, a task below it, or a step below that."""

    plan = models.ForeignKey(
        "Plan",
        models.PROTECT,
        related_name="tasks",
        verbose_name=_("plan"),
        help_text=_("The plan whose tree it stands in. It cannot be changed later."),
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("parent"),
        help_text=_("The node above it. Leave blank for a node at the top."),
    )
    kind = term_field(
        TaskKind,
        _("kind"),
        help_text=_("What it is called in the document: an action 行动 is the highest, a step 举措 the lowest."),
    )
    number = models.CharField(
        _("number"),
        max_length=40,
        blank=True,
        help_text=_("As printed: 五, 3.2 or （一）. Leave blank if the document prints none."),
    )
    group = models.CharField(
        _("group"),
        max_length=200,
        blank=True,
        help_text=_(
            "A heading above several nodes that is no task itself: 重点任务. Type the same words at each of them."
        ),
    )
    position = models.PositiveIntegerField(
        _("position"), default=0, help_text=_("Order among its siblings, as printed. 0 puts it last.")
    )
    path = ArrayField(models.PositiveIntegerField(), default=list, editable=False)
    aim = models.CharField(
        _("aim"),
        max_length=300,
        blank=True,
        help_text=_("What it is for, in a few words, if the document says so: 到2030年建成万亿级产业集群."),
    )
    stated_count = models.PositiveIntegerField(
        _("parts stated"), null=True, blank=True, help_text=_("How many parts the text says it has: 十大类 is 10.")
    )
    stated_wording = models.CharField(
        _("wording of the count"), max_length=200, blank=True, help_text=_("As printed: 十大类民生实事.")
    )
    flags = flags_field()
    note = models.TextField(_("note"), blank=True, help_text=_("Your own words on what is unclear."))
    citation = citation_field()

    objects = CodedQuerySet.as_manager()

    class Meta(Coded.Meta):
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering: ClassVar = ["plan", "path", "id"]
        indexes: ClassVar = [
            models.Index(fields=["plan", "path", "id"], name="task_tree"),
            models.Index(fields=["plan"], name="task_flagged", condition=~Q(flags=[])),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan", "parent", "number"],
                name="task_number_unique_among_siblings",
                condition=~Q(number=""),
                nulls_distinct=False,
                violation_error_message=_("A sibling has this number already. Give another, or leave it blank."),
            ),
            code_holds("task"),
            *terms_hold("task", kind=TaskKind),
            flags_hold("task"),
        ]
        triggers: ClassVar[Triggers] = (
            # The path follows from the positions above; that it moves along is no change of the row itself.
            BumpVersion(name="bump_version", condition=pgtrigger.AnyChange(exclude=["path"])),
            never_emptied(),
            demo_stays_demo(),
            NoCycle(name="task_no_cycle", table="targets_task"),
            fixed("task_plan_fixed", ["plan_id"], _("A task stays in its plan. Add a new one in the other plan.")),
            Rule(
                name="task_parent_same_plan",
                breach="(SELECT plan_id FROM targets_task WHERE id = NEW.parent_id) IS DISTINCT FROM NEW.plan_id",
                condition=pgtrigger.Condition("NEW.parent_id IS NOT NULL"),
                message=_("The parent belongs to another plan. Choose one of this plan."),
            ),
            Searched("task", "name", "name_en", "code", "number", "group"),
        )


@track_history()
class Update(Record):
    """Dated words on a task: what was done, what is in the way, what comes next."""

    task = models.ForeignKey(
        Task,
        models.PROTECT,
        related_name="updates",
        verbose_name=_("task"),
        help_text=_("The task that the words are about. Type a part of its number or name."),
    )
    day = models.DateField(
        _("day"), help_text=_("The day the words are true for, not the day you type them: for May, 2026-05-31.")
    )
    progress = models.TextField(
        _("progress"),
        blank=True,
        help_text=_("What has been done since the last entry, with figures: 厂房主体完工，设备安装完成60%."),
    )
    problem = models.TextField(
        _("problem"),
        blank=True,
        help_text=_("What is in the way, and who can remove it: 用地指标未落实，需省自然资源厅协调."),
    )
    next_step = models.TextField(
        _("next step"), blank=True, help_text=_("What comes next, and by when: 9月底前完成设备调试.")
    )
    evidence = models.TextField(_("evidence"), blank=True, help_text=_("Where it can be checked: a document, a link."))
    citation = citation_field()
    recorded_at = models.DateTimeField(_("recorded at"), editable=False)
    recorded_by = models.ForeignKey(
        "User", models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("recorded by")
    )

    class Meta(Record.Meta):
        verbose_name = _("update")
        verbose_name_plural = _("updates")
        ordering: ClassVar = ["-day", "-id"]
        indexes: ClassVar = [models.Index(fields=["-day", "-id"], name="update_latest")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="update_says_something",
                condition=~Q(progress="", problem="", next_step=""),
                violation_error_message=_("Write at least one of progress, problem and next step."),
            )
        ]
        triggers: ClassVar[Triggers] = (
            *Record.Meta.triggers,
            Searched("update", "task_id", "progress", "problem", "next_step", "evidence"),
        )

    def __str__(self) -> str:
        return f"{self.task} · {self.day}"


@track_history()
class Responsibility(Record):
    """The part an organisation has in a task or a target."""

    organisation = models.ForeignKey(
        "Organisation",
        models.PROTECT,
        related_name="responsibilities",
        verbose_name=_("organisation"),
        help_text=_(
            "The body that has the part, as the document names it: 省发展改革委 is entered under its full name."
        ),
    )
    task = models.ForeignKey(
        Task,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="responsibilities",
        verbose_name=_("task"),
        help_text=_("Either a task or a target."),
    )
    target = models.ForeignKey(
        "Target",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="responsibilities",
        verbose_name=_("target"),
        help_text=_("Either a task or a target."),
    )
    role = term_field(ResponsibilityRole, _("role"), help_text=_("牵头 is lead, 责任 responsible, 配合 cooperating."))
    rule = term_field(
        ResponsibilityRule,
        _("read from"),
        default=ResponsibilityRule.STATED,
        help_text=_(
            "Documents often do not say who leads: the body listed first, or one with a mark, then stands for it."
        ),
    )
    position = models.PositiveIntegerField(_("position"), default=0, help_text=_("Order as printed."))

    class Meta(Record.Meta):
        verbose_name = _("responsibility")
        verbose_name_plural = _("responsibilities")
        ordering: ClassVar = ["position", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="responsibility_for_one_thing",
                condition=Q(task__isnull=True, target__isnull=False) | Q(task__isnull=False, target__isnull=True),
                violation_error_message=_("Choose either a task or a target."),
            ),
            models.UniqueConstraint(
                fields=["organisation", "task", "target", "role"],
                name="responsibility_unique",
                nulls_distinct=False,
                violation_error_message=_("This organisation has this part already."),
            ),
            *terms_hold("responsibility", role=ResponsibilityRole, rule=ResponsibilityRule),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} · {self.get_role_display()}"
