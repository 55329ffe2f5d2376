"""Where words stand in a document."""

import pytest

from scrutiny.register.paragraphs import Place, fold, paragraphs

LETTER = """\
Office of the Commissioner
1 High Street, Testshire

12 May 2030

Dear Chief Inspector,

Re: Inspection of Testshire Police

Thank you for your report.

You found three things:

• meetings without health

• late decisions; and

• too few officers

I will write to the council and I will

ask it to come to every meeting.

As your report says:

“Officers care.

They also wait.”

Training

https://www.example.org/report

I am grateful.

Yours sincerely,

A. Commissioner

This is not part of the letter.
"""

ANNOUNCEMENT = """\
Testshire makes progress

Officers are well trained.

More must be done.

Notes to editors

1. The inspectorate is made up.

2. So is Testshire.
It has no town.
"""


def texts(document: str) -> dict[str, str]:
    """Give a document's paragraphs by the names that entries use, on one line each."""
    return {str(place): " ".join(words.split()) for place, words in paragraphs(document).items()}


def test_paragraphs_of_a_letter() -> None:
    """A letter is counted from its salutation to its close, as the curator's guide says."""
    assert texts(LETTER) == {
        "headline": "Re: Inspection of Testshire Police",
        "1": "Thank you for your report.",
        "2": "You found three things: • meetings without health • late decisions; and • too few officers",
        "3": "I will write to the council and I will ask it to come to every meeting.",
        "4": "As your report says: “Officers care.",
        "5": "They also wait.”",
        "6": "I am grateful.",
    }


def test_paragraphs_of_an_announcement() -> None:
    """Without a salutation the first block is the headline, and the numbered notes are counted on their own."""
    assert texts(ANNOUNCEMENT) == {
        "headline": "Testshire makes progress",
        "1": "Officers are well trained.",
        "2": "More must be done.",
        "note 1": "The inspectorate is made up.",
        "note 2": "So is Testshire. It has no town.",
    }


@pytest.mark.parametrize(
    ("body", "counted"),
    [
        pytest.param("I will\n\nask them.", ["I will ask them."], id="a page broke the sentence"),
        pytest.param("I will ask\n\nThem I ask.", ["Them I ask."], id="a heading is followed by a capital"),
        pytest.param("I ask.\n\nthey answer.", ["I ask.", "they answer."], id="a finished sentence stays apart"),
        pytest.param("I ask,\n\nand\n\nthey answer.", ["I ask, and they answer."], id="two pages broke it"),
        pytest.param("I ask:\n\n• one\n• two\n\nYes.", ["I ask: • one • two", "Yes."], id="a list without an end"),
        pytest.param("I ask:\n- one\n- two", ["I ask: - one - two"], id="a list without an empty line before it"),
        pytest.param("I ask:\n\n• one;\n\n• two.", ["I ask: • one; • two."], id="a list with empty lines in it"),
        pytest.param("Page:\nwww.example.org", [], id="a link after a colon"),
        pytest.param("I ask three:\n\n• one\n• two.", ["I ask three: • one • two."], id="a list after a colon"),
        pytest.param("It says:\n\n“This.”\n\nI agree.", ["It says: “This.”", "I agree."], id="a quotation"),
        pytest.param("“Is it?”\n\n(It is.)", ["“Is it?”", "(It is.)"], id="closing marks inside others"),
        pytest.param("www.example.org/page", [], id="a link"),
        pytest.param("Training and skills", [], id="a heading"),
        pytest.param("One.\n \t\n\n\nTwo.", ["One.", "Two."], id="empty lines with blanks"),
        pytest.param("One line\nand another.", ["One line and another."], id="a line break is not a paragraph"),
    ],
)
def test_paragraphs_are_joined_or_left_out(body: str, counted: list[str]) -> None:
    """What a page or a colon parts is one paragraph; headings and links are none."""
    assert list(texts(f"Dear all,\n\n{body}\n\nYours sincerely").values()) == counted


@pytest.mark.parametrize("close", ["Yours sincerely", "Yours faithfully,", "YOURS SINCERELY", "  Yours sincerely  "])
def test_paragraphs_end_at_the_close(close: str) -> None:
    """Nothing after the close of a letter is counted."""
    assert texts(f"Dear all\n\nOne.\n\n{close}\n\nTwo.") == {"1": "One."}


@pytest.mark.parametrize("subject", ["Re: A report", "RE: no", "**Re: A report**"])
def test_headline_is_a_subject_line(subject: str) -> None:
    """In a letter only a line that begins with “Re:” is the headline."""
    found = texts(f"Dear all,\n\n{subject}\n\nOne.")
    assert ("headline" in found) == ("Re:" in subject)


@pytest.mark.parametrize("document", ["", "\n\n  \n", "Notes to editors", "Dear all,"])
def test_paragraphs_of_nothing(document: str) -> None:
    """A document without text has no paragraphs."""
    assert paragraphs(document) == {}


def test_paragraphs_of_windows_lines() -> None:
    """Line ends of another system change nothing."""
    assert texts(LETTER.replace("\n", "\r\n")) == texts(LETTER)


@pytest.mark.parametrize(
    ("text", "place", "label"),
    [("headline", (0, 0), "headline"), ("5", (1, 5), "paragraph 5"), ("note 3", (2, 3), "note 3")],
)
def test_place_is_read_and_written(text: str, place: tuple[int, int], label: str) -> None:
    """A place is written as it was read, and has a name for the screen."""
    parsed = Place.parse(text)
    assert parsed == Place(*place)
    assert (str(parsed), parsed.label) == (text, label)


@pytest.mark.parametrize("text", ["", "0", "05", "-1", "1.5", "five", "note", "note 0", "notes 1", "Headline", "12345"])
def test_place_refuses(text: str) -> None:
    """What names no place is refused with the three forms that do."""
    with pytest.raises(ValueError, match="is not a place: write a paragraph's number, “headline”, or “note 3”"):
        Place.parse(text)


def test_places_sort_as_they_are_read() -> None:
    """The headline comes first, then paragraphs by number, then notes."""
    read = ["headline", "2", "10", "note 1", "note 2"]
    assert [str(place) for place in sorted(Place.parse(text) for text in reversed(read))] == read


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("the  child’s\nvoice", "the child's voice"),
        ("“made without delay”", '"made without delay"'),
        ("2024–26 — and on", "2024-26 - and on"),
        ("non‑breaking\u00a0space", "non-breaking space"),
        ("Case and commas, stay.", "Case and commas, stay."),
    ],
)
def test_fold_evens_out_only_what_printers_vary(printed: str, folded: str) -> None:
    """White space, quotation marks and dashes are folded; letters, case and other marks are not."""
    assert fold(printed) == folded
