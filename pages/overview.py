"""What is in the register: one line for each inspection, and the whole of it as one picture."""

from functools import partial

from scrutiny.analysis.extract import extract
from scrutiny.analysis.summary import contents
from scrutiny.charts.headings import column
from scrutiny.charts.matrix import matrix
from scrutiny.ui.chart import chart, chart_table
from scrutiny.ui.overview import contents_table, headline, how_recent, three_sentences, ways_in
from scrutiny.ui.page import nothing_yet, through_dashboard, title
from scrutiny.ui.store import register, register_frames, today
from scrutiny.ui.text import sentence

# settings
through_dashboard()
held = register()

# process and show
counted = contents(register_frames())
title(held.settings.title, headline(counted))
if counted.empty:
    nothing_yet()
else:
    ways_in()
    three_sentences(held, today())
    contents_table(counted)
    sentence(how_recent(held.settings, today()), small=True)
    picture = matrix(
        register_frames().entries,
        columns=[column(inspection) for inspection in held.inspections],
        themes={theme.id: theme.label for theme in held.themes},
        by_recurrence=False,
        as_of=held.settings.reviewed_on.printed,
    )
    chart(held, picture, key="matrix", wide=True)
    chart_table(picture, partial(extract, held, picture.table.index))
