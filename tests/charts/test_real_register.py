"""On the real register every chart draws what the data holds: no mark more, none less."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from scrutiny.analysis.answers import answers
from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.analysis.frames import Frames, frames
from scrutiny.analysis.pairs import pairs
from scrutiny.analysis.timeline import timeline
from scrutiny.charts.answers import answer_flow
from scrutiny.charts.commitments import TOTAL, commitments_by_tick
from scrutiny.charts.findings import findings_by_theme
from scrutiny.charts.matrix import Column, matrix
from scrutiny.charts.pairs import pairs_in_time
from scrutiny.charts.picture import Picture
from scrutiny.charts.timeline import timeline_in_lanes
from scrutiny.register.loading import load
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import EntryKind

FIVE = (EntryKind.CONCERN, EntryKind.STRENGTH, EntryKind.ACTION, EntryKind.COMMITMENT, EntryKind.NEED)


@pytest.fixture(scope="module")
def real() -> Register:
    """Load the real register."""
    register = load(Path(__file__).parents[2] / "data").register
    assert register is not None
    return register


@pytest.fixture(scope="module")
def data(real: Register) -> Frames:
    """Give its frames."""
    return frames(real)


def marks(picture: Picture) -> Counter[str]:
    """Count the marks of each id, leaving out what carries none."""
    return Counter(custom[0] for trace in picture.figure.data for custom in (trace.customdata or ()))


def test_the_matrix_has_every_entry_of_its_five_kinds(real: Register, data: Frames) -> None:
    """Concerns, strengths, actions, commitments and needs, each once."""
    drawn = matrix(
        data.entries,
        columns=[Column(inspection.id, (inspection.short_title,)) for inspection in real.inspections],
        themes={theme.id: theme.label for theme in real.themes},
        by_recurrence=False,
    )
    assert marks(drawn) == Counter(data.entries.index[data.entries["kind"].isin(FIVE)])
    assert drawn.counts.to_numpy().sum() == sum(marks(drawn).values())


def test_strengths_and_concerns_have_every_finding(real: Register, data: Frames) -> None:
    """Inspection by inspection, each finding once."""
    themes = {theme.id: theme.label for theme in real.themes}
    for inspection in real.inspections:
        found = data.findings[data.findings["inspection"] == inspection.id]
        drawn = findings_by_theme(found, author="Inspectors reported", themes=themes, source="it")
        assert marks(drawn) == Counter(found.index)


def test_the_timeline_has_every_thing_that_has_a_place(real: Register) -> None:
    """Everything whose date, or whose nearest date, is known stands on it."""
    things = timeline(real)
    drawn = timeline_in_lanes(things)
    assert set(marks(drawn)) == set(things.index[things["begins"].notna()])


def test_the_pairs_have_both_sides_of_each(real: Register, data: Frames) -> None:
    """Each pair whose dates are known is two marks."""
    found = pairs(real)
    drawn = pairs_in_time(found, data.entries, as_of="today")
    dated = [view.pair for view in found if view.earlier_date and view.later_date]
    assert marks(drawn) == Counter(pair.earlier for pair in dated) + Counter(pair.later for pair in dated)


def test_the_counts_of_a_picture_are_those_of_its_entries(real: Register, data: Frames) -> None:
    """Whatever the categories and series, what is counted is every entry that is drawn, once."""
    themes = {theme.id: theme.label for theme in real.themes}
    words = {"source": "it", "as_of": "today"}
    found = data.findings[data.findings["inspection"] == real.inspections[-1].id]
    concerns = answers(real)[lambda rows: rows["scope"] == "local"]
    commitments = checkable_commitments(real, date(2026, 12, 1))
    drawn = {
        "findings": findings_by_theme(found, author="It reports", themes=themes, source="it").counts,
        "answers": answer_flow(concerns, themes=themes, **words).counts,
        "commitments": commitments_by_tick(commitments, bodies={}, inspections={}, **words).counts[[TOTAL]],
        "pairs": pairs_in_time(pairs(real), data.entries, as_of="today").counts,
        "timeline": timeline_in_lanes(timeline(real)).counts,
    }
    entries = {
        "findings": found,
        "answers": concerns,
        "commitments": commitments,
        "pairs": pairs(real),
        "timeline": timeline(real),
    }
    assert {name: counts.to_numpy().sum() for name, counts in drawn.items()} == {
        name: len(rows) for name, rows in entries.items()
    }


def test_every_concern_in_a_reply_has_a_state(real: Register, data: Frames) -> None:
    """None is without one, and each state rests on entries of the same reply."""
    found = answers(real)
    assert set(found.index) == set(data.findings.index[data.findings["polarity"] == "concern"])
    assert found["answer"].notna().all()
    for full_id, by in found["answered_by"].items():
        assert all(answer.partition(".")[0] == str(full_id).partition(".")[0] for answer in by)
