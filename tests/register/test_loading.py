"""From a folder to a register, or to the list of all that is wrong with it."""

import os
from pathlib import Path

import pytest

from scrutiny.register.loading import ENTRY_FILES, TOP_FILES, load
from scrutiny.register.problems import Problem, Severity, closest_match, shorten
from tests.testshire import FIRST, RECORDS, SECOND, Testshire

SPECIMENS = Path(__file__).parents[1] / "specimens"


def printed(testshire: Testshire) -> list[str]:
    """Give the problems of a register as they are printed."""
    return [str(problem) for problem in testshire.load().problems]


def test_broken_specimen_is_told_whole() -> None:
    """Every slip of a folder full of slips is told at once, in the same words and order each time."""
    told = [str(problem) for problem in load(SPECIMENS / "broken").problems]
    assert told == (SPECIMENS / "broken.txt").read_text(encoding="utf-8").splitlines()


def test_ten_mistakes_are_told_in_one_go(testshire: Testshire) -> None:
    """Ten different mistakes in seven files are ten problems, each on its own line."""
    folder = testshire.write()
    mistakes = [
        ("register.yaml", "reviewed_on: 2030-11-15", "reviewed_on: 2030-11-31"),
        ("bodies.yaml", "kind: inspectorate", "kind: inspecterate"),
        ("events.yaml", "paragraph: 3", "paragraph: 30"),
        ("pairs.yaml", "relation: repeats", "relation: repeat"),
        (f"{FIRST}/inspection.yaml", "notes: 1", "notes: none"),
        (f"{SECOND}/findings.yaml", "bodies: [testshire_police]", "bodies: [testshire_polise]"),
        (f"{SECOND}/findings.yaml", "themes: [workforce]", "themes: []"),
        (f"{SECOND}/commitments.yaml", "specific: true", "specific: maybe"),
        (f"{SECOND}/commitments.yaml", "owner: testshire_pcc", "ownr: testshire_pcc"),
        (f"{SECOND}/figures.yaml", "value: 90", "value: ninety"),
    ]
    places = []
    for file, right, wrong in mistakes:
        text = (folder / file).read_text(encoding="utf-8")
        assert text.count(right) == 1
        places.append((file, text[: text.index(right)].count("\n") + 1))
        (folder / file).write_text(text.replace(right, wrong), encoding="utf-8")
    outcome = load(folder)
    assert outcome.register is None
    assert sorted((problem.file, problem.line) for problem in outcome.errors) == sorted(places)


def test_register_is_served_with_warnings(testshire: Testshire) -> None:
    """Warnings inform; they do not keep a register from being served."""
    outcome = testshire.add("themes.yaml", "workforce", id="resources").load()
    assert [problem.severity for problem in outcome.problems] == [Severity.WARNING]
    assert outcome.errors == ()
    assert outcome.register is not None


def test_nothing_to_list_is_no_problem(testshire: Testshire) -> None:
    """A register without inspections is a register, if all its files are there."""
    outcome = testshire.empty().load()
    assert (outcome.register and outcome.register.entries, outcome.entries) == ((), 0)


@pytest.mark.parametrize("file", [*TOP_FILES, "register.yaml", f"{FIRST}/actions.yaml", f"{SECOND}/figures.yaml"])
def test_missing_file_is_told(testshire: Testshire, file: str) -> None:
    """Every file of the layout must be there."""
    (testshire.write() / file).unlink()
    assert f"{file}:1: is missing" in [str(problem) for problem in load(testshire.folder).problems]


@pytest.mark.parametrize("file", RECORDS)
def test_unreadable_file_is_one_problem(testshire: Testshire, file: str) -> None:
    """A file that cannot be read is told once; nothing that refers to it is blamed, nothing called unused."""
    testshire.change("C01", note="See K01 and E01.").texts[file] = "- id: 'never closed\n"
    assert printed(testshire) == [f"{file}:1: has a quotation mark that is not closed"]


def test_inspection_with_a_slip_is_one_problem(testshire: Testshire) -> None:
    """A slip in an inspection is not one more for the events that name its documents."""
    told = testshire.change("second.reply", paragraphs="many").told()
    assert told == [
        "2030-second-look documents.1.paragraphs: write a number in digits alone, like 1200 or 2.5",
    ]


