"""The rules of the register: each with what it lets pass and what it tells."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from scrutiny.register.checks.rules import RULES, Rule
from scrutiny.register.checks.wording import excerpts_are_short
from tests.testshire import FIRST, SECOND, Testshire

Change = tuple[str, dict[str, Any]]
THREE_THEMES = [{"id": f"theme_{n}", "label": f"Theme {n}", "definition": "A theme."} for n in range(4)]


def _told(testshire: Testshire, rule: str, change: Change) -> list[str]:
    """Give what one rule tells after one record was changed."""
    name, fields = change
    return testshire.change(name, **fields).told(rule)


def _cases(table: dict[str, list[Any]]) -> Callable[..., Any]:
    """Make a test of each row of a table, named by the reason under which it stands."""
    rows = [pytest.param(*row, id=f"{reason}-{n}") for reason, cases in table.items() for n, row in enumerate(cases)]
    return pytest.mark.parametrize(("change", "told"), rows)


def test_the_made_up_register_has_no_problems(testshire: Testshire) -> None:
    """What the tests begin with is right in every way, its quotations included."""
    outcome = testshire.load(with_documents=True)
    assert outcome.problems == ()
    assert (outcome.entries, outcome.quotations, outcome.verified) == (7, 10, 10)
    outcome = testshire.add_statements().load(with_documents=True)
    assert outcome.problems == ()
    assert (outcome.entries, outcome.quotations, outcome.verified) == (8, 11, 11)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_is_written_down_and_tested(rule: Rule) -> None:
    """Each rule has its sentence and a test that bears its name."""
    assert rule.__doc__
    assert rule.__doc__.split("\n")[0].endswith(".")
    named = (name.startswith(f"test_{rule.__name__}_") for name in vars(sys.modules[__name__]))
    assert rule.__name__ in PANEL or any(named)


def test_problem_names_the_rule_that_it_breaks(testshire: Testshire) -> None:
    """A problem carries the name of its rule, so that its sentence can be looked up."""
    (problem,) = testshire.change("S01", excerpt="too short").load().problems
    assert problem.rule == excerpts_are_short.__name__


NUMBERED = {
    "another letter": [
        (("S01", {"id": "C02"}), ["C02 id: 'C02' is not S and two or three digits, like S07"]),
        (("F01", {"id": "K07"}), ["K07 id: 'K07' is not F and two or three digits, like F07"]),
        (("E01", {"id": "P01"}), ["P01 id: 'P01' is not E and two or three digits, like E07"]),
    ],
    "another form": [
        (("S01", {"id": "S1"}), ["S1 id: 'S1' is not S and two or three digits, like S07"]),
        (("S01", {"id": "S0001"}), ["S0001 id: 'S0001' is not S and two or three digits, like S07"]),
        (("S01", {"id": "s01"}), ["s01 id: 's01' is not S and two or three digits, like S07"]),
        (("S01", {"id": "S٠١"}), ["S٠١ id: 'S٠١' is not S and two or three digits, like S07"]),
        (("P01", {"id": "pair"}), ["pair id: 'pair' is not P and two or three digits, like P07"]),
    ],
    "well formed": [(("S01", {"id": "S123"}), []), (("E01", {"id": "E99"}), [])],
}


@_cases(NUMBERED)
def test_entry_ids_are_well_formed_by_kind(testshire: Testshire, change: Change, told: list[str]) -> None:
    """An id is the letter of its kind and two or three digits."""
    assert _told(testshire, "entry_ids_are_well_formed", change) == told


NAMED = {
    "not small letters": [
        (("workforce", {"id": "Work-force"}), ["'Work-force' is not small letters, digits and underscores"]),
        (("inspectors", {"id": "7ins"}), ["'7ins' is not small letters, digits and underscores"]),
        (("first.report", {"id": "report 2"}), ["'report 2' is not small letters, digits and underscores"]),
        (("first.report", {"id": "a" * 41}), ["41 characters; an id has at most 40"]),
        (("first.report", {"id": "rapport_é"}), ["'rapport_é' is not small letters, digits and underscores"]),
    ],
    "well formed": [(("workforce", {"id": "skills_2"}), []), (("first.report", {"id": "report_of_2029"}), [])],
}


@_cases(NAMED)
def test_names_are_well_formed_in_small_letters(testshire: Testshire, change: Change, told: list[str]) -> None:
    """The id of a theme, body or document is small letters, digits and underscores."""
    assert [line.split("id: ")[1] for line in _told(testshire, "names_are_well_formed", change)] == told


@pytest.mark.parametrize("name", ["fieldwork", "published"])
def test_names_are_well_formed_leaving_dates_their_ids(testshire: Testshire, name: str) -> None:
    """A document is not called as the dates of an inspection are, which have words to open as well."""
    told = testshire.change("first.report", id=name).told("names_are_well_formed")
    assert told == [f"2029-first-look documents.1.id: '{name}' is the id of a date of the inspection"]


@pytest.mark.parametrize(
    ("folder", "good"),
    [("2031-a", True), ("2031-two-words", True), ("2031", False), ("second", False), ("2031-Two", False),
     ("2031_two", False), ("2031-two-", False), ("31-two", False)],
)  # fmt: skip
def test_names_are_well_formed_of_folders(testshire: Testshire, folder: str, good: bool) -> None:
    """A folder is named by its year and its subject."""
    for file in [file for file in testshire.records if file.startswith(FIRST)]:
        testshire.records[f"inspections/{folder}/{file.rsplit('/')[-1]}"] = testshire.records.pop(file)
    told = testshire.told("names_are_well_formed")
    assert told == ([] if good else [f"{folder}: its folder is not named like 2017-child-protection"])


@pytest.mark.parametrize(
    ("file", "like", "told"),
    [
        ("themes.yaml", "workforce", "workforce id: 'workforce' is used already at themes.yaml:4"),
        ("bodies.yaml", "inspectors", "inspectors id: 'inspectors' is used already at bodies.yaml:14"),
        ("glossary.yaml", "MASH", "MASH id: 'MASH' is used already at glossary.yaml:1"),
        ("events.yaml", "E01", "E01 id: 'E01' is used already at events.yaml:1"),
        ("pairs.yaml", "P01", "P01 id: 'P01' is used already at pairs.yaml:1"),
        (
            f"{SECOND}/findings.yaml", "S01",
            f"S01 id: '2030-second-look.S01' is used already at {SECOND}/findings.yaml:12",
        ),
    ],
)  # fmt: skip
def test_ids_are_unique_in_each_file(testshire: Testshire, file: str, like: str, told: str) -> None:
    """A second record of an id is told with the place of the first."""
    assert testshire.add(file, like).told("ids_are_unique") == [told]


def test_ids_are_unique_within_an_inspection_only(testshire: Testshire) -> None:
    """Entries of two inspections may have the same id, for their full ids differ."""
    testshire.change("C09", id="C01").change("P01", earlier="2029-first-look.C01")
    assert testshire.told() == []


def test_ids_are_unique_among_documents(testshire: Testshire) -> None:
    """Two documents of an inspection with one id are both told."""
    told = testshire.change("first.report", id="press_release").told("ids_are_unique")
    assert told == [f"2029-first-look documents.{n}.id: 'press_release' is used twice" for n in (1, 2)]


THEMES = {
    "unknown": [
        (
            ("S01", {"themes": ["workforse"]}),
            ["S01 themes.1: 'workforse' is not in themes.yaml (did you mean 'workforce'?)"],
        ),
        (("E01", {"themes": ["x"]}), ["E01 themes.1: 'x' is not in themes.yaml"]),
    ],
    "too few, too many": [
        (("S01", {"themes": []}), ["S01 themes: 0 themes; name one to 3, the main one first"]),
        (
            ("S01", {"themes": [theme["id"] for theme in THREE_THEMES]}),
            ["S01 themes: 4 themes; name one to 3, the main one first"],
        ),
        (("S01", {"themes": ["workforce", "workforce"]}), ["S01 themes: the same theme is named twice"]),
    ],
    "good": [
        (("S01", {"themes": ["workforce", "partnership"]}), []),
        (("S01", {"themes": ["theme_1", "theme_2", "theme_3"]}), []),
        (("E01", {"themes": None}), []),
    ],
}


@_cases(THEMES)
def test_themes_exist_one_to_three(testshire: Testshire, change: Change, told: list[str]) -> None:
    """An entry names one to three themes of themes.yaml, an event as many as it likes."""
    testshire.records["themes.yaml"] += THREE_THEMES
    assert _told(testshire, "themes_exist", change) == told


@pytest.mark.parametrize(
    ("name", "field", "path"),
    [
        ("register", "force", "force"),
        ("register", "commissioner", "commissioner"),
        ("register", "panel", "panel"),
        ("first", "force", "2029-first-look force"),
        ("second.reply", "body", "2030-second-look documents.1.body"),
        ("A01", "vouched_by", "A01 vouched_by"),
        ("K01", "by", "K01 by"),
        ("K01", "owner", "K01 owner"),
    ],
)
def test_bodies_exist_wherever_one_is_named(testshire: Testshire, name: str, field: str, path: str) -> None:
    """A body that bodies.yaml lacks is told for every field that names one."""
    told = testshire.change(name, **{field: "inspectrs"}).told("bodies_exist")
    assert told == [f"{path}: 'inspectrs' is not in bodies.yaml (did you mean 'inspectors'?)"]


def test_bodies_exist_in_lists(testshire: Testshire) -> None:
    """In a list the item is told that is wrong, counted from one."""
    told = testshire.change("C01", bodies=["testshire_police", "xyz"]).told("bodies_exist")
    assert told == ["C01 bodies.2: 'xyz' is not in bodies.yaml"]


def test_bodies_exist_even_if_their_record_has_a_slip(testshire: Testshire) -> None:
    """A slip in a body is one problem, not one more for everything that names it."""
    told = testshire.change("inspectors", kind="inspector").told()
    assert told == [
        "inspectors kind: 'inspector' is not one of police, commissioner, inspectorate, partner, public "
        "(did you mean 'inspectorate'?)"
    ]


DOCUMENTS = {
    "unknown": [
        (
            ("C01", {"document": "repli"}),
            ["C01 document: 'repli' is not in inspection.yaml (did you mean 'reply'?)"],
        ),
        (
            ("E01", {"document": "2030-second-look.reply2"}),
            ["E01 document: '2030-second-look.reply2' is not in any inspection "
             "(did you mean '2030-second-look.reply'?)"],
        ),
    ],
    "not held": [
        (
            ("C09", {"document": "report"}),
            ["C09 document: report is not held, so nothing can be quoted from it"],
        ),
        (
            ("E01", {"document": "2029-first-look.report"}),
            ["E01 document: 2029-first-look.report is not held, so nothing can be quoted from it"],
        ),
    ],
    "good": [
        (
            ("E01", {"document": None, "paragraph": None, "excerpt": None, "address": "https://example.org"}),
            [],
        ),
    ],
}  # fmt: skip


@_cases(DOCUMENTS)
def test_documents_exist_and_are_held(testshire: Testshire, change: Change, told: list[str]) -> None:
    """Words are quoted from documents that were read."""
    assert _told(testshire, "documents_exist", change) == told


LOOKED_UP = {
    "an event that cannot be found": [
        (("E01", {"excerpt": None}), ["E01 document: document, paragraph and excerpt go together: give all or none"]),
        (("E01", {"paragraph": None}), ["E01 document: document, paragraph and excerpt go together: give all or none"]),
        (
            ("E01", {"document": None}),
            ["E01: has neither a document nor an address to show where it is from",
             "E01 document: document, paragraph and excerpt go together: give all or none"],
        ),
        (
            ("E01", {"document": None, "paragraph": None, "excerpt": None}),
            ["E01: has neither a document nor an address to show where it is from"],
        ),
    ],
    "good": [
        (
            ("E01", {"document": None, "paragraph": None, "excerpt": None, "address": "https://example.org"}),
            [],
        ),
        (("E01", {"address": "https://example.org"}), []),
    ],
}  # fmt: skip


@_cases(LOOKED_UP)
def test_events_can_be_looked_up_somewhere(testshire: Testshire, change: Change, told: list[str]) -> None:
    """An event gives a document with paragraph and excerpt, or an address."""
    assert _told(testshire, "events_can_be_looked_up", change) == told


@pytest.mark.parametrize(
    ("fields", "good"),
    [({"paragraphs": None}, False), ({"file": None}, False), ({"held": "false", "file": None}, True), ({}, True)],
)
def test_held_documents_can_be_found_by_file(testshire: Testshire, fields: dict[str, Any], good: bool) -> None:
    """A document that is held says its length and its file; one that is not need not."""
    told = testshire.change("second.reply", **fields).told("held_documents_can_be_found")
    assert told == ([] if good else ["2030-second-look documents.1: reply is held, so it needs paragraphs and file"])


PARAGRAPHS = {
    "beyond the last": [
        (("S01", {"paragraph": "5"}), ["S01 paragraph: reply ends with paragraph 4"]),
        (("C09", {"paragraph": "note 2"}), ["C09 paragraph: press_release ends with paragraph 2 and note 1"]),
        (("E01", {"paragraph": "9"}), ["E01 paragraph: reply ends with paragraph 4"]),
    ],
    "good": [
        (("S01", {"paragraph": "headline"}), []),
        (("C09", {"paragraph": "note 1"}), []),
        (("C09", {"paragraph": "1"}), []),
    ],
}


@_cases(PARAGRAPHS)
def test_paragraphs_exist_within_the_number(testshire: Testshire, change: Change, told: list[str]) -> None:
    """A paragraph or note has a number that the document reaches."""
    assert _told(testshire, "paragraphs_exist", change) == told


QUOTED = {
    "elsewhere": [
        (("S01", {"paragraph": "3"}), ["S01 excerpt: not word for word in paragraph 3; it stands in paragraph 4"]),
    ],
    "nearly": [
        (
            ("C01", {"excerpt": "planning meetings were never attended"}),
            ["C01 excerpt: not word for word in paragraph 2; nearest in paragraph 2: “planning meetings were not "
             "always attended.”"],
        ),
        (
            ("K01", {"measure": "a list of attendance"}),
            ["K01 measure: not word for word in paragraph 3; nearest in paragraph 3: “register of attendance.”"],
        ),
        (
            ("A01", {"result": [{"summary": "Plans.", "excerpt": "so plans are soon made"}]}),
            ["A01 result.1.excerpt: not word for word in paragraph 2; nearest in paragraph 2: “so plans are made "
             "sooner:”"],
        ),
    ],
    "but for capitals": [
        (
            ("C01", {"excerpt": "Planning meetings were not always attended"}),
            ["C01 excerpt: not word for word in paragraph 2; but for its first letter it stands in paragraph 2, as "
             "“planning meetings were not always attended”"],
        ),
        (
            ("E01", {"excerpt": "our child safety plan for 2029 to 2031"}),
            ["E01 excerpt: not word for word in paragraph 3; but for capital letters it stands in paragraph 3, as “our "
             "Child Safety Plan for 2029 to 2031”"],
        ),
    ],
    "where nothing is counted": [
        (
            ("C01", {"excerpt": "Dear Chief Inspector"}),
            ["C01 excerpt: not word for word in paragraph 2; it stands where nothing is counted (salutation)"],
        ),
    ],
    "over two paragraphs": [
        (
            ("C01", {"excerpt": "more than 90 meetings were held. I will write"}),
            ["C01 excerpt: not word for word in paragraph 2; it goes on from one paragraph into the next; quote from "
             "one of them"],
        ),
    ],
    "nowhere": [
        (
            ("K01", {"measure": "quarterly figures on absence"}),
            ["K01 measure: not word for word in paragraph 3; it stands nowhere in the document"],
        ),
    ],
    "good": [
        (("S01", {"excerpt": "that officers are \"very well trained\" indeed"}), []),
        (("A01", {"result": [{"summary": "Plans.", "excerpt": "every meeting, so plans  are made sooner"}]}), []),
        (("E01", {"excerpt": "our Child Safety Plan for 2029 to 2031"}), []),
    ],
}  # fmt: skip


def test_words_are_not_those_of_the_templates_left_there(testshire: Testshire) -> None:
    """A text that was copied with the template and left there is an error; a short one may be the same by chance."""
    template = Testshire(testshire.folder / "templates")
    template.change("C01", summary="Write one plain sentence of our own.", note="See above.")
    template.change("P01", reason="Say what was said when.")
    (testshire.folder / "templates").mkdir(parents=True)
    template.write()
    testshire.change("C01", summary="Write one plain sentence of our own.", note="See above.")
    told = testshire.change("P01", reason="Say what was said when.").told("words_are_not_those_of_the_templates")
    assert "C01 summary: has the words of the template; put in your own, or leave the field out" in told
    assert "P01 reason: has the words of the template; put in your own, or leave the field out" in told
    assert not any("C01 note" in line for line in told)


@_cases(QUOTED)
def test_quotations_stand_in_their_paragraph_word_for_word(
    testshire: Testshire, change: Change, told: list[str]
) -> None:
    """With the documents at hand, every quoted word is held against its paragraph, line breaks aside."""
    name, fields = change
    rule = "quotations_stand_in_their_paragraph"
    assert testshire.change(name, **fields).told(rule, with_documents=True) == told
    assert testshire.told(rule) == []


COUNTS = {
    "wrong": [
        (
            ("second.reply", {"paragraphs": "5"}),
            ["2030-second-look documents.1.paragraphs: says 5, but reply.txt has 4"],
        ),
        (
            ("first.press_release", {"notes": None}),
            ["2029-first-look documents.2.notes: says 0, but press-release.txt has 1"],
        ),
    ],
    "good": [(("second.reply", {"note": "Short."}), [])],
}


@_cases(COUNTS)
def test_paragraph_counts_agree_with_the_text(testshire: Testshire, change: Change, told: list[str]) -> None:
    """With the documents at hand, the numbers of paragraphs and notes are counted."""
    name, fields = change
    assert testshire.change(name, **fields).told("paragraph_counts_agree", with_documents=True) == told
    assert testshire.told("paragraph_counts_agree") == []


@pytest.mark.parametrize(("words", "good"), [(1, False), (4, False), (5, True), (20, True), (21, False)])
def test_excerpts_are_short_but_not_too_short(testshire: Testshire, words: int, good: bool) -> None:
    """An excerpt has 5 to 20 words."""
    told = testshire.change("S01", excerpt=" ".join(["word"] * words)).told("excerpts_are_short")
    assert told == ([] if good else [f"S01 excerpt: {words} words; an excerpt has 5 to 20"])


def test_excerpts_are_short_in_results_and_events_too(testshire: Testshire) -> None:
    """The words of a claimed result and of an event are excerpts; a date or a measure may be shorter."""
    testshire.change("A01", result=[{"summary": "Plans.", "excerpt": "so plans"}]).change("E01", excerpt="our plan")
    testshire.change("K01", measure="attendance", due={"printed": "soon"})
    told = testshire.told("excerpts_are_short")
    assert told == [
        "E01 excerpt: 2 words; an excerpt has 5 to 20",
        "A01 result.1.excerpt: 2 words; an excerpt has 5 to 20",
    ]


SUMMARIES = {
    "too long": [
        (("S01", {"summary": "x" * 159 + "."}), ["S01 summary: 160 characters; keep it under 160"]),
        (("E01", {"summary": "x" * 200 + "."}), ["E01 summary: 201 characters; keep it under 160"]),
    ],
    "not one sentence": [
        (("S01", {"summary": "No stop"}), ["S01 summary: must be one sentence that ends in a full stop"]),
        (("S01", {"summary": "Is it?"}), ["S01 summary: must be one sentence that ends in a full stop"]),
        (("S01", {"summary": "One. Two."}), ["S01 summary: must be one sentence that ends in a full stop"]),
        (("S01", {"summary": "“One.” Two."}), ["S01 summary: must be one sentence that ends in a full stop"]),
        (
            ("A01", {"result": [{"summary": "Sooner", "excerpt": "so plans are made sooner"}]}),
            ["A01 result.1.summary: must be one sentence that ends in a full stop"],
        ),
    ],
    "the excerpt again": [
        (
            ("S01", {"summary": "That officers are \"very well trained\" indeed."}),
            ["S01 summary: repeats the excerpt; say it in our own words"],
        ),
    ],
    "good": [
        (("S01", {"summary": "x" * 158 + "."}), []),
        (("S01", {"summary": "About 2.5 officers, e.g. two, are trained."}), []),
    ],
}  # fmt: skip


@_cases(SUMMARIES)
def test_summaries_are_one_sentence_of_ours(testshire: Testshire, change: Change, told: list[str]) -> None:
    """A summary is one short sentence in our own words."""
    assert _told(testshire, "summaries_are_one_sentence", change) == told


VOICES = {
    "not its document": [
        (("C01", {"voice": "inspectorate"}), ["C01 voice: inspectorate, but reply is by testshire_pcc"]),
        (
            ("C09", {"voice": "reported"}),
            ["C09 voice: reported belongs in a reply or the like; press_release is the inspectorate’s own"],
        ),
        (
            ("C09", {"voice": "quoted"}),
            ["C09 voice: quoted belongs in a reply or the like; press_release is the inspectorate’s own"],
        ),
        (
            ("C09", {"voice": "respondent"}),
            ["C09 voice: respondent belongs in a reply or the like; press_release is the inspectorate’s own"],
        ),
    ],
    "good": [(("C01", {"voice": voice}), []) for voice in ("reported", "quoted", "respondent")],
}


@pytest.mark.parametrize(
    ("name", "field", "path", "most"),
    [
        ("register", "title", "title", 160),
        ("partnership", "label", "label", 160),
        ("MASH", "meaning", "meaning", 1_000),
        ("second.reply", "title", "documents.1.title", 160),
        ("second.reply", "note", "documents.1.note", 1_000),
        ("K01", "note", "note", 1_000),
        ("P01", "reason", "reason", 1_000),
        ("E01", "title", "title", 160),
    ],
)
def test_texts_can_be_taken_in_or_are_warned_of(
    testshire: Testshire, name: str, field: str, path: str, most: int
) -> None:
    """A text that is too long is named with its length; it is shown all the same."""
    assert testshire.change(name, **{field: "a" * most}).told("texts_can_be_taken_in") == []
    outcome = testshire.change(name, **{field: "a" * 10_000}).load()
    (problem,) = [problem for problem in outcome.problems if problem.rule == "texts_can_be_taken_in"]
    assert problem.field == path
    assert problem.message == f"10,000 characters; over {most:,} nobody takes it in, and charts cut it off"
    assert outcome.register


def test_texts_can_be_taken_in_within_parts_too(testshire: Testshire) -> None:
    """The texts of dates, of results and of lists are looked at as well."""
    testshire.change("first", fieldwork={"printed": "May 2029", "date": "2029-05", "doubt": "a" * 1_001})
    testshire.change("second.reply", addressees=["a" * 1_001])
    told = testshire.told("texts_can_be_taken_in")
    assert [line.split(":")[0] for line in told] == [
        "2029-first-look fieldwork.doubt",
        "2030-second-look documents.1.addressees.1",
    ]


@_cases(VOICES)
def test_voices_fit_their_document_by_its_author(testshire: Testshire, change: Change, told: list[str]) -> None:
    """Inspectors speak in their own documents only, and are reported in replies only."""
    assert _told(testshire, "voices_fit_their_document", change) == told


ANSWERS = {
    "missing": [
        (
            ("C01", {"answers": None}),
            ["C01 answers: is missing; write [] if nothing in the reply answers the concern"],
        ),
    ],
    "out of place": [
        (("S01", {"answers": []}), ["S01 answers: belongs to concerns of an inspection with a reply only"]),
        (("C09", {"answers": []}), ["C09 answers: belongs to concerns of an inspection with a reply only"]),
    ],
    "good": [(("C01", {"answers": []}), []), (("C01", {"answers": ["A01"]}), [])],
}


@_cases(ANSWERS)
def test_answers_belong_to_concerns_in_replies_alone(testshire: Testshire, change: Change, told: list[str]) -> None:
    """Every concern in a reply has its list of answers, though it be empty; nothing else has one."""
    assert _told(testshire, "answers_belong_to_concerns_in_replies", change) == told


def test_answers_belong_to_concerns_in_replies_when_left_empty(testshire: Testshire) -> None:
    """A field that stands there without a value is told on its own line, and does not break the rule that reads it."""
    written = (testshire.write() / SECOND / "findings.yaml").read_text(encoding="utf-8")
    testshire.texts[f"{SECOND}/findings.yaml"] = written.replace("answers: [K01, A01]", "answers:")
    assert [str(problem) for problem in testshire.load().problems] == [
        f"{SECOND}/findings.yaml:11: answers: is empty; fill it in or leave the field out",
        f"{SECOND}/findings.yaml:11: C01 answers: is missing; write [] if nothing in the reply answers the concern",
    ]


ANSWERED = {
    "unknown": [
        (
            ("C01", {"answers": ["K09"]}),
            ["C01 answers.1: 'K09' is not in this inspection’s actions and commitments (did you mean 'K01'?)"],
        ),
        (
            ("C01", {"answers": ["K01", "S01"]}),
            ["C01 answers.2: 'S01' is not in this inspection’s actions and commitments (did you mean 'A01'?)"],
        ),
    ],
    "twice": [(("C01", {"answers": ["K01", "K01"]}), ["C01 answers: the same answer is named twice"])],
    "good": [(("C01", {"answers": ["A01", "K01"]}), [])],
}


@_cases(ANSWERED)
def test_answers_exist_in_the_same_inspection(testshire: Testshire, change: Change, told: list[str]) -> None:
    """What answers a concern is an action or a commitment of the same inspection, once."""
    assert _told(testshire, "answers_exist", change) == told


def test_answers_are_from_a_reply_or_the_like(testshire: Testshire) -> None:
    """Another letter or an action plan can answer a concern; a text of the inspectorate cannot."""
    plan = testshire.record("second.reply") | {"id": "plan", "kind": "action_plan", "body": "testshire_police"}
    testshire.record("second")["documents"].append(plan)
    assert testshire.change("K01", document="plan").told("answers_are_from_a_reply") == []
    plan["body"] = "inspectors"
    told = ["C01 answers.1: K01 is from plan, which is the inspectorate’s own"]
    assert testshire.told("answers_are_from_a_reply") == told


def test_answers_belong_to_concerns_in_replies_or_in_a_report_that_was_answered(testshire: Testshire) -> None:
    """With a report and a letter, the report's concern has the answers; the letter's account of it has none."""
    testshire.add_report()
    assert testshire.told() == []
    testshire.record("C11").pop("answers")
    assert testshire.told("answers_belong_to_concerns_in_replies") == [
        "C11 answers: is missing; write [] if nothing in the reply answers the concern"
    ]
    testshire.change("C01", answers=["A01"])
    assert "C01 answers: belongs to concerns" in str(testshire.told("answers_belong_to_concerns_in_replies"))


@pytest.mark.parametrize(
    ("restates", "told"),
    [
        ("C11", []),
        ("C12", ["C01 restates: 'C12' is not in findings.yaml (did you mean 'C01'?)"]),
        ("S01", ["C01 restates: S01 must be of the same kind, stand in another document, and restate nothing"]),
    ],
)
def test_what_is_said_again_is_counted_once_and_only_there(
    testshire: Testshire, restates: str, told: list[str]
) -> None:
    """A finding says again one of its kind in another document of its inspection."""
    assert testshire.add_report().change("C01", restates=restates).told("what_is_said_again_is_counted_once") == told


NOTES = {
    "unknown": [(("C01", {"note": "See K07."}), ["C01 note: 'K07' is not in this inspection (did you mean 'K01'?)"])],
    "good": [
        (("C01", {"note": "See S01 and K01, of E01."}), []),
        (("C01", {"note": "Size A4, grade B12, room K1, form XK07."}), []),
    ],
}


@_cases(NOTES)
def test_notes_point_to_entries_that_are_there(testshire: Testshire, change: Change, told: list[str]) -> None:
    """An id in a note is that of an entry of the same inspection, or of an event."""
    assert _told(testshire, "notes_point_to_entries", change) == told


@pytest.mark.parametrize(
    ("value", "excerpt"),
    [("90", "more than 90 meetings were held"), ("1200", "about 1,200 meetings were held"), ("2.5", "2.5 per meeting"),
     ("1200", "some 1200 meetings were held"), ("12", "the Twelve meetings were held"), ("6", "£6 million a year"),
     ("5", "up by 5, then none"), ("0", "there were no meetings"), ("29", "rose from 29% to 53%"),
     ("1.5", "spent £1.5million on it"), ("1500000", "spent £1.5million on it"), ("1.2", "a grant of £1.2m"),
     ("1200000", "a grant of £1.2m"), ("2", "two thirds of officers"), ("2", "two-thirds of officers"),
     ("1", "a third of officers"), ("1", "half of the officers"), ("31", "some 31% of them"),
     ("31", "thirty-one of them"), ("251", "two hundred and fifty-one of them"), ("40000", "forty thousand calls"),
     ("40", "forty thousand calls")],
)  # fmt: skip
def test_figures_are_printed_as_digits_or_words(testshire: Testshire, value: str, excerpt: str) -> None:
    """A value is printed in digits or in words, with its scale or without; of a fraction it is the number of parts."""
    assert testshire.change("F01", value=value, excerpt=excerpt).told("figures_are_printed") == []


@pytest.mark.parametrize(
    ("value", "excerpt"),
    [("9", "more than 90 meetings"), ("90", "more than 1,090 meetings"), ("90", "more than 90.5 meetings"),
     ("90", "more than 90,000 meetings"), ("2", "a set of twenty2 meetings"), ("1", "twenty-one meetings"),
     ("11", "five and six meetings"), ("25", "along the M25 road"), ("1", "a third meeting was held")],
)  # fmt: skip
def test_figures_are_printed_not_as_part_of_another(testshire: Testshire, value: str, excerpt: str) -> None:
    """A value that is only part of another number is not printed."""
    told = testshire.change("F01", value=value, excerpt=excerpt).told("figures_are_printed")
    assert told == [f"F01 value: {value} is not printed in the excerpt"]


def _dated(text: str, doubt: str | None = None) -> dict[str, str]:
    """Give a date as a file has it."""
    return {"printed": text, "date": text} | ({"doubt": doubt} if doubt else {})


DATED = {
    "wrong order": [
        (
            ("second", {"published": _dated("2030-10")}),
            ["2030-second-look documents.1.date: 2 September 2030 lies before October 2030"],
        ),
        (
            ("second", {"fieldwork": _dated("2030-08")}),
            ["2030-second-look published: July 2030 lies before August 2030"],
        ),
        (
            ("second", {"fieldwork": _dated("2030-10"), "published": _dated("2030")}),
            ["2030-second-look documents.1.date: 2 September 2030 lies before October 2030"],
        ),
    ],
    "doubtful": [
        (
            ("second", {"published": _dated("2030-10", "Perhaps.")}),
            ["2030-second-look documents.1.date: warning: 2 September 2030 lies before October 2030"],
        ),
    ],
    "good": [
        (("second", {"published": _dated("2030")}), []),
        (("second", {"published": _dated("2030-09-02")}), []),
        (("second", {"published": {"printed": "today"}}), []),
        (("second", {"published": None}), []),
    ],
}


@_cases(DATED)
def test_inspections_are_dated_in_order_as_far_as_printed(
    testshire: Testshire, change: Change, told: list[str]
) -> None:
    """Fieldwork, publication and reply come in this order wherever the dates tell; a doubt makes it a warning."""
    assert _told(testshire, "inspections_are_dated_in_order", change) == told


def test_several_replies_may_be_listed_in_any_order(testshire: Testshire) -> None:
    """Replies are held against fieldwork and publication, each for itself, and not against each other."""
    replies = testshire.record("second")["documents"]
    replies.append(replies[0] | {"id": "other_reply", "date": _dated("2030-08")})
    assert testshire.told("inspections_are_dated_in_order") == []
    replies[1]["date"] = _dated("2030-06")
    assert testshire.told("inspections_are_dated_in_order") == [
        "2030-second-look documents.2.date: June 2030 lies before July 2030"
    ]


PAIRED = {
    "unknown": [
        (
            ("P01", {"later": "2030-second-look.C07"}),
            ["P01 later: '2030-second-look.C07' is not in the register (did you mean '2030-second-look.C01'?)"],
        ),
        (("P01", {"earlier": "nowhere"}), ["P01 earlier: 'nowhere' is not in the register"]),
    ],
    "good": [(("P01", {"later": "2030-second-look.K01"}), [])],
}


@_cases(PAIRED)
def test_paired_entries_exist_in_the_register(testshire: Testshire, change: Change, told: list[str]) -> None:
    """A pair names entries that are there."""
    assert _told(testshire, "paired_entries_exist", change) == told


PAIRS = {
    "same inspection": [
        (
            ("P01", {"earlier": "2030-second-look.S01"}),
            ["P01 earlier: joins two entries of the same inspection"],
        ),
    ],
    "wrong order": [
        (
            ("P01", {"later": "2029-first-look.C09", "earlier": "2030-second-look.C01"}),
            ["P01 later: its document of July 2029 is older than that of 2 September 2030"],
        ),
    ],
    "good": [(("P01", {"later": "2030-second-look.K01"}), []), (("P01", {"caution": None}), [])],
}


@_cases(PAIRS)
def test_pairs_join_entries_in_order_of_time(testshire: Testshire, change: Change, told: list[str]) -> None:
    """A pair joins entries of two inspections, the later after the earlier."""
    assert _told(testshire, "pairs_join_entries_in_order", change) == told


def test_pairs_join_entries_in_order_unless_doubtful(testshire: Testshire) -> None:
    """A doubt about a date makes the wrong order a warning; without any date there is no order."""
    testshire.change("P01", later="2029-first-look.C09", earlier="2030-second-look.C01")
    testshire.change("first.press_release", date={"printed": "today"})
    testshire.change("first", fieldwork=_dated("2029-05", "So a colleague says."))
    told = testshire.told("pairs_join_entries_in_order")
    assert told == ["P01 later: warning: its document of May 2029 is older than that of 2 September 2030"]
    assert testshire.change("first", fieldwork=None).told("pairs_join_entries_in_order") == []


def test_releases_are_in_order_and_in_one_place(testshire: Testshire) -> None:
    """Each is of a later day than the one before, and is kept in one place."""
    testshire.change("register", releases=[
        {"date": "2030-10-01", "files": "a", "digest": "0" * 64},
        {"date": "2030-10-01", "files": "b", "revision": "c", "digest": "0" * 64},
        {"date": "2030-09-01", "digest": "0" * 64},
    ])  # fmt: skip
    assert testshire.told("releases_are_in_order") == [
        "releases.2.date: 2030-10-01 is not later than the release before it; the oldest comes first",
        "releases.2.files: write either files or revision: where it is kept",
        "releases.3.date: 2030-09-01 is not later than the release before it; the oldest comes first",
        "releases.3.files: write either files or revision: where it is kept",
    ]


@pytest.mark.parametrize("text", ["By when, Commissioner?", "{place} says “{words}”.", "{words} {words}"])
def test_templates_can_be_filled_in_accepts(testshire: Testshire, text: str) -> None:
    """A template may name the words and the place, as often as it likes or not at all."""
    assert testshire.change("no_date", text=text).told("templates_can_be_filled_in") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{wrds}", "'wrds' is not in the words of this question (words, place) (did you mean 'words'?)"),
        ("{due}", "'due' is not in the words of this question (words, place)"),
        ("{words.__class__}", "'words.__class__' is not in the words of this question (words, place)"),
        ("{}", "'' is not in the words of this question (words, place)"),
        ("{words:>9999}", "write {words} without : or ! inside the braces"),
        ("{words!r}", "write {words} without : or ! inside the braces"),
        ("{words", "has a brace that is not closed; write {words} or leave braces out"),
    ],
)
def test_templates_can_be_filled_in_refuses(testshire: Testshire, text: str, told: str) -> None:
    """What cannot be filled in is told, with what can."""
    assert any(told in line for line in testshire.change("no_date", text=text).told("templates_can_be_filled_in"))


def test_templates_can_be_filled_in_once_for_each_gap(testshire: Testshire) -> None:
    """A gap has one template."""
    testshire.add("question_templates.yaml", "no_date")
    assert any("'no_date' is used already" in line for line in testshire.told("templates_can_be_filled_in"))


STATEMENTS = {
    "highlight": [
        (("H01", {"id": "Q02"}), ["Q02 id: 'Q02' is not H and two or three digits, like H07"]),
        (("H01", {"id": "H1"}), ["H1 id: 'H1' is not H and two or three digits, like H07"]),
    ],
    "question": [(("Q01", {"id": "Q1234"}), ["Q1234 id: 'Q1234' is not Q and two or three digits, like Q07"])],
    "need": [(("K02", {"id": "N02"}), ["N02 id: 'N02' is not K and two or three digits, like K07"])],
}


@_cases(STATEMENTS)
def test_entry_ids_are_well_formed_of_statements(testshire: Testshire, change: Change, told: list[str]) -> None:
    """Highlights and questions have letters of their own; a need has that of the commitments of its file."""
    assert _told(testshire.add_statements(), "entry_ids_are_well_formed", change) == told


@pytest.mark.parametrize(
    ("file", "like", "told"),
    [
        ("highlights.yaml", "H01", "H01 id: H01 is used already at highlights.yaml:1"),
        ("questions.yaml", "Q01", "Q01 id: Q01 is used already at questions.yaml:1"),
    ],
)
def test_ids_are_unique_among_statements(testshire: Testshire, file: str, like: str, told: str) -> None:
    """No two highlights and no two questions have the same id."""
    assert [line.replace("'", "") for line in testshire.add_statements().add(file, like).told("ids_are_unique")] == [
        told
    ]


GENERAL = {
    "answers a concern": [
        (
            ("K01", {"general": "true"}),
            ["C01 answers.1: K01 is a general promise, which answers no single concern"],
        ),
    ],
    "good": [(("K01", {"general": "false"}), []), (("K01", {}), [])],
}


@_cases(GENERAL)
def test_general_promises_answer_nothing_in_particular(testshire: Testshire, change: Change, told: list[str]) -> None:
    """A promise about a report as a whole stands in no answers; one that answers nothing may be general."""
    assert _told(testshire, "general_promises_answer_nothing", change) == told


def test_general_promises_answer_nothing_and_may_stand(testshire: Testshire) -> None:
    """A general promise that no concern names is right."""
    assert testshire.change("K01", general="true").change("C01", answers=["A01"]).told() == []


_NOT_FOR_NEEDS = "belongs to undertakings and expectations only; nobody takes a need on"
NEEDS = {
    "need": [
        (("K02", {"owner": "testshire_pcc"}), [f"K02 owner: {_NOT_FOR_NEEDS}"]),
        (("K02", {"specific": "false"}), [f"K02 specific: {_NOT_FOR_NEEDS}"]),
        (("K02", {"general": "false"}), [f"K02 general: {_NOT_FOR_NEEDS}"]),
        (("K02", {"due": {"printed": "soon"}}), [f"K02 due: {_NOT_FOR_NEEDS}"]),
        (("K02", {"measure": "a plan"}), [f"K02 measure: {_NOT_FOR_NEEDS}"]),
        (("K02", {}), []),
    ],
    "commitment": [
        (("K01", {"specific": None}), ["K01 specific: is missing; write true if one could tell whether it was done"]),
        (("K01", {"owner": None}), []),
        (("K01", {"specific": "false"}), []),
    ],
}


@_cases(NEEDS)
def test_needs_are_taken_on_by_nobody_and_commitments_are_whole(
    testshire: Testshire, change: Change, told: list[str]
) -> None:
    """A need has none of the fields that say who takes it on, and how; a commitment says whether it is specific."""
    assert _told(testshire.add_statements(), "needs_are_taken_on_by_nobody", change) == told


REPLY, RELEASE = "2030-second-look.reply", "2029-first-look.press_release"
SILENT = {
    "not about a concern": [
        (("S01", {"not_mentioned_in": [RELEASE]}), ["S01 not_mentioned_in: belongs to concerns only"]),
    ],
    "not a document": [
        (
            ("C09", {"not_mentioned_in": ["2030-second-look.replie"]}),
            [f"C09 not_mentioned_in.1: '2030-second-look.replie' is not in any inspection (did you mean '{REPLY}'?)"],
        ),
        (("C09", {"not_mentioned_in": ["reply"]}), ["C09 not_mentioned_in.1: 'reply' is not in any inspection"]),
    ],
    "not held": [
        (
            ("C01", {"not_mentioned_in": ["2029-first-look.report"]}),
            ["C01 not_mentioned_in.1: 2029-first-look.report is not held, so nobody has read it for this"],
        ),
    ],
    "of the same inspection": [
        (("C01", {"not_mentioned_in": [REPLY]}), [f"C01 not_mentioned_in.1: {REPLY} is of the same inspection"]),
    ],
    "twice": [
        (
            ("C09", {"not_mentioned_in": [REPLY, REPLY]}),
            ["C09 not_mentioned_in: the same document is named twice"],
        ),
    ],
    "good": [(("C09", {"not_mentioned_in": [REPLY]}), [])],
}


@_cases(SILENT)
def test_silence_is_about_later_documents_that_were_read(testshire: Testshire, change: Change, told: list[str]) -> None:
    """Only concerns have it, and it names documents of other inspections that are held."""
    assert _told(testshire, "silence_is_about_later_documents", change) == told


def test_silence_is_said_of_what_came_after_by_the_dates(testshire: Testshire) -> None:
    """A document that is older than the concern's own says nothing by its silence; a doubt makes it a warning."""
    told = "C01 not_mentioned_in.1: {}2029-first-look.press_release of July 2029 is older than the concern’s own of "
    told += "2 September 2030"
    rule = "silence_is_said_of_what_came_after"
    assert testshire.change("C01", not_mentioned_in=[RELEASE]).told(rule) == [told.format("")]
    testshire.change("first.press_release", date={"printed": "July 2029", "date": "2029-07", "doubt": "Or 2031."})
    assert testshire.told(rule) == [told.format("warning: ")]
    testshire.change("C01", not_mentioned_in=None).change("C09", not_mentioned_in=[REPLY])
    assert testshire.told(rule) == []


