"""The look of the admin, imported here and nowhere else.

For Django's own admin take `AdminSite`, `ModelAdmin`, `TabularInline` and `StackedInline` from
`django.contrib.admin`, the forms from `django.contrib.admin.forms` and `django.contrib.auth.forms`, and
`SimpleListFilter`, `ChoicesFieldListFilter` and `RelatedFieldListFilter` for the three filters; the apps named unfold
leave the settings then.
"""

from unfold.admin import ModelAdmin, StackedInline, TabularInline
from unfold.contrib.filters.admin import AutocompleteSelectFilter as LongFilter
from unfold.contrib.filters.admin import ChoicesDropdownFilter as ChoiceFilter
from unfold.contrib.filters.admin import DropdownFilter as OwnFilter
from unfold.forms import AdminPasswordChangeForm, AuthenticationForm, UserChangeForm, UserCreationForm
from unfold.sites import UnfoldAdminSite as AdminSite

__all__ = [
    "AdminPasswordChangeForm",
    "AdminSite",
    "AuthenticationForm",
    "ChoiceFilter",
    "LongFilter",
    "ModelAdmin",
    "OwnFilter",
    "StackedInline",
    "TabularInline",
    "UserChangeForm",
    "UserCreationForm",
]
