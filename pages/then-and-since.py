"""Then and since: two statements side by side with their caution; and what came back from an inspection."""

from functools import partial

from scrutiny.analysis.extract import extract
from scrutiny.analysis.pairs import pairs
from scrutiny.analysis.questions import questions, suggest
from scrutiny.ui.shell.address import accept_old_param
from scrutiny.ui.shell.batch_choice import choose_batch
from scrutiny.ui.shell.choices import filter_row
from scrutiny.ui.shell.context import today
from scrutiny.ui.shell.filters import choose_inspection, choose_theme
from scrutiny.ui.shell.page import begin_page, page_header, require_inspections
from scrutiny.ui.views.pairs import choose_later_view, choose_pairs, show_came_back, show_pairs

# settings
register = begin_page()
accept_old_param("theme", "themes")
require_inspections(register, "Then and since")

# choose
batch = choose_batch(register)
with filter_row():
    came_back = choose_later_view(register, batch.fitting)
    themes = choose_theme(register)
    if came_back is None:
        inspections = choose_inspection(batch.fitting)
        relation, strength = choose_pairs()

# process and show
if came_back is None:
    page_header(
        "Then and since: what was said, and what was said later",
        "Two statements from different inspections, side by side. They invite a question; they settle nothing.",
        title="Then and since",
    )
    shown = [
        view
        for view in pairs(batch.portion)
        if view.pair.relation in relation
        and view.pair.strength in strength
        and not set(themes).isdisjoint(view.themes)
        and not {view.earlier.inspection, view.later.inspection}.isdisjoint(inspections)
    ]
    both = {name for view in shown for name in (view.pair.later, view.pair.earlier)}
    suggested = [question.id for question in suggest(questions(batch.portion, today()).values())]
    show_pairs(register, shown, partial(extract, register, both, pairs=[view.pair.id for view in shown]), suggested)
else:
    page_header(
        "What came back from an earlier inspection",
        f"{came_back.title}: each concern, with what later papers say of it.",
        title=f"What came back from {came_back.short_title} – Then and since",
    )
    show_came_back(register, came_back, themes)