def test_paired_entries_exist_in_their_own_right(testshire: Testshire) -> None:
    """What only says again a report's concern is not compared; the report's concern is."""
    told = testshire.add_report().change("P01", later="2030-second-look.C01").told("paired_entries_exist")
    assert told == ["P01 later: only says again C11; name that"]


def test_silence_is_contradicted_by_no_pair_from_the_document(testshire: Testshire) -> None:
    """What is paired with a concern mentions it; a pair from another document does not matter."""
    rule = "silence_is_contradicted_by_no_pair"
    assert testshire.change("C09", not_mentioned_in=[REPLY]).told(rule) == [
        f"C09 not_mentioned_in.1: but P01 pairs an entry of {REPLY} with this concern"
    ]
    testshire.add_inspections(1).change("C09", not_mentioned_in=["2031-further-look.reply"])
    assert testshire.told(rule) == []


RESTS = {
    "on nothing": [(("H01", {"entries": []}), ["H01 entries: names no entry; name those on which it rests"])],
    "unknown": [
        (
            ("H01", {"entries": ["2030-second-look.C07"]}),
            ["H01 entries.1: '2030-second-look.C07' is not in the register (did you mean '2030-second-look.C01'?)"],
        ),
        (("Q01", {"entries": ["nowhere"]}), ["Q01 entries.1: 'nowhere' is not in the register"]),
        (("Q01", {"entries": ["events.E01"]}), ["Q01 entries.1: 'events.E01' is not in the register"]),
    ],
    "twice": [
        (
            ("Q01", {"entries": ["2030-second-look.C01", "2030-second-look.C01"]}),
            ["Q01 entries: the same entry is named twice"],
        ),
    ],
    "good": [(("H01", {"entries": ["2029-first-look.C09", "2030-second-look.F01"]}), [])],
}


