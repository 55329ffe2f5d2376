"""What is measured of loading is done: a register is read whole, and a changed file is read again."""

from pathlib import Path

import pytest

from bench import measured
from tests.testshire import Testshire


@pytest.mark.parametrize("what", measured.MEASURED)
def test_each_is_done(testshire: Testshire, what: str) -> None:
    """Each gives the seconds that it took, twice over the same folder."""
    folder = testshire.write()
    assert [measured.MEASURED[what](folder) >= 0 for _ in range(2)] == [True, True]


def test_a_register_with_errors_is_not_measured(testshire: Testshire) -> None:
    """A figure of half a load would be too good."""
    folder = testshire.change("C09", themes=["nowhere"]).write()
    with pytest.raises(RuntimeError, match="has errors"):
        measured.whole(folder)


def test_a_change_that_is_not_read_is_told(testshire: Testshire, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing was read again, there is no figure."""
    monkeypatch.setattr(measured, "_change_one", lambda _: None)
    with pytest.raises(RuntimeError, match="was not read"):
        measured.again(testshire.write())


def test_a_change_of_a_file_can_be_taken_back(testshire: Testshire) -> None:
    """The second change gives the file as it was, so that any number of rounds are alike."""
    folder = testshire.write()
    before = _texts(folder)
    measured.again(folder)
    changed = _texts(folder)
    measured.again(folder)
    assert before != changed
    assert _texts(folder) == before


def _texts(folder: Path) -> list[str]:
    return [path.read_text("utf-8") for path in sorted(folder.rglob("findings.yaml"))]
