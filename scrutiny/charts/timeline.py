"""A timeline in lanes: each date as long as it is printed, with its doubt, and empty years cut out."""

from collections.abc import Hashable, Sequence
from typing import Any

import pandas as pd

from scrutiny.analysis.timeline import UNKNOWN, Lane
from scrutiny.charts import lanes, style
from scrutiny.charts.axis import Axis, cut_axis
from scrutiny.charts.marks import labels
from scrutiny.charts.picture import Picture, cached_picture
from scrutiny.register.vocabulary import Scope
from scrutiny.wording import NO_DATE, count_of, join_list, upper_first

_EMPTY_HEIGHT = 60


@cached_picture
def timeline_in_lanes(things: pd.DataFrame, *, source: str, as_of: str, only: Sequence[str] = ()) -> Picture:
    """Draw dated things.

    `things` are rows of the frame of `scrutiny.analysis.timeline`, of which every column but edge and told_by is
    needed; `source` names the documents in words; `as_of` is the day of the last review; `only` names the inspections
    that are chosen, if not all are. Days are points; months, years and spans are bars of their length. A date that is
    not known is an open mark at the nearest date that is known; what is not held is dashed.
    """
    doubt = things["doubt"].notna().map({True: " (in doubt)", False: ""})
    is_known = things["precision"] != UNKNOWN
    worded = things.assign(
        first=things["first"] + doubt,
        last=things["last"] + doubt,
        dating=(things["printed"] + doubt).where(is_known, NO_DATE)
        + things["held"].map({True: "", False: ", not held"}),
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
        headline=_headline(counts, worded[is_known], axis),
        subtitle=_subtitle(things, source, as_of, only),
        alt=_alt(worded, axis),
        key="Point: a day. Bar: a month, a year or a span, as long as it is. Open: date not known, drawn at the "
        "nearest date known. Dashed: known, not held. Grey: not of an inspection in the register. N: national.",
        counts=counts,
        table=_table(worded, is_known),
    )


def _headline(counts: pd.DataFrame, known: pd.DataFrame, axis: Axis | None) -> str:
    """State how much is dated, from when to when, how much is not, and where nothing is."""
    dated, undated = counts.sum()
    unknown = f"{count_of(undated, 'is', 'are')} known without a date" if undated else ""
    if known.empty:
        return f"{upper_first(unknown)}." if unknown else "Nothing fits what is chosen."
    first, last = _first(known), _last(known)
    period = f", from {first} to {last}" if first != last else f": {first}"
    parts = [f"{count_of(dated, 'thing is', 'things are')} dated{period}", *([unknown] if unknown else [])]
    times = []
    for cut in axis.cuts if axis else []:
        before, after = known[known["latest"].dt.date < cut.begins], known[known["earliest"].dt.date >= cut.ends]
        if len(before) and len(after):
            times.append(f"between {_last(before)} and {_first(after)}")
    empty = f" Nothing shown is dated {', or '.join(times)}." if times else ""
    return f"{'; '.join(parts)}.{empty}"


def _first(known: pd.DataFrame) -> str:
    return str(known["first"].iloc[int(known["earliest"].argmin())])


def _last(known: pd.DataFrame) -> str:
    return str(known["last"].iloc[int(known["latest"].argmax())])


def _subtitle(things: pd.DataFrame, source: str, as_of: str, only: Sequence[str]) -> str:
    """Say what is drawn, from which documents, what hangs on a doubt, and as of when."""
    is_known = things["precision"] != UNKNOWN
    doubtful, unknown = int((is_known & things["doubt"].notna()).sum()), int((~is_known).sum())
    placeless = int(things["begins"].isna().sum())
    sentences = [
        f"Each mark is one date, as printed in {source}; the date of what is not held, as printed where it is named."
    ]
    if only:
        chosen, is_are, whose = ("inspection", "is", "its") if len(only) == 1 else ("inspections", "are", "their")
        sentences.append(f"Only the {chosen} {join_list(only)} {is_are} shown, and events {whose} documents tell of.")
    if doubtful or unknown:
        uncertain = [f"{count_of(doubtful, 'date')} in doubt"] if doubtful else []
        uncertain += [f"{count_of(unknown, 'date')} not known"] if unknown else []
        sentences.append(f"Before and after cannot be told where they hang on {join_list(uncertain)}.")
    if placeless:
        sentences.append(f"{count_of(placeless, 'thing')} without any date nearby: in the table only.")
    return " ".join([*sentences, f"Register reviewed on {as_of}."])


def _alt(things: pd.DataFrame, axis: Axis | None) -> str:
    """Say in words what the timeline shows, lane by lane."""
    if axis is None:
        return "An empty timeline: nothing that is chosen has a place on it."
    parts = [f"A timeline in lanes, from {min(axis.years(0))} to {max(axis.years(0))}."]
    parts += [f"{cut.words} without a dated entry cut out." for cut in axis.cuts]
    for lane, rows in (things["label"] + ", " + things["dating"]).groupby(things["lane"], observed=True):
        parts.append(f"{Lane(str(lane)).label}: {'; '.join(rows)}.")
    return " ".join(parts)


def _table(things: pd.DataFrame, is_known: pd.Series) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Lane": things["lane"].map(labels(Lane)),
            "What": things["label"],
            "Date as printed": things["as_printed"],
            "Known to the": things["precision"].astype("str").where(is_known, f"{NO_DATE}; " + things["drawn_at"]),
            "Doubt": things["doubt"].fillna(""),
            "Held": things["held"].map({True: "", False: "not held"}),
            "Scope": things["scope"].map(labels(Scope)),
            "Summary": things["summary"],
        },
        index=things.index,
        dtype="str",
    )


def _hover(thing: dict[Hashable, Any]) -> str:
    """Return the words that show when a mark is pointed at: what it is, its date, and all that is in doubt."""
    date = thing["dating"]
    if thing["precision"] == UNKNOWN:
        printed = f", printed: “{thing['printed']}”" if isinstance(thing["printed"], str) else ""
        date = f"{date}{printed}; {thing['drawn_at']}"
    lines = [thing["summary"], date, *([f"In doubt: {thing['doubt']}"] if isinstance(thing["doubt"], str) else [])]
    return "<br>".join([f"<b>{style.hover_text(thing['label'])}</b>", *map(style.hover_text, lines)])
