"""Slides around the findings: title, one minute, questions, and what all this rests on."""

from collections.abc import Iterator

from scrutiny.analysis import counts
from scrutiny.analysis.caveats import COUNT_CAVEATS
from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.analysis.panel import asked_about, asked_on, in_a_line, minuted
from scrutiny.analysis.questions import SheetQuestion
from scrutiny.charts import headlines
from scrutiny.register.records import Dated, Inspection
from scrutiny.register.vocabulary import DocumentKind
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
from scrutiny.slides.room import spread
from scrutiny.slides.slide import Line, ListBody, Part, Slide, TitleBody
from scrutiny.wording import join_list, number_word, office, upper_first

_MOST_LINES = 3
_MOST_NAMED = 2
_GAPS = "A gap in the papers does not mean that nothing was done."


def title_slides(request: DeckRequest) -> Iterator[Slide]:
    """The subject, the panel, and the meeting as far as it is known."""
    title = request.register.settings.title
    alone = request.focus if len(request.inspections) == 1 else None
    dated = f" of {when(alone)}" if alone and when(alone) else ""
    about = f"{alone.scope.label} inspection{dated}" if alone else request.about
    lines = (about, _panel(request), request.meeting.words)
    yield request.slide(
        Part.TITLE,
        headlines.shorten_to_slide(alone.short_title if alone else title),
        TitleBody(tuple(Line(line) for line in lines if line)),
        say=["These slides say what the papers say, and where they are silent."],
    )


def minute_slides(request: DeckRequest) -> Iterator[Slide]:
    """What these papers say of what was chosen, in three short sentences, or one whole sentence."""
    fitting = request.choice.highlights_in(request.register)
    shown = [one for one in fitting if one.short][:_MOST_LINES] or fitting[:1]
    stated = stated_headline(request.fitting(checkable_commitments(request.register, request.today)))
    more = [f"{headline}." for headline in (stated, _limits(request)) if headline][: _MOST_LINES - len(shown)]
    lines = [*(Line(one.short or one.sentence, one.entries) for one in shown), *(Line(text) for text in more)]
    concerns = by_scope(counts.concerns.take(request.points))
    yield request.slide(
        Part.MINUTE,
        headlines.slide_minute(concerns, counts.undertakings.of(request.points)),
        ListBody(tuple(lines)),
        subtitle=request.about,
        entries=unique([full_id for one in shown for full_id in one.entries]),
        say=[
            *(one.sentence for one in shown[:1]),
            *request.comments(one.id for one in shown),
            "The next slides have the papers’ own words.",
        ],
        quoted=request.register.entries_by_id[shown[0].entries[0]] if shown else None,
    )


def question_slides(request: DeckRequest) -> Iterator[Slide]:
    """The questions of the sheet, numbered, in the member's wording."""
    asked = request.asked()
    if asked and not request.picked:  # of what is only suggested, one slide is enough
        body = spread(_ask(request, asked))[0].body
        asked = asked[: len(body.lines)] if isinstance(body, ListBody) else asked
    if asked:
        yield _ask(request, asked)


def _ask(request: DeckRequest, asked: list[SheetQuestion]) -> Slide:
    offices = {body.short: office(body) for body in request.register.bodies}
    numbers: dict[str, list[str]] = {}
    for number, question in enumerate(asked, start=1):
        if question.addressee:
            numbers.setdefault(offices[question.addressee], []).append(str(number))
    whom = " ".join(f"For the {name}: {join_list(some)}." for name, some in numbers.items())
    return request.slide(
        Part.QUESTIONS,
        headlines.shorten_to_slide(f"Questions for the {join_list(list(numbers))}" if numbers else "Questions to ask"),
        ListBody(tuple(Line(one.text, one.entries, asked_on(request.register, one.entries)) for one in asked), 1),
        subtitle=whom if len(numbers) > 1 else _panel(request),
        caution=next((f"On a comparison: {one.caution}" for one in asked if one.caution), ""),
        source="Sources are in the notes.",
        entries=unique([full_id for one in asked for full_id in one.entries]),
        say=_sources(request, asked),
    )


def limit_slides(request: DeckRequest) -> Iterator[Slide]:
    """What was read and what was not, which dates are uncertain, and what the numbers do not say."""
    unread = [one for one in request.documents if not one.held]
    dates = list(
        dict.fromkeys(dated.date.printed for dated in _dates(request.inspections) if dated.date and dated.doubt)
    )
    texts = (
        f"Read: {name_documents(request.read)}." if request.read else "",
        f"Not read: {(name_documents if len(unread) == 1 else count_documents)(unread)}." if unread else "",
        _uncertain(dates),
        "Numbers count what was written, not how good services are.",
    )
    lines = [text for text in (*texts, _GAPS) if text]
    if len(" ".join(lines).split()) > MOST_WORDS:
        lines.remove(_GAPS)
    yield request.slide(
        Part.LIMITS,
        _limits(request),
        ListBody(tuple(map(Line, lines))),
        subtitle=request.about,
        source=f"Last checked {request.register.settings.reviewed_on.printed}.",
        say=[
            "The papers are selective. A report may say more, and say it differently.",
            COUNT_CAVEATS[4],
        ],
    )


def _limits(request: DeckRequest) -> str:
    reports = [one.held for one in request.documents if one.kind is DocumentKind.REPORT]
    read, known = len(request.read), len(request.documents)
    return headlines.slide_limits(read, known - read, reports_read=sum(reports), reports=len(reports))


def _panel(request: DeckRequest) -> str:
    return request.register.bodies_by_id[request.register.settings.panel].name


def _sources(request: DeckRequest, asked: list[SheetQuestion]) -> list[str]:
    """Say for each question that rests on a point where its first one stands, and what was asked before about it."""
    register = request.register
    said = []
    for number, one in enumerate(asked, start=1):
        if one.entries:
            said.append(f"{number}: {request.place(register.entries_by_id[one.entries[0]])}.")
            before = asked_about(register, one.entries)
            said += [f"{number}: {in_a_line(register, each)} {minuted(register, each)}" for each in before]
    return said


def _uncertain(dates: list[str]) -> str:
    if len(dates) > _MOST_NAMED:
        return f"{upper_first(number_word(len(dates)))} dates uncertain."
    return f"Date uncertain: {join_list(dates)}." if dates else ""


def _dates(inspections: list[Inspection]) -> Iterator[Dated]:
    for one in inspections:
        dates = (one.fieldwork, one.published, *(document.date for document in one.documents))
        yield from (dated for dated in dates if dated)
