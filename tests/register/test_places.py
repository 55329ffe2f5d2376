"""The places of a document that an entry can name."""

import re

import pytest

from scrutiny.register.places import WRITTEN, Part, Place

FORMS = [
    ("headline", Place(Part.HEADLINE), "headline", "H"),
    ("5", Place(Part.PARAGRAPH, (5,)), "paragraph 5", "5"),
    ("2.4", Place(Part.PRINTED, (2, 4)), "paragraph 2.4", "2.4"),
    ("2.4.1", Place(Part.PRINTED, (2, 4, 1)), "paragraph 2.4.1", "2.4.1"),
    ("table 1 row 2", Place(Part.ROW, (1, 2)), "table 1, row 2", "T1.2"),
    ("annex 2", Place(Part.ANNEX, (2,)), "annex, paragraph 2", "A2"),
    ("note 3", Place(Part.NOTE, (3,)), "note 3", "N3"),
]


@pytest.mark.parametrize(("text", "place", "label", "mark"), FORMS)
def test_place_is_read_and_written(text: str, place: Place, label: str, mark: str) -> None:
    """A place is written as it was read, and has a name for the screen and a mark."""
    parsed = Place.parse(text)
    assert parsed == place
    assert (str(parsed), parsed.label, parsed.mark) == (text, label, mark)
    assert Place.of_mark(mark) == place
    assert re.fullmatch(WRITTEN, text)


def test_every_part_has_a_form_here() -> None:
    """No kind of place is left untested, and each gives an example that can be read."""
    assert {place.part for _, place, _, _ in FORMS} == set(Part)
    assert {Place.parse(part.example).part for part in Part} == set(Part)


@pytest.mark.parametrize(
    "text",
    ["", "0", "05", "-1", "1.0", "1.", "five", "note", "note 0", "notes 1", "Headline", "12345", "table 1", "annex",
     "annex A", "T1.2", "1.2.3.4.5"],
)  # fmt: skip
def test_place_refuses(text: str) -> None:
    """What names no place is refused with the forms that do."""
    with pytest.raises(
        ValueError, match=re.escape("is not a place: write one like “headline”, “2”, “2.3”, “table 2 row 3”")
    ):
        Place.parse(text)
    assert not re.fullmatch(WRITTEN, text)


def test_places_sort_as_they_are_read() -> None:
    """The headline comes first, then paragraphs by number, tables, annexes and notes."""
    read = [
        "headline",
        "2",
        "10",
        "2.9",
        "2.10",
        "3.1",
        "table 1 row 2",
        "table 2 row 1",
        "annex 1",
        "note 1",
        "note 2",
    ]
    assert [str(place) for place in sorted(Place.parse(text) for text in reversed(read))] == read
