"""Slides around the findings: title, one minute, what was raised before, two statements, questions, and the limits."""

from collections.abc import Iterator

from scrutiny.analysis import counts
from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.analysis.facts import voice_label
from scrutiny.analysis.pairs import (
    LaterMentions,
    PairView,
    followed_inspections,
    later_mentions,
    not_mentioned_again,
    pairs,
    unread_reviews,
)
from scrutiny.analysis.questions import SheetQuestion
from scrutiny.charts import headlines
from scrutiny.register.records import Dated, Entry, Inspection
from scrutiny.register.vocabulary import DocumentKind, PairStrength, Scope
from scrutiny.slides.deck_request import (
    MOST_WORDS,
    DeckRequest,
    by_scope,
    count_documents,
    name_documents,
    unique,
    when,
)
from scrutiny.slides.promise_slides import stated_headline
from scrutiny.slides.slide import Line, ListBody, Part, Quote, QuotesBody, Slide, TableBody, TitleBody
from scrutiny.wording import document_name, join_list, number_word, office, upper_first

_MOST_LINES = 3
_MOST_NAMED = 3


def title_slides(request: DeckRequest) -> Iterator[Slide]:
    """The subject, the panel, and the meeting as far as it is known."""
    title = request.register.settings.title
    alone = request.focus if len(request.inspections) == 1 else None
    dated = f" of {when(alone)}" if alone and when(alone) else ""
    about = f"{alone.scope.label} inspection{dated}" if alone else request.about
    meeting = " · ".join(filter(None, [request.meeting.day, request.meeting.item]))
    lines = (about, _panel(request), meeting)
    yield request.with_notes(
        Slide(
            Part.TITLE,
            headlines.shorten_to_slide(alone.short_title if alone else title),
            TitleBody(tuple(Line(line) for line in lines if line)),
        ),
        say=["These slides say what the papers say, and where they are silent."],
    )


def minute_slides(request: DeckRequest) -> Iterator[Slide]:
    """What these papers say of what was chosen, in three short sentences, or one whole sentence."""
    by_id = request.register.entries_by_id
    fitting = [
        one
        for one in request.register.highlights
        if any(request.choice.includes(by_id[full_id]) for full_id in one.entries)
    ]
    shown = [one for one in fitting if one.short][:_MOST_LINES] or fitting[:1]
    stated = stated_headline(request.fitting(checkable_commitments(request.register, request.today)))
    more = [f"{headline}." for headline in (stated, _limits(request)) if headline][: _MOST_LINES - len(shown)]
    lines = [*(Line(one.short or one.sentence, one.entries) for one in shown), *(Line(text) for text in more)]
    concerns = by_scope(counts.concerns.take(request.points))
    yield request.with_notes(
        Slide(
            Part.MINUTE,
            headlines.slide_minute(concerns, counts.undertakings.of(request.points)),
            ListBody(tuple(lines)),
            subtitle=request.about,
            entries=unique([full_id for one in shown for full_id in one.entries]),
        ),
        say=[*(one.sentence for one in shown[:1]), "The next slides have the papers' own words."],
        quoted=by_id[shown[0].entries[0]] if shown else None,
    )


