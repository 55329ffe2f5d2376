"""Slides of words: the title, the inspections, pairs side by side, questions, and what was not read."""

from collections.abc import Iterator
from itertools import chain

from scrutiny.analysis.caveats import COUNT_CAVEATS
from scrutiny.analysis.facts import basis, labels
from scrutiny.analysis.pairs import PairView, pairs
from scrutiny.analysis.questions import SheetQuestion
from scrutiny.charts import headlines
from scrutiny.register.records import Dated, Entry, Inspection
from scrutiny.register.vocabulary import Basis, PairStrength
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.slide import PairBody, PairSide, Part, Slide, TableBody, TextBody, TitleBody
from scrutiny.slides.text_fit import line_height, paginate, row_height, split_line
from scrutiny.wording import count_of, date_as_printed, document_name, format_date, upper_first

_HEADS = ("Inspection", "Fieldwork", "Published", "Reply", "Not read")
_WIDTHS = (5, 3, 3, 3, 5)


def title_slide(request: DeckRequest) -> Slide:
    """What the slides are about, for whom, what was chosen, and as of when."""
    settings = request.register.settings
    panel = request.register.bodies_by_id[settings.panel].name
    lines = (
        f"For the {panel.removeprefix('The ')}",
        request.choice.words(request.register),
        COUNT_CAVEATS[0],
    )
    return request.slide(Part.TITLE, settings.title, TitleBody(lines), foot=f"Last checked {request.as_of}.")


def inspection_slides(request: DeckRequest) -> Iterator[Slide]:
    """Each inspection with its dates as the documents give them, and those of its documents that were not read."""
    inspections = request.choice.inspections_in(request.register)
    held = sum(document.held for one in inspections for document in one.documents)
    unread = sum(len(one.documents) for one in inspections) - held
    headline = (
        f"{upper_first(count_of(len(inspections), 'inspection'))}: {count_of(held, 'document')} read, "
        f"{unread or 'none'} not read."
    )
    rows = [_inspection(one) for one in inspections]
    for place, some in enumerate(paginate(rows, lambda row: row_height(row, _WIDTHS))):
        table = TableBody(_HEADS, some, _WIDTHS)
        foot = f"Dates are as the documents give them. Last checked {request.as_of}."
        yield request.slide(Part.INSPECTIONS, _nth(headline, place), table, foot=foot)


def pair_slides(request: DeckRequest) -> Iterator[Slide]:
    """Clear links whose points are of the inspections and themes chosen, each with its caution."""
    chosen = {inspection.id for inspection in request.choice.inspections_in(request.register)}
    for view in pairs(request.register):
        is_chosen = {view.earlier.inspection, view.later.inspection} <= chosen and request.choice.includes_theme(
            view.themes
        )
        if view.pair.strength is PairStrength.STRONG and is_chosen:
            yield _pair_slide(request, view)


def _pair_slide(request: DeckRequest, view: PairView) -> Slide:
    pair, earlier, later = view.pair, view.earlier, view.later
    earlier_said, later_said = view.earlier_said, view.later_said
    theme = request.register.themes_by_id[view.theme].label
    between = [pair.reason]
    if pair.caution:
        between.append(f"Caution. {pair.caution}")
    if view.doubt:
        between.append(f"The order is uncertain. {view.doubt}")
    return request.slide(
        Part.PAIRS,
        headlines.pair(theme, pair.relation, earlier_said.in_short(later_said), later_said.in_short(earlier_said)),
        PairBody(
            _said(request, earlier, f"Said earlier, {earlier_said.words}"),
            _said(request, later, f"Said later, {later_said.words}"),
            tuple(between),
        ),
        foot=f"{pair.relation.label} ({pair.strength.label.lower()}, {pair.id}). Chosen by hand, to prompt questions. "
        f"Last checked {request.as_of}.",
        entries=[earlier.full_id, later.full_id],
    )


