"""In which order a target is typed: what is printed first, what is seldom needed folded at the end."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

FOLD: Final = ("fold",)
"""Class of a fieldset that opens when it is needed."""

WORDING: Final = (_("What is printed"), {"fields": ("wording",)})
NUMBER: Final = (
    *(("measure", "comparator"), ("lower", "upper"), ("scale", "tolerance"), ("quantifier", "modality", "nature")),
    ("deadline", "deadline_precision", "deadline_source"),
)
BASE: Final = (_("Base"), {"classes": FOLD, "fields": (("base_value", "base_date", "base_source"),)})
FLAGS: Final = (_("What the text leaves open"), {"classes": FOLD, "fields": ("flags",)})
PLACE: Final = (
    (_("Where it is printed"), {"fields": (("place_source",), ("place_page", "place_paragraph", "place_lines"))}),
    (_("More on the place"), {"classes": FOLD, "fields": ("place_story", "place_wording", "citation")}),
)
COUNTED: Final = (
    _("What is counted"),
    {
        "classes": ("counted",),
        "fields": (
            *("counted", "series", "new_indicator"),
            *(("new_name", "new_name_en"), ("new_unit", "new_unit_en")),
            *(("new_accumulation", "new_direction", "new_frequency"), "new_stages"),
            ("new_class_attribute", "new_class_comparator", "new_class_threshold", "new_class_unit"),
            *(("new_area", "new_organisation"), ("new_breakdown", "new_basis")),
        ),
    },
)
NEW_TARGET: Final[tuple[Any, ...]] = (
    (None, {"fields": (("plan", "task"),)}),
    WORDING,
    (_("What it means"), {"fields": NUMBER}),
    *(COUNTED, *PLACE, BASE, FLAGS),
    (_("Since when"), {"fields": ("effective_date",)}),
    (_("Links to other targets"), {"classes": FOLD, "fields": ("parent", "derived_from", "reference_series")}),
    (_("In the register"), {"classes": FOLD, "fields": (("code", "position", "weight"), "note")}),
)
REVISION: Final[tuple[Any, ...]] = (
    (_("Since when, and why"), {"fields": ("reason", ("effective_date", "deciding_document"))}),
    WORDING,
    (_("What it means"), {"fields": NUMBER}),
    *(BASE, FLAGS, *PLACE),
)
