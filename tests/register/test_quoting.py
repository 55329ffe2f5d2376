"""Whether words stand in a text."""

import pytest

from scrutiny.register.quoting import find, fold, nearest, stands_in, with_curly_apostrophes


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("the  child’s\nvoice", "the child's voice"),
        ("“made without delay”", '"made without delay"'),
        ("2024–26 — and on", "2024-26 - and on"),
        ("non‑breaking\u00a0space", "non-breaking space"),
        ("Case and commas, stay.", "Case and commas, stay."),
        ("non‐breaking\u00ad and…", "non-breaking and..."),
        ("the oﬃce ﬁles", "the office files"),
    ],
)
def test_fold_evens_out_only_what_printers_vary(printed: str, folded: str) -> None:
    """White space, quotation marks and dashes are folded; letters, case and other marks are not."""
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("the information", "the infor\u00admation"),
        ("the information", "the infor-\n  mation"),
        ("the multi-agency hub", "the multi-\nagency hub"),
        ("the multi-agency information", "the multi-\nagency infor-\nmation"),
        ("the infor­mation", "the information"),
        ("to find officers", "to ﬁnd oﬃcers"),
        ("to ﬁnd", "to find"),
        ("child-centred", "child‐centred"),
        ("and so on ...", "and so on …"),
        ("and so on…", "and so on..."),
        ("the records. The force", "the records.1 The force"),
        ("the records.1 The force", "the records.1 The force"),
        ("the records. The force", "the records. [1] The force"),
        ("the records [1] show", "the records [1] show"),
        ("the records show", "the records² show"),
        ("“the records” show", "\"the records\"12 show"),
        ("Force Trains staff", "Force | Trains staff"),
        ("Force | Trains staff", "Force | Trains staff"),
        ("more than 90 (of 100)", "more  than\n90 (of\u00a0100)"),
    ],
)  # fmt: skip
def test_words_stand_in_a_text_however_it_is_printed(words: str, text: str) -> None:
    """What printers and copies vary keeps no words from being found, and they are found as printed."""
    assert stands_in(words, f"We see {text} here.")
    found = find(words, f"We see {text} here.")
    assert found is not None
    assert found[0] == text


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("multiagency hub", "multi-agency hub"),
        ("multi-agency hub", "multiagency hub"),
        ("the force", "The force"),
        ("the force, too", "the force too"),
        ("12 officers", "1 2 officers"),
        ("more than 9", "more than nine"),
        ("in 2025", "in 202 5"),
        ("the records", "the [1]records"),
    ],
)
def test_other_words_do_not(words: str, text: str) -> None:
    """Letters, digits, commas and hyphens are as they are."""
    assert not stands_in(words, text)


def test_nearest_words() -> None:
    """The words most like those looked for are told whole, or none if nothing is like them."""
    places = {
        1: "Nothing of the kind stands in this one.",
        2: "We saw that planning meetings were rarely attended by all.",
    }
    assert nearest("planning meetings were not always attended", places) == (
        2, "planning meetings were rarely attended by"
    )  # fmt: skip
    assert nearest("officers go to every meeting they can", places) is None
    assert nearest("anything", {}) is None


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("the letter's own, 2017's and children's", "the letter’s own, 2017’s and children’s"),
        ("his own words, not inspectors'.", "his own words, not inspectors’."),
        ("it said 'no risks' and isn't clear", "it said 'no risks' and isn’t clear"),
        ("it's", "it’s"),
        ("' alone", "' alone"),
    ],
)
def test_an_apostrophe_is_curly_and_a_quotation_mark_is_left(typed: str, shown: str) -> None:
    """Keyboards have one sign for both."""
    assert with_curly_apostrophes(typed) == shown
