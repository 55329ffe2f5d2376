"""What is wrong with a register, as values that say where and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

_MAX_LENGTH = 500


class Severity(StrEnum):
    """Errors stop a register from being served; warnings inform its curator."""

    ERROR = "error"
    WARNING = "warning"


class Fix(NamedTuple):
    """What mends a problem that has one right answer.

    `right` is the value of a field on a line, or the order of the fields of the record that begins there.
    """

    line: int
    field: str
    right: str | tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, sorted by file and line.

    `field` is the path of the field as a curator reads it (`due.printed`); `value` is what stands there;
    `nearest` is the allowed value most like it, where there is one.
    """

    file: str
    line: int
    entry: str
    field: str
    message: str
    rule: str
    severity: Severity = Severity.ERROR
    value: str | None = None
    nearest: str | None = None
    fix: Fix | None = None

    def __post_init__(self) -> None:
        """Cut what a file may make of any length, so that a problem stays a line in a log and a row on a page."""
        for name in ("file", "entry", "field", "message", "value"):
            text = getattr(self, name)
            if text and len(text) > _MAX_LENGTH:
                object.__setattr__(self, name, f"{text[:_MAX_LENGTH]}…")

    def __str__(self) -> str:
        """Return the one line that terminal and page both show."""
        prefix = "warning: " if self.severity is Severity.WARNING else ""
        return f"{self.file}:{self.line}: {self._about(prefix)}"

    @property
    def sentence(self) -> str:
        """What is wrong, without its place and its weight."""
        return self._about()

    def _about(self, prefix: str = "") -> str:
        where = " ".join(part for part in (self.entry, self.field) if part)
        hint = f" (did you mean {self.nearest!r}?)" if self.nearest else ""
        return f"{where + ': ' if where else ''}{prefix}{self.message}{hint}"


def closest_match(value: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed value most like a mistaken one, or None if none is like it."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  # a register without a slip does without

    match = process.extractOne(value[:100], sorted(allowed), scorer=fuzz.ratio, score_cutoff=60)
    return match[0] if match else None


def shorten(value: object, length: int = 60) -> str:
    """Return a value in quotation marks, short enough for a message."""
    text = str(value)
    return repr(text if len(text) <= length else f"{text[:length]}…")
