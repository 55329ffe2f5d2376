"""Questions come from gaps, in the documents' own words, and the suggested are few and spread."""

from collections.abc import Mapping
from datetime import date

import pytest

from scrutiny.analysis.questions import (
    SheetQuestion,
    describe_place,
    entries_asked_about,
    questions,
    suggest,
)
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Gap
from tests.testshire import FIRST, SECOND, Testshire

TODAY = date(2030, 12, 1)


def asked(testshire: Testshire, today: date = TODAY) -> Mapping[str, SheetQuestion]:
    """Give the questions of the made-up register by their ids."""
    register = testshire.register()
    return questions(register, today)


def gaps(found: Mapping[str, SheetQuestion]) -> set[Gap | None]:
    """Give the gaps that questions are made of."""
    return {question.gap for question in found.values()}


def question(about: str, gap: Gap | None, theme: str) -> SheetQuestion:
    """Make a question of which only entries, gap and theme matter."""
    name = f"{gap}.{about}" if gap else about.upper()
    return SheetQuestion(name, gap, (about,), theme, "2030-second-look", text="?", addressee="The Commissioner")


def test_a_commitment_without_a_date_is_asked_about(testshire: Testshire) -> None:
    """The question has the words, the document and the paragraph."""
    found = asked(testshire.change("K01", due=None))
    assert found["no_date.2030-second-look.K01"].text == (
        "Commissioner, your letter dated 2 September 2030 (paragraph 3) says "
        "“I will write to health services”. By when?"
    )


def test_a_commitment_with_a_date_is_not(testshire: Testshire) -> None:
    """What is printed is no gap."""
    assert "no_date.2030-second-look.K01" not in asked(testshire)


@pytest.mark.parametrize(("today", "passed"), [(date(2030, 12, 31), False), (date(2031, 1, 1), True)])
def test_a_date_has_passed_only_after_its_last_day(testshire: Testshire, today: date, passed: bool) -> None:
    """“By the end of the year” has not passed on New Year's Eve."""
    assert ("date_passed.2030-second-look.K01" in asked(testshire, today)) is passed


def test_an_acknowledged_concern_is_asked_about(testshire: Testshire) -> None:
    """A concern of inspectors with no answer is; the respondent's own is not."""
    assert "acknowledged_only.2030-second-look.C01" in asked(testshire.change("C01", answers=[]))
    assert "acknowledged_only.2030-second-look.C01" not in asked(testshire.change("C01", voice="respondent"))


def test_a_concern_without_a_reply_is_not_asked_about(testshire: Testshire) -> None:
    """Where no reply is held, nothing is acknowledged, so no question says that it is."""
    assert "acknowledged_only.2029-first-look.C09" not in asked(testshire)


@pytest.mark.parametrize(
    ("answers", "addressee", "asks"),
    [
        (["not_stated"], "testshire_police", True),
        (["not_stated", "not_stated"], "testshire_pcc", True),
        (["not_stated", "accepted"], "testshire_police", False),
        (["in_part"], "testshire_police", False),
        (["not_accepted"], "testshire_police", False),
        (["not_stated"], "inspectors", False),
    ],
)
def test_a_recommendation_that_no_letter_answers_is_asked_about(
    testshire: Testshire, answers: list[str], addressee: str, *, asks: bool
) -> None:
    """Only one to the police or to the office that replies; without a letter, nothing is asked."""
    testshire.add_recommendations()
    template = {"id": "not_accepted_or_refused", "text": "{place} says “{words}”. Is it accepted?"}
    testshire.records["question_templates.yaml"].append(template)
    (one,) = testshire.records[f"{SECOND}/recommendations.yaml"]
    one["addressee"] = addressee
    one["replies"] = []
    for number, answer in enumerate(answers):
        name = f"reply{number or ''}"
        if number:
            another = testshire.record("second.reply") | {"id": name, "file": f"{name}.txt"}
            testshire.record("second")["documents"].append(another)
        words = {} if answer == "not_stated" else {"excerpt": "This is part of our Child Safety Plan", "paragraph": "3"}
        one["replies"].append({"document": name, "answer": answer} | words)
    found = asked(testshire)
    assert [name for name in found if name.startswith("not_accepted")] == (
        ["not_accepted_or_refused.2030-second-look.R01"] if asks else []
    )
    if asks:
        assert found["not_accepted_or_refused.2030-second-look.R01"].text == (
            "your letter dated 2 September 2030 (paragraph 2) says "
            "“You found that planning meetings were not always attended”. Is it accepted?"
        )


