"""Each concern and what the letters in reply offer on it: as a grid of kinds of answer, and in words."""

from functools import partial

from scrutiny.analysis.batches import subset
from scrutiny.analysis.extract import extract
from scrutiny.charts.answers import answer_grid
from scrutiny.ui.shell.address import accept_old_param, accept_old_values
from scrutiny.ui.shell.batch_choice import choose_batch
from scrutiny.ui.shell.choices import filter_row
from scrutiny.ui.shell.page import begin_page, page_header
from scrutiny.ui.views.chart import show_picture
from scrutiny.ui.views.recommendations import show_recommendations
from scrutiny.ui.views.replies import (
    ABOUT,
    OLD_ANSWERS,
    offers,
    reply_columns,
    reply_filters,
    show_general_promises,
    show_reply_times,
    show_unread,
    with_answers,
)

# settings
register = begin_page()
accept_old_param("theme", "themes")
accept_old_values("answer", OLD_ANSWERS)

# choose
found = choose_batch(register)
with filter_row():
    scope, inspections, shown = reply_filters(found.fitting, found.portion)

# process and show
page_header("Replies: what the letters offer on each concern", "What was written, not what was done.", title="Replies")
show_general_promises(found.portion, inspections)
picture = answer_grid(
    shown,
    scope=scope,
    columns=reply_columns(found.portion),
    themes={theme.id: theme.label for theme in register.themes},
)
show_picture(
    register,
    picture,
    key="replies",
    part=partial(extract, register, with_answers(shown)),
    wide=True,
    about=ABOUT,
    remarks=offers(found.portion, picture),
)
chosen = subset(found.portion, tuple(inspections))
show_recommendations(chosen)
show_reply_times(chosen)
show_unread(found.portion, shown)
