"""From concern to answer: two marks for each concern, and the words around them are true."""

import re
from collections import Counter
from collections.abc import Iterator

import pandas as pd
import pytest

from scrutiny.analysis.answers import answers
from scrutiny.charts.answers import answer_flow
from scrutiny.charts.picture import Picture
from tests.testshire import SECOND, Testshire

FIRST_CONCERN, CONCERN = "2029-first-look.C09", "2030-second-look.C01"


def concerns(testshire: Testshire) -> tuple[pd.DataFrame, dict[str, str]]:
    """Give the concerns of a register with their answers, and its themes."""
    register = testshire.load().register
    assert register is not None
    return answers(register), {theme.id: theme.label for theme in register.themes}


def draw(testshire: Testshire, scope: str = "local", *, most: int = 99, opened: str | None = None) -> Picture:
    """Draw the concerns of one scope, or the first of them."""
    found, themes = concerns(testshire)
    chosen = found[found["scope"] == scope].head(most)
    return answer_flow(chosen, themes=themes, source="the reply", as_of="15 November 2030", opened=opened)


def places(drawn: Picture) -> Iterator[tuple[str, float, float]]:
    """Give each mark's entry and place."""
    for trace in drawn.figure.data:
        for custom, x, y in zip(trace.customdata or [], trace.x, trace.y, strict=False):
            yield custom[0], round(x, 6), round(y, 6)


@pytest.fixture
def many(testshire: Testshire) -> Testshire:
    """Give a register with many local and national concerns, and every kind of answer."""
    named: list[list[str]] = [["K01"], ["A01"], [], ["K02"], ["K03", "A01"]]
    testshire.add(f"{SECOND}/commitments.yaml", "K01", id="K02", kind="expectation").add_need("K03")
    for number in range(2, 22):
        scope, voice = ("national" if number % 4 else "local"), ("reported" if number % 3 else "respondent")
        fields = {"scope": scope, "voice": voice, "answers": named[number % 5]}
        testshire.add(f"{SECOND}/findings.yaml", "C01", id=f"C{number:02d}", **fields)
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    return testshire


@pytest.mark.parametrize("scope", ["local", "national"])
def test_each_concern_has_two_marks_in_the_picture_of_its_scope(many: Testshire, scope: str) -> None:
    """Every concern of the scope is drawn twice, at its theme and at its answer; none of the other scope is."""
    found, _ = concerns(many)
    drawn = draw(many, scope)
    of_scope = found.index[found["scope"] == scope]
    assert Counter(full_id for full_id, _, _ in places(drawn)) == dict.fromkeys(of_scope, 2)
    assert set(drawn.table.index) == set(of_scope)


def test_no_two_marks_share_a_place_and_all_are_within_the_picture(many: Testshire) -> None:
    """Each mark can be seen and clicked."""
    drawn = draw(many, "national")
    where = [(x, y) for _, x, y in places(drawn)]
    assert len(set(where)) == len(where)
    bottom, top = drawn.figure.layout.yaxis.range
    assert all(top < y < bottom for _, y in where)


def test_answers_are_named_with_their_numbers_in_their_order(many: Testshire) -> None:
    """Acknowledged only comes first; each answer's row says how many concerns it holds."""
    names = [note.text for note in draw(many).figure.layout.annotations]
    assert names == [
        "<b>Acknowledged only</b><br>1 concern",
        "<b>Action only</b><br>1 concern",
        "<b>Said to be needed</b><br>1 concern",
        "<b>Expectation</b><br>1 concern",
        "<b>Undertaking</b><br>2 concerns",
        "<b>No reply held</b><br>1 concern",
    ]


def test_the_answer_of_a_mark_is_said_when_it_is_pointed_at(testshire: Testshire) -> None:
    """Whoever goes from mark to mark hears the answer as well."""
    hovers = [text for trace in draw(testshire).figure.data for text in trace.hovertext or []]
    assert Counter(text.rpartition("<br>")[2] for text in hovers) == {
        "Answer: undertaking": 2,
        "Answer: no reply held": 2,
    }


