"""Health: whether there is a register to show, and which."""

import json
from pathlib import Path

import pytest
from starlette.applications import Starlette

from scrutiny import store
from scrutiny.server.routes import ROUTES
from tests.server.asgi import Answer, ask
from tests.testshire import Testshire


def health(data: Path, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Ask a server of a folder for its health."""
    monkeypatch.setenv("SCRUTINY_DATA", str(data))
    return ask(Starlette(routes=ROUTES), "/healthz")


def test_health_with_a_register(testshire: Testshire, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is well, and names the register, so that copies of the server can be compared."""
    answer = health(testshire.write(), monkeypatch)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/json")
    assert json.loads(answer.body) == {
        "register": store.current_snapshot().digest,
        "reviewed_on": "2030-11-15",
        "problems": 0,
    }


def test_health_while_edited(testshire: Testshire, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files with errors do not take a server away that still has a good register; their number is told."""
    folder = testshire.write()
    good = json.loads(health(folder, monkeypatch).body)
    (folder / "pairs.yaml").unlink()
    (folder / "events.yaml").unlink()
    with store._ASKING:
        looked_after = store._store(folder)
    looked_after.look(1e9)
    looked_after.look(2e9)
    answer = health(folder, monkeypatch)
    assert answer.status == 200
    assert json.loads(answer.body) == good | {"problems": 2}


def test_health_without_a_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that was started on bad data is not well: a deployment does not switch to it."""
    answer = health(tmp_path, monkeypatch)
    assert answer.status == 503
    assert json.loads(answer.body) == {"register": None, "reviewed_on": None, "problems": 8}


@pytest.mark.parametrize("good", [True, False])
def test_health_is_never_kept(
    testshire: Testshire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, good: bool
) -> None:
    """No cache on the way answers for the server."""
    answer = health(testshire.write() if good else tmp_path / "none", monkeypatch)
    assert answer.headers["cache-control"] == "no-store"


def test_health_of_head(testshire: Testshire, monkeypatch: pytest.MonkeyPatch) -> None:
    """A load balancer may ask for the status alone."""
    monkeypatch.setenv("SCRUTINY_DATA", str(testshire.write()))
    answer = ask(Starlette(routes=ROUTES), "/healthz", method="HEAD")
    assert answer.status == 200