def test_only_what_is_not_printed_is_asked_for(testshire: Testshire) -> None:
    """Nobody is asked how anyone would know where the letter says so."""
    testshire.records["question_templates.yaml"].append({"id": "no_measure", "text": "{place} says “{words}”. How?"})
    assert Gap.NO_MEASURE not in gaps(asked(testshire))
    assert "no_measure.2030-second-look.K01" in asked(testshire.change("K01", measure=None))


@pytest.mark.parametrize(
    ("fields", "gap"),
    [
        ({"due": None, "measure": None}, "no_date"),
        ({"due": None, "measure": None, "specific": "false"}, "no_measure"),
        ({"due": None, "specific": "false"}, None),
        ({"measure": None}, "no_measure"),
        ({"due": {"printed": "by May", "date": "2030-05"}, "measure": None}, "date_passed"),
    ],
)
def test_a_commitment_gives_one_question(testshire: Testshire, fields: dict[str, object], gap: str | None) -> None:
    """Only a specific act can have a date; how it is shown is asked where that is not."""
    testshire.records["question_templates.yaml"].append({"id": "no_measure", "text": "{place} says “{words}”. How?"})
    found = asked(testshire.change("K01", **fields))
    assert [name for name in found if name.endswith("K01")] == ([f"{gap}.2030-second-look.K01"] if gap else [])


@pytest.mark.parametrize(
    ("excerpt", "asks"),
    [
        ("which support earlier identification of risk", False),
        ("This has reduced delays in cases", False),
        ("I will ensure this remains clear", False),
        ("children are now identified sooner", True),
        ("these meetings have improved matters", True),
        ("the timeliness can be improved", False),
        ("a strong platform for practice", False),
    ],
)
def test_a_figure_is_asked_for_only_where_one_could_be(testshire: Testshire, excerpt: str, *, asks: bool) -> None:
    """Words that claim no change can have none, and words such as “this has” cannot be quoted alone."""
    template = {"id": "claim_without_figure", "text": "{place} says “{words}”. Which?"}
    testshire.records["question_templates.yaml"].append(template)
    testshire.change("F01", paragraph="3").change("A01", result=[{"summary": "It is said.", "excerpt": excerpt}])
    assert ("claim_without_figure.2030-second-look.A01" in asked(testshire)) is asks


@pytest.mark.parametrize(
    "fields", [{"scope": "national"}, {"paragraph": "3"}, {"excerpt": "This is essential to children"}]
)
def test_a_need_that_makes_no_sense_to_ask_about(testshire: Testshire, fields: dict[str, str]) -> None:
    """Nobody here takes on what the country needs, a promise beside it may answer it, and “this” is unclear."""
    assert Gap.NO_OWNER not in gaps(asked(testshire.add_need("K02", **fields)))


def test_what_is_only_needed_is_asked_about_once(testshire: Testshire) -> None:
    """Of a need it is asked who will do it, and nothing that only a promise can have."""
    testshire.records["question_templates.yaml"].append({"id": "no_measure", "text": "{place} says “{words}”. How?"})
    assert Gap.NO_OWNER not in gaps(asked(testshire.change("K01", owner=None)))
    found = asked(testshire.add_need())
    assert [name for name in found if name.endswith("K02")] == ["no_owner.2030-second-look.K02"]
    assert found["no_owner.2030-second-look.K02"].text == (
        "Commissioner, your letter dated 2 September 2030 (paragraph 4) says "
        "“A plan for all children is essential”. Who will take this on?"
    )


def test_a_general_promise_is_asked_for_neither_date_nor_measure(testshire: Testshire) -> None:
    """A promise about a report as a whole can hardly have its own; a date that it has can pass."""
    testshire.records["question_templates.yaml"].append({"id": "no_measure", "text": "{place} says “{words}”. How?"})
    testshire.change("K01", general="true", measure=None, due=None).change("C01", answers=["A01"])
    assert gaps(asked(testshire)).isdisjoint({Gap.NO_MEASURE, Gap.NO_DATE})
    testshire.change("K01", due={"printed": "by October", "date": "2030-10"})
    assert "date_passed.2030-second-look.K01" in asked(testshire)


