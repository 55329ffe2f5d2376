"""What the panel asked before, what was answered and what came of it; and for curators, how to begin."""

from collections.abc import Collection
from functools import partial

from scrutiny.analysis.panel import asked_before, is_open
from scrutiny.register.records import AskedQuestion
from scrutiny.register.register import Register
from scrutiny.ui.shell.address import open_entry_id
from scrutiny.ui.shell.context import is_curator
from scrutiny.ui.shell.pager import current_rows, with_pager
from scrutiny.ui.shell.templates import render, show, show_html
from scrutiny.ui.views.questions import places

_UNFOLDED = 5


def opened_question(register: Register) -> AskedQuestion | None:
    """Return the question asked before that the address opens, if it opens one."""
    known = {one.full_id: one for one in register.asked}
    return known.get(open_entry_id(known, within=known) or "") if known else None


def show_asked_before(
    register: Register, opened: AskedQuestion | None, *, inspections: Collection[str], themes: Collection[str]
) -> None:
    """Show what was asked about points of some inspections and themes, open questions first; else nothing."""
    if not register.whole.asked:
        if is_curator():
            show("questions/begin.html")
        return
    fitting = [one for one in asked_before(register) if one == opened or _fits(register, one, inspections, themes)]
    if fitting:
        rows = current_rows([len(fitting)], "asked")
        shown = fitting[rows.first : rows.last]
        unfolded = [one for one in shown if is_open(one)][:_UNFOLDED] or shown[:1]
        rest = [one for one in shown if one not in unfolded]
        html = render(
            "questions/asked.html",
            register=register,
            unfolded=unfolded,
            rest=rest,
            opened=opened,
            places=partial(places, register),
        )
        show_html(with_pager(rows, html))


def _fits(register: Register, one: AskedQuestion, inspections: Collection[str], themes: Collection[str]) -> bool:
    about = [register.entries_by_id[full_id] for full_id in one.entries]
    return any(entry.inspection in inspections and entry.themes[0] in themes for entry in about)
