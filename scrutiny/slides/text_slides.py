"""Slides of words: the title, the inspections, pairs side by side, questions, and what was not read."""

from collections.abc import Iterator
from itertools import chain

import pandas as pd

from scrutiny.analysis.caveats import COUNT_CAVEATS
from scrutiny.analysis.nearest_date import as_printed
from scrutiny.analysis.pairs import pairs
from scrutiny.charts.headings import document_name
from scrutiny.charts.picture import count
from scrutiny.register.records import Dated, Entry, Inspection
from scrutiny.register.vocabulary import Gap, PairStrength, Relation
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.slide import PairBody, PairSide, Part, Slide, TableBody, TextBody, TitleBody
from scrutiny.slides.text_fit import line_height, paginate, row_height, split_line

_HEADS = ("Inspection", "Fieldwork", "Published", "Reply", "Documents not held")
_WIDTHS = (5, 3, 3, 3, 5)


def title_slide(order: DeckRequest) -> Slide:
    """What the deck is about, for whom, what was chosen, and as of when."""
    settings = order.register.settings
    panel = order.register.bodies_by_id[settings.panel].name
    lines = (
        f"For the {panel.removeprefix('The ')}",
        order.choice.words(order.register),
        "Counts are of what was written in the documents, not of how things are.",
    )
    return order.slide(Part.TITLE, settings.title, TitleBody(lines), foot=f"Register reviewed on {order.as_of}.")


def inspection_slides(order: DeckRequest) -> Iterator[Slide]:
    """Each inspection with its dates as printed, and the documents of it that are not held."""
    inspections = order.choice.of(order.register)
    held = sum(document.held for one in inspections for document in one.documents)
    unread = sum(len(one.documents) for one in inspections) - held
    headline = (
        f"{count(len(inspections), 'inspection')}: {count(held, 'document')} read for the register, {unread or 'none'} "
        "known but not held."
    )
    rows = [_inspection(one) for one in inspections]
    for place, some in enumerate(paginate(rows, lambda row: row_height(row, _WIDTHS))):
        table = TableBody(_HEADS, some, _WIDTHS)
        yield order.slide(Part.INSPECTIONS, _nth(headline, place), table, foot=_as_printed(order))


def pair_slides(order: DeckRequest) -> Iterator[Slide]:
    """Strong pairs whose entries are of the inspections and themes chosen, each with its caution."""
    found = pairs(order.register)
    chosen = {inspection.id for inspection in order.choice.of(order.register)}
    for name, pair in found[found["strength"] == PairStrength.STRONG].iterrows():
        earlier, later = (order.register.entries_by_id[pair[side]] for side in ("earlier", "later"))
        if {earlier.inspection, later.inspection} <= chosen and order.choice.names(pair["themes"]):
            relation = Relation(pair["relation"])
            shared = [theme for theme in later.themes if theme in earlier.themes] or list(pair["themes"])
            theme = order.register.themes_by_id[shared[0]].label
            headline = f"{theme}: the later {relation.label} what the earlier says."
            between = [pair["reason"], *([f"Caution. {pair['caution']}"] if isinstance(pair["caution"], str) else [])]
            if isinstance(pair["doubt"], str):
                between.append(f"The order is uncertain: it rests on a date in doubt. {pair['doubt']}")
            body = PairBody(
                _said(order, earlier, f"Said then, {pair['earlier_printed']}"),
                _said(order, later, f"Found later, {pair['later_printed']}"),
                tuple(between),
            )
            foot = (
                f"Pair {name}, strong: {PairStrength.STRONG.meaning} Chosen by hand, as an invitation to ask. "
                f"Register reviewed on {order.as_of}."
            )
            yield order.slide(Part.PAIRS, headline, body, foot=foot, entries=[earlier.full_id, later.full_id])