def test_a_claimed_result_is_asked_for_a_figure_only_where_there_is_none(testshire: Testshire) -> None:
    """A number in the result's own words, or a figure of the same paragraph, answers the question."""
    template = {"id": "claim_without_figure", "text": "{place} says “{words}”. Which?"}
    testshire.records["question_templates.yaml"].append(template)
    assert Gap.CLAIM_WITHOUT_FIGURE not in gaps(asked(testshire))
    claim = "claim_without_figure.2030-second-look.A01"
    assert "“so plans are made sooner”" in asked(testshire.change("F01", paragraph="3"))[claim].text
    result = {"summary": "More meetings are said to be held.", "excerpt": "more than 90 meetings were held"}
    assert claim not in asked(testshire.change("A01", result=[result]))


def test_an_uncertain_date_is_said_to_be(testshire: Testshire) -> None:
    """A question does not state a doubtful date as if it were known."""
    testshire.change("K01", due=None).record("second.reply")["date"]["doubt"] = "The year is odd."
    text = asked(testshire)["no_date.2030-second-look.K01"].text
    assert "your letter dated 2 September 2030 (paragraph 3; date uncertain)" in text


def test_the_newest_inspection_comes_first(testshire: Testshire) -> None:
    """What is most recent is asked about first."""
    testshire.add_inspections(1).change("K01", due=None)
    inspections = [one.inspection for one in asked(testshire, date(2032, 1, 1)).values()]
    assert inspections == ["2031-further-look", "2030-second-look"]


def test_a_strong_pair_is_asked_about_with_its_caution(testshire: Testshire) -> None:
    """An arguable pair gives no question, a strong one both sides' words and its caution."""
    assert Gap.STRONG_PAIR not in gaps(asked(testshire))
    question = asked(testshire.change("P01", strength="strong"))["strong_pair.P01"]
    assert "meetings often went ahead without health" in question.text
    assert "planning meetings were not always attended" in question.text
    assert question.caution == "Different meetings."


def test_two_pairs_of_one_entry_are_two_questions(testshire: Testshire) -> None:
    """Each pair has a question of its own, also where the same entry is the later of both."""
    testshire.change("P01", strength="strong").add(f"{FIRST}/findings.yaml", "C09", id="C10")
    testshire.add("pairs.yaml", "P01", id="P02", earlier="2029-first-look.C10")
    found = [one for one in asked(testshire).values() if one.gap is Gap.STRONG_PAIR]
    assert [(one.id, one.entries[1][-3:]) for one in found] == [("strong_pair.P01", "C09"), ("strong_pair.P02", "C10")]


def test_a_letter_s_author_is_asked_about_it(testshire: Testshire) -> None:
    """Who signed reads “your letter”; of another's letter the office is named."""
    testshire.records["bodies.yaml"].append(
        {"id": "deputy", "kind": "commissioner", "name": "Deputy Police and Crime Commissioner", "description": "It."}
    )
    testshire.record("second.reply")["body"] = "deputy"
    register = testshire.change("K01", due=None).register()
    (question,) = questions(register, TODAY).values()
    assert question.addressee == "Deputy Police and Crime Commissioner"
    assert "your letter dated" in question.text
    letter = describe_place(register, register.commitments[0], "testshire_pcc")
    assert letter.startswith("the Deputy Commissioner’s letter dated 2 September 2030 (")


def test_what_was_written_by_hand_is_not_asked_again(testshire: Testshire) -> None:
    """Neither about its entries, nor about a pair of which it has both."""
    testshire.change("P01", strength="strong").change("K01", due=None).add_statements()
    assert {"no_date.2030-second-look.K01", "strong_pair.P01"} - set(asked(testshire)) == {
        "no_date.2030-second-look.K01"
    }
    testshire.change("Q01", entries=["2030-second-look.C01", "2029-first-look.C09"])
    assert {"no_date.2030-second-look.K01", "strong_pair.P01"} - set(asked(testshire)) == {"strong_pair.P01"}


def test_written_questions_come_first_in_their_order(testshire: Testshire) -> None:
    """Each has its id, its entries, and the theme and the inspection of the first; then come those made from gaps."""
    testshire.add_statements().add("questions.yaml", "Q01", id="Q02", entries=["2029-first-look.C09"])
    found = asked(testshire.change("K01", due=None))
    assert list(found) == ["Q01", "Q02", "no_owner.2030-second-look.K02"]
    first, second, third = found.values()
    assert (first.gap, first.kind, first.theme, first.inspection) == (
        None,
        "written",
        "partnership",
        "2030-second-look",
    )
    assert first.text == "You wrote that you will write to health services. What did they reply?"
    assert first.entries == ("2030-second-look.C01", "2030-second-look.K01")
    assert first.label == "Written by hand, to: PCC"
    assert (second.inspection, second.about) == ("2029-first-look", "2029-first-look.C09")
    assert (third.label, third.addressee) == (f"{Gap.NO_OWNER.label}, to: PCC", "PCC")


