"""The log has one line an event, and every line can be read by a program."""

import json
import logging
import sys

import pytest

from scrutiny.server.logs import JsonFormatter


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