@_cases(RESTS)
def test_statements_rest_on_entries_that_are_there(testshire: Testshire, change: Change, told: list[str]) -> None:
    """Highlights and questions name entries, each once."""
    assert _told(testshire.add_statements(), "statements_rest_on_entries", change) == told


@pytest.mark.parametrize(("words", "told"), [(35, []), (36, ["H01 sentence: 36 words; a highlight has at most 35"])])
def test_highlights_are_short_enough(testshire: Testshire, words: int, told: list[str]) -> None:
    """A highlight has at most 35 words."""
    testshire.add_statements().change("H01", sentence="word " * (words - 1) + "end.")
    assert testshire.told("highlights_are_short") == told


@pytest.mark.parametrize(("words", "told"), [(13, []), (14, ["H01 short: 14 words; its short form has at most 13"])])
def test_the_short_form_of_a_highlight_is_held_to_the_same_rules(
    testshire: Testshire, words: int, told: list[str]
) -> None:
    """For a slide it has at most 13 words, no verdict, and no number that is not printed."""
    testshire.add_statements().change("H01", short="word " * (words - 1) + "end.")
    assert testshire.told("highlights_are_short") == told
    testshire.change("H01", short="The Commissioner failed 91 times.")
    (verdict,) = testshire.told("highlights_pass_no_verdict")
    assert verdict.startswith("H01 short: “failed” passes a verdict")
    assert testshire.told("highlights_give_numbers_that_are_printed") == [
        "H01 short: 91 is printed in none of its entries"
    ]


