"""Drafts: checked, and never published."""

from scrutiny.register.loading import load
from tests.commands.conftest import run
from tests.testshire import SECOND, Testshire

TOLD = "draft: warning: is true, so this inspection is not published; delete it at the end"


def as_draft(testshire: Testshire, file: str = f"{SECOND}/inspection.yaml") -> Testshire:
    """Mark an inspection, or the whole register, as a draft."""
    testshire.texts[file] = f"draft: true  # not yet\n{testshire.text_of(file)}"
    return testshire


def test_an_inspection_that_is_a_draft_is_left_out(testshire: Testshire) -> None:
    """Nothing of it is published, and nothing that speaks of it: pairs, events, highlights, questions, silences."""
    testshire.add_statements().add_inspections(1).records["pairs.yaml"] = []
    testshire.change("C09", not_mentioned_in=["2030-second-look.reply", "2031-further-look.reply"])
    result = as_draft(testshire).load()
    assert [str(problem).split(": ", 1)[1] for problem in result.problems] == [TOLD]
    register = result.register
    assert register is not None
    assert [inspection.id for inspection in register.inspections] == ["2029-first-look", "2031-further-look"]
    assert {entry.inspection for entry in register.entries} == {"2029-first-look", "2031-further-look"}
    assert register.entries_by_id["2029-first-look.C09"].model_dump(exclude_unset=True)["not_mentioned_in"] == (
        "2031-further-look.reply",
    )
    assert (register.events, register.highlights, register.questions) == ((), (), ())
    assert len(result.readable.inspections) == 3


def test_a_silence_in_drafts_alone_is_no_field(testshire: Testshire) -> None:
    """A concern that only a draft does not mention says nothing of it, as if the field were left out."""
    testshire.change("C09", not_mentioned_in=["2030-second-look.reply"]).records["pairs.yaml"] = []
    register = as_draft(testshire).register()
    assert "not_mentioned_in" not in register.findings[0].model_fields_set


def test_pairs_with_a_draft_are_left_out(testshire: Testshire) -> None:
    """A pair needs both of its entries."""
    register = as_draft(testshire).register()
    assert register.pairs == ()


def test_slips_in_a_draft_are_warnings(testshire: Testshire) -> None:
    """Work that is not finished keeps nothing else from being published; a missing file is told as well."""
    folder = as_draft(testshire).change("C01", voice="reportd").write()
    (folder / SECOND / "figures.yaml").unlink()
    result = load(folder)
    assert result.register is not None
    assert [(problem.file.rpartition("/")[2], problem.rule, str(problem.severity)) for problem in result.problems] == [
        ("figures.yaml", "yaml", "warning"),
        ("findings.yaml", "fields", "warning"),
        ("inspection.yaml", "drafts_are_not_published", "warning"),
    ]
    assert load(Testshire(folder.with_name("other")).change("C01", voice="reportd").write()).register is None


def test_nothing_of_a_register_that_is_a_draft_is_published(testshire: Testshire) -> None:
    """A draft of everything is an error until its line is deleted."""
    result = as_draft(testshire, "register.yaml").load()
    assert result.register is None
    assert [str(problem) for problem in result.problems] == [
        "register.yaml:1: draft: is true, so nothing is published; delete it at the end"
    ]


def test_a_draft_is_true_or_none(testshire: Testshire) -> None:
    """A mistyped value does not publish what is not finished; only a whole register and an inspection are drafts."""
    testshire.texts["register.yaml"] = f"draft: yes\n{testshire.text_of('register.yaml')}"
    assert testshire.told() == ["draft: write true, or leave the line out"]
    del testshire.texts["register.yaml"]
    testshire.texts["themes.yaml"] = f"draft: true\n{testshire.text_of('glossary.yaml')}"
    assert testshire.load().register is None


def test_fields_of_a_draft_are_put_in_order(testshire: Testshire) -> None:
    """The line that makes a draft stays before the record."""
    first, second, *rest = testshire.text_of(f"{SECOND}/inspection.yaml").splitlines(keepends=True)
    testshire.texts[f"{SECOND}/inspection.yaml"] = "".join(["draft: true\n", second, first, *rest])
    folder = testshire.write()
    assert run("check", "--fix", "--data", folder).exit_code == 0
    assert (folder / SECOND / "inspection.yaml").read_text("utf-8") == "".join(["draft: true\n", first, second, *rest])


def test_what_was_asked_of_a_draft_is_left_out(testshire: Testshire) -> None:
    """So are comments on it and on what speaks of it; of what was asked of others, only what came in a draft."""
    came = [{"date": "2030-11-07", "summary": "It came.", "document": "2030-second-look.reply"}]
    testshire.add_panel().add_inspections(1).change("B05", came=came)
    testshire.records["panel.yaml"]["comments"].append(
        testshire.record("W01") | {"id": "W04", "about": "2029-first-look.C09"}
    )
    register = as_draft(testshire).register()
    assert [one.id for one in register.asked] == ["B05"]
    assert "came" not in register.asked[0].model_fields_set
    assert [one.id for one in register.comments] == ["W04"]
    assert len(register.meetings) == 3
