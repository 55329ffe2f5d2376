"""What can be set from outside, and what each setting must be: a slip is told at the start, never guessed at."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path


def wrong_settings(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for each setting of the dashboard that is wrong; none where nothing is set."""
    return tuple(
        f"{name}: {why}." for name in _CHECKS if (value := environment.get(name)) and (why := _wrong(name, value))
    )


@cache
def _wrong(name: str, value: str) -> str:
    """Say why a setting cannot be used; empty if it can."""
    check, expected = _CHECKS[name]
    try:
        check(value)
    except (OSError, ValueError) as error:  # a template says itself what it lacks
        return f"expected {expected}, found {value!r}" if expected else str(error)
    return ""


def _folder(value: str) -> None:
    if not Path(value).is_dir():
        raise ValueError


def _curator(value: str) -> None:
    if value not in {"0", "1"}:
        raise ValueError


def _briefing_template(value: str) -> None:
    # Imported here, as below: it takes as long as all else at the start, and most set no template.
    from scrutiny.exports.briefing.document import BriefingDocument  # noqa: PLC0415

    BriefingDocument(Path(value))


def _slides_template(value: str) -> None:
    from scrutiny.exports.powerpoint.template import open_template  # noqa: PLC0415

    open_template(Path(value))


_CHECKS: Mapping[str, tuple[Callable[[str], object], str]] = {
    "SCRUTINY_DATA": (_folder, "a folder that is there"),
    "SCRUTINY_DOCUMENTS": (_folder, "a folder that is there"),
    "SCRUTINY_CURATOR": (_curator, "1 or 0"),
    "SCRUTINY_TODAY": (date.fromisoformat, "a day such as 2026-11-22"),
    "SCRUTINY_BRIEFING_TEMPLATE": (_briefing_template, ""),
    "SCRUTINY_SLIDES_TEMPLATE": (_slides_template, ""),
}
