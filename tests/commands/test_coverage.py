"""The command that lays the sentences of documents beside the entries that quote them."""

import pytest

from tests.commands.conftest import run
from tests.testshire import SECOND, Testshire


def test_each_sentence_stands_with_the_entries_that_quote_it(testshire: Testshire) -> None:
    """Below the sentences stand the paragraphs without an entry, and the numbers without a figure."""
    result = run(
        "coverage", "2030-second-look", "--data", testshire.write(), "--documents", testshire.write_documents()
    )
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "reply: A reply",
        "[H] -: Re: Second look",
        "[1] -: Thank you for your report.",
        "[2] C01: You found that planning meetings were not always attended.",
        "[2] A01 F01: You saw that officers attend every meeting, so plans are made sooner: more than 90 meetings were "
        "held.",
        "[3] K01: I will write to health services by the end of the year and ask for a register of attendance.",
        "[3] E01: This is part of our Child Safety Plan for 2029 to 2031.",
        "[4] S01: I am glad that officers are “very well trained” indeed.",
        "[4] -: A plan for all children is essential.",
        "5 of 8 sentences are quoted.",
        "Paragraphs without an entry: [H], [1]",
        "Numbers without a figure: none",
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("We spent £1.5million on it.", "[1] “We spent £1.5million on it.”"),
        ("In two thirds of cases we acted.", "[1] “In two thirds of cases we”"),
        ("It rose by 31% in May 2030.", "[1] “rose by 31% in May 2030.”"),
        ("On 22 January 2025, or 26/03/2026, at 10.30 am one said no to section 5.", "none"),
        ("See paragraph 2 [3], open 24/7 on 0116 222 2222.", "none"),
        ("1. We saw it.\n2. We saw 12 cases.", "[1] “We saw 12 cases.”"),
        ("2.1 We read\n52 cases, see paragraph 3.4 and Recommendation 3.", "[1] “We read 52 cases, see paragraph”"),
        ("I will act within four months of it.", "none"),
    ],
)
def test_numbers_that_count_something_are_told(testshire: Testshire, text: str, numbers: str) -> None:
    """Dates, times, telephone numbers and numbers of paragraphs count nothing; a time limit stands with its promise."""
    testshire.documents["reply.txt"] = f"[marks]\n\n[1] {text}"
    testshire.change("K01", paragraph="1", excerpt="We have five words here", due={"printed": "within four months"})
    folder = testshire.write()
    result = run("coverage", "2030-second-look", "--data", folder, "--documents", testshire.write_documents())
    assert result.output.splitlines()[-1] == f"Numbers without a figure: {numbers}"


def test_a_file_that_cannot_be_read_is_told(testshire: Testshire) -> None:
    """A slip that keeps a whole file from being read would look as if nobody had written its entries."""
    folder, documents = testshire.write(), testshire.write_documents()
    findings = folder / SECOND / "findings.yaml"
    findings.write_text(findings.read_text("utf-8").replace("voice: ", "voice: so: ", 1), "utf-8")
    output = run("coverage", "2030-second-look", "--data", folder, "--documents", documents).output
    assert f"{findings}:" in output
    assert "; nothing of this file is shown\n" in output


def test_names_and_items_do_not_part_sentences(testshire: Testshire) -> None:
    """“Mr. Smith” and “2. He” are no ends of sentences; each item of a list is a sentence of its own."""
    testshire.documents["reply.txt"] = "[marks]\n\n[1] 1. Mr. Smith asked:\n• who came?\n• “Who left?” He went."
    result = run(
        "coverage", "2030-second-look", "--data", testshire.write(), "--documents", testshire.write_documents()
    )
    assert result.output.splitlines()[1:5] == [
        "[1] -: 1. Mr. Smith asked:", "[1] -: • who came?", "[1] -: • “Who left?”", "[1] -: He went."
    ]  # fmt: skip


def test_tables_and_grades_stand_where_the_document_has_them(testshire: Testshire) -> None:
    """The sentences come in the order of the document, and a grade is told as one."""
    testshire.documents["reply.txt"] = (
        "[marks]\n\n[1] One.\n\n[T1.1] Finding children: requires improvement\n\n[2] Two."
    )
    testshire.record("second")["grades"] = [
        {"excerpt": "Finding children: requires improvement", "document": "reply", "paragraph": "table 1 row 1"}
    ]
    result = run(
        "coverage", "2030-second-look", "--data", testshire.write(), "--documents", testshire.write_documents()
    )
    assert result.output.splitlines()[1:4] == [
        "[1] -: One.", "[T1.1] grade: Finding children: requires improvement", "[2] -: Two."
    ]  # fmt: skip


def test_an_inspection_with_errors_is_covered_as_far_as_it_can_be_read(testshire: Testshire) -> None:
    """Work that is not finished is what the command is for."""
    folder = testshire.change("C01", excerpt=None).change("S01", voice="quotd").write()
    result = run("coverage", "2030-second-look", "--data", folder, "--documents", testshire.write_documents())
    assert "[2] -: You found" in result.output
    assert "[4] S01: I am glad" in result.output


def test_what_is_not_at_hand_is_told(testshire: Testshire) -> None:
    """A document that is not in the folder is named; without any the exit code is 1."""
    documents = testshire.write_documents()
    (documents / "reply.txt").unlink()
    result = run("coverage", "2030-second-look", "--data", testshire.write(), "--documents", documents)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{SECOND}/inspection.yaml:19: reply file: reply.txt is missing")


def test_wrong_use_is_told(testshire: Testshire) -> None:
    """The folder of documents must be named, and the inspection be one of the register."""
    folder = testshire.write()
    assert run("coverage", "2030-second-look", "--data", folder).exit_code == 2
    result = run("coverage", "2030-secnd-look", "--data", folder, "--documents", testshire.write_documents())
    assert result.exit_code == 2
    assert "did you mean '2030-second-look'?" in result.output
