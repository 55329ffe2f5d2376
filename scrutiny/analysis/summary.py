"""What is in the register, one row for each inspection."""

from collections import Counter

import pandas as pd

from scrutiny.analysis.frames import frames
from scrutiny.analysis.once import once
from scrutiny.register.register import Register

COUNTED = {
    "concern": "Concerns",
    "strength": "Strengths",
    "elsewhere": "From other inspections",
    "own_view": "Respondent's own views",
    "action": "Reported actions",
    "commitment": "Commitments",
    "figure": "Figures",
}
"""What is counted of each inspection, with the heading of its column."""


@once
def contents(register: Register) -> pd.DataFrame:
    """Count what is held of each inspection.

    Gives one row for each inspection, in the order of time, indexed by its id: short_title, scope, held and
    not_held (numbers of documents), and the numbers of entries: concern and strength (in inspectors' voices),
    elsewhere (findings taken from another inspection), own_view (findings in the respondent's voice), action,
    commitment, figure. A count is of what was written, never of how things are.
    """
    made = frames(register)
    inspections, entries, documents = made.inspections, made.entries, made.documents
    kinds = (
        "own_view" if own_view else "elsewhere" if elsewhere else kind
        for kind, own_view, elsewhere in zip(entries["kind"], entries["own_view"], entries["elsewhere"], strict=True)
    )
    numbers = Counter(zip(entries["inspection"], kinds, strict=True))
    held = Counter(zip(documents["inspection"], documents["held"], strict=True))
    ids = inspections.index.tolist()
    return inspections[["short_title", "scope"]].assign(
        held=[held[name, True] for name in ids],
        not_held=[held[name, False] for name in ids],
        **{kind: [numbers[name, kind] for name in ids] for kind in COUNTED},
    )
