"""The commands that begin a register, an inspection and its entries."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scrutiny.commands.told_by import document_of
from scrutiny.register.loading import ENTRY_FILES, TOP_FILES, load
from scrutiny.register.paragraphs import blocks_of, with_marks
from tests.commands.conftest import run
from tests.testshire import Testshire

Write = Callable[[str], Path]


@pytest.mark.parametrize("suffix", [".txt", ".pdf", ".docx"])
def test_an_inspection_is_begun_with_what_its_letter_tells(testshire: Testshire, letter: Write, suffix: str) -> None:
    """Kind, subject, date, addressee, signature and length are filled in alike from text, PDF and Word."""
    path = letter(suffix)
    folder = testshire.write()
    result = run("new", "inspection", "2030-example", path, "--data", folder)
    written = [folder / "inspections/2030-example/inspection.yaml"]
    copy = path.with_name("letter.marked.txt")
    assert result.exit_code == 0
    assert result.output.split() == [str(file) for file in (written if suffix == ".txt" else [*written, copy])]
    assert copy.exists() == (suffix != ".txt")
    (document,) = load(folder).readable.inspections_by_id["2030-example"].documents
    assert document.model_dump(mode="json", exclude_unset=True) == {
        "id": "reply", "kind": "reply", "held": True, "title": "Inspection of Testshire Police",
        "date": {"printed": "12 May 2030", "date": "2030-05-12"}, "body": "", "author": "A. Commissioner",
        "addressees": ["Chief Inspector"], "paragraphs": 3,
        "file": "letter.txt" if suffix == ".txt" else "letter.marked.txt",
    }  # fmt: skip


def test_what_is_begun_is_a_draft_whose_gaps_are_told(testshire: Testshire, letter: Write) -> None:
    """Nothing else stops being published, and each field that must be filled in is told with its line."""
    folder = testshire.write()
    assert run("new", "inspection", "2031-example", letter(".txt"), "--data", folder).exit_code == 0
    assert run("new", "entries", "2031-example", "--data", folder).exit_code == 0
    result = run("check", "--data", folder)
    assert result.exit_code == 0
    told = [line.split(":", 2)[2].split(" [")[0] for line in result.output.splitlines()[:-1]]
    assert told == [
        " draft: warning: is true, so this inspection is not published; delete it at the end",
        *(f" {name}: warning: is empty; fill it in or leave the field out"
          for name in ("title", "short_title", "inspectorates", "scope", "subject", "body")),
    ]  # fmt: skip


def test_every_field_stands_in_a_new_file_with_its_meaning(testshire: Testshire, letter: Write) -> None:
    """A curator need not look up which fields there are, nor which words they may have."""
    folder = testshire.write()
    run("new", "inspection", "2031-example", letter(".txt"), "--data", folder)
    run("new", "entries", "2031-example", "--data", folder)
    for name, model in ENTRY_FILES.items():
        text = (folder / "inspections/2031-example" / name).read_text("utf-8")
        assert [field for field in model.field_order() if f"# {field}: " not in text] == []
        assert text.endswith("  document: reply\nentries: []\n") or name == "commitments.yaml"
        assert max(map(len, text.splitlines())) <= 120
    assert "# polarity: Whether it is a concern or a strength: our words, not terms of the inspectorates. One of: " in (
        folder / "inspections/2031-example/findings.yaml"
    ).read_text("utf-8")


def test_a_figure_is_begun_for_each_number(testshire: Testshire) -> None:
    """Its value, the words around it and their place are filled in; what the number means is for the curator."""
    documents = testshire.write_documents()
    (documents / "plan.txt").write_text(
        "[marks]\n\n[1] On 2 May 2030 the council gave £1.2m more. Two thirds of it go to more than 31 schools.\n\n"
        "[2] 1.1 Around 40% wait. We ask the force to\n\n• train up to seven officers",
        "utf-8",
    )
    folder = testshire.write()
    run("new", "inspection", "2031-example", documents / "plan.txt", "--data", folder)
    assert run("new", "entries", "2031-example", "--data", folder, "--documents", documents).exit_code == 0
    text = (folder / "inspections/2031-example/figures.yaml").read_text("utf-8")
    assert text.partition("defaults:\n")[2].split("- id")[0] == "  voice: inspectorate\n  document: report\nentries:\n"
    figures = load(folder).readable.part(["2031-example"]).figures
    assert [(one.id, one.value, one.bound, one.unit, str(one.paragraph), one.excerpt) for one in figures] == [
        ("F01", 1.2, "exact", "million pounds", "1", "2 May 2030 the council gave £1.2m more."),
        ("F02", 2, "exact", "thirds", "1", "Two thirds of it go to more than 31 schools."),
        ("F03", 31, "at_least", "", "1", "of it go to more than 31 schools."),
        ("F04", 40, "about", "per cent", "2", "Around 40% wait."),
        ("F05", 7, "at_most", "", "2", "train up to seven officers"),
    ]
    assert run("check", "--data", folder, "--documents", documents).output.count("is not printed") == 0


BOXED = """\
Children who go missing

