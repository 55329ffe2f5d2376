"""What several documents count in the same way: its figures as a small table, side by side."""

from collections.abc import Sequence

from scrutiny.analysis.measures import CAUTION, counted
from scrutiny.register.records import Measure
from scrutiny.register.register import Register
from scrutiny.ui.shell.templates import render


def measure_tables(register: Register, measures: Sequence[Measure]) -> str:
    """Return a table for each measure; nothing where there is none."""
    if not measures:
        return ""
    numbers = [(measure, list(counted(register, measure))) for measure in measures]
    return render("measures.html", measures=numbers, caution=CAUTION)
