"""The command that compares two readings of the same documents."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from scrutiny.commands.options import DATA
from scrutiny.commands.registers import readable
from scrutiny.register.agreement import Agreement, agreement, compared
from scrutiny.register.difference import words
from scrutiny.register.vocabulary import EntryKind


@click.command(epilog="Example: python -m scrutiny stats data second-reading")
@click.argument("first")
@click.argument("second")
@DATA
def stats(first: str, second: str, data: Path) -> None:
    """Compare two readings, FIRST and SECOND, of the inspections that both have: folders, or revisions in git.

    Entries that quote the same words of a paragraph make the same point. It tells how many there are of each kind, what
    only one has, and where the two say different things. It judges neither: settle the differences together.
    """
    ours, theirs = readable(first, data), readable(second, data)
    if not ours.inspections_by_id.keys() & theirs.inspections_by_id.keys():
        raise click.UsageError("the two have no inspection in common")
    click.echo("\n".join(_lines(agreement(ours, theirs))))


def _lines(found: Agreement) -> Iterator[str]:
    alike = [one.entry_kind for one, other in found.both if one.entry_kind is other.entry_kind]
    firsts = Counter(entry.entry_kind for entry in (*(one for one, _ in found.both), *found.only_first))
    seconds = Counter(entry.entry_kind for entry in (*(other for _, other in found.both), *found.only_second))
    yield f"{'':18}{'first':>7}{'second':>7}{'both':>7}"
    for kind in EntryKind:
        if firsts[kind] or seconds[kind]:
            yield f"{kind.label:18}{firsts[kind]:7}{seconds[kind]:7}{alike.count(kind):7}"
    yield f"Of {len(found.both)} points that both have, both say the same:"
    answers = [comparison for one, other in found.both for comparison in compared(one, other)]
    asked, same = (
        Counter(name for name, _, _ in answers),
        Counter(name for name, *values in answers if len({*values}) == 1),
    )
    yield from (f"  {name.replace('entry_kind', 'what it is')}: {same[name]} of {asked[name]}" for name in asked)
    for what, entries in (("first", found.only_first), ("second", found.only_second)):
        yield f"Only in the {what}: {len(entries)}"
        yield from (f"  {entry.full_id}: {words(entry)}" for entry in entries)
    told = [
        (one, other, [field for field in compared(one, other) if field[1] != field[2]]) for one, other in found.both
    ]
    yield f"Said differently: {sum(bool(fields) for _, _, fields in told)}"
    for one, other, fields in told:
        if fields:
            said = "; ".join(f"{name} {ours}, {theirs}" for name, ours, theirs in fields).removeprefix("entry_kind ")
            yield f"  {one.full_id}, {other.full_id}: {said}"
