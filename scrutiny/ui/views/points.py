"""The words beside a chart: every point that it shows, a line each, grouped as the chart is, and opened in place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from weakref import WeakKeyDictionary

from markupsafe import Markup

from scrutiny.analysis.facts import facts, kind_label
from scrutiny.charts.picture import Picture
from scrutiny.register.records import Action, Entry, Event
from scrutiny.register.register import Register
from scrutiny.ui.shell.address import ENTRY_PARAM, same_view_url
from scrutiny.ui.shell.links import resolve_view_links
from scrutiny.ui.shell.templates import MACROS, render
from scrutiny.ui.views.card import dated_thing
from scrutiny.ui.views.glossary import explained
from scrutiny.ui.views.pairs import pair_list

_FOLDED_FROM = 60
"""Lists with more lines begin with all groups but the first folded."""

_OPENED_FACTS = (
    "source", "kind", "general", "owner", "due", "due.doubt", "measure", "status", "vouched_by", "result", "value",
    "counts", "period", "answers", "answered", "not_mentioned_in", "note", "document.doubt",
)  # fmt: skip


@dataclass(frozen=True)
class _Group:
    name: str
    ids: tuple[str, ...]
    lines: tuple[Markup, ...]


_groups_of: WeakKeyDictionary[Picture, list[_Group]] = WeakKeyDictionary()
"""The lines of each picture, written once for all readers."""


def point_list(register: Register, picture: Picture, opened: str | None) -> Markup:
    """Return the list of a picture's points; of the one that is opened, its words, with the way on and back.

    Groups are those of the first column of the picture's table. A point that the chart draws in several groups is
    opened in the first of them.
    """
    groups = _groups_of.get(picture)
    if groups is None:
        groups = _groups_of[picture] = _grouped(register, picture)
    in_order = list(dict.fromkeys(full_id for group in groups for full_id in group.ids))
    first = next((group.name for group in groups if opened in group.ids), groups[0].name if groups else "")
    folds = sum(len(group.lines) for group in groups) >= _FOLDED_FROM
    shown = []
    for group in groups:
        lines = list(group.lines)
        if opened and group.name == first and opened in group.ids:
            lines[group.ids.index(opened)] = _opened(register, opened, in_order)
        shown.append((group.name, not folds or group.name == first, lines))
    return resolve_view_links(render("points/list.html", groups=shown))


def _grouped(register: Register, picture: Picture) -> list[_Group]:
    table = picture.table
    found: dict[str, dict[str, Markup]] = {}
    for full_id, name in zip(table.index, table.iloc[:, 0], strict=True):
        found.setdefault(str(name), {})[full_id] = _line(register, full_id, table)
    return [_Group(name, tuple(lines), tuple(lines.values())) for name, lines in found.items()]


def _line(register: Register, full_id: str, table: object) -> Markup:
    """Return the line of a point: its symbol and its sentence, which open it, and in few words what to know first."""
    entry = register.entries_by_id.get(full_id)
    if entry:
        several = len({name.partition(".")[0] for name in table.index}) > 1  # type: ignore[attr-defined]
        inspection = register.inspections_by_id[entry.inspection].short_title if several else ""
        return MACROS.point_line(full_id, MACROS.entry_symbol(register, entry), entry.summary, inspection)
    return MACROS.point_line(full_id, "", dated_thing(register, full_id), "")


def _opened(register: Register, full_id: str, in_order: Sequence[str]) -> Markup:
    """Return the words of the opened point."""
    place = in_order.index(full_id)
    ways = {"Close": same_view_url({}, without=[ENTRY_PARAM])}
    if place:
        ways["Previous"] = same_view_url({ENTRY_PARAM: in_order[place - 1]})
    if place + 1 < len(in_order):
        ways["Next"] = same_view_url({ENTRY_PARAM: in_order[place + 1]})
    item = register.entries_by_id.get(full_id) or register.events_by_id.get(full_id)
    return render(
        "points/opened.html", full_id=full_id, item=item, ways=ways, register=register,
        explain=partial(explained, glossary=register.glossary),
    )  # fmt: skip
