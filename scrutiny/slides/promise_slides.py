"""Slides of what was promised: by whom, what is stated of it, and what a letter offers to the concerns."""

from collections.abc import Iterator

from scrutiny.analysis import counts
from scrutiny.analysis.answers import answers, general_promises
from scrutiny.analysis.checkable import INSPECTORATES, by_author, checkable_commitments
from scrutiny.charts import headlines
from scrutiny.register.records import Commitment
from scrutiny.register.vocabulary import Answer, Basis, CommitmentKind, Scope, Tick
from scrutiny.slides.deck_request import DeckRequest, few
from scrutiny.slides.findings_slides import key, marks
from scrutiny.slides.slide import BarRow, BarsBody, Line, ListBody, Part, Slide, TableBody
from scrutiny.wording import office

_WAYS = {CommitmentKind.UNDERTAKING: "undertakings (“I will”)", CommitmentKind.EXPECTATION: "expectations (“I expect”)"}


def promise_slides(request: DeckRequest) -> Iterator[Slide]:
    """What was promised and by whom; those that name a specific act first, general ones last."""
    rows = request.points
    of_letters, apart = counts.commitments.take(rows), counts.inspectorate_commitments.take(rows)
    chosen = [one for one in request.records(of_letters if len(of_letters) else apart) if isinstance(one, Commitment)]
    if not chosen:
        return
    chosen.sort(key=lambda one: (one.general, not one.specific, len(one.summary.split())))
    lines = few(Line(one.summary, (one.full_id,)) for one in chosen)
    undertakings, expectations = counts.undertakings.of(rows), counts.expectations.of(rows)
    who = f"The {request.authors[0]} states" if len(request.authors) == 1 else "The letters state"
    yield request.slide(
        Part.PROMISES,
        headlines.slide_promises(who, undertakings, expectations, len(apart)),
        ListBody(lines),
        subtitle=f"{request.about}: some of them, the most specific first",
        say=[
            f"{who} {counts.undertakings.words(rows)}, in the form “I will”, and {counts.expectations.words(rows)}.",
            f"Apart from these, {counts.needs.words(rows)}: nobody takes them on.",
        ],
        entries=[full_id for line in lines for full_id in line.entries],
        quoted=chosen[0],
    )


def stated_slides(request: DeckRequest) -> Iterator[Slide]:
    """For each author, how many undertakings and expectations say who acts, what exactly, by when, how measured."""
    rows = request.fitting(checkable_commitments(request.register, request.today))
    if rows.empty:
        return
    bodies = {body.id: office(body) for body in request.register.bodies}
    groups = by_author(rows, bodies)
    undertakings = counts.undertakings.take(rows)
    table = TableBody(
        ("", *(tick.label for tick in Tick)),
        tuple(
            (
                Line(
                    f"{'Inspectorates' if author == INSPECTORATES else bodies[author]}, {_WAYS[kind]}", tuple(of.index)
                ),
                *(f"{len(counts.stating(of, tick)):,} of {len(of):,}" for tick in Tick),
            )
            for (author, kind), of in groups.items()
        ),
        (8, 4, 4, 4, 4),
    )
    dated = len(counts.stating(undertakings, Tick.DATE))
    apart = counts.inspectorate_commitments.of(rows)
    yield request.slide(
        Part.STATED,
        headlines.commitments(len(undertakings), counts.expectations.of(rows), dated, apart),
        table,
        subtitle=f"{request.about}: what the papers state for each commitment",
        caution="Where something is not stated, the papers do not say it. It may still have been done.",
        say=[
            "A good commitment names who acts, what exactly, by when, and how anyone will know.",
            "What the letter leaves out can be asked.",
        ],
        entries=rows.index,
        quoted=request.records(rows)[0],
    )


def reply_slides(request: DeckRequest) -> Iterator[Slide]:
    """What the letters offer to inspectors' concerns; a general promise is quoted once and answers none."""
    concerns = counts.concerns.take(request.fitting(answers(request.register)))
    if concerns.empty:
        return
    scope = next(one for one in Scope if (concerns["scope"] == one).any())
    of_scope = concerns[concerns["scope"] == scope]
    rows = []
    for answer in Answer:
        having = counts.WITH_ANSWER[answer].take(of_scope)
        if len(having) or answer in (Answer.UNDERTAKING, Answer.EXPECTATION, Answer.ACTION, Answer.NEED):
            rows.append(BarRow(answer.label, marks(having), muted=answer in (Answer.NONE_LISTED, Answer.NO_REPLY)))
    no_reply = counts.WITH_ANSWER[Answer.NO_REPLY].of(of_scope)
    if no_reply == len(of_scope):
        return
    general = [one for one in general_promises(request.register) if one.full_id in request.points.index]
    yield request.slide(
        Part.REPLIES,
        headlines.answers(
            scope.value,
            counts.answered.of(of_scope),
            counts.WITH_ANSWER[Answer.NONE_LISTED].of(of_scope),
            no_reply,
            0,
            0,
        ),
        BarsBody(tuple(rows), key(of_scope)),
        subtitle=f"{request.about}: concerns by what is offered; one can be in several rows",
        caution=f"Promised in general, for no single concern: “{general[0].excerpt}”" if general else "",
        say=[
            "Each row counts the concerns to which the letter offers something of that kind.",
            "A reported action is the letter's own claim. An undertaking is a promise, not yet an act.",
        ],
        entries=[*of_scope.index, *(one.full_id for one in general[:1])],
        quoted=request.records(of_scope)[0],
    )
