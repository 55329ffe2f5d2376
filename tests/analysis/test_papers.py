"""The papers to ask for: what is known and was not read, what is due, and nothing that is on file."""

from datetime import date

import pytest

from scrutiny.analysis.papers import Paper, papers
from tests.testshire import Testshire

TODAY = date(2030, 12, 1)


def wanted(testshire: Testshire, today: date = TODAY, *, of: str = "") -> list[Paper]:
    """Give what may be asked for of a register, or of one of its inspections."""
    register = testshire.register()
    return [paper for paper in papers(register, today) if paper.inspection.id.endswith(of)]


def named(found: list[Paper]) -> list[tuple[str, str, str]]:
    """Give of each paper its inspection, its kind and whom to ask."""
    return [(one.inspection.short_title, one.kind, one.ask) for one in found]


def test_what_is_known_and_what_the_act_asks_for(testshire: Testshire) -> None:
    """A report that was not read, a reply that is not on file, and the chief officer's comments on each report."""
    assert named(wanted(testshire)) == [
        ("First look", "Report", "Example Inspectorate"),
        ("First look", "Reply", "Commissioner"),
        ("First look", "Chief officer’s comments", "Commissioner"),
        ("Second look", "Chief officer’s comments", "Commissioner"),
    ]


def test_a_reply_that_is_known_and_was_not_read_is_named_once(testshire: Testshire) -> None:
    """It is among the documents that are known, with its own office, and not missed a second time."""
    reply = {"id": "reply", "kind": "reply", "held": "false", "title": "A reply", "body": "testshire_pcc"}
    testshire.record("first")["documents"].append(reply)
    found = [one for one in wanted(testshire, of="first-look") if one.kind in ("Letter", "Reply")]
    assert [(one.title, one.state) for one in found] == [("A reply", "Not read. No public address is known.")]


@pytest.mark.parametrize(
    ("published", "today", "said"),
    [
        ("2029-07-02", date(2029, 8, 26), None),
        ("2029-07-02", date(2029, 8, 27), "The last of the 56 days was 26 August 2029."),
        ("2029-07", date(2029, 8, 25), None),
        ("2029-07", date(2029, 8, 26), "Whether it is due cannot be told: the day of publication is not known."),
        ("2029-07", date(2029, 9, 24), "Whether it is due cannot be told: the day of publication is not known."),
        ("2029-07", date(2029, 9, 25), "The last of the 56 days was 24 September 2029 at the latest."),
    ],
)
def test_a_reply_is_asked_for_once_it_may_be_due(
    testshire: Testshire, published: str, today: date, said: str | None
) -> None:
    """As long as some of the 56 days are left, whichever day of the month it was, nothing is missed."""
    testshire.change("first", published={"printed": published, "date": published})
    notes = [one.note for one in wanted(testshire, today, of="first-look") if one.kind == "Reply"]
    assert notes == ([said] if said else [])
    if said is None:
        assert [one.kind for one in wanted(testshire, today, of="first-look")] == ["Report"]


def test_an_uncertain_date_of_publication_tells_nothing(testshire: Testshire) -> None:
    """The reply is not on file; whether it is due cannot be told."""
    testshire.change("first", published={"printed": "July", "date": "2029-07-02", "doubt": "Which July?"})
    (reply,) = [one for one in wanted(testshire, date(2029, 7, 3)) if one.kind == "Reply"]
    assert reply.note == "Whether it is due cannot be told: the date of publication is uncertain."


@pytest.mark.parametrize("kind", ["statement", "annex", "reply"])
@pytest.mark.parametrize("held", ["true", "false"])
def test_comments_of_the_police_are_not_missed(testshire: Testshire, kind: str, held: str) -> None:
    """Where the force has published something on the report, that is what there is; a plan is no comment."""
    document = testshire.record("second.reply") | {"id": "comments", "kind": kind, "held": held}
    testshire.record("second")["documents"].append(document | {"body": "testshire_police", "file": "comments.txt"})
    found = wanted(testshire, of="second-look")
    assert [one.kind for one in found] == ([] if held == "true" else [{"reply": "Letter"}.get(kind, kind.title())])


def test_a_plan_of_the_police_is_no_comment(testshire: Testshire) -> None:
    """Nor is a statement by another organisation."""
    plan = testshire.record("second.reply") | {"id": "plan", "kind": "action_plan", "body": "testshire_police"}
    statement = plan | {"id": "statement", "kind": "statement", "body": "inspectors"}
    testshire.record("second")["documents"].extend([plan, statement])
    assert [one.kind for one in wanted(testshire, of="second-look")] == ["Chief officer’s comments"]


def test_a_paper_with_an_address_says_so(testshire: Testshire) -> None:
    """With what is known of it: its date as stated, the doubt about it, and its note."""
    dated = {"printed": "listed for May 2029", "date": "2029-05", "doubt": "Seen in a list."}
    testshire.change("first.report", address="https://example.org/report", date=dated, note="A note.")
    report = wanted(testshire)[0]
    assert (report.state, report.address) == (
        "A public page is known; the paper is not yet read.", "https://example.org/report",
    )  # fmt: skip
    assert report.note == "Date: listed for May 2029. Seen in a list. A note."


def test_the_office_of_today_is_asked(testshire: Testshire) -> None:
    """Where another has taken its place, that one; of another force the one that holds it to account, unnamed."""
    testshire.add("bodies.yaml", "testshire_pcc", id="mayor", name="Mayor of Testshire", acronym="Mayor")
    testshire.change("testshire_pcc", followed_by="mayor").add_inspections(1, force="otherland_police")
    found = wanted(testshire, date(2032, 1, 1))
    asked = {one.inspection.short_title: one.ask for one in found if one.kind == "Chief officer’s comments"}
    assert asked == {
        "First look": "Mayor of Testshire",
        "Second look": "Mayor of Testshire",
        "Look of 2031": "Whoever holds Otherland Police to account",
    }


def test_an_empty_register_wants_nothing(testshire: Testshire) -> None:
    """There is no inspection to ask about."""
    assert wanted(testshire.empty()) == []
