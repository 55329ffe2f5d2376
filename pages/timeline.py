"""Everything that has a date, in lanes: inspections, documents, operations, strategies and other events."""

from functools import partial

from scrutiny.analysis.extract import extract
from scrutiny.analysis.timeline import Lane, timeline
from scrutiny.charts.marks import labels
from scrutiny.charts.timeline import timeline_in_lanes
from scrutiny.register.vocabulary import Scope
from scrutiny.ui.shell.batch_choice import choose_batch
from scrutiny.ui.shell.choices import filter_row, more_filters, select_many
from scrutiny.ui.shell.filters import choose_inspections
from scrutiny.ui.shell.page import begin_page, empty_register_note, page_header
from scrutiny.ui.views.chart import show_picture

BY_DEFAULT = [lane for lane in Lane if lane is not Lane.FIGURES]

# settings
register = begin_page()

# choose
batch = choose_batch(register)
with filter_row(), more_filters():
    lanes = select_many("Show", "lane", list(Lane), names=labels(Lane).__getitem__, default=BY_DEFAULT)
    scopes = select_many("Local or national", "scope", list(Scope), names=labels(Scope).__getitem__)
    inspections = choose_inspections(batch.fitting)

# process and show, or say why there is nothing
page_header("What happened when?", title="Timeline")
things = timeline(batch.portion)
if things.empty:
    empty_register_note()
else:
    shown = things[things["lane"].isin(lanes) & things["scope"].isin(scopes)]
    some = len(inspections) < len(batch.fitting.inspections)
    picture = timeline_in_lanes(
        shown[shown["told_by"].isin(inspections)] if some else shown,
        only=[one.short_title for one in batch.portion.inspections if one.id in inspections] if some else [],
    )
    show_picture(
        register, picture, key="timeline", part=partial(extract, batch.portion, picture.table.index), wide=True
    )
