"""Marks in rows: no label overlaps a mark or a label, and none is cut off."""

from itertools import combinations
from random import Random

import pytest

from scrutiny.charts.label_packing import BAR, LINE, LabelledMark, PlacedMark, pack_labels

WIDTH = 480.0

DATES = ["2029", "date not known, not held", "as printed in the papers (in doubt), not held"]


def marks(seed: int) -> list[LabelledMark]:
    """Make up marks of any length, with labels of any length."""
    chance = Random(seed)  # noqa: S311 - made-up marks need no secrecy
    made = []
    for number in range(chance.randint(1, 12)):
        left = chance.uniform(0, WIDTH - 20)
        right = min(left + chance.choice([5, 20, 100, WIDTH]), WIDTH)
        name = " ".join(chance.choice(["strategy", "a", "safeguarding", "plan"]) for _ in range(chance.randint(1, 9)))
        made.append(LabelledMark(str(number), left, right, (name, chance.choice(DATES))))
    return made


def box(placed: PlacedMark) -> tuple[float, float, float, float]:
    """Give what a mark and its label take up: left, right, top, bottom."""
    left, right = placed.extent
    label = len(placed.lines) * LINE
    if placed.above:
        return left, right, placed.y - BAR / 2 - label, placed.y + BAR / 2
    half = max(label, BAR) / 2
    return left, right, placed.y - half, placed.y + half


@pytest.mark.parametrize("seed", range(60))
def test_nothing_overlaps_and_nothing_is_cut_off(seed: int) -> None:
    """Whatever the marks and however long their labels."""
    placed, height = pack_labels(marks(seed), WIDTH)
    assert len(placed) == len(marks(seed))
    for one, other in combinations(map(box, placed), 2):
        apart = one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
        assert apart
    for left, right, top, bottom in map(box, placed):
        assert left >= -0.01
        assert right <= WIDTH + 0.01
        assert 0 <= top < bottom <= height


def test_a_label_stands_on_the_right_if_there_is_room() -> None:
    """Read from left to right: the mark, then what it is."""
    ((placed,), _) = pack_labels([LabelledMark("id", 10, 30, ("A plan", "2029"))], WIDTH)
    assert (placed.anchor, placed.x, placed.lines) == ("left", 30, ("A plan, 2029",))


def test_a_label_stands_on_the_left_near_the_end() -> None:
    """A mark at the end of the axis has its label before it."""
    ((placed,), _) = pack_labels([LabelledMark("id", 460, 480, ("A plan", "2029"))], WIDTH)
    assert (placed.anchor, placed.x) == ("right", 460)


def test_a_label_stands_above_a_bar_that_leaves_no_room() -> None:
    """A bar from end to end is labelled above."""
    ((placed,), height) = pack_labels([LabelledMark("id", 0, 480, ("A plan", "2029"))], WIDTH)
    assert placed.above
    assert placed.y == pytest.approx(height - 14)


def test_marks_far_apart_share_a_row() -> None:
    """Where labels leave room, one row is enough."""
    placed, _ = pack_labels(
        [LabelledMark("one", 0, 20, ("A", "2029")), LabelledMark("two", 300, 320, ("B", "2030"))], WIDTH
    )
    assert placed[0].y == placed[1].y


def test_texts_that_do_not_fit_on_one_line_begin_lines_of_their_own() -> None:
    """A name and its date are not run together when they are broken into lines."""
    name = "A long name of a strategy that somebody wrote"
    ((placed,), _) = pack_labels([LabelledMark("id", 10, 30, (name, "as printed in the second paragraph"))], WIDTH)
    assert placed.lines == (name, "as printed in the second paragraph")
