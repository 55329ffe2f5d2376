"""A timeline in lanes: each date as long as it is printed, with its doubt, and empty years cut out."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from scrutiny.analysis.timeline import UNKNOWN, Lane
from scrutiny.charts import headlines, lanes, style
from scrutiny.charts.axis import cut_axis
from scrutiny.charts.marks import NATIONAL, labels
from scrutiny.charts.picture import Picture, Symbol, cached_picture, grouped
from scrutiny.register.dates import Precision
from scrutiny.register.vocabulary import Scope
from scrutiny.wording import NO_DATE, UNCERTAIN, join_list

_EMPTY_HEIGHT = 60
_DAY = Symbol("●", style.INSPECTION, "a day")
_LONGER = Symbol("▬", style.INSPECTION, "months or years")
_UNDATED = Symbol("○", style.INSPECTION, NO_DATE)
_NOT_READ = Symbol("◌", style.LINE, "not read")
_KEY = (
    _DAY,
    _LONGER,
    _UNDATED,
    _NOT_READ,
    Symbol("●", style.LINE, "not an inspection"),
    NATIONAL,
    Symbol("?", style.LINE, "date uncertain"),
)


@cached_picture
def timeline_in_lanes(things: pd.DataFrame, *, only: Sequence[str] = ()) -> Picture:
    """Draw dated things.

    `things` are rows of the frame of `scrutiny.analysis.timeline`, of which every column but told_by is
    needed; `only` names the inspections that are chosen, if not all are. Days are points; months, years and spans are
    bars of their length. A date that is not known is an open mark at the nearest date that is known; what was not read
    is dashed.
    """
    doubt = things["doubt"].notna().map({True: UNCERTAIN, False: ""})
    is_known = things["precision"] != UNKNOWN
    worded = things.assign(
        first=things["first"] + doubt,
        last=things["last"] + doubt,
        dating=(things["printed"] + doubt).where(is_known, NO_DATE)
        + things["held"].map({True: "", False: ", not read"}),
        drawn_at=("drawn at " + things["edge_words"]).fillna("not drawn"),
    )
    drawn = worded[worded["begins"].notna()]
    periods = zip(drawn["begins"].dt.date, drawn["ends"].dt.date, strict=True)
    axis = cut_axis(periods, lanes.WIDTH) if len(drawn) else None
    return Picture(
        figure=lanes.draw_lanes(drawn, axis) if axis else style.figure(height=_EMPTY_HEIGHT),
        headline=_headline(worded[is_known], int((~is_known).sum())),
        subtitle=_subtitle(things, only),
        alt="A timeline with a row for each kind of date; years without a date are left out.",
        key=_KEY,
        table=_table(worded, is_known),
        groups=grouped(worded["lane"].astype("str").map(labels(Lane))),
        symbols={str(full_id): _symbol(thing) for full_id, thing in things.iterrows()},
    )


def _symbol(thing: pd.Series) -> Symbol:
    """Return the symbol of a thing in a line of text, as the key has it, in the colour that it is drawn in."""
    if not thing["held"]:
        of_key = _NOT_READ
    elif thing["precision"] == UNKNOWN:
        of_key = _UNDATED
    else:
        of_key = _DAY if thing["precision"] == Precision.DAY else _LONGER
    return replace(of_key, colour=style.LINE if pd.isna(thing["inspection"]) else style.INSPECTION)


def _headline(known: pd.DataFrame, undated: int) -> str:
    """State how much is dated, from when to when, and how much is not."""
    first = known["first"].iloc[int(known["earliest"].argmin())] if len(known) else ""
    last = known["last"].iloc[int(known["latest"].argmax())] if len(known) else ""
    return headlines.timeline(len(known), undated, f"from {first} to {last}" if first != last else f"in {first}")


def _subtitle(things: pd.DataFrame, only: Sequence[str]) -> str:
    """Say what is drawn, and that the order hangs on dates that are uncertain or missing."""
    sentences = []
    if only:
        sentences.append(
            f"Only {join_list(only)}, with the events that {'its' if len(only) == 1 else 'their'} documents mention."
        )
    if things["doubt"].notna().any() or (things["precision"] == UNKNOWN).any():
        sentences.append("Uncertain or missing dates may stand out of order.")
    if placeless := int(things["begins"].isna().sum()):
        sentences.append(f"{placeless} without any date nearby: in the table only.")
    return " ".join(sentences)


def _table(things: pd.DataFrame, is_known: pd.Series) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Kind": things["lane"].map(labels(Lane)),
            "What": things["label"],
            "Date as stated": things["as_printed"]
            + (things["doubt"].notna() & is_known).map({True: UNCERTAIN, False: ""}),
            "Known to the": things["precision"].astype("str").where(is_known, f"{NO_DATE}; " + things["drawn_at"]),
            "Doubt about the date": things["doubt"].fillna(""),
            "Read": things["held"].map({True: "", False: "not read"}),
            "Local or national": things["scope"].map(labels(Scope)),
            "Summary": things["summary"],
        },
        index=things.index,
        dtype="str",
    )
