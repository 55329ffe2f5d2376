"""From a register to the slides of a meeting."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain

from scrutiny.register.records import Inspection
from scrutiny.slides.chart_slides import (
    answer_slides,
    commitment_slides,
    findings_slides,
    matrix_slides,
)
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.slide import Part, Slide
from scrutiny.slides.text_slides import inspection_slides, limit_slides, pair_slides, question_slides, title_slide
from scrutiny.slides.theme_slides import thread_slides


def build_deck(request: DeckRequest, parts: Collection[Part] = tuple(Part)) -> tuple[Slide, ...]:
    """Make the slides of the parts that are chosen, in their fixed order; a part without anything to show has none."""
    return tuple(chain.from_iterable(_MAKERS[part](request) for part in Part if part in parts))


def _of_each(make: Callable[[DeckRequest, Inspection], Iterable[Slide]]) -> Callable[[DeckRequest], Iterator[Slide]]:
    """Make the slides of every inspection that is chosen, one after the other."""
    return lambda request: chain.from_iterable(
        make(request, one) for one in request.choice.inspections_in(request.register)
    )


_MAKERS: Mapping[Part, Callable[[DeckRequest], Iterable[Slide]]] = {
    Part.TITLE: lambda request: [title_slide(request)],
    Part.INSPECTIONS: inspection_slides,
    Part.MATRIX: matrix_slides,
    Part.FINDINGS: _of_each(findings_slides),
    Part.ANSWERS: _of_each(answer_slides),
    Part.COMMITMENTS: _of_each(commitment_slides),
    Part.THREADS: thread_slides,
    Part.PAIRS: pair_slides,
    Part.QUESTIONS: question_slides,
    Part.LIMITS: limit_slides,
}
