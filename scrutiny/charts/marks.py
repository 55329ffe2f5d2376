"""Unit marks: one mark an entry, shaped and coloured by kind, hollow for the respondent's own view."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import style
from scrutiny.register.vocabulary import EntryKind, LabelledEnum, Scope, Voice

KEY_TEXTS = {
    EntryKind.CONCERN: "Square: concern.",
    EntryKind.STRENGTH: "Circle: strength.",
    EntryKind.ACTION: "Triangle: reported action.",
    EntryKind.COMMITMENT: "Diamond: commitment.",
}


FURTHER = {"elsewhere": "from another inspection", "implied": "implied"}
"""What must be seen of a finding besides its voice and scope: columns of the frame of entries, and how they read."""


def add_marks(figure: go.Figure, marks: pd.DataFrame, *, size: int = style.MARK_SIZE) -> None:
    """Add entries as marks, a trace for each look.

    `marks` are rows of the frame of entries with their places (x, y), in the order in which they are read. An N
    inside a mark says that the entry is national. Each mark carries its full id, for a click or a key to open.
    """
    for (kind, hollow), group in marks.groupby(["kind", "own_view"], observed=True, sort=False):
        _add_look(figure, group, EntryKind(str(kind)), size, hollow=bool(hollow))


def marks_key(entries: pd.DataFrame) -> str:
    """Explain the marks that some entries are drawn with, and no others."""
    words = [text for kind, text in KEY_TEXTS.items() if (entries["kind"] == kind).any()]
    if (entries["scope"] == Scope.NATIONAL).any():
        words.append("N: national.")
    if entries["own_view"].any():
        words.append("Hollow: the respondent's own view.")
    return " ".join(words)


def table(entries: pd.DataFrame, **leading: pd.Series) -> pd.DataFrame:
    """Give the rows behind marks in words, indexed by full id, led by further columns."""
    return pd.DataFrame(
        {
            **leading,
            "Kind": entries["kind"].map(labels(EntryKind)),
            "Summary": entries["summary"],
            "Voice": entries["voice"].map(labels(Voice)),
            "Scope": entries["scope"].map(labels(Scope)),
            "Paragraph": entries["paragraph"],
            "Note": [" ".join(words) for words in _further(entries)],
        },
        index=entries.index,
        dtype="str",
    )


def labels(words: type[LabelledEnum]) -> dict[str, str]:
    """Give the label of each word of a vocabulary."""
    return {str(word): word.label for word in words}


def _add_look(figure: go.Figure, marks: pd.DataFrame, kind: EntryKind, size: int, *, hollow: bool) -> None:
    """Add the marks of one kind, solid or hollow; a click does not fade the others."""
    colour = style.COLOURS[kind]
    lettering = {"size": round(size * 0.6), "color": colour if hollow else style.ON_MARK}
    figure.add_scatter(
        name=kind.label,
        x=marks["x"].tolist(),
        y=marks["y"].tolist(),
        customdata=[[full_id] for full_id in marks.index],
        mode="markers+text",
        text=["N" if scope == Scope.NATIONAL else "" for scope in marks["scope"]],
        textfont=lettering,
        hovertext=_hovers(marks),
        hoverinfo="text",
        marker={
            "symbol": style.shape(kind, hollow),
            "size": size,
            "color": colour,
            "line": {"width": 2 if hollow else 0, "color": colour},
        },
        selected={"marker": {"size": round(size * 1.4)}},
        unselected={"marker": {"opacity": 1}, "textfont": {"color": lettering["color"]}},
    )


def _hovers(marks: pd.DataFrame) -> list[str]:
    """Give the words that show when each mark is pointed at: the summary, then whose words and of where."""
    kinds, voices, scopes = (
        [word(value).label for value in marks[column]]
        for column, word in (("kind", EntryKind), ("voice", Voice), ("scope", Scope))
    )
    told = zip(kinds, marks["id"], marks["summary"], voices, scopes, _further(marks), strict=True)
    return [
        f"<b>{kind} {name}:</b> {style.hover_text(summary)}<br>{' · '.join([voice, scope, *further])}"
        for kind, name, summary, voice, scope, further in told
    ]


def _further(entries: pd.DataFrame) -> list[list[str]]:
    """Give, of each entry, what else must be seen of it."""
    there = [(entries[column].tolist(), text) for column, text in FURTHER.items() if column in entries]
    return [[text for flags, text in there if flags[nth]] for nth in range(len(entries))]
