"""What whoever runs the server may set: where it listens, the hosts it answers, and who may embed it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")
_HOST = re.compile(r"(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]")
_ORIGIN = re.compile(r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?")
_PORTS = range(1, 65_536)


@dataclass(frozen=True)
class Settings:
    """Address and port to listen on, host names that are answered (without ports), origins that may embed a page."""

    address: str
    port: int
    hosts: tuple[str, ...]
    embed_origins: tuple[str, ...]


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read `SCRUTINY_ADDRESS`, `SCRUTINY_PORT`, and the lists `SCRUTINY_HOSTS` and `SCRUTINY_EMBED_ORIGINS`.

    Raises ValueError on anything else, since a slip here opens the server or closes it to everybody.
    """
    port = environment.get("SCRUTINY_PORT") or "8501"
    if not (port.isascii() and port.isdecimal() and int(port) in _PORTS):
        raise ValueError(f"SCRUTINY_PORT: expected a number from 1 to 65535, found {port!r}")
    return Settings(
        address=environment.get("SCRUTINY_ADDRESS") or "localhost",
        port=int(port),
        hosts=_list(environment, "SCRUTINY_HOSTS", _HOST, "www.example.org or *.example.org") or _LOCAL_HOSTS,
        embed_origins=_list(environment, "SCRUTINY_EMBED_ORIGINS", _ORIGIN, "https://www.example.org"),
    )


def _list(environment: Mapping[str, str], name: str, pattern: re.Pattern[str], example: str) -> tuple[str, ...]:
    items = tuple(environment.get(name, "").lower().split())
    if wrong := [item for item in items if not pattern.fullmatch(item)]:
        raise ValueError(f"{name}: expected {example}, several with spaces between, found {wrong[0]!r}")
    return items
