"""Themes by inspection, side by side; and one theme through time, on an address of its own."""

from functools import partial

from scrutiny.analysis.counts import concerns
from scrutiny.analysis.extract import extract
from scrutiny.analysis.frames import frames
from scrutiny.charts.matrix import columns_of, matrix
from scrutiny.register.vocabulary import EntryKind
from scrutiny.ui.shell.address import active_filters, selected_option
from scrutiny.ui.shell.batch_choice import choose_batch
from scrutiny.ui.shell.choices import filter_row, select_one
from scrutiny.ui.shell.filters import entry_filters, inspections_shown
from scrutiny.ui.shell.page import begin_page, empty_register_note, page_header
from scrutiny.ui.shell.templates import show
from scrutiny.ui.views.chart import show_picture
from scrutiny.ui.views.thread import followed_theme, show_thread, theme_links

FIRST = (EntryKind.CONCERN, EntryKind.STRENGTH)
ABOUT = "The name of a theme leads to all that was said on it, oldest first."
ORDERS = {"fixed": "Themes in their usual order", "again": "Most often raised first"}

# settings
register = begin_page()
theme = followed_theme(register)

# choose
found = choose_batch(register)
part = found.portion
order = partial(select_one, "Order", "order", list(ORDERS), names=ORDERS.__getitem__, narrows=False)
with filter_row():
    if theme:
        shown = entry_filters(register, frames(part).entries, among=found.fitting)
        show("back.html")
    else:
        shown = entry_filters(register, frames(part).entries, kinds=FIRST, among=found.fitting, further=order)

# process and show: one theme, or all side by side, or why there is nothing
if theme:
    show_thread(part, theme, shown.index)
elif not register.inspections:
    page_header("Themes")
    empty_register_note()
else:
    page_header("What was said on each theme?", title="Themes")
    _, chosen = active_filters()["Themes"]
    only = set(shown["theme"]) if chosen and len(shown) else {one.id for one in register.themes}
    picture = matrix(
        shown,
        columns=columns_of(part, inspections_shown(found.fitting, part), brief=True),
        themes={one.id: one.label for one in register.themes if one.id in only},
        narrowed=len(only) < len(register.themes) or concerns.of(shown) < concerns.of(frames(part).entries),
        by_recurrence=selected_option("order", list(ORDERS)) == "again",
        links=theme_links(register),
    )
    show_picture(register, picture, key="matrix", part=partial(extract, part, shown.index), wide=True, about=ABOUT)
