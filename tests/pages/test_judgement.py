"""No page says what only a judge could say: gaps are gaps in the papers, never verdicts on people."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from scrutiny.analysis.frames import frames
from scrutiny.exports.csv import table_csv
from scrutiny.exports.json import register_json
from scrutiny.register.register import Register
from tests.pages.conftest import ROOT, OpenPage, words

JUDGEMENT = re.compile(
    r"\b(fail(s|ed|ure|ing)?|broken|kept|overdue|ignor\w+|improv\w+|worse\w*|better|scor(e|es|ed|ing)|rat(ing|ings|ed)|"
    r"rank\w*|RAG|poor|inadequate|success\w*|resolved)\b",
    re.IGNORECASE,
)
PAGES = [path.stem for path in sorted((ROOT / "pages").glob("*.py")) if path.stem != "about"]
"""Every page but About, which says which of these words the dashboard does without."""
OF_OTHERS = re.compile(r"“[^”]*”|\breportedly found [^,.;]*")
"""Words that are not ours: a quotation, or what somebody is reported to have found. The rule is against our own."""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_on_a_plain_register_judges_nobody(open_page: OpenPage, name: str) -> None:
    """On a register without such words, no heading, sentence, table or alternative text has any."""
    page = open_page(name, id="2030-second-look.K01", q="meetings")
    assert not page.exception
    assert JUDGEMENT.findall(words(page) + _charts(page)) == []


def _charts(page: AppTest) -> str:
    """Give the words in and around the charts of a page."""
    return " ".join(chart.proto.spec + chart.proto.alt for chart in page.get("plotly_chart"))


@pytest.mark.parametrize("path", sorted((ROOT / "data").glob("*.yaml")), ids=lambda path: path.name)
def test_the_register_s_own_sentences_judge_nobody(path: Path) -> None:
    """Reasons, cautions, highlights and questions are neutral in all that they do not report of others."""
    if path.name in ("pairs.yaml", "highlights.yaml", "questions.yaml", "question_templates.yaml"):
        assert JUDGEMENT.findall(OF_OTHERS.sub("", path.read_text(encoding="utf-8"))) == []


def test_what_is_taken_away_judges_nobody(register: Register) -> None:
    """JSON and CSV add no word of judgement to what the register says."""
    taken = register_json(register), table_csv(frames(register).entries)
    assert JUDGEMENT.findall(" ".join(taken)) == []
