"""What whoever runs the server may set: where it listens, the hosts it answers, and who may embed it."""

import re
import socket
from collections.abc import Mapping
from dataclasses import dataclass

from scrutiny.settings import wrong_settings

NO_PATH = "server.baseUrlPath: expected nothing; below a path, let the proxy take the path away (see the README)."
"""What is told where Streamlit is to serve below a path, whether a file says so or the environment."""

_LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")
_HOST = re.compile(r"(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]")
_ORIGIN = re.compile(r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?")
_PORT = re.compile(r"[0-9]{1,5}")
_PORTS = range(1, 65_536)


class SettingsError(ValueError):
    """Settings that cannot be used; the message has a line with a sentence for each."""


@dataclass(frozen=True)
class Settings:
    """Address and port to listen on, host names that are answered (without ports), origins that may embed a page."""

    address: str
    port: int
    hosts: tuple[str, ...]
    embed_origins: tuple[str, ...]


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read `SCRUTINY_ADDRESS`, `SCRUTINY_PORT`, and the lists `SCRUTINY_HOSTS` and `SCRUTINY_EMBED_ORIGINS`.

    Raises SettingsError if one of them or of the dashboard's own settings is wrong: a slip would open the server, close
    it to everybody, or show nobody a page.
    """
    address, port = environment.get("SCRUTINY_ADDRESS") or "localhost", environment.get("SCRUTINY_PORT") or "8501"
    hosts, origins = (environment.get(f"SCRUTINY_{name}", "").lower().split() for name in ("HOSTS", "EMBED_ORIGINS"))
    wrong = []
    if not _is_of_this_machine(address):
        wrong.append(f"SCRUTINY_ADDRESS: expected an address of this machine, found {address!r}.")
    if not (_PORT.fullmatch(port) and int(port) in _PORTS):
        wrong.append(f"SCRUTINY_PORT: expected a number from 1 to 65535, found {port!r}.")
    wrong += _wrong_items("SCRUTINY_HOSTS", hosts, _HOST, "www.example.org or *.example.org")
    wrong += _wrong_items("SCRUTINY_EMBED_ORIGINS", origins, _ORIGIN, "https://www.example.org")
    wrong += wrong_settings(environment)
    if environment.get("STREAMLIT_SERVER_BASE_URL_PATH"):
        wrong.append(NO_PATH)
    if wrong:
        raise SettingsError("\n".join(wrong))
    return Settings(address, int(port), tuple(hosts) or _LOCAL_HOSTS, tuple(origins))


def _is_of_this_machine(address: str) -> bool:
    """Tell whether a server can listen at an address, which it tries at a port of no meaning."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(address, 0, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.bind(place)
    except (OSError, UnicodeError):  # UnicodeError: a part of a name is too long
        return False
    return True


def _wrong_items(name: str, items: list[str], pattern: re.Pattern[str], example: str) -> list[str]:
    wrong = [item for item in items if not pattern.fullmatch(item)]
    return [f"{name}: expected {example}, several with spaces between, found {wrong[0]!r}."] if wrong else []
