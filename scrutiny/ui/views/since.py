"""What is new since an earlier day: a line for the front page, and the list of what was added, changed, removed."""

from itertools import accumulate

import streamlit as st
from markupsafe import Markup

from scrutiny.analysis.facts import reference
from scrutiny.analysis.news import NEWS, Kept, News, news, news_words
from scrutiny.exports.changes import changes_table, told
from scrutiny.exports.tables import KINDS, kind_of, table_title
from scrutiny.register.difference import Change, What, words
from scrutiny.register.records import Document, Entry, Event, Inspection, Pair, Release
from scrutiny.register.register import Register
from scrutiny.store import release_snapshot
from scrutiny.ui.shell.address import selected_option
from scrutiny.ui.shell.as_of import AS_OF, earlier_releases
from scrutiny.ui.shell.choices import filter_row, select_one
from scrutiny.ui.shell.downloads import csv_button
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.shell.templates import render, show, show_html
from scrutiny.wording import inspection_name

SINCE = "since"
_ORDER = ("inspections", "documents", *(kind for kind in KINDS if kind not in ("inspections", "documents")))
_HEADS = {What.ADDED: "Added", What.CHANGED: "Changed", What.REMOVED: "No longer here"}
_MOST_UNFOLDED = 20
"""How many lines stand open at first, in whole groups from the first on."""


def choose_release() -> Release | None:
    """Choose the day since which is told what is new, the newest by default; None where no day was kept."""
    names = {str(release.date): f"Since {release.name}" for release in earlier_releases()}
    if not names:
        return None
    if len(names) == 1:
        day = selected_option(SINCE, list(names))
    else:
        with filter_row():
            day = select_one("Since when", SINCE, list(names), names=names.__getitem__, narrows=False, width=340)
    return next(release for release in earlier_releases() if str(release.date) == day)


def kept(release: Release) -> Kept | None:
    """Return the register as it was kept, None where it cannot be shown."""
    register = release_snapshot(release).register
    return Kept(release.digest, register) if register else None


def show_news_line(register: Register) -> None:
    """Say in a line what is new since the last day that was kept, with the way to all of it; nothing without one."""
    release = next(iter(earlier_releases()), None)
    if release and (then := kept(release)):
        show("since/line.html", since=release.name, new=news_words(news(register, then)))


def show_news(register: Register, then: Kept, release: Release) -> None:
    """List what was added, changed and removed since, by kind, each with its words and the way to them."""
    found = news(register, then)
    groups = {
        (what, kind): [change for change in found if change.what is what and kind_of(change.record) == kind]
        for what in What
        for kind in _ORDER
    }
    groups = {name: group for name, group in groups.items() if group}
    rows = current_rows([len(group) for group in groups.values()])
    shown = dict(zip(groups, rows.of(list(groups.values())), strict=True))
    ends = dict(zip(shown, accumulate(map(len, shown.values())), strict=True))
    first = next((name for name, group in shown.items() if group), None)
    parts = [
        (
            _HEADS[what],
            [
                (
                    table_title(kind),
                    _number(len(group), len(groups[what, kind])),
                    ends[what, kind] <= _MOST_UNFOLDED or (what, kind) == first,
                    [_line(register, then, release, change) for change in group],
                )
                for (of, kind), group in shown.items()
                if of is what and group
            ],
        )
        for what in What
    ]
    show_html(with_pager(rows, render("since/list.html", parts=[part for part in parts if part[1]])))
    _show_ways(register, then, release, found)


def _number(shown: int, number: int) -> str:
    return f"{number:,}" if shown == number else f"{shown:,} of {number:,}"


def _show_ways(register: Register, then: Kept, release: Release, found: News) -> None:
    if found:
        with st.popover("Download"):
            csv_button(lambda: changes_table(register, then, found), f"what is new since {release.name}")
    show("since/ways.html", day=str(release.date), when=release.when, counts=NEWS)


def _line(register: Register, then: Kept, release: Release, change: Change) -> Markup:
    """Return a line of the list: what was added, changed or removed, with the way to where it can be read."""
    record = change.record
    of = then.register if change.what is What.REMOVED else register
    page, query = "entry", {"id": _where(change)}
    if isinstance(record, Inspection):
        page, query = "inspection", {"inspection": record.id}
    elif query["id"] not in of.known_ids:
        page = ""
    if change.what is What.REMOVED:  # its words as they were
        query |= {AS_OF: str(release.date)}
    return render(
        "since/entry.html",
        register=of,
        text=words(record),
        page=page,
        query=query,
        about=_about(of, change),
        entry=record if isinstance(record, Entry) else None,
        fields=told(register, then, change),
    )


def _where(change: Change) -> str:
    """Return the id at which a change can be read: its own, or that of the first point that it is about."""
    record = change.record
    if isinstance(record, Pair):
        return record.later
    points = getattr(record, "entries", ()) or getattr(record, "figures", ())
    return next(iter(points), getattr(record, "about", change.id))


def _about(register: Register, change: Change) -> str:
    record = change.record
    if isinstance(record, Entry | Event):
        return reference(register, record)
    if isinstance(record, Document):
        inspection = register.inspections_by_id[change.id.partition(".")[0]]
        unread = "" if record.held else ", not read"
        return f"{record.kind.label}, {inspection_name(register, inspection)}{unread}"
    return ""