def before_slides(request: DeckRequest) -> Iterator[Slide]:
    """The concerns of an earlier local inspection, and what later papers say of them or do not mention."""
    earlier = _earlier(request)
    followed = [
        one
        for one in (later_mentions(request.register, earlier) if earlier else [])
        if not one.concern.is_own_view and not one.concern.source and request.choice.includes_theme(one.concern.themes)
    ]
    if not earlier or not followed:
        return
    year = (when(earlier) or earlier.short_title).split()[-1]
    taken_up = [one for one in followed if one.pairs]
    views = _examples(request, taken_up)
    later = [request.register.document(view.later) for view in views]
    rows = [
        (
            Line(f"“{view.earlier.excerpt}”", (view.earlier.full_id,)),
            Line(f"“{view.later.excerpt}” ({document_name(document)})", (view.later.full_id,)),
        )
        for view, document in zip(views, later, strict=True)
    ]
    review = "".join(
        f"A review{f' of {one.date.date.earliest.year}' if one.date and one.date.date else ''} has not been read. "
        for one in unread_reviews(earlier)[:1]
    )
    yield request.with_notes(
        Slide(
            Part.BEFORE,
            headlines.came_back(len(taken_up), len(followed), 0, year),
            TableBody((f"Raised in {year}", "Since then"), (*rows, *_unmentioned(request, followed)), (1, 1)),
            subtitle=f"{earlier.short_title} ({earlier.scope.label.lower()}), and later papers on other inspections",
            caution=f"{review}A concern that is not mentioned again is not thereby resolved.",
            source=f"Source: {name_documents([*(one for one in earlier.documents if one.held), *later])}.",
            entries=unique([*(one.concern.full_id for one in followed), *(view.later.full_id for view in views)]),
        ),
        say=[
            "Later inspections had other subjects.",
            "People chose what to compare with what, to prompt questions.",
        ],
        quoted=followed[0].concern,
    )


def pair_slides(request: DeckRequest) -> Iterator[Slide]:
    """The first clear link that involves what was chosen, of the newest local inspection if it has one."""
    chosen = {inspection.id for inspection in request.inspections}
    fitting = [
        view
        for view in pairs(request.register)
        if view.pair.strength is PairStrength.STRONG
        and not chosen.isdisjoint(_inspections(view))
        and request.choice.includes_theme(view.themes)
    ]
    if not fitting:
        return
    focus = request.focus.id if request.focus else ""
    view = next((one for one in fitting if focus in _inspections(one)), fitting[0])
    both = (view.earlier, view.earlier_said), (view.later, view.later_said)
    doubt = f"The order is uncertain: {view.doubt}" if view.doubt else ""
    yield request.with_notes(
        Slide(
            Part.PAIRS,
            headlines.slide_pair(
                view.pair.relation,
                view.earlier_said.in_short(view.later_said),
                view.later_said.in_short(view.earlier_said),
            ),
            QuotesBody(tuple(_quote(request, entry, said.words) for entry, said in both)),
            subtitle=request.register.themes_by_id[view.theme].label,
            caution=" ".join(filter(None, [view.pair.caution, doubt])),
            source=f"Source: {name_documents([request.register.document(entry) for entry, _ in both])}.",
            entries=unique([view.earlier.full_id, view.later.full_id]),
        ),
        say=[view.pair.reason],
        quoted=view.later,
    )


def question_slides(request: DeckRequest) -> Iterator[Slide]:
    """The questions of the sheet, numbered, in the member's wording."""
    asked = request.asked()
    if not asked:
        return
    offices = {body.short: office(body) for body in request.register.bodies}
    numbers: dict[str, list[str]] = {}
    for number, question in enumerate(asked, start=1):
        if question.addressee:
            numbers.setdefault(offices[question.addressee], []).append(str(number))
    whom = "; ".join(f"{join_list(some)} for the {name}" for name, some in numbers.items())
    yield request.with_notes(
        Slide(
            Part.QUESTIONS,
            headlines.shorten_to_slide(
                f"Questions for the {join_list(list(numbers))}" if numbers else "Questions to ask"
            ),
            ListBody(tuple(Line(one.text, one.entries) for one in asked), 1),
            subtitle=f"Numbers {whom}" if len(numbers) > 1 else _panel(request),
            caution=next((f"On a comparison: {one.caution}" for one in asked if one.caution), ""),
            source="Sources are in the notes.",
            entries=unique([full_id for one in asked for full_id in one.entries]),
        ),
        say=_sources(request, asked),
    )


