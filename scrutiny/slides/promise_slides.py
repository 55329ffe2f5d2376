"""Slides of what was promised: by whom, what is stated of it, and what a letter offers to the concerns."""

from collections.abc import Iterator

import pandas as pd

from scrutiny.analysis import counts
from scrutiny.analysis.answers import answers, general_promises
from scrutiny.analysis.checkable import INSPECTORATES, by_author, checkable_commitments
from scrutiny.analysis.recommendations import replies_to
from scrutiny.charts import headlines
from scrutiny.register.records import Commitment, Recommendation
from scrutiny.register.vocabulary import Acceptance, Answer, CommitmentKind, Scope, Tick
from scrutiny.slides.deck_request import DeckRequest, summary_lines, unique
from scrutiny.slides.findings_slides import marks
from scrutiny.slides.slide import BarRow, BarsBody, Line, ListBody, Part, Slide, TableBody
from scrutiny.wording import number_word, office

_WAYS = {CommitmentKind.UNDERTAKING: "“I will”", CommitmentKind.EXPECTATION: "“I expect”"}
_MOST_RECOMMENDATIONS = 3
_SILENT = "“Not stated” is a gap in the reply. It does not mean that nothing was done."
_MOST_NAME_WORDS = 2  # of an office in a headline
_OFFERS = (Answer.UNDERTAKING, Answer.EXPECTATION, Answer.ACTION, Answer.NEED)


def promise_slides(request: DeckRequest) -> Iterator[Slide]:
    """What was promised and by whom; those that name a specific act first, general ones last."""
    rows = request.points
    of_letters, apart = counts.commitments.take(rows), counts.inspectorate_commitments.take(rows)
    among = of_letters if len(of_letters) else apart
    if among.empty:
        return
    authors = {
        office(request.register.bodies_by_id[one.by]) for one in request.records(among) if isinstance(one, Commitment)
    }
    shown = request.choose_few(_most_specific_first(request, among), lambda entry: entry.summary)
    alone = len(authors) == 1 and len(min(authors).split()) <= _MOST_NAME_WORDS
    who = f"The {min(authors)} sets out" if alone else "The letters set out"
    needs = counts.needs.of(rows)
    yield request.slide(
        Part.PROMISES,
        headlines.slide_promises(
            who,
            counts.undertakings.of(rows),
            counts.expectations.of(rows),
            len(apart),
            replied=any(one.reply for one in request.inspections),
        ),
        ListBody(summary_lines(shown)),
        subtitle=f"{request.about}: {number_word(len(shown))} of them, those with a specific act first",
        entries=unique([entry.full_id for entry in shown]),
        say=[
            "An undertaking is what its author will do. An expectation is what others are asked to do.",
            *([f"Besides these, the papers name {counts.needs.words(rows)}, which nobody takes on."] if needs else []),
        ],
        quoted=shown[0],
    )


def stated_slides(request: DeckRequest) -> Iterator[Slide]:
    """For each author, how many undertakings and expectations say who acts, what exactly, by when, how measured."""
    rows = request.fitting(checkable_commitments(request.register, request.today))
    if rows.empty:
        return
    authors = {body.id: office(body) for body in request.register.bodies} | {INSPECTORATES: "Inspectorates"}
    groups = by_author(rows, authors)
    alone = len({author for author, _ in groups}) == 1
    table = TableBody(
        ("Commitments", *(tick.label for tick in Tick)),
        tuple(
            (
                Line(
                    f"{kind.label}s ({_WAYS[kind]})" if alone else f"{authors[author]}, {_WAYS[kind]}", tuple(of.index)
                ),
                *(f"{len(counts.stating(of, tick)):,} of {len(of):,}" for tick in Tick),
            )
            for (author, kind), of in groups.items()
        ),
        (10, 3, 3, 3, 3),
    )
    yield request.slide(
        Part.STATED,
        stated_headline(rows),
        table,
        subtitle=f"{request.about}: for how many commitments the papers state it",
        caution="Where something is not stated, the papers do not say it. It may still have been done.",
        entries=unique(rows.index),
        say=[
            "A commitment can be checked where it says who acts, what exactly, by when, and how anyone will know.",
            "What is left out can be asked.",
        ],
        quoted=request.records(counts.stating(rows, Tick.ACT) if rows[str(Tick.ACT)].any() else rows)[0],
    )


