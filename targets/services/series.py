"""What is counted, and for whom or where: found in the register, or added to it together with a new indicator."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from targets.access import visible
from targets.models import Indicator, Series, User
from targets.services.codes import free, spelled
from targets.services.writing import save_checked, writing

IDENTITY = ("indicator_id", "area_id", "organisation_id", "breakdown", "basis")


def standing(series: Series) -> Series | None:
    """The series of the register with the same indicator, scope, breakdown and basis."""
    if series.indicator.pk is None:
        return None
    said = {name: getattr(series, name) for name in IDENTITY} | {"indicator_id": series.indicator.pk}
    return Series.objects.filter(**said).select_related("indicator", "area", "organisation").first()


def obtain(series: Series, *, by: User | None, demo: bool = False) -> Series:
    """The series that stands in the register for this, or else this one, added with its indicator if that is new.

    Codes that are blank are made from the names. Raises ValidationError where the series stands, but not for `by`.
    """
    with writing(by):
        if found := standing(series):
            return _seen(found, by)
        if series.indicator.pk is None:
            series.indicator = _added(series.indicator, demo)
        series.indicator_id = series.indicator.pk
        series.code = series.code or free(Series, _stem(series), demo=demo)
        save_checked(series)
    return series


def _added(indicator: Indicator, demo: bool) -> Indicator:
    indicator.code = indicator.code or free(Indicator, spelled(indicator.name), demo=demo)
    save_checked(indicator)
    return indicator


def _seen(series: Series, by: User | None) -> Series:
    if by is not None and not visible(Series.objects.filter(pk=series.pk), by).exists():
        raise ValidationError(
            _("This series belongs to a plan that you may not see. Ask an administrator, or name a breakdown."),
            "hidden",
        )
    return series


def _stem(series: Series) -> str:
    scope = series.area or series.organisation
    parts = (series.indicator.code, getattr(scope, "code", ""), spelled(series.breakdown), spelled(series.basis))
    return ".".join(part for part in parts if part)
