"""What replies offer: a concern is a mark in every row that answers it, and the words around it are true."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pandas as pd
import pytest

from scrutiny.analysis import counts
from scrutiny.analysis.answers import answers, offices_in_reply
from scrutiny.charts.answers import answer_grid
from scrutiny.charts.matrix import Column, columns_of
from scrutiny.charts.picture import Picture
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Answer, Scope
from tests.testshire import SECOND, Testshire

FIRST_CONCERN, CONCERN = "2029-first-look.C09", "2030-second-look.C01"
FOUR = ["Undertaking", "Expectation", "Reported action", "Said to be needed"]


def concerns(register: Register, scope: Scope = Scope.LOCAL) -> pd.DataFrame:
    """Give the concerns of one scope with their answers."""
    found = answers(register)
    return found[found["scope"] == scope]


def draw(
    testshire: Testshire,
    scope: Scope = Scope.LOCAL,
    *,
    most: int = 99,
) -> Picture:
    """Draw the concerns of one scope, or the first of them."""
    register = testshire.register()
    return answer_grid(
        concerns(register, scope).head(most),
        scope=scope,
        columns=columns_of(register, register.inspections),
        themes={theme.id: theme.label for theme in register.themes},
    )


def places(drawn: Picture) -> Iterator[tuple[str, float, float]]:
    """Give each mark's entry and place."""
    for trace in drawn.figure.data:
        for custom, x, y in zip(trace.customdata or [], trace.x, trace.y, strict=True):
            yield custom[0], round(x, 6), round(y, 6)


def notes(drawn: Picture) -> list[str]:
    """Give the texts in and above the grid."""
    return [note.text for note in drawn.figure.layout.annotations]


def rows(drawn: Picture) -> list[str]:
    """Give the names of the rows."""
    names = (label.partition("</b>")[0].removeprefix("<b>") for label in drawn.figure.layout.yaxis.ticktext)
    return [name.replace("<br>", " ") for name in names]


def numbers(drawn: Picture) -> list[int]:
    """Give the number of each row, all columns together."""
    found = [(note.y, int(note.text[3:-4])) for note in drawn.figure.layout.annotations if note.y]  # in bold
    return [sum(number for y, number in found if y == row) for row in drawn.figure.layout.yaxis.tickvals]


@pytest.fixture
def many(testshire: Testshire) -> Testshire:
    """Give a register with many local and national concerns, own views among them, and every kind of answer."""
    named: list[list[str]] = [["K01", "A01"], ["A01"], [], ["K02"], ["K03", "A01"]]
    testshire.add(f"{SECOND}/commitments.yaml", "K01", id="K02", kind="expectation").add_need("K03")
    for number in range(2, 22):
        scope, voice = ("national" if number % 4 else "local"), ("reported" if number % 3 else "respondent")
        fields = {"scope": scope, "voice": voice, "answers": named[number % 5]}
        testshire.add(f"{SECOND}/findings.yaml", "C01", id=f"C{number:02d}", **fields)
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    return testshire


@pytest.mark.parametrize("scope", Scope)
def test_a_concern_is_a_mark_in_every_row_that_answers_it(many: Testshire, scope: Scope) -> None:
    """None of the scope is left out, and none of the other scope is drawn."""
    drawn, found = draw(many, scope), concerns(many.register(), scope)
    kinds = found[list(map(str, Answer))].sum(axis=1)
    assert kinds.max() > 1
    assert Counter(full_id for full_id, _, _ in places(drawn)) == kinds.to_dict()
    assert list(drawn.table.index) == list(found.index)


@pytest.mark.parametrize("scope", Scope)
def test_the_numbers_are_those_of_the_marks_and_of_the_counts(many: Testshire, scope: Scope) -> None:
    """Every mark is in one number; inspectors' concerns are counted as everywhere, and nothing is added to them."""
    drawn, found = draw(many, scope), concerns(many.register(), scope)
    assert sum(map(len, drawn.groups.values())) == len(list(places(drawn))) > sum(numbers(drawn))
    assert numbers(drawn) == [counts.WITH_ANSWER[answer].of(found) for answer in Answer if answer.label in rows(drawn)]


def test_no_two_marks_share_a_place_and_all_are_within_the_picture(many: Testshire) -> None:
    """Each mark can be seen and clicked: they stand at least a whole place apart."""
    for scope in Scope:
        drawn = draw(many, scope)
        where = [(x, y) for _, x, y in places(drawn)]
        assert all(max(abs(x - u), abs(y - v)) > 0.99 for (x, y), (u, v) in combinations(where, 2))
        (bottom, top), (left, right) = drawn.figure.layout.yaxis.range, drawn.figure.layout.xaxis.range
        assert all(top < y < bottom and left < x < right for x, y in where)


def test_marks_of_one_inspection_stand_as_close_as_those_of_several(many: Testshire) -> None:
    """Where fewer columns are shown, they are wider, and no mark is farther from the next."""
    ranges = [draw(many, scope).figure.layout.xaxis.range for scope in Scope]
    assert ranges[0] == ranges[1]


