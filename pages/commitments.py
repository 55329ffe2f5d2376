"""Every commitment with what it states: who acts, a specific act, a date, how it is measured."""

from functools import partial

from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.analysis.extract import extract
from scrutiny.charts.commitments import TICKS_KEY, commitments_by_tick
from scrutiny.ui.shell.address import accept_old_param, accept_old_values
from scrutiny.ui.shell.batch_choice import choose_batch
from scrutiny.ui.shell.choices import filter_row
from scrutiny.ui.shell.context import today
from scrutiny.ui.shell.page import begin_page, page_header
from scrutiny.ui.views.chart import show_picture
from scrutiny.ui.views.commitments import OLD_KINDS, commitment_filters, need_list, statements
from scrutiny.wording import office

# settings
register = begin_page()
accept_old_param("theme", "themes")
accept_old_param("kind", "commitment")
accept_old_values("commitment", OLD_KINDS)

# choose
found = choose_batch(register)
part = found.portion
with filter_row():
    shown, needs = commitment_filters(found.fitting, checkable_commitments(part, today()), part.needs)

# process and show
page_header(
    "Commitments: who, what, when and how measured",
    "What the authors of the letters and inspectorates will do, or expect of others.",
    title="Commitments",
)
picture = commitments_by_tick(
    shown,
    bodies={body.id: office(body) for body in register.bodies},
    inspections={inspection.id: inspection.short_title for inspection in part.inspections},
)
show_picture(
    register,
    picture,
    key="commitments",
    part=partial(extract, register, shown.index),
    about=TICKS_KEY,
    remarks=statements(part, picture, today()),
)
need_list(part, needs)
