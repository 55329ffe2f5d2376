"""A timeline in lanes: each date as long as it is printed, with its doubt, and empty years cut out."""

from collections.abc import Callable, Sequence

import pandas as pd

from scrutiny.analysis.timeline import UNKNOWN, Lane
from scrutiny.charts import lanes, style
from scrutiny.charts.axis import Axis, cut_axis
from scrutiny.charts.marks import labels
from scrutiny.charts.picture import Picture, count, listed
from scrutiny.charts.picture_cache import cached_picture
from scrutiny.register.vocabulary import Scope

NOT_KNOWN = "date not known"
_EMPTY_HEIGHT = 60


@cached_picture
def timeline_in_lanes(things: pd.DataFrame, *, source: str, as_of: str, only: Sequence[str] = ()) -> Picture:
    """Draw dated things.

    `things` are rows of the frame that `scrutiny.analysis.timeline` gives; `source` names the documents in words;
    `as_of` is the day of the last review; `only` names the inspections that are chosen, if not all are. Days are
    points; months, years and spans are bars of their length. A date that is not known is an open mark at the nearest
    date that is known; what is not held is dashed.
    """
    worded = things.assign(dating=_each(things, _dating), hover=_each(things, _hover))
    drawn = worded[worded["begins"].notna()]
    axis = _axis(drawn)
    return Picture(
        figure=lanes.draw(drawn, axis) if axis else style.figure(height=_EMPTY_HEIGHT),
        headline=_headline(things, axis),
        subtitle=_subtitle(things, source, as_of, only),
        alt=_alt(worded, axis),
        reading="Point: a day. Bar: a month, a year or a span, as long as it is. Open: date not known, drawn at the "
        "nearest date known. Dashed: known, not held. Grey: not of an inspection in the register. N: national.",
        table=_table(things),
    )


def _axis(drawn: pd.DataFrame) -> Axis | None:
    """Lay out the axis for things that have a place on it, if there are any."""
    periods = zip(drawn["begins"].dt.date, drawn["ends"].dt.date, strict=True)
    return cut_axis(periods, lanes.WIDTH) if len(drawn) else None


def _headline(things: pd.DataFrame, axis: Axis | None) -> str:
    """State how much is dated, from when to when, how much is not, and where nothing is."""
    known = things[things["precision"] != UNKNOWN]
    without = count(len(things) - len(known), "is", "are")
    unknown = f"{without} known without a date" if len(known) < len(things) else ""
    if known.empty:
        return f"{unknown[:1].upper()}{unknown[1:]}." if unknown else "Nothing fits what is chosen."
    dated = f"{count(len(known), 'thing is', 'things are')} dated{_range(known)}"
    return " ".join([f"{'; '.join(filter(None, [dated, unknown]))}.", *_empty_times(known, axis)])


def _range(known: pd.DataFrame) -> str:
    """Say from when to when dates reach: “, from July 2015 to 2029”, or the one date that there is: “: 2022”."""
    first, last = _first(known), _last(known)
    return f", from {first} to {last}" if first != last else f": {first}"


def _empty_times(known: pd.DataFrame, axis: Axis | None) -> list[str]:
    """Say, in a sentence if there are any, between which dates there is a time that is cut out."""
    times = []
    for cut in axis.cuts if axis else []:
        before = known[known["latest"].dt.date < cut.begins]
        after = known[known["earliest"].dt.date >= cut.ends]
        if len(before) and len(after):
            times.append(f"between {_last(before)} and {_first(after)}")
    return [f"Nothing shown is dated {', or '.join(times)}."] if times else []


def _first(known: pd.DataFrame) -> str:
    """Say when the earliest of some dates begins, with a word about a doubt."""
    thing = known.iloc[int(known["earliest"].argmin())]
    return f"{thing['first']}{_doubtful(thing)}"


def _last(known: pd.DataFrame) -> str:
    """Say when the latest of some dates ends, with a word about a doubt."""
    thing = known.iloc[int(known["latest"].argmax())]
    return f"{thing['last']}{_doubtful(thing)}"


def _doubtful(thing: pd.Series) -> str:
    """Mark a date that is in doubt."""
    return " (in doubt)" if isinstance(thing["doubt"], str) else ""