@pytest.mark.parametrize(
    ("sentence", "verdicts"),
    [
        ("The force failed children and ignored its partners.", ["failed", "ignored"]),
        ("Poor work was promised to become Good.", ["good", "poor"]),
        ("The Commissioner kept the promise.", ["kept"]),
        ("Inspectors wrote of “poor” work and of “good progress in some areas”.", []),
        ('Inspectors wrote of "failings".', []),
        ("Inspectors reported improvement, and concerns about goods.", []),
    ],
)
def test_highlights_pass_no_verdict_of_their_own(testshire: Testshire, sentence: str, verdicts: list[str]) -> None:
    """A word of the list is told, however it is spelt; in quotation marks it is a document's own."""
    told = testshire.add_statements().change("H01", sentence=sentence).told("highlights_pass_no_verdict")
    expected = [
        f"H01 sentence: “{verdict}” passes a verdict; say what was written, or quote it" for verdict in verdicts
    ]
    assert told == expected


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("The Commissioner wrote of 90 meetings.", []),
        ("The Commissioner wrote of 91 meetings.", ["91"]),
        ("The Commissioner wrote of 9 meetings and of 900.", ["9", "900"]),
        ("The Commissioner wrote of 1,200 meetings.", ["1,200"]),
        ("The Commissioner wrote of two meetings and three plans.", ["three", "two"]),
        ("On 2 September 2030 the Commissioner wrote of a plan for 2029–31, and no one replied.", []),
        ("By 2024–2026 and since 26 March 2026 nothing was written.", []),
        ("“Officers” went to 90 meetings, or 90% of 4.5 hours.", ["4.5"]),
    ],
)
def test_highlights_give_numbers_that_are_printed_in_an_entry(
    testshire: Testshire, sentence: str, numbers: list[str]
) -> None:
    """A number stands in the words of an entry that the highlight names; years, days and spans of years are free."""
    entries = ["2030-second-look.F01", "2030-second-look.K01"]
    told = testshire.add_statements().change("H01", sentence=sentence, entries=entries)
    assert told.told("highlights_give_numbers_that_are_printed") == [
        f"H01 sentence: {number} is printed in none of its entries" for number in numbers
    ]