def test_the_four_kinds_always_have_a_row_and_gaps_where_there_are_any(testshire: Testshire) -> None:
    """A row without a mark says that the letter offers none; the absence of a gap needs no row."""
    assert rows(draw(testshire)) == [*FOUR, "No reply on file"]
    testshire.change("C01", answers=[])
    assert rows(draw(testshire)) == [*FOUR, "No specific answer listed", "No reply on file"]
    labels = draw(testshire).figure.layout.yaxis.ticktext
    assert labels[0].startswith("<b>Undertaking</b><br>")
    assert labels[0].endswith("“I will”</span>")
    assert labels[2] == "<b>Reported action</b>"


def test_without_a_reply_nothing_is_said_of_answers(testshire: Testshire) -> None:
    """A cell has its number, which is 0 where a letter offers none, and is blank where there is no letter."""
    assert notes(draw(testshire))[2:] == ["<b>1</b>", *(f"<b>{number}</b>" for number in (1, 0, 1, 0))]
    assert notes(draw(testshire, most=1))[1:] == ["<b>1</b>"]


@pytest.mark.parametrize("change", [{"voice": "respondent"}, {"source": "Another inspectorate"}])
def test_what_is_not_counted_has_no_number(testshire: Testshire, change: dict[str, str]) -> None:
    """Own views and findings of other inspections are drawn, and not added to concerns of inspectors."""
    drawn = draw(testshire.change("C01", **change))
    assert notes(drawn)[2:] == ["<b>1</b>", "<b>0</b>", "<b>0</b>"]
    assert len(list(places(drawn))) == 3
    assert drawn.headline.startswith("No reply is on file to 1 local concern")


def test_marks_of_one_scope_need_no_letter_for_it(many: Testshire) -> None:
    """The headline names the scope; an N would only say it again on every mark."""
    drawn = draw(many, Scope.NATIONAL)
    assert not [text for trace in drawn.figure.data for text in trace.text if text]
    assert "N" not in [symbol.glyph for symbol in drawn.key]


def test_only_inspections_with_such_concerns_have_a_column(many: Testshire) -> None:
    """The columns are in the order of time."""
    headings = [[note.partition("<br>")[0] for note in notes(draw(many, scope))] for scope in Scope]
    assert headings[0][:2] == ["<b>First look</b>", "<b>Second look</b>"]
    assert headings[1][0] == "<b>Second look</b>"


def test_an_empty_choice_says_so(testshire: Testshire) -> None:
    """Nothing to draw is said in the headline."""
    drawn = draw(testshire, Scope.NATIONAL)
    assert drawn.headline == "Nothing fits what is chosen"
    assert not list(places(drawn))
    assert drawn.table.empty


def test_the_words_say_what_is_counted(testshire: Testshire) -> None:
    """Subtitle and groups stand for the picture where it cannot be seen."""
    drawn = draw(testshire)
    assert "so rows do not add up." in drawn.subtitle
    assert len(drawn.subtitle.split()) <= 30
    assert drawn.groups["Undertaking"] == drawn.groups["Reported action"] == [CONCERN]
    assert list(drawn.groups) == ["Undertaking", "Reported action", "No reply on file"]
    assert drawn.table.loc[CONCERN, "What the letter offers"] == "Undertaking; Reported action"
    assert drawn.table.loc[CONCERN, "Answered by"] == "2030-second-look.K01, 2030-second-look.A01"


def test_offices_that_replied_to_one_report_have_columns_of_their_own(testshire: Testshire) -> None:
    """Each shows what its own letter offers, and where that is nothing specific."""
    register = testshire.add_second_office().register()
    assert offices_in_reply(register) == {"2030-second-look": ("testshire_pcc", "mayor")}
    commissioner, mayor = "2030-second-look.testshire_pcc", "2030-second-look.mayor"
    drawn = answer_grid(
        concerns(register),
        scope=Scope.LOCAL,
        columns=[Column("2029-first-look", ("First look",)), Column(commissioner, ("PCC",)), Column(mayor, ("Mayor",))],
        themes={theme.id: theme.label for theme in register.themes},
    )
    first, of_commissioner, of_mayor = [1], [1, 0, 2, 0, 1], [1, 0, 0, 0, 2]
    assert notes(drawn)[3:] == [f"<b>{number}</b>" for number in (*first, *of_commissioner, *of_mayor)]
    assert "each has a column" in drawn.subtitle
    assert drawn.groups["No specific answer listed"] == ["2030-second-look.C01", "2030-second-look.C03"]
    assert {name for name, _, _ in places(drawn)} == set(concerns(register).index)
    assert Counter(name for name, _, _ in places(drawn))["2030-second-look.C03"] == 2


def test_one_office_has_one_column(testshire: Testshire) -> None:
    """However many letters it wrote, and whoever else has a plan that answers."""
    letter = testshire.record("second.reply") | {"id": "second_letter", "file": "second.txt"}
    plan = letter | {"id": "plan", "kind": "action_plan", "body": "testshire_police", "file": "plan.txt"}
    testshire.record("second")["documents"].extend([letter, plan])
    testshire.add(f"{SECOND}/actions.yaml", "A01", id="A02", document="plan").change("C01", answers=["A01", "A02"])
    register = testshire.register()
    assert offices_in_reply(register) == {}
    assert "each has a column" not in draw(testshire).subtitle
