"""One inspection: its documents, and strengths versus concerns by theme."""

from functools import partial

import streamlit as st

from scrutiny.analysis.extract import extract
from scrutiny.analysis.frames import frames
from scrutiny.analysis.narrowing import name_of, part
from scrutiny.charts.findings import findings_by_theme
from scrutiny.charts.headings import sources
from scrutiny.register.vocabulary import EntryKind, Voice
from scrutiny.ui.chart import chart, chart_table
from scrutiny.ui.choices import choose_one, filter_row
from scrutiny.ui.filters import entry_filters
from scrutiny.ui.inspections import answer_in_short, document_list, ways_on
from scrutiny.ui.narrowing import inspections_that_fit
from scrutiny.ui.page import nothing_yet, through_dashboard, title
from scrutiny.ui.store import register

FINDINGS = (EntryKind.CONCERN, EntryKind.STRENGTH)
INSPECTORS = [Voice.INSPECTORATE, Voice.REPORTED, Voice.QUOTED]

# settings
through_dashboard()
held = register()
if not held.inspections:
    nothing_yet()
    st.stop()

# choose
names = {one.id: name_of(held, one) for one in inspections_that_fit(held).inspections}
with filter_row():
    chosen = held.inspections_by_id[choose_one("Inspection", "inspection", list(names), names=names.__getitem__)]
    alone = part(held, (chosen.id,))
    shown = entry_filters(held, frames(alone).findings, kinds=FINDINGS, choose_kinds=False, voices=INSPECTORS)
title(chosen.title, chosen.subject + ".")
document_list(chosen)
answer_in_short(alone, chosen)
ways_on(chosen)

# process and show
picture = findings_by_theme(
    shown,
    name=chosen.short_title,
    themes={theme.id: theme.label for theme in held.themes},
    source=sources(chosen),
    as_of=held.settings.reviewed_on.printed,
)
chart(held, picture, key="findings")
chart_table(picture, partial(extract, held, shown.index))