def test_highlights_give_numbers_that_are_printed_in_digits_or_words(testshire: Testshire) -> None:
    """Nine in words is 9 in digits, in whichever way the document prints it."""
    testshire.add_statements().change("F01", value="9", excerpt="more than nine meetings were held")
    for sentence in ("More than 9 meetings were reported.", "More than nine meetings were reported."):
        testshire.change("H01", sentence=sentence, entries=["2030-second-look.F01"])
        assert testshire.told("highlights_give_numbers_that_are_printed") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("word " * 24 + "end?", []),
        ("word " * 25 + "end?", ["Q01 text: 26 words; a question has at most 25"]),
        ("Tell us what was done.", ["Q01 text: must end with a question mark"]),
    ],
)
def test_questions_can_be_asked_aloud_in_a_meeting(testshire: Testshire, text: str, told: list[str]) -> None:
    """A question has at most 30 words and ends with a question mark."""
    assert testshire.add_statements().change("Q01", text=text).told("questions_can_be_asked_aloud") == told


def test_questions_are_addressed_to_a_commissioner_and_to_nobody_else(testshire: Testshire) -> None:
    """The force is not before the panel; a body that is not there is told by another rule."""
    rule = "questions_are_addressed_to_a_commissioner"
    assert testshire.add_statements().told(rule) == []
    assert testshire.change("Q01", addressed_to="testshire_police").told(rule) == [
        "Q01 addressed_to: testshire_police is not a commissioner or a deputy"
    ]
    assert testshire.change("Q01", addressed_to="nobody").told(rule) == []
    assert testshire.told("bodies_exist") == ["Q01 addressed_to: 'nobody' is not in bodies.yaml"]