def test_missing_inspections_folder_is_told(tmp_path: Path) -> None:
    """A folder without any of the layout is told what it lacks, file by file."""
    assert [str(problem) for problem in load(tmp_path).problems] == [
        "bodies.yaml:1: is missing",
        "events.yaml:1: is missing",
        "glossary.yaml:1: is missing",
        "highlights.yaml:1: is missing",
        "inspections:1: is missing; it holds one folder for each inspection",
        "pairs.yaml:1: is missing",
        "question_templates.yaml:1: is missing",
        "questions.yaml:1: is missing",
        "register.yaml:1: is missing",
        "themes.yaml:1: is missing",
    ]


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("theme.yaml", "theme.yaml:1: is not a file of the register (did you mean 'themes.yaml'?)"),
        ("themes.yml", "themes.yml:1: is not a file of the register (did you mean 'themes.yaml'?)"),
        (f"{FIRST}/finding.yaml", f"{FIRST}/finding.yaml:1: is not a file of the register "
         "(did you mean 'findings.yaml'?)"),
        ("zzz.yaml", "zzz.yaml:1: is not a file of the register"),
        ("themes.yaml.txt", "themes.yaml.txt:1: warning: is not a file of the register (did you mean 'themes.yaml'?)"),
        (f"{FIRST}/Findings.yaml.bak", f"{FIRST}/Findings.yaml.bak:1: warning: is not a file of the register "
         "(did you mean 'findings.yaml'?)"),
        ("pairs.yaml~", "pairs.yaml~:1: warning: is not a file of the register (did you mean 'pairs.yaml'?)"),
        ("Themes.txt", "Themes.txt:1: warning: is not a file of the register (did you mean 'themes.yaml'?)"),
    ],
)  # fmt: skip
def test_stray_file_is_told(testshire: Testshire, file: str, told: str) -> None:
    """A file that nothing reads is told, with the name it may have been meant to have."""
    testshire.texts[file] = "[]\n"
    assert printed(testshire) == [told]


@pytest.mark.parametrize("file", ["README.md", "notes.txt", ".hidden.yaml", "templates/themes.yaml", "backup~"])
def test_other_files_are_left_alone(testshire: Testshire, file: str) -> None:
    """The register minds its own files only."""
    testshire.texts[file] = "anything"
    assert printed(testshire) == []


