"""Acronyms are explained where they stand, and text stays text."""

import re
from html import unescape

import pytest

from scrutiny.register.records import Term
from scrutiny.ui.views.glossary import explained

GLOSSARY = (
    Term(id="HMIC", expansion="Inspectorate of Constabulary", meaning="Until 2017."),
    Term(id="HMICFRS", expansion="Inspectorate of Constabulary and Fire & Rescue", meaning="From <2017>."),
    Term(id="PCSO", expansion="Police community support officer", meaning="“Staff”."),
    Term(id="R&D", expansion="Research and development", meaning="Work."),
)
HOSTILE = [
    "plain text",
    "<script>alert(1)</script>",
    "a & b &amp; c",
    "\"double\" and 'single' quotes",
    '"><img src=x onerror=alert(1)>',
    "HMICFRS <b>HMICFRS</b> HMIC",
    'PCSOs" onmouseover="alert(1)',
    "</button></span>PCSO",
    "R&D, R&amp;D and R<D",
    "line\nbreak\ttab\u2028separator",
    "",
]


def buttons(html: str) -> list[str]:
    """Return the words of the buttons in some HTML."""
    return re.findall(r"<button [^>]*>([^<]*)</button>", html)


def text_of(html: str) -> str:
    """Return what a reader sees while nothing is opened."""
    closed = re.sub(r"<span popover .*?</span>", "", html, flags=re.DOTALL)
    return unescape(re.sub(r"</?button[^>]*>", "", closed))


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_word_for_word(text: str) -> None:
    """Nothing is added to a text or taken from it while all is closed."""
    assert text_of(explained(text, GLOSSARY)) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_text_never_becomes_markup(text: str) -> None:
    """The only elements are our own: a button, what it opens, and the acronym in bold."""
    html = explained(text, GLOSSARY)
    assert set(re.findall(r"</?(\w+)", html)) <= {"button", "span", "b"}
    assert "onerror=" not in re.sub(r">[^<]*<", "><", f">{html}<")


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("HMICFRS came", ["HMICFRS"]),
        ("HMIC, then HMICFRS", ["HMIC", "HMICFRS"]),
        ("HMIC and HMIC again", ["HMIC"]),
        ("two PCSOs and a PCSO", ["PCSOs"]),
        ("the PCSO’s work", ["PCSO"]),
        ("(HMIC)", ["HMIC"]),
        ("R&D", ["R&amp;D"]),
        ("hmic", []),
        ("HMICX XHMIC HMIC2", []),
    ],
)
def test_whole_acronyms_open_once(text: str, opened: list[str]) -> None:
    """An acronym opens where it first stands, whole or with a plural s, and nowhere else."""
    assert buttons(explained(text, GLOSSARY)) == opened


def test_meaning_is_escaped_and_tied_to_its_button() -> None:
    """What a button opens is found by its name and holds the glossary's own words as text."""
    html = explained("HMICFRS", GLOSSARY)
    name = re.search(r'popovertarget="([^"]+)"', html)
    assert name
    assert f'id="{name[1]}"' in html
    assert "Fire &amp; Rescue. From &lt;2017&gt;." in html


def test_names_differ_between_texts() -> None:
    """Two texts on one page do not open each other's meaning."""
    names = re.findall(r'id="([^"]+)"', explained("HMIC one", GLOSSARY) + explained("HMIC two", GLOSSARY))
    assert len(set(names)) == 2


def test_without_a_glossary_text_is_only_escaped() -> None:
    """A register without a glossary shows its texts all the same."""
    assert explained("a < HMIC", ()) == "a &lt; HMIC"
