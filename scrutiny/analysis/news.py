"""What is new since an earlier day: what readers are told of the differences between two registers, and its numbers."""

from collections import Counter
from dataclasses import dataclass, field
from functools import partial

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.counts import Count
from scrutiny.register.difference import Change, What, changes
from scrutiny.register.records import Body, Document, Entry, QuestionTemplate, Settings, Term, Theme
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import EntryKind
from scrutiny.wording import count_of, join_list

_ASIDE = (Settings, Theme, Body, Term, QuestionTemplate)
"""What only helps to read the rest; that it has changed is told to curators alone."""

News = tuple[Change, ...]


@dataclass(frozen=True)
class Kept:
    """The register of an earlier day, known by the digest of its files."""

    digest: str
    register: Register = field(compare=False)


@cached_per_register
def news(register: Register, kept: Kept) -> News:
    """Return what was added, changed and removed since, of all that documents say and that members go by."""
    return tuple(change for change in changes(kept.register, register) if not isinstance(change.record, _ASIDE))


def _is_newly_read(change: Change) -> bool:
    is_other = change.what is What.ADDED or any(field.field == "held" for field in change.fields)
    return isinstance(change.record, Document) and change.record.held and change.what is not What.REMOVED and is_other


def _is_point(change: Change) -> bool:
    aside = (EntryKind.FIGURE, EntryKind.RECOMMENDATION)
    return isinstance(change.record, Entry) and change.record.entry_kind not in aside


def _points(what: What, found: News) -> News:
    return tuple(change for change in found if _is_point(change) and change.what is what)


newly_read = Count[News](
    "document newly read", "documents newly read",
    "Documents from which points are taken now, and were not then.",
    lambda found: tuple(filter(_is_newly_read, found)),
)  # fmt: skip
added = Count[News](
    "point added", "points added", "Points that are here now and were not then.", partial(_points, What.ADDED)
)
changed = Count[News](
    "point changed", "points changed", "Points of which something is said otherwise than then.",
    partial(_points, What.CHANGED),
)  # fmt: skip
removed = Count[News](
    "point removed", "points removed", "Points that were here then and are not now.", partial(_points, What.REMOVED)
)
others = Count[News](
    "other change", "other changes",
    "What was added, changed or removed besides: figures, recommendations, documents not read, comparisons, questions "
    "and the like.",
    lambda found: tuple(change for change in found if not _is_point(change) and not _is_newly_read(change)),
)  # fmt: skip
NEWS = (newly_read, added, changed, removed, others)
"""The numbers of what is new, in the order in which they are told."""


def news_words(found: News) -> str:
    """Say what is new in a line: “1 letter read, 12 points added, 2 changed, 1 removed and 3 other changes”."""
    read = Counter(change.record.kind for change in newly_read.take(found))
    words = (
        [f"{join_list([count_of(number, kind.label.lower()) for kind, number in read.items()])} read"] if read else []
    )
    for count in (added, changed, removed):
        if number := count.of(found):
            is_first = not any("point" in said for said in words)
            words.append(count.words(found) if is_first else f"{number:,} {count.singular.removeprefix('point ')}")
    words += [others.words(found)] if others.of(found) else []
    return join_list(words) or "nothing new"
