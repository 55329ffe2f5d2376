"""Numbers, lists, dates and names are put in words alike everywhere."""

from datetime import date

import pytest

from scrutiny.register.dates import PartialDate
from scrutiny.register.records import Body, Dated
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import DocumentKind
from scrutiny.wording import (
    count_kinds,
    count_of,
    date_as_printed,
    document_name,
    format_date,
    format_day,
    inspection_name,
    join_list,
    list_sources,
    lower_first,
    name_with_date,
    office,
    upper_first,
)
from tests.testshire import Testshire

DAY = Dated(printed="22/01/2025", date=PartialDate.parse("2025-01-22"))
DOUBTFUL = Dated(printed="22/01/2025", date=PartialDate.parse("2025-01-22"), doubt="Perhaps 2026.")
TODAY = Dated(printed="today", doubt="Which day is not said.")


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no concerns"), (1, "1 concern"), (2, "2 concerns"), (1200, "1,200 concerns")]
)
def test_a_number_agrees_with_its_noun(number: int, words: str) -> None:
    """None, one and many each have their own form."""
    assert count_of(number, "concern") == words


def test_a_noun_can_bring_its_plural() -> None:
    """A noun whose plural is not made with an s brings its own."""
    assert [count_of(n, "entry", "entries") for n in (0, 1, 2)] == ["no entries", "1 entry", "2 entries"]


@pytest.mark.parametrize(
    ("items", "sentence"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_reads_as_a_sentence_does(items: list[str], sentence: str) -> None:
    """Items are joined by commas, the last by “and”."""
    assert join_list(items) == sentence


def test_only_the_first_letter_changes_its_case() -> None:
    """The rest of a text, with its acronyms, stays as it is; an empty text stays empty."""
    assert (upper_first("reply of the PCC"), lower_first("Reply of the PCC")) == (
        "Reply of the PCC",
        "reply of the PCC",
    )
    assert (upper_first(""), lower_first("")) == ("", "")


@pytest.mark.parametrize(
    ("day", "words"), [(date(2026, 3, 1), "1 March 2026"), (date(2025, 12, 31), "31 December 2025")]
)
def test_a_day_is_written_as_in_britain(day: date, words: str) -> None:
    """Day, month, year, without a nought before the day."""
    assert format_day(day) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-01-22", "22 January 2025"),
        ("2017-01", "January 2017"),
        ("2022", "2022"),
        ("2023/2028", "2023 to 2028"),
        ("2024-02/2024-05-03", "February 2024 to 3 May 2024"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(text: str, words: str) -> None:
    """No day, month or end is made up."""
    assert format_date(Dated(printed="as in the letter", date=PartialDate.parse(text))) == words


def test_a_doubt_is_told() -> None:
    """A word about a doubt follows the date; a date without a doubt has none."""
    assert format_date(DOUBTFUL) == "22 January 2025 (date uncertain)"
    assert format_date(DAY) == "22 January 2025"


@pytest.mark.parametrize("dated", [None, TODAY])
def test_what_is_no_date_is_not_known(dated: Dated | None) -> None:
    """Neither silence nor “today” is a date."""
    assert format_date(dated) == "date not known"


@pytest.mark.parametrize(
    ("dated", "words"),
    [
        (None, "no date given"),
        (DAY, "22/01/2025"),
        (TODAY, "date not known; the document says “today”"),
    ],
)
def test_a_date_as_printed_keeps_the_words_of_the_document(dated: Dated | None, words: str) -> None:
    """Words that name no date are quoted, so that “today” is not read as today."""
    assert date_as_printed(dated) == words


@pytest.mark.parametrize(
    ("dated", "words"),
    [
        (DAY, "reply of 22 January 2025"),
        (DOUBTFUL, "reply of 22 January 2025 (date uncertain)"),
        (TODAY, "reply (date not known)"),
        (None, "reply (date not known)"),
    ],
)
def test_a_name_has_its_date(dated: Dated | None, words: str) -> None:
    """It is the date that is in doubt or not known, not the document."""
    assert name_with_date("reply", dated) == words


def test_documents_are_counted_by_kind_each_with_its_plural() -> None:
    """Minutes and annexes have plurals of their own; the label with an s would be none."""
    kinds = [DocumentKind.MINUTES, DocumentKind.ANNEX, DocumentKind.REPLY]
    assert count_kinds(kinds) == "one set of minutes, one annex and one letter"
    assert count_kinds(kinds * 2) == "two sets of minutes, two annexes and two letters"


def test_a_document_is_named_by_kind_and_date(register: Register) -> None:
    """The kind of the vocabulary, and the date if it is known."""
    names = [document_name(document) for _, document in register.documents()]
    assert names == ["report (date not known)", "press release of July 2029", "letter of 2 September 2030"]


def test_sources_are_the_documents_that_were_read(testshire: Testshire) -> None:
    """Those of the inspections asked for, in the order of time; one that is not held is not named."""
    register = testshire.change("first.press_release", date=None).register()
    both = [inspection.id for inspection in register.inspections]
    assert list_sources(register, both) == "the press release (date not known) and the letter of 2 September 2030"
    assert list_sources(register, [*both[1:], *both[1:]]) == "the letter of 2 September 2030"


def test_without_a_document_the_sources_say_so(register: Register) -> None:
    """A sentence can go on after it."""
    assert list_sources(register, []) == "no document that was read"


def test_an_inspection_of_one_force_needs_no_name_of_the_force(testshire: Testshire) -> None:
    """The force is named only where the register is about several."""
    register = testshire.register()
    assert inspection_name(register, register.inspections[0]) == "First look"
    force = {"id": "other_police", "kind": "police", "name": "Othershire Police", "description": "Another force."}
    testshire.records["bodies.yaml"].append(force)
    testshire.record("first")["force"] = "other_police"
    register = testshire.register()
    names = [inspection_name(register, inspection) for inspection in register.inspections]
    assert names == ["First look (Othershire Police)", "Second look (Testshire Police)"]


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        ("commissioner", "Police and Crime Commissioner for Testshire", "Commissioner"),
        ("commissioner", "Deputy Police and Crime Commissioner", "Deputy Commissioner"),
        ("commissioner", "Office of the Police and Crime Commissioner", "Office of the Commissioner"),
        ("public", "Ministry for Children", "Ministry for Children"),
    ],
)
def test_an_office_is_called_as_people_call_it(kind: str, name: str, words: str) -> None:
    """Without its area and its long title; other bodies keep their names."""
    assert office(Body(id="it", kind=kind, name=name, description="It.")) == words
