"""The command that compares two readings of the same documents."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click

from scrutiny.commands.options import DATA
from scrutiny.commands.registers import readable
from scrutiny.register.agreement import Agreement, Alone, agreement
from scrutiny.register.difference import noun, words
from scrutiny.register.records import Entry
from scrutiny.register.vocabulary import EntryKind

SECTIONS = {
    **dict.fromkeys(("entry_kind", "kind", "general", "by", "owner", "specific", "due", "measure"), "Commitments"),
    "voice": "Whose words",
    "scope": "National or local",
    "source": "From elsewhere",
    "answers": "Answers",
    **dict.fromkeys(("value", "bound"), "Figures"),
}
"""Under which words “How to judge”, in the guide, settles a field."""
SPLIT = "One entry for each distinct point"


@click.command(epilog="Example: python -m scrutiny stats data second-reading")
@click.argument("first")
@click.argument("second")
@DATA
def stats(first: str, second: str, data: Path) -> None:
    """Compare two readings, FIRST and SECOND, of the inspections that both have: folders, or revisions in git.

    Entries that quote the same words make the same point, whatever their ids. It tells how many there are of each kind.
    Then it lists what is to be settled, paragraph by paragraph: what only one has, and where the two say different
    things, each with the words under which the guide settles it. It judges neither.
    """
    ours, theirs = readable(first, data), readable(second, data)
    if not ours.inspections_by_id.keys() & theirs.inspections_by_id.keys():
        raise click.UsageError("the two have no inspection in common")
    found = agreement(ours, theirs)
    click.echo("\n".join([*_numbers(found), "", *_to_settle(found)]))


def _numbers(found: Agreement) -> Iterator[str]:
    """Yield how many entries of each kind each has, and in how many of those of both each field agrees."""
    alike = [one.entry_kind for one, other in found.both if one.entry_kind is other.entry_kind]
    firsts, seconds = (
        Counter(entry.entry_kind for entry in (*matched, *(alone.entry for alone in only)))
        for matched, only in (
            ((one for one, _ in found.both), found.only_first), ((other for _, other in found.both), found.only_second)
        )
    )  # fmt: skip
    yield f"{'':18}{'first':>7}{'second':>7}{'both':>7}"
    for kind in EntryKind:
        if firsts[kind] or seconds[kind]:
            yield f"{kind.label:18}{firsts[kind]:7}{seconds[kind]:7}{alike.count(kind):7}"
    yield f"Of {len(found.both)} points that both have, both say the same:"
    answers = [comparison for one, other in found.both for comparison in found.compared(one, other)]
    asked = Counter(name for name, _, _ in answers)
    same = Counter(name for name, *values in answers if len({*values}) == 1)
    yield from (f"  {_label(name)}: {same[name]} of {asked[name]}" for name in asked)


def _to_settle(found: Agreement) -> Iterator[str]:
    """Yield what differs in the order of the documents, so that two people can go through it with the text at hand."""
    told: list[tuple[Entry, list[str]]] = []
    for one, other in found.both:
        if lines := [_question(*field) for field in found.compared(one, other) if field[1] != field[2]]:
            name = one.id if one.id == other.id else f"{one.id}, in the second {other.id}"
            told.append((one, [f"{name}: {words(one)}", *lines]))
    told += [(alone.entry, _only("first", "second", alone)) for alone in found.only_first]
    told += [(alone.entry, _only("second", "first", alone)) for alone in found.only_second]
    yield f"To settle: {len(told)}"
    told.sort(key=lambda one: (one[0].inspection, one[0].document, one[0].paragraph))
    for place, here in groupby(
        told, key=lambda one: f"{one[0].inspection}.{one[0].document}, {one[0].paragraph.label}"
    ):
        yield from ("", place)
        yield from (f"  {line}" for _, lines in here for line in lines)


def _only(which: str, other: str, alone: Alone) -> list[str]:
    lines = [
        f"{alone.entry.id}, only in the {which}: {words(alone.entry)}",
        f"  {noun(alone.entry)}: “{alone.entry.excerpt}”",
    ]
    if alone.beside:
        ids = ", ".join(entry.id for entry in alone.beside)
        lines.append(f"  It shares words with {ids} of the {other}: one point or two? See “{SPLIT}”.")
    return lines


def _question(name: str, ours: str, theirs: str) -> str:
    section = SECTIONS.get(name)
    return f"  {_label(name)}: {ours}, or {theirs}?{f' See “{section}”.' if section else ''}"


def _label(name: str) -> str:
    return "what it is" if name == "entry_kind" else name
