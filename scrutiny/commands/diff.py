"""The command that tells what differs between two registers."""

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import click

from scrutiny.commands.options import DATA
from scrutiny.commands.registers import readable
from scrutiny.register.difference import Change, What, changes, noun, words


@click.command(epilog="Examples: python -m scrutiny diff HEAD; python -m scrutiny diff copy-of-data data --format json")
@click.argument("old")
@click.argument("new", required=False)
@DATA
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="How to print: for a reader, or as JSON.",
)  # fmt: skip
def diff(old: str, new: str | None, data: Path, form: str) -> None:
    """Tell what was added, changed and removed from OLD to NEW, field by field.

    Each is a folder, or of the register's folder the day of a release, or a revision in git, such as HEAD. Without
    NEW it is that folder now.
    """
    found = changes(*(readable(name, data) for name in (old, new or str(data))))
    click.echo(_as_json(found) if form == "json" else _as_text(found))


def _as_text(found: tuple[Change, ...]) -> str:
    counts = Counter(change.what for change in found)
    return "\n".join([*map(_lines, found), ", ".join(f"{counts[what]} {what}" for what in What)])


def _lines(change: Change) -> str:
    lines = [f"{change.what} {change.id} ({noun(change.record)}): {words(change.record)}"]
    for field in change.fields:
        lines += [f"    {field.field}: {field.before or 'left out'}", f"      now: {field.after or 'left out'}"]
    return "\n".join(lines)


def _as_json(found: tuple[Change, ...]) -> str:
    changed = [
        {
            "what": change.what,
            "id": change.id,
            "record": noun(change.record),
            "words": words(change.record),
            "fields": [asdict(field) for field in change.fields],
        }
        for change in found
    ]
    return json.dumps(changed, ensure_ascii=False, indent=2)