def question_slides(order: DeckRequest) -> Iterator[Slide]:
    """The questions of the sheet, numbered, a pair's caution with its question."""
    asked = order.asked()
    if asked.empty:
        return
    gaps = ", ".join(gap.label.lower() for gap in Gap if (asked["gap"] == gap).any())
    foot = f"Made from gaps in the papers: {gaps}. Register reviewed on {order.as_of}."
    first = 1
    for place, some in enumerate(paginate(asked.index, lambda name: line_height(_question(asked.loc[name])))):
        lines = tuple(_question(asked.loc[name]) for name in some)
        entries = [full_id for full_id in asked.loc[list(some), "about"] if full_id in order.register.entries_by_id]
        headline = _nth("What the panel may wish to ask.", place)
        yield order.slide(Part.QUESTIONS, headline, TextBody(lines, first), foot=foot, entries=entries)
        first += len(some)


def limit_slides(order: DeckRequest) -> Iterator[Slide]:
    """The documents that are not held, the doubts about dates, and what counts do not say."""
    inspections = order.choice.of(order.register)
    unread = [
        f"{one.short_title}: {document_name(document)}, “{document.title}”"
        for one in inspections
        for document in one.documents
        if not document.held
    ]
    doubts = [f"{what}: printed “{dated.printed}”. {dated.doubt}" for what, dated in _doubtful(inspections)]
    for headline, lines in (
        (
            f"{count(len(unread), 'document is', 'documents are')} known but not held: what they say is not here.",
            unread,
        ),
        (f"{count(len(doubts), 'date is', 'dates are')} in doubt; nothing is concluded from them.", doubts),
        ("What counts do not say.", list(COUNT_CAVEATS)),
    ):
        whole = chain.from_iterable(split_line(line) for line in lines)
        for place, some in enumerate(paginate(whole, line_height) if lines else []):
            foot = f"Register reviewed on {order.as_of}."
            yield order.slide(Part.LIMITS, _nth(headline, place), TextBody(some), foot=foot)


def _question(row: pd.Series) -> str:
    """Give a question with the caution that is to be read with it."""
    return f"{row['text']} Caution: {row['caution']}" if isinstance(row["caution"], str) else str(row["text"])


def _inspection(inspection: Inspection) -> tuple[str, ...]:
    """Give the row of one inspection."""
    reply = inspection.reply
    unread = [document_name(document) for document in inspection.documents if not document.held]
    return (
        f"{inspection.short_title} ({inspection.scope.label.lower()})",
        _moment(inspection.fieldwork),
        _moment(inspection.published),
        _moment(reply.date) if reply else "no reply held",
        "; ".join(unread) or "all known are held",
    )


def _moment(dated: Dated | None) -> str:
    """Give a date as a cell has it, with a word about a doubt."""
    if dated and dated.date:
        return f"{dated.date.printed}{' (in doubt)' if dated.doubt else ''}"
    return as_printed(dated)


def _said(order: DeckRequest, entry: Entry, lead: str) -> PairSide:
    """Give one side of a pair."""
    own = entry.is_own_view
    inspection = order.register.inspections_by_id[entry.inspection]
    kind = entry.entry_kind.label
    return PairSide(
        kind=entry.entry_kind,
        hollow=own,
        lead=f"{lead} · {kind} · {entry.voice.label} · {entry.scope.label}",
        summary=entry.summary,
        excerpt=entry.excerpt,
        place=f"{inspection.short_title}, {document_name(order.register.document(entry))}, {entry.paragraph.label}",
        full_id=entry.full_id,
    )


def _doubtful(inspections: list[Inspection]) -> Iterator[tuple[str, Dated]]:
    """Give every date of inspections and their documents that is in doubt, with what it is the date of."""
    for one in inspections:
        dates = [("fieldwork", one.fieldwork), ("publication", one.published)]
        dates += [(document.kind.label.lower(), document.date) for document in one.documents]
        yield from ((f"{one.short_title}, {what}", dated) for what, dated in dates if dated and dated.doubt)


def _nth(headline: str, place: int) -> str:
    """Give a headline, and say on further slides that it goes on."""
    return f"{headline} (continued)" if place else headline


def _as_printed(order: DeckRequest) -> str:
    """Say at the foot how dates stand."""
    return f"Dates are as printed; nothing is inferred. Register reviewed on {order.as_of}."
