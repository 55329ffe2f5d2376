"""Pairs: said then, found later, side by side with their caution; and what is not mentioned again."""

from functools import partial

import streamlit as st

from scrutiny.analysis.extract import extract
from scrutiny.analysis.frames import frames
from scrutiny.analysis.narrowing import part_with
from scrutiny.analysis.pairs import pairs
from scrutiny.charts.marks import labels
from scrutiny.charts.pairs import pairs_in_time
from scrutiny.register.vocabulary import PairStrength, Relation
from scrutiny.ui.chart import chart, chart_table
from scrutiny.ui.choices import choose_many, filter_row
from scrutiny.ui.filters import choose_themes
from scrutiny.ui.narrowing import narrowed
from scrutiny.ui.page import nothing_yet, through_dashboard, title
from scrutiny.ui.pairs import side_by_side, unmentioned
from scrutiny.ui.paper import on_paper
from scrutiny.ui.store import register

# settings
through_dashboard()
held = register()
title("Pairs", "What was said then and what was found later, side by side: invitations to ask, never verdicts.")
if not held.inspections:
    nothing_yet()
    st.stop()

# choose
part = narrowed(held).portion
with filter_row():
    relation = choose_many(
        "The later …", "relation", list(Relation), names=labels(Relation).__getitem__, default=list(Relation)
    )
    strength = choose_many(
        "Strength", "strength", list(PairStrength), names=labels(PairStrength).__getitem__, default=list(PairStrength)
    )
    themes = choose_themes(held)

# process and show
found = pairs(part)
shown = found[found["relation"].isin(relation) & found["strength"].isin(strength)]
shown = shown[shown["themes"].map(lambda named: bool(set(named) & set(themes))).astype(bool)]
both = list(dict.fromkeys([*shown["later"], *shown["earlier"]]))
sides = frames(part_with(held, part, both)).entries.loc[both]
picture = pairs_in_time(shown, sides, as_of=held.settings.reviewed_on.printed)
chart(held, picture, key="pairs", wide=True)
side_by_side(held, shown)
unmentioned(held, frames(part).entries)
with st.container(key="repeats"):
    chart_table(picture, partial(extract, held, {*shown["earlier"], *shown["later"]}, pairs=shown.index))
on_paper("The table of these pairs is left out on paper: it repeats what stands above of each of them.")