def _asked(testshire: Testshire) -> dict[str, Any]:
    """Add recommendations, and give the one that a letter answers."""
    record: dict[str, Any] = testshire.add_recommendations().records[f"{SECOND}/recommendations.yaml"][0]
    return record


def test_recommendations_are_right_word_for_word(testshire: Testshire) -> None:
    """The made-up ones have no mistake; the words of replies and of later texts are verified with the others."""
    outcome = testshire.add_recommendations().load(with_documents=True)
    assert outcome.problems == ()
    assert (outcome.entries, outcome.quotations, outcome.verified) == (9, 14, 14)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        (
            "excerpt",
            "This is no part of our Child Safety Plan",
            "R01 replies.1.excerpt: not word for word in paragraph 3",
        ),
        ("paragraph", "2", "R01 replies.1.excerpt: not word for word in paragraph 2; it stands in paragraph 3"),
    ],
)
def test_quotations_stand_in_their_paragraph_of_a_reply(
    testshire: Testshire, field: str, value: str, told: str
) -> None:
    """A reply's words to a recommendation are looked for in the reply, and no other place is written over them."""
    _asked(testshire)["replies"][0][field] = value
    outcome = testshire.load(with_documents=True)
    (problem,) = outcome.problems
    assert str(problem).split(": ", 1)[1].startswith(told)
    assert (problem.fix, outcome.verified) == (None, 13)


@pytest.mark.parametrize(
    ("rule", "words", "told"),
    [
        ("excerpts_are_short", "no words", "R01 replies.1.excerpt: 2 words; an excerpt has 5 to 20"),
        ("paragraphs_exist", None, "R01 replies.1.paragraph: reply ends with paragraph 4 (paragraph 9)"),
    ],
)
def test_replies_to_recommendations_are_checked_as_entries_are(
    testshire: Testshire, rule: str, words: str | None, told: str
) -> None:
    """Their words are short, and stand in a paragraph that there is."""
    reply = _asked(testshire)["replies"][0]
    reply.update({"excerpt": words} if words else {"paragraph": "9"})
    (one,) = testshire.told(rule)
    assert one.startswith(told.partition(" (")[0])


def test_recommendations_are_inspectors_and_nobody_elses(testshire: Testshire) -> None:
    """What a reply's author asks for is an expectation."""
    _asked(testshire)["voice"] = "respondent"
    (told,) = testshire.told("recommendations_are_inspectors")
    assert told.startswith("R01 voice: a recommendation is an inspectorate’s")


REPLIES_TO = {
    "of another document": (
        [{"document": "letter", "answer": "not_stated"}, {"document": "reply", "answer": "not_stated"}],
        ["R01 replies.1.document: 'letter' is not in the replies that were read"],
    ),
    "missing": ([], ["R01 replies: does not have what reply says to it; write not_stated if nothing"]),
    "twice": (
        [{"document": "reply", "answer": "not_stated"}] * 2,
        ["R01 replies.2.document: the same reply is named twice"],
    ),
    "right": ([{"document": "reply", "answer": "not_stated", "entries": ["A01"]}], []),
}


