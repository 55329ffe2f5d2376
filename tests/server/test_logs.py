"""The log has one line an event, and every line can be read by a program."""

import json
import logging
import os
import subprocess
import sys

import pytest

from scrutiny.server.logs import JsonFormatter
from tests.testshire import Testshire


def record(message: str, *, fault: BaseException | None = None) -> logging.LogRecord:
    """Make a record as a library would."""
    info = (type(fault), fault, fault.__traceback__) if fault else None
    return logging.LogRecord("somebody", logging.WARNING, "file.py", 1, message, None, info)


@pytest.mark.parametrize("message", ["plain", 'a "quoted" word', "two\nlines", "\u2028 and \x1b[31m", "£ – ’", "{}"])
def test_an_event_is_one_line(message: str) -> None:
    """Whatever stands in a message, it neither breaks the line nor forges another."""
    line = JsonFormatter().format(record(message))
    assert line.isprintable()
    assert line.isascii()
    read = json.loads(line)
    assert (read["level"], read["from"], read["event"]) == ("warning", "somebody", message)
    assert read["time"].endswith("+00:00")


def test_a_fault_stands_in_its_line() -> None:
    """The traceback is part of the event."""
    try:
        raise ValueError("a\nb")
    except ValueError:
        line = JsonFormatter().format(record("failed", fault=sys.exception()))
    assert line.isprintable()
    assert "ValueError: a\nb" in json.loads(line)["fault"]


def test_a_server_that_starts_has_read_the_register_and_writes_all_in_one_form(testshire: Testshire) -> None:
    """The first reader does not wait for it, and a library that had a form of its own has none."""
    code = """if True:
        import asyncio, logging
        library = logging.getLogger("library")
        library.addHandler(logging.StreamHandler())
        from scrutiny.server.logs import lifespan

        async def serve():
            async with lifespan(None):
                library.warning("warned")

        asyncio.run(serve())
    """
    variables = os.environ | {"SCRUTINY_DATA": str(testshire.write())}
    done = subprocess.run([sys.executable, "-c", code], env=variables, check=True, capture_output=True, text=True)  # noqa: S603  # our own
    read, *events = [json.loads(line)["event"] for line in done.stderr.splitlines()]
    assert read.startswith("the register is shown as it is now")
    assert events == ["server started", "warned", "server stopped"]
