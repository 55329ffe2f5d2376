"""Slides around the findings: title, one minute, what was raised before, a pair, questions, and the limits."""

from collections.abc import Iterator

from scrutiny.analysis import counts
from scrutiny.analysis.facts import voice_label
from scrutiny.analysis.pairs import (
    PairView,
    followed_inspections,
    later_mentions,
    not_mentioned_again,
    pairs,
    unread_reviews,
)
from scrutiny.charts import headlines
from scrutiny.register.records import Dated, Entry, Inspection
from scrutiny.register.vocabulary import DocumentKind, PairStrength, Scope
from scrutiny.slides.deck_request import MOST_WORDS, DeckRequest, by_scope, few
from scrutiny.slides.slide import Line, ListBody, Part, Quote, QuotesBody, Slide, TableBody, TitleBody
from scrutiny.wording import count_of, document_name, join_list, lower_first, number_word, upper_first

_MOST_HIGHLIGHTS = 3


def title_slides(request: DeckRequest) -> Iterator[Slide]:
    """The subject, the panel, and the meeting as far as it is known."""
    settings = request.register.settings
    alone = request.inspections[0].short_title if len(request.inspections) == 1 else settings.title
    panel = request.register.bodies_by_id[settings.panel].name
    meeting = " · ".join(filter(None, [request.meeting.day, request.meeting.item]))
    lines = [request.about, panel, meeting]
    yield request.slide(
        Part.TITLE,
        alone,
        TitleBody(tuple(Line(line) for line in lines if line)),
        say=[f"These slides are about what the papers say: {lower_first(request.about)}."],
    )


def minute_slides(request: DeckRequest) -> Iterator[Slide]:
    """What these papers say of what was chosen, in three short sentences, or one whole sentence."""
    fitting = [
        one
        for one in request.register.highlights
        if any(request.choice.includes(request.register.entries_by_id[full_id]) for full_id in one.entries)
    ]
    short = [one for one in fitting if one.short][:_MOST_HIGHLIGHTS]
    shown = short or fitting[:1]
    if not shown:
        return
    yield request.slide(
        Part.MINUTE,
        headlines.slide_minute(by_scope(counts.concerns.take(request.points)), counts.undertakings.of(request.points)),
        ListBody(tuple(Line(one.short or one.sentence, one.entries) for one in shown)),
        subtitle=request.about,
        say=[one.sentence for one in shown][:2],
        entries=[full_id for one in shown for full_id in one.entries],
        quoted=request.register.entries_by_id[shown[0].entries[0]],
    )


def before_slides(request: DeckRequest) -> Iterator[Slide]:
    """The concerns of an earlier local inspection, and what later papers say of them or do not mention."""
    earlier = _earlier(request)
    if earlier is None:
        return
    followed = [
        one
        for one in later_mentions(request.register, earlier)
        if not one.concern.is_own_view and not one.concern.source and request.choice.includes_theme(one.concern.themes)
    ]
    if not followed:
        return
    taken_up = [one for one in followed if one.pairs]
    unmentioned = not_mentioned_again(request.register, [one.concern for one in followed])
    dated = earlier.published or earlier.fieldwork
    when = str(dated.date.earliest.year) if dated and dated.date else earlier.short_title
    views = sorted((view for one in taken_up for view in one.pairs), key=lambda view: _rank(request, view))
    said, told, words = [], set(), 0
    for view in views:
        row = (
            Line(f"“{view.earlier.excerpt}”", (view.earlier.full_id,)),
            Line(
                f"“{view.later.excerpt}” ({document_name(request.register.document(view.later))})",
                (view.later.full_id,),
            ),
        )
        words += sum(len(line.text.split()) for line in row)
        if view.earlier.full_id not in told and (not said or words <= MOST_WORDS):
            said.append(row)
            told.add(view.earlier.full_id)
    rest = []
    if unmentioned:
        number = count_of(len(unmentioned), "concern")
        rest.append(
            (Line(upper_first(number), tuple(one.full_id for one in unmentioned)), "not mentioned in later papers read")
        )
    reviews = [one for one in unread_reviews(earlier)]
    review = "".join(
        f"A review{f' of {one.date.date.earliest.year}' if one.date and one.date.date else ''} has not been read. "
        for one in reviews[:1]
    )
    yield request.slide(
        Part.BEFORE,
        headlines.came_back(len(taken_up), len(followed), 0, when),
        TableBody((f"Raised in {when}", "Since then"), (*said, *rest), (1, 1)),
        subtitle=f"{earlier.short_title} ({earlier.scope.label.lower()}), {when}, and later papers on other inspections",
        caution=f"{review}That something is not mentioned again does not mean that it was resolved.",
        say=[
            "Later inspections had other subjects.",
            "Why the two were placed side by side is a judgement, to prompt questions.",
        ],
        entries=[*(one.concern.full_id for one in followed), *(line.entries[0] for row in said for line in row)],
        quoted=(said and request.register.entries_by_id[said[0][0].entries[0]]) or followed[0].concern,
        source=request.source,
    )


