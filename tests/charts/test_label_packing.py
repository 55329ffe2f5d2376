"""Marks in rows: no label overlaps a mark or a label, and none is cut off."""

from itertools import combinations
from random import Random

import pytest

from scrutiny.charts.label_packing import BAR, LINE, LabelledMark, PlacedMark, pack_labels

WIDTH = 480.0


def marks(seed: int) -> list[LabelledMark]:
    """Make up marks of any length, with labels of any length."""
    chance = Random(seed)  # noqa: S311 - made-up marks need no secrecy
    made = []
    for number in range(chance.randint(1, 12)):
        left = chance.uniform(0, WIDTH - 20)
        right = min(left + chance.choice([5, 20, 100, WIDTH]), WIDTH)
        name = " ".join(chance.choice(["strategy", "a", "safeguarding", "plan"]) for _ in range(chance.randint(1, 4)))
        lines = (name[:26],) * chance.choice([1, 1, 2, 3])
        made.append(LabelledMark(str(number), left, right, lines))
    return made


def box(placed: PlacedMark) -> tuple[float, float, float, float]:
    """Give what a mark and its label take up: left, right, top, bottom."""
    left, right = placed.extent
    if placed.above:
        return left, right, placed.y - BAR / 2 - len(placed.mark.lines) * LINE, placed.y + BAR / 2
    half = len(placed.mark.lines) * LINE / 2
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
    ((placed,), _) = pack_labels([LabelledMark("id", 10, 30, ("A plan",))], WIDTH)
    assert (placed.anchor, placed.x, placed.above) == ("left", 30, False)


def test_a_label_stands_on_the_left_near_the_end() -> None:
    """A mark at the end of the axis has its label before it."""
    ((placed,), _) = pack_labels([LabelledMark("id", 460, 480, ("A plan",))], WIDTH)
    assert (placed.anchor, placed.x) == ("right", 460)


def test_a_label_stands_above_a_bar_that_leaves_no_room() -> None:
    """A bar from end to end has its label over it."""
    ((placed,), height) = pack_labels([LabelledMark("id", 0, 480, ("A plan",))], WIDTH)
    assert placed.above
    assert height > LINE + BAR
