"""Reads settings from the environment and fails loudly, naming the variable and the remedy."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


class BadSetting(SystemExit):
    """An environment variable is missing or cannot be understood."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"Setting {name}: {problem}")


def text(name: str, default: str | None = None) -> str:
    """The variable as it is; without a default it must be set."""
    value = os.environ.get(name, default)
    if value is None:
        raise BadSetting(name, "must be set in the environment")
    return value


def flag(name: str, default: bool) -> bool:
    """`on` or `off`; anything else is refused rather than guessed."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.lower() not in ("on", "off"):
        raise BadSetting(name, f"must be on or off, not {value!r}")
    return value.lower() == "on"


def number(name: str, default: int) -> int:
    """A whole number of zero or more."""
    value = os.environ.get(name, str(default))
    if not (value.isascii() and value.isdigit()):
        raise BadSetting(name, f"must be a whole number, not {value!r}")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """A list separated by commas; empty parts are dropped."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def secret(name: str) -> str:
    """The value of NAME, or the content of the file that NAME_FILE points to."""
    path = os.environ.get(f"{name}_FILE")
    value = Path(path).read_text().strip() if path else text(name)
    if len(value) < 32:
        raise BadSetting(name, "must have 32 characters or more")
    return value


def database(name: str) -> dict[str, Any]:
    """The parts of `postgresql://user:password@host:port/name?host=/socket/dir&option=value` as Django wants them."""
    url = urlsplit(text(name))
    if url.scheme not in ("postgresql", "postgres") or not url.path.strip("/"):
        raise BadSetting(name, "must look like postgresql://user:password@host:port/name")
    options: dict[str, Any] = dict(parse_qsl(url.query))
    return {
        "NAME": unquote(url.path.lstrip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": options.pop("host", unquote(url.hostname or "")),
        "PORT": options.pop("port", url.port or ""),
        "OPTIONS": options,
    }
