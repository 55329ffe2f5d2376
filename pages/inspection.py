"""One inspection: strengths and concerns by theme, with the words; below, its documents and all else that they say."""

from functools import partial

from scrutiny.analysis.batches import subset
from scrutiny.analysis.choice import about_newest
from scrutiny.analysis.extract import extract
from scrutiny.analysis.frames import frames
from scrutiny.charts.findings import findings_by_theme
from scrutiny.ui.shell.address import add_params, param
from scrutiny.ui.shell.batch_choice import inspections_that_fit
from scrutiny.ui.shell.choices import filter_row, select_one
from scrutiny.ui.shell.filters import entry_filters, inspection_names
from scrutiny.ui.shell.page import begin_page, page_header, require_inspections
from scrutiny.ui.views.chart import show_picture
from scrutiny.ui.views.inspections import inspection_lead, show_rest
from scrutiny.wording import list_sources, who_reports

# settings
register = begin_page()
require_inspections(register, "Inspections")

# choose
fitting = inspections_that_fit(register)
names = inspection_names(fitting)
of_point = (param("entry") or "").partition(".")[0]
if of_point in names and param("inspection") is None:
    add_params({"inspection": of_point})  # for the ways on, which leave the point out
first = of_point if of_point in names else about_newest(fitting).inspections[0]
with filter_row():
    chosen = register.inspections_by_id[
        select_one("Inspection", "inspection", list(names), names=names.__getitem__, default=first, segmented=True)
    ]
    part = subset(register, (chosen.id,))
    findings = frames(part).findings
    shown = entry_filters(register, findings)

# process and show
page_header(names[chosen.id], inspection_lead(chosen), title=f"{names[chosen.id]} – Inspections")
about = f"Every symbol is one point in {list_sources(register, [chosen.id])}, under its main theme."
picture = findings_by_theme(
    shown,
    author=who_reports(chosen),
    themes={theme.id: theme.label for theme in register.themes},
    narrowed=len(shown) < len(findings),
)
show_picture(register, picture, key="findings", part=partial(extract, register, shown.index), about=about)
show_rest(part, chosen)
