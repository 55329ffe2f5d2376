"""The words beside a chart: every point that it shows, a line each, grouped as the chart is, and opened in place."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from weakref import WeakKeyDictionary

from markupsafe import Markup

from scrutiny.analysis.facts import basis, remark
from scrutiny.charts.picture import Picture
from scrutiny.register.records import Finding
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Basis, Scope
from scrutiny.ui.shell.address import ENTRY_PARAM, resolve_view_links, same_view_url
from scrutiny.ui.shell.templates import MACROS, render
from scrutiny.ui.views.card import card_content
from scrutiny.wording import inspection_name, join_list

Remarks = Mapping[tuple[str, str], Markup]
"""What stands below lines of a list, by the name of the group and the full id."""

NO_REMARKS: Remarks = MappingProxyType({})

_SCOPE = "Local or national"
_MOST_UNFOLDED = 45
"""How many lines a list can have with all of its groups unfolded; a longer one begins with its largest group alone.

A line with a remark counts as two.
"""


@dataclass(frozen=True)
class _Group:
    name: str
    number: str
    ids: Sequence[str]
    lines: Sequence[Markup]


_groups_of: WeakKeyDictionary[Picture, tuple[Remarks, list[_Group]]] = WeakKeyDictionary()
"""The lines of each picture with the remarks on them, written once for all readers."""


def point_list(register: Register, picture: Picture, opened: str | None, remarks: Remarks) -> Markup:
    """Return the list of a picture's points; the one that is opened has its words, with the way on and back.

    A point that the chart draws in several groups is opened in the first of them.
    """
    noted, groups = _groups_of.get(picture, (remarks, None))
    if groups is None or noted != remarks:
        several = len({name.partition(".")[0] for name in picture.table.index}) > 1
        mixed = _SCOPE in picture.table and picture.table[_SCOPE].nunique() > 1
        groups = [
            _Group(
                name,
                _number(register, ids),
                ids,
                [
                    _line(
                        register,
                        picture,
                        full_id,
                        remarks.get((name, full_id)),
                        group=name if several else None,
                        mixed=mixed,
                    )
                    for full_id in ids
                ],
            )
            for name, ids in picture.groups.items()
        ]
        _groups_of[picture] = remarks, groups
    at = next((group for group in groups if opened in group.ids), None)
    is_short = sum(len(group.ids) for group in groups) + len(remarks) <= _MOST_UNFOLDED
    first = at or max(groups, key=lambda group: len(group.ids), default=None)
    shown = []
    for group in groups:
        lines = list(group.lines)
        if opened and group is at:
            in_order = list(dict.fromkeys(full_id for one in groups for full_id in one.ids))
            lines[list(group.ids).index(opened)] = _opened(register, opened, in_order)
        shown.append((group.name, group.number, picture.links.get(group.name), is_short or group is first, lines))
    return resolve_view_links(render("points/list.html", groups=shown))


def _number(register: Register, ids: Sequence[str]) -> str:
    """Say how many points a group has; of findings, those that count as inspectors' concerns or strengths apart."""
    entries = [register.entries_by_id.get(full_id) for full_id in ids]
    findings = [entry for entry in entries if isinstance(entry, Finding)]
    if len(findings) < len(ids):
        return f"{len(ids)}"
    rests_on = Counter(basis(register, finding) for finding in findings)
    elsewhere, own = rests_on[Basis.ELSEWHERE], rests_on[Basis.OWN]
    apart = [f"{elsewhere} from elsewhere"] if elsewhere else []
    apart += [f"{own} of the letter’s own"] if own else []
    found = [f"{rests_on[Basis.FOUND]}"] if rests_on[Basis.FOUND] or not apart else []
    return ", plus ".join([*found, *filter(None, [join_list(apart)])])


def _line(
    register: Register, picture: Picture, full_id: str, below: Markup | None, *, group: str | None, mixed: bool
) -> Markup:
    """Return the line of a point: its symbol and its sentence, which open it, and what is to be known of it.

    With a `group`, as inspections are several, its inspection is named, unless the group's name says it already. What a
    letter in the symbol says on the chart stands in words: E by its remark, N where local and national are `mixed`.

    What is no entry (a document, an event, a date) is named with its date.
    """
    entry = register.entries_by_id.get(full_id)
    if entry is None:
        row = picture.table.loc[full_id]
        text, told = f"{row['What']}: {row['Date as stated']}", []
    else:
        name = inspection_name(register, register.inspections_by_id[entry.inspection])
        is_named = group is None or group.startswith(name)
        is_national = mixed and entry.scope is Scope.NATIONAL
        text, told = entry.summary, ["" if is_named else name, "national" if is_national else "", remark(entry)]
    symbol = picture.symbols.get(full_id)
    known = " · ".join(filter(None, told))
    line: Markup = MACROS.point_line(register, full_id, entry, symbol, text, known, below)
    return line


def _opened(register: Register, full_id: str, in_order: Sequence[str]) -> Markup:
    """Return the words of the opened point, and the way to its neighbours in the list."""
    place = in_order.index(full_id)
    neighbours = {"Previous": in_order[place - 1 : place], "Next": in_order[place + 1 : place + 2]}
    ways = {words: same_view_url({ENTRY_PARAM: ids[0]}) for words, ids in neighbours.items() if ids}
    ways["Close"] = same_view_url({}, without=[ENTRY_PARAM])
    content = card_content(register, full_id, brief=True)
    return render("points/opened.html", full_id=full_id, content=content, ways=ways)