def recommendation_slides(request: DeckRequest) -> Iterator[Slide]:
    """What inspectors ask for, of whom, and whether the replies accept it: a few, without an order of answers."""
    rows = counts.recommendations.take(request.points)
    shown = request.choose_few([rows], lambda entry: entry.summary)
    few = [one for one in shown if isinstance(one, Recommendation)][:_MOST_RECOMMENDATIONS]
    if not few:
        return
    table = tuple(_recommendation(request, one) for one in few)
    asked_of = {one.addressee for one in request.records(rows) if isinstance(one, Recommendation)}
    yield request.slide(
        Part.RECOMMENDATIONS,
        headlines.slide_recommendations(len(rows), len(asked_of)),
        TableBody(("Asked of", "What", "The reply"), table, (4, 9, 3)),
        subtitle=f"{request.about}: {'some of them' if len(few) < len(rows) else 'each'}, and what the reply says",
        caution=_SILENT if any(row[2] == Acceptance.NOT_STATED.label for row in table) else "",
        entries=unique([one.full_id for one in few]),
        say=[
            "Inspectors ask a named organisation for each of these.",
            "The reply may accept it, in part or not, or be silent.",
        ],
        quoted=few[0],
    )


def _recommendation(request: DeckRequest, one: Recommendation) -> tuple[str | Line, ...]:
    answers = [said.answer.label for said in replies_to(request.register, one) if said.answer]
    body = request.register.bodies_by_id[one.addressee].short
    return (
        f"{body} ({one.number})" if one.number else body,
        Line(one.summary, (one.full_id,)),
        "; ".join(answers or [Answer.NO_REPLY.label]),
    )


def stated_headline(rows: pd.DataFrame) -> str:
    """State how many undertakings give a date; without any, how many expectations or inspectorates' commitments."""
    for count in (counts.undertakings, counts.expectations, counts.inspectorate_commitments):
        if number := count.of(rows):
            dated = len(counts.stating(count.take(rows), Tick.DATE))
            return headlines.slide_stated(number, dated, count.singular, count.plural)
    return ""


def _most_specific_first(request: DeckRequest, rows: pd.DataFrame) -> list[pd.DataFrame]:
    """Group commitments: those with a specific act, those without, and those about a report as a whole."""
    ranks = [
        2 if one.general else int(not one.specific) for one in request.records(rows) if isinstance(one, Commitment)
    ]
    return [rows[[rank == wanted for rank in ranks]] for wanted in range(3)]


def reply_slides(request: DeckRequest) -> Iterator[Slide]:
    """What the letters offer to inspectors' concerns, local ones if there are any; a general promise is quoted once."""
    concerns = counts.concerns.take(request.fitting(answers(request.register)))
    replied = concerns[~concerns[str(Answer.NO_REPLY)]]
    if replied.empty:
        return
    scope = next(one for one in Scope if (replied["scope"] == one).any())
    of_scope = concerns[concerns["scope"] == scope]
    rows = {answer: counts.WITH_ANSWER[answer].take(of_scope) for answer in Answer}
    general = [one for one in general_promises(request.register) if one.full_id in request.points.index]
    yield request.slide(
        Part.REPLIES,
        headlines.answers(
            scope.value,
            answered=counts.answered.of(of_scope),
            unanswered=len(rows[Answer.NONE_LISTED]),
            no_reply=len(rows[Answer.NO_REPLY]),
            own_views=0,
            elsewhere=0,
        ),
        BarsBody(
            tuple(
                BarRow(answer.label, marks(having), muted=answer not in _OFFERS)
                for answer, having in rows.items()
                if len(having) or answer in _OFFERS
            )
        ),
        subtitle=f"{request.about}: {scope.value} concerns; one can be in several rows",
        caution=f"Promised in general, for no single concern: “{general[0].excerpt}”." if general else "",
        entries=unique([*of_scope.index, *(one.full_id for one in general[:1])]),
        say=[
            "Each row counts the concerns to which a letter offers something of that kind.",
            "A reported action is the letter’s own claim. An undertaking is a promise, not yet an act.",
        ],
        quoted=request.records(of_scope)[0],
    )
