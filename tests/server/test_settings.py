"""What is set by whoever runs the server: a slip is told, never guessed at."""

import pytest

from scrutiny.server.settings import read_settings


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
            "SCRUTINY_ADDRESS": "192.0.2.1",
            "SCRUTINY_PORT": "80",
            "SCRUTINY_HOSTS": "Scrutiny.example.org  *.example.net [::1]",
            "SCRUTINY_EMBED_ORIGINS": "https://www.example.org http://intranet:8080",
        }
    )
    assert (found.address, found.port) == ("192.0.2.1", 80)
    assert found.hosts == ("scrutiny.example.org", "*.example.net", "[::1]")
    assert found.embed_origins == ("https://www.example.org", "http://intranet:8080")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SCRUTINY_PORT", "0"),
        ("SCRUTINY_PORT", "65536"),
        ("SCRUTINY_PORT", "http"),
        ("SCRUTINY_PORT", "８０"),
        ("SCRUTINY_HOSTS", "*"),
        ("SCRUTINY_HOSTS", "https://example.org"),
        ("SCRUTINY_HOSTS", "example.org:8501"),
        ("SCRUTINY_HOSTS", "one.example,two.example"),
        ("SCRUTINY_EMBED_ORIGINS", "*"),
        ("SCRUTINY_EMBED_ORIGINS", "example.org"),
        ("SCRUTINY_EMBED_ORIGINS", "https://example.org/page"),
        ("SCRUTINY_EMBED_ORIGINS", "https://example.org;script-src"),
    ],
)
def test_anything_else_is_refused_by_name(name: str, value: str) -> None:
    """The server does not start, and says which setting is wrong."""
    with pytest.raises(ValueError, match=name):
        read_settings({name: value})
