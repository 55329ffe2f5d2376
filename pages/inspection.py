"""One inspection: its documents, and strengths versus concerns by theme."""

from functools import partial

import streamlit as st

from scrutiny.analysis.batches import subset
from scrutiny.analysis.extract import extract
from scrutiny.analysis.frames import frames
from scrutiny.charts.findings import findings_by_theme
from scrutiny.register.vocabulary import EntryKind
from scrutiny.ui.shell.batch_choice import inspections_that_fit
from scrutiny.ui.shell.choices import filter_row, select_one
from scrutiny.ui.shell.context import current_register
from scrutiny.ui.shell.filters import entry_filters
from scrutiny.ui.shell.page import empty_register_note, page_header, require_dashboard
from scrutiny.ui.views.chart import show_picture, show_picture_table
from scrutiny.ui.views.inspections import show_documents, show_present_link, show_reply_summary
from scrutiny.wording import inspection_name, list_sources, who_reports

FINDINGS = (EntryKind.CONCERN, EntryKind.STRENGTH)

# settings
require_dashboard()
register = current_register()
if not register.inspections:
    empty_register_note()
    st.stop()

# choose
fitting = inspections_that_fit(register)
names = {inspection.id: inspection_name(register, inspection) for inspection in fitting.inspections}
with filter_row():
    chosen = register.inspections_by_id[select_one("Inspection", "inspection", list(names), names=names.__getitem__)]
    part = subset(register, (chosen.id,))
    shown = entry_filters(register, frames(part).findings, kinds=FINDINGS, choose_kinds=False)
page_header(chosen.title, chosen.subject + ".")
show_documents(chosen)
show_reply_summary(part, chosen)
show_present_link(chosen)

# process and show
picture = findings_by_theme(
    shown,
    author=who_reports(chosen),
    themes={theme.id: theme.label for theme in register.themes},
    source=list_sources(register, [chosen.id]),
)
show_picture(register, picture, key="findings")
show_picture_table(picture, partial(extract, register, shown.index))
