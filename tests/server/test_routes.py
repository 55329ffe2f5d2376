"""The routes: the health of the server; the open data, with tags, and plain words where there is none."""

import csv
import io
import json
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.types import ASGIApp

from scrutiny import store
from scrutiny.exports import open_data
from scrutiny.exports.json import register_json
from scrutiny.exports.schema import schema
from scrutiny.exports.tables import WHAT, columns
from scrutiny.register.loading import load
from scrutiny.register.register import Register
from scrutiny.server.routes import ROUTES, files_of
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
    assert json.loads(answer.body) == {"register": None, "reviewed_on": None, "problems": 10}


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


@pytest.fixture
def app(testshire: Testshire, monkeypatch: pytest.MonkeyPatch) -> ASGIApp:
    """Give an application that serves the made-up register."""
    monkeypatch.setenv("SCRUTINY_DATA", str(testshire.write()))
    return Starlette(routes=ROUTES)


def test_the_index_describes_every_file(app: ASGIApp) -> None:
    """Each file that it lists is there, of the type and the length that it says."""
    answer = ask(app, "/open/index.json")
    assert (answer.status, answer.headers["content-type"]) == (200, "application/json")
    index = json.loads(answer.body)
    names = [file["address"] for file in index["files"]]
    assert names == ["register.json", "register.schema.json", "feed.xml", *(f"{kind}.csv" for kind in WHAT)]
    for file in index["files"]:
        found = ask(app, f"/open/{file['address']}")
        assert (found.status, found.headers["content-type"]) == (200, file["media_type"])
        assert len(found.body) == file["bytes"]


def test_the_index_says_what_may_be_done(app: ASGIApp) -> None:
    """Licence, the note on excerpts, the day of review and the schema stand there."""
    index = json.loads(ask(app, "/open/index.json").body)
    assert index["licence"]["address"] == "https://creativecommons.org/licenses/by/4.0/"
    assert "Quotations come" in index["licence"]["note"]
    assert index["reviewed_on"] == "2030-11-15"
    assert index["files"][0]["schema"] == "register.schema.json"


def test_the_index_describes_rows_and_columns(app: ASGIApp) -> None:
    """Each table has the columns and as many rows as the index says, each column explained."""
    index = json.loads(ask(app, "/open/index.json").body)
    files = {file["address"]: file for file in index["files"]}
    for kind in WHAT:
        file, answer = files[f"{kind}.csv"], ask(app, f"/open/{kind}.csv")
        heads, *rows = csv.reader(io.StringIO(answer.body.decode("utf-8-sig"), newline=""))
        assert [column["name"] for column in file["columns"]] == heads == list(columns(kind))
        assert all(column["meaning"] for column in file["columns"])
        assert len(rows) == file["rows"]


def test_the_register_and_its_schema_are_those_of_the_exports(app: ASGIApp, register: Register) -> None:
    """The same bytes come from the command line and from the server."""
    assert ask(app, "/open/register.json").body.decode() == register_json(register)
    assert json.loads(ask(app, "/open/register.schema.json").body) == schema()


def test_who_has_the_bytes_gets_none(app: ASGIApp) -> None:
    """304 without a body for the tag of the answer, alone, weak or among others; 200 for any other."""
    tag = ask(app, "/open/findings.csv").headers["etag"]
    for asked in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        answer = ask(app, "/open/findings.csv", headers={"If-None-Match": asked})
        assert (answer.status, answer.body, answer.headers["etag"]) == (304, b"", tag)
    assert ask(app, "/open/findings.csv", headers={"If-None-Match": '"other"'}).status == 200


def test_a_tag_changes_with_the_bytes(app: ASGIApp, testshire: Testshire) -> None:
    """After an edit the tag of a file that it concerns is another; that of any other file is the same."""
    before = {name: ask(app, f"/open/{name}").headers["etag"] for name in ("findings.csv", "figures.csv")}
    testshire.change("C09", summary="Meetings lacked some people who were needed.").write()
    store._store.cache_clear()  # as after the moment of quiet that an edit needs to show
    after = {name: ask(app, f"/open/{name}").headers["etag"] for name in ("findings.csv", "figures.csv")}
    assert before["findings.csv"] != after["findings.csv"]
    assert before["figures.csv"] == after["figures.csv"]


def test_any_site_may_read_and_must_ask_again(app: ASGIApp) -> None:
    """The data is open to pages of other sites; a kept copy is asked about each time."""
    headers = ask(app, "/open/register.json").headers
    assert headers["access-control-allow-origin"] == "*"
    assert headers["cache-control"] == "public, no-cache"


def test_head_is_answered_and_writing_is_not(app: ASGIApp) -> None:
    """HEAD has the headers of GET; nothing can be sent."""
    got, asked = (ask(app, "/open/pairs.csv", method=method) for method in ("GET", "HEAD"))
    assert (asked.status, asked.headers) == (200, got.headers)
    assert ask(app, "/open/pairs.csv", method="POST").status == 405


def test_an_unknown_name_is_told_in_json(app: ASGIApp) -> None:
    """404, with the way to the index, and nothing of what was asked."""
    for name in ("scores.csv", "findings", "FINDINGS.CSV", "<script>", "..", "a" * 5000):
        answer = ask(app, f"/open/{name}")
        assert (answer.status, answer.headers["content-type"]) == (404, "application/json")
        assert json.loads(answer.body) == {"error": "There is no file of this name. /open/index.json lists all."}
        assert answer.headers["cache-control"] == "no-store"


def test_without_a_good_register_there_is_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """503 and a plain sentence, which nobody keeps."""
    monkeypatch.setenv("SCRUTINY_DATA", str(tmp_path))
    answer = ask(Starlette(routes=ROUTES), "/open/index.json")
    assert (answer.status, answer.headers["cache-control"]) == (503, "no-store")
    assert json.loads(answer.body)["error"].startswith("There is no register to give at the moment")


def test_files_are_made_once_for_each_register(testshire: Testshire, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second reader costs no work; another register is made anew."""
    made: list[Register] = []
    real = open_data.open_files
    monkeypatch.setattr("scrutiny.server.routes.open_files", lambda one: made.append(one) or real(one))
    folder = testshire.write()
    first, other = (load(folder).register for _ in range(2))
    assert first is not None
    assert other is not None
    assert files_of(first) is files_of(first)
    files_of(other)
    assert [one is first for one in made] == [True, False]
