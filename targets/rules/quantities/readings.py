"""What one piece, or one clause of words, was read to say."""

from dataclasses import dataclass, field

from targets.rules.quantities.clauses import Piece
from targets.rules.quantities.draft import Draft
from targets.rules.quantities.tokens import Token


@dataclass
class Reading:
    """One target, and the shares it is composed of."""

    draft: Draft
    #: The number with its words; null where the target has none.
    piece: Piece | None = None
    verb: Token | None = None
    #: 其中: a part of what was said before.
    whole: "Reading | None" = None
    members: list[Draft] = field(default_factory=list)
    place: int = 0

    def drafts(self, place: int) -> list[Draft]:
        """All that is to be proposed, when the first of it gets this place in the answer."""
        self.place = place
        if self.whole:
            self.draft.imply("parent", self.whole.place)
        for member in self.members:
            member.imply("parent", place)
        return [self.draft, *self.members]
