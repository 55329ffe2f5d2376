"""One inspection: its documents, and strengths versus concerns by theme."""

from scrutiny.charts.findings import findings_by_theme
from scrutiny.register.vocabulary import Scope, Voice
from scrutiny.ui.address import choose_many, choose_one, filter_row
from scrutiny.ui.chart import chart
from scrutiny.ui.inspections import document_list, sources
from scrutiny.ui.page import through_dashboard, title
from scrutiny.ui.store import register, register_frames

INSPECTORS = [Voice.INSPECTORATE, Voice.REPORTED, Voice.QUOTED]

# settings
through_dashboard()
held = register()
findings = register_frames().findings
ids = list(held.inspections_by_id)

# choose
with filter_row():
    chosen = held.inspections_by_id[
        choose_one("Inspection", "inspection", ids, names=lambda key: held.inspections_by_id[key].short_title)
    ]
    voices = choose_many("Whose words", "voice", list(Voice), names=lambda key: Voice(key).label, default=INSPECTORS)
    scopes = choose_many("Scope", "scope", list(Scope), names=lambda key: Scope(key).label, default=list(Scope))
title(chosen.title, chosen.subject + ".")
document_list(chosen)

# process and show
of_it = findings[findings["inspection"] == chosen.id]
picture = findings_by_theme(
    of_it[of_it["voice"].isin(voices) & of_it["scope"].isin(scopes)],
    themes={theme.id: theme.label for theme in held.themes},
    source=sources(chosen),
    as_of=held.settings.reviewed_on.printed,
)
chart(held, picture, key="findings")
