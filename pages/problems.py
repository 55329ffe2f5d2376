"""What is wrong with the files as they are now, for the curator alone."""

from scrutiny.ui.shell.context import pinned_snapshot
from scrutiny.ui.shell.page import begin_page, page_header
from scrutiny.ui.views.problems import problem_tables

# settings
begin_page()
page_header("Problems", "What is wrong with the files now. Your changes show here within a second or two.")

# show
problem_tables(pinned_snapshot())
