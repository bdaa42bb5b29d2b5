"""Bodies that are sent in: JSON read exactly, held against a declared shape, and refused place by place."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail
from rest_framework.parsers import BaseParser
from rest_framework.request import Request

from targets.api.problems import Fault, Kind, Problem
from targets.models.base import in_chinese
from targets.rules.verdicts.fields import Refused
from targets.rules.verdicts.json_text import read_json

LARGEST_BODY = 256 * 1024
"""In bytes."""
LONGEST_NAME = 200

SAID: Mapping[str, Promise] = {
    "duplicate_key": gettext_lazy("A key stands twice."),
    "invalid_json": gettext_lazy("The body cannot be read."),
}
"""What makes a body unreadable, by the code of the refusal; what would fit, the refusal says itself."""


class ExactParser(BaseParser):
    """JSON of a bounded size in which every number stays the number that was written."""

    media_type = "application/json"

    def parse(self, stream: IO[Any], media_type: str | None = None, parser_context: Any = None) -> Any:
        body = stream.read(LARGEST_BODY + 1)
        if len(body) > LARGEST_BODY:
            message = _("At most %(most)d bytes are taken here.") % {"most": LARGEST_BODY}
            raise Problem(Kind.TOO_LARGE, faults=[Fault("body", "too_large", message, _("Send it in several parts."))])
        try:
            return read_json(body)
        except Refused as refused:
            remedy = refused.message.say("zh" if in_chinese() else "en")
            fault = Fault("body", refused.code, str(SAID[refused.code]), remedy)
            raise Problem(Kind.BAD_REQUEST, faults=[fault]) from None


def refuse_pieces(request: Request) -> None:
    """Raises Problem for a body without a length."""
    if "Transfer-Encoding" in request.headers and not request.META.get("CONTENT_LENGTH"):
        # Django reads nothing of such a body, and "something is missing" would be a riddle.
        remedy = _("Send Content-Length, and the body in one piece.")
        message = _("A body in pieces (Transfer-Encoding) is not read here.")
        raise Problem(Kind.LENGTH, faults=[Fault("header.Content-Length", "missing", message, remedy)])


class Body(serializers.Serializer[Any]):
    """The shape of a body. A key that it does not know is refused: silently dropped, it would look as if it were kept."""

    def to_internal_value(self, data: Any) -> Any:
        unknown = {name: [_said(self._nearest(name), "unknown_key")] for name in data if name not in self.fields}
        try:
            known = super().to_internal_value({name: data[name] for name in data if name in self.fields})
        except serializers.ValidationError as error:
            raise serializers.ValidationError({**unknown, **error.detail}) from None  # type: ignore[dict-item]
        if unknown:
            raise serializers.ValidationError(unknown)
        return known

    def run_validation(self, data: Any = serializers.empty) -> Any:
        if data is not serializers.empty and data is not None and not isinstance(data, Mapping):
            raise serializers.ValidationError({"": [_said(_("An object is expected here."), "wrong_type")]})
        return super().run_validation(data)

    def _nearest(self, name: str) -> str:
        near = get_close_matches(name[:LONGEST_NAME], self.fields, n=1)
        if near:
            return _("There is no such key. Did you mean %(name)s?") % {"name": near[0]}
        return _("There is no such key. Known here are: %(names)s.") % {"names": ", ".join(self.fields)}


def _said(text: str, code: str) -> ErrorDetail:
    return ErrorDetail(text[:1000], code)


def read(request: Request, shape: type[Body]) -> dict[str, Any]:
    """What the body says, as values of the shape. Raises Problem naming every place that does not fit."""
    refuse_pieces(request)
    given = {} if request.data is None else request.data
    body = shape(data=given, context={"request": request})
    if body.is_valid():
        return dict(body.validated_data)
    raise Problem(Kind.DOES_NOT_FIT, faults=list(_faults("body", body.errors)))


def _faults(path: str, errors: Any) -> Iterator[Fault]:
    """Every fault with its place, from the nested lists and mappings of the framework."""
    if isinstance(errors, Mapping):
        for name, inner in errors.items():
            yield from _faults(f"{path}.{str(name)[:LONGEST_NAME]}" if name != "" else path, inner)
    elif isinstance(errors, ErrorDetail):
        code = errors.code or "invalid"
        yield Fault(path, code, str(errors), _remedy(code))
    else:
        for place, inner in enumerate(errors):
            yield from _faults(path if isinstance(inner, ErrorDetail) else f"{path}.{place}", inner)


REMEDIES: Mapping[str, Promise] = {
    "required": gettext_lazy("Give a value for it."),
    "null": gettext_lazy("Give a value, or leave the key out if it may be left out."),
    "blank": gettext_lazy("Write something, or leave the key out if it may be left out."),
    "unknown_key": gettext_lazy("Leave it out, or write it as the schema has it."),
    "unknown_code": gettext_lazy("Look the code up in its list; the schema names the closed ones."),
}


def _remedy(code: str) -> str:
    return str(REMEDIES.get(code, _("See the schema of this address for what fits here.")))


def refused(error: ValidationError) -> Problem:
    """What a service refused, told at the keys it concerns."""
    told = error.error_dict if hasattr(error, "error_dict") else {"__all__": error.error_list}
    faults = [
        Fault(
            "body" if name == "__all__" else f"body.{name}", str(each.code or "refused"), text, _remedy(str(each.code))
        )
        for name, errors in told.items()
        for each in errors
        for text in each.messages
    ]
    return Problem(Kind.DOES_NOT_FIT, faults=faults)
