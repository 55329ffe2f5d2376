"""The list of commitments: by kind, each with what is printed for it and how long ago; and apart from it, needs."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from html import escape

import pandas as pd
import streamlit as st
from markupsafe import Markup

from scrutiny.analysis.checkable import CheckableCommitment, commitments_by_id
from scrutiny.analysis.extract import extract
from scrutiny.charts.marks import labels
from scrutiny.charts.picture import Picture
from scrutiny.register.records import Commitment
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import COMMITMENT_KINDS, CommitmentKind, Tick
from scrutiny.ui.shell.address import selected_options
from scrutiny.ui.shell.choices import select_many
from scrutiny.ui.shell.downloads import csv_button, workbook_button
from scrutiny.ui.shell.links import resolve_view_links, view_link
from scrutiny.ui.shell.markup import show_html
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.views.table import Row, html_table
from scrutiny.wording import GENERAL, count_of, format_day, inspection_name

_NOBODY = "nobody-named"  # a hyphen: no body can have this id
_HEADS = ["Entry", "Commitment", "Who must act", "Specific act", "Date", "Measure", "Where and when"]


def commitment_filters(
    register: Register, commitments: pd.DataFrame, needs: Sequence[Commitment]
) -> tuple[pd.DataFrame, list[Commitment]]:
    """Show filters over kind, who says it, who must act, theme and inspection; return what fits them all.

    `commitments` is the frame of `checkable`. Of who, theme and inspection, nothing chosen means that all are shown.
    `needs` are neither undertaking nor expectation, and nobody takes them on: they fit if no owner is asked for.
    """
    kinds = select_many(
        "Kinds",
        "commitment",
        COMMITMENT_KINDS,
        names=labels(CommitmentKind).__getitem__,
        default=COMMITMENT_KINDS,
    )
    shown = commitments[commitments["commitment"].isin(kinds)]
    owners = commitments["owner"].fillna(_NOBODY)
    by = _some("Who says it", "by", _bodies(register, commitments["by"]), _name_of(register))
    owner = _some("Who must act", "owner", _bodies(register, owners), _name_of(register))
    theme, inspection = _more(register)
    if theme:
        shown = shown[shown["themes"].map(lambda named: bool(set(named) & set(theme))).astype(bool)]
    for column, chosen in ((commitments["by"], by), (owners, owner), (commitments["inspection"], inspection)):
        if chosen:
            shown = shown[column.reindex(shown.index).isin(chosen)]
    needs_shown = [
        need
        for need in needs
        if not owner
        and (not by or need.by in by)
        and (not theme or not set(theme).isdisjoint(need.themes))
        and (not inspection or need.inspection in inspection)
    ]
    return shown, needs_shown


def need_list(register: Register, needs: Sequence[Commitment]) -> None:
    """List what is said to be needed and nobody takes on, apart from the commitments and without ticks."""
    if not needs:
        return
    st.header(CommitmentKind.NEED.label, anchor=False)
    st.caption(CommitmentKind.NEED.meaning)
    rows = current_rows([len(needs)], "needs")
    (part,) = rows.of([needs])
    heads = ["Entry", CommitmentKind.NEED.label, "Said by", "Where"]
    html = html_table(f"{len(needs)} said to be needed", heads, (_need_row(register, need) for need in part))
    show_html(with_pager(rows, resolve_view_links(html)))


def commitment_list(
    register: Register, commitments: pd.DataFrame, picture: Picture, *, today: date, most_first: bool
) -> None:
    """List commitments under their kinds, in the order of the register or, if asked, with most printed first.

    `commitments` are rows of the frame of `checkable`; `picture` is the chart of the same rows, whose table is
    offered as CSV, and whose entries as a workbook.
    """
    if commitments.empty:
        return
    st.header("The commitments", anchor=False)
    st.caption(
        f"Days are counted to {format_day(today)}. “Not printed” is said of the papers that "
        "are held, not of what was done."
    )
    with st.container(horizontal=True, key="downloads"):
        csv_button(lambda: picture.table, picture.headline, today)
        workbook_button(partial(extract, register, commitments.index), picture.headline)
    shown = [commitments_by_id(register, today)[full_id] for full_id in commitments.index]
    if most_first:  # how much is printed orders the list, and is not shown
        shown.sort(key=lambda one: sum(words is not None for words in one.terms.values()), reverse=True)
    kinds = {kind: [one for one in shown if one.commitment.kind is kind] for kind in COMMITMENT_KINDS}
    by_kind = {kind: of_kind for kind, of_kind in kinds.items() if of_kind}
    rows = current_rows([len(of_kind) for of_kind in by_kind.values()])
    parts = zip(by_kind.items(), rows.of(list(by_kind.values())), strict=True)
    html = "".join(_table(register, kind, part, len(of_kind)) for (kind, of_kind), part in parts if part)
    show_html(with_pager(rows, resolve_view_links(html)))


def _table(register: Register, kind: CommitmentKind, commitments: Sequence[CheckableCommitment], number: int) -> str:
    """Write commitments of a kind, of which there are so many, under its name."""
    caption = f"{count_of(number, kind.label.lower())}. {kind.meaning}"
    rows = (_row(register, one) for one in commitments)
    return f'<h3>{kind.label}s</h3><div class="commitments">{html_table(caption, _HEADS, rows)}</div>'


def _bodies(register: Register, named: Iterable[str]) -> list[str]:
    """Return the bodies that are named, in the order of the register, and last that nobody is."""
    there = set(named)
    return [body for body in (*register.bodies_by_id, _NOBODY) if body in there]


def _name_of(register: Register) -> Callable[[str], str]:
    """Return a function that names a body, or says that nobody is named."""
    return lambda body: "Nobody named" if body == _NOBODY else register.bodies_by_id[body].short


def _some(label: str, key: str, options: list[str], names: Callable[[str], str]) -> list[str]:
    """Show a choice of some of the options; none is chosen by default."""
    return select_many(label, key, options, names=names, default=[], long=True)


def _more(register: Register) -> tuple[list[str], list[str]]:
    """Choose themes and inspections, behind a button that says how many of these filters are on."""
    themes = register.themes_by_id
    inspections = {one.id: inspection_name(register, one) for one in register.inspections}
    on = bool(selected_options("themes", list(themes), [])) + bool(
        selected_options("inspection", list(inspections), [])
    )
    with st.popover(f"More filters ({on} on)" if on else "More filters"):
        theme = _some("Themes", "themes", list(themes), lambda key: themes[key].label)
        inspection = _some("Inspections", "inspection", list(inspections), inspections.__getitem__)
    return theme, inspection


def _row(register: Register, checkable: CheckableCommitment) -> Row:
    commitment, terms = checkable.commitment, checkable.terms
    inspection = inspection_name(register, register.inspections_by_id[commitment.inspection])
    name = _name_of(register)
    said = [f"Said by: {name(commitment.by)}", *([GENERAL] if commitment.general else [])]
    cells = [
        view_link(commitment.full_id, commitment.id),
        f"{escape(commitment.summary)}<br><small>{escape('. '.join(said))}</small>",
        _tick(escape(name(commitment.owner)) if commitment.owner else None),
        _tick("" if terms[Tick.ACT] else None),
        _tick(_quoted(terms[Tick.DATE])) + _about_date(checkable),
        _tick(_quoted(terms[Tick.MEASURE])),
        f"{escape(inspection)} ({commitment.scope.label.lower()})<br>{_made(checkable)}",
    ]
    return list(map(Markup, cells))


def _need_row(register: Register, need: Commitment) -> Row:
    inspection = inspection_name(register, register.inspections_by_id[need.inspection])
    where = f"{inspection} ({need.scope.label.lower()})"
    return [view_link(need.full_id, need.id), need.summary, _name_of(register)(need.by), where]


def _tick(words: str | None) -> str:
    """Write whether something is printed, as a mark and as a word, with what is printed, if that is to be said."""
    if words is None:
        return '<span class="unbroken"><span aria-hidden="true">□</span> not printed</span>'
    return f'<span class="unbroken"><span aria-hidden="true">■</span> printed</span>{words and f": {words}"}'


def _quoted(words: str | None) -> str | None:
    return None if words is None else f"“{escape(words)}”"


def _about_date(checkable: CheckableCommitment) -> str:
    """Say that a printed date has passed, and what is doubtful about it."""
    parts = []
    if checkable.has_passed:
        parts.append("date passed" if checkable.later_held else "date passed; nothing later held")
    due = checkable.commitment.due
    if due and due.doubt:
        parts.append(f"in doubt: {due.doubt}")
    return "".join(f"<br><small>{escape(part)}</small>" for part in parts)


def _made(checkable: CheckableCommitment) -> str:
    """Write how long ago a commitment was made, as exactly as the date of its document allows."""
    made = checkable.made
    if not (made and made.date and checkable.days_since):
        return "date of the document not known"
    doubt = " (date in doubt)" if made.doubt else ""
    return f'{_ago(*checkable.days_since)} <span class="unbroken">({escape(made.date.printed)})</span>{doubt}'


def _ago(least: int, most: int) -> str:
    """Put days since in words; a date that begins after today is only said to."""
    if most < 0:
        return "dated after today"
    if most == 0:
        return "made today"
    if least == most:
        return f"made {count_of(most, 'day')} ago"
    return f"made between {max(least, 0)} and {count_of(most, 'day')} ago"
