"""Unit marks: one mark an entry, shaped and coloured by kind, hollow for the respondent's own view."""

from collections.abc import Mapping
from itertools import compress

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import style
from scrutiny.charts.picture import Symbol
from scrutiny.register.vocabulary import Basis, EntryKind, LabelledEnum, Scope, Voice
from scrutiny.wording import lower_first

KINDS = (EntryKind.CONCERN, EntryKind.STRENGTH, EntryKind.ACTION, EntryKind.COMMITMENT, EntryKind.NEED)
"""The kinds of entry that are drawn as unit marks, in the order in which they fill a cell."""


ELSEWHERE_KEY = "E: quoted from another inspection, and not counted."
HOLLOW_KEY = "Hollow: the letter's own view or claim."
_FINDINGS = (EntryKind.CONCERN, EntryKind.STRENGTH)
# Only commitments are counted without those of inspectors, so that the others need a word for each part.
_WHOSE_WORK = {
    EntryKind.ACTION: {Basis.FOUND: "acknowledged by inspectors", Basis.OWN: "own claim"},
    EntryKind.COMMITMENT: {Basis.FOUND: "by inspectors"},
    EntryKind.NEED: {Basis.FOUND: "by inspectors", Basis.OWN: "own words"},
}


def series_name(kind: EntryKind, basis: Basis, number: int = 2) -> str:
    """Name entries of a kind that rest on somebody's word, one or several: “Concerns (other inspections)”."""
    name = kind.label if number == 1 else kind.plural
    if kind in _FINDINGS:
        whose = {Basis.ELSEWHERE: "other inspections", Basis.OWN: "own view"}.get(basis)
    else:
        whose = _WHOSE_WORK.get(kind, {}).get(basis)
    return f"{name} ({whose})" if whose else name


def add_marks(figure: go.Figure, marks: pd.DataFrame, *, size: int = style.MARK_SIZE) -> None:
    """Add entries as marks, a trace for each look.

    `marks` are rows of the frame of entries (kind, hollow, elsewhere, scope, voice, id, summary, and remarks if it is
    there) with their places (x, y), in the order in which they are read, and a `hover_note` if more is to be said of
    each. An N inside a mark says that the entry is national, an E that it is from elsewhere: a finding of another
    inspection. Each mark carries its full id, for a click or a key to open.
    """
    marks = marks.assign(hover=_hovers(marks))
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
            hovertext=group["hover"].tolist(),
            hoverinfo="text",
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


_LETTERS = (
    Symbol("□", style.LINE, "hollow: the letter's own view or claim"),
    Symbol("N", style.LINE, "national"),
    Symbol("E", style.LINE, "from another inspection, not counted"),
)
FULL_KEY = (*(_symbol_of(kind, hollow=False) for kind in KINDS), *_LETTERS)
"""Every symbol that an entry can be drawn with."""


def table(entries: pd.DataFrame, **leading: pd.Series) -> pd.DataFrame:
    """Return the rows behind marks in words, indexed by full id, led by further columns.

    `entries` have kind, summary, voice, scope, paragraph and remarks.
    """
    return pd.DataFrame(
        {
            **leading,
            "Kind": entries["kind"].map(labels(EntryKind)),
            "Summary": entries["summary"],
            "Whose words": entries["voice"].map(labels(Voice)),
            "Local or national": entries["scope"].map(labels(Scope)),
            "Paragraph": entries["paragraph"],
            "Note": entries["remarks"],
        },
        index=entries.index,
        dtype="str",
    )


def counts_in_words(numbers: Mapping[tuple[str, str], int]) -> list[str]:
    """Say how many entries there are by kind and basis, as far as there are any: “1 strength (other inspections)”."""
    return [
        f"{number:,} {lower_first(series_name(kind, basis, number))}"
        for kind in KINDS
        for basis in Basis
        if (number := numbers.get((kind, basis), 0))
    ]


def labels(words: type[LabelledEnum]) -> dict[str, str]:
    """Return the label of each word of a vocabulary."""
    return {str(word): word.label for word in words}


def _hovers(marks: pd.DataFrame) -> list[str]:
    """Return the words that show when each mark is pointed at: the summary, then whose words and of where."""
    kinds, voices, scopes = (
        [word(value).label for value in marks[column]]
        for column, word in (("kind", EntryKind), ("voice", Voice), ("scope", Scope))
    )
    none = [""] * len(marks)
    remarks = marks.get("remarks", none)
    notes = [f"<br>{note}" for note in marks["hover_note"]] if "hover_note" in marks else none
    rows = zip(kinds, marks["id"], marks["summary"], voices, scopes, remarks, notes, strict=True)
    return [
        f"<b>{kind} {name}:</b> {style.hover_text(summary)}"
        # a label that is taller than the chart is not drawn at all
        f"<br>{style.wrap_label(' · '.join(filter(None, [voice, scope, remark])), style.HOVER_WIDTH, 2)}{note}"
        for kind, name, summary, voice, scope, remark, note in rows
    ]
