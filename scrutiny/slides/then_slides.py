"""Slides that compare: what an earlier inspection raised, and two statements side by side."""

from collections.abc import Iterator

from scrutiny.analysis.facts import voice_label
from scrutiny.analysis.pairs import (
    LaterMentions,
    PairView,
    chosen_pairs,
    followed_inspections,
    later_mentions,
    not_mentioned_again,
    unread_reviews,
)
from scrutiny.charts import headlines
from scrutiny.register.records import Entry, Inspection
from scrutiny.register.vocabulary import PairStrength, Scope
from scrutiny.slides.deck_request import MOST_WORDS, DeckRequest, name_documents, unique
from scrutiny.slides.slide import Line, Part, Quote, QuotesBody, Slide, TableBody
from scrutiny.wording import document_name, number_word, upper_first

_NOT_RESOLVED = "A concern that is not mentioned again is not thereby resolved."


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
    dated = next((one.date for one in (earlier.published, earlier.fieldwork) if one and one.date), None)
    year = str(dated.earliest.year) if dated else "an inspection"
    touched = [one for one in followed if one.pairs]
    views = _examples(request, touched)
    later = [request.register.document(view.later) for view in views]
    rows = [
        (
            Line(f"“{view.earlier.excerpt}”", (view.earlier.full_id,)),
            Line(
                f"{view.pair.strength.label}: “{view.later.excerpt}”, {document_name(document)}",
                (view.later.full_id,),
            ),
        )
        for view, document in zip(views, later, strict=True)
    ]
    cautions = unique([view.pair.caution for view in views if view.pair.caution])
    silent = list(_unmentioned(request, followed, others=bool(rows)))
    left_out = len(rows) < len(touched)
    some = f"; shown here: {number_word(len(rows))} of the {number_word(len(touched))}" if left_out else ""
    review = "".join(
        f"A review{f' of {one.date.date.earliest.year}' if one.date and one.date.date else ''} has not been read. "
        for one in unread_reviews(earlier)[:1]
    )
    heads = (f"Raised in {year}" if dated else "Raised then", "Since then")
    yield request.slide(
        Part.BEFORE,
        headlines.came_back(len(touched), len(followed), 0, year),
        TableBody(heads, (*rows, *silent), (1, 1)),
        subtitle=f"{earlier.short_title} ({earlier.scope.label.lower()}), and later papers on other inspections{some}",
        caution=" ".join([f"{review}{_NOT_RESOLVED if silent else ''}".strip(), *cautions]).strip(),
        source=f"Source: {name_documents([*(one for one in earlier.documents if one.held), *later])}.",
        entries=unique([*(one.concern.full_id for one in followed), *(view.later.full_id for view in views)]),
        say=[
            "Later inspections had other subjects.",
            "People chose what to compare with what, to prompt questions.",
        ],
        quoted=followed[0].concern,
    )


def pair_slides(request: DeckRequest) -> Iterator[Slide]:
    """The first clear link that involves what was chosen, of the newest local inspection if it has one."""
    pairs = chosen_pairs(request.register, request.choice)
    fitting = [view for view in pairs if view.pair.strength is PairStrength.STRONG]
    if not fitting:
        return
    focus = request.focus.id if request.focus else ""
    view = next((one for one in fitting if focus in one.inspections), fitting[0])
    both = (view.earlier, view.earlier_said), (view.later, view.later_said)
    doubt = f"The order is uncertain. {view.doubt}" if view.doubt else ""
    yield request.slide(
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
        say=[view.pair.reason],
        quoted=view.later,
    )


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


def _examples(request: DeckRequest, touched: list[LaterMentions]) -> list[PairView]:
    """Choose for some concerns what a later paper says of each, within the words that a slide has."""
    chosen = {one.id for one in request.inspections}

    def rank(view: PairView) -> tuple[bool, bool, int]:
        return view.later.inspection not in chosen, view.pair.strength is not PairStrength.STRONG, words(view)

    def words(view: PairView) -> int:
        return len(f"{view.earlier.excerpt} {view.later.excerpt}".split())

    views = sorted((min(one.pairs, key=rank) for one in touched), key=rank)
    return [view for nth, view in enumerate(views) if not nth or sum(map(words, views[: nth + 1])) <= MOST_WORDS]


def _unmentioned(request: DeckRequest, followed: list[LaterMentions], *, others: bool) -> Iterator[tuple[Line, str]]:
    """Give, with an example, the concerns that no later paper mentions."""
    concerns = not_mentioned_again(request.register, [one.concern for one in followed])
    if concerns:
        example = min(concerns, key=lambda one: len(one.excerpt.split())).excerpt
        number = f"{number_word(len(concerns))}{' others' if others else ''}"
        named = f"“{example}”" if len(concerns) == 1 else f"{number}, such as “{example}”"
        ids = tuple(one.full_id for one in concerns)
        yield Line(upper_first(named), ids), "Not mentioned in the papers read"


def _quote(request: DeckRequest, entry: Entry, said: str) -> Quote:
    inspection = request.register.inspections_by_id[entry.inspection]
    return Quote(
        f"{upper_first(said)} · {voice_label(request.register, entry)}",
        f"“{entry.excerpt}”",
        f"{inspection.short_title} ({entry.scope.label.lower()}), {entry.paragraph.label}",
        entry.full_id,
    )