def test_the_opened_concern_has_a_strong_line(testshire: Testshire) -> None:
    """The line of the concern that is opened is drawn broadly, and both of its marks stand out."""
    drawn = draw(testshire, opened=CONCERN)
    assert sorted(shape.line.width for shape in drawn.figure.layout.shapes) == [1, 5]
    assert [len(trace.selectedpoints) for trace in drawn.figure.data if trace.customdata] == [2]
    assert [shape.line.width for shape in draw(testshire).figure.layout.shapes] == [1]


def test_each_concern_has_a_line_from_mark_to_mark(many: Testshire) -> None:
    """A line leaves the right edge of the one mark and ends at the left edge of the other, at their heights."""
    drawn = draw(many)
    (lines,) = drawn.figure.layout.shapes
    ends = re.findall(r"M([\d.]+),(\S+).*?L([\d.]+),([\d.]+)(?= M|$)", lines.path)
    where = sorted(places(drawn))  # of each concern, the mark on the left and then that on the right
    pairs = zip(where[::2], where[1::2], strict=True)
    expected = sorted((left[1] + 0.014, left[2], right[1] - 0.014, right[2]) for left, right in pairs)
    assert sorted(tuple(map(float, line)) for line in ends) == [pytest.approx(line) for line in expected]


def test_the_headline_of_all(many: Testshire) -> None:
    """It counts every answer, in the words of each."""
    many.change("C12", voice="reported")
    assert draw(many).headline == (
        "Of 7 local concerns that inspectors are said to have raised, the reply answers 2 with an undertaking, "
        "1 with an expectation, 1 by naming a need and 1 with reported action only; 1 is acknowledged only; "
        "for 1 no reply is held."
    )


def test_the_headline_of_one(testshire: Testshire) -> None:
    """One concern is “1 concern”; inspectors' own words are not hearsay."""
    assert draw(testshire, most=1).headline == "Of 1 local concern that inspectors raised, for 1 no reply is held."


def test_the_headline_names_own_views(testshire: Testshire) -> None:
    """The respondent's own concerns are never counted as inspectors'."""
    testshire.change("C01", voice="respondent", scope="national", answers=[])
    assert draw(testshire, "national").headline == (
        "Of 1 national concern in the respondent's own view, 1 is acknowledged only."
    )
    testshire.change("C01", scope="local")
    drawn = draw(testshire)
    assert drawn.headline.startswith("Of 2 local concerns, 1 of them the respondent's own view, 1 is acknowledged")
    assert "Hollow: the respondent's own view." in drawn.key


def test_several_replies_are_several(testshire: Testshire) -> None:
    """Replies to more than one inspection are spoken of as such."""
    found, themes = concerns(testshire)
    found["answer"] = "undertaking"
    drawn = answer_flow(found, themes=themes, source="two replies", as_of="15 November 2030")
    assert ", replies answer 2 with an undertaking." in drawn.headline


def test_an_empty_choice_says_so(testshire: Testshire) -> None:
    """Nothing to draw is said in headline and alternative text."""
    drawn = draw(testshire, "national")
    assert drawn.headline == "No concern fits what is chosen."
    assert drawn.alt == "An empty picture: no concern fits what is chosen."
    assert not list(places(drawn))
    assert drawn.table.empty


def test_the_words_say_what_is_counted(testshire: Testshire) -> None:
    """Subtitle, explanation and alternative text stand for the picture where it cannot be seen."""
    drawn = draw(testshire)
    assert "from the reply. Counts are of what was written, not of what was done." in drawn.subtitle
    assert drawn.subtitle.endswith("Register reviewed on 15 November 2030.")
    assert "No reply held: The register holds no reply to this inspection." in drawn.key
    assert "Undertaking, 1 concern: Working together, 1." in drawn.alt
    assert drawn.table.loc[CONCERN, "Answered by"] == "2030-second-look.K01, 2030-second-look.A01"