def test_entries_asked_about_are_named_by_ids(testshire: Testshire) -> None:
    """The id of a written question stands for its first entry, that of another for the entry it names."""
    register = testshire.add_statements().register()
    ids = ["no_date.2030-second-look.K01", "Q01", "Q99", "strong_pair.P01"]
    assert entries_asked_about(register, ids) == [
        "2030-second-look.K01",
        "2030-second-look.C01",
        "",
        "2030-second-look.C01",
    ]


def test_a_gap_without_a_template_gives_no_question(testshire: Testshire) -> None:
    """An officer can do without a kind of question by leaving out its template."""
    assert Gap.NO_MEASURE not in gaps(asked(testshire.change("K01", measure=None)))


def test_the_inspectorate_is_not_asked(testshire: Testshire) -> None:
    """What the inspectorate itself promises is not the Commissioner's to answer."""
    testshire.change("K01", voice="inspectorate", document="press_release", paragraph="2", due=None)
    testshire.records["inspections/2029-first-look/commitments.yaml"] = testshire.records[f"{SECOND}/commitments.yaml"]
    testshire.records[f"{SECOND}/commitments.yaml"] = []
    testshire.change("C01", answers=["A01"])
    assert Gap.NO_DATE not in gaps(asked(testshire))


def test_suggested_takes_the_gaps_in_turn_and_no_theme_twice() -> None:
    """One of each gap, round after round, each of another theme."""
    rows = [
        ("a", Gap.NO_DATE, "one"),
        ("b", Gap.NO_DATE, "two"),
        ("c", Gap.ACKNOWLEDGED_ONLY, "one"),
        ("d", Gap.NO_OWNER, "three"),
        ("e", Gap.NO_OWNER, "three"),
    ]
    found = [question(name, gap, theme) for name, gap, theme in rows]
    assert [one.about for one in suggest(found)] == ["c", "d", "b"]


def test_suggested_are_written_ones_first() -> None:
    """Those written by hand stand first in their order, of one theme or not; gaps fill in with other themes."""
    rows = [
        ("a", Gap.NO_DATE, "one"),
        ("z", None, "one"),
        ("b", Gap.NO_DATE, "two"),
        ("y", None, "one"),
        ("z", Gap.NO_OWNER, "three"),
    ]
    found = [question(name, gap, theme) for name, gap, theme in rows]
    assert [one.id for one in suggest(found)] == ["Z", "Y", "no_date.b"]  # z is asked about already


def test_written_ones_are_suggested_up_to_five() -> None:
    """Where there are enough written questions, no others are suggested."""
    found = [question(str(n), None, "one") for n in range(12)]
    assert suggest([question("a", Gap.NO_DATE, "two"), *found]) == found[:5]


def test_suggested_are_at_most_five() -> None:
    """A few good questions beat two hundred."""
    found = [question(str(n), Gap.NO_DATE, f"theme {n}") for n in range(30)]
    assert suggest(found) == found[:5]


def test_an_empty_register_has_no_question(testshire: Testshire) -> None:
    """Nothing gives rise to nothing."""
    register: Register | None = testshire.empty().load().register
    assert register is not None
    found = questions(register, TODAY)
    assert found == {}
    assert suggest(found.values()) == []


def test_the_office_that_took_the_place_of_the_author_is_asked(testshire: Testshire) -> None:
    """A letter stays that of the old office; who is there now is asked about it. A circle of offices ends."""
    testshire.change("K01", due=None).add("bodies.yaml", "testshire_pcc", id="mayor", name="Mayor of Testshire")
    testshire.change("mayor", acronym=None).change("testshire_pcc", followed_by="mayor")
    question = asked(testshire)["no_date.2030-second-look.K01"]
    assert question.addressee == "Mayor of Testshire"
    assert "the Commissioner’s letter dated 2 September 2030" in question.text
    testshire.change("mayor", followed_by="testshire_pcc")
    assert asked(testshire)["no_date.2030-second-look.K01"].addressee in ("Mayor of Testshire", "PCC")
