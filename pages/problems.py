"""What is wrong with the files as they are now, for the curator alone."""

from scrutiny.ui.page import through_dashboard, title
from scrutiny.ui.problems import problem_tables
from scrutiny.ui.store import shown

# settings
through_dashboard()
title("Problems", "What is wrong with the files as they are now. An edit shows here within a second or two.")

# show
problem_tables(shown())