@pytest.mark.parametrize(("replies", "told"), REPLIES_TO.values(), ids=REPLIES_TO)
def test_recommendations_are_answered_in_replies_that_were_read(
    testshire: Testshire, replies: list[Any], told: list[str]
) -> None:
    """Each reply is named once, and also the one that says nothing."""
    _asked(testshire)["replies"] = replies
    found = testshire.told("recommendations_are_answered_in_replies")
    assert [one.partition(" (did")[0] for one in found] == told


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        ({"answer": "accepted"}, ["R01 replies.1.excerpt: accepted needs the reply’s words, as excerpt and paragraph"]),
        (
            {"answer": "not_stated", "paragraph": "3"},
            ["R01 replies.1: excerpt and paragraph go together: give both or none"],
        ),
        ({"answer": "not_stated"}, []),
    ],
)
def test_answers_to_recommendations_have_words_or_are_not_stated(
    testshire: Testshire, reply: dict[str, str], told: list[str]
) -> None:
    """That a reply accepts something is quoted from it."""
    _asked(testshire)["replies"] = [{"document": "reply"} | reply]
    assert testshire.told("answers_to_recommendations_have_words") == told


def test_what_is_done_is_from_the_same_reply_and_there(testshire: Testshire) -> None:
    """What is said to be done is an action, commitment or need of that reply."""
    record = _asked(testshire)
    another = testshire.record("second.reply") | {"id": "other", "file": "other.txt"}
    testshire.record("second")["documents"].append(another)
    record["replies"] += [{"document": "other", "answer": "not_stated", "entries": ["K01"]}]
    record["replies"][0]["entries"] = ["A01", "C01"]
    assert testshire.told("what_is_done_is_from_the_same_reply") == [
        "R01 replies.1.entries.2: 'C01' is not in this inspection’s actions and commitments (did you mean 'A01'?)",
        "R01 replies.2.entries.1: K01 is not from other",
    ]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"paragraph": None}, "R01 later.1: document, paragraph and excerpt go together: give all or none"),
        (
            {"document": None, "paragraph": None, "excerpt": None},
            "R01 later.1: has neither a document nor an address to show where it is from",
        ),
        ({"document": "2029-first-look.report"}, "R01 later.1: 2029-first-look.report is not held, so nothing"),
        ({"document": "2030-second-look.letter"}, "R01 later.1.document: '2030-second-look.letter' is not in any"),
    ],
)
def test_later_words_can_be_looked_up_in_a_document_or_at_an_address(
    testshire: Testshire, fields: dict[str, str | None], told: str
) -> None:
    """Where a later text says something of a recommendation, a reader can find it."""
    _asked(testshire)
    later = testshire.records[f"{FIRST}/recommendations.yaml"][0]["later"][0]
    later.update(fields)
    for name in [name for name, value in later.items() if value is None]:
        del later[name]
    (found,) = testshire.told("later_words_can_be_looked_up")
    assert found.startswith(told)
    later.pop("document", None), later.pop("paragraph", None), later.pop("excerpt", None)
    later["address"] = "https://example.org/list"
    assert testshire.told("later_words_can_be_looked_up") == []


def test_contact_is_filled_in_or_warned_of(testshire: Testshire) -> None:
    """The words that stand for a contact are a warning, and the register is served."""
    testshire.change("register", contact="To be filled in by whoever runs this dashboard")
    assert testshire.told() == ["contact: warning: is still to be filled in: name whom to write to about a mistake"]
    assert testshire.load().register is not None


def test_entries_follow_their_paragraphs_in_a_file(testshire: Testshire) -> None:
    """An entry that stands after one of a later paragraph is told to move."""
    told = testshire.change("C01", paragraph="4").change("S01", paragraph="2").told("entries_follow_their_paragraphs")
    assert told == ["S01 paragraph: paragraph 2 comes after C01 of paragraph 4; move it up"]


def test_entries_follow_their_paragraphs_with_headline_and_notes(testshire: Testshire) -> None:
    """The headline comes before paragraphs and notes after them; the same place may come again."""
    file = f"{FIRST}/findings.yaml"
    testshire.change("C09", paragraph="headline")
    for number, place in enumerate(("1", "1", "2", "note 1"), start=1):
        testshire.add(file, "C09", id=f"C1{number}", paragraph=place)
    assert testshire.told("entries_follow_their_paragraphs") == []
    told = testshire.add(file, "C09", id="C20", paragraph="2").told("entries_follow_their_paragraphs")
    assert told == ["C20 paragraph: paragraph 2 comes after C14 of note 1; move it up"]


def test_everything_is_used_or_warned_of(testshire: Testshire) -> None:
    """A theme, body or term that nothing uses is a warning, for it may be a slip elsewhere."""
    testshire.add("themes.yaml", "workforce", id="resources").add("bodies.yaml", "inspectors", id="health")
    testshire.add("glossary.yaml", "MASH", id="CSE")
    assert testshire.told() == [
        "health id: warning: nothing uses this body",
        "CSE id: warning: nothing uses this term",
        "resources id: warning: nothing uses this theme",
    ]
    assert testshire.load().register is not None


@pytest.mark.parametrize("text", ["CSE is meant.", "All CSEs are.", "Of “CSE”, much."])
def test_everything_is_used_in_notes_too(testshire: Testshire, text: str) -> None:
    """A term is used wherever it is spelt, in a note or in the plural as well."""
    testshire.add("glossary.yaml", "MASH", id="CSE").change("C01", note=text)
    assert testshire.told() == []


def test_acronyms_are_explained_or_warned_of(testshire: Testshire) -> None:
    """An acronym in a summary or an excerpt that the glossary lacks is a warning."""
    testshire.change("S01", summary="The CAIU and its DCIs are trained.")
    testshire.change("A01", result=[{"summary": "Plans.", "excerpt": "so plans of the MASH and CSE are"}])
    assert testshire.told("acronyms_are_explained") == [
        "A01 result.1.summary: warning: CSE is not in glossary.yaml",
        "S01 summary: warning: CAIU is not in glossary.yaml",
        "S01 summary: warning: DCI is not in glossary.yaml",
    ]


@pytest.mark.parametrize("summary", ["I am A. Single letters.", "Ofsted is a name."])
def test_acronyms_are_explained_only_if_they_are_acronyms(testshire: Testshire, summary: str) -> None:
    """Single capitals and names in ordinary letters are no acronyms."""
    assert testshire.change("S01", summary=summary).told("acronyms_are_explained") == []


def test_grades_are_the_inspectorates_own_words(testshire: Testshire) -> None:
    """A grade stands word for word in a document that was read."""
    grade = {"excerpt": "Officers in Testshire are well trained", "document": "press_release", "paragraph": "1"}
    testshire.change("first", grades=[grade])
    outcome = testshire.load(with_documents=True)
    assert (outcome.problems, outcome.quotations, outcome.verified) == ((), 11, 11)
    grade["document"] = "report"
    (told,) = testshire.told("grades_are_the_inspectorates")
    assert told.startswith("2029-first-look grades.1.document: 'report' is not in the documents that were read")
    grade.update(document="press_release", excerpt="Officers are outstanding")
    (told,) = testshire.told("quotations_stand_in_their_paragraph", with_documents=True)
    assert told.startswith("2029-first-look grades.1.excerpt: not word for word in paragraph 1")


