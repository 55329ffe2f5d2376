"""Then and since: two statements side by side with their caution; and what is not mentioned again."""

from functools import partial

import streamlit as st

from scrutiny.analysis.batches import subset_with
from scrutiny.analysis.extract import extract
from scrutiny.analysis.frames import frames
from scrutiny.analysis.pairs import pairs
from scrutiny.charts.marks import labels
from scrutiny.charts.pairs import pairs_in_time
from scrutiny.register.vocabulary import PairStrength, Relation
from scrutiny.ui.shell.address import accept_old_param
from scrutiny.ui.shell.batch_choice import choose_batch
from scrutiny.ui.shell.choices import filter_row, select_many
from scrutiny.ui.shell.context import current_register
from scrutiny.ui.shell.filters import choose_themes
from scrutiny.ui.shell.page import empty_register_note, page_header, require_dashboard
from scrutiny.ui.shell.printing import print_only
from scrutiny.ui.views.chart import show_picture, show_picture_table
from scrutiny.ui.views.pairs import show_pairs, show_unmentioned

# settings
require_dashboard()
accept_old_param("theme", "themes")
register = current_register()
page_header("Then and since", "Two statements side by side, to prompt questions, not to pass judgement.")
if not register.inspections:
    empty_register_note()
    st.stop()

# choose
part = choose_batch(register).portion
with filter_row():
    relation = select_many(
        "Compared with before",
        "relation",
        list(Relation),
        names=labels(Relation).__getitem__,
        default=list(Relation),
    )
    strength = select_many(
        "Link", "strength", list(PairStrength), names=labels(PairStrength).__getitem__, default=list(PairStrength)
    )
    themes = choose_themes(register)

# process and show
shown = [
    view
    for link in strength
    for view in pairs(part)
    if view.pair.strength == link and view.pair.relation in relation and not set(themes).isdisjoint(view.themes)
]
both = list(dict.fromkeys([*(view.pair.later for view in shown), *(view.pair.earlier for view in shown)]))
sides = frames(subset_with(register, part, both)).entries.loc[both]
picture = pairs_in_time(shown, sides)
show_picture(register, picture, key="pairs", wide=True)
show_pairs(register, shown)
show_unmentioned(register, part.entries)
with st.container(key="repeats"):
    show_picture_table(picture, partial(extract, register, both, pairs=[view.pair.id for view in shown]))
print_only("The table of these comparisons is left out on paper: it repeats what stands above.")