def pair_slides(request: DeckRequest) -> Iterator[Slide]:
    """The first clear link that involves what was chosen, with its caution."""
    chosen = {inspection.id for inspection in request.inspections}
    fitting = (
        view
        for view in pairs(request.register)
        if view.pair.strength is PairStrength.STRONG
        and not chosen.isdisjoint((view.earlier.inspection, view.later.inspection))
        and request.choice.includes_theme(view.themes)
    )
    view = next(fitting, None)
    if view is None:
        return
    earlier, later = view.earlier_said, view.later_said
    doubt = f" The order is uncertain. {view.doubt}" if view.doubt else ""
    yield request.slide(
        Part.PAIRS,
        headlines.slide_pair(view.pair.relation, earlier.in_short(later), later.in_short(earlier)),
        QuotesBody((_quote(request, view.earlier, earlier.words), _quote(request, view.later, later.words))),
        subtitle=request.register.themes_by_id[view.theme].label,
        caution=f"{view.pair.caution or ''}{doubt}".strip(),
        say=[view.pair.reason],
        entries=[view.earlier.full_id, view.later.full_id],
        quoted=view.later,
        source="Source: "
        + "; ".join(document_name(request.register.document(entry)) for entry in (view.earlier, view.later)),
    )


def question_slides(request: DeckRequest) -> Iterator[Slide]:
    """The questions of the sheet, numbered, in the member's wording."""
    asked = request.asked()
    if not asked:
        return
    names = {one.addressee for one in asked if one.addressee}
    offices = list(dict.fromkeys(_office(request, one.addressee) for one in asked if one.addressee))
    many = len(names) > 1
    lines = tuple(
        Line(
            f"{one.text} (To the {_office(request, one.addressee)}.)" if many and one.addressee else one.text,
            one.entries,
        )
        for one in asked
    )
    yield request.slide(
        Part.QUESTIONS,
        f"Questions for the {join_list(offices)}" if offices else "Questions for the meeting",
        ListBody(lines, 1),
        subtitle=request.register.bodies_by_id[request.register.settings.panel].name,
        caution=next((f"On a comparison: {one.caution}" for one in asked if one.caution), ""),
        say=["Each question rests on words of the papers, and is neutral."],
        entries=[full_id for one in asked for full_id in one.entries],
        source="Sources are in the notes.",
    )


def limit_slides(request: DeckRequest) -> Iterator[Slide]:
    """What was read and what was not, which dates are uncertain, and what the numbers do not say."""
    documents = request.documents
    read, unread = ([one for one in documents if one.held is held] for held in (True, False))
    reports = [one for one in documents if one.kind is DocumentKind.REPORT]
    dates = [dated for dated in _dates(request.inspections) if dated.doubt]
    lines = [
        f"Read: {_names(read)}." if read else "",
        f"Known but not read: {_names(unread)}." if unread else "",
        f"{upper_first(count_of(len(dates), 'date is', 'dates are'))} uncertain." if dates else "",
        "The numbers count what was written, not how good a service is.",
    ]
    yield request.slide(
        Part.LIMITS,
        headlines.slide_limits(len(read), len(unread), sum(one.held for one in reports), len(reports)),
        ListBody(tuple(Line(line) for line in lines if line)),
        subtitle=request.about,
        say=[
            "The papers are selective, and may say more and say it differently.",
            "National findings are not findings about this area.",
        ],
    )


def _names(documents: list) -> str:
    """Name documents, or say how many there are of each kind where there are many."""
    if len(documents) <= 2:
        return join_list([document_name(one) for one in documents])
    kinds = {kind: sum(one.kind is kind for one in documents) for kind in DocumentKind}
    return join_list([f"{number_word(n)} {kind.label.lower()}{'s' * (n > 1)}" for kind, n in kinds.items() if n])


def _dates(inspections: list[Inspection]) -> Iterator[Dated]:
    for one in inspections:
        yield from (
            dated for dated in (one.fieldwork, one.published, *(document.date for document in one.documents)) if dated
        )


def _office(request: DeckRequest, addressee: str) -> str:
    from scrutiny.wording import office

    return next((office(body) for body in request.register.bodies if body.short == addressee), addressee)


def _earlier(request: DeckRequest) -> Inspection | None:
    """Return the newest local inspection before the last one chosen that has later papers, or that itself."""
    if not request.inspections:
        return None
    in_order = list(request.register.inspections_by_id.values())
    last = request.inspections[-1]
    before = [one for one in in_order[: in_order.index(last)] if one.scope is Scope.LOCAL]
    return next(
        reversed(followed_inspections(request.register, before) or followed_inspections(request.register, [last])), None
    )


def _rank(request: DeckRequest, view: PairView) -> tuple[bool, bool, int]:
    """Order comparisons: with something chosen, clear links, in few words."""
    words = len(f"{view.earlier.excerpt} {view.later.excerpt}".split())
    chosen = view.later.inspection in {one.id for one in request.inspections}
    return not chosen, view.pair.strength is not PairStrength.STRONG, words


def _quote(request: DeckRequest, entry: Entry, when: str) -> Quote:
    inspection = request.register.inspections_by_id[entry.inspection]
    return Quote(
        f"{upper_first(when)} · {voice_label(request.register, entry)}",
        f"“{entry.excerpt}”",
        f"{inspection.short_title} ({entry.scope.label.lower()}), {entry.paragraph.label}",
        entry.full_id,
    )
