"""Unit marks: one mark an entry, shaped and coloured by kind, hollow for the respondent's own view."""

from itertools import compress

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import style
from scrutiny.charts.picture import Symbol
from scrutiny.register.vocabulary import Basis, EntryKind, LabelledEnum, Scope, Voice

KINDS = (EntryKind.CONCERN, EntryKind.STRENGTH, EntryKind.ACTION, EntryKind.COMMITMENT, EntryKind.NEED)
"""The kinds of entry that are drawn as unit marks, in the order in which they fill a cell."""

_FINDINGS = (EntryKind.CONCERN, EntryKind.STRENGTH)
# Only commitments are counted without those of inspectors, so that the others need a word for each part.
_WHOSE_WORK = {
    EntryKind.ACTION: {Basis.FOUND: "acknowledged by inspectors", Basis.OWN: "own claim"},
    EntryKind.COMMITMENT: {Basis.FOUND: "by inspectors"},
    EntryKind.NEED: {Basis.FOUND: "by inspectors", Basis.OWN: "own words"},
}


def series_name(kind: EntryKind, basis: Basis) -> str:
    """Name an entry of a kind that rests on somebody's word: “Concern (from elsewhere)”."""
    if kind in _FINDINGS:
        whose = {Basis.ELSEWHERE: "from elsewhere", Basis.OWN: "own view"}.get(basis)
    else:
        whose = _WHOSE_WORK.get(kind, {}).get(basis)
    return f"{kind.label} ({whose})" if whose else kind.label


def add_marks(figure: go.Figure, marks: pd.DataFrame, *, size: int) -> None:
    """Add entries as marks, a trace for each look.

    `marks` are rows of the frame of entries (kind, hollow, elsewhere and scope) with their places (x, y), in the order
    in which they are read. An N inside a mark says that the entry is national, an E that it is from elsewhere: a
    finding of another inspection. Each mark carries its full id, for a click or a key to open.
    """
    for (name, hollow), group in marks.groupby(["kind", "hollow"], observed=True, sort=False):
        kind = EntryKind(str(name))
        colour = style.COLOURS[kind]
        letter_colour = colour if hollow else style.ON_MARK
        figure.add_scatter(
            name=kind.label,
            x=group["x"].tolist(),
            y=group["y"].tolist(),
            customdata=[[full_id] for full_id in group.index],
            mode="markers+text",
            text=_letters(group),
            textfont={"size": round(size * 0.6), "color": letter_colour},
            marker={
                "symbol": style.shape(kind, bool(hollow)),
                "size": size,
                "color": colour,
                "line": {"width": 2 if hollow else 0, "color": colour},
            },
        )


def _letters(marks: pd.DataFrame) -> list[str]:
    """Return what stands inside each mark: E for a finding of another inspection, N for what is national."""
    rows = zip(marks["elsewhere"], marks["scope"], strict=True)
    return ["E" * bool(elsewhere) + "N" * (scope == Scope.NATIONAL) for elsewhere, scope in rows]


def marks_key(entries: pd.DataFrame) -> tuple[Symbol, ...]:
    """Explain the symbols that some entries are drawn with, and no others.

    Of the columns, kind, scope, elsewhere and hollow are needed.
    """
    key = []
    for kind in KINDS:
        hollow = entries.loc[entries["kind"] == kind, "hollow"]
        if len(hollow):
            key.append(_symbol_of(kind, hollow=bool(hollow.all())))
    is_there = (entries["hollow"].any(), (entries["scope"] == Scope.NATIONAL).any(), entries["elsewhere"].any())
    return (*key, *compress(_LETTERS, is_there))


def _symbol_of(kind: EntryKind, *, hollow: bool) -> Symbol:
    return Symbol(style.glyph(kind, hollow), style.COLOURS[kind], kind.label.lower())


NATIONAL = Symbol("N", style.LINE, "national")
ELSEWHERE = Symbol("E", style.LINE, "from elsewhere, not counted")
_LETTERS = (Symbol("□", style.LINE, "hollow: the letter’s own view or claim"), NATIONAL, ELSEWHERE)
FULL_KEY = (*(_symbol_of(kind, hollow=False) for kind in KINDS), *_LETTERS)
"""Every symbol that an entry can be drawn with."""


def table(entries: pd.DataFrame, **leading: pd.Series) -> pd.DataFrame:
    """Return the rows behind marks in words, indexed by full id, led by further columns.

    `entries` have kind, summary, voice, scope, paragraph and remark.
    """
    return pd.DataFrame(
        {
            **leading,
            "Kind": entries["kind"].map(labels(EntryKind)),
            "Summary": entries["summary"],
            "Whose words": entries["voice"].map(labels(Voice)),
            "Local or national": entries["scope"].map(labels(Scope)),
            "Paragraph": entries["paragraph"],
            "Note": entries["remark"],
        },
        index=entries.index,
        dtype="str",
    )


def labels(words: type[LabelledEnum]) -> dict[str, str]:
    """Return the label of each word of a vocabulary."""
    return {str(word): word.label for word in words}
