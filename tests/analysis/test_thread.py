"""One theme as a thread: nothing is left out, and what is not held stands where it would stand."""

from scrutiny.analysis.thread import ThreadStep, thread
from scrutiny.register.register import Register
from tests.testshire import Testshire


def steps_of(register: Register) -> dict[str, ThreadStep]:
    """Give the steps of one theme by the ids of their documents."""
    return {step.id: step for step in thread(register, register.entries_by_id, "partnership")}


def said(step: ThreadStep) -> list[str]:
    """Give the full ids of what a document says."""
    return [entry.full_id for entry in step.entries]


def test_a_thread_has_every_entry_of_its_theme_in_reading_order(register: Register) -> None:
    """Each document lists what it says under the theme, paragraph by paragraph."""
    steps = steps_of(register)
    assert said(steps["2029-first-look.press_release"]) == ["2029-first-look.C09"]
    assert said(steps["2030-second-look.reply"]) == [
        "2030-second-look.C01",
        "2030-second-look.A01",
        "2030-second-look.F01",
        "2030-second-look.K01",
    ]


def test_a_document_not_held_stands_in_its_place(register: Register) -> None:
    """A document without a date stands before what is held of its inspection."""
    steps = steps_of(register)
    assert list(steps) == ["2029-first-look.report", "2029-first-look.press_release", "2030-second-look.reply"]
    assert [step.document.held for step in steps.values()] == [False, True, True]


def test_a_document_not_held_comes_before_one_that_is(testshire: Testshire) -> None:
    """Where neither has a date of its own, what was not read is not hidden behind what was."""
    testshire.change("first.press_release", date=None).record("first")["documents"].reverse()
    register = testshire.register()
    assert list(steps_of(register))[:2] == ["2029-first-look.report", "2029-first-look.press_release"]


def test_a_further_theme_counts(testshire: Testshire) -> None:
    """An entry stands in the thread of each theme it names, not of its main theme alone."""
    register = testshire.change("C01", themes=["workforce", "partnership"]).register()
    steps = steps_of(register)
    assert "2030-second-look.C01" in said(steps["2030-second-look.reply"])


def test_a_theme_without_entries_has_no_thread(testshire: Testshire) -> None:
    """Documents that are not held are no thread by themselves."""
    register = testshire.register()
    assert thread(register, [], "workforce") == []


def test_a_doubt_goes_with_the_date(testshire: Testshire) -> None:
    """A doubtful date is marked wherever it decides the order."""
    testshire.record("second.reply")["date"]["doubt"] = "The year is odd."
    register = testshire.register()
    dated = steps_of(register)["2030-second-look.reply"].document.date
    assert dated is not None
    assert dated.doubt == "The year is odd."