SHAPES = {
    "a list is meant": [
        ("pairs.yaml", "", "pairs.yaml:1: is empty; it must hold a list; write [] if there is nothing to list"),
        ("pairs.yaml", "# nothing\n", "pairs.yaml:1: is empty; it must hold a list; write [] if there is nothing to "
         "list"),
        ("pairs.yaml", "id: P01\n", "pairs.yaml:1: must hold a list, each item beginning with “- id:”; write [] for "
         "none"),
        ("pairs.yaml", "none\n", "pairs.yaml:1: must hold a list, each item beginning with “- id:”; write [] for none"),
        ("pairs.yaml", "- none\n", "pairs.yaml:1: must hold fields, each as “name: value”"),
        ("pairs.yaml", "- [id, P01]\n", "pairs.yaml:1: must hold fields, each as “name: value”"),
        ("pairs.yaml", "-\n", "pairs.yaml:1: is empty; fill it in or leave the field out"),
    ],
    "one record is meant": [
        ("register.yaml", "", "register.yaml:1: is empty; it must hold one record"),
        ("register.yaml", "- title: x\n", "register.yaml:1: must hold fields, each as “name: value”"),
        ("register.yaml", "Testshire\n", "register.yaml:1: must hold fields, each as “name: value”"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("file", "text", "told"), [case for cases in SHAPES.values() for case in cases])
def test_shape_is_told(testshire: Testshire, file: str, text: str, told: str) -> None:
    """A file that does not hold what it should is told what that is."""
    testshire.texts[file] = text
    assert [str(problem) for problem in testshire.load().problems if problem.file == file] == [told]


FIELDS = {
    "missing": [
        ("S01", {"summary": None}, "S01 summary: is missing"),
        ("S01", {"id": None}, "id: is missing"),
        ("second.reply", {"title": None}, "2030-second-look documents.1.title: is missing"),
        ("K01", {"due": {"date": "2030"}}, "K01 due.printed: is missing"),
    ],
    "of another name": [
        ("S01", {"sumary": "x"}, "S01 sumary: is not a field of a finding (did you mean 'summary'?)"),
        ("A01", {"zz": "x"}, "A01 zz: is not a field of an action"),
        ("A01", {"note (again)": "x"}, "A01 note (again): is not a field of an action"),
        ("S01", {"inspection": "x"}, "S01 inspection: is not a field of a finding"),
        ("second", {"id": "x"}, "x id: is not a field of an inspection"),
        ("second.reply", {"pages": "4"}, "2030-second-look documents.1.pages: is not a field here"),
    ],
    "not one of the words": [
        (
            "S01", {"voice": "qoted"},
            "S01 voice: 'qoted' is not one of inspectorate, reported, quoted, respondent (did you mean 'quoted'?)",
        ),
        ("S01", {"scope": "Local"}, "S01 scope: 'Local' is not one of local, national (did you mean 'local'?)"),
        (
            "second.reply", {"kind": "x" * 100},
            f"2030-second-look documents.1.kind: '{'x' * 60}…' is not one of report, press_release, reply, review, "
            "statement, minutes, action_plan, annex",
        ),
    ],
    "of another shape": [
        ("S01", {"themes": "workforce"}, "S01 themes: must be a list, like [one, two]"),
        ("S01", {"summary": ["a"]}, "S01 summary: must be text"),
        ("K01", {"due": "2030"}, "K01 due: must hold fields; put “printed: 2030” on the next line, further in"),
        ("A01", {"result": ["sooner"]}, "A01 result.1: must hold fields, each as “name: value”"),
        ("K01", {"due": {"printed": "soon", "date": ["2030"]}}, "K01 due.date: \"['2030']\" is not a date like "
         "2025-01-22, 2017-01, 2022 or 2023/2028"),
        ("F01", {"value": "1,200"}, "F01 value: write a number in digits alone, like 1200 or 2.5"),
        ("second.reply", {"held": "yes"}, "2030-second-look documents.1.held: write true or false"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("name", "fields", "told"), [case for cases in FIELDS.values() for case in cases])
def test_field_is_told(testshire: Testshire, name: str, fields: dict[str, object], told: str) -> None:
    """A field that is missing, unknown or of the wrong kind is told by its path, with what it may be."""
    assert testshire.change(name, **fields).told("fields") == [told]


def test_fields_out_of_order_are_a_warning(testshire: Testshire) -> None:
    """Fields in an unusual order are told with the usual one; the register is served."""
    testshire.texts["glossary.yaml"] = "- meaning: Where all decide.\n  id: MASH\n  expansion: A hub\n"
    assert printed(testshire) == [
        "glossary.yaml:1: MASH: warning: fields are not in the usual order: id, expansion, meaning"
    ]


def test_empty_field_is_told_once(testshire: Testshire) -> None:
    """A required field without a value is one problem, however deep it stands."""
    text = (testshire.write() / SECOND / "inspection.yaml").read_text(encoding="utf-8")
    testshire.texts[f"{SECOND}/inspection.yaml"] = text.replace("title: A reply", "title:")
    assert printed(testshire) == [f"{SECOND}/inspection.yaml:13: title: is empty; fill it in or leave the field out"]


def test_empty_item_is_told_once(testshire: Testshire) -> None:
    """An item without a value is one problem."""
    text = (testshire.write() / "events.yaml").read_text(encoding="utf-8")
    testshire.texts["events.yaml"] = text.replace("[partnership]", "\n    - partnership\n    -")
    assert printed(testshire) == ["events.yaml:14: is empty; fill it in or leave the field out"]


def test_slip_of_an_entry_is_not_a_slip_of_its_references(testshire: Testshire) -> None:
    """What answers, pairs and notes point to is known by its id even if it cannot be read."""
    testshire.change("K01", specific="maybe").change("C01", voice="reportd", note="See K01.")
    assert testshire.told() == [
        "K01 specific: write true or false",
        "C01 voice: 'reportd' is not one of inspectorate, reported, quoted, respondent (did you mean 'reported'?)",
    ]


def test_problems_are_the_same_each_time(testshire: Testshire) -> None:
    """Problems come sorted by file and line."""
    problems = testshire.change("S01", themes=["x"], voice="inspectorate").change("E01", bodies=["y"]).load().problems
    assert list(problems) == sorted(problems)
    assert problems[0].file == "events.yaml"


def test_documents_at_hand_are_counted(testshire: Testshire) -> None:
    """With the documents, it is told how many of the quotations were verified."""
    outcome = testshire.change("K01", measure="a list of names").load(with_documents=True)
    assert (outcome.quotations, outcome.verified) == (10, 9)
    assert (testshire.load().quotations, testshire.load().verified) == (10, 0)


@pytest.mark.parametrize(
    ("instead", "told"),
    [
        (None, "press-release.txt is missing in the folder of documents; its excerpts are not verified"),
        ("press_release.txt", "press-release.txt is missing in the folder of documents; its excerpts are not verified "
         "(did you mean 'press_release.txt'?)"),
        ("press-release.docx", "press-release.docx is no plain text; run “paragraphs press-release.docx --write” and "
         "name its copy"),
    ],
)  # fmt: skip
def test_document_not_at_hand_is_told(testshire: Testshire, instead: str | None, told: str) -> None:
    """A document that is not in the folder leaves its quotations unverified, which is an error, with what is there."""
    text = testshire.documents.pop("press-release.txt")
    if instead:
        testshire.documents[instead] = text
    outcome = testshire.load(with_documents=True)
    assert [str(problem) for problem in outcome.problems] == [f"{FIRST}/inspection.yaml:25: press_release file: {told}"]
    assert (outcome.quotations, outcome.verified) == (10, 9)
    assert outcome.register is None


def test_a_document_in_another_encoding_is_told(testshire: Testshire) -> None:
    """The file is there, so that no other name is suggested."""
    testshire.write_documents().joinpath("reply.txt").write_bytes("Dear A, “so”.".encode("cp1252"))
    problems = load(testshire.write(), testshire.folder.with_name("documents")).problems
    assert [problem.message.split(";")[0] for problem in problems] == ["reply.txt is not UTF-8"]
    assert problems[0].nearest is None


def test_a_word_file_is_named_as_no_text(testshire: Testshire) -> None:
    """A file of another kind that is named is told with the way to its text."""
    testshire.documents["reply.docx"] = "PK\x03\x04"
    told = testshire.change("second.reply", file="reply.docx").told("documents_at_hand", with_documents=True)
    assert told == ["reply file: reply.docx is no plain text; run “paragraphs reply.docx --write” and name its copy"]


def test_the_marks_of_a_marked_copy_count(testshire: Testshire) -> None:
    """In a marked copy the marks are the places; one that is not named is told."""
    marked = testshire.documents["reply.txt"].replace("\n\n", "\n\n[-] ").replace("[-] You found", "[A7] You found")
    testshire.documents["reply.marked.txt"] = f"[marks]\n\n[-] {marked}"
    assert testshire.told("documents_at_hand", with_documents=True) == [
        "reply file: warning: reply.marked.txt stands beside it; name that, or its marks count for nothing"
    ]
    testshire.change("second.reply", file="reply.marked.txt")
    told = testshire.change("C01", paragraph="annex 7").told("quotations_stand_in_their_paragraph", with_documents=True)
    assert not any(line.startswith("C01") for line in told)
    assert "A01 excerpt: not word for word in paragraph 2; it stands in annex, paragraph 7" in told


@pytest.mark.parametrize("file", ["../documents/reply.txt", "sub/reply.txt", "/etc/hosts", ".", ".."])
def test_document_is_looked_for_in_its_folder_only(testshire: Testshire, file: str) -> None:
    """A file's name cannot lead out of the folder of documents."""
    outcome = testshire.change("second.reply", file=file).load(with_documents=True)
    found = Path(file).name == "reply.txt"
    assert outcome.verified == (10 if found else 1)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="everything can be read here")
def test_file_that_may_not_be_read_is_told(testshire: Testshire) -> None:
    """A file that is closed to the reader is a problem, not a crash."""
    (testshire.write() / "pairs.yaml").chmod(0)
    assert "pairs.yaml:1: cannot be read: Permission denied" in [str(p) for p in load(testshire.folder).problems]


def test_every_entry_file_is_read(testshire: Testshire) -> None:
    """Each file of an inspection gives its own kind of entry."""
    register = testshire.add_recommendations().register()
    counts = (register.findings, register.actions, register.commitments, register.figures, register.recommendations)
    assert [len(entries) for entries in counts] == [3, 1, 1, 1, 2]
    assert len(ENTRY_FILES) == len(counts)


def test_problem_is_one_sentence() -> None:
    """A problem prints as path, line, entry, field, weight, message and hint, as far as there are any."""
    problem = Problem("a.yaml", 3, "C01", "due.date", "is odd", "rule", Severity.WARNING, "x", "y")
    assert str(problem) == "a.yaml:3: C01 due.date: warning: is odd (did you mean 'y'?)"
    assert str(Problem("a.yaml", 1, "", "", "is missing", "yaml")) == "a.yaml:1: is missing"


def test_problem_is_never_long() -> None:
    """An id, a name or a value of a million letters is cut, as whoever reads the problem has it before them."""
    long = "x" * 1_000_000
    assert len(str(Problem("a.yaml", 1, long, long, long, "rule", value=long))) < 2_000


def test_nearest_is_the_same_whatever_the_order() -> None:
    """Of allowed words that are equally near, the same is always named; of none that is near, none."""
    assert {closest_match("C04", order) for order in (["C01", "C02"], ["C02", "C01"])} == {"C01"}
    assert closest_match("zzz", ["local", "national"]) is None
    assert closest_match("x" * 100_000, ["local"]) is None


def test_shortened_keeps_messages_short() -> None:
    """A value is shown in quotation marks, and cut if it is long."""
    assert shorten("a" * 60) == repr("a" * 60)
    assert shorten("a" * 61) == repr("a" * 60 + "…")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ["panel.yaml:1: must hold lists, each below “meetings”, “asked” or “comments”"]),
        ("[]\n", ["panel.yaml:1: must hold lists, each below “meetings”, “asked” or “comments”"]),
        ("meetings: []\ncomment: []\n", [
            "panel.yaml:2: comment: is not one of “meetings”, “asked” or “comments” (did you mean 'comments'?)"
        ]),
        ("asked: later\n", ["panel.yaml:1: must hold a list, each item beginning with “- id:”; [] for none"]),
        ("asked:\n", ["panel.yaml:1: asked: is empty; fill it in or leave the field out"]),
        ("comments: []\n", []),
        ("{}\n", []),
        ("asked:\n- id: 'never closed\n", ["panel.yaml:2: has a quotation mark that is not closed"]),
        ("meetings:\n- id: a\n  date: 2030-10-09\n  dat: 2030\n", [
            "panel.yaml:4: a dat: is not a field of a panel meeting (did you mean 'date'?)"
        ]),
    ],
)  # fmt: skip
def test_the_panel_has_lists_that_may_be_left_out(testshire: Testshire, text: str, told: list[str]) -> None:
    """What is not one of its lists is told, with the line; without any of them nothing is asked or commented."""
    testshire.texts["panel.yaml"] = text
    assert printed(testshire) == told


def test_the_panel_may_be_left_out(testshire: Testshire) -> None:
    """A register without the file has none of it; with it, all that stands there, and another digest."""
    without = testshire.load()
    assert without.register is not None
    assert (without.register.meetings, without.register.asked, without.register.comments) == ((), (), ())
    found = testshire.add_panel().load()
    assert found.register is not None
    assert [len(one) for one in (found.register.meetings, found.register.asked, found.register.comments)] == [3, 5, 3]
    assert found.digest != without.digest


def test_a_panel_behind_a_link_is_not_read(testshire: Testshire) -> None:
    """As any other file, it lies in the folder of the register."""
    outside = testshire.folder.with_name("panel.yaml")
    outside.write_text("meetings: []\n", encoding="utf-8")
    (testshire.write() / "panel.yaml").symlink_to(outside)
    assert [str(problem) for problem in load(testshire.folder).problems] == [
        "panel.yaml:1: leads out of the register’s folder; put the file itself here"
    ]
