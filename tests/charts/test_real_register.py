"""On the real register every chart draws what the data holds: no mark more, none less."""

import re
from collections import Counter
from datetime import date

import pytest

from scrutiny.analysis.answers import answers
from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.analysis.counts import WITH_ANSWER, undertakings
from scrutiny.analysis.frames import Frames, frames
from scrutiny.analysis.questions import questions
from scrutiny.analysis.timeline import timeline
from scrutiny.charts.answers import answer_grid
from scrutiny.charts.commitments import commitments_by_tick
from scrutiny.charts.findings import findings_by_theme
from scrutiny.charts.matrix import Column, columns_of, matrix
from scrutiny.charts.picture import Picture
from scrutiny.charts.timeline import timeline_in_lanes
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Answer, EntryKind, Scope, Tick

FIVE = (EntryKind.CONCERN, EntryKind.STRENGTH, EntryKind.ACTION, EntryKind.COMMITMENT, EntryKind.NEED)


@pytest.fixture(scope="module")
def data(real: Register) -> Frames:
    """Give its frames."""
    return frames(real)


def marks(picture: Picture) -> Counter[str]:
    """Count the marks of each id, leaving out what carries none."""
    return Counter(custom[0] for trace in picture.figure.data for custom in (trace.customdata or ()))


def numbers(picture: Picture) -> int:
    """Add up the numbers that stand in bold beside marks."""
    found = (re.fullmatch(r"<b>(\d+)</b>", note.text) for note in picture.figure.layout.annotations)
    return sum(int(number[1]) for number in found if number)


def test_the_matrix_has_every_entry_of_its_five_kinds(real: Register, data: Frames) -> None:
    """Concerns, strengths, actions, commitments and needs, each once."""
    drawn = matrix(
        data.entries,
        columns=[Column(inspection.id, (inspection.short_title,)) for inspection in real.inspections],
        themes={theme.id: theme.label for theme in real.themes},
        by_recurrence=False,
    )
    assert marks(drawn) == Counter(data.entries.index[data.entries["kind"].isin(FIVE)])


def test_strengths_and_concerns_have_every_finding(real: Register, data: Frames) -> None:
    """Inspection by inspection, each finding once."""
    themes = {theme.id: theme.label for theme in real.themes}
    for inspection in real.inspections:
        found = data.findings[data.findings["inspection"] == inspection.id]
        drawn = findings_by_theme(found, author="Inspectors reported", themes=themes)
        assert marks(drawn) == Counter(found.index)


def test_the_timeline_has_every_thing_that_has_a_place(real: Register) -> None:
    """Everything whose date, or whose nearest date, is known stands on it."""
    things = timeline(real)
    drawn = timeline_in_lanes(things)
    assert set(marks(drawn)) == set(things.index[things["begins"].notna()])


@pytest.mark.parametrize("scope", Scope)
def test_replies_have_every_concern_in_each_row_that_answers_it(real: Register, scope: Scope) -> None:
    """A concern is a mark for each kind of answer that it has."""
    concerns = answers(real)[lambda rows: rows["scope"] == scope]
    themes = {theme.id: theme.label for theme in real.themes}
    drawn = answer_grid(concerns, scope=scope, columns=columns_of(real, real.inspections), themes=themes)
    kinds = concerns[list(map(str, Answer))].sum(axis=1)
    assert marks(drawn) == Counter(kinds.to_dict())
    assert numbers(drawn) == sum(WITH_ANSWER[answer].of(concerns) for answer in Answer)


def test_every_concern_in_a_reply_has_an_answer_or_a_gap(real: Register, data: Frames) -> None:
    """None is without one, and each answer rests on entries of the same reply."""
    found = answers(real)
    assert set(found.index) == set(data.findings.index[data.findings["kind"] == "concern"])
    assert found[list(map(str, Answer))].any(axis=1).all()
    for full_id, by in found["answered_by"].items():
        assert all(answer.partition(".")[0] == str(full_id).partition(".")[0] for answer in by)


def test_no_undertaking_gives_a_date(real: Register) -> None:
    """The headline on the real data names all undertakings of the letters, and its marks are as many."""
    commitments = checkable_commitments(real, date(2026, 12, 1))
    drawn = commitments_by_tick(commitments, bodies={body.id: body.name for body in real.bodies}, inspections={})
    own = commitments[undertakings.pick(commitments)]
    assert drawn.headline == f"None of the {len(own)} undertakings gives a date"
    assert not own["date"].any()
    assert sum(marks(drawn).values()) == commitments[list(map(str, Tick))].to_numpy().sum()
    assert numbers(drawn) == sum(marks(drawn).values())


def test_every_generated_question_is_asked_once(real: Register) -> None:
    """No two questions are alike, and none is about what a written one asks."""
    found = questions(real, date(2026, 12, 1)).values()
    texts = [question.text for question in found]
    assert len(set(texts)) == len(texts)
    written = [set(question.entries) for question in found if question.gap is None]
    assert not [question.id for question in found if question.gap for of in written if set(question.entries) <= of]
