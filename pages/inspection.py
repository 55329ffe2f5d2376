"""One inspection: its documents, and strengths versus concerns by theme."""

from scrutiny.charts.findings import findings_by_theme
from scrutiny.register.vocabulary import Scope, Voice
from scrutiny.ui.address import choose_many, choose_one
from scrutiny.ui.chart import chart
from scrutiny.ui.inspections import document_list, sources
from scrutiny.ui.page import title
from scrutiny.ui.store import register, register_frames

INSPECTORS = [Voice.INSPECTORATE, Voice.REPORTED, Voice.QUOTED]

# settings
held = register()
findings = register_frames().findings
ids = list(held.inspections_by_id)

# choose
chosen = held.inspections_by_id[
    choose_one("Inspection", "inspection", ids, names=lambda key: held.inspections_by_id[key].short_title)
]
title(chosen.title, chosen.subject + ".")
document_list(chosen)
voices = choose_many("Whose words", "voice", list(Voice), names=lambda key: Voice(key).label, default=INSPECTORS)
scopes = choose_many("Scope", "scope", list(Scope), names=lambda key: Scope(key).label, default=list(Scope))

# process and show
of_it = findings[findings["inspection"] == chosen.id]
picture = findings_by_theme(
    of_it[of_it["voice"].isin(voices) & of_it["scope"].isin(scopes)],
    themes={theme.id: theme.label for theme in held.themes},
    source=sources(chosen),
    as_of=held.settings.reviewed_on.printed,
)
chart(
    held,
    picture,
    key="findings",
    how_to_read="Square: concern. Circle: strength. Hollow: the respondent's own view. N: national.",
)
