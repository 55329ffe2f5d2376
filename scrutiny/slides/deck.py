"""From a register to the slides of a meeting."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from itertools import chain

from scrutiny.slides.appendix_slides import appendix_slides
from scrutiny.slides.context_slides import limit_slides, minute_slides, question_slides, title_slides
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.findings_slides import concern_slides, strength_slides, word_slides
from scrutiny.slides.promise_slides import promise_slides, recommendation_slides, reply_slides, stated_slides
from scrutiny.slides.room import spread
from scrutiny.slides.slide import DEFAULT_PARTS, Part, Slide
from scrutiny.slides.then_slides import before_slides, pair_slides

_MAKERS: Mapping[Part, Callable[[DeckRequest], Iterable[Slide]]] = {
    Part.TITLE: title_slides,
    Part.MINUTE: minute_slides,
    Part.CONCERNS: concern_slides,
    Part.WORDS: word_slides,
    Part.STRENGTHS: strength_slides,
    Part.PROMISES: promise_slides,
    Part.STATED: stated_slides,
    Part.REPLIES: reply_slides,
    Part.RECOMMENDATIONS: recommendation_slides,
    Part.BEFORE: before_slides,
    Part.PAIRS: pair_slides,
    Part.QUESTIONS: question_slides,
    Part.LIMITS: limit_slides,
    Part.APPENDIX: appendix_slides,
}


MOST_SLIDES = 12
"""How many slides a deck has by default, at most."""


def build_deck(request: DeckRequest, parts: Collection[Part] = DEFAULT_PARTS) -> tuple[Slide, ...]:
    """Make the slides of the parts that are chosen, in their fixed order; a part without anything to show has none.

    Of the parts by default, the quotations give way to recommendations where there would be too many slides.

    No two have one headline: a slide that continues another says so by its number.
    """
    made = list(
        chain.from_iterable(spread(slide) for part in Part if part in parts for slide in _MAKERS[part](request))
    )
    gives_way = set(parts) == set(DEFAULT_PARTS) and any(slide.part is Part.RECOMMENDATIONS for slide in made)
    if gives_way and len(made) > MOST_SLIDES:
        made = [slide for slide in made if slide.part is not Part.WORDS]
    seen: Counter[str] = Counter()
    slides = []
    for slide in made:
        seen[slide.headline] += 1
        number = seen[slide.headline]
        slides.append(replace(slide, headline=f"{slide.headline} ({number})") if number > 1 else slide)
    return tuple(slides)
