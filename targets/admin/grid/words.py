"""What the script of a sheet says, in the reader's language."""

from django.utils.translation import gettext as _


def words() -> dict[str, str]:
    """Texts by the name that the script knows them by; `{}` is filled in there."""
    return {
        "changed": _("Changed: {}"),
        "wrong": _("wrong: {}"),
        "checking": _("checking …"),
        "unchanged": _("Nothing changed"),
        "kept": _("A reported value is never removed. Type the right one, or put this one back."),
        "outside": _("Not pasted, because it fell outside the table or on a row you may only read: {}"),
        "pasted": _("Pasted into cells: {}. Ctrl+Z takes it back."),
        "without": _("Left as they are, because nothing or only a dash was pasted there: {}"),
        "title": _("Nothing was saved yet. These cells need you:"),
        "theirs": _("Take theirs"),
        "mine": _("Keep mine"),
        "draft": _("A draft that was not saved is kept here, of {}. Cells: {}."),
        "restore": _("Take it up again"),
        "drop": _("Throw it away"),
        "other_part": _("Not saved yet on another part of this sheet. Cells: {}."),
        "open_part": _("Open it"),
        "lost": _("From the draft, no longer on this page: {}"),
        "failed": _("Saving did not work: {}. Nothing is lost; try again."),
        "network": _("the server does not answer"),
        "signed_out": _("you may have been signed out. Sign in in another window, then save again"),
        "verify": _("Verify {} ticked …"),
        "return": _("Return {} ticked …"),
        "verify_all": _("Verify all {} …"),
        "return_all": _("Return all {} …"),
        "reading": _("read as {}"),
        "no_details": _("The details cannot be loaded now."),
        "saving": _("Saving …"),
    }
