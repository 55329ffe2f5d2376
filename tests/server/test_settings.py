"""What is set by whoever runs the server: a slip is told, never guessed at."""

import re

import pytest

from bench.servers import ROOT
from scrutiny.exports.briefing.document import TEMPLATE as BRIEFING_TEMPLATE
from scrutiny.exports.powerpoint.template import OWN as SLIDES_TEMPLATE
from scrutiny.server.settings import SettingsError, read_settings
from tests.testshire import Testshire


def test_nothing_set_means_this_machine_alone() -> None:
    """Without a setting the server listens to, answers and is embedded by nobody else."""
    found = read_settings({})
    assert (found.address, found.port) == ("localhost", 8501)
    assert found.hosts == ("localhost", "127.0.0.1", "[::1]")
    assert found.embed_origins == ()


def test_lists_are_read() -> None:
    """Several names stand with spaces between, in any case."""
    found = read_settings(
        {
            "SCRUTINY_ADDRESS": "127.0.0.2",
            "SCRUTINY_PORT": "80",
            "SCRUTINY_HOSTS": "Scrutiny.example.org  *.example.net [::1]",
            "SCRUTINY_EMBED_ORIGINS": "https://www.example.org http://intranet:8080",
        }
    )
    assert (found.address, found.port) == ("127.0.0.2", 80)
    assert found.hosts == ("scrutiny.example.org", "*.example.net", "[::1]")
    assert found.embed_origins == ("https://www.example.org", "http://intranet:8080")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SCRUTINY_ADDRESS", "192.0.2.1"),
        ("SCRUTINY_ADDRESS", "no such.host"),
        ("SCRUTINY_ADDRESS", "a" * 100),
        ("SCRUTINY_PORT", "0"),
        ("SCRUTINY_PORT", "65536"),
        ("SCRUTINY_PORT", "http"),
        ("SCRUTINY_PORT", "８０"),
        ("SCRUTINY_PORT", "8" * 5000),
        ("SCRUTINY_HOSTS", "*"),
        ("SCRUTINY_HOSTS", "https://example.org"),
        ("SCRUTINY_HOSTS", "example.org:8501"),
        ("SCRUTINY_HOSTS", "one.example,two.example"),
        ("SCRUTINY_EMBED_ORIGINS", "*"),
        ("SCRUTINY_EMBED_ORIGINS", "example.org"),
        ("SCRUTINY_EMBED_ORIGINS", "https://example.org/page"),
        ("SCRUTINY_EMBED_ORIGINS", "https://example.org;script-src"),
        ("SCRUTINY_DATA", "no-such-folder"),
        ("SCRUTINY_DATA", __file__),
        ("SCRUTINY_DATA", "a" * 5000),
        ("SCRUTINY_DOCUMENTS", "no-such-folder"),
        ("SCRUTINY_CURATOR", "yes"),
        ("SCRUTINY_TODAY", "22/11/2026"),
        ("SCRUTINY_TODAY", "2026-02-30"),
        ("SCRUTINY_BRIEFING_TEMPLATE", "no-such-file.docx"),
        ("SCRUTINY_BRIEFING_TEMPLATE", __file__),
        ("SCRUTINY_BRIEFING_TEMPLATE", "/"),
        ("SCRUTINY_SLIDES_TEMPLATE", "no-such-file.pptx"),
        ("SCRUTINY_SLIDES_TEMPLATE", __file__),
    ],
)
def test_anything_else_is_refused_by_name(name: str, value: str) -> None:
    """The server does not start, and says in one sentence which setting is wrong."""
    with pytest.raises(SettingsError, match=rf"\A{name}: [^\n]+\.\Z"):
        read_settings({name: value})


def test_all_that_is_wrong_is_told_at_once() -> None:
    """Whoever mends one setting need not start again to hear of the next."""
    wrong = {"SCRUTINY_PORT": "http", "SCRUTINY_TODAY": "22/11/2026", "SCRUTINY_CURATOR": "yes"}
    with pytest.raises(SettingsError) as told:
        read_settings(wrong)
    assert str(told.value).splitlines() == [
        "SCRUTINY_PORT: expected a number from 1 to 65535, found 'http'.",
        "SCRUTINY_CURATOR: expected 1 or 0, found 'yes'.",
        "SCRUTINY_TODAY: expected a day such as 2026-11-22, found '22/11/2026'.",
    ]


def test_what_the_dashboard_can_use_is_not_refused(testshire: Testshire) -> None:
    """Every setting that the README names, as it should be."""
    data = str(testshire.write())
    right = {
        "SCRUTINY_DATA": data, "SCRUTINY_DOCUMENTS": data, "SCRUTINY_CURATOR": "1", "SCRUTINY_TODAY": "2026-11-22",
        "SCRUTINY_BRIEFING_TEMPLATE": str(BRIEFING_TEMPLATE), "SCRUTINY_SLIDES_TEMPLATE": str(SLIDES_TEMPLATE),
    }  # fmt: skip
    assert read_settings(right) == read_settings({})
    named = set(re.findall(r"`(SCRUTINY_[A-Z_]+)`", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert named == {*right, "SCRUTINY_ADDRESS", "SCRUTINY_PORT", "SCRUTINY_HOSTS", "SCRUTINY_EMBED_ORIGINS",
                     "SCRUTINY_BROWSER", "SCRUTINY_FIREFOX"}  # fmt: skip
