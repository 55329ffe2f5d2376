"""Hostile text from the files to what is taken away: what is refused, and what passes through as it is."""

import json

import pytest

from scrutiny.exports.json import register_json
from tests.hostile import TEXTS, fill, mixed, texts_of
from tests.testshire import Testshire

INVISIBLE = {
    "turns what follows around": "\u202e",
    "begins an embedding": "\u202a",
    "begins an isolate": "\u2066",
    "marks a direction": "\u200f",
    "has no width": "\u200b",
    "joins": "\u200d",
    "joins words": "\u2060",
    "is a byte order mark": "\ufeff",
    "is a soft hyphen": "\u00ad",
    "is a tag": "\U000e0041",
    "is nothing": "\0",
    "rings": "\a",
    "ends a line": "\u2028",
}
FIELDS = [
    ("register", "title"),
    ("partnership", "label"),
    ("MASH", "meaning"),
    ("K01", "note"),
    ("second.reply", "author"),
]


@pytest.mark.parametrize("why", INVISIBLE)
@pytest.mark.parametrize(("name", "field"), FIELDS)
def test_what_cannot_be_seen_is_refused(testshire: Testshire, name: str, field: str, why: str) -> None:
    """A character that is not seen, or that moves others, stands in no field; the file and the character are named."""
    outcome = testshire.change(name, **{field: f"a{INVISIBLE[why]}b"}).load()
    assert outcome.register is None
    assert any(f"U+{ord(INVISIBLE[why]):04X}" in problem.message for problem in outcome.errors)


@pytest.mark.parametrize("text", ["עברית (12)", "العربية", "Z̴̧͎͐á̵̛̩", "日本語", "👮", "naïve “quoted” – ½"])
def test_every_writing_can_be_used(testshire: Testshire, text: str) -> None:
    """Letters of any script, their accents and pictures are text as any other."""
    register = testshire.change("K01", note=text).register()
    assert register.entries_by_id["2030-second-look.K01"].note == text


def test_hostile_texts_are_read_and_taken_away_as_they_are(testshire: Testshire) -> None:
    """A register full of them has no error, and its JSON holds each text as it is."""
    register = fill(testshire.add_panel().add_measure(), mixed).register()
    told = [text for _, text in texts_of(register)]
    assert [text for text in TEXTS if not any(text in each for each in told)] == []
    written = json.dumps(json.loads(register_json(register)), ensure_ascii=False)
    assert [text for text in told if json.dumps(text, ensure_ascii=False) not in written] == []
