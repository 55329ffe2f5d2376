"""A timeline in lanes: each date as long as it is printed, with its doubt, and empty years cut out."""

from collections.abc import Hashable, Sequence
from typing import Any

import pandas as pd

from scrutiny.analysis.timeline import UNKNOWN, Lane
from scrutiny.charts import headlines, lanes, style
from scrutiny.charts.axis import Axis, cut_axis
from scrutiny.charts.marks import labels
from scrutiny.charts.picture import Picture, cached_picture
from scrutiny.register.vocabulary import Scope
from scrutiny.wording import NO_DATE, join_list

_EMPTY_HEIGHT = 60


@cached_picture
def timeline_in_lanes(things: pd.DataFrame, *, only: Sequence[str] = ()) -> Picture:
    """Draw dated things.

    `things` are rows of the frame of `scrutiny.analysis.timeline`, of which every column but edge and told_by is
    needed; `only` names the inspections that are chosen, if not all are. Days are points; months, years and spans are
    bars of their length. A date that is not known is an open mark at the nearest date that is known; what was not read
    is dashed.
    """
    doubt = things["doubt"].notna().map({True: " (date uncertain)", False: ""})
    is_known = things["precision"] != UNKNOWN
    worded = things.assign(
        first=things["first"] + doubt,
        last=things["last"] + doubt,
        dating=(things["printed"] + doubt).where(is_known, NO_DATE)
        + things["held"].map({True: "", False: ", not read"}),
        drawn_at=("drawn at " + things["edge_words"]).fillna("not drawn"),
    )
    worded = worded.assign(hover=[_hover(thing) for thing in worded.to_dict("records")])
    counts = pd.crosstab(things["lane"], is_known).reindex(columns=[True, False], fill_value=0)
    counts.columns = pd.Index(["dated", "undated"])
    drawn = worded[worded["begins"].notna()]
    periods = zip(drawn["begins"].dt.date, drawn["ends"].dt.date, strict=True)
    axis = cut_axis(periods, lanes.WIDTH) if len(drawn) else None
    return Picture(
        figure=lanes.draw_lanes(drawn, axis) if axis else style.figure(height=_EMPTY_HEIGHT),
        headline=_headline(counts, worded[is_known]),
        subtitle=_subtitle(things, only),
        alt=_alt(worded, axis),
        key="Point: a day. Bar: a month or longer. Open: no date given, drawn near the nearest date known. "
        "Dashed: not read. Grey: not an inspection covered here. N: national.",
        counts=counts,
        table=_table(worded, is_known),
    )


def _headline(counts: pd.DataFrame, known: pd.DataFrame) -> str:
    """State how much is dated, from when to when, and how much is not."""
    dated, undated = counts.sum()
    first, last = (_first(known), _last(known)) if len(known) else ("", "")
    return headlines.timeline(int(dated), int(undated), f"from {first} to {last}" if first != last else f"in {first}")


def _first(known: pd.DataFrame) -> str:
    return str(known["first"].iloc[int(known["earliest"].argmin())])


def _last(known: pd.DataFrame) -> str:
    return str(known["last"].iloc[int(known["latest"].argmax())])


def _subtitle(things: pd.DataFrame, only: Sequence[str]) -> str:
    """Say what is drawn, and that the order hangs on dates that are uncertain or missing."""
    sentences = ["Dates are as the documents give them."]
    if only:
        sentences.append(
            f"Only {join_list(only)}, with the events that {'its' if len(only) == 1 else 'their'} documents mention."
        )
    if things["doubt"].notna().any() or (things["precision"] == UNKNOWN).any():
        sentences.append("Where one is uncertain or missing, the order may be wrong.")
    if placeless := int(things["begins"].isna().sum()):
        sentences.append(f"{placeless} without any date nearby: in the table only.")
    return " ".join(sentences)


def _alt(things: pd.DataFrame, axis: Axis | None) -> str:
    """Say in words what the timeline shows, lane by lane."""
    if axis is None:
        return "An empty timeline: nothing that is chosen has a place on it."
    parts = [f"A timeline with a row for each kind of date, from {min(axis.years(0))} to {max(axis.years(0))}."]
    parts += [f"{cut.words} without a date left out." for cut in axis.cuts]
    for lane, rows in (things["label"] + ", " + things["dating"]).groupby(things["lane"], observed=True):
        parts.append(f"{Lane(str(lane)).label}: {'; '.join(rows)}.")
    return " ".join(parts)


def _table(things: pd.DataFrame, is_known: pd.Series) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Kind": things["lane"].map(labels(Lane)),
            "What": things["label"],
            "Date as stated": things["as_printed"],
            "Known to the": things["precision"].astype("str").where(is_known, f"{NO_DATE}; " + things["drawn_at"]),
            "Doubt about the date": things["doubt"].fillna(""),
            "Read": things["held"].map({True: "", False: "not read"}),
            "Local or national": things["scope"].map(labels(Scope)),
            "Summary": things["summary"],
        },
        index=things.index,
        dtype="str",
    )


def _hover(thing: dict[Hashable, Any]) -> str:
    """Return the words that show when a mark is pointed at: what it is, its date, and all that is in doubt."""
    date = thing["dating"]
    if thing["precision"] == UNKNOWN:
        printed = f", stated as “{thing['printed']}”" if isinstance(thing["printed"], str) else ""
        date = f"{date}{printed}; {thing['drawn_at']}"
    lines = [
        thing["summary"],
        date,
        *([f"Date uncertain: {thing['doubt']}"] if isinstance(thing["doubt"], str) else []),
    ]
    return "<br>".join([f"<b>{style.hover_text(thing['label'])}</b>", *map(style.hover_text, lines)])
