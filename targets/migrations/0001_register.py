import django.contrib.auth.models
import django.contrib.auth.validators
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import targets.models.base
import targets.rules.terms
from decimal import Decimal
from django.conf import settings
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models

from targets.migrations._together import Together


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        # Search in Chinese names; the extension is trusted, so the owner of the database may create it.
        TrigramExtension(),
        migrations.CreateModel(
            name="Citation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "story",
                    models.CharField(
                        blank=True,
                        help_text="Which article or section, for example S6.",
                        max_length=40,
                        verbose_name="story",
                    ),
                ),
                (
                    "lines",
                    models.CharField(
                        blank=True,
                        help_text="Line numbers in the text of the source: 138, 138-140, or 50,52.",
                        max_length=60,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d+(-\\d+)?(,\\d+(-\\d+)?)*\\Z", "Write lines as 138 or 138-140 or 50,52."
                            )
                        ],
                        verbose_name="lines",
                    ),
                ),
                (
                    "page",
                    models.CharField(
                        blank=True, help_text="As printed on the page.", max_length=20, verbose_name="page"
                    ),
                ),
                (
                    "paragraph",
                    models.CharField(
                        blank=True, help_text="Its number, counted or printed.", max_length=20, verbose_name="paragraph"
                    ),
                ),
                (
                    "wording",
                    models.TextField(
                        blank=True,
                        help_text="What stands there, if you may keep it. May stay blank: the place is enough.",
                        verbose_name="wording",
                    ),
                ),
            ],
            options={
                "verbose_name": "citation",
                "verbose_name_plural": "citations",
                "ordering": ["source", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        error_messages={"unique": "This code is taken. Choose another."},
                        help_text="Short and lasting; programs and links use it. Small Latin letters, digits, hyphens, full stops.",
                        max_length=100,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+([-.][a-z0-9]+)*\\Z",
                                "Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "title",
                    models.CharField(help_text="As printed on the document.", max_length=300, verbose_name="title"),
                ),
                (
                    "title_en",
                    models.CharField(
                        blank=True,
                        help_text="Leave blank if there is none.",
                        max_length=300,
                        verbose_name="English title",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("plan", "plan text"),
                            ("news", "news report"),
                            ("statistics", "statistics"),
                            ("report", "report"),
                            ("other", "other"),
                        ],
                        default=targets.rules.terms.SourceKind["OTHER"],
                        help_text="What sort of document it is.",
                        max_length=24,
                        verbose_name="kind",
                    ),
                ),
                (
                    "publisher",
                    models.CharField(
                        blank=True,
                        help_text="Who put it out. Leave blank if not stated.",
                        max_length=200,
                        verbose_name="publisher",
                    ),
                ),
                (
                    "published_on",
                    models.DateField(
                        blank=True,
                        help_text="Leave blank if the document does not say.",
                        null=True,
                        verbose_name="published on",
                    ),
                ),
                (
                    "url",
                    models.URLField(
                        blank=True,
                        help_text="Where it can be read on the web.",
                        max_length=1000,
                        verbose_name="address",
                    ),
                ),
                (
                    "note",
                    models.TextField(blank=True, help_text="For example, that pages are missing.", verbose_name="note"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        error_messages={"unique": "This code is taken. Choose another."},
                        help_text="Short and lasting; programs and links use it. Small Latin letters, digits, hyphens, full stops.",
                        max_length=100,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+([-.][a-z0-9]+)*\\Z",
                                "Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "position",
                    models.PositiveIntegerField(
                        default=0, help_text="Order as printed. 0 puts it last.", verbose_name="position"
                    ),
                ),
                (
                    "note",
                    models.TextField(blank=True, help_text="Your own words on what is unclear.", verbose_name="note"),
                ),
            ],
            options={
                "verbose_name": "target",
                "verbose_name_plural": "targets",
                "ordering": ["plan", "position", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TargetEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        error_messages={"unique": "This code is taken. Choose another."},
                        help_text="Short and lasting; programs and links use it. Small Latin letters, digits, hyphens, full stops.",
                        max_length=100,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+([-.][a-z0-9]+)*\\Z",
                                "Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "position",
                    models.PositiveIntegerField(
                        default=0, help_text="Order as printed. 0 puts it last.", verbose_name="position"
                    ),
                ),
                (
                    "note",
                    models.TextField(blank=True, help_text="Your own words on what is unclear.", verbose_name="note"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TargetRevision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "effective_date",
                    models.DateField(
                        help_text="The day from which this holds: that of the plan, or of the decision.",
                        verbose_name="effective from",
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        editable=False, help_text="When the register learnt of it, in UTC.", verbose_name="recorded at"
                    ),
                ),
                (
                    "withdrawn",
                    models.BooleanField(
                        default=False, help_text="From that day on it is no longer in force.", verbose_name="withdrawn"
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(editable=False, help_text="1 is the first.", verbose_name="revision"),
                ),
                (
                    "wording",
                    models.CharField(
                        help_text="The phrase as printed: 超200万辆, 达到1:1, 新增100家10亿元以上.",
                        max_length=300,
                        verbose_name="wording",
                    ),
                ),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("level", "level"),
                            ("increment", "increment"),
                            ("cumulative", "cumulative"),
                            ("percent_change", "percent change"),
                            ("point_change", "change in points"),
                            ("annual_growth", "average annual growth"),
                            ("multiple", "multiple of the base"),
                            ("share", "share"),
                            ("ratio", "ratio"),
                            ("rank", "rank"),
                            ("stage", "stage"),
                            ("count_of_class", "count of a class"),
                            ("composition", "composition"),
                            ("reference", "by reference"),
                        ],
                        help_text="What kind of quantity the number is.",
                        max_length=24,
                        verbose_name="measure",
                    ),
                ),
                (
                    "comparator",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bare", "no comparator printed"),
                            ("eq", "equal to"),
                            ("ge", "at least"),
                            ("gt", "more than"),
                            ("le", "at most"),
                            ("lt", "less than"),
                            ("approx", "about"),
                            ("near", "close to"),
                            ("between", "between"),
                        ],
                        help_text="As printed. No word at all is “no comparator printed”. Blank only where there is no number.",
                        max_length=24,
                        verbose_name="comparator",
                    ),
                ),
                (
                    "lower",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="In the plain unit: 200万辆 is 2000000; 6% is 0.06. A number without comparator stands here too.",
                        max_digits=38,
                        null=True,
                        verbose_name="lower bound",
                    ),
                ),
                (
                    "upper",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="For at most, less than, and the end of a range.",
                        max_digits=38,
                        null=True,
                        verbose_name="upper bound",
                    ),
                ),
                (
                    "tolerance",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="How far about or close to may reach, in the plain unit. Blank if not stated.",
                        max_digits=38,
                        null=True,
                        verbose_name="tolerance",
                    ),
                ),
                (
                    "scale",
                    models.DecimalField(
                        decimal_places=10,
                        default=Decimal("1"),
                        help_text="What the printed number is multiplied with: 万 is 10000, 亿 is 100000000, % is 0.01.",
                        max_digits=38,
                        verbose_name="printed scale",
                    ),
                ),
                (
                    "quantifier",
                    models.CharField(
                        choices=[
                            ("at_deadline", "at the deadline"),
                            ("every_period", "in every period"),
                            ("over_period", "over the whole period"),
                        ],
                        default=targets.rules.terms.Quantifier["AT_DEADLINE"],
                        help_text="At the deadline, in every period (每年, 保持), or over the whole period.",
                        max_length=24,
                        verbose_name="holds",
                    ),
                ),
                (
                    "modality",
                    models.CharField(
                        choices=[("firm", "firm"), ("stretch", "stretch"), ("unstated", "not stated")],
                        default=targets.rules.terms.Modality["UNSTATED"],
                        help_text="确保 is firm, 力争 is stretch. Never guess.",
                        max_length=24,
                        verbose_name="modality",
                    ),
                ),
                (
                    "nature",
                    models.CharField(
                        choices=[("binding", "binding"), ("expected", "expected"), ("unstated", "not stated")],
                        default=targets.rules.terms.Nature["UNSTATED"],
                        help_text="约束性 or 预期性, if the document says so.",
                        max_length=24,
                        verbose_name="nature",
                    ),
                ),
                (
                    "base_value",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="Blank if none is given; blank is not zero.",
                        max_digits=38,
                        null=True,
                        verbose_name="base value",
                    ),
                ),
                (
                    "base_date",
                    models.DateField(
                        blank=True, help_text="The day the base is for.", null=True, verbose_name="base date"
                    ),
                ),
                (
                    "base_source",
                    models.CharField(
                        choices=[("stated", "stated"), ("entered", "entered"), ("none", "not given")],
                        default=targets.rules.terms.BaseSource["NONE"],
                        help_text="Printed with the target, or entered from elsewhere?",
                        max_length=24,
                        verbose_name="source of the base",
                    ),
                ),
                (
                    "deadline",
                    models.DateField(
                        blank=True,
                        help_text="The last day of the span printed: 2030年 is 2030-12-31.",
                        null=True,
                        verbose_name="deadline",
                    ),
                ),
                (
                    "deadline_precision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("day", "day"),
                            ("month", "month"),
                            ("quarter", "quarter"),
                            ("half_year", "half-year"),
                            ("year", "year"),
                        ],
                        default="",
                        help_text="How exactly it is printed: 2030年 is a year. Blank without a deadline.",
                        max_length=24,
                        verbose_name="precision of the deadline",
                    ),
                ),
                (
                    "deadline_source",
                    models.CharField(
                        choices=[
                            ("stated", "stated"),
                            ("inherited", "inherited from the plan"),
                            ("derived", "derived"),
                            ("none", "not given"),
                        ],
                        default=targets.rules.terms.DateSource["NONE"],
                        help_text="Printed with the target, inherited from the plan's period, or worked out.",
                        max_length=24,
                        verbose_name="source of the deadline",
                    ),
                ),
                (
                    "flags",
                    targets.models.base.FlagsField(
                        base_field=models.CharField(
                            choices=[
                                ("scope_unclear", "scope not stated"),
                                ("annual_or_cumulative", "annual or cumulative not stated"),
                                ("stock_or_cumulative", "stock or cumulative not stated"),
                                ("net_or_gross", "net or gross not stated"),
                                ("new_or_crossing", "newly founded or newly over the threshold not stated"),
                                ("base_date_unstated", "base date not stated"),
                                ("period_unstated", "period not stated"),
                                ("class_measure_unstated", "what the threshold measures is not stated"),
                                ("joint_or_each", "joint or each not stated"),
                                ("tolerance_unstated", "tolerance not stated"),
                                ("comparator_partial", "comparator belongs to the neighbouring number only"),
                                ("comparator_read", "comparator is a reading"),
                                ("definition_unclear", "definition not stated"),
                                ("name_differs", "named differently in the text"),
                                ("headline_differs", "headline and body differ"),
                                ("qualitative", "qualitative, no number"),
                                ("in_progress_undated", "under way, no date"),
                                ("aim_by_participant", "said by a participant, not printed in the plan"),
                                ("date_derived", "date derived"),
                                ("members_partial", "only some members named"),
                                ("summary_only", "known from a summary only"),
                                ("text_incomplete", "source text incomplete"),
                                ("text_suspect", "source text suspected faulty"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        help_text="Tick what the text leaves open, so that nobody settles it in silence.",
                        size=None,
                        verbose_name="flags",
                    ),
                ),
                (
                    "reason",
                    models.TextField(
                        blank=True, help_text="Why the numbers change. Needed for each revision.", verbose_name="reason"
                    ),
                ),
            ],
            options={
                "verbose_name": "revision",
                "verbose_name_plural": "revisions",
                "ordering": ["target", "number"],
                "get_latest_by": ["effective_date", "recorded_at"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TargetRevisionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "effective_date",
                    models.DateField(
                        help_text="The day from which this holds: that of the plan, or of the decision.",
                        verbose_name="effective from",
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        editable=False, help_text="When the register learnt of it, in UTC.", verbose_name="recorded at"
                    ),
                ),
                (
                    "withdrawn",
                    models.BooleanField(
                        default=False, help_text="From that day on it is no longer in force.", verbose_name="withdrawn"
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(editable=False, help_text="1 is the first.", verbose_name="revision"),
                ),
                (
                    "wording",
                    models.CharField(
                        help_text="The phrase as printed: 超200万辆, 达到1:1, 新增100家10亿元以上.",
                        max_length=300,
                        verbose_name="wording",
                    ),
                ),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("level", "level"),
                            ("increment", "increment"),
                            ("cumulative", "cumulative"),
                            ("percent_change", "percent change"),
                            ("point_change", "change in points"),
                            ("annual_growth", "average annual growth"),
                            ("multiple", "multiple of the base"),
                            ("share", "share"),
                            ("ratio", "ratio"),
                            ("rank", "rank"),
                            ("stage", "stage"),
                            ("count_of_class", "count of a class"),
                            ("composition", "composition"),
                            ("reference", "by reference"),
                        ],
                        help_text="What kind of quantity the number is.",
                        max_length=24,
                        verbose_name="measure",
                    ),
                ),
                (
                    "comparator",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bare", "no comparator printed"),
                            ("eq", "equal to"),
                            ("ge", "at least"),
                            ("gt", "more than"),
                            ("le", "at most"),
                            ("lt", "less than"),
                            ("approx", "about"),
                            ("near", "close to"),
                            ("between", "between"),
                        ],
                        help_text="As printed. No word at all is “no comparator printed”. Blank only where there is no number.",
                        max_length=24,
                        verbose_name="comparator",
                    ),
                ),
                (
                    "lower",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="In the plain unit: 200万辆 is 2000000; 6% is 0.06. A number without comparator stands here too.",
                        max_digits=38,
                        null=True,
                        verbose_name="lower bound",
                    ),
                ),
                (
                    "upper",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="For at most, less than, and the end of a range.",
                        max_digits=38,
                        null=True,
                        verbose_name="upper bound",
                    ),
                ),
                (
                    "tolerance",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="How far about or close to may reach, in the plain unit. Blank if not stated.",
                        max_digits=38,
                        null=True,
                        verbose_name="tolerance",
                    ),
                ),
                (
                    "scale",
                    models.DecimalField(
                        decimal_places=10,
                        default=Decimal("1"),
                        help_text="What the printed number is multiplied with: 万 is 10000, 亿 is 100000000, % is 0.01.",
                        max_digits=38,
                        verbose_name="printed scale",
                    ),
                ),
                (
                    "quantifier",
                    models.CharField(
                        choices=[
                            ("at_deadline", "at the deadline"),
                            ("every_period", "in every period"),
                            ("over_period", "over the whole period"),
                        ],
                        default=targets.rules.terms.Quantifier["AT_DEADLINE"],
                        help_text="At the deadline, in every period (每年, 保持), or over the whole period.",
                        max_length=24,
                        verbose_name="holds",
                    ),
                ),
                (
                    "modality",
                    models.CharField(
                        choices=[("firm", "firm"), ("stretch", "stretch"), ("unstated", "not stated")],
                        default=targets.rules.terms.Modality["UNSTATED"],
                        help_text="确保 is firm, 力争 is stretch. Never guess.",
                        max_length=24,
                        verbose_name="modality",
                    ),
                ),
                (
                    "nature",
                    models.CharField(
                        choices=[("binding", "binding"), ("expected", "expected"), ("unstated", "not stated")],
                        default=targets.rules.terms.Nature["UNSTATED"],
                        help_text="约束性 or 预期性, if the document says so.",
                        max_length=24,
                        verbose_name="nature",
                    ),
                ),
                (
                    "base_value",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="Blank if none is given; blank is not zero.",
                        max_digits=38,
                        null=True,
                        verbose_name="base value",
                    ),
                ),
                (
                    "base_date",
                    models.DateField(
                        blank=True, help_text="The day the base is for.", null=True, verbose_name="base date"
                    ),
                ),
                (
                    "base_source",
                    models.CharField(
                        choices=[("stated", "stated"), ("entered", "entered"), ("none", "not given")],
                        default=targets.rules.terms.BaseSource["NONE"],
                        help_text="Printed with the target, or entered from elsewhere?",
                        max_length=24,
                        verbose_name="source of the base",
                    ),
                ),
                (
                    "deadline",
                    models.DateField(
                        blank=True,
                        help_text="The last day of the span printed: 2030年 is 2030-12-31.",
                        null=True,
                        verbose_name="deadline",
                    ),
                ),
                (
                    "deadline_precision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("day", "day"),
                            ("month", "month"),
                            ("quarter", "quarter"),
                            ("half_year", "half-year"),
                            ("year", "year"),
                        ],
                        default="",
                        help_text="How exactly it is printed: 2030年 is a year. Blank without a deadline.",
                        max_length=24,
                        verbose_name="precision of the deadline",
                    ),
                ),
                (
                    "deadline_source",
                    models.CharField(
                        choices=[
                            ("stated", "stated"),
                            ("inherited", "inherited from the plan"),
                            ("derived", "derived"),
                            ("none", "not given"),
                        ],
                        default=targets.rules.terms.DateSource["NONE"],
                        help_text="Printed with the target, inherited from the plan's period, or worked out.",
                        max_length=24,
                        verbose_name="source of the deadline",
                    ),
                ),
                (
                    "flags",
                    targets.models.base.FlagsField(
                        base_field=models.CharField(
                            choices=[
                                ("scope_unclear", "scope not stated"),
                                ("annual_or_cumulative", "annual or cumulative not stated"),
                                ("stock_or_cumulative", "stock or cumulative not stated"),
                                ("net_or_gross", "net or gross not stated"),
                                ("new_or_crossing", "newly founded or newly over the threshold not stated"),
                                ("base_date_unstated", "base date not stated"),
                                ("period_unstated", "period not stated"),
                                ("class_measure_unstated", "what the threshold measures is not stated"),
                                ("joint_or_each", "joint or each not stated"),
                                ("tolerance_unstated", "tolerance not stated"),
                                ("comparator_partial", "comparator belongs to the neighbouring number only"),
                                ("comparator_read", "comparator is a reading"),
                                ("definition_unclear", "definition not stated"),
                                ("name_differs", "named differently in the text"),
                                ("headline_differs", "headline and body differ"),
                                ("qualitative", "qualitative, no number"),
                                ("in_progress_undated", "under way, no date"),
                                ("aim_by_participant", "said by a participant, not printed in the plan"),
                                ("date_derived", "date derived"),
                                ("members_partial", "only some members named"),
                                ("summary_only", "known from a summary only"),
                                ("text_incomplete", "source text incomplete"),
                                ("text_suspect", "source text suspected faulty"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        help_text="Tick what the text leaves open, so that nobody settles it in silence.",
                        size=None,
                        verbose_name="flags",
                    ),
                ),
                (
                    "reason",
                    models.TextField(
                        blank=True, help_text="Why the numbers change. Needed for each revision.", verbose_name="reason"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        error_messages={"unique": "This code is taken. Choose another."},
                        help_text="Short and lasting; programs and links use it. Small Latin letters, digits, hyphens, full stops.",
                        max_length=100,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+([-.][a-z0-9]+)*\\Z",
                                "Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As the document or the body itself writes it.", max_length=300, verbose_name="name"
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="Leave blank if there is none; Chinese stands in.",
                        max_length=300,
                        verbose_name="English name",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=600)),
                (
                    "kind",
                    models.CharField(
                        choices=[("action", "action"), ("task", "task"), ("step", "step")],
                        help_text="Action 行动, task 任务 or step 举措.",
                        max_length=24,
                        verbose_name="kind",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        help_text="As printed: 五, 3.2 or （一）. Leave blank if the document prints none.",
                        max_length=40,
                        verbose_name="number",
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        blank=True,
                        help_text="A heading that binds several nodes without being one.",
                        max_length=200,
                        verbose_name="group",
                    ),
                ),
                (
                    "position",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="Order among its siblings, as printed. 0 puts it last.",
                        verbose_name="position",
                    ),
                ),
                (
                    "path",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveIntegerField(), default=list, editable=False, size=None
                    ),
                ),
                (
                    "aim",
                    models.CharField(
                        blank=True, help_text="What it is for, in a few words.", max_length=300, verbose_name="aim"
                    ),
                ),
                (
                    "stated_count",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="How many parts the text says it has: 十大类 is 10.",
                        null=True,
                        verbose_name="parts stated",
                    ),
                ),
                (
                    "stated_wording",
                    models.CharField(
                        blank=True,
                        help_text="As printed: 十大类民生实事.",
                        max_length=200,
                        verbose_name="wording of the count",
                    ),
                ),
                (
                    "flags",
                    targets.models.base.FlagsField(
                        base_field=models.CharField(
                            choices=[
                                ("scope_unclear", "scope not stated"),
                                ("annual_or_cumulative", "annual or cumulative not stated"),
                                ("stock_or_cumulative", "stock or cumulative not stated"),
                                ("net_or_gross", "net or gross not stated"),
                                ("new_or_crossing", "newly founded or newly over the threshold not stated"),
                                ("base_date_unstated", "base date not stated"),
                                ("period_unstated", "period not stated"),
                                ("class_measure_unstated", "what the threshold measures is not stated"),
                                ("joint_or_each", "joint or each not stated"),
                                ("tolerance_unstated", "tolerance not stated"),
                                ("comparator_partial", "comparator belongs to the neighbouring number only"),
                                ("comparator_read", "comparator is a reading"),
                                ("definition_unclear", "definition not stated"),
                                ("name_differs", "named differently in the text"),
                                ("headline_differs", "headline and body differ"),
                                ("qualitative", "qualitative, no number"),
                                ("in_progress_undated", "under way, no date"),
                                ("aim_by_participant", "said by a participant, not printed in the plan"),
                                ("date_derived", "date derived"),
                                ("members_partial", "only some members named"),
                                ("summary_only", "known from a summary only"),
                                ("text_incomplete", "source text incomplete"),
                                ("text_suspect", "source text suspected faulty"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        help_text="Tick what the text leaves open, so that nobody settles it in silence.",
                        size=None,
                        verbose_name="flags",
                    ),
                ),
                (
                    "note",
                    models.TextField(blank=True, help_text="Your own words on what is unclear.", verbose_name="note"),
                ),
            ],
            options={
                "verbose_name": "task",
                "verbose_name_plural": "tasks",
                "ordering": ["plan", "path", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TaskEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        error_messages={"unique": "This code is taken. Choose another."},
                        help_text="Short and lasting; programs and links use it. Small Latin letters, digits, hyphens, full stops.",
                        max_length=100,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+([-.][a-z0-9]+)*\\Z",
                                "Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As the document or the body itself writes it.", max_length=300, verbose_name="name"
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="Leave blank if there is none; Chinese stands in.",
                        max_length=300,
                        verbose_name="English name",
                    ),
                ),
                ("sort_key", models.CharField(default="", editable=False, max_length=600)),
                (
                    "kind",
                    models.CharField(
                        choices=[("action", "action"), ("task", "task"), ("step", "step")],
                        help_text="Action 行动, task 任务 or step 举措.",
                        max_length=24,
                        verbose_name="kind",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        help_text="As printed: 五, 3.2 or （一）. Leave blank if the document prints none.",
                        max_length=40,
                        verbose_name="number",
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        blank=True,
                        help_text="A heading that binds several nodes without being one.",
                        max_length=200,
                        verbose_name="group",
                    ),
                ),
                (
                    "position",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="Order among its siblings, as printed. 0 puts it last.",
                        verbose_name="position",
                    ),
                ),
                (
                    "aim",
                    models.CharField(
                        blank=True, help_text="What it is for, in a few words.", max_length=300, verbose_name="aim"
                    ),
                ),
                (
                    "stated_count",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="How many parts the text says it has: 十大类 is 10.",
                        null=True,
                        verbose_name="parts stated",
                    ),
                ),
                (
                    "stated_wording",
                    models.CharField(
                        blank=True,
                        help_text="As printed: 十大类民生实事.",
                        max_length=200,
                        verbose_name="wording of the count",
                    ),
                ),
                (
                    "flags",
                    targets.models.base.FlagsField(
                        base_field=models.CharField(
                            choices=[
                                ("scope_unclear", "scope not stated"),
                                ("annual_or_cumulative", "annual or cumulative not stated"),
                                ("stock_or_cumulative", "stock or cumulative not stated"),
                                ("net_or_gross", "net or gross not stated"),
                                ("new_or_crossing", "newly founded or newly over the threshold not stated"),
                                ("base_date_unstated", "base date not stated"),
                                ("period_unstated", "period not stated"),
                                ("class_measure_unstated", "what the threshold measures is not stated"),
                                ("joint_or_each", "joint or each not stated"),
                                ("tolerance_unstated", "tolerance not stated"),
                                ("comparator_partial", "comparator belongs to the neighbouring number only"),
                                ("comparator_read", "comparator is a reading"),
                                ("definition_unclear", "definition not stated"),
                                ("name_differs", "named differently in the text"),
                                ("headline_differs", "headline and body differ"),
                                ("qualitative", "qualitative, no number"),
                                ("in_progress_undated", "under way, no date"),
                                ("aim_by_participant", "said by a participant, not printed in the plan"),
                                ("date_derived", "date derived"),
                                ("members_partial", "only some members named"),
                                ("summary_only", "known from a summary only"),
                                ("text_incomplete", "source text incomplete"),
                                ("text_suspect", "source text suspected faulty"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        help_text="Tick what the text leaves open, so that nobody settles it in silence.",
                        size=None,
                        verbose_name="flags",
                    ),
                ),
                (
                    "note",
                    models.TextField(blank=True, help_text="Your own words on what is unclear.", verbose_name="note"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Update",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                ("day", models.DateField(help_text="The day these words are true for.", verbose_name="day")),
                ("progress", models.TextField(blank=True, help_text="What has been done.", verbose_name="progress")),
                ("problem", models.TextField(blank=True, help_text="What is in the way.", verbose_name="problem")),
                (
                    "next_step",
                    models.TextField(blank=True, help_text="What comes next, and by when.", verbose_name="next step"),
                ),
                (
                    "evidence",
                    models.TextField(
                        blank=True, help_text="Where it can be checked: a document, a link.", verbose_name="evidence"
                    ),
                ),
                ("recorded_at", models.DateTimeField(editable=False, verbose_name="recorded at")),
            ],
            options={
                "verbose_name": "update",
                "verbose_name_plural": "updates",
                "ordering": ["-day", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="UpdateEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                ("day", models.DateField(help_text="The day these words are true for.", verbose_name="day")),
                ("progress", models.TextField(blank=True, help_text="What has been done.", verbose_name="progress")),
                ("problem", models.TextField(blank=True, help_text="What is in the way.", verbose_name="problem")),
                (
                    "next_step",
                    models.TextField(blank=True, help_text="What comes next, and by when.", verbose_name="next step"),
                ),
                (
                    "evidence",
                    models.TextField(
                        blank=True, help_text="Where it can be checked: a document, a link.", verbose_name="evidence"
                    ),
                ),
                ("recorded_at", models.DateTimeField(editable=False, verbose_name="recorded at")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="UserEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Area",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        error_messages={"unique": "This code is taken. Choose another."},
                        help_text="Short and lasting; programs and links use it. Small Latin letters, digits, hyphens, full stops.",
                        max_length=100,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+([-.][a-z0-9]+)*\\Z",
                                "Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As the document or the body itself writes it.", max_length=300, verbose_name="name"
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="Leave blank if there is none; Chinese stands in.",
                        max_length=300,
                        verbose_name="English name",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=600)),
                (
                    "kind",
                    models.CharField(
                        choices=[("coded", "coded"), ("composed", "composed"), ("free", "free")],
                        default=targets.rules.terms.AreaKind["FREE"],
                        help_text="Coded: an administrative division, its code is that of GB/T 2260. Composed: made of other areas.",
                        max_length=24,
                        verbose_name="kind",
                    ),
                ),
                (
                    "flags",
                    targets.models.base.FlagsField(
                        base_field=models.CharField(
                            choices=[
                                ("scope_unclear", "scope not stated"),
                                ("annual_or_cumulative", "annual or cumulative not stated"),
                                ("stock_or_cumulative", "stock or cumulative not stated"),
                                ("net_or_gross", "net or gross not stated"),
                                ("new_or_crossing", "newly founded or newly over the threshold not stated"),
                                ("base_date_unstated", "base date not stated"),
                                ("period_unstated", "period not stated"),
                                ("class_measure_unstated", "what the threshold measures is not stated"),
                                ("joint_or_each", "joint or each not stated"),
                                ("tolerance_unstated", "tolerance not stated"),
                                ("comparator_partial", "comparator belongs to the neighbouring number only"),
                                ("comparator_read", "comparator is a reading"),
                                ("definition_unclear", "definition not stated"),
                                ("name_differs", "named differently in the text"),
                                ("headline_differs", "headline and body differ"),
                                ("qualitative", "qualitative, no number"),
                                ("in_progress_undated", "under way, no date"),
                                ("aim_by_participant", "said by a participant, not printed in the plan"),
                                ("date_derived", "date derived"),
                                ("members_partial", "only some members named"),
                                ("summary_only", "known from a summary only"),
                                ("text_incomplete", "source text incomplete"),
                                ("text_suspect", "source text suspected faulty"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        help_text="Tick what the text leaves open, so that nobody settles it in silence.",
                        size=None,
                        verbose_name="flags",
                    ),
                ),
                (
                    "note",
                    models.TextField(blank=True, help_text="Your own words on what is unclear.", verbose_name="note"),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        help_text="The division it lies in. Leave blank if it reaches across several.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="targets.area",
                        verbose_name="parent",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
            ],
            options={
                "verbose_name": "area",
                "verbose_name_plural": "areas",
                "ordering": ["sort_key", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AreaPart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[("core", "core"), ("linked", "linked"), ("part", "part")],
                        default=targets.rules.terms.AreaPartRole["PART"],
                        help_text="Core, or linked to it, as the document says.",
                        max_length=24,
                        verbose_name="role",
                    ),
                ),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Order as printed.", verbose_name="position"),
                ),
                (
                    "part",
                    models.ForeignKey(
                        help_text="The area that belongs to it.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="part_of",
                        to="targets.area",
                        verbose_name="part",
                    ),
                ),
                (
                    "whole",
                    models.ForeignKey(
                        help_text="The composed area.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="targets.area",
                        verbose_name="whole",
                    ),
                ),
            ],
            options={
                "verbose_name": "part of an area",
                "verbose_name_plural": "parts of an area",
                "ordering": ["whole", "position", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AreaPartEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[("core", "core"), ("linked", "linked"), ("part", "part")],
                        default=targets.rules.terms.AreaPartRole["PART"],
                        help_text="Core, or linked to it, as the document says.",
                        max_length=24,
                        verbose_name="role",
                    ),
                ),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Order as printed.", verbose_name="position"),
                ),
                (
                    "part",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="The area that belongs to it.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.area",
                        verbose_name="part",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="targets.areapart",
                    ),
                ),
                (
                    "whole",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="The composed area.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.area",
                        verbose_name="whole",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AreaEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        error_messages={"unique": "This code is taken. Choose another."},
                        help_text="Short and lasting; programs and links use it. Small Latin letters, digits, hyphens, full stops.",
                        max_length=100,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+([-.][a-z0-9]+)*\\Z",
                                "Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As the document or the body itself writes it.", max_length=300, verbose_name="name"
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="Leave blank if there is none; Chinese stands in.",
                        max_length=300,
                        verbose_name="English name",
                    ),
                ),
                ("sort_key", models.CharField(default="", editable=False, max_length=600)),
                (
                    "kind",
                    models.CharField(
                        choices=[("coded", "coded"), ("composed", "composed"), ("free", "free")],
                        default=targets.rules.terms.AreaKind["FREE"],
                        help_text="Coded: an administrative division, its code is that of GB/T 2260. Composed: made of other areas.",
                        max_length=24,
                        verbose_name="kind",
                    ),
                ),
                (
                    "flags",
                    targets.models.base.FlagsField(
                        base_field=models.CharField(
                            choices=[
                                ("scope_unclear", "scope not stated"),
                                ("annual_or_cumulative", "annual or cumulative not stated"),
                                ("stock_or_cumulative", "stock or cumulative not stated"),
                                ("net_or_gross", "net or gross not stated"),
                                ("new_or_crossing", "newly founded or newly over the threshold not stated"),
                                ("base_date_unstated", "base date not stated"),
                                ("period_unstated", "period not stated"),
                                ("class_measure_unstated", "what the threshold measures is not stated"),
                                ("joint_or_each", "joint or each not stated"),
                                ("tolerance_unstated", "tolerance not stated"),
                                ("comparator_partial", "comparator belongs to the neighbouring number only"),
                                ("comparator_read", "comparator is a reading"),
                                ("definition_unclear", "definition not stated"),
                                ("name_differs", "named differently in the text"),
                                ("headline_differs", "headline and body differ"),
                                ("qualitative", "qualitative, no number"),
                                ("in_progress_undated", "under way, no date"),
                                ("aim_by_participant", "said by a participant, not printed in the plan"),
                                ("date_derived", "date derived"),
                                ("members_partial", "only some members named"),
                                ("summary_only", "known from a summary only"),
                                ("text_incomplete", "source text incomplete"),
                                ("text_suspect", "source text suspected faulty"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        help_text="Tick what the text leaves open, so that nobody settles it in silence.",
                        size=None,
                        verbose_name="flags",
                    ),
                ),
                (
                    "note",
                    models.TextField(blank=True, help_text="Your own words on what is unclear.", verbose_name="note"),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The division it lies in. Leave blank if it reaches across several.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.area",
                        verbose_name="parent",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="targets.area",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        error_messages={"unique": "This code is taken. Choose another."},
                        help_text="Short and lasting; programs and links use it. Small Latin letters, digits, hyphens, full stops.",
                        max_length=100,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+([-.][a-z0-9]+)*\\Z",
                                "Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As the document or the body itself writes it.", max_length=300, verbose_name="name"
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="Leave blank if there is none; Chinese stands in.",
                        max_length=300,
                        verbose_name="English name",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=600)),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        help_text="The plain unit, without 万 or 亿: 辆, 元, 人次. Rates: %. Blank for stages and bare ratios.",
                        max_length=40,
                        verbose_name="unit",
                    ),
                ),
                (
                    "unit_en",
                    models.CharField(
                        blank=True,
                        help_text="In the plural: vehicles, yuan, person-times.",
                        max_length=60,
                        verbose_name="English unit",
                    ),
                ),
                (
                    "accumulation",
                    models.CharField(
                        choices=[
                            ("stock", "stock"),
                            ("annual_flow", "annual flow"),
                            ("cumulative", "cumulative figure"),
                            ("ratio", "ratio"),
                            ("rank", "rank"),
                            ("stage", "stage"),
                        ],
                        help_text="Stock: as of a day. Annual flow: within a year. Cumulative: since a start. Ratio, rank, stage.",
                        max_length=24,
                        verbose_name="accumulation",
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        choices=[("up", "higher is better"), ("down", "lower is better"), ("none", "no direction")],
                        default=targets.rules.terms.Direction["UP"],
                        help_text="Which way is better.",
                        max_length=24,
                        verbose_name="direction",
                    ),
                ),
                (
                    "frequency",
                    models.CharField(
                        choices=[
                            ("month", "monthly"),
                            ("quarter", "quarterly"),
                            ("half_year", "half-yearly"),
                            ("year", "yearly"),
                            ("once", "once"),
                            ("unstated", "not stated"),
                        ],
                        default=targets.rules.terms.Frequency["UNSTATED"],
                        help_text="How often a value is due.",
                        max_length=24,
                        verbose_name="frequency",
                    ),
                ),
                (
                    "definition",
                    models.TextField(
                        blank=True,
                        help_text="What counts and what does not. Leave blank if not stated.",
                        verbose_name="definition",
                    ),
                ),
                (
                    "stages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        help_text="For a stage indicator, in order, separated by commas: 前期,开工,主体完工,竣工,投产.",
                        size=None,
                        verbose_name="stages",
                    ),
                ),
                (
                    "stages_en",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        help_text="As many as there are stages, or none.",
                        size=None,
                        verbose_name="English stages",
                    ),
                ),
                (
                    "class_attribute",
                    models.CharField(
                        blank=True,
                        help_text="For a count of a class: what the threshold measures, 产值 for example. Blank if not stated.",
                        max_length=100,
                        verbose_name="class attribute",
                    ),
                ),
                (
                    "class_attribute_en",
                    models.CharField(
                        blank=True,
                        help_text="The same in English: output value.",
                        max_length=100,
                        verbose_name="English class attribute",
                    ),
                ),
                (
                    "class_comparator",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bare", "no comparator printed"),
                            ("eq", "equal to"),
                            ("ge", "at least"),
                            ("gt", "more than"),
                            ("le", "at most"),
                            ("lt", "less than"),
                            ("approx", "about"),
                            ("near", "close to"),
                            ("between", "between"),
                        ],
                        help_text="For 10亿元以上 it is at least. Blank if nothing is counted by class.",
                        max_length=24,
                        verbose_name="class comparator",
                    ),
                ),
                (
                    "class_threshold",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="In the plain unit: 千亿级 is 100000000000 元. It is not the target.",
                        max_digits=38,
                        null=True,
                        verbose_name="class threshold",
                    ),
                ),
                (
                    "class_unit",
                    models.CharField(
                        blank=True, help_text="Of the threshold: 元.", max_length=40, verbose_name="class unit"
                    ),
                ),
                (
                    "class_unit_en",
                    models.CharField(
                        blank=True,
                        help_text="The same in English: yuan.",
                        max_length=60,
                        verbose_name="English class unit",
                    ),
                ),
                (
                    "flags",
                    targets.models.base.FlagsField(
                        base_field=models.CharField(
                            choices=[
                                ("scope_unclear", "scope not stated"),
                                ("annual_or_cumulative", "annual or cumulative not stated"),
                                ("stock_or_cumulative", "stock or cumulative not stated"),
                                ("net_or_gross", "net or gross not stated"),
                                ("new_or_crossing", "newly founded or newly over the threshold not stated"),
                                ("base_date_unstated", "base date not stated"),
                                ("period_unstated", "period not stated"),
                                ("class_measure_unstated", "what the threshold measures is not stated"),
                                ("joint_or_each", "joint or each not stated"),
                                ("tolerance_unstated", "tolerance not stated"),
                                ("comparator_partial", "comparator belongs to the neighbouring number only"),
                                ("comparator_read", "comparator is a reading"),
                                ("definition_unclear", "definition not stated"),
                                ("name_differs", "named differently in the text"),
                                ("headline_differs", "headline and body differ"),
                                ("qualitative", "qualitative, no number"),
                                ("in_progress_undated", "under way, no date"),
                                ("aim_by_participant", "said by a participant, not printed in the plan"),
                                ("date_derived", "date derived"),
                                ("members_partial", "only some members named"),
                                ("summary_only", "known from a summary only"),
                                ("text_incomplete", "source text incomplete"),
                                ("text_suspect", "source text suspected faulty"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        help_text="Tick what the text leaves open, so that nobody settles it in silence.",
                        size=None,
                        verbose_name="flags",
                    ),
                ),
                (
                    "note",
                    models.TextField(blank=True, help_text="Your own words on what is unclear.", verbose_name="note"),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
                (
                    "denominator",
                    models.ForeignKey(
                        blank=True,
                        help_text="For a ratio of two indicators: the one below the line.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="targets.indicator",
                        verbose_name="denominator",
                    ),
                ),
                (
                    "numerator",
                    models.ForeignKey(
                        blank=True,
                        help_text="For a ratio of two indicators: the one above the line.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="targets.indicator",
                        verbose_name="numerator",
                    ),
                ),
            ],
            options={
                "verbose_name": "indicator",
                "verbose_name_plural": "indicators",
                "ordering": ["sort_key", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IndicatorEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        error_messages={"unique": "This code is taken. Choose another."},
                        help_text="Short and lasting; programs and links use it. Small Latin letters, digits, hyphens, full stops.",
                        max_length=100,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+([-.][a-z0-9]+)*\\Z",
                                "Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As the document or the body itself writes it.", max_length=300, verbose_name="name"
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="Leave blank if there is none; Chinese stands in.",
                        max_length=300,
                        verbose_name="English name",
                    ),
                ),
                ("sort_key", models.CharField(default="", editable=False, max_length=600)),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        help_text="The plain unit, without 万 or 亿: 辆, 元, 人次. Rates: %. Blank for stages and bare ratios.",
                        max_length=40,
                        verbose_name="unit",
                    ),
                ),
                (
                    "unit_en",
                    models.CharField(
                        blank=True,
                        help_text="In the plural: vehicles, yuan, person-times.",
                        max_length=60,
                        verbose_name="English unit",
                    ),
                ),
                (
                    "accumulation",
                    models.CharField(
                        choices=[
                            ("stock", "stock"),
                            ("annual_flow", "annual flow"),
                            ("cumulative", "cumulative figure"),
                            ("ratio", "ratio"),
                            ("rank", "rank"),
                            ("stage", "stage"),
                        ],
                        help_text="Stock: as of a day. Annual flow: within a year. Cumulative: since a start. Ratio, rank, stage.",
                        max_length=24,
                        verbose_name="accumulation",
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        choices=[("up", "higher is better"), ("down", "lower is better"), ("none", "no direction")],
                        default=targets.rules.terms.Direction["UP"],
                        help_text="Which way is better.",
                        max_length=24,
                        verbose_name="direction",
                    ),
                ),
                (
                    "frequency",
                    models.CharField(
                        choices=[
                            ("month", "monthly"),
                            ("quarter", "quarterly"),
                            ("half_year", "half-yearly"),
                            ("year", "yearly"),
                            ("once", "once"),
                            ("unstated", "not stated"),
                        ],
                        default=targets.rules.terms.Frequency["UNSTATED"],
                        help_text="How often a value is due.",
                        max_length=24,
                        verbose_name="frequency",
                    ),
                ),
                (
                    "definition",
                    models.TextField(
                        blank=True,
                        help_text="What counts and what does not. Leave blank if not stated.",
                        verbose_name="definition",
                    ),
                ),
                (
                    "stages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        help_text="For a stage indicator, in order, separated by commas: 前期,开工,主体完工,竣工,投产.",
                        size=None,
                        verbose_name="stages",
                    ),
                ),
                (
                    "stages_en",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        help_text="As many as there are stages, or none.",
                        size=None,
                        verbose_name="English stages",
                    ),
                ),
                (
                    "class_attribute",
                    models.CharField(
                        blank=True,
                        help_text="For a count of a class: what the threshold measures, 产值 for example. Blank if not stated.",
                        max_length=100,
                        verbose_name="class attribute",
                    ),
                ),
                (
                    "class_attribute_en",
                    models.CharField(
                        blank=True,
                        help_text="The same in English: output value.",
                        max_length=100,
                        verbose_name="English class attribute",
                    ),
                ),
                (
                    "class_comparator",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("bare", "no comparator printed"),
                            ("eq", "equal to"),
                            ("ge", "at least"),
                            ("gt", "more than"),
                            ("le", "at most"),
                            ("lt", "less than"),
                            ("approx", "about"),
                            ("near", "close to"),
                            ("between", "between"),
                        ],
                        help_text="For 10亿元以上 it is at least. Blank if nothing is counted by class.",
                        max_length=24,
                        verbose_name="class comparator",
                    ),
                ),
                (
                    "class_threshold",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="In the plain unit: 千亿级 is 100000000000 元. It is not the target.",
                        max_digits=38,
                        null=True,
                        verbose_name="class threshold",
                    ),
                ),
                (
                    "class_unit",
                    models.CharField(
                        blank=True, help_text="Of the threshold: 元.", max_length=40, verbose_name="class unit"
                    ),
                ),
                (
                    "class_unit_en",
                    models.CharField(
                        blank=True,
                        help_text="The same in English: yuan.",
                        max_length=60,
                        verbose_name="English class unit",
                    ),
                ),
                (
                    "flags",
                    targets.models.base.FlagsField(
                        base_field=models.CharField(
                            choices=[
                                ("scope_unclear", "scope not stated"),
                                ("annual_or_cumulative", "annual or cumulative not stated"),
                                ("stock_or_cumulative", "stock or cumulative not stated"),
                                ("net_or_gross", "net or gross not stated"),
                                ("new_or_crossing", "newly founded or newly over the threshold not stated"),
                                ("base_date_unstated", "base date not stated"),
                                ("period_unstated", "period not stated"),
                                ("class_measure_unstated", "what the threshold measures is not stated"),
                                ("joint_or_each", "joint or each not stated"),
                                ("tolerance_unstated", "tolerance not stated"),
                                ("comparator_partial", "comparator belongs to the neighbouring number only"),
                                ("comparator_read", "comparator is a reading"),
                                ("definition_unclear", "definition not stated"),
                                ("name_differs", "named differently in the text"),
                                ("headline_differs", "headline and body differ"),
                                ("qualitative", "qualitative, no number"),
                                ("in_progress_undated", "under way, no date"),
                                ("aim_by_participant", "said by a participant, not printed in the plan"),
                                ("date_derived", "date derived"),
                                ("members_partial", "only some members named"),
                                ("summary_only", "known from a summary only"),
                                ("text_incomplete", "source text incomplete"),
                                ("text_suspect", "source text suspected faulty"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        help_text="Tick what the text leaves open, so that nobody settles it in silence.",
                        size=None,
                        verbose_name="flags",
                    ),
                ),
                (
                    "note",
                    models.TextField(blank=True, help_text="Your own words on what is unclear.", verbose_name="note"),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
                (
                    "denominator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="For a ratio of two indicators: the one below the line.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.indicator",
                        verbose_name="denominator",
                    ),
                ),
                (
                    "numerator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="For a ratio of two indicators: the one above the line.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.indicator",
                        verbose_name="numerator",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="targets.indicator",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("viewer", "viewer"),
                            ("reporter", "reporter"),
                            ("reviewer", "reviewer"),
                            ("editor", "editor"),
                        ],
                        help_text="Viewer reads; reporter submits values; reviewer verifies them; editor keeps plans and targets.",
                        max_length=24,
                        verbose_name="role",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        help_text="Who gets the role.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
            ],
            options={
                "verbose_name": "membership",
                "verbose_name_plural": "memberships",
                "ordering": ["user__username", "organisation__code", "role"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "effective_date",
                    models.DateField(
                        help_text="The day from which this holds: that of the plan, or of the decision.",
                        verbose_name="effective from",
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        editable=False, help_text="When the register learnt of it, in UTC.", verbose_name="recorded at"
                    ),
                ),
                (
                    "withdrawn",
                    models.BooleanField(
                        default=False, help_text="From that day on it is no longer in force.", verbose_name="withdrawn"
                    ),
                ),
                ("day", models.DateField(help_text="By when.", verbose_name="day")),
                (
                    "value",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="In the plain unit; for a stage, its place in the list of stages.",
                        max_digits=38,
                        null=True,
                        verbose_name="value",
                    ),
                ),
                (
                    "wording",
                    models.CharField(blank=True, help_text="As printed.", max_length=300, verbose_name="wording"),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "verbose_name": "milestone",
                "verbose_name_plural": "milestones",
                "ordering": ["target", "day", "effective_date", "recorded_at"],
                "get_latest_by": ["effective_date", "recorded_at"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MilestoneEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "effective_date",
                    models.DateField(
                        help_text="The day from which this holds: that of the plan, or of the decision.",
                        verbose_name="effective from",
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        editable=False, help_text="When the register learnt of it, in UTC.", verbose_name="recorded at"
                    ),
                ),
                (
                    "withdrawn",
                    models.BooleanField(
                        default=False, help_text="From that day on it is no longer in force.", verbose_name="withdrawn"
                    ),
                ),
                ("day", models.DateField(help_text="By when.", verbose_name="day")),
                (
                    "value",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="In the plain unit; for a stage, its place in the list of stages.",
                        max_digits=38,
                        null=True,
                        verbose_name="value",
                    ),
                ),
                (
                    "wording",
                    models.CharField(blank=True, help_text="As printed.", max_length=300, verbose_name="wording"),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="targets.milestone",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        error_messages={"unique": "This code is taken. Choose another."},
                        help_text="Short and lasting; programs and links use it. Small Latin letters, digits, hyphens, full stops.",
                        max_length=100,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+([-.][a-z0-9]+)*\\Z",
                                "Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As the document or the body itself writes it.", max_length=300, verbose_name="name"
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="Leave blank if there is none; Chinese stands in.",
                        max_length=300,
                        verbose_name="English name",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=600)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("province", "province"),
                            ("city", "city"),
                            ("county", "county"),
                            ("township", "township"),
                            ("department", "department"),
                            ("enterprise", "enterprise"),
                            ("university", "university"),
                            ("unstated", "not stated"),
                        ],
                        default=targets.rules.terms.OrganisationLevel["UNSTATED"],
                        help_text="What kind of body it is.",
                        max_length=24,
                        verbose_name="level",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        help_text="The body it belongs to. Roles given there hold here too.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="targets.organisation",
                        verbose_name="parent",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisation",
                "verbose_name_plural": "organisations",
                "ordering": ["sort_key", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Observation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "period_start",
                    models.DateField(
                        blank=True,
                        help_text="Of the period the value is for. Blank if not stated.",
                        null=True,
                        verbose_name="first day",
                    ),
                ),
                (
                    "period_end",
                    models.DateField(
                        help_text="Of the period; for a figure as of a day, that day.", verbose_name="last day"
                    ),
                ),
                (
                    "period_source",
                    models.CharField(
                        choices=[
                            ("stated", "stated"),
                            ("inherited", "inherited from the plan"),
                            ("derived", "derived"),
                            ("none", "not given"),
                        ],
                        default=targets.rules.terms.DateSource["STATED"],
                        help_text="Printed, or worked out by you?",
                        max_length=24,
                        verbose_name="source of the period",
                    ),
                ),
                (
                    "wording",
                    models.CharField(
                        blank=True, help_text="As printed: 7000余个.", max_length=300, verbose_name="wording"
                    ),
                ),
                (
                    "comparator",
                    models.CharField(
                        choices=[
                            ("bare", "no comparator printed"),
                            ("eq", "equal to"),
                            ("ge", "at least"),
                            ("gt", "more than"),
                            ("le", "at most"),
                            ("lt", "less than"),
                            ("approx", "about"),
                            ("near", "close to"),
                            ("between", "between"),
                        ],
                        default=targets.rules.terms.Comparator["EQ"],
                        help_text="Equal for a plain figure; 超 is more than.",
                        max_length=24,
                        verbose_name="comparator",
                    ),
                ),
                (
                    "value",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="A plain figure, in the plain unit: 5.5% is 0.055.",
                        max_digits=38,
                        null=True,
                        verbose_name="value",
                    ),
                ),
                (
                    "lower",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="For an inexact figure: 7000余 is from 7000 on.",
                        max_digits=38,
                        null=True,
                        verbose_name="lower bound",
                    ),
                ),
                (
                    "upper",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="For an inexact figure: 7000余 ends below 8000.",
                        max_digits=38,
                        null=True,
                        verbose_name="upper bound",
                    ),
                ),
                (
                    "upper_excluded",
                    models.BooleanField(
                        default=False,
                        help_text="Ticked for 余 and 多: the upper bound itself is not meant.",
                        verbose_name="upper bound excluded",
                    ),
                ),
                (
                    "numerator",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="For a ratio, where it is given.",
                        max_digits=38,
                        null=True,
                        verbose_name="numerator",
                    ),
                ),
                (
                    "denominator",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="For a ratio, where it is given; not zero.",
                        max_digits=38,
                        null=True,
                        verbose_name="denominator",
                    ),
                ),
                (
                    "flags",
                    targets.models.base.FlagsField(
                        base_field=models.CharField(
                            choices=[
                                ("scope_unclear", "scope not stated"),
                                ("annual_or_cumulative", "annual or cumulative not stated"),
                                ("stock_or_cumulative", "stock or cumulative not stated"),
                                ("net_or_gross", "net or gross not stated"),
                                ("new_or_crossing", "newly founded or newly over the threshold not stated"),
                                ("base_date_unstated", "base date not stated"),
                                ("period_unstated", "period not stated"),
                                ("class_measure_unstated", "what the threshold measures is not stated"),
                                ("joint_or_each", "joint or each not stated"),
                                ("tolerance_unstated", "tolerance not stated"),
                                ("comparator_partial", "comparator belongs to the neighbouring number only"),
                                ("comparator_read", "comparator is a reading"),
                                ("definition_unclear", "definition not stated"),
                                ("name_differs", "named differently in the text"),
                                ("headline_differs", "headline and body differ"),
                                ("qualitative", "qualitative, no number"),
                                ("in_progress_undated", "under way, no date"),
                                ("aim_by_participant", "said by a participant, not printed in the plan"),
                                ("date_derived", "date derived"),
                                ("members_partial", "only some members named"),
                                ("summary_only", "known from a summary only"),
                                ("text_incomplete", "source text incomplete"),
                                ("text_suspect", "source text suspected faulty"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        help_text="Tick what the text leaves open, so that nobody settles it in silence.",
                        size=None,
                        verbose_name="flags",
                    ),
                ),
                ("note", models.TextField(blank=True, help_text="Your own words on the figure.", verbose_name="note")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("submitted", "submitted"),
                            ("verified", "verified"),
                            ("returned", "returned"),
                            ("superseded", "superseded"),
                        ],
                        default=targets.rules.terms.ObservationStatus["SUBMITTED"],
                        editable=False,
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("return_reason", models.TextField(blank=True, editable=False, verbose_name="reason for return")),
                ("recorded_at", models.DateTimeField(editable=False, verbose_name="recorded at")),
                ("verified_at", models.DateTimeField(editable=False, null=True, verbose_name="verified at")),
                ("returned_at", models.DateTimeField(editable=False, null=True, verbose_name="returned at")),
                ("superseded_at", models.DateTimeField(editable=False, null=True, verbose_name="superseded at")),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="targets.observation",
                        verbose_name="supersedes",
                    ),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="verified by",
                    ),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="The body that gave the figure. Blank if not stated.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reported_observations",
                        to="targets.organisation",
                        verbose_name="reported by",
                    ),
                ),
            ],
            options={
                "verbose_name": "observation",
                "verbose_name_plural": "observations",
                "ordering": ["series", "-period_end", "-id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MembershipEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("viewer", "viewer"),
                            ("reporter", "reporter"),
                            ("reviewer", "reviewer"),
                            ("editor", "editor"),
                        ],
                        help_text="Viewer reads; reporter submits values; reviewer verifies them; editor keeps plans and targets.",
                        max_length=24,
                        verbose_name="role",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="targets.membership",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="Who gets the role.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="user",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="The role holds here and in every organisation below.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="membership",
            name="organisation",
            field=models.ForeignKey(
                help_text="The role holds here and in every organisation below.",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="memberships",
                to="targets.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.CreateModel(
            name="OrganisationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        error_messages={"unique": "This code is taken. Choose another."},
                        help_text="Short and lasting; programs and links use it. Small Latin letters, digits, hyphens, full stops.",
                        max_length=100,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+([-.][a-z0-9]+)*\\Z",
                                "Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As the document or the body itself writes it.", max_length=300, verbose_name="name"
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="Leave blank if there is none; Chinese stands in.",
                        max_length=300,
                        verbose_name="English name",
                    ),
                ),
                ("sort_key", models.CharField(default="", editable=False, max_length=600)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("province", "province"),
                            ("city", "city"),
                            ("county", "county"),
                            ("township", "township"),
                            ("department", "department"),
                            ("enterprise", "enterprise"),
                            ("university", "university"),
                            ("unstated", "not stated"),
                        ],
                        default=targets.rules.terms.OrganisationLevel["UNSTATED"],
                        help_text="What kind of body it is.",
                        max_length=24,
                        verbose_name="level",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The body it belongs to. Roles given there hold here too.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.organisation",
                        verbose_name="parent",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="targets.organisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        error_messages={"unique": "This code is taken. Choose another."},
                        help_text="Short and lasting; programs and links use it. Small Latin letters, digits, hyphens, full stops.",
                        max_length=100,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+([-.][a-z0-9]+)*\\Z",
                                "Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As the document or the body itself writes it.", max_length=300, verbose_name="name"
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="Leave blank if there is none; Chinese stands in.",
                        max_length=300,
                        verbose_name="English name",
                    ),
                ),
                ("sort_key", models.CharField(db_index=True, default="", editable=False, max_length=600)),
                (
                    "document_number",
                    models.CharField(
                        blank=True,
                        help_text="As printed, for example 鄂政发〔2026〕3号.",
                        max_length=100,
                        verbose_name="document number",
                    ),
                ),
                (
                    "period_start",
                    models.DateField(
                        blank=True,
                        help_text="Of the span the plan is for. Leave blank if not stated.",
                        null=True,
                        verbose_name="first day",
                    ),
                ),
                (
                    "period_end",
                    models.DateField(
                        blank=True,
                        help_text="Of that span: 2026—2030年 ends on 2030-12-31.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "period_source",
                    models.CharField(
                        choices=[
                            ("stated", "stated"),
                            ("inherited", "inherited from the plan"),
                            ("derived", "derived"),
                            ("none", "not given"),
                        ],
                        default=targets.rules.terms.DateSource["NONE"],
                        help_text="Printed, or worked out by you?",
                        max_length=24,
                        verbose_name="source of the period",
                    ),
                ),
                (
                    "issued_on",
                    models.DateField(
                        blank=True,
                        help_text="The day it was put out. Leave blank if not stated.",
                        null=True,
                        verbose_name="issued on",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "draft"), ("published", "published"), ("archived", "archived")],
                        default=targets.rules.terms.PlanStatus["DRAFT"],
                        help_text="Drafts are seen by members only.",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "stated_action_count",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="How many actions the document says it has: 六大行动 is 6.",
                        null=True,
                        verbose_name="actions stated",
                    ),
                ),
                (
                    "stated_count",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="How many tasks it says it has: 25项具体任务 is 25.",
                        null=True,
                        verbose_name="tasks stated",
                    ),
                ),
                (
                    "stated_wording",
                    models.CharField(
                        blank=True,
                        help_text="As printed: 六个方面25项具体任务.",
                        max_length=200,
                        verbose_name="wording of the counts",
                    ),
                ),
                (
                    "flags",
                    targets.models.base.FlagsField(
                        base_field=models.CharField(
                            choices=[
                                ("scope_unclear", "scope not stated"),
                                ("annual_or_cumulative", "annual or cumulative not stated"),
                                ("stock_or_cumulative", "stock or cumulative not stated"),
                                ("net_or_gross", "net or gross not stated"),
                                ("new_or_crossing", "newly founded or newly over the threshold not stated"),
                                ("base_date_unstated", "base date not stated"),
                                ("period_unstated", "period not stated"),
                                ("class_measure_unstated", "what the threshold measures is not stated"),
                                ("joint_or_each", "joint or each not stated"),
                                ("tolerance_unstated", "tolerance not stated"),
                                ("comparator_partial", "comparator belongs to the neighbouring number only"),
                                ("comparator_read", "comparator is a reading"),
                                ("definition_unclear", "definition not stated"),
                                ("name_differs", "named differently in the text"),
                                ("headline_differs", "headline and body differ"),
                                ("qualitative", "qualitative, no number"),
                                ("in_progress_undated", "under way, no date"),
                                ("aim_by_participant", "said by a participant, not printed in the plan"),
                                ("date_derived", "date derived"),
                                ("members_partial", "only some members named"),
                                ("summary_only", "known from a summary only"),
                                ("text_incomplete", "source text incomplete"),
                                ("text_suspect", "source text suspected faulty"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        help_text="Tick what the text leaves open, so that nobody settles it in silence.",
                        size=None,
                        verbose_name="flags",
                    ),
                ),
                (
                    "note",
                    models.TextField(blank=True, help_text="Your own words on what is unclear.", verbose_name="note"),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        help_text="The territory the plan is for. A target whose scope is unclear is filed here, with a flag.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="targets.area",
                        verbose_name="area",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
                (
                    "derived_from",
                    models.ForeignKey(
                        blank=True,
                        help_text="The higher plan that this one carries out.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="derived_plans",
                        to="targets.plan",
                        verbose_name="derived from",
                    ),
                ),
                (
                    "issuer",
                    models.ForeignKey(
                        blank=True,
                        help_text="The body that issued it. Leave blank if the document does not name it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="issued_plans",
                        to="targets.organisation",
                        verbose_name="issuer",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        help_text="Whose editors keep this plan in the register; this says nothing about who issued it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="owned_plans",
                        to="targets.organisation",
                        verbose_name="kept by",
                    ),
                ),
            ],
            options={
                "verbose_name": "plan",
                "verbose_name_plural": "plans",
                "ordering": ["sort_key", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        error_messages={"unique": "This code is taken. Choose another."},
                        help_text="Short and lasting; programs and links use it. Small Latin letters, digits, hyphens, full stops.",
                        max_length=100,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+([-.][a-z0-9]+)*\\Z",
                                "Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="As the document or the body itself writes it.", max_length=300, verbose_name="name"
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True,
                        help_text="Leave blank if there is none; Chinese stands in.",
                        max_length=300,
                        verbose_name="English name",
                    ),
                ),
                ("sort_key", models.CharField(default="", editable=False, max_length=600)),
                (
                    "document_number",
                    models.CharField(
                        blank=True,
                        help_text="As printed, for example 鄂政发〔2026〕3号.",
                        max_length=100,
                        verbose_name="document number",
                    ),
                ),
                (
                    "period_start",
                    models.DateField(
                        blank=True,
                        help_text="Of the span the plan is for. Leave blank if not stated.",
                        null=True,
                        verbose_name="first day",
                    ),
                ),
                (
                    "period_end",
                    models.DateField(
                        blank=True,
                        help_text="Of that span: 2026—2030年 ends on 2030-12-31.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "period_source",
                    models.CharField(
                        choices=[
                            ("stated", "stated"),
                            ("inherited", "inherited from the plan"),
                            ("derived", "derived"),
                            ("none", "not given"),
                        ],
                        default=targets.rules.terms.DateSource["NONE"],
                        help_text="Printed, or worked out by you?",
                        max_length=24,
                        verbose_name="source of the period",
                    ),
                ),
                (
                    "issued_on",
                    models.DateField(
                        blank=True,
                        help_text="The day it was put out. Leave blank if not stated.",
                        null=True,
                        verbose_name="issued on",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "draft"), ("published", "published"), ("archived", "archived")],
                        default=targets.rules.terms.PlanStatus["DRAFT"],
                        help_text="Drafts are seen by members only.",
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                (
                    "stated_action_count",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="How many actions the document says it has: 六大行动 is 6.",
                        null=True,
                        verbose_name="actions stated",
                    ),
                ),
                (
                    "stated_count",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="How many tasks it says it has: 25项具体任务 is 25.",
                        null=True,
                        verbose_name="tasks stated",
                    ),
                ),
                (
                    "stated_wording",
                    models.CharField(
                        blank=True,
                        help_text="As printed: 六个方面25项具体任务.",
                        max_length=200,
                        verbose_name="wording of the counts",
                    ),
                ),
                (
                    "flags",
                    targets.models.base.FlagsField(
                        base_field=models.CharField(
                            choices=[
                                ("scope_unclear", "scope not stated"),
                                ("annual_or_cumulative", "annual or cumulative not stated"),
                                ("stock_or_cumulative", "stock or cumulative not stated"),
                                ("net_or_gross", "net or gross not stated"),
                                ("new_or_crossing", "newly founded or newly over the threshold not stated"),
                                ("base_date_unstated", "base date not stated"),
                                ("period_unstated", "period not stated"),
                                ("class_measure_unstated", "what the threshold measures is not stated"),
                                ("joint_or_each", "joint or each not stated"),
                                ("tolerance_unstated", "tolerance not stated"),
                                ("comparator_partial", "comparator belongs to the neighbouring number only"),
                                ("comparator_read", "comparator is a reading"),
                                ("definition_unclear", "definition not stated"),
                                ("name_differs", "named differently in the text"),
                                ("headline_differs", "headline and body differ"),
                                ("qualitative", "qualitative, no number"),
                                ("in_progress_undated", "under way, no date"),
                                ("aim_by_participant", "said by a participant, not printed in the plan"),
                                ("date_derived", "date derived"),
                                ("members_partial", "only some members named"),
                                ("summary_only", "known from a summary only"),
                                ("text_incomplete", "source text incomplete"),
                                ("text_suspect", "source text suspected faulty"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        help_text="Tick what the text leaves open, so that nobody settles it in silence.",
                        size=None,
                        verbose_name="flags",
                    ),
                ),
                (
                    "note",
                    models.TextField(blank=True, help_text="Your own words on what is unclear.", verbose_name="note"),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The territory the plan is for. A target whose scope is unclear is filed here, with a flag.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.area",
                        verbose_name="area",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
                (
                    "derived_from",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The higher plan that this one carries out.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.plan",
                        verbose_name="derived from",
                    ),
                ),
                (
                    "issuer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The body that issued it. Leave blank if the document does not name it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.organisation",
                        verbose_name="issuer",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Whose editors keep this plan in the register; this says nothing about who issued it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.organisation",
                        verbose_name="kept by",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="targets.plan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Responsibility",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[("lead", "lead"), ("responsible", "responsible"), ("cooperating", "cooperating")],
                        help_text="牵头 is lead, 责任 responsible, 配合 cooperating.",
                        max_length=24,
                        verbose_name="role",
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        choices=[
                            ("stated", "stated"),
                            ("first_listed", "listed first"),
                            ("marked", "marked"),
                            ("entered", "entered"),
                        ],
                        default=targets.rules.terms.ResponsibilityRule["STATED"],
                        help_text="Documents often do not say who leads: the body listed first, or one with a mark, then stands for it.",
                        max_length=24,
                        verbose_name="read from",
                    ),
                ),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Order as printed.", verbose_name="position"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        help_text="The body that has the part.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responsibilities",
                        to="targets.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "responsibility",
                "verbose_name_plural": "responsibilities",
                "ordering": ["position", "id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ResponsibilityEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[("lead", "lead"), ("responsible", "responsible"), ("cooperating", "cooperating")],
                        help_text="牵头 is lead, 责任 responsible, 配合 cooperating.",
                        max_length=24,
                        verbose_name="role",
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        choices=[
                            ("stated", "stated"),
                            ("first_listed", "listed first"),
                            ("marked", "marked"),
                            ("entered", "entered"),
                        ],
                        default=targets.rules.terms.ResponsibilityRule["STATED"],
                        help_text="Documents often do not say who leads: the body listed first, or one with a mark, then stands for it.",
                        max_length=24,
                        verbose_name="read from",
                    ),
                ),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Order as printed.", verbose_name="position"),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="The body that has the part.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="targets.responsibility",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        error_messages={"unique": "This code is taken. Choose another."},
                        help_text="Short and lasting; programs and links use it. Small Latin letters, digits, hyphens, full stops.",
                        max_length=100,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+([-.][a-z0-9]+)*\\Z",
                                "Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "breakdown",
                    models.CharField(
                        blank=True,
                        help_text="Which part of the whole. Blank is the total.",
                        max_length=100,
                        verbose_name="breakdown",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        blank=True,
                        help_text="口径 of the figures, such as 不变价. Blank if not stated.",
                        max_length=100,
                        verbose_name="basis",
                    ),
                ),
                (
                    "flags",
                    targets.models.base.FlagsField(
                        base_field=models.CharField(
                            choices=[
                                ("scope_unclear", "scope not stated"),
                                ("annual_or_cumulative", "annual or cumulative not stated"),
                                ("stock_or_cumulative", "stock or cumulative not stated"),
                                ("net_or_gross", "net or gross not stated"),
                                ("new_or_crossing", "newly founded or newly over the threshold not stated"),
                                ("base_date_unstated", "base date not stated"),
                                ("period_unstated", "period not stated"),
                                ("class_measure_unstated", "what the threshold measures is not stated"),
                                ("joint_or_each", "joint or each not stated"),
                                ("tolerance_unstated", "tolerance not stated"),
                                ("comparator_partial", "comparator belongs to the neighbouring number only"),
                                ("comparator_read", "comparator is a reading"),
                                ("definition_unclear", "definition not stated"),
                                ("name_differs", "named differently in the text"),
                                ("headline_differs", "headline and body differ"),
                                ("qualitative", "qualitative, no number"),
                                ("in_progress_undated", "under way, no date"),
                                ("aim_by_participant", "said by a participant, not printed in the plan"),
                                ("date_derived", "date derived"),
                                ("members_partial", "only some members named"),
                                ("summary_only", "known from a summary only"),
                                ("text_incomplete", "source text incomplete"),
                                ("text_suspect", "source text suspected faulty"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        help_text="Tick what the text leaves open, so that nobody settles it in silence.",
                        size=None,
                        verbose_name="flags",
                    ),
                ),
                (
                    "note",
                    models.TextField(blank=True, help_text="Your own words on what is unclear.", verbose_name="note"),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        help_text="The scope, if it is a territory. Scope unclear: the plan's own area, and a flag on the target.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="series",
                        to="targets.area",
                        verbose_name="area",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        help_text="What the values measure.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="series",
                        to="targets.indicator",
                        verbose_name="indicator",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        help_text="The scope, if it is a body.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="series",
                        to="targets.organisation",
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "series",
                "verbose_name_plural": "series",
                "ordering": ["code"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ObservationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "period_start",
                    models.DateField(
                        blank=True,
                        help_text="Of the period the value is for. Blank if not stated.",
                        null=True,
                        verbose_name="first day",
                    ),
                ),
                (
                    "period_end",
                    models.DateField(
                        help_text="Of the period; for a figure as of a day, that day.", verbose_name="last day"
                    ),
                ),
                (
                    "period_source",
                    models.CharField(
                        choices=[
                            ("stated", "stated"),
                            ("inherited", "inherited from the plan"),
                            ("derived", "derived"),
                            ("none", "not given"),
                        ],
                        default=targets.rules.terms.DateSource["STATED"],
                        help_text="Printed, or worked out by you?",
                        max_length=24,
                        verbose_name="source of the period",
                    ),
                ),
                (
                    "wording",
                    models.CharField(
                        blank=True, help_text="As printed: 7000余个.", max_length=300, verbose_name="wording"
                    ),
                ),
                (
                    "comparator",
                    models.CharField(
                        choices=[
                            ("bare", "no comparator printed"),
                            ("eq", "equal to"),
                            ("ge", "at least"),
                            ("gt", "more than"),
                            ("le", "at most"),
                            ("lt", "less than"),
                            ("approx", "about"),
                            ("near", "close to"),
                            ("between", "between"),
                        ],
                        default=targets.rules.terms.Comparator["EQ"],
                        help_text="Equal for a plain figure; 超 is more than.",
                        max_length=24,
                        verbose_name="comparator",
                    ),
                ),
                (
                    "value",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="A plain figure, in the plain unit: 5.5% is 0.055.",
                        max_digits=38,
                        null=True,
                        verbose_name="value",
                    ),
                ),
                (
                    "lower",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="For an inexact figure: 7000余 is from 7000 on.",
                        max_digits=38,
                        null=True,
                        verbose_name="lower bound",
                    ),
                ),
                (
                    "upper",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="For an inexact figure: 7000余 ends below 8000.",
                        max_digits=38,
                        null=True,
                        verbose_name="upper bound",
                    ),
                ),
                (
                    "upper_excluded",
                    models.BooleanField(
                        default=False,
                        help_text="Ticked for 余 and 多: the upper bound itself is not meant.",
                        verbose_name="upper bound excluded",
                    ),
                ),
                (
                    "numerator",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="For a ratio, where it is given.",
                        max_digits=38,
                        null=True,
                        verbose_name="numerator",
                    ),
                ),
                (
                    "denominator",
                    models.DecimalField(
                        blank=True,
                        decimal_places=10,
                        help_text="For a ratio, where it is given; not zero.",
                        max_digits=38,
                        null=True,
                        verbose_name="denominator",
                    ),
                ),
                (
                    "flags",
                    targets.models.base.FlagsField(
                        base_field=models.CharField(
                            choices=[
                                ("scope_unclear", "scope not stated"),
                                ("annual_or_cumulative", "annual or cumulative not stated"),
                                ("stock_or_cumulative", "stock or cumulative not stated"),
                                ("net_or_gross", "net or gross not stated"),
                                ("new_or_crossing", "newly founded or newly over the threshold not stated"),
                                ("base_date_unstated", "base date not stated"),
                                ("period_unstated", "period not stated"),
                                ("class_measure_unstated", "what the threshold measures is not stated"),
                                ("joint_or_each", "joint or each not stated"),
                                ("tolerance_unstated", "tolerance not stated"),
                                ("comparator_partial", "comparator belongs to the neighbouring number only"),
                                ("comparator_read", "comparator is a reading"),
                                ("definition_unclear", "definition not stated"),
                                ("name_differs", "named differently in the text"),
                                ("headline_differs", "headline and body differ"),
                                ("qualitative", "qualitative, no number"),
                                ("in_progress_undated", "under way, no date"),
                                ("aim_by_participant", "said by a participant, not printed in the plan"),
                                ("date_derived", "date derived"),
                                ("members_partial", "only some members named"),
                                ("summary_only", "known from a summary only"),
                                ("text_incomplete", "source text incomplete"),
                                ("text_suspect", "source text suspected faulty"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        help_text="Tick what the text leaves open, so that nobody settles it in silence.",
                        size=None,
                        verbose_name="flags",
                    ),
                ),
                ("note", models.TextField(blank=True, help_text="Your own words on the figure.", verbose_name="note")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("submitted", "submitted"),
                            ("verified", "verified"),
                            ("returned", "returned"),
                            ("superseded", "superseded"),
                        ],
                        default=targets.rules.terms.ObservationStatus["SUBMITTED"],
                        editable=False,
                        max_length=24,
                        verbose_name="status",
                    ),
                ),
                ("return_reason", models.TextField(blank=True, editable=False, verbose_name="reason for return")),
                ("recorded_at", models.DateTimeField(editable=False, verbose_name="recorded at")),
                ("verified_at", models.DateTimeField(editable=False, null=True, verbose_name="verified at")),
                ("returned_at", models.DateTimeField(editable=False, null=True, verbose_name="returned at")),
                ("superseded_at", models.DateTimeField(editable=False, null=True, verbose_name="superseded at")),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="targets.observation",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.observation",
                        verbose_name="supersedes",
                    ),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="verified by",
                    ),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The body that gave the figure. Blank if not stated.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.organisation",
                        verbose_name="reported by",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="What the value is of: one indicator for one scope.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.series",
                        verbose_name="series",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="observation",
            name="series",
            field=models.ForeignKey(
                help_text="What the value is of: one indicator for one scope.",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="observations",
                to="targets.series",
                verbose_name="series",
            ),
        ),
        migrations.CreateModel(
            name="SeriesEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        error_messages={"unique": "This code is taken. Choose another."},
                        help_text="Short and lasting; programs and links use it. Small Latin letters, digits, hyphens, full stops.",
                        max_length=100,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+([-.][a-z0-9]+)*\\Z",
                                "Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "breakdown",
                    models.CharField(
                        blank=True,
                        help_text="Which part of the whole. Blank is the total.",
                        max_length=100,
                        verbose_name="breakdown",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        blank=True,
                        help_text="口径 of the figures, such as 不变价. Blank if not stated.",
                        max_length=100,
                        verbose_name="basis",
                    ),
                ),
                (
                    "flags",
                    targets.models.base.FlagsField(
                        base_field=models.CharField(
                            choices=[
                                ("scope_unclear", "scope not stated"),
                                ("annual_or_cumulative", "annual or cumulative not stated"),
                                ("stock_or_cumulative", "stock or cumulative not stated"),
                                ("net_or_gross", "net or gross not stated"),
                                ("new_or_crossing", "newly founded or newly over the threshold not stated"),
                                ("base_date_unstated", "base date not stated"),
                                ("period_unstated", "period not stated"),
                                ("class_measure_unstated", "what the threshold measures is not stated"),
                                ("joint_or_each", "joint or each not stated"),
                                ("tolerance_unstated", "tolerance not stated"),
                                ("comparator_partial", "comparator belongs to the neighbouring number only"),
                                ("comparator_read", "comparator is a reading"),
                                ("definition_unclear", "definition not stated"),
                                ("name_differs", "named differently in the text"),
                                ("headline_differs", "headline and body differ"),
                                ("qualitative", "qualitative, no number"),
                                ("in_progress_undated", "under way, no date"),
                                ("aim_by_participant", "said by a participant, not printed in the plan"),
                                ("date_derived", "date derived"),
                                ("members_partial", "only some members named"),
                                ("summary_only", "known from a summary only"),
                                ("text_incomplete", "source text incomplete"),
                                ("text_suspect", "source text suspected faulty"),
                            ],
                            max_length=24,
                        ),
                        blank=True,
                        default=list,
                        help_text="Tick what the text leaves open, so that nobody settles it in silence.",
                        size=None,
                        verbose_name="flags",
                    ),
                ),
                (
                    "note",
                    models.TextField(blank=True, help_text="Your own words on what is unclear.", verbose_name="note"),
                ),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The scope, if it is a territory. Scope unclear: the plan's own area, and a flag on the target.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.area",
                        verbose_name="area",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="What the values measure.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.indicator",
                        verbose_name="indicator",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The scope, if it is a body.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="targets.series",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        error_messages={"unique": "This code is taken. Choose another."},
                        help_text="Short and lasting; programs and links use it. Small Latin letters, digits, hyphens, full stops.",
                        max_length=100,
                        unique=True,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9]+([-.][a-z0-9]+)*\\Z",
                                "Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                            )
                        ],
                        verbose_name="code",
                    ),
                ),
                (
                    "title",
                    models.CharField(help_text="As printed on the document.", max_length=300, verbose_name="title"),
                ),
                (
                    "title_en",
                    models.CharField(
                        blank=True,
                        help_text="Leave blank if there is none.",
                        max_length=300,
                        verbose_name="English title",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("plan", "plan text"),
                            ("news", "news report"),
                            ("statistics", "statistics"),
                            ("report", "report"),
                            ("other", "other"),
                        ],
                        default=targets.rules.terms.SourceKind["OTHER"],
                        help_text="What sort of document it is.",
                        max_length=24,
                        verbose_name="kind",
                    ),
                ),
                (
                    "publisher",
                    models.CharField(
                        blank=True,
                        help_text="Who put it out. Leave blank if not stated.",
                        max_length=200,
                        verbose_name="publisher",
                    ),
                ),
                (
                    "published_on",
                    models.DateField(
                        blank=True,
                        help_text="Leave blank if the document does not say.",
                        null=True,
                        verbose_name="published on",
                    ),
                ),
                (
                    "url",
                    models.URLField(
                        blank=True,
                        help_text="Where it can be read on the web.",
                        max_length=1000,
                        verbose_name="address",
                    ),
                ),
                (
                    "note",
                    models.TextField(blank=True, help_text="For example, that pages are missing.", verbose_name="note"),
                ),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ["code"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[a-z0-9]+([-.][a-z0-9]+)*\\Z")),
                        name="source_code_form",
                        violation_error_message="Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["plan", "news", "statistics", "report", "other"])),
                        name="source_kind_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CitationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=1, editable=False, help_text="Rises by one with every change.", verbose_name="version"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="When the row was last changed, in UTC.",
                        verbose_name="changed at",
                    ),
                ),
                (
                    "story",
                    models.CharField(
                        blank=True,
                        help_text="Which article or section, for example S6.",
                        max_length=40,
                        verbose_name="story",
                    ),
                ),
                (
                    "lines",
                    models.CharField(
                        blank=True,
                        help_text="Line numbers in the text of the source: 138, 138-140, or 50,52.",
                        max_length=60,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d+(-\\d+)?(,\\d+(-\\d+)?)*\\Z", "Write lines as 138 or 138-140 or 50,52."
                            )
                        ],
                        verbose_name="lines",
                    ),
                ),
                (
                    "page",
                    models.CharField(
                        blank=True, help_text="As printed on the page.", max_length=20, verbose_name="page"
                    ),
                ),
                (
                    "paragraph",
                    models.CharField(
                        blank=True, help_text="Its number, counted or printed.", max_length=20, verbose_name="paragraph"
                    ),
                ),
                (
                    "wording",
                    models.TextField(
                        blank=True,
                        help_text="What stands there, if you may keep it. May stay blank: the place is enough.",
                        verbose_name="wording",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="targets.citation",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="The document.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        Together(
            [
                migrations.AddField(
                    model_name="citation",
                    name="source",
                    field=models.ForeignKey(
                        help_text="The document.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="targets.source",
                        verbose_name="source",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="source",
                    trigger=pgtrigger.compiler.Trigger(
                        name="bump_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="NEW.version = OLD.version + 1; NEW.changed_at = now(); RETURN NEW;",
                            hash="c724d8d73431705ded99470ce30f9d174e448267",
                            operation="UPDATE",
                            pgid="pgtrigger_bump_version_170e2",
                            table="targets_source",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="source",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="0e4dc203f9e5badee90849f55355ef30f39a39e9",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_b8c5c",
                            table="targets_source",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="source",
                    trigger=pgtrigger.compiler.Trigger(
                        name="demo_stays_demo",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF ((OLD.code LIKE 'demo-%') IS DISTINCT FROM (NEW.code LIKE 'demo-%')) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'demo_stays_demo', MESSAGE = 'demo_stays_demo';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="2304d9652c10bbacd6b9a0612b9006adc5a41a59",
                            operation="UPDATE",
                            pgid="pgtrigger_demo_stays_demo_40980",
                            table="targets_source",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="source",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_sourceevent" ("changed_at", "code", "id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "publisher", "title", "title_en", "url", "version") SELECT new_values."changed_at", new_values."code", new_values."id", new_values."kind", new_values."note", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."published_on", new_values."publisher", new_values."title", new_values."title_en", new_values."url", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="925b1113cf2cf7bec9ebe710e9787ab292ddfa19",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6931f",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="targets_source",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="source",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_sourceevent" ("changed_at", "code", "id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "publisher", "title", "title_en", "url", "version") SELECT new_values."changed_at", new_values."code", new_values."id", new_values."kind", new_values."note", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."published_on", new_values."publisher", new_values."title", new_values."title_en", new_values."url", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="e493cf36661a51db24fc8c09e125d272e85c3fc1",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d7647",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="targets_source",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="source",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_sourceevent" ("changed_at", "code", "id", "kind", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "publisher", "title", "title_en", "url", "version") SELECT old_values."changed_at", old_values."code", old_values."id", old_values."kind", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."published_on", old_values."publisher", old_values."title", old_values."title_en", old_values."url", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="22e82d3cc0e012ea83f0f3b8f1cb896366e7609a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_77aba",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="targets_source",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddField(
                    model_name="sourceevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="sourceevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="targets.source",
                    ),
                ),
                migrations.AddField(
                    model_name="target",
                    name="derived_from",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="The target of a higher plan that was handed down to this one.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="derived_targets",
                        to="targets.target",
                        verbose_name="derived from",
                    ),
                ),
                migrations.AddField(
                    model_name="target",
                    name="parent",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="其中: the target that this one is a part of.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="targets.target",
                        verbose_name="part of",
                    ),
                ),
                migrations.AddField(
                    model_name="target",
                    name="plan",
                    field=models.ForeignKey(
                        help_text="The plan that sets it.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="targets.plan",
                        verbose_name="plan",
                    ),
                ),
                migrations.AddField(
                    model_name="target",
                    name="reference_series",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="For 与经济增长同步 and the like: the series that it is compared with.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="targets.series",
                        verbose_name="reference series",
                    ),
                ),
                migrations.AddField(
                    model_name="target",
                    name="series",
                    field=models.ForeignKey(
                        help_text="What is counted, and for whom or where.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="targets.series",
                        verbose_name="series",
                    ),
                ),
                migrations.AddField(
                    model_name="responsibilityevent",
                    name="target",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Either a task or a target.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.target",
                        verbose_name="target",
                    ),
                ),
                migrations.AddField(
                    model_name="responsibility",
                    name="target",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Either a task or a target.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="responsibilities",
                        to="targets.target",
                        verbose_name="target",
                    ),
                ),
                migrations.AddField(
                    model_name="milestoneevent",
                    name="target",
                    field=models.ForeignKey(
                        db_constraint=False,
                        help_text="The target on whose way it lies.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.target",
                        verbose_name="target",
                    ),
                ),
                migrations.AddField(
                    model_name="milestone",
                    name="target",
                    field=models.ForeignKey(
                        help_text="The target on whose way it lies.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="targets.target",
                        verbose_name="target",
                    ),
                ),
                migrations.AddField(
                    model_name="targetevent",
                    name="derived_from",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The target of a higher plan that was handed down to this one.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.target",
                        verbose_name="derived from",
                    ),
                ),
                migrations.AddField(
                    model_name="targetevent",
                    name="parent",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="其中: the target that this one is a part of.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.target",
                        verbose_name="part of",
                    ),
                ),
                migrations.AddField(
                    model_name="targetevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="targetevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="targets.target",
                    ),
                ),
                migrations.AddField(
                    model_name="targetevent",
                    name="plan",
                    field=models.ForeignKey(
                        db_constraint=False,
                        help_text="The plan that sets it.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.plan",
                        verbose_name="plan",
                    ),
                ),
                migrations.AddField(
                    model_name="targetevent",
                    name="reference_series",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="For 与经济增长同步 and the like: the series that it is compared with.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.series",
                        verbose_name="reference series",
                    ),
                ),
                migrations.AddField(
                    model_name="targetevent",
                    name="series",
                    field=models.ForeignKey(
                        db_constraint=False,
                        help_text="What is counted, and for whom or where.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.series",
                        verbose_name="series",
                    ),
                ),
                migrations.AddField(
                    model_name="targetrevision",
                    name="citation",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
                migrations.AddField(
                    model_name="targetrevision",
                    name="deciding_document",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="The document that decided it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="targets.source",
                        verbose_name="deciding document",
                    ),
                ),
                migrations.AddField(
                    model_name="targetrevision",
                    name="recorded_by",
                    field=models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                migrations.AddField(
                    model_name="targetrevision",
                    name="target",
                    field=models.ForeignKey(
                        help_text="The target that this is a revision of.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisions",
                        to="targets.target",
                        verbose_name="target",
                    ),
                ),
                migrations.AddField(
                    model_name="targetrevisionevent",
                    name="citation",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
                migrations.AddField(
                    model_name="targetrevisionevent",
                    name="deciding_document",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The document that decided it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.source",
                        verbose_name="deciding document",
                    ),
                ),
                migrations.AddField(
                    model_name="targetrevisionevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="targetrevisionevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="targets.targetrevision",
                    ),
                ),
                migrations.AddField(
                    model_name="targetrevisionevent",
                    name="recorded_by",
                    field=models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                migrations.AddField(
                    model_name="targetrevisionevent",
                    name="target",
                    field=models.ForeignKey(
                        db_constraint=False,
                        help_text="The target that this is a revision of.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.target",
                        verbose_name="target",
                    ),
                ),
                migrations.AddField(
                    model_name="task",
                    name="citation",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
                migrations.AddField(
                    model_name="task",
                    name="parent",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="The node above it. Leave blank for a node at the top.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="targets.task",
                        verbose_name="parent",
                    ),
                ),
                migrations.AddField(
                    model_name="task",
                    name="plan",
                    field=models.ForeignKey(
                        help_text="The plan whose tree it stands in.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="targets.plan",
                        verbose_name="plan",
                    ),
                ),
                migrations.AddField(
                    model_name="targetevent",
                    name="task",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The action or task that sets it. Leave blank for a target of the plan as a whole.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.task",
                        verbose_name="task",
                    ),
                ),
                migrations.AddField(
                    model_name="target",
                    name="task",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="The action or task that sets it. Leave blank for a target of the plan as a whole.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="targets.task",
                        verbose_name="task",
                    ),
                ),
                migrations.AddField(
                    model_name="responsibilityevent",
                    name="task",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Either a task or a target.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.task",
                        verbose_name="task",
                    ),
                ),
                migrations.AddField(
                    model_name="responsibility",
                    name="task",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="Either a task or a target.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="responsibilities",
                        to="targets.task",
                        verbose_name="task",
                    ),
                ),
                migrations.AddField(
                    model_name="taskevent",
                    name="citation",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
                migrations.AddField(
                    model_name="taskevent",
                    name="parent",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The node above it. Leave blank for a node at the top.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.task",
                        verbose_name="parent",
                    ),
                ),
                migrations.AddField(
                    model_name="taskevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="taskevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="targets.task",
                    ),
                ),
                migrations.AddField(
                    model_name="taskevent",
                    name="plan",
                    field=models.ForeignKey(
                        db_constraint=False,
                        help_text="The plan whose tree it stands in.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.plan",
                        verbose_name="plan",
                    ),
                ),
                migrations.AddField(
                    model_name="update",
                    name="citation",
                    field=models.ForeignKey(
                        blank=True,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
                migrations.AddField(
                    model_name="update",
                    name="recorded_by",
                    field=models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                migrations.AddField(
                    model_name="update",
                    name="task",
                    field=models.ForeignKey(
                        help_text="What the words are about.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="updates",
                        to="targets.task",
                        verbose_name="task",
                    ),
                ),
                migrations.AddField(
                    model_name="updateevent",
                    name="citation",
                    field=models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The place in the source that this rests on.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.citation",
                        verbose_name="citation",
                    ),
                ),
                migrations.AddField(
                    model_name="updateevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="updateevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="targets.update",
                    ),
                ),
                migrations.AddField(
                    model_name="updateevent",
                    name="recorded_by",
                    field=models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="recorded by",
                    ),
                ),
                migrations.AddField(
                    model_name="updateevent",
                    name="task",
                    field=models.ForeignKey(
                        db_constraint=False,
                        help_text="What the words are about.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="targets.task",
                        verbose_name="task",
                    ),
                ),
                migrations.AddField(
                    model_name="userevent",
                    name="pgh_context",
                    field=models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                migrations.AddField(
                    model_name="userevent",
                    name="pgh_obj",
                    field=models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="user",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="3a6c7cbde7a9e157c6f3d4b643d7dd86e7c95b0a",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_8a383",
                            table="targets_user",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="user",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_staff", "is_superuser", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "username") SELECT new_values."date_joined", new_values."email", new_values."first_name", new_values."id", new_values."is_active", new_values."is_staff", new_values."is_superuser", new_values."last_name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."username" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="fb3c1d21720f1c4b211989d6bc7eb6ba26419ce5",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_cbe31",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="targets_user",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="user",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_staff", "is_superuser", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "username") SELECT new_values."date_joined", new_values."email", new_values."first_name", new_values."id", new_values."is_active", new_values."is_staff", new_values."is_superuser", new_values."last_name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."username" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."date_joined" IS DISTINCT FROM (new_values."date_joined") OR old_values."email" IS DISTINCT FROM (new_values."email") OR old_values."first_name" IS DISTINCT FROM (new_values."first_name") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_active" IS DISTINCT FROM (new_values."is_active") OR old_values."is_staff" IS DISTINCT FROM (new_values."is_staff") OR old_values."is_superuser" IS DISTINCT FROM (new_values."is_superuser") OR old_values."last_name" IS DISTINCT FROM (new_values."last_name") OR old_values."username" IS DISTINCT FROM (new_values."username")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="c7a5d89cb03543cb49a482c467cdcc87872e5d32",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_63f77",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="targets_user",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="user",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_userevent" ("date_joined", "email", "first_name", "id", "is_active", "is_staff", "is_superuser", "last_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "username") SELECT old_values."date_joined", old_values."email", old_values."first_name", old_values."id", old_values."is_active", old_values."is_staff", old_values."is_superuser", old_values."last_name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."username" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="6eada6c334f1231c1d43d0b57d6ff03ca86f1175",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d51af",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="targets_user",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="areapart",
                    constraint=models.UniqueConstraint(
                        fields=("whole", "part"),
                        name="areapart_unique",
                        violation_error_message="This part stands there already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="areapart",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("whole", models.F("part")), _negated=True),
                        name="areapart_not_itself",
                        violation_error_message="An area is not a part of itself. Choose another part.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="areapart",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("role__in", ["core", "linked", "part"])),
                        name="areapart_role_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="areapart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="bump_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="NEW.version = OLD.version + 1; NEW.changed_at = now(); RETURN NEW;",
                            hash="d5bd7853f1c8a1eea16481bd42500ecc8ea38277",
                            operation="UPDATE",
                            pgid="pgtrigger_bump_version_23499",
                            table="targets_areapart",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="areapart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="ac662bf80bb60987ac82d3f1102fcbe52269671f",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_ea7a6",
                            table="targets_areapart",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="areapart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="areapart_no_cycle",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.whole_id IS NOT NULL)",
                            func="\n            IF TG_OP = 'UPDATE' AND NOT (OLD.whole_id IS DISTINCT FROM NEW.whole_id OR OLD.part_id IS DISTINCT FROM NEW.part_id) THEN\n                RETURN NULL;\n            END IF;\n            PERFORM pg_advisory_xact_lock(hashtext('targets_areapart'));\n            \n        IF (EXISTS (\n            WITH RECURSIVE above(id) AS (\n                SELECT link.id FROM unnest(ARRAY[NEW.whole_id]) AS link(id) WHERE link.id IS NOT NULL\n                UNION\n                SELECT link.id FROM above JOIN targets_areapart AS row ON row.part_id = above.id\n                CROSS JOIN LATERAL unnest(ARRAY[row.whole_id]) AS link(id) WHERE link.id IS NOT NULL\n            ) SELECT FROM above WHERE id = NEW.part_id)) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'areapart_no_cycle', MESSAGE = 'areapart_no_cycle';\n        END IF;\n        RETURN NULL;\n    \n        ",
                            hash="733ad90d1b61df4e6079075565402c024e6d5caa",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_areapart_no_cycle_d33c7",
                            table="targets_areapart",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="areapart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_areapartevent" ("changed_at", "id", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "version", "whole_id") SELECT new_values."changed_at", new_values."id", new_values."part_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position", new_values."role", new_values."version", new_values."whole_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="494c0e808be7dbeeb63d6cd8faa4956db11846a5",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_53d93",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="targets_areapart",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="areapart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_areapartevent" ("changed_at", "id", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "version", "whole_id") SELECT new_values."changed_at", new_values."id", new_values."part_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position", new_values."role", new_values."version", new_values."whole_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="eaf506c0ed2a251a4793b0ba7b838263f07047ec",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8c37d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="targets_areapart",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="areapart",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_areapartevent" ("changed_at", "id", "part_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "version", "whole_id") SELECT old_values."changed_at", old_values."id", old_values."part_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position", old_values."role", old_values."version", old_values."whole_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="eb30ab7ad45468666ff978498d3437f591bca06a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cd1fb",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="targets_areapart",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="areapartevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="c699171ad3e680057d8e74ca3b38aeb4297cceba",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_bf444",
                            table="targets_areapartevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="areapartevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="fa108557e11c407dde9adf988e327f033d914ca5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f3fe7",
                            table="targets_areapartevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="areaevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="e42843aa0aa319fe17844c914a678b406c121239",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_5b0dc",
                            table="targets_areaevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="areaevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bc4847cbe31ae04cf4e0acce851b28689baa372f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2424c",
                            table="targets_areaevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="area",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[a-z0-9]+([-.][a-z0-9]+)*\\Z")),
                        name="area_code_form",
                        violation_error_message="Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="area",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("kind__in", ["coded", "composed", "free"])),
                        name="area_kind_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="area",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "flags__contained_by",
                                [
                                    "scope_unclear",
                                    "annual_or_cumulative",
                                    "stock_or_cumulative",
                                    "net_or_gross",
                                    "new_or_crossing",
                                    "base_date_unstated",
                                    "period_unstated",
                                    "class_measure_unstated",
                                    "joint_or_each",
                                    "tolerance_unstated",
                                    "comparator_partial",
                                    "comparator_read",
                                    "definition_unclear",
                                    "name_differs",
                                    "headline_differs",
                                    "qualitative",
                                    "in_progress_undated",
                                    "aim_by_participant",
                                    "date_derived",
                                    "members_partial",
                                    "summary_only",
                                    "text_incomplete",
                                    "text_suspect",
                                ],
                            )
                        ),
                        name="area_flags_known",
                        violation_error_message="A flag does not stand in the closed list; docs/words.md shows it.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="area",
                    trigger=pgtrigger.compiler.Trigger(
                        name="bump_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="NEW.version = OLD.version + 1; NEW.changed_at = now(); RETURN NEW;",
                            hash="f48a6f7e0d902fb42b6388e220e4e802978232f8",
                            operation="UPDATE",
                            pgid="pgtrigger_bump_version_73d49",
                            table="targets_area",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="area",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="1a545e826732677bc49f4bcfce200c4f7b1a5943",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_2e7fa",
                            table="targets_area",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="area",
                    trigger=pgtrigger.compiler.Trigger(
                        name="demo_stays_demo",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF ((OLD.code LIKE 'demo-%') IS DISTINCT FROM (NEW.code LIKE 'demo-%')) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'demo_stays_demo', MESSAGE = 'demo_stays_demo';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="57fefc1712f68d4c77da1d8f01a64a10960ac0c5",
                            operation="UPDATE",
                            pgid="pgtrigger_demo_stays_demo_163ae",
                            table="targets_area",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="area",
                    trigger=pgtrigger.compiler.Trigger(
                        name="area_no_cycle",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.parent_id IS NOT NULL)",
                            func="\n            IF TG_OP = 'UPDATE' AND NOT (OLD.parent_id IS DISTINCT FROM NEW.parent_id OR OLD.id IS DISTINCT FROM NEW.id) THEN\n                RETURN NULL;\n            END IF;\n            IF TG_OP = 'UPDATE' THEN PERFORM pg_advisory_xact_lock(hashtext('targets_area')); END IF;\n            \n        IF (EXISTS (\n            WITH RECURSIVE above(id) AS (\n                SELECT link.id FROM unnest(ARRAY[NEW.parent_id]) AS link(id) WHERE link.id IS NOT NULL\n                UNION\n                SELECT link.id FROM above JOIN targets_area AS row ON row.id = above.id\n                CROSS JOIN LATERAL unnest(ARRAY[row.parent_id]) AS link(id) WHERE link.id IS NOT NULL\n            ) SELECT FROM above WHERE id = NEW.id)) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'area_no_cycle', MESSAGE = 'area_no_cycle';\n        END IF;\n        RETURN NULL;\n    \n        ",
                            hash="04c1ef4b1858a0aed242bb87dfb727e0a1133696",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_area_no_cycle_a8d38",
                            table="targets_area",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="area",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_areaevent" ("changed_at", "citation_id", "code", "flags", "id", "kind", "name", "name_en", "note", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "version") SELECT new_values."changed_at", new_values."citation_id", new_values."code", new_values."flags", new_values."id", new_values."kind", new_values."name", new_values."name_en", new_values."note", new_values."parent_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."sort_key", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="484b64585adc3ff1549debe8490011365c9b7cef",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8ba0a",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="targets_area",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="area",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_areaevent" ("changed_at", "citation_id", "code", "flags", "id", "kind", "name", "name_en", "note", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "version") SELECT new_values."changed_at", new_values."citation_id", new_values."code", new_values."flags", new_values."id", new_values."kind", new_values."name", new_values."name_en", new_values."note", new_values."parent_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."sort_key", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="052c74ad203b927bee0660e07e204143ea3235c0",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f88be",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="targets_area",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="area",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_areaevent" ("changed_at", "citation_id", "code", "flags", "id", "kind", "name", "name_en", "note", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "version") SELECT old_values."changed_at", old_values."citation_id", old_values."code", old_values."flags", old_values."id", old_values."kind", old_values."name", old_values."name_en", old_values."note", old_values."parent_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."sort_key", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="6155e4bdd6312e919d5031944f32a976655a50ef",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_27998",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="targets_area",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="indicator",
                    index=django.contrib.postgres.indexes.GinIndex(
                        fields=["name"], name="indicator_name_trgm", opclasses=["gin_trgm_ops"]
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("class_comparator", ""), ("class_threshold", None), ("class_unit", "")),
                            models.Q(
                                models.Q(("class_comparator", ""), _negated=True),
                                ("class_threshold__isnull", False),
                                models.Q(("class_unit", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="indicator_class_whole",
                        violation_error_message="A class needs comparator, threshold and unit together, or none of them.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("accumulation", targets.rules.terms.Accumulation["STAGE"]), _negated=True),
                            ("stages__len__gt", 0),
                            _connector="OR",
                        ),
                        name="indicator_stages_named",
                        violation_error_message="Name the stages, in order.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("stages_en__len", 0), ("stages_en__len", models.F("stages__len")), _connector="OR"
                        ),
                        name="indicator_stages_en_match",
                        violation_error_message="Give as many English stages as Chinese ones, or none.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("denominator", None), ("numerator", None)),
                            models.Q(
                                ("accumulation", targets.rules.terms.Accumulation["RATIO"]),
                                ("denominator__isnull", False),
                                ("numerator__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="indicator_ratio_whole",
                        violation_error_message="Only a ratio has numerator and denominator: give both, or neither.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("class_threshold__lt", Decimal("1.000000000000000000000000000E+28"))),
                        name="indicator_quantities_are_numbers",
                        violation_error_message="A quantity is not a number. Write digits, or leave it blank if none is stated.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[a-z0-9]+([-.][a-z0-9]+)*\\Z")),
                        name="indicator_code_form",
                        violation_error_message="Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("accumulation__in", ["stock", "annual_flow", "cumulative", "ratio", "rank", "stage"])
                        ),
                        name="indicator_accumulation_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("direction__in", ["up", "down", "none"])),
                        name="indicator_direction_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("frequency__in", ["month", "quarter", "half_year", "year", "once", "unstated"])
                        ),
                        name="indicator_frequency_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "class_comparator__in",
                                ["bare", "eq", "ge", "gt", "le", "lt", "approx", "near", "between", ""],
                            )
                        ),
                        name="indicator_class_comparator_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="indicator",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "flags__contained_by",
                                [
                                    "scope_unclear",
                                    "annual_or_cumulative",
                                    "stock_or_cumulative",
                                    "net_or_gross",
                                    "new_or_crossing",
                                    "base_date_unstated",
                                    "period_unstated",
                                    "class_measure_unstated",
                                    "joint_or_each",
                                    "tolerance_unstated",
                                    "comparator_partial",
                                    "comparator_read",
                                    "definition_unclear",
                                    "name_differs",
                                    "headline_differs",
                                    "qualitative",
                                    "in_progress_undated",
                                    "aim_by_participant",
                                    "date_derived",
                                    "members_partial",
                                    "summary_only",
                                    "text_incomplete",
                                    "text_suspect",
                                ],
                            )
                        ),
                        name="indicator_flags_known",
                        violation_error_message="A flag does not stand in the closed list; docs/words.md shows it.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="bump_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="NEW.version = OLD.version + 1; NEW.changed_at = now(); RETURN NEW;",
                            hash="641d2860b27daaaf5e7745a0b1d1e47b8021dc7a",
                            operation="UPDATE",
                            pgid="pgtrigger_bump_version_1f598",
                            table="targets_indicator",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="411b38f15c7231eda94753afe948770a0b61c2b9",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_3df08",
                            table="targets_indicator",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="demo_stays_demo",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF ((OLD.code LIKE 'demo-%') IS DISTINCT FROM (NEW.code LIKE 'demo-%')) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'demo_stays_demo', MESSAGE = 'demo_stays_demo';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="d672eb10a456c82fa1831be79cbeb8178e9230a2",
                            operation="UPDATE",
                            pgid="pgtrigger_demo_stays_demo_fc71f",
                            table="targets_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="indicator_no_cycle",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.numerator_id IS NOT NULL OR NEW.denominator_id IS NOT NULL)",
                            func="\n            IF TG_OP = 'UPDATE' AND NOT (OLD.numerator_id IS DISTINCT FROM NEW.numerator_id OR OLD.denominator_id IS DISTINCT FROM NEW.denominator_id OR OLD.id IS DISTINCT FROM NEW.id) THEN\n                RETURN NULL;\n            END IF;\n            IF TG_OP = 'UPDATE' THEN PERFORM pg_advisory_xact_lock(hashtext('targets_indicator')); END IF;\n            \n        IF (EXISTS (\n            WITH RECURSIVE above(id) AS (\n                SELECT link.id FROM unnest(ARRAY[NEW.numerator_id, NEW.denominator_id]) AS link(id) WHERE link.id IS NOT NULL\n                UNION\n                SELECT link.id FROM above JOIN targets_indicator AS row ON row.id = above.id\n                CROSS JOIN LATERAL unnest(ARRAY[row.numerator_id, row.denominator_id]) AS link(id) WHERE link.id IS NOT NULL\n            ) SELECT FROM above WHERE id = NEW.id)) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'indicator_no_cycle', MESSAGE = 'indicator_no_cycle';\n        END IF;\n        RETURN NULL;\n    \n        ",
                            hash="c2c153b7aea5ca268069ef74ed813853785026ad",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_indicator_no_cycle_d0d69",
                            table="targets_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="indicator_stages_kept",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (cardinality(NEW.stages) < cardinality(OLD.stages) AND EXISTS (SELECT FROM targets_series WHERE indicator_id = NEW.id)) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'indicator_stages_kept', MESSAGE = 'indicator_stages_kept';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="f4fd4d59337221f32b7be815555c1904e0553fdf",
                            operation="UPDATE",
                            pgid="pgtrigger_indicator_stages_kept_69082",
                            table="targets_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_indicatorevent" ("accumulation", "changed_at", "citation_id", "class_attribute", "class_attribute_en", "class_comparator", "class_threshold", "class_unit", "class_unit_en", "code", "definition", "denominator_id", "direction", "flags", "frequency", "id", "name", "name_en", "note", "numerator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "stages", "stages_en", "unit", "unit_en", "version") SELECT new_values."accumulation", new_values."changed_at", new_values."citation_id", new_values."class_attribute", new_values."class_attribute_en", new_values."class_comparator", new_values."class_threshold", new_values."class_unit", new_values."class_unit_en", new_values."code", new_values."definition", new_values."denominator_id", new_values."direction", new_values."flags", new_values."frequency", new_values."id", new_values."name", new_values."name_en", new_values."note", new_values."numerator_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."sort_key", new_values."stages", new_values."stages_en", new_values."unit", new_values."unit_en", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="0da050ba70befbc16cfc569335e7f4e82a0f906d",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_58b2d",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="targets_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_indicatorevent" ("accumulation", "changed_at", "citation_id", "class_attribute", "class_attribute_en", "class_comparator", "class_threshold", "class_unit", "class_unit_en", "code", "definition", "denominator_id", "direction", "flags", "frequency", "id", "name", "name_en", "note", "numerator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "stages", "stages_en", "unit", "unit_en", "version") SELECT new_values."accumulation", new_values."changed_at", new_values."citation_id", new_values."class_attribute", new_values."class_attribute_en", new_values."class_comparator", new_values."class_threshold", new_values."class_unit", new_values."class_unit_en", new_values."code", new_values."definition", new_values."denominator_id", new_values."direction", new_values."flags", new_values."frequency", new_values."id", new_values."name", new_values."name_en", new_values."note", new_values."numerator_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."sort_key", new_values."stages", new_values."stages_en", new_values."unit", new_values."unit_en", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b764b428f54a354c2dbfc4281da991a251adc0f9",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d9e3e",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="targets_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_indicatorevent" ("accumulation", "changed_at", "citation_id", "class_attribute", "class_attribute_en", "class_comparator", "class_threshold", "class_unit", "class_unit_en", "code", "definition", "denominator_id", "direction", "flags", "frequency", "id", "name", "name_en", "note", "numerator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "stages", "stages_en", "unit", "unit_en", "version") SELECT old_values."accumulation", old_values."changed_at", old_values."citation_id", old_values."class_attribute", old_values."class_attribute_en", old_values."class_comparator", old_values."class_threshold", old_values."class_unit", old_values."class_unit_en", old_values."code", old_values."definition", old_values."denominator_id", old_values."direction", old_values."flags", old_values."frequency", old_values."id", old_values."name", old_values."name_en", old_values."note", old_values."numerator_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."sort_key", old_values."stages", old_values."stages_en", old_values."unit", old_values."unit_en", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ff999e27738da5964215d74bc42323cda0d73366",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_cf327",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="targets_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicatorevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="9b80a1d53acc346674fe674687ed7d38b1d90282",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_39209",
                            table="targets_indicatorevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicatorevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3e95d0fd9b9681681385504085c826b8925efc06",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1c683",
                            table="targets_indicatorevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="organisation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[a-z0-9]+([-.][a-z0-9]+)*\\Z")),
                        name="organisation_code_form",
                        violation_error_message="Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="organisation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "level__in",
                                [
                                    "province",
                                    "city",
                                    "county",
                                    "township",
                                    "department",
                                    "enterprise",
                                    "university",
                                    "unstated",
                                ],
                            )
                        ),
                        name="organisation_level_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="bump_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="NEW.version = OLD.version + 1; NEW.changed_at = now(); RETURN NEW;",
                            hash="11c8317652d22e567b58f62bb7ff7c45904f9edb",
                            operation="UPDATE",
                            pgid="pgtrigger_bump_version_10754",
                            table="targets_organisation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="14c5c77fa0a0d95d3c113ed2beaec1810de922d6",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_6f616",
                            table="targets_organisation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="demo_stays_demo",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF ((OLD.code LIKE 'demo-%') IS DISTINCT FROM (NEW.code LIKE 'demo-%')) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'demo_stays_demo', MESSAGE = 'demo_stays_demo';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="379d4024a97ad7136932813dde353c6b74e5795b",
                            operation="UPDATE",
                            pgid="pgtrigger_demo_stays_demo_5c228",
                            table="targets_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="organisation_no_cycle",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.parent_id IS NOT NULL)",
                            func="\n            IF TG_OP = 'UPDATE' AND NOT (OLD.parent_id IS DISTINCT FROM NEW.parent_id OR OLD.id IS DISTINCT FROM NEW.id) THEN\n                RETURN NULL;\n            END IF;\n            IF TG_OP = 'UPDATE' THEN PERFORM pg_advisory_xact_lock(hashtext('targets_organisation')); END IF;\n            \n        IF (EXISTS (\n            WITH RECURSIVE above(id) AS (\n                SELECT link.id FROM unnest(ARRAY[NEW.parent_id]) AS link(id) WHERE link.id IS NOT NULL\n                UNION\n                SELECT link.id FROM above JOIN targets_organisation AS row ON row.id = above.id\n                CROSS JOIN LATERAL unnest(ARRAY[row.parent_id]) AS link(id) WHERE link.id IS NOT NULL\n            ) SELECT FROM above WHERE id = NEW.id)) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'organisation_no_cycle', MESSAGE = 'organisation_no_cycle';\n        END IF;\n        RETURN NULL;\n    \n        ",
                            hash="7c412275268fd1eb984b034e5913d2f3bf8543ad",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_organisation_no_cycle_f736b",
                            table="targets_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_organisationevent" ("changed_at", "citation_id", "code", "id", "level", "name", "name_en", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "version") SELECT new_values."changed_at", new_values."citation_id", new_values."code", new_values."id", new_values."level", new_values."name", new_values."name_en", new_values."parent_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."sort_key", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b89304a832f4d16d3832845a8cd9f5ecadcfbda4",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e3200",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="targets_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_organisationevent" ("changed_at", "citation_id", "code", "id", "level", "name", "name_en", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "version") SELECT new_values."changed_at", new_values."citation_id", new_values."code", new_values."id", new_values."level", new_values."name", new_values."name_en", new_values."parent_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."sort_key", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="570a307fd8a19f2c460d066c853809a365460fe9",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c1044",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="targets_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_organisationevent" ("changed_at", "citation_id", "code", "id", "level", "name", "name_en", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "version") SELECT old_values."changed_at", old_values."citation_id", old_values."code", old_values."id", old_values."level", old_values."name", old_values."name_en", old_values."parent_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."sort_key", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="af83272f4094134f44e63c7300fdba0f5592a6bf",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_484d8",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="targets_organisation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="membershipevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="d31b3b98f9cc9faa31889d89a0cd28edcffde5f7",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_2c14a",
                            table="targets_membershipevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="membershipevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8f2cf9945c55724c5baccf0efd9776c5e5be635a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a4a96",
                            table="targets_membershipevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="membership",
                    constraint=models.UniqueConstraint(
                        fields=("user", "organisation", "role"),
                        name="membership_unique",
                        violation_error_message="This user has this role here already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="membership",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("role__in", ["viewer", "reporter", "reviewer", "editor"])),
                        name="membership_role_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="membership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="bump_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="NEW.version = OLD.version + 1; NEW.changed_at = now(); RETURN NEW;",
                            hash="8a2b8f9673812d430599f2bfb8b99f0b383c3305",
                            operation="UPDATE",
                            pgid="pgtrigger_bump_version_4f99a",
                            table="targets_membership",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="membership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="693a7352f26a3e14bca53d3221529d2e72fe2b56",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_ac3e1",
                            table="targets_membership",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="membership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_membershipevent" ("changed_at", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "version") SELECT new_values."changed_at", new_values."id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."role", new_values."user_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="97f572ae70fe3c0ed5e6daa1887f904efd89bf2f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b0eb6",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="targets_membership",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="membership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_membershipevent" ("changed_at", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "version") SELECT new_values."changed_at", new_values."id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."role", new_values."user_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="7668388a5516ac3b417c2afa37f9c19b939839bd",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_346c3",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="targets_membership",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="membership",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_membershipevent" ("changed_at", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "user_id", "version") SELECT old_values."changed_at", old_values."id", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."role", old_values."user_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d820dc2190810665185cc16d128892d404327985",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c404e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="targets_membership",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="1b6d951d6eda28373e8a56c478158289f9160842",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_357b8",
                            table="targets_organisationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="organisationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c8e259a682a15d5d09d63c3635042b75705ba39b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6fc75",
                            table="targets_organisationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="plan",
                    index=models.Index(fields=["status", "id"], name="plan_status"),
                ),
                migrations.AddIndex(
                    model_name="plan",
                    index=django.contrib.postgres.indexes.GinIndex(
                        fields=["name"], name="plan_name_trgm", opclasses=["gin_trgm_ops"]
                    ),
                ),
                migrations.AddConstraint(
                    model_name="plan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("period_end__gte", models.F("period_start"))),
                        name="plan_period_in_order",
                        violation_error_message="The period ends before it begins. Mend one of the two days.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="plan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("period_end", None),
                                ("period_source", targets.rules.terms.DateSource["NONE"]),
                                ("period_start", None),
                            ),
                            models.Q(
                                models.Q(("period_source", targets.rules.terms.DateSource["NONE"]), _negated=True),
                                models.Q(
                                    ("period_start__isnull", False), ("period_end__isnull", False), _connector="OR"
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="plan_period_has_source",
                        violation_error_message="Say where the period comes from, or leave both days and the source empty.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="plan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[a-z0-9]+([-.][a-z0-9]+)*\\Z")),
                        name="plan_code_form",
                        violation_error_message="Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="plan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("period_source__in", ["stated", "inherited", "derived", "none"])),
                        name="plan_period_source_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="plan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "published", "archived"])),
                        name="plan_status_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="plan",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "flags__contained_by",
                                [
                                    "scope_unclear",
                                    "annual_or_cumulative",
                                    "stock_or_cumulative",
                                    "net_or_gross",
                                    "new_or_crossing",
                                    "base_date_unstated",
                                    "period_unstated",
                                    "class_measure_unstated",
                                    "joint_or_each",
                                    "tolerance_unstated",
                                    "comparator_partial",
                                    "comparator_read",
                                    "definition_unclear",
                                    "name_differs",
                                    "headline_differs",
                                    "qualitative",
                                    "in_progress_undated",
                                    "aim_by_participant",
                                    "date_derived",
                                    "members_partial",
                                    "summary_only",
                                    "text_incomplete",
                                    "text_suspect",
                                ],
                            )
                        ),
                        name="plan_flags_known",
                        violation_error_message="A flag does not stand in the closed list; docs/words.md shows it.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="bump_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="NEW.version = OLD.version + 1; NEW.changed_at = now(); RETURN NEW;",
                            hash="5741073c59dbe97c29000c071851c7944c92142f",
                            operation="UPDATE",
                            pgid="pgtrigger_bump_version_b19f4",
                            table="targets_plan",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="11fe1a8d7421ca3c87dc4d69e76dbf6a13a86a5e",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_6183d",
                            table="targets_plan",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="demo_stays_demo",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF ((OLD.code LIKE 'demo-%') IS DISTINCT FROM (NEW.code LIKE 'demo-%')) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'demo_stays_demo', MESSAGE = 'demo_stays_demo';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="cc3526e4c6cb940c81f11ef37a929592fd0a44e7",
                            operation="UPDATE",
                            pgid="pgtrigger_demo_stays_demo_e0399",
                            table="targets_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="plan_no_cycle",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.derived_from_id IS NOT NULL)",
                            func="\n            IF TG_OP = 'UPDATE' AND NOT (OLD.derived_from_id IS DISTINCT FROM NEW.derived_from_id OR OLD.id IS DISTINCT FROM NEW.id) THEN\n                RETURN NULL;\n            END IF;\n            IF TG_OP = 'UPDATE' THEN PERFORM pg_advisory_xact_lock(hashtext('targets_plan')); END IF;\n            \n        IF (EXISTS (\n            WITH RECURSIVE above(id) AS (\n                SELECT link.id FROM unnest(ARRAY[NEW.derived_from_id]) AS link(id) WHERE link.id IS NOT NULL\n                UNION\n                SELECT link.id FROM above JOIN targets_plan AS row ON row.id = above.id\n                CROSS JOIN LATERAL unnest(ARRAY[row.derived_from_id]) AS link(id) WHERE link.id IS NOT NULL\n            ) SELECT FROM above WHERE id = NEW.id)) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_no_cycle', MESSAGE = 'plan_no_cycle';\n        END IF;\n        RETURN NULL;\n    \n        ",
                            hash="d83acbaaaf540eb6c82366ef52116c5e6930bd1d",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_plan_no_cycle_b29b0",
                            table="targets_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_planevent" ("area_id", "changed_at", "citation_id", "code", "derived_from_id", "document_number", "flags", "id", "issued_on", "issuer_id", "name", "name_en", "note", "owner_id", "period_end", "period_source", "period_start", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "stated_action_count", "stated_count", "stated_wording", "status", "version") SELECT new_values."area_id", new_values."changed_at", new_values."citation_id", new_values."code", new_values."derived_from_id", new_values."document_number", new_values."flags", new_values."id", new_values."issued_on", new_values."issuer_id", new_values."name", new_values."name_en", new_values."note", new_values."owner_id", new_values."period_end", new_values."period_source", new_values."period_start", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."sort_key", new_values."stated_action_count", new_values."stated_count", new_values."stated_wording", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="511f87d8520ed98930017b6dcc122f19490c9ab9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6efbb",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="targets_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_planevent" ("area_id", "changed_at", "citation_id", "code", "derived_from_id", "document_number", "flags", "id", "issued_on", "issuer_id", "name", "name_en", "note", "owner_id", "period_end", "period_source", "period_start", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "stated_action_count", "stated_count", "stated_wording", "status", "version") SELECT new_values."area_id", new_values."changed_at", new_values."citation_id", new_values."code", new_values."derived_from_id", new_values."document_number", new_values."flags", new_values."id", new_values."issued_on", new_values."issuer_id", new_values."name", new_values."name_en", new_values."note", new_values."owner_id", new_values."period_end", new_values."period_source", new_values."period_start", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."sort_key", new_values."stated_action_count", new_values."stated_count", new_values."stated_wording", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="70a72ee0bb7d36d45c9a499173d55c08745a8762",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cb89f",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="targets_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_planevent" ("area_id", "changed_at", "citation_id", "code", "derived_from_id", "document_number", "flags", "id", "issued_on", "issuer_id", "name", "name_en", "note", "owner_id", "period_end", "period_source", "period_start", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_key", "stated_action_count", "stated_count", "stated_wording", "status", "version") SELECT old_values."area_id", old_values."changed_at", old_values."citation_id", old_values."code", old_values."derived_from_id", old_values."document_number", old_values."flags", old_values."id", old_values."issued_on", old_values."issuer_id", old_values."name", old_values."name_en", old_values."note", old_values."owner_id", old_values."period_end", old_values."period_source", old_values."period_start", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."sort_key", old_values."stated_action_count", old_values."stated_count", old_values."stated_wording", old_values."status", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="4d3bda757df85d935b19fa4e2e58f9fb0169b997",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f39d4",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="targets_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="fdf3cd489f5fc39b63f11351b32764b1f206ce96",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_5ecd9",
                            table="targets_planevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1d361d35dc6cc47f4f53b5d392232abfdc0cac28",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_69e35",
                            table="targets_planevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="series",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("area__isnull", True), ("organisation__isnull", False)),
                            models.Q(("area__isnull", False), ("organisation__isnull", True)),
                            _connector="OR",
                        ),
                        name="series_one_scope",
                        violation_error_message="Choose either an area or an organisation as the scope.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="series",
                    constraint=models.UniqueConstraint(
                        fields=("indicator", "area", "organisation", "breakdown", "basis"),
                        name="series_unique",
                        nulls_distinct=False,
                        violation_error_message="This series stands already; use it, so that its values serve every plan.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="series",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[a-z0-9]+([-.][a-z0-9]+)*\\Z")),
                        name="series_code_form",
                        violation_error_message="Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="series",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "flags__contained_by",
                                [
                                    "scope_unclear",
                                    "annual_or_cumulative",
                                    "stock_or_cumulative",
                                    "net_or_gross",
                                    "new_or_crossing",
                                    "base_date_unstated",
                                    "period_unstated",
                                    "class_measure_unstated",
                                    "joint_or_each",
                                    "tolerance_unstated",
                                    "comparator_partial",
                                    "comparator_read",
                                    "definition_unclear",
                                    "name_differs",
                                    "headline_differs",
                                    "qualitative",
                                    "in_progress_undated",
                                    "aim_by_participant",
                                    "date_derived",
                                    "members_partial",
                                    "summary_only",
                                    "text_incomplete",
                                    "text_suspect",
                                ],
                            )
                        ),
                        name="series_flags_known",
                        violation_error_message="A flag does not stand in the closed list; docs/words.md shows it.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="series",
                    trigger=pgtrigger.compiler.Trigger(
                        name="bump_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="NEW.version = OLD.version + 1; NEW.changed_at = now(); RETURN NEW;",
                            hash="49e62c5754ff97dd15d45c49d17f835618190c74",
                            operation="UPDATE",
                            pgid="pgtrigger_bump_version_6c807",
                            table="targets_series",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="series",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="23d2d73440ffb3c7ddd80d61160c979813da1e66",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_fb633",
                            table="targets_series",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="series",
                    trigger=pgtrigger.compiler.Trigger(
                        name="demo_stays_demo",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF ((OLD.code LIKE 'demo-%') IS DISTINCT FROM (NEW.code LIKE 'demo-%')) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'demo_stays_demo', MESSAGE = 'demo_stays_demo';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="80fce616d762e9ee75b0383612c9dd02783683dd",
                            operation="UPDATE",
                            pgid="pgtrigger_demo_stays_demo_98a7c",
                            table="targets_series",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="series",
                    trigger=pgtrigger.compiler.Trigger(
                        name="series_stays_itself",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF ((OLD.indicator_id IS DISTINCT FROM NEW.indicator_id OR OLD.area_id IS DISTINCT FROM NEW.area_id OR OLD.organisation_id IS DISTINCT FROM NEW.organisation_id OR OLD.breakdown IS DISTINCT FROM NEW.breakdown OR OLD.basis IS DISTINCT FROM NEW.basis) AND NOT (NOT EXISTS (SELECT FROM targets_observation WHERE series_id = NEW.id))) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'series_stays_itself', MESSAGE = 'series_stays_itself';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="4a8e6abeb74ca97a85427ffa013ce61febe8c2cd",
                            operation="UPDATE",
                            pgid="pgtrigger_series_stays_itself_37a26",
                            table="targets_series",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="series",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_seriesevent" ("area_id", "basis", "breakdown", "changed_at", "code", "flags", "id", "indicator_id", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") SELECT new_values."area_id", new_values."basis", new_values."breakdown", new_values."changed_at", new_values."code", new_values."flags", new_values."id", new_values."indicator_id", new_values."note", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="023bdd5c9bb3575b19ad3fb9f12930e2d7f2a45b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6e506",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="targets_series",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="series",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_seriesevent" ("area_id", "basis", "breakdown", "changed_at", "code", "flags", "id", "indicator_id", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") SELECT new_values."area_id", new_values."basis", new_values."breakdown", new_values."changed_at", new_values."code", new_values."flags", new_values."id", new_values."indicator_id", new_values."note", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ca24f15f1216fbe930accdbbf0303fdb79e34a0e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4a2af",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="targets_series",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="series",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_seriesevent" ("area_id", "basis", "breakdown", "changed_at", "code", "flags", "id", "indicator_id", "note", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version") SELECT old_values."area_id", old_values."basis", old_values."breakdown", old_values."changed_at", old_values."code", old_values."flags", old_values."id", old_values."indicator_id", old_values."note", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="b23a9de5da13718f77c13f8537eb4397b564a454",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ac948",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="targets_series",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="observationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="8de8a8a950e8115273aadaf0bab6961eb3233e68",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_5b758",
                            table="targets_observationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="observationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="367fcd07ccc314ff92dbc964f11f3d87c7eec198",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0f0b2",
                            table="targets_observationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="observation",
                    index=models.Index(fields=["series", "-period_end", "-id"], name="observation_latest"),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status", targets.rules.terms.ObservationStatus["VERIFIED"])),
                        fields=("series", "period_start", "period_end"),
                        name="observation_one_verified",
                        nulls_distinct=False,
                        violation_error_message="A verified value stands for this series and period. Submit the new one as its correction.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("status", targets.rules.terms.ObservationStatus["SUBMITTED"])),
                        fields=("series", "period_start", "period_end"),
                        name="observation_one_submitted",
                        nulls_distinct=False,
                        violation_error_message="A value for this series and period waits for review. Verify or return that one first.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("period_start__isnull", True),
                            ("period_end__gte", models.F("period_start")),
                            _connector="OR",
                        ),
                        name="observation_period_in_order",
                        violation_error_message="The period ends before it begins. Mend one of the two days.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(
                                    (
                                        "comparator__in",
                                        [targets.rules.terms.Comparator["EQ"], targets.rules.terms.Comparator["BARE"]],
                                    ),
                                    ("lower__isnull", True),
                                    ("upper__isnull", True),
                                    ("value__isnull", False),
                                ),
                                models.Q(
                                    (
                                        "comparator__in",
                                        [targets.rules.terms.Comparator["GE"], targets.rules.terms.Comparator["GT"]],
                                    ),
                                    ("lower__isnull", False),
                                    ("value__isnull", True),
                                ),
                                models.Q(
                                    (
                                        "comparator__in",
                                        [
                                            targets.rules.terms.Comparator["APPROX"],
                                            targets.rules.terms.Comparator["NEAR"],
                                        ],
                                    ),
                                    ("lower__isnull", False),
                                    ("upper__isnull", True),
                                    ("value__isnull", True),
                                ),
                                models.Q(
                                    (
                                        "comparator__in",
                                        [targets.rules.terms.Comparator["LE"], targets.rules.terms.Comparator["LT"]],
                                    ),
                                    ("lower__isnull", True),
                                    ("upper__isnull", False),
                                    ("value__isnull", True),
                                ),
                                models.Q(
                                    ("comparator", targets.rules.terms.Comparator["BETWEEN"]),
                                    ("lower__isnull", False),
                                    ("upper__isnull", False),
                                    ("value__isnull", True),
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("lower__isnull", True),
                                ("upper__isnull", True),
                                ("lower__lte", models.F("upper")),
                                _connector="OR",
                            ),
                        ),
                        name="observation_bounds_fit_comparator",
                        violation_error_message="A plain figure goes into value alone; an inexact one into the bounds its comparator needs, in order.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("denominator__isnull", True), ("numerator__isnull", True)),
                            models.Q(
                                ("denominator__isnull", False),
                                ("numerator__isnull", False),
                                models.Q(("denominator", 0), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="observation_ratio_whole",
                        violation_error_message="Give numerator and denominator together; the denominator is not zero.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("returned_at", None),
                                ("status", targets.rules.terms.ObservationStatus["SUBMITTED"]),
                                ("superseded_at", None),
                                ("verified_at", None),
                            ),
                            models.Q(
                                ("returned_at", None),
                                ("status", targets.rules.terms.ObservationStatus["VERIFIED"]),
                                ("superseded_at", None),
                                ("verified_at__isnull", False),
                            ),
                            models.Q(
                                ("returned_at__isnull", False),
                                ("status", targets.rules.terms.ObservationStatus["RETURNED"]),
                                ("superseded_at", None),
                                ("verified_at", None),
                            ),
                            models.Q(
                                ("returned_at", None),
                                ("status", targets.rules.terms.ObservationStatus["SUPERSEDED"]),
                                ("superseded_at__isnull", False),
                                ("verified_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="observation_status_has_time",
                        violation_error_message="The status and its moments do not fit together.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("verified_at", None), ("verified_at__gte", models.F("recorded_at")), _connector="OR"
                            ),
                            models.Q(
                                ("returned_at", None), ("returned_at__gte", models.F("recorded_at")), _connector="OR"
                            ),
                            models.Q(
                                ("superseded_at", None),
                                ("superseded_at__gte", models.F("verified_at")),
                                _connector="OR",
                            ),
                        ),
                        name="observation_times_in_order",
                        violation_error_message="A value is recorded first, then verified or returned, then superseded.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("upper_excluded", False), ("upper__isnull", False), _connector="OR"),
                        name="observation_excluded_bound_there",
                        violation_error_message="Without an upper bound there is none to exclude. Give it, or clear the tick.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", targets.rules.terms.ObservationStatus["RETURNED"]), _negated=True),
                            models.Q(("return_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="observation_return_has_reason",
                        violation_error_message="Say why the value is returned.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("denominator__lt", Decimal("1.000000000000000000000000000E+28")),
                            ("lower__lt", Decimal("1.000000000000000000000000000E+28")),
                            ("numerator__lt", Decimal("1.000000000000000000000000000E+28")),
                            ("upper__lt", Decimal("1.000000000000000000000000000E+28")),
                            ("value__lt", Decimal("1.000000000000000000000000000E+28")),
                        ),
                        name="observation_quantities_are_numbers",
                        violation_error_message="A quantity is not a number. Write digits, or leave it blank if none is stated.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("period_source__in", ["stated", "inherited", "derived", "none"])),
                        name="observation_period_source_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("comparator__in", ["bare", "eq", "ge", "gt", "le", "lt", "approx", "near", "between"])
                        ),
                        name="observation_comparator_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("status__in", ["submitted", "verified", "returned", "superseded"])),
                        name="observation_status_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="observation",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "flags__contained_by",
                                [
                                    "scope_unclear",
                                    "annual_or_cumulative",
                                    "stock_or_cumulative",
                                    "net_or_gross",
                                    "new_or_crossing",
                                    "base_date_unstated",
                                    "period_unstated",
                                    "class_measure_unstated",
                                    "joint_or_each",
                                    "tolerance_unstated",
                                    "comparator_partial",
                                    "comparator_read",
                                    "definition_unclear",
                                    "name_differs",
                                    "headline_differs",
                                    "qualitative",
                                    "in_progress_undated",
                                    "aim_by_participant",
                                    "date_derived",
                                    "members_partial",
                                    "summary_only",
                                    "text_incomplete",
                                    "text_suspect",
                                ],
                            )
                        ),
                        name="observation_flags_known",
                        violation_error_message="A flag does not stand in the closed list; docs/words.md shows it.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="observation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="bump_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="NEW.version = OLD.version + 1; NEW.changed_at = now(); RETURN NEW;",
                            hash="e666fe9b88d73919f02aa2093a61d7bad6c1e7fe",
                            operation="UPDATE",
                            pgid="pgtrigger_bump_version_caa99",
                            table="targets_observation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="observation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="c2f04c4ed28dc43a97b8690d34ac64c0a0e68b74",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_a6900",
                            table="targets_observation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="observation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="observation_value_fixed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF ((OLD.series_id IS DISTINCT FROM NEW.series_id OR OLD.period_start IS DISTINCT FROM NEW.period_start OR OLD.period_end IS DISTINCT FROM NEW.period_end OR OLD.period_source IS DISTINCT FROM NEW.period_source OR OLD.wording IS DISTINCT FROM NEW.wording OR OLD.comparator IS DISTINCT FROM NEW.comparator OR OLD.value IS DISTINCT FROM NEW.value OR OLD.lower IS DISTINCT FROM NEW.lower OR OLD.upper IS DISTINCT FROM NEW.upper OR OLD.upper_excluded IS DISTINCT FROM NEW.upper_excluded OR OLD.numerator IS DISTINCT FROM NEW.numerator OR OLD.denominator IS DISTINCT FROM NEW.denominator OR OLD.recorded_at IS DISTINCT FROM NEW.recorded_at OR OLD.recorded_by_id IS DISTINCT FROM NEW.recorded_by_id OR OLD.supersedes_id IS DISTINCT FROM NEW.supersedes_id) AND NOT (FALSE)) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'observation_value_fixed', MESSAGE = 'observation_value_fixed';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="1a6a2891cc4d5d359d06769f7be9320d49739295",
                            operation="UPDATE",
                            pgid="pgtrigger_observation_value_fixed_254eb",
                            table="targets_observation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="observation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="observation_kept",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TG_OP = 'UPDATE' OR NOT EXISTS (SELECT FROM targets_series WHERE id = OLD.series_id AND code LIKE 'demo-%')) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'observation_kept', MESSAGE = 'observation_kept';\n        END IF;\n        RETURN OLD;\n    ",
                            hash="da2ebc1dd2e4de3f40f5ef62f1aa92832fe9093e",
                            operation="DELETE",
                            pgid="pgtrigger_observation_kept_cc8ba",
                            table="targets_observation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="observation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="observation_steps",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (\n    CASE WHEN NEW.status = OLD.status\n    THEN (OLD.verified_at, OLD.verified_by_id, OLD.returned_at, OLD.superseded_at)\n        IS DISTINCT FROM (NEW.verified_at, NEW.verified_by_id, NEW.returned_at, NEW.superseded_at)\n    ELSE (OLD.status, NEW.status) NOT IN (('submitted', 'verified'), ('submitted', 'returned'), ('verified', 'superseded'))\n        OR OLD.status = 'verified' AND (OLD.verified_at, OLD.verified_by_id)\n            IS DISTINCT FROM (NEW.verified_at, NEW.verified_by_id)\n    END) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'observation_steps', MESSAGE = 'observation_steps';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="1e8d56ec38d20430a8fffc2ab6428cb364ff4043",
                            operation="UPDATE",
                            pgid="pgtrigger_observation_steps_88e06",
                            table="targets_observation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="observation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="observation_corrects_same_series",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.supersedes_id IS NOT NULL)",
                            func="\n        IF ((SELECT series_id FROM targets_observation WHERE id = NEW.supersedes_id) IS DISTINCT FROM NEW.series_id) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'observation_corrects_same_series', MESSAGE = 'observation_corrects_same_series';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="5f9df50b83e8aa80e3d08146fe096bd41a7cba27",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_observation_corrects_same_series_bd9fb",
                            table="targets_observation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="observation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="observation_is_a_stage",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (EXISTS (SELECT FROM targets_series AS series JOIN targets_indicator AS indicator ON indicator.id = series.indicator_id WHERE series.id = NEW.series_id AND indicator.accumulation = 'stage' AND (NEW.value <> trunc(NEW.value) OR NEW.value NOT BETWEEN 1 AND cardinality(indicator.stages) OR NEW.lower <> trunc(NEW.lower) OR NEW.lower NOT BETWEEN 1 AND cardinality(indicator.stages) OR NEW.upper <> trunc(NEW.upper) OR NEW.upper NOT BETWEEN 1 AND cardinality(indicator.stages)))) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'observation_is_a_stage', MESSAGE = 'observation_is_a_stage';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="2f2243aa24573f87e59489b0354a9e8fadb02e6f",
                            operation="INSERT",
                            pgid="pgtrigger_observation_is_a_stage_691ec",
                            table="targets_observation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="observation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_observationevent" ("changed_at", "citation_id", "comparator", "denominator", "flags", "id", "lower", "note", "numerator", "period_end", "period_source", "period_start", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reported_by_id", "return_reason", "returned_at", "series_id", "status", "superseded_at", "supersedes_id", "upper", "upper_excluded", "value", "verified_at", "verified_by_id", "version", "wording") SELECT new_values."changed_at", new_values."citation_id", new_values."comparator", new_values."denominator", new_values."flags", new_values."id", new_values."lower", new_values."note", new_values."numerator", new_values."period_end", new_values."period_source", new_values."period_start", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."reported_by_id", new_values."return_reason", new_values."returned_at", new_values."series_id", new_values."status", new_values."superseded_at", new_values."supersedes_id", new_values."upper", new_values."upper_excluded", new_values."value", new_values."verified_at", new_values."verified_by_id", new_values."version", new_values."wording" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4cdca305c20d7af1bbce3eaa7d11d2f9938d5494",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ab439",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="targets_observation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="observation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_observationevent" ("changed_at", "citation_id", "comparator", "denominator", "flags", "id", "lower", "note", "numerator", "period_end", "period_source", "period_start", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reported_by_id", "return_reason", "returned_at", "series_id", "status", "superseded_at", "supersedes_id", "upper", "upper_excluded", "value", "verified_at", "verified_by_id", "version", "wording") SELECT new_values."changed_at", new_values."citation_id", new_values."comparator", new_values."denominator", new_values."flags", new_values."id", new_values."lower", new_values."note", new_values."numerator", new_values."period_end", new_values."period_source", new_values."period_start", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."reported_by_id", new_values."return_reason", new_values."returned_at", new_values."series_id", new_values."status", new_values."superseded_at", new_values."supersedes_id", new_values."upper", new_values."upper_excluded", new_values."value", new_values."verified_at", new_values."verified_by_id", new_values."version", new_values."wording" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3330ce4cb1db3b408c1ff949a8f10093de3cfb88",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_647fd",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="targets_observation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="observation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_observationevent" ("changed_at", "citation_id", "comparator", "denominator", "flags", "id", "lower", "note", "numerator", "period_end", "period_source", "period_start", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reported_by_id", "return_reason", "returned_at", "series_id", "status", "superseded_at", "supersedes_id", "upper", "upper_excluded", "value", "verified_at", "verified_by_id", "version", "wording") SELECT old_values."changed_at", old_values."citation_id", old_values."comparator", old_values."denominator", old_values."flags", old_values."id", old_values."lower", old_values."note", old_values."numerator", old_values."period_end", old_values."period_source", old_values."period_start", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."reported_by_id", old_values."return_reason", old_values."returned_at", old_values."series_id", old_values."status", old_values."superseded_at", old_values."supersedes_id", old_values."upper", old_values."upper_excluded", old_values."value", old_values."verified_at", old_values."verified_by_id", old_values."version", old_values."wording" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0195dc1ba8c71b80abf05a1d3581cdec19678500",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_582f1",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="targets_observation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seriesevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="fbf2fd5c3591ccc48a1b148e25e2f5e7fb73f34f",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_1b75f",
                            table="targets_seriesevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seriesevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3f9f278dbc819f7cc393ef29b55276437f527532",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5b737",
                            table="targets_seriesevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="844f56ea839e2ae6a9441ad0b1a3be047469f81f",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_6cb1d",
                            table="targets_citationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e2d80370de6e81c38b09d5a770862dd8bb2ccd21",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_90a48",
                            table="targets_citationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="citation",
                    constraint=models.UniqueConstraint(
                        fields=("source", "story", "lines", "page", "paragraph"),
                        name="citation_place_unique",
                        violation_error_message="This place is cited already; choose it from the list.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="bump_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="NEW.version = OLD.version + 1; NEW.changed_at = now(); RETURN NEW;",
                            hash="231a5735ff2f00d9879462cdf5a86f4c4c63d0fc",
                            operation="UPDATE",
                            pgid="pgtrigger_bump_version_c8261",
                            table="targets_citation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="937fdec3f2a5228c2d30ce184394ebec228aa41b",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_d4c8e",
                            table="targets_citation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_citationevent" ("changed_at", "id", "lines", "page", "paragraph", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "story", "version", "wording") SELECT new_values."changed_at", new_values."id", new_values."lines", new_values."page", new_values."paragraph", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."source_id", new_values."story", new_values."version", new_values."wording" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="ee1eb00eef3ecb8ae07406b07c1d993a013b36cc",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1f043",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="targets_citation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_citationevent" ("changed_at", "id", "lines", "page", "paragraph", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "story", "version", "wording") SELECT new_values."changed_at", new_values."id", new_values."lines", new_values."page", new_values."paragraph", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."source_id", new_values."story", new_values."version", new_values."wording" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="93241ebdf35befb17ea4a16d44cd54bbf61e5b87",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b2dc8",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="targets_citation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="citation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_citationevent" ("changed_at", "id", "lines", "page", "paragraph", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "story", "version", "wording") SELECT old_values."changed_at", old_values."id", old_values."lines", old_values."page", old_values."paragraph", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."source_id", old_values."story", old_values."version", old_values."wording" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="99d471a955d1b122c0f22240186ee4462478154a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_53d51",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="targets_citation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sourceevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="c523955f8bbf6e328805d97c555f48c560e3bc4e",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_fe04e",
                            table="targets_sourceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="sourceevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c0dc6004c5276c0920d60e6749ad5be8788b97ed",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_75d15",
                            table="targets_sourceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestoneevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="401d608647d75cfa63edea26b9da4ea736710764",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_f72cd",
                            table="targets_milestoneevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestoneevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d32d9dc9e7685df945a673229bee25c815045f24",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2937e",
                            table="targets_milestoneevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="milestone",
                    constraint=models.UniqueConstraint(
                        fields=("target", "day", "effective_date", "recorded_at"),
                        name="milestone_one_in_force",
                        violation_error_message="Two milestones for one day cannot be in force at the same time.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="milestone",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn", True),
                            ("value__isnull", False),
                            models.Q(("wording", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="milestone_says_something",
                        violation_error_message="Give the value or the words of the milestone.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="milestone",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("value__lt", Decimal("1.000000000000000000000000000E+28"))),
                        name="milestone_quantities_are_numbers",
                        violation_error_message="A quantity is not a number. Write digits, or leave it blank if none is stated.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TG_OP = 'UPDATE' OR NOT EXISTS (SELECT FROM targets_target WHERE id = OLD.target_id AND code LIKE 'demo-%')) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only', MESSAGE = 'append_only';\n        END IF;\n        RETURN OLD;\n    ",
                            hash="fe8e3e22fa8c8ebe47bca14b0efc8b0832906dcd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_08667",
                            table="targets_milestone",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="5d10ade2ba8e324461402018ddd332bda0a501c0",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_34e1d",
                            table="targets_milestone",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="milestone_is_a_stage",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (EXISTS (SELECT FROM targets_target AS target JOIN targets_series AS series ON series.id = target.series_id JOIN targets_indicator AS indicator ON indicator.id = series.indicator_id WHERE target.id = NEW.target_id AND indicator.accumulation = 'stage' AND (NEW.value <> trunc(NEW.value) OR NEW.value NOT BETWEEN 1 AND cardinality(indicator.stages)))) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'milestone_is_a_stage', MESSAGE = 'milestone_is_a_stage';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="8b1ebf35d2a1fd2a6ae2dc893ac2cfee1e1853d2",
                            operation="INSERT",
                            pgid="pgtrigger_milestone_is_a_stage_8e3fe",
                            table="targets_milestone",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_milestoneevent" ("citation_id", "day", "effective_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "target_id", "value", "withdrawn", "wording") SELECT new_values."citation_id", new_values."day", new_values."effective_date", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."target_id", new_values."value", new_values."withdrawn", new_values."wording" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b1bbc680de8cf64596af740dd3d9af5c83eeb6a4",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d72a9",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="targets_milestone",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_milestoneevent" ("citation_id", "day", "effective_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "target_id", "value", "withdrawn", "wording") SELECT new_values."citation_id", new_values."day", new_values."effective_date", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."target_id", new_values."value", new_values."withdrawn", new_values."wording" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="33f887a944310d3e4b8fbbd1edfb7998a81ea205",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_22ded",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="targets_milestone",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_milestoneevent" ("citation_id", "day", "effective_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "target_id", "value", "withdrawn", "wording") SELECT old_values."citation_id", old_values."day", old_values."effective_date", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."target_id", old_values."value", old_values."withdrawn", old_values."wording" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="bffa3e9819b26baafaabf1542548635bbd5a4a4d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_35c40",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="targets_milestone",
                            when="AFTER",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="targetrevision",
                    index=models.Index(fields=["target", "-effective_date", "-recorded_at"], name="revision_in_force"),
                ),
                migrations.AddIndex(
                    model_name="targetrevision",
                    index=models.Index(fields=["deadline"], name="revision_deadline"),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.UniqueConstraint(
                        fields=("target", "number"),
                        name="revision_number_unique",
                        violation_error_message="Someone else has just revised this target. Look at their revision first.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.UniqueConstraint(
                        fields=("target", "effective_date", "recorded_at"),
                        name="revision_one_in_force",
                        violation_error_message="Two revisions cannot be in force at the same time.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "comparator__in",
                                    [
                                        targets.rules.terms.Comparator["BARE"],
                                        targets.rules.terms.Comparator["EQ"],
                                        targets.rules.terms.Comparator["GE"],
                                        targets.rules.terms.Comparator["GT"],
                                        targets.rules.terms.Comparator["APPROX"],
                                        targets.rules.terms.Comparator["NEAR"],
                                    ],
                                ),
                                ("lower__isnull", False),
                                ("upper__isnull", True),
                            ),
                            models.Q(
                                (
                                    "comparator__in",
                                    [targets.rules.terms.Comparator["LE"], targets.rules.terms.Comparator["LT"]],
                                ),
                                ("lower__isnull", True),
                                ("upper__isnull", False),
                            ),
                            models.Q(
                                ("comparator", targets.rules.terms.Comparator["BETWEEN"]),
                                ("lower__isnull", False),
                                ("lower__lte", models.F("upper")),
                                ("upper__isnull", False),
                            ),
                            models.Q(("comparator", ""), ("lower__isnull", True), ("upper__isnull", True)),
                            models.Q(
                                ("lower__isnull", True),
                                ("measure", targets.rules.terms.Measure["REFERENCE"]),
                                ("upper__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="revision_bounds_fit_comparator",
                        violation_error_message="The bounds do not fit the comparator: at most and less than need the upper bound, between needs both in order, all others the lower one alone.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("comparator", ""), _negated=True),
                            (
                                "measure__in",
                                (
                                    targets.rules.terms.Measure["RANK"],
                                    targets.rules.terms.Measure["STAGE"],
                                    targets.rules.terms.Measure["REFERENCE"],
                                    targets.rules.terms.Measure["COMPOSITION"],
                                ),
                            ),
                            ("flags__contains", [targets.rules.terms.Flag["QUALITATIVE"]]),
                            _connector="OR",
                        ),
                        name="revision_number_or_words",
                        violation_error_message="Give the number, or tick the flag “qualitative”.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("tolerance__isnull", True),
                            models.Q(
                                (
                                    "comparator__in",
                                    (
                                        targets.rules.terms.Comparator["APPROX"],
                                        targets.rules.terms.Comparator["NEAR"],
                                        targets.rules.terms.Comparator["EQ"],
                                        targets.rules.terms.Comparator["BETWEEN"],
                                    ),
                                ),
                                ("tolerance__gte", 0),
                            ),
                            _connector="OR",
                        ),
                        name="revision_tolerance_fits",
                        violation_error_message="A tolerance is not negative and goes with about, close to, equal or between.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("deadline__isnull", True),
                                ("deadline_precision", ""),
                                ("deadline_source", targets.rules.terms.DateSource["NONE"]),
                            ),
                            models.Q(
                                ("deadline__isnull", False),
                                models.Q(("deadline_precision", ""), _negated=True),
                                models.Q(("deadline_source", targets.rules.terms.DateSource["NONE"]), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="revision_deadline_whole",
                        violation_error_message="Deadline, precision and source go together: give all three or none.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("base_date__isnull", True),
                            ("deadline__isnull", True),
                            ("deadline__gte", models.F("base_date")),
                            _connector="OR",
                        ),
                        name="revision_deadline_after_base",
                        violation_error_message="The deadline is before the base date. Mend one of the two days.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("base_source", targets.rules.terms.BaseSource["NONE"]), ("base_value__isnull", True)
                            ),
                            models.Q(
                                ("base_date__isnull", False),
                                ("base_value__isnull", False),
                                models.Q(("base_source", targets.rules.terms.BaseSource["NONE"]), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="revision_base_whole",
                        violation_error_message="A base value needs its date and source; without a value the source is none.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("scale__gt", 0)),
                        name="revision_scale_positive",
                        violation_error_message="The printed scale is more than zero: 1 if the number is printed plain.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("number", 1), models.Q(("reason", ""), _negated=True), _connector="OR"),
                        name="revision_reason_given",
                        violation_error_message="Say why the target is revised.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("number__gt", 1), models.Q(("number", 1), ("withdrawn", False)), _connector="OR"
                        ),
                        name="revision_first_stands",
                        violation_error_message="The first revision says what the target promises; withdraw it by a later one.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("base_value__lt", Decimal("1.000000000000000000000000000E+28")),
                            ("lower__lt", Decimal("1.000000000000000000000000000E+28")),
                            ("scale__lt", Decimal("1.000000000000000000000000000E+28")),
                            ("tolerance__lt", Decimal("1.000000000000000000000000000E+28")),
                            ("upper__lt", Decimal("1.000000000000000000000000000E+28")),
                        ),
                        name="revision_quantities_are_numbers",
                        violation_error_message="A quantity is not a number. Write digits, or leave it blank if none is stated.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "measure__in",
                                [
                                    "level",
                                    "increment",
                                    "cumulative",
                                    "percent_change",
                                    "point_change",
                                    "annual_growth",
                                    "multiple",
                                    "share",
                                    "ratio",
                                    "rank",
                                    "stage",
                                    "count_of_class",
                                    "composition",
                                    "reference",
                                ],
                            )
                        ),
                        name="revision_measure_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("comparator__in", ["bare", "eq", "ge", "gt", "le", "lt", "approx", "near", "between", ""])
                        ),
                        name="revision_comparator_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("quantifier__in", ["at_deadline", "every_period", "over_period"])),
                        name="revision_quantifier_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("modality__in", ["firm", "stretch", "unstated"])),
                        name="revision_modality_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("nature__in", ["binding", "expected", "unstated"])),
                        name="revision_nature_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("base_source__in", ["stated", "entered", "none"])),
                        name="revision_base_source_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("deadline_precision__in", ["day", "month", "quarter", "half_year", "year", ""])
                        ),
                        name="revision_deadline_precision_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("deadline_source__in", ["stated", "inherited", "derived", "none"])),
                        name="revision_deadline_source_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="targetrevision",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "flags__contained_by",
                                [
                                    "scope_unclear",
                                    "annual_or_cumulative",
                                    "stock_or_cumulative",
                                    "net_or_gross",
                                    "new_or_crossing",
                                    "base_date_unstated",
                                    "period_unstated",
                                    "class_measure_unstated",
                                    "joint_or_each",
                                    "tolerance_unstated",
                                    "comparator_partial",
                                    "comparator_read",
                                    "definition_unclear",
                                    "name_differs",
                                    "headline_differs",
                                    "qualitative",
                                    "in_progress_undated",
                                    "aim_by_participant",
                                    "date_derived",
                                    "members_partial",
                                    "summary_only",
                                    "text_incomplete",
                                    "text_suspect",
                                ],
                            )
                        ),
                        name="revision_flags_known",
                        violation_error_message="A flag does not stand in the closed list; docs/words.md shows it.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="targetrevision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TG_OP = 'UPDATE' OR NOT EXISTS (SELECT FROM targets_target WHERE id = OLD.target_id AND code LIKE 'demo-%')) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'append_only', MESSAGE = 'append_only';\n        END IF;\n        RETURN OLD;\n    ",
                            hash="bf02affb8abb1ee8863e3cde47129a9863873e07",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cbecb",
                            table="targets_targetrevision",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="targetrevision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="8341fd09a9cb0cdac0a5dadfea1cfee67c5d1ac5",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_78d68",
                            table="targets_targetrevision",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="targetrevision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="revision_is_a_stage",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (EXISTS (SELECT FROM targets_target AS target JOIN targets_series AS series ON series.id = target.series_id JOIN targets_indicator AS indicator ON indicator.id = series.indicator_id WHERE target.id = NEW.target_id AND indicator.accumulation = 'stage' AND (NEW.lower <> trunc(NEW.lower) OR NEW.lower NOT BETWEEN 1 AND cardinality(indicator.stages) OR NEW.upper <> trunc(NEW.upper) OR NEW.upper NOT BETWEEN 1 AND cardinality(indicator.stages)))) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'revision_is_a_stage', MESSAGE = 'revision_is_a_stage';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="68e35e30747813bc0ecd9ac6d45d7c2a6f533d7c",
                            operation="INSERT",
                            pgid="pgtrigger_revision_is_a_stage_9d91a",
                            table="targets_targetrevision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="targetrevision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_targetrevisionevent" ("base_date", "base_source", "base_value", "citation_id", "comparator", "deadline", "deadline_precision", "deadline_source", "deciding_document_id", "effective_date", "flags", "id", "lower", "measure", "modality", "nature", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantifier", "reason", "recorded_at", "recorded_by_id", "scale", "target_id", "tolerance", "upper", "withdrawn", "wording") SELECT new_values."base_date", new_values."base_source", new_values."base_value", new_values."citation_id", new_values."comparator", new_values."deadline", new_values."deadline_precision", new_values."deadline_source", new_values."deciding_document_id", new_values."effective_date", new_values."flags", new_values."id", new_values."lower", new_values."measure", new_values."modality", new_values."nature", new_values."number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."quantifier", new_values."reason", new_values."recorded_at", new_values."recorded_by_id", new_values."scale", new_values."target_id", new_values."tolerance", new_values."upper", new_values."withdrawn", new_values."wording" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b85b08bcfb54196eeb4468c9941c41fb7093c16f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8dae5",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="targets_targetrevision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="targetrevision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_targetrevisionevent" ("base_date", "base_source", "base_value", "citation_id", "comparator", "deadline", "deadline_precision", "deadline_source", "deciding_document_id", "effective_date", "flags", "id", "lower", "measure", "modality", "nature", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantifier", "reason", "recorded_at", "recorded_by_id", "scale", "target_id", "tolerance", "upper", "withdrawn", "wording") SELECT new_values."base_date", new_values."base_source", new_values."base_value", new_values."citation_id", new_values."comparator", new_values."deadline", new_values."deadline_precision", new_values."deadline_source", new_values."deciding_document_id", new_values."effective_date", new_values."flags", new_values."id", new_values."lower", new_values."measure", new_values."modality", new_values."nature", new_values."number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."quantifier", new_values."reason", new_values."recorded_at", new_values."recorded_by_id", new_values."scale", new_values."target_id", new_values."tolerance", new_values."upper", new_values."withdrawn", new_values."wording" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="cb2712f2554c6cb52a8751c433c676c9c8321423",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_72067",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="targets_targetrevision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="targetrevision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_targetrevisionevent" ("base_date", "base_source", "base_value", "citation_id", "comparator", "deadline", "deadline_precision", "deadline_source", "deciding_document_id", "effective_date", "flags", "id", "lower", "measure", "modality", "nature", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quantifier", "reason", "recorded_at", "recorded_by_id", "scale", "target_id", "tolerance", "upper", "withdrawn", "wording") SELECT old_values."base_date", old_values."base_source", old_values."base_value", old_values."citation_id", old_values."comparator", old_values."deadline", old_values."deadline_precision", old_values."deadline_source", old_values."deciding_document_id", old_values."effective_date", old_values."flags", old_values."id", old_values."lower", old_values."measure", old_values."modality", old_values."nature", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."quantifier", old_values."reason", old_values."recorded_at", old_values."recorded_by_id", old_values."scale", old_values."target_id", old_values."tolerance", old_values."upper", old_values."withdrawn", old_values."wording" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8f9795c4565cf911898a724fd1b249a896550376",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a0bb3",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="targets_targetrevision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="targetrevisionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="89830bf0f12383e203e70f3d7d290ae6c639b41a",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_88d4e",
                            table="targets_targetrevisionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="targetrevisionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="44e65aa2bacb7fce556ee62c46509906ff45ea0f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_102c2",
                            table="targets_targetrevisionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="task",
                    index=models.Index(fields=["plan", "path", "id"], name="task_tree"),
                ),
                migrations.AddConstraint(
                    model_name="task",
                    constraint=models.UniqueConstraint(
                        condition=models.Q(("number", ""), _negated=True),
                        fields=("plan", "parent", "number"),
                        name="task_number_unique_among_siblings",
                        nulls_distinct=False,
                        violation_error_message="A sibling has this number already. Give another, or leave it blank.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="task",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[a-z0-9]+([-.][a-z0-9]+)*\\Z")),
                        name="task_code_form",
                        violation_error_message="Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="task",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("kind__in", ["action", "task", "step"])),
                        name="task_kind_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="task",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            (
                                "flags__contained_by",
                                [
                                    "scope_unclear",
                                    "annual_or_cumulative",
                                    "stock_or_cumulative",
                                    "net_or_gross",
                                    "new_or_crossing",
                                    "base_date_unstated",
                                    "period_unstated",
                                    "class_measure_unstated",
                                    "joint_or_each",
                                    "tolerance_unstated",
                                    "comparator_partial",
                                    "comparator_read",
                                    "definition_unclear",
                                    "name_differs",
                                    "headline_differs",
                                    "qualitative",
                                    "in_progress_undated",
                                    "aim_by_participant",
                                    "date_derived",
                                    "members_partial",
                                    "summary_only",
                                    "text_incomplete",
                                    "text_suspect",
                                ],
                            )
                        ),
                        name="task_flags_known",
                        violation_error_message="A flag does not stand in the closed list; docs/words.md shows it.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="task",
                    trigger=pgtrigger.compiler.Trigger(
                        name="bump_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."aim" IS DISTINCT FROM (NEW."aim") OR OLD."changed_at" IS DISTINCT FROM (NEW."changed_at") OR OLD."citation_id" IS DISTINCT FROM (NEW."citation_id") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."flags" IS DISTINCT FROM (NEW."flags") OR OLD."group" IS DISTINCT FROM (NEW."group") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."name_en" IS DISTINCT FROM (NEW."name_en") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."plan_id" IS DISTINCT FROM (NEW."plan_id") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."sort_key" IS DISTINCT FROM (NEW."sort_key") OR OLD."stated_count" IS DISTINCT FROM (NEW."stated_count") OR OLD."stated_wording" IS DISTINCT FROM (NEW."stated_wording") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func="NEW.version = OLD.version + 1; NEW.changed_at = now(); RETURN NEW;",
                            hash="5f1c4ac4649a3ec033873eeaf22072c5fac1a1bd",
                            operation="UPDATE",
                            pgid="pgtrigger_bump_version_b2fb9",
                            table="targets_task",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="task",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="9684ace11ffe456b8760e3f3ac381f70548cd3c0",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_60df6",
                            table="targets_task",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="task",
                    trigger=pgtrigger.compiler.Trigger(
                        name="demo_stays_demo",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF ((OLD.code LIKE 'demo-%') IS DISTINCT FROM (NEW.code LIKE 'demo-%')) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'demo_stays_demo', MESSAGE = 'demo_stays_demo';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="e2958260c4bafd69aaed083f4062d7ae5f29466d",
                            operation="UPDATE",
                            pgid="pgtrigger_demo_stays_demo_9de04",
                            table="targets_task",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="task",
                    trigger=pgtrigger.compiler.Trigger(
                        name="task_no_cycle",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.parent_id IS NOT NULL)",
                            func="\n            IF TG_OP = 'UPDATE' AND NOT (OLD.parent_id IS DISTINCT FROM NEW.parent_id OR OLD.id IS DISTINCT FROM NEW.id) THEN\n                RETURN NULL;\n            END IF;\n            IF TG_OP = 'UPDATE' THEN PERFORM pg_advisory_xact_lock(hashtext('targets_task')); END IF;\n            \n        IF (EXISTS (\n            WITH RECURSIVE above(id) AS (\n                SELECT link.id FROM unnest(ARRAY[NEW.parent_id]) AS link(id) WHERE link.id IS NOT NULL\n                UNION\n                SELECT link.id FROM above JOIN targets_task AS row ON row.id = above.id\n                CROSS JOIN LATERAL unnest(ARRAY[row.parent_id]) AS link(id) WHERE link.id IS NOT NULL\n            ) SELECT FROM above WHERE id = NEW.id)) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'task_no_cycle', MESSAGE = 'task_no_cycle';\n        END IF;\n        RETURN NULL;\n    \n        ",
                            hash="82824029b4cd577712763a33880ef921ff85517c",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_task_no_cycle_eeb5e",
                            table="targets_task",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="task",
                    trigger=pgtrigger.compiler.Trigger(
                        name="task_plan_fixed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF ((OLD.plan_id IS DISTINCT FROM NEW.plan_id) AND NOT (FALSE)) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'task_plan_fixed', MESSAGE = 'task_plan_fixed';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="442ed2bf8cb2dcda70f9fc7af8543b297e342f1c",
                            operation="UPDATE",
                            pgid="pgtrigger_task_plan_fixed_c6c75",
                            table="targets_task",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="task",
                    trigger=pgtrigger.compiler.Trigger(
                        name="task_parent_same_plan",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.parent_id IS NOT NULL)",
                            func="\n        IF ((SELECT plan_id FROM targets_task WHERE id = NEW.parent_id) IS DISTINCT FROM NEW.plan_id) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'task_parent_same_plan', MESSAGE = 'task_parent_same_plan';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="3fd5d17a15a6f271e805eafe67edef73c9e7fa98",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_task_parent_same_plan_8a8b5",
                            table="targets_task",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="task",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_taskevent" ("aim", "changed_at", "citation_id", "code", "flags", "group", "id", "kind", "name", "name_en", "note", "number", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "sort_key", "stated_count", "stated_wording", "version") SELECT new_values."aim", new_values."changed_at", new_values."citation_id", new_values."code", new_values."flags", new_values."group", new_values."id", new_values."kind", new_values."name", new_values."name_en", new_values."note", new_values."number", new_values."parent_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."position", new_values."sort_key", new_values."stated_count", new_values."stated_wording", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="35747d2d37388169a1ca6b8c781e7ff502cf2da4",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7544a",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="targets_task",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="task",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_taskevent" ("aim", "changed_at", "citation_id", "code", "flags", "group", "id", "kind", "name", "name_en", "note", "number", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "sort_key", "stated_count", "stated_wording", "version") SELECT new_values."aim", new_values."changed_at", new_values."citation_id", new_values."code", new_values."flags", new_values."group", new_values."id", new_values."kind", new_values."name", new_values."name_en", new_values."note", new_values."number", new_values."parent_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."position", new_values."sort_key", new_values."stated_count", new_values."stated_wording", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."aim" IS DISTINCT FROM (new_values."aim") OR old_values."changed_at" IS DISTINCT FROM (new_values."changed_at") OR old_values."citation_id" IS DISTINCT FROM (new_values."citation_id") OR old_values."code" IS DISTINCT FROM (new_values."code") OR old_values."flags" IS DISTINCT FROM (new_values."flags") OR old_values."group" IS DISTINCT FROM (new_values."group") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."name_en" IS DISTINCT FROM (new_values."name_en") OR old_values."note" IS DISTINCT FROM (new_values."note") OR old_values."number" IS DISTINCT FROM (new_values."number") OR old_values."parent_id" IS DISTINCT FROM (new_values."parent_id") OR old_values."plan_id" IS DISTINCT FROM (new_values."plan_id") OR old_values."position" IS DISTINCT FROM (new_values."position") OR old_values."sort_key" IS DISTINCT FROM (new_values."sort_key") OR old_values."stated_count" IS DISTINCT FROM (new_values."stated_count") OR old_values."stated_wording" IS DISTINCT FROM (new_values."stated_wording") OR old_values."version" IS DISTINCT FROM (new_values."version")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="b4718bc13ddcea43ab58898530f44bb597b95e5f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2216c",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="targets_task",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="task",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_taskevent" ("aim", "changed_at", "citation_id", "code", "flags", "group", "id", "kind", "name", "name_en", "note", "number", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "sort_key", "stated_count", "stated_wording", "version") SELECT old_values."aim", old_values."changed_at", old_values."citation_id", old_values."code", old_values."flags", old_values."group", old_values."id", old_values."kind", old_values."name", old_values."name_en", old_values."note", old_values."number", old_values."parent_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."position", old_values."sort_key", old_values."stated_count", old_values."stated_wording", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="56226c92395cb194a9d06e42d287122181d86c0a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fdf2d",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="targets_task",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="targetevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="46ce3ffde27a0bb45d9f5558993593190e54c56f",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_03f13",
                            table="targets_targetevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="targetevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ed8e26c5651f64ddef41f6e5c5788ddc9b95dada",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2df42",
                            table="targets_targetevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddIndex(
                    model_name="target",
                    index=models.Index(fields=["plan", "position", "id"], name="target_of_plan"),
                ),
                migrations.AddConstraint(
                    model_name="target",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[a-z0-9]+([-.][a-z0-9]+)*\\Z")),
                        name="target_code_form",
                        violation_error_message="Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="target",
                    trigger=pgtrigger.compiler.Trigger(
                        name="bump_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="NEW.version = OLD.version + 1; NEW.changed_at = now(); RETURN NEW;",
                            hash="1103f1e6d7f1e03c7f4772f834783b8f596ee35b",
                            operation="UPDATE",
                            pgid="pgtrigger_bump_version_983e7",
                            table="targets_target",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="target",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="2a4b8750a14bd04f2e0673d512f078c1e1c46118",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_f4eaf",
                            table="targets_target",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="target",
                    trigger=pgtrigger.compiler.Trigger(
                        name="demo_stays_demo",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF ((OLD.code LIKE 'demo-%') IS DISTINCT FROM (NEW.code LIKE 'demo-%')) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'demo_stays_demo', MESSAGE = 'demo_stays_demo';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="bc16e0035590ca43c33c48dfd3f26d8ed739a591",
                            operation="UPDATE",
                            pgid="pgtrigger_demo_stays_demo_4dddd",
                            table="targets_target",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="target",
                    trigger=pgtrigger.compiler.Trigger(
                        name="target_no_cycle",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.parent_id IS NOT NULL)",
                            func="\n            IF TG_OP = 'UPDATE' AND NOT (OLD.parent_id IS DISTINCT FROM NEW.parent_id OR OLD.id IS DISTINCT FROM NEW.id) THEN\n                RETURN NULL;\n            END IF;\n            IF TG_OP = 'UPDATE' THEN PERFORM pg_advisory_xact_lock(hashtext('targets_target')); END IF;\n            \n        IF (EXISTS (\n            WITH RECURSIVE above(id) AS (\n                SELECT link.id FROM unnest(ARRAY[NEW.parent_id]) AS link(id) WHERE link.id IS NOT NULL\n                UNION\n                SELECT link.id FROM above JOIN targets_target AS row ON row.id = above.id\n                CROSS JOIN LATERAL unnest(ARRAY[row.parent_id]) AS link(id) WHERE link.id IS NOT NULL\n            ) SELECT FROM above WHERE id = NEW.id)) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'target_no_cycle', MESSAGE = 'target_no_cycle';\n        END IF;\n        RETURN NULL;\n    \n        ",
                            hash="59b07abfd62e77e6b6f57cfa35d963f4b08e7ce9",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_target_no_cycle_d9d65",
                            table="targets_target",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="target",
                    trigger=pgtrigger.compiler.Trigger(
                        name="target_derivation_no_cycle",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.derived_from_id IS NOT NULL)",
                            func="\n            IF TG_OP = 'UPDATE' AND NOT (OLD.derived_from_id IS DISTINCT FROM NEW.derived_from_id OR OLD.id IS DISTINCT FROM NEW.id) THEN\n                RETURN NULL;\n            END IF;\n            IF TG_OP = 'UPDATE' THEN PERFORM pg_advisory_xact_lock(hashtext('targets_target')); END IF;\n            \n        IF (EXISTS (\n            WITH RECURSIVE above(id) AS (\n                SELECT link.id FROM unnest(ARRAY[NEW.derived_from_id]) AS link(id) WHERE link.id IS NOT NULL\n                UNION\n                SELECT link.id FROM above JOIN targets_target AS row ON row.id = above.id\n                CROSS JOIN LATERAL unnest(ARRAY[row.derived_from_id]) AS link(id) WHERE link.id IS NOT NULL\n            ) SELECT FROM above WHERE id = NEW.id)) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'target_derivation_no_cycle', MESSAGE = 'target_derivation_no_cycle';\n        END IF;\n        RETURN NULL;\n    \n        ",
                            hash="5b186414a600bcde6e6aec4037b6cc1c2c2a99c0",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_target_derivation_no_cycle_fede4",
                            table="targets_target",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="target",
                    trigger=pgtrigger.compiler.Trigger(
                        name="target_plan_fixed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF ((OLD.plan_id IS DISTINCT FROM NEW.plan_id) AND NOT (FALSE)) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'target_plan_fixed', MESSAGE = 'target_plan_fixed';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="63d0c4af14d304014e9366247614786903191e83",
                            operation="UPDATE",
                            pgid="pgtrigger_target_plan_fixed_40b9b",
                            table="targets_target",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="target",
                    trigger=pgtrigger.compiler.Trigger(
                        name="target_task_same_plan",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.task_id IS NOT NULL)",
                            func="\n        IF ((SELECT plan_id FROM targets_task WHERE id = NEW.task_id) IS DISTINCT FROM NEW.plan_id) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'target_task_same_plan', MESSAGE = 'target_task_same_plan';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="9fb95c6fd0177f6c5ac9b04bced86cec6611449a",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_target_task_same_plan_cd082",
                            table="targets_target",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="target",
                    trigger=pgtrigger.compiler.Trigger(
                        name="target_parent_same_plan",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.parent_id IS NOT NULL)",
                            func="\n        IF ((SELECT plan_id FROM targets_target WHERE id = NEW.parent_id) IS DISTINCT FROM NEW.plan_id) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'target_parent_same_plan', MESSAGE = 'target_parent_same_plan';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="ad089d1285aa0a2570519c9c6ef55e985a2caa21",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_target_parent_same_plan_63984",
                            table="targets_target",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="target",
                    trigger=pgtrigger.compiler.Trigger(
                        name="target_has_revision",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n        IF (NOT EXISTS (SELECT FROM targets_targetrevision WHERE target_id = NEW.id)) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'target_has_revision', MESSAGE = 'target_has_revision';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="7ec115b7517f3d2ed57c60936e12cfec0cfc43ae",
                            operation="INSERT",
                            pgid="pgtrigger_target_has_revision_24e37",
                            table="targets_target",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="target",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_targetevent" ("changed_at", "code", "derived_from_id", "id", "note", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "reference_series_id", "series_id", "task_id", "version") SELECT new_values."changed_at", new_values."code", new_values."derived_from_id", new_values."id", new_values."note", new_values."parent_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."position", new_values."reference_series_id", new_values."series_id", new_values."task_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="1393100b149e5e673829376fc885cb09fb66a77b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5c297",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="targets_target",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="target",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_targetevent" ("changed_at", "code", "derived_from_id", "id", "note", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "reference_series_id", "series_id", "task_id", "version") SELECT new_values."changed_at", new_values."code", new_values."derived_from_id", new_values."id", new_values."note", new_values."parent_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."position", new_values."reference_series_id", new_values."series_id", new_values."task_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="161dc36cf8ec56feb01fdf4da3719c449423fbd9",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4b8d6",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="targets_target",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="target",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_targetevent" ("changed_at", "code", "derived_from_id", "id", "note", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "position", "reference_series_id", "series_id", "task_id", "version") SELECT old_values."changed_at", old_values."code", old_values."derived_from_id", old_values."id", old_values."note", old_values."parent_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."position", old_values."reference_series_id", old_values."series_id", old_values."task_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="45835cf3767a7cd62a45141dc626623d8ff9d635",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c6de6",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="targets_target",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="responsibilityevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="a93c0746206042decf73f523ce484a99a91880bf",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_9ca0a",
                            table="targets_responsibilityevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="responsibilityevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="503cd23f837c59624b807f327a9e29c77a601eff",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a53b9",
                            table="targets_responsibilityevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="responsibility",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("target__isnull", False), ("task__isnull", True)),
                            models.Q(("target__isnull", True), ("task__isnull", False)),
                            _connector="OR",
                        ),
                        name="responsibility_for_one_thing",
                        violation_error_message="Choose either a task or a target.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="responsibility",
                    constraint=models.UniqueConstraint(
                        fields=("organisation", "task", "target", "role"),
                        name="responsibility_unique",
                        nulls_distinct=False,
                        violation_error_message="This organisation has this part already.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="responsibility",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("role__in", ["lead", "responsible", "cooperating"])),
                        name="responsibility_role_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="responsibility",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("rule__in", ["stated", "first_listed", "marked", "entered"])),
                        name="responsibility_rule_known",
                        violation_error_message="A code does not stand in its closed list; docs/words.md shows the lists.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="responsibility",
                    trigger=pgtrigger.compiler.Trigger(
                        name="bump_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="NEW.version = OLD.version + 1; NEW.changed_at = now(); RETURN NEW;",
                            hash="c2ffabebe8e6e4f61394ccf84d595db34ab929fa",
                            operation="UPDATE",
                            pgid="pgtrigger_bump_version_a25b9",
                            table="targets_responsibility",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="responsibility",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="7b27a228ded3376cf0fbe38f3e146b7d0cc94ce9",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_28c01",
                            table="targets_responsibility",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="responsibility",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_responsibilityevent" ("changed_at", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "rule", "target_id", "task_id", "version") SELECT new_values."changed_at", new_values."id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position", new_values."role", new_values."rule", new_values."target_id", new_values."task_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="4d6481c8afe606a130827fc89a29f3944c5defa9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a661a",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="targets_responsibility",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="responsibility",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_responsibilityevent" ("changed_at", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "rule", "target_id", "task_id", "version") SELECT new_values."changed_at", new_values."id", new_values."organisation_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position", new_values."role", new_values."rule", new_values."target_id", new_values."task_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="3217a7fc223baeea49606911743c22e4af45c192",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a360d",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="targets_responsibility",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="responsibility",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_responsibilityevent" ("changed_at", "id", "organisation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "rule", "target_id", "task_id", "version") SELECT old_values."changed_at", old_values."id", old_values."organisation_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position", old_values."role", old_values."rule", old_values."target_id", old_values."task_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f75f51450455a917b2ee5d32cba9c4ce646efb3f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_55469",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="targets_responsibility",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="taskevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="e52c05ee761f5469702744cf10bb7dd8108b5c87",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_b43e0",
                            table="targets_taskevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="taskevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="191c616ffb0928666f687c1fe1cad905091baa45",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_51b84",
                            table="targets_taskevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                migrations.AddConstraint(
                    model_name="update",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("next_step", ""), ("problem", ""), ("progress", ""), _negated=True),
                        name="update_says_something",
                        violation_error_message="Write at least one of progress, problem and next step.",
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="update",
                    trigger=pgtrigger.compiler.Trigger(
                        name="bump_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="NEW.version = OLD.version + 1; NEW.changed_at = now(); RETURN NEW;",
                            hash="1f3af0b4868e127aae5126804cbfd67b7b079acf",
                            operation="UPDATE",
                            pgid="pgtrigger_bump_version_ce84a",
                            table="targets_update",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="update",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="4568ec38c33acae6157fdf3084fffe99e9bcc9de",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_fb305",
                            table="targets_update",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="update",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_updateevent" ("changed_at", "citation_id", "day", "evidence", "id", "next_step", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "progress", "recorded_at", "recorded_by_id", "task_id", "version") SELECT new_values."changed_at", new_values."citation_id", new_values."day", new_values."evidence", new_values."id", new_values."next_step", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."problem", new_values."progress", new_values."recorded_at", new_values."recorded_by_id", new_values."task_id", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="5184d362f7c9010cd0c06c08687da844b0ebe424",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_df736",
                            referencing="REFERENCING NEW TABLE AS new_values ",
                            table="targets_update",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="update",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_updateevent" ("changed_at", "citation_id", "day", "evidence", "id", "next_step", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "progress", "recorded_at", "recorded_by_id", "task_id", "version") SELECT new_values."changed_at", new_values."citation_id", new_values."day", new_values."evidence", new_values."id", new_values."next_step", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."problem", new_values."progress", new_values."recorded_at", new_values."recorded_by_id", new_values."task_id", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                            hash="2d2b8b0a1036f0220126f5b0c11e8747283c8ae0",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2a7ae",
                            referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                            table="targets_update",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="update",
                    trigger=pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "targets_updateevent" ("changed_at", "citation_id", "day", "evidence", "id", "next_step", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "problem", "progress", "recorded_at", "recorded_by_id", "task_id", "version") SELECT old_values."changed_at", old_values."citation_id", old_values."day", old_values."evidence", old_values."id", old_values."next_step", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."problem", old_values."progress", old_values."recorded_at", old_values."recorded_by_id", old_values."task_id", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0a0cb90e18b6d9454ccd2df8a0892eb93535353a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ab073",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="targets_update",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="updateevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="5238995f3a62787d0e187707693e2de45bf492bb",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_a5153",
                            table="targets_updateevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="updateevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7701e4002e9d5f2ccb8515736d5f19467c009fcc",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e4ea8",
                            table="targets_updateevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="userevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_emptied",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF (TRUE) THEN\n            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'never_emptied', MESSAGE = 'never_emptied';\n        END IF;\n        RETURN NULL;\n    ",
                            hash="a3e915af55e23cfe3e93cd4ec8068cc4eeb90628",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_never_emptied_04f5d",
                            table="targets_userevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="userevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8d2e3fa16e08548cae0014391845e71881e03d27",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_75143",
                            table="targets_userevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        ),
    ]
