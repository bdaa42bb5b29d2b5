from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from targets.admin.base import AdminPasswordChangeForm, ChoiceFilter, UserChangeForm, UserCreationForm
from targets.admin.demo import marked
from targets.admin.forms import TellsRefusal
from targets.admin.inlines import TableInline
from targets.admin.lists import RowFilter
from targets.admin.record import RecordAdmin
from targets.models import Membership, User
from targets.services import accounts


class NewUserForm(TellsRefusal, UserCreationForm):
    """A new user, with a password."""

    class Meta(AdminUserCreationForm.Meta):
        model = User


class UserForm(TellsRefusal, UserChangeForm):
    """A user; the password has a page of its own."""

    class Meta(UserChangeForm.Meta):
        model = User


class MembershipInline(TableInline):
    """What the user may do, and where."""

    model = Membership
    fields = ("organisation", "role", "seen_version")


admin.site.unregister(Group)  # Roles follow from memberships; a group would look as if it gave some.


@admin.register(User)
class UserAdmin(RecordAdmin, DjangoUserAdmin):  # type: ignore[misc]
    """People who sign in."""

    form = UserForm
    add_form = NewUserForm
    change_password_form = AdminPasswordChangeForm
    list_display = ("username", "full_name", "email", "is_active", "is_superuser", "last_login")
    list_filter = ("is_active", "is_superuser")
    search_help_text = _("Name or address")
    search_fields = ("username", "first_name", "last_name", "email")
    ordering = ("username",)
    sortable_by = ("username",)
    filter_horizontal = ()
    inlines = (MembershipInline,)
    readonly_fields = ("last_login", "date_joined")
    fieldsets = (
        (None, {"fields": ("username", "password", ("last_name", "first_name"), "email")}),
        (
            _("Access"),
            {
                "fields": ("is_active", "is_superuser"),
                "description": _(
                    "What a user may do follows from memberships; a site administrator may do everything."
                ),
            },
        ),
        (_("Recorded"), {"fields": (("last_login", "date_joined"),)}),
    )
    add_fieldsets = ((None, {"fields": ("username", "password1", "password2")}),)

    def edit(self, row: Any, by: Any, version: int | None) -> None:
        accounts.edit(row, by=by)

    def remove(self, row: Any, by: Any, version: int | None = None) -> None:
        accounts.remove(row, by=by)

    def label_of(self, row: Any) -> str:
        return row.get_full_name() or row.get_username()

    @admin.display(description=_("name"), ordering="last_name")
    def full_name(self, row: Any) -> str:
        return row.get_full_name() or "—"


@admin.register(Membership)
class MembershipAdmin(RecordAdmin):
    """Roles of users in organisations."""

    list_display = ("user", "named", "role")
    list_filter = (("role", ChoiceFilter), ("organisation", RowFilter))
    list_select_related = ("user", "organisation")
    search_help_text = _("User or organisation")
    search_fields = ("user__username", "organisation__name", "organisation__code")
    fieldsets = ((None, {"fields": ("user", "organisation", "role")}),)

    @admin.display(description=_("organisation"), ordering="organisation")
    def named(self, row: Any) -> Any:
        return marked(row.organisation, row)
