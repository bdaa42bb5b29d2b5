"""What two people made of one row, field by field, and which of the two is to stand."""

from dataclasses import dataclass, field, replace
from typing import Any

from django.forms import model_to_dict
from django.utils.text import capfirst

from targets.admin.conflicts import sent
from targets.admin.conflicts.versions import Deed
from targets.rules.merging import Changed, Part, parts, who_changed

LONG = 60
"""From so many characters on a text gets the whole width."""


@dataclass(frozen=True)
class Rival:
    """What a form was made from, and what someone else has put in its place since.

    `read` and `stored` are rows, or events of the history; `read` is None where nobody knows it any more.
    `seen` is the field of the form that carries the version which `read` had, `version` the one of `stored`.
    """

    read: Any
    stored: Any
    version: int
    deed: Deed
    seen: str = "seen_version"
    names: tuple[str, ...] = ()
    """The fields to compare; all that the form shows, where none are named."""


@dataclass(frozen=True)
class Question:
    """One field that is not the same in both versions."""

    name: str
    label: str
    changed: Changed
    read: str | None
    stored: str
    typed: str
    stored_parts: tuple[Part, ...]
    typed_parts: tuple[Part, ...]
    stored_data: sent.Sent = field(repr=False)
    take: str = ""

    @property
    def is_long(self) -> bool:
        return max(len(self.stored), len(self.typed), len(self.read or "")) > LONG

    @property
    def is_open(self) -> bool:
        """Whether nobody can tell which is meant until the editor says so."""
        return self.take not in ("mine", "theirs")


@dataclass(frozen=True)
class Clash:
    """One row that was changed, or removed, while someone was typing."""

    title: str
    prefix: str | None
    deed: Deed
    version: int
    seen: str
    questions: tuple[Question, ...]
    is_removed: bool = False
    """The row is no longer there; the questions hold what was typed."""
    removal: bool = False
    """The editor meant to remove the row that someone else changed."""
    take: str = ""
    """For a row that one of the two removed: whose will is done."""

    @property
    def is_whole(self) -> bool:
        """Whether the row is kept or lost as a whole."""
        return self.is_removed or self.removal

    @property
    def is_open(self) -> bool:
        return not self.take if self.is_whole else any(each.is_open for each in self.questions)

    @property
    def key(self) -> str:
        """How the choice for the row as a whole is called in the form."""
        return f"conflict-row:{self.prefix or ''}"

    @property
    def version_key(self) -> str:
        return f"conflict-version:{self.prefix or ''}"

    @property
    def count(self) -> dict[str, int]:
        """How many fields each of the two changed."""
        return {kind.value: sum(each.changed == kind for each in self.questions) for kind in Changed}


def clash(form: Any, rival: Rival, title: str, *, removal: bool = False) -> Clash:
    """The two versions of a form that was sent; what only one of them changed is taken from that one."""
    names = rival.names or shown(form)
    read = model_to_dict(rival.read, names) if rival.read else None
    stored = model_to_dict(rival.stored, names)
    found = [_question(form, name, read, stored) for name in names if name in form.fields and name in stored]
    asked = tuple(each for each in found if each.changed != Changed.NOBODY)
    return Clash(title, form.prefix, rival.deed, rival.version, rival.seen, asked, removal=removal)


def removed(form: Any, title: str, deed: Deed) -> Clash:
    """What was typed into a row that is no longer there."""
    kept = [(name, sent.words(form, name, sent.typed(form, name))) for name in shown(form)]
    questions = tuple(
        Question(form.add_prefix(name), _label(form, name), Changed.I, None, "", words, (), parts("", words), {})
        for name, words in kept
        if words
    )
    return Clash(title, form.prefix, deed, 0, "", questions, is_removed=True)


def shown(form: Any) -> tuple[str, ...]:
    """The fields that a person fills in."""
    return tuple(
        name for name, each in form.fields.items() if name not in ("DELETE", "ORDER") and not each.widget.is_hidden
    )


def chosen(found: Clash, choices: Any) -> Clash:
    """The clash with what the editor chose; a choice against another version than the one stored now is void."""
    if found.is_whole:
        return replace(found, take=_choice(choices.get(found.key)))
    if choices.get(found.version_key) != str(found.version):
        return found
    return replace(found, questions=tuple(_answered(each, choices) for each in found.questions))


def all_from(found: Clash, side: str) -> Clash:
    """The clash with one side taken throughout."""
    return replace(found, take=side, questions=tuple(replace(each, take=side) for each in found.questions))


def _answered(question: Question, choices: Any) -> Question:
    choice = _choice(choices.get(f"conflict-take:{question.name}"))
    return replace(question, take=choice) if choice else question


def _choice(word: Any) -> str:
    return word if word in ("mine", "theirs") else ""


def _question(form: Any, name: str, read: Any, stored: Any) -> Question:
    data = sent.sent(form, name, stored[name])
    mine, theirs = sent.typed(form, name), sent.received(form, name, data)
    first = sent.received(form, name, sent.sent(form, name, read[name])) if read and name in read else None
    is_known = read is not None and name in read
    changed = who_changed(
        by_them=not is_known or not sent.is_alike(form, name, first, theirs),
        by_me=not is_known or not sent.is_alike(form, name, first, mine),
        is_alike=sent.is_alike(form, name, theirs, mine),
    )
    if changed == Changed.NOBODY:
        return Question(form.add_prefix(name), "", changed, None, "", "", (), (), data)
    before = sent.words(form, name, first) if is_known else None
    their_words, my_words = sent.words(form, name, theirs), sent.words(form, name, mine)
    return Question(
        name=form.add_prefix(name),
        label=_label(form, name),
        changed=changed,
        read=before,
        stored=their_words,
        typed=my_words,
        # Where nothing stood before, each of the two is all new; then mine is compared with theirs.
        stored_parts=parts(before or their_words, their_words),
        typed_parts=parts(before or their_words, my_words),
        stored_data=data,
        take={Changed.THEY: "theirs", Changed.I: "mine"}.get(changed, ""),
    )


def _label(form: Any, name: str) -> str:
    return capfirst(str(form.fields[name].label or name))
