"""One inspection: its documents, and strengths versus concerns by theme."""

from functools import partial

import streamlit as st

from scrutiny.analysis.extract import extract
from scrutiny.charts.findings import findings_by_theme
from scrutiny.charts.headings import sources
from scrutiny.register.vocabulary import EntryKind, Voice
from scrutiny.ui.address import choose_one, filter_row
from scrutiny.ui.chart import chart, chart_table
from scrutiny.ui.filters import entry_filters
from scrutiny.ui.inspections import answer_in_short, document_list, ways_on
from scrutiny.ui.page import nothing_yet, through_dashboard, title
from scrutiny.ui.store import register, register_frames

FINDINGS = (EntryKind.CONCERN, EntryKind.STRENGTH)
INSPECTORS = [Voice.INSPECTORATE, Voice.REPORTED, Voice.QUOTED]

# settings
through_dashboard()
held = register()
findings = register_frames().findings
ids = list(held.inspections_by_id)
if not ids:
    nothing_yet()
    st.stop()

# choose
with filter_row():
    chosen = held.inspections_by_id[
        choose_one("Inspection", "inspection", ids, names=lambda key: held.inspections_by_id[key].short_title)
    ]
    of_it = findings[findings["inspection"] == chosen.id]
    shown = entry_filters(held, of_it, kinds=FINDINGS, choose_kinds=False, voices=INSPECTORS, inspections=False)
title(chosen.title, chosen.subject + ".")
document_list(chosen)
answer_in_short(held, chosen)
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
