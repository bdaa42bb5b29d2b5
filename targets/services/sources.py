"""Places in documents: found in the register, or added to it."""

from targets.models import Citation, User
from targets.services.writing import save_checked, writing


def cite(place: Citation, *, by: User | None) -> Citation:
    """The same place as it stands in the register, or else this one, added. Its wording stays as it was kept first."""
    with writing(by):
        said = {part: getattr(place, part) for part in Citation.PLACE}
        found = Citation.objects.filter(source=place.source_id, **said).first()
        if found is None:
            save_checked(place)
    return found or place