CAME = {"date": "2030-11", "summary": "It came."}
PANEL: dict[str, dict[str, list[Any]]] = {
    "meetings_have_a_day": {
        "no day": [(("2030-10-09", {"date": "2030-10"}), [
            "2030-10-09 date: October 2030 is not a day; write one like 2030-03-12"
        ])],
        "after the last check": [(("register", {"reviewed_on": "2030-11-05"}), [
            "2030-11-06 date: warning: 6 November 2030 is after reviewed_on in register.yaml; set that to when you "
            "checked all"
        ])],
        "good": [(("register", {"reviewed_on": "2030-11"}), [])],
    },
    "questions_were_asked_in_a_meeting": {
        "unknown": [(("B03", {"meeting": "2030-10-08"}), [
            "B03 meeting: '2030-10-08' is not in the meetings (did you mean '2030-10-09'?)"
        ])],
    },
    "answers_are_as_minuted": {
        "too long": [(("B05", {"answer": "word " * 60 + "end"}), ["B05 answer: 61 words; an answer has at most 60"])],
        "not whose": [(("B05", {"by": None}), ["B05 by: answer and by go together: give both or none"])],
        "no words": [
            (("B05", {"answer": None}), ["B05 answer: answer and by go together: give both or none"]),
            (("B01", {"answer": None, "by": None}), ["B01 due: belongs to an answer; there is none"]),
        ],
        "another date": [(("B01", {"due": {"printed": "by Easter"}}), [
            "B01 due.printed: does not stand in the answer, word for word"
        ])],
        "good": [(("B05", {"answer": "word " * 59 + "end"}), []), (("B05", {"answer": None, "by": None}), [])],
    },
    "what_came_can_be_looked_up": {
        "nowhere": [(("B02", {"came": [CAME]}), [
            "B02 came.1: has neither a document nor an address to show where it is from"
        ])],
        "unknown": [(("B02", {"came": [CAME | {"document": "2030-second-look.replay"}]}), [
            "B02 came.1.document: '2030-second-look.replay' is not in any inspection (did you mean "
            "'2030-second-look.reply'?)"
        ])],
        "good": [(("B02", {"came": [CAME | {"document": "2030-second-look.reply"}]}), [])],
    },
    "what_follows_a_meeting_is_later": {
        "due before": [(("B01", {"due": {"printed": "7 October 2030", "date": "2030-08"}}), [
            "B01 due: August 2030 lies before the meeting of 11 September 2030"
        ])],
        "due before, in doubt": [
            (("B01", {"due": {"printed": "7 October 2030", "date": "2030-08", "doubt": "A slip of the minutes."}}), [
                "B01 due: warning: August 2030 lies before the meeting of 11 September 2030"
            ]),
        ],
        "came before": [
            (("B02", {"came": [{"date": "2030-08", "summary": "It came.", "address": "https://example.org"}]}), [
                "B02 came.1.date: August 2030 lies before the meeting of 11 September 2030"
            ]),
        ],
        "newest first": [
            (("B02", {"came": [
                {"date": day, "summary": "It came.", "address": "https://example.org"} for day in ("2030-11", "2030-10")
            ]}), ["B02 came.2.date: October 2030 lies before November 2030; put the oldest first"]),
        ],
        "good": [(("B01", {"due": {"printed": "7 October 2030", "date": "2030"}}), [])],
    },
    "comments_are_about_something": {
        "unknown": [
            (("W01", {"about": "2030-second-look.C09"}), [
                "W01 about: '2030-second-look.C09' is not in the entries, highlights and inspections (did you mean "
                "'2030-second-look.C01'?)"
            ]),
            (("W01", {"about": "H09"}), [
                "W01 about: 'H09' is not in the entries, highlights and inspections (did you mean 'H01'?)"
            ]),
            (("W01", {"about": "2030-second-lock"}), [
                "W01 about: '2030-second-lock' is not in the entries, highlights and inspections (did you mean "
                "'2030-second-look'?)"
            ]),
        ],
        "too early": [(("W01", {"date": "2030-08"}), [
            "W01 date: August 2030 lies before 2 September 2030, the date of what it is about"
        ])],
        "good": [(("W01", {"date": "2030"}), []), (("W01", {"about": "2029-first-look.C09"}), [])],
    },
    "comments_are_short": {
        "too long": [(("W01", {"text": "word " * 101}), ["W01 text: 101 words; a comment has at most 100"])],
        "good": [(("W01", {"text": "word " * 99 + "end."}), [])],
    },
    "entry_ids_are_well_formed": {
        "asked": [(("B03", {"id": "Q03"}), ["Q03 id: 'Q03' is not B and two or three digits, like B07"])],
        "comment": [(("W03", {"id": "W3"}), ["W3 id: 'W3' is not W and two or three digits, like W07"])],
    },
    "names_are_well_formed": {
        "meeting": [
            (("2030-10-09", {"id": "9/10"}), ["9/10 id: '9/10' is not small letters, digits and underscores"]),
            (("2030-10-09", {"id": "autumn-2030"}), []),
        ],
    },
    "statements_rest_on_entries": {
        "nothing": [(("B03", {"entries": []}), ["B03 entries: names no entry; name those on which it rests"])],
    },
    "bodies_exist": {
        "asked": [(("B03", {"addressed_to": "testshire_pc"}), [
            "B03 addressed_to: 'testshire_pc' is not in bodies.yaml (did you mean 'testshire_pcc'?)"
        ])],
        "answered": [(("B05", {"by": "nobody"}), ["B05 by: 'nobody' is not in bodies.yaml"])],
        "commented": [(("W01", {"by": "nobody"}), ["W01 by: 'nobody' is not in bodies.yaml"])],
    },
    "acronyms_are_explained": {
        "in a comment": [(("W01", {"text": "The CAIU was."}), ["W01 text: warning: CAIU is not in glossary.yaml"])],
        "in an answer": [(("B05", {"answer": "The CAIU is."}), ["B05 answer: warning: CAIU is not in glossary.yaml"])],
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "change", "told"),
    [
        pytest.param(rule, *case, id=f"{rule}-{reason}-{n}")
        for rule, reasons in PANEL.items()
        for reason, cases in reasons.items()
        for n, case in enumerate(cases)
    ],
)
def test_the_panel_is_checked(testshire: Testshire, rule: str, change: Change, told: list[str]) -> None:
    """What was asked, answered and commented is told of with the record and the field."""
    assert _told(testshire.add_panel(), rule, change) == told


def test_a_slip_of_the_panel_is_told_once(testshire: Testshire) -> None:
    """A meeting that cannot be read is not blamed on what was asked there, and has its line in the one file."""
    (problem,) = testshire.add_panel().change("2030-09-11", date=None).load().problems
    assert str(problem) == "panel.yaml:2: 2030-09-11 date: is missing"


def test_the_panel_has_no_problems(testshire: Testshire) -> None:
    """The made-up panel is right in every way, and uses no id twice."""
    assert testshire.add_panel().load(with_documents=True).problems == ()
    panel = testshire.records["panel.yaml"]
    panel["comments"].append(panel["comments"][0])
    (told,) = testshire.told("ids_are_unique")
    assert told.startswith("W01 id: 'W01' is used already at panel.yaml:")


def measure(testshire: Testshire) -> dict[str, Any]:
    """Give the measure of the made-up register, to change."""
    record: dict[str, Any] = testshire.add_measure().records["measures.yaml"][0]
    return record


def test_a_measure_is_no_problem(testshire: Testshire) -> None:
    """Nor is a register without the file."""
    measure(testshire)
    assert testshire.told() == []


def test_measures_compare_documents_of_the_data(testshire: Testshire) -> None:
    """Each figure is there and of another document, and there is something to compare."""
    record = measure(testshire)
    rule = "measures_compare_documents"
    record["figures"] = ["2030-second-look.F01", "2030-second-look.F02", "2030-second-look.C01"]
    testshire.add(f"{SECOND}/figures.yaml", "F01", id="F02", document="reply")
    assert {one.partition(" (did")[0] for one in testshire.told(rule)} == {
        "M01 figures.2: 2030-second-look.F02 is of the same document as one before it",
        "M01 figures.3: '2030-second-look.C01' is not in the figures",
    }
    nothing = ["M01 figures: has nothing to compare; name a figure, and one more or one from elsewhere"]
    record["figures"] = ["2030-second-look.F01"]
    assert testshire.told(rule) == []
    elsewhere = record.pop("elsewhere")
    assert testshire.told(rule) == nothing
    record.update(figures=[], elsewhere=elsewhere * 2)
    assert testshire.told(rule) == nothing


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"unit": "visits"}, "M01 figures.2: 2030-second-look.F01 counts visits (local), not meetings (local)"),
        ({"scope": "national"}, "M01 figures.2: 2030-second-look.F01 counts meetings (national), not meetings (local)"),
        ({"summary": "The MASH met often."}, None),
    ],
)
def test_measures_count_one_thing_alone(testshire: Testshire, changed: dict[str, str], told: str | None) -> None:
    """What has another unit, or is about the country and not the area, is something else."""
    record = measure(testshire)
    testshire.records[f"{SECOND}/figures.yaml"][0].update(changed)
    assert testshire.told("measures_count_one_thing") == ([told] if told else [])
    record["elsewhere"][0]["unit"] = "hours"
    assert testshire.told("measures_count_one_thing")[-1] == "M01 elsewhere.1.unit: counts hours, not meetings"
    record["figures"] = ["2031-no-look.F01"]
    assert testshire.told("measures_count_one_thing") == []


def test_measures_stand_in_the_order_of_time_of_their_documents(testshire: Testshire) -> None:
    """The oldest is first; a stated doubt makes it a warning."""
    record = measure(testshire)
    rule = "measures_stand_in_the_order_of_time"
    assert testshire.told(rule) == []
    record["figures"].reverse()
    message = "its document of July 2029 is older than that of 2 September 2030"
    assert testshire.told(rule) == [f"M01 figures.2: {message}"]
    testshire.record("first.press_release")["date"]["doubt"] = "The year is odd."
    assert testshire.told(rule) == [f"M01 figures.2: warning: {message}"]


def test_numbers_from_elsewhere_can_be_looked_up_at_an_address(testshire: Testshire) -> None:
    """Nobody takes it on trust."""
    del measure(testshire)["elsewhere"][0]["address"]
    assert testshire.told() == ["M01 elsewhere.1: has no address to show where it is from"]
