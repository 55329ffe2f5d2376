"""Strengths versus concerns: each finding is one mark, in its place, and the words around them are true."""

from collections import Counter

import pandas as pd

from scrutiny.analysis.frames import frames
from scrutiny.charts.findings import findings_by_theme
from scrutiny.charts.picture import Picture
from tests.testshire import SECOND, Testshire

THEMES = {"partnership": "Working together", "workforce": "Skills and training"}


def findings(testshire: Testshire, inspection: str = "2030-second-look") -> pd.DataFrame:
    """Load the made-up findings of one inspection."""
    loaded = testshire.register()
    found = frames(loaded).findings
    return found[found["inspection"] == inspection]


def picture(found: pd.DataFrame) -> Picture:
    """Draw findings."""
    return findings_by_theme(found, author="The letter reports", themes=THEMES)


def marks(drawn: Picture) -> dict[str, tuple[float, float]]:
    """Give where each entry's mark stands."""
    return {
        custom[0]: (x, y)
        for trace in drawn.figure.data
        for custom, x, y in zip(trace.customdata, trace.x, trace.y, strict=True)
    }


def test_each_finding_is_one_mark(testshire: Testshire) -> None:
    """The marks are the findings, each once."""
    found = findings(testshire)
    drawn = picture(found)
    ids = [custom[0] for trace in drawn.figure.data for custom in trace.customdata]
    assert Counter(ids) == Counter(found.index)
    assert list(drawn.table.index) == list(drawn.table.index.unique())
    assert set(drawn.table.index) == set(found.index)


def test_concerns_stand_left_and_strengths_right(testshire: Testshire) -> None:
    """The side of a mark is its polarity, and its row its main theme."""
    places = marks(picture(findings(testshire)))
    assert places == {"2030-second-look.C01": (-1, 0), "2030-second-look.S01": (1, 1)}


def test_own_views_are_hollow_and_counted_apart(testshire: Testshire) -> None:
    """What the respondent says of his own side is drawn hollow and never counted as inspectors'."""
    testshire.add(f"{SECOND}/findings.yaml", "S01", id="S02", voice="respondent", scope="local")
    drawn = picture(findings(testshire))
    symbols = {custom[0]: trace.marker.symbol for trace in drawn.figure.data for custom in trace.customdata}
    assert symbols["2030-second-look.S02"] == "circle-open"
    assert symbols["2030-second-look.S01"] == "circle"
    assert drawn.headline == "The letter reports 1 concern (1 local) and 1 strength (none local), own views apart"
    assert drawn.subtitle.endswith("the letter’s own views, 1 strength.")
    assert "hollow: the letter’s own view or claim" in drawn.key_words


def test_national_findings_are_labelled(testshire: Testshire) -> None:
    """A national finding carries an N, a local one does not."""
    drawn = picture(findings(testshire))
    letters = {
        custom[0]: letter
        for trace in drawn.figure.data
        for custom, letter in zip(trace.customdata, trace.text, strict=True)
    }
    assert letters == {"2030-second-look.C01": "", "2030-second-look.S01": "N"}


def test_an_empty_choice_says_so(testshire: Testshire) -> None:
    """With nothing to draw there is no mark, and words that say why."""
    drawn = picture(findings(testshire).head(0))
    assert drawn.headline == "The letter reports no concerns and no strengths"
    assert drawn.table.empty
    assert not marks(drawn)


def counts(drawn: Picture) -> list[str]:
    """Give the numbers that stand beyond the last mark of each side."""
    return [note.text for note in drawn.figure.layout.annotations if not note.text.startswith("<b>")]


def test_own_views_are_not_added_to_a_row(testshire: Testshire) -> None:
    """The number beside a row counts inspectors' findings alone; the subtitle tells the letter's own views apart."""
    testshire.add(f"{SECOND}/findings.yaml", "S01", id="S02", voice="respondent", scope="local")
    drawn = picture(findings(testshire))
    assert sorted(counts(drawn)) == ["1", "1"]
    assert drawn.subtitle.endswith("the letter’s own views, 1 strength.")


def test_what_is_from_another_inspection_is_told_apart(testshire: Testshire) -> None:
    """A finding with a source of its own is not counted as this inspection's; its mark, the key and the row say so."""
    testshire.change("C01", source="Another inspectorate")
    drawn = picture(findings(testshire))
    assert drawn.headline == "The letter reports no concerns and 1 national strength"
    letters = {
        custom[0]: letter
        for trace in drawn.figure.data
        for custom, letter in zip(trace.customdata, trace.text, strict=True)
    }
    assert letters == {"2030-second-look.C01": "E", "2030-second-look.S01": "N"}
    assert "E from elsewhere, not counted" in drawn.key_words
    assert counts(drawn) == ["1"]
    assert drawn.table.loc["2030-second-look.C01", "Note"] == "From elsewhere: Another inspectorate"