def limit_slides(request: DeckRequest) -> Iterator[Slide]:
    """What was read and what was not, which dates are uncertain, and what the numbers do not say."""
    unread = [one for one in request.documents if not one.held]
    dates = list(
        dict.fromkeys(dated.date.printed for dated in _dates(request.inspections) if dated.date and dated.doubt)
    )
    uncertain = (
        f"Date uncertain: {join_list(dates)}." if len(dates) <= _MOST_NAMED else f"{len(dates):,} dates uncertain."
    )
    lines = (
        f"Read: {name_documents(request.read)}." if request.read else "",
        f"Known but not read: {count_documents(unread)}." if unread else "",
        uncertain if dates else "",
        "The numbers count what was written, not how good a service is.",
    )
    yield request.with_notes(
        Slide(
            Part.LIMITS,
            _limits(request),
            ListBody(tuple(Line(line) for line in lines if line)),
            subtitle=request.about,
            source=f"Last checked {request.register.settings.reviewed_on.printed}.",
        ),
        say=[
            "The papers are selective. A report may say more, and say it differently.",
            "National findings are not findings about this area.",
        ],
    )


def _limits(request: DeckRequest) -> str:
    reports = [one.held for one in request.documents if one.kind is DocumentKind.REPORT]
    read, known = len(request.read), len(request.documents)
    return headlines.slide_limits(read, known - read, reports_read=sum(reports), reports=len(reports))


def _earlier(request: DeckRequest) -> Inspection | None:
    """Return the newest local inspection with later papers: one before the focus, or else that itself."""
    if request.focus is None:
        return None
    in_order = list(request.register.inspections_by_id.values())
    before = [one for one in in_order[: in_order.index(request.focus)] if one.scope is Scope.LOCAL]
    for among in (before, [request.focus]):
        if followed := followed_inspections(request.register, among):
            return followed[-1]
    return None


def _examples(request: DeckRequest, taken_up: list[LaterMentions]) -> list[PairView]:
    """Choose for some concerns what a later paper says of each, within the words that a slide has."""
    chosen = {one.id for one in request.inspections}

    def rank(view: PairView) -> tuple[bool, bool, int]:
        return view.later.inspection not in chosen, view.pair.strength is not PairStrength.STRONG, words(view)

    def words(view: PairView) -> int:
        return len(f"{view.earlier.excerpt} {view.later.excerpt}".split())

    views = sorted((min(one.pairs, key=rank) for one in taken_up), key=rank)
    return [view for nth, view in enumerate(views) if not nth or sum(map(words, views[: nth + 1])) <= MOST_WORDS]


def _unmentioned(request: DeckRequest, followed: list[LaterMentions]) -> Iterator[tuple[Line, Line]]:
    """Give, with an example, the concerns that no later paper mentions."""
    concerns = not_mentioned_again(request.register, [one.concern for one in followed])
    if concerns:
        example = min(concerns, key=lambda one: len(one.excerpt.split())).excerpt
        named = f"“{example}”" if len(concerns) == 1 else f"{number_word(len(concerns))} others, such as “{example}”"
        ids = tuple(one.full_id for one in concerns)
        yield Line(upper_first(named), ids), Line("not mentioned in the papers read", ids)


def _panel(request: DeckRequest) -> str:
    return request.register.bodies_by_id[request.register.settings.panel].name


def _inspections(view: PairView) -> tuple[str, str]:
    return view.earlier.inspection, view.later.inspection


def _quote(request: DeckRequest, entry: Entry, said: str) -> Quote:
    inspection = request.register.inspections_by_id[entry.inspection]
    return Quote(
        f"{upper_first(said)} · {voice_label(request.register, entry)}",
        f"“{entry.excerpt}”",
        f"{inspection.short_title} ({entry.scope.label.lower()}), {entry.paragraph.label}",
        entry.full_id,
    )


def _sources(request: DeckRequest, asked: list[SheetQuestion]) -> list[str]:
    """Say for each question that rests on a point where its first one stands."""
    by_id = request.register.entries_by_id
    numbered = [(number, by_id[one.entries[0]]) for number, one in enumerate(asked, start=1) if one.entries]
    return [f"{number}: {request.place(entry)}." for number, entry in numbered]


def _dates(inspections: list[Inspection]) -> Iterator[Dated]:
    for one in inspections:
        dates = (one.fieldwork, one.published, *(document.date for document in one.documents))
        yield from (dated for dated in dates if dated)
