"""What a record said before and says now, in plain words."""

from pathlib import Path

import pytest

from scrutiny.analysis.news import Kept, news
from scrutiny.exports.changes import Told, changes_table, told
from scrutiny.exports.csv import csv_bytes
from scrutiny.register.difference import What
from tests.made_up import by_chance
from tests.testshire import Testshire

CHANGES = {
    "summary": ("S01", {"summary": "Officers are trained well."},
                Told("Summary", "Officers are well trained.", "Officers are trained well.")),
    "a code": ("C01", {"voice": "quoted"},
               Told("Whose words", "Inspectors, as the letter tells it", "Inspectors, as the letter quotes them")),
    "an office": ("K01", {"owner": None}, Told("Who must act", "Commissioner", "")),
    "a truth": ("K01", {"specific": "false"}, Told("Specific act", "stated", "not stated")),
    "a place": ("S01", {"paragraph": "3"},
                Told("Where it stands", "Letter of 2 September 2030, paragraph 4",
                     "Letter of 2 September 2030, paragraph 3")),
    "themes": ("S01", {"themes": ["partnership"]}, Told("Main theme", "Skills and training", "Working together")),
    "answers": ("C01", {"answers": []},
                Told("What the reply offers", "Undertaking; Reported action", "No specific answer listed")),
    "a date": ("K01", {"due": {"printed": "by the end of the year", "date": "2030-12"}},
               Told("When (as a date)", "2030", "December 2030")),
    "read": ("first.report", {"held": "true", "paragraphs": "3", "file": "x.txt"}, Told("Read", "no", "yes")),
    "a caution": ("P01", {"caution": None}, Told("Caution", "Different meetings.", "")),
    "an inspection": ("second", {"subject": "Partners"},
                      Told("What was inspected", "The force and its partners", "Partners")),
    "an event": ("E01", {"title": "Plan"}, Told("Title", "Child Safety Plan", "Plan")),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_a_changed_field_is_told_in_plain_words(testshire: Testshire, what: str) -> None:
    """Its heading, what it said and what it says; codes stand in words."""
    name, fields, expected = CHANGES[what]
    then = Kept("digest", testshire.register())
    register = testshire.change(name, **fields).register()
    (change,) = news(register, then)
    assert expected in told(register, then, change)


def test_a_change_always_has_words(tmp_path: Path) -> None:
    """Whatever the data: of each changed record something is told, and its two sides differ."""
    before, now = (by_chance(tmp_path / str(seed), seed).register() for seed in (1, 2))
    then = Kept("digest", before)
    found = news(now, then)
    changed = [change for change in found if change.what is What.CHANGED]
    assert len(changed) > 5
    for change in changed:
        fields = told(now, then, change)
        assert fields
        assert all(field.name and field.before != field.now for field in fields)
    table = changes_table(now, then, found)
    assert set(table.index) == {change.id for change in found}
    assert csv_bytes(table.rename_axis("Full code")).decode("utf-8-sig").startswith("Full code,What became of it")