def _subtitle(things: pd.DataFrame, source: str, as_of: str, only: Sequence[str]) -> str:
    """Say what is drawn, from which documents, what hangs on a doubt, and as of when."""
    known = things["precision"] != UNKNOWN
    doubtful = int((known & things["doubt"].notna()).sum())
    placeless = int(things["begins"].isna().sum())
    sentences = [
        f"Each mark is one date, as printed in {source}; the date of what is not held, as printed where it is named."
    ]
    if only:
        chosen, is_are, whose = ("inspection", "is", "its") if len(only) == 1 else ("inspections", "are", "their")
        sentences.append(f"Only the {chosen} {listed([*only])} {is_are} shown, and events {whose} documents tell of.")
    if doubtful or not known.all():
        hangs = [f"{count(doubtful, 'date')} in doubt" if doubtful else ""]
        hangs += [f"{count(int((~known).sum()), 'date')} not known" if not known.all() else ""]
        sentences.append(f"Before and after cannot be told where they hang on {listed([*filter(None, hangs)])}.")
    if placeless:
        sentences.append(f"{count(placeless, 'thing')} without any date nearby: in the table only.")
    return " ".join([*sentences, f"Register reviewed on {as_of}."])


def _alt(things: pd.DataFrame, axis: Axis | None) -> str:
    """Say in words what the timeline shows, lane by lane."""
    if axis is None:
        return "An empty timeline: nothing that is chosen has a place on it."
    parts = [f"A timeline in lanes, from {min(axis.years(0))} to {max(axis.years(0))}."]
    parts += [f"{cut.words} without a dated entry cut out." for cut in axis.cuts]
    for lane in Lane:
        rows = things[things["lane"] == lane]
        if len(rows):
            told = [f"{thing['label']}, {thing['dating']}" for _, thing in rows.iterrows()]
            parts.append(f"{lane.label}: {'; '.join(told)}.")
    return " ".join(parts)


def _table(things: pd.DataFrame) -> pd.DataFrame:
    """Give one row for each mark, in words."""
    return pd.DataFrame(
        {
            "Lane": things["lane"].map(labels(Lane)),
            "What": things["label"],
            "Date as printed": things["as_printed"],
            "Known to the": _each(things, _precision),
            "Doubt": things["doubt"].fillna(""),
            "Held": things["held"].map({True: "", False: "not held"}),
            "Scope": things["scope"].map(labels(Scope)),
            "Summary": things["summary"],
        },
        index=things.index,
        dtype="str",
    )


def _precision(thing: pd.Series) -> str:
    """Say how exactly a date is known, and where one that is not known is drawn."""
    if thing["precision"] != UNKNOWN:
        return str(thing["precision"])
    return f"{NOT_KNOWN}; {_drawn_at(thing)}"


def _drawn_at(thing: pd.Series) -> str:
    """Say where a date that is not known is drawn."""
    return f"drawn at {thing['edge_words']}" if isinstance(thing["edge_words"], str) else "not drawn"


def _dating(thing: pd.Series) -> str:
    """Give the date as a label has it: as printed, with its doubt; and whether the thing is held."""
    known = thing["precision"] != UNKNOWN
    date = f"{thing['printed']}{_doubtful(thing)}" if known else NOT_KNOWN
    return date if thing["held"] else f"{date}, not held"


def _hover(thing: pd.Series) -> str:
    """Give the words that show when a mark is pointed at: what it is, its date, and all that is in doubt."""
    date = _dating(thing)
    if thing["precision"] == UNKNOWN:
        printed = f", printed: “{thing['printed']}”" if isinstance(thing["printed"], str) else ""
        date = f"{date}{printed}; {_drawn_at(thing)}"
    told = [thing["summary"], date, *([f"In doubt: {thing['doubt']}"] if isinstance(thing["doubt"], str) else [])]
    return "<br>".join([f"<b>{style.hover_text(thing['label'])}</b>", *map(style.hover_text, told)])


def _each(things: pd.DataFrame, words: Callable[[pd.Series], str]) -> pd.Series:
    """Put each thing in words."""
    return pd.Series([words(thing) for _, thing in things.iterrows()], index=things.index, dtype="str")