def question_slides(request: DeckRequest) -> Iterator[Slide]:
    """The questions of the sheet, numbered, a pair's caution with its question."""
    asked = request.asked()
    if not asked:
        return
    gaps = any(question.gap for question in asked)
    sources = ["Chosen by hand."] if any(question.gap is None for question in asked) else []
    sources += ["Based on what the papers leave unsaid."] if gaps else []
    foot = f"{' '.join(sources)} Last checked {request.as_of}."
    first = 1
    for place, some in enumerate(paginate(asked, lambda question: line_height(_question(question)))):
        lines = tuple(_question(question) for question in some)
        entries = dict.fromkeys(chain.from_iterable(question.entries for question in some))
        headline = _nth("Questions for the meeting.", place)
        yield request.slide(Part.QUESTIONS, headline, TextBody(lines, first), foot=foot, entries=entries)
        first += len(some)


def limit_slides(request: DeckRequest) -> Iterator[Slide]:
    """The documents that were not read, the uncertain dates, and what the numbers do not tell."""
    inspections = request.choice.inspections_in(request.register)
    unread = [
        f"{one.short_title}: {document_name(document)}, “{document.title}”"
        for one in inspections
        for document in one.documents
        if not document.held
    ]
    doubts = [f"{what}: “{dated.printed}”. {dated.doubt}" for what, dated in _doubtful(inspections)]
    for headline, lines in (
        (
            f"{upper_first(count_of(len(unread), 'document was', 'documents were'))} not read.",
            unread,
        ),
        (f"{upper_first(count_of(len(doubts), 'date is', 'dates are'))} uncertain, so we draw no conclusions.", doubts),
        ("What the numbers do not tell you.", list(COUNT_CAVEATS)),
    ):
        whole = chain.from_iterable(split_line(line) for line in lines)
        for place, some in enumerate(paginate(whole, line_height) if lines else []):
            foot = f"Last checked {request.as_of}."
            yield request.slide(Part.LIMITS, _nth(headline, place), TextBody(some), foot=foot)


def _question(question: SheetQuestion) -> str:
    text = f"{question.text} (To: {question.addressee}.)" if question.addressee else question.text
    return f"{text} Caution: {question.caution}" if question.caution else text


def _inspection(inspection: Inspection) -> tuple[str, ...]:
    reply = inspection.reply
    unread = [document_name(document) for document in inspection.documents if not document.held]
    return (
        f"{inspection.short_title} ({inspection.scope.label.lower()})",
        _date(inspection.fieldwork),
        _date(inspection.published),
        _date(reply.date) if reply else "no reply on file",
        "; ".join(unread) or "all were read",
    )


def _date(dated: Dated | None) -> str:
    """Write a date that is known with a word about a doubt; of another, say what is printed."""
    return format_date(dated, with_doubt=True) if dated and dated.date else date_as_printed(dated)


def _said(request: DeckRequest, entry: Entry, lead: str) -> PairSide:
    inspection = request.register.inspections_by_id[entry.inspection]
    return PairSide(
        kind=entry.entry_kind,
        hollow=basis(request.register, entry) is Basis.OWN,
        lead=" · ".join([lead, entry.entry_kind.label, *labels(request.register, entry)]),
        summary=entry.summary,
        excerpt=entry.excerpt,
        place=f"{inspection.short_title}, {document_name(request.register.document(entry))}, {entry.paragraph.label}",
        full_id=entry.full_id,
    )


def _doubtful(inspections: list[Inspection]) -> Iterator[tuple[str, Dated]]:
    """Go through the dates of inspections and their documents that are in doubt, with what each is the date of."""
    for one in inspections:
        dates = [("fieldwork", one.fieldwork), ("publication", one.published)]
        dates += [(document.kind.label.lower(), document.date) for document in one.documents]
        yield from ((f"{one.short_title}, {what}", dated) for what, dated in dates if dated and dated.doubt)


def _nth(headline: str, place: int) -> str:
    """Say in the headline of further slides that it goes on."""
    return f"{headline} (continued)" if place else headline
