"""What a record said before and says now, in the words and under the headings of the tables."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from scrutiny.analysis.news import Kept, News
from scrutiny.exports.tables import cells, columns, heading, is_code, kind_of, shown, table_title
from scrutiny.register.difference import Change, words
from scrutiny.register.register import Register


class Told(NamedTuple):
    """A field in plain words: what it is called, what it said before and what it says now; empty for nothing."""

    name: str
    before: str
    now: str


def told(register: Register, kept: Kept, change: Change) -> tuple[Told, ...]:
    """Return what is said otherwise of a record that was changed; codes only where no words differ."""
    if change.before is None:
        return ()
    kind = kind_of(change.record)
    names = {field.field.partition(".")[0] for field in change.fields}
    if "paragraph" in names:
        names.add("document")  # whose words have the paragraph
    before, now = cells(kept.register, change.before), cells(register, change.record)
    different = [
        Told(heading(kind, column), shown(before.get(column)), shown(now.get(column)))
        for column in columns(kind)
        if column.partition(".")[0] in names and not is_code(kind, column) and before.get(column) != now.get(column)
    ]
    codes = (Told(heading(kind, field.field), field.before or "", field.after or "") for field in change.fields)
    return tuple(different or codes)


def changes_table(register: Register, kept: Kept, found: News) -> pd.DataFrame:
    """Return what is new as a table, with a row for each record, or for each of its fields that was changed."""
    heads = ("Full code", "What became of it", "Kind", "Words", "Field", "Before", "Now")
    return pd.DataFrame(list(_rows(register, kept, found)), columns=heads, dtype=object).set_index(heads[0])


def _rows(register: Register, kept: Kept, found: News) -> Iterator[tuple[str, ...]]:
    for change in found:
        about = (change.id, str(change.what), table_title(kind_of(change.record)), words(change.record))
        for field in told(register, kept, change) or (Told("", "", ""),):
            yield (*about, *field)
