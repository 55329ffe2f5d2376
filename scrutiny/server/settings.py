"""What whoever runs the server may set: where it listens, the hosts it answers, and who may embed it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

OWN_MACHINE = ("localhost", "127.0.0.1", "[::1]")
_HOST = re.compile(r"(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]")
_ORIGIN = re.compile(r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?")
_PORTS = range(1, 65_536)


@dataclass(frozen=True)
class Settings:
    """Address and port to listen on, names that are answered (without ports), origins that may embed a page."""

    address: str
    port: int
    hosts: tuple[str, ...]
    embedding: tuple[str, ...]


def settings(environment: Mapping[str, str]) -> Settings:
    """Read `SCRUTINY_ADDRESS`, `SCRUTINY_PORT`, and the lists `SCRUTINY_HOSTS` and `SCRUTINY_EMBED_ORIGINS`.

    Raises ValueError on anything else, since a slip here opens the server or closes it to everybody.
    """
    return Settings(
        address=environment.get("SCRUTINY_ADDRESS") or "localhost",
        port=_port(environment.get("SCRUTINY_PORT") or "8501"),
        hosts=_listed(environment, "SCRUTINY_HOSTS", _HOST, "www.example.org or *.example.org") or OWN_MACHINE,
        embedding=_listed(environment, "SCRUTINY_EMBED_ORIGINS", _ORIGIN, "https://www.example.org"),
    )


def _port(text: str) -> int:
    """Read the number of a port."""
    if not (text.isascii() and text.isdecimal() and int(text) in _PORTS):
        raise ValueError(f"SCRUTINY_PORT: expected a number from 1 to 65535, found {text!r}")
    return int(text)


def _listed(environment: Mapping[str, str], name: str, form: re.Pattern[str], example: str) -> tuple[str, ...]:
    """Read one list, each of whose words must have the form."""
    words = tuple(environment.get(name, "").lower().split())
    if wrong := [word for word in words if not form.fullmatch(word)]:
        raise ValueError(f"{name}: expected {example}, several with spaces between, found {wrong[0]!r}")
    return words
