"""What is new since an earlier day: its numbers, each with one definition, and the line that says them."""

from itertools import product
from pathlib import Path

import pytest

from scrutiny.analysis.news import NEWS, Kept, added, changed, newly_read, news, news_words, others, removed
from scrutiny.register.register import Register
from tests.made_up import by_chance
from tests.testshire import FIRST, Testshire


def then(testshire: Testshire) -> Kept:
    """Give the register as it is before a test changes it."""
    return Kept("digest", testshire.register())


def test_the_same_register_has_nothing_new(testshire: Testshire, register: Register) -> None:
    """Nothing is said to be new where nothing is."""
    found = news(register, then(testshire))
    assert (found, news_words(found)) == ((), "nothing new")


def test_what_is_new_is_said_in_a_line(testshire: Testshire) -> None:
    """Documents by their kind, points, and what was changed besides; what only helps to read them is no news."""
    before = then(testshire)
    testshire.change("first.report", held="true", paragraphs="3", file="report.txt")
    testshire.change("S01", summary="Officers are trained well.").change("K01", owner=None).add_need("K02")
    testshire.change("F01", note="New.").change("MASH", meaning="Where they meet.").change("register", title="Other")
    testshire.records[f"{FIRST}/findings.yaml"] = []
    testshire.records["pairs.yaml"] = []
    found = news(testshire.register(), before)
    assert news_words(found) == "1 report read, 1 point added, 2 changed, 1 removed and 2 other changes"
    assert [count.of(found) for count in NEWS] == [1, 1, 2, 1, 2]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda t: t.change("S01", note="New."), "1 point changed"),
        (lambda t: t.add_need("K02").add_need("K03"), "2 points added"),
        (lambda t: t.change("F01", note="New."), "1 other change"),
        (lambda t: t.change("second.reply", title="The letter"), "1 other change"),
        (lambda t: t.add_inspections(1), "1 letter read, 4 points added and 2 other changes"),
        (lambda t: t.change("MASH", meaning="Where they meet."), "nothing new"),
    ],
)  # fmt: skip
def test_the_line_leaves_out_what_there_is_none_of(testshire: Testshire, change: object, told: str) -> None:
    """The first number of points says that it is one of points."""
    before = then(testshire)
    change(testshire)  # type: ignore[operator]
    assert news_words(news(testshire.register(), before)) == told


@pytest.mark.parametrize(("old", "new"), [*product(range(3), range(3, 6))])
def test_each_change_is_counted_once(tmp_path: Path, old: int, new: int) -> None:
    """Whatever the data: the numbers are those of a recount by hand, and together they are all that is new."""
    before, now = (by_chance(tmp_path / str(seed), seed).register() for seed in (old, new))
    found = news(now, Kept(str(old), before))

    def points(register: Register) -> dict[str, dict[str, object]]:
        kinds = ("findings", "actions", "commitments", "needs")
        every = (entry for kind in kinds for entry in getattr(register, kind))
        return {entry.full_id: entry.model_dump(exclude_unset=True) | {"class": type(entry)} for entry in every}

    def read(register: Register) -> set[str]:
        return {name for name, document in register.documents_by_id.items() if document.held}

    was, is_now = points(before), points(now)
    both = was.keys() & is_now.keys()
    assert added.of(found) == len(is_now.keys() - was.keys())
    assert removed.of(found) == len(was.keys() - is_now.keys())
    assert changed.of(found) == sum(was[name] != is_now[name] for name in both)
    assert newly_read.of(found) == len(read(now) - read(before))
    assert sum(count.of(found) for count in NEWS) == len(found)
    assert others.of(found) > 0
    back = news(before, Kept(str(new), now))
    assert (added.of(back), removed.of(back)) == (removed.of(found), added.of(found))
    assert changed.of(back) == changed.of(found)
