"""The words beside a chart: every point that it shows, a line each, grouped as the chart is, and opened in place."""

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from markupsafe import Markup

from scrutiny.charts.picture import Picture
from scrutiny.register.register import Register
from scrutiny.ui.shell.address import ENTRY_PARAM, same_view_url
from scrutiny.ui.shell.links import resolve_view_links
from scrutiny.ui.shell.templates import MACROS, render
from scrutiny.ui.views.card import card_content

_MOST_UNFOLDED = 45
"""How many lines a list can have with all of its groups unfolded; a longer one begins with its largest group alone."""


@dataclass(frozen=True)
class _Group:
    name: str
    ids: Sequence[str]
    lines: Sequence[Markup]


_groups_of: WeakKeyDictionary[Picture, list[_Group]] = WeakKeyDictionary()
"""The lines of each picture, written once for all readers."""


def point_list(register: Register, picture: Picture, opened: str | None) -> Markup:
    """Return the list of a picture's points; the one that is opened has its words, with the way on and back.

    A point that the chart draws in several groups is opened in the first of them.
    """
    groups = _groups_of.get(picture)
    if groups is None:
        groups = _groups_of[picture] = [
            _Group(name, ids, [_line(register, picture, full_id, name) for full_id in ids])
            for name, ids in picture.groups.items()
        ]
    at = next((group for group in groups if opened in group.ids), None)
    is_short = sum(len(group.ids) for group in groups) <= _MOST_UNFOLDED
    first = at or max(groups, key=lambda group: len(group.ids), default=None)
    shown = []
    for group in groups:
        lines = list(group.lines)
        if opened and group is at:
            in_order = list(dict.fromkeys(full_id for one in groups for full_id in one.ids))
            lines[list(group.ids).index(opened)] = _opened(register, opened, in_order)
        shown.append((group.name, picture.links.get(group.name), is_short or group is first, lines))
    return resolve_view_links(render("points/list.html", groups=shown))


def _line(register: Register, picture: Picture, full_id: str, group: str) -> Markup:
    """Return the line of a point: its symbol and its sentence, which open it, and its inspection if there are several.

    A group that is named by the inspection says it for all of its lines.

    What is no entry (a document, an event, a date) is named with its date.
    """
    row = picture.table.loc[full_id]
    entry = register.entries_by_id.get(full_id)
    if entry is None:
        line: Markup = MACROS.point_line(register, full_id, None, f"{row['What']}: {row['Date as stated']}", "")
        return line
    several = len({name.partition(".")[0] for name in picture.table.index}) > 1
    name = register.inspections_by_id[entry.inspection].short_title
    inspection = name if several and not group.startswith(name) else ""
    line = MACROS.point_line(register, full_id, entry, entry.summary, inspection)
    return line


def _opened(register: Register, full_id: str, in_order: Sequence[str]) -> Markup:
    """Return the words of the opened point, and the way to its neighbours in the list."""
    place = in_order.index(full_id)
    neighbours = {"Previous": in_order[place - 1 : place], "Next": in_order[place + 1 : place + 2]}
    ways = {words: same_view_url({ENTRY_PARAM: ids[0]}) for words, ids in neighbours.items() if ids}
    ways["Close"] = same_view_url({}, without=[ENTRY_PARAM])
    content = card_content(register, full_id, brief=True)
    return render("points/opened.html", full_id=full_id, content=content, ways=ways)
