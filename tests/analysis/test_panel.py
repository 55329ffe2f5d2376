"""What was asked before is told in plain words: promised for when, and what is on file; never that it is late."""

from typing import Any

import pytest

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.extract import chosen_part
from scrutiny.analysis.facts import facts
from scrutiny.analysis.panel import asked_before, asked_on, comment_head, comments_on, in_a_line, minuted
from scrutiny.analysis.search import Index
from scrutiny.register.register import Register
from tests.testshire import Testshire


def panel(testshire: Testshire, **changes: dict[str, Any]) -> Register:
    """Give the made-up register with its panel, some of whose records are changed."""
    testshire.add_panel()
    for name, fields in changes.items():
        testshire.change(name, **fields)
    return testshire.register()


def line(register: Register, name: str) -> str:
    """Say what is on file of a question."""
    return in_a_line(register, next(one for one in register.asked if one.id == name))


def test_open_questions_come_first_by_the_date_promised(testshire: Testshire) -> None:
    """Then those without an answer or without a date, then what was answered or came, the newest first."""
    assert [one.id for one in asked_before(panel(testshire))] == ["B01", "B04", "B03", "B05", "B02"]
    register = testshire.change("B01", due={"printed": "by 7 October 2030"}).register()
    assert [one.id for one in asked_before(register)] == ["B04", "B01", "B03", "B05", "B02"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("B01", "Asked on 11 September 2030; promised for 7 October 2030; nothing on file by 15 November 2030."),
        (
            "B02",
            "Asked on 11 September 2030; promised for October 2030. 4 November 2030: The force published that 412 "
            "officers were trained.",
        ),
        ("B03", "Asked on 9 October 2030; no answer is on file."),
        (
            "B04",
            "Asked on 6 November 2030; promised for March 2031 to May 2031; last checked before that (15 November "
            "2030).",
        ),
        ("B05", "Asked on 6 November 2030; the answer is in the minutes."),
    ],
)
def test_a_question_is_told_in_a_line(testshire: Testshire, name: str, told: str) -> None:
    """When it was asked, what was promised, and by which day nothing was on file or what came."""
    assert line(panel(testshire), name) == told


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"due": {"printed": "tell the Panel"}}, "promised “tell the Panel”; nothing on file by 15 November 2030."),
        (
            {"due": {"printed": "7 October 2030", "date": "2031", "doubt": "The minutes have two days."}},
            "promised for 2031 (date uncertain); nothing on file by 15 November 2030.",
        ),
        (
            {"answer": None, "by": None, "due": None,
             "came": [{"date": "2030-10", "summary": "It came.", "document": "2030-second-look.reply"}]},
            "Asked on 11 September 2030. October 2030: It came (letter of 2 September 2030; Second look).",
        ),
    ],
    ids=["no date", "date in doubt", "came without an answer"],
)  # fmt: skip
def test_a_date_says_no_more_than_it_bears(testshire: Testshire, fields: dict[str, Any], told: str) -> None:
    """Words that name no date are quoted, and from a date in doubt nothing is concluded."""
    assert line(panel(testshire, B01=fields), "B01").endswith(told)


def test_a_doubt_stands_beside_the_answer(testshire: Testshire) -> None:
    """Why the date that was promised is uncertain, where the answer is quoted in full."""
    due = {"printed": "7 October 2030", "date": "2030-10-07", "doubt": "The minutes have two days."}
    register = panel(testshire, B01={"due": due})
    assert minuted(register, register.asked[0]).endswith(
        "by 7 October 2030.” Date uncertain: The minutes have two days."
    )


def test_nothing_is_said_of_a_time_that_nobody_checked(testshire: Testshire) -> None:
    """Where nothing was checked since the meeting, nothing is said of what is on file."""
    register = panel(testshire, register={"reviewed_on": "2030-09"}, B01={"due": {"printed": "tell the Panel"}})
    assert line(register, "B01").endswith("promised “tell the Panel”; nothing on file by September 2030.")
    earlier = testshire.change("register", reviewed_on="2030-08").register()
    assert line(earlier, "B01").endswith("promised “tell the Panel”; last checked before that (August 2030).")


@pytest.mark.parametrize("checked", ["2030-10", "2030-10-31", "2030-11-15", "2031"])
def test_nothing_is_late(testshire: Testshire, checked: str) -> None:
    """Whatever the day of the last check, no word says that somebody is late, or broke a promise."""
    register = panel(testshire, register={"reviewed_on": checked})
    said = " ".join(line(register, one.id) + minuted(register, one) for one in register.asked).lower()
    assert not [word for word in ("late", "overdue", "failed", "broken", "missed", "ignored") if word in said.split()]