Published 3 July 2030. Inspected May 2030

1.1 Callers are asked.

Area for improvement

The force should make sure that what homes tell it
reaches the officers who search.

1.2 What homes tell is lost.

Cause of concern

The force does not see the risk to children. They are
left in danger.

Recommendations

1. With immediate effect, the force should review each grade.

2. By 30 June 2031, the force should attend promptly, and an audit should show that it did so in every such case.

2 After the child is found

2.1 Few are asked.

Recommendation 3b: Within six months, councils should agree on it.
"""
PARTED = """\
Children who go missing

1.1 Callers are asked.

Recommendations

2.1 The force should ask all callers the same.

2.2 The council should too, in each of its homes.

Next steps

2.3 We will come back to see what was done.
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            BOXED,
            [
                (None, "area_for_improvement", "1.1", "The force should make sure that what homes tell it reaches the "
                 "officers who search.", None),
                (None, "cause_of_concern", "1.2", "The force does not see the risk to children.", None),
                ("1", "recommendation", "1.2", "With immediate effect, the force should review each grade.",
                 {"printed": "With immediate effect"}),
                ("2", "recommendation", "1.2", "the force should attend promptly, and an audit should show that it did "
                 "so in every such case.", {"printed": "By 30 June 2031", "date": "2031-06-30"}),
                ("3b", "recommendation", "2.1", "Within six months, councils should agree on it.",
                 {"printed": "Within six months"}),
            ],
        ),
        (
            PARTED,
            [
                ("2.1", "recommendation", "2.1", "The force should ask all callers the same.", None),
                ("2.2", "recommendation", "2.2", "The council should too, in each of its homes.", None),
            ],
        ),
        ("Children\n\nWe read the recommendations.\n\nThey were many.", []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("is_marked", [False, True])
def test_recommendations_are_begun_as_far_as_the_report_tells(
    testshire: Testshire, text: str, told: list[object], is_marked: bool
) -> None:
    """Number, kind, words and time limit are filled in; each reply that was read waits for its answer."""
    documents = testshire.write_documents()
    (documents / "report.txt").write_text(with_marks(blocks_of(text)) if is_marked else text, encoding="utf-8")
    folder = testshire.write()
    reply = documents / "reply.txt"
    assert run("new", "inspection", "2031-example", documents / "report.txt", reply, "--data", folder).exit_code == 0
    assert run("new", "entries", "2031-example", "--data", folder, "--documents", documents).exit_code == 0
    begun = load(folder).readable.part(["2031-example"]).recommendations
    assert [
        (one.number, one.kind, str(one.paragraph), one.excerpt,
         one.due.model_dump(mode="json", exclude_unset=True) if one.due else None)
        for one in begun
    ] == told  # fmt: skip
    assert {(one.voice, one.document) for one in begun} <= {("inspectorate", "report")}
    problems = [line for line in run("check", "--data", folder, "--documents", documents).output.splitlines()
                if "recommendations.yaml" in line]  # fmt: skip
    assert len([line for line in problems if ": answer: warning: is empty" in line]) == len(told)
    assert {line.rpartition(": ")[2] for line in problems} <= {"is empty; fill it in or leave the field out [yaml]"}


def test_a_register_is_begun(tmp_path: Path) -> None:
    """It holds every file, the themes and the wordings of questions; nothing of it is published before its end."""
    folder = tmp_path / "new"
    result = run("new", "register", folder, "--area", "Testshire", "--force", "Testshire Police")
    assert result.exit_code == 0
    assert {path.name for path in folder.iterdir()} == {"register.yaml", "inspections", "schema", *TOP_FILES}
    outcome = load(folder)
    assert outcome.register is None
    assert {problem.field for problem in outcome.errors} == {"draft", "title", "made_by", "contact", "reviewed_on"}
    assert [body.name for body in outcome.readable.bodies] == [
        "Testshire Police", "Police and Crime Commissioner for Testshire", "Testshire Police and Crime Panel",
    ]  # fmt: skip
    assert len(outcome.readable.themes) == 16
    assert len(outcome.readable.question_templates) == 8


def test_nothing_is_written_over(testshire: Testshire, letter: Write) -> None:
    """Where one file is there, none is written."""
    folder = testshire.write()
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    for words in (
        ("new", "register", folder, "--area", "A", "--force", "B"),
        ("new", "inspection", "2030-second-look", letter(".txt"), "--data", folder),
        ("new", "entries", "2030-second-look", "--data", folder),
    ):
        result = run(*words)
        assert result.exit_code == 2
        assert "is there already; nothing was written" in " ".join(result.output.split())
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Force does well\n\nIt was said that it did.\n\nNotes to editors\n\n1. One.", {"kind": "press_release"}),
        ("The force\n\nIt does well.\n\nIt does not.", {"kind": "report"}),
        ("3rd of May 2030\n\nDear A,\n\nI act.", {"date": {"printed": "3rd of May 2030", "date": "2030-05-03"}}),
        ("Date: 22/01/2025\n\nDear A,\n\nI act.", {"date": {"printed": "22/01/2025", "date": "2025-01-22"}}),
        ("A\n\nSeen in May 2030. Published on 3 July 2030\n\nIt is so.", {"date": {"printed": "3 July 2030", "date":
          "2030-07-03"}}),
        ("May 2030\n\nDear A,\n\nI act.", {"date": {"printed": "May 2030", "date": "2030-05"}}),
        ("31/02/2025\n\nDear A,\n\nI act.", {"date": {"printed": "31/02/2025"}}),
        ("Dear A,\n\nI wrote in May 2030.", {"date": None}),
        ("**Dear Mr B, Ms C and Dr D OBE, QPM,**\n\nI act.", {"addressees": ["Mr B", "Ms C", "Dr D OBE"]}),
        ("Dear A,\n\nI act.\n\nYours sincerely\n\n**B. C.,**\n*PCC*", {"author": "B. C.", "role": "PCC"}),
        ("Dear A,\n\nI act.", {"author": None, "role": None}),
    ],
)  # fmt: skip
def test_what_a_document_tells_of_itself(tmp_path: Path, text: str, told: dict[str, object]) -> None:
    """A date stands before the text; a name and an office stand after its close."""
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    found = document_of(path)
    assert {name: found.get(name) for name in told} == told


def test_wrong_use_is_told(testshire: Testshire, tmp_path: Path) -> None:
    """A name that no folder may have, a file that cannot be read, and an inspection that is not there."""
    folder = testshire.write()
    (tmp_path / "a.pdf").write_bytes(b"no")
    for words, told in (
        (("inspection", "Example"), "Example is not named like 2017-child-protection"),
        (("inspection", "2031-example", tmp_path / "a.pdf"), "is not a PDF that can be read"),
        (("entries", "2030-secnd-look"), "did you mean '2030-second-look'?"),
    ):
        result = run("new", *words, "--data", folder)
        assert (result.exit_code, told in " ".join(result.output.split())) == (2, True)
