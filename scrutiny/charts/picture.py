"""What a chart is: a figure together with the words that it needs and the table behind it."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go


@dataclass(frozen=True, eq=False)
class Picture:
    """A chart and its words.

    `headline` states what is seen; `subtitle` what is counted, from which documents, as of when; `alt` says in
    words what a sighted reader sees; `reading` explains the marks. `table` has one row for each mark, indexed by
    the mark's full id.
    """

    figure: go.Figure
    headline: str
    subtitle: str
    alt: str
    reading: str
    table: pd.DataFrame


def count(number: int, one: str, many: str = "") -> str:
    """Put a number before its noun: “1 concern”, “2 concerns”, “no concerns”."""
    return f"{f'{number:,}' if number else 'no'} {one if number == 1 else many or one + 's'}"


def listed(words: list[str]) -> str:
    """Join words as a sentence does: “a, b and c”."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))