def test_a_question_is_marked_by_the_entries_it_shares(testshire: Testshire) -> None:
    """One shared entry is enough; days are named once, in the order of the meetings."""
    register = panel(testshire, B03={"entries": ["2030-second-look.C01"]})
    assert asked_on(register, ["2030-second-look.C01", "2029-first-look.C09"]) == (
        "Asked on 11 September 2030, 9 October 2030 and 6 November 2030"
    )
    assert asked_on(register, ["2030-second-look.K02"]) == ""


def test_an_entry_says_what_was_asked(testshire: Testshire) -> None:
    """It is a fact of the entry, from which the way leads to the question; other entries have none."""
    register = panel(testshire)
    told = {
        entry.id: fact.refs
        for entry in register.entries
        for fact in facts(register, entry)
        if fact.key == "asked" and fact.text.startswith("Asked on ")
    }
    assert told == {
        "C09": ("asked.B05",), "C01": ("asked.B01",), "S01": ("asked.B02",), "A01": ("asked.B04",),
        "K01": ("asked.B01",), "F01": ("asked.B03",),
    }  # fmt: skip


def test_comments_are_dated_and_name_their_author(testshire: Testshire) -> None:
    """They stand in the order of their dates, on an entry, a highlight and an inspection."""
    testshire.add_panel().add("questions.yaml", "Q01", id="Q02")
    panel_file = testshire.records["panel.yaml"]
    panel_file["comments"].append(
        panel_file["comments"][0] | {"id": "W04", "date": "2030-09", "by": "testshire_police"}
    )
    register = testshire.register()
    assert [comment_head(register, one) for one in comments_on(register, "2030-second-look.C01")] == [
        "Comment by Testshire Police, September 2030",
        "Comment by the Police and Crime Commissioner, 3 October 2030",
    ]
    assert [one.id for about in ("H01", "2030-second-look") for one in comments_on(register, about)] == ["W02", "W03"]
    assert comments_on(register, "2030-second-look.K01") == ()


@pytest.mark.parametrize(
    ("choice", "meetings", "asked", "comments"),
    [
        (Choice(("2029-first-look",)), ["2030-11-06"], ["B05"], []),
        (Choice((), ("workforce",)), ["2030-09-11"], ["B02"], ["W03"]),
        (Choice((), ("partnership",)), ["2030-09-11", "2030-10-09", "2030-11-06"], ["B01", "B03", "B04", "B05"],
         ["W01", "W02", "W03"]),
    ],
)  # fmt: skip
def test_a_part_has_what_belongs_to_it(
    testshire: Testshire, choice: Choice, meetings: list[str], asked: list[str], comments: list[str]
) -> None:
    """Of questions asked before those on an entry that is there, their meetings, and comments on what is there."""
    register = panel(testshire)
    part = chosen_part(register, choice)
    found = ([one.id for one in records] for records in (part.meetings, part.asked, part.comments))
    assert list(found) == [meetings, asked, comments]
    of_inspections = register.part(choice.inspections or ("2029-first-look", "2030-second-look"))
    assert {one.id for one in part.asked} <= {one.id for one in of_inspections.asked}
    assert asked_before(part)
    assert len(comments_on(part, "H01")) == 1


@pytest.mark.parametrize(
    ("text", "full_id", "where"),
    [
        ("what did health services reply to the commissioner", "asked.B01", "question"),
        ("tell the panel", "asked.B01", "answer"),
        ("412 officers", "asked.B02", "answer"),
        ("B03", "asked.B03", "id"),
        ("nurse", "comments.W01", "comment"),
        ("W02", "comments.W02", "id"),
    ],
)
def test_what_was_asked_and_comments_are_found(testshire: Testshire, text: str, full_id: str, where: str) -> None:
    """By the question, the answer, what came of it, and the comment; by their ids too."""
    hits = {hit.item.full_id: hit for hit in Index(panel(testshire)).search(text, limit=9).hits}
    assert where in hits[full_id].where


def test_hits_belong_to_inspections(testshire: Testshire) -> None:
    """A filter over inspections takes what was asked about them and commented on them."""
    result = Index(panel(testshire)).search(
        "the", limit=99, kinds=("asked", "comment"), inspections={"2030-second-look"}
    )
    assert {hit.item.full_id for hit in result.hits} >= {"asked.B01", "comments.W03"}
    assert "asked.B05" not in {hit.item.full_id for hit in result.hits}
