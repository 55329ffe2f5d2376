"""A view of an earlier day is the view of that day: the same pages and files, whatever has been written since."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from random import Random

import pytest
import streamlit as st

from scrutiny import store
from scrutiny.analysis.choice import Choice
from scrutiny.exports.formats import make_file
from scrutiny.register.register import Register
from scrutiny.ui.shell.templates import with_day
from tests.app import ROOT, AppTest, page_of
from tests.commands.conftest import run
from tests.made_up import by_chance
from tests.shown import shown
from tests.test_words import FORBIDDEN
from tests.testshire import Testshire

DAYS = ("2030-06-30", "2030-09-30", "2030-12-15")
TODAY = "2031-03-01"
PAGES = {
    "overview": {}, "inspection": {}, "themes": {}, "replies": {}, "commitments": {}, "then-and-since": {},
    "timeline": {}, "questions": {}, "present": {}, "search": {"q": "said"}, "about": {}, "since": {},
    "entry": {"id": "2030-second-look.reply"},
}  # fmt: skip
FORMS = (("json", "docx"), ("csv", "annex"), ("xlsx", "pptx"))
"""The files of a register, a pair for each that is made by chance."""


class History:
    """A folder that is written anew for each of several meetings, and what was to be seen at each of them."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Begin with nothing written."""
        self.folder = folder
        self._monkeypatch = monkeypatch
        monkeypatch.setenv("SCRUTINY_DATA", str(folder))
        monkeypatch.chdir(ROOT)

    def write(self, seed: int) -> None:
        """Write what is known by now, with the list of what was kept."""
        made = by_chance(self.folder, seed)
        if (self.folder / "register.yaml").exists():
            before = (self.folder / "register.yaml").read_text("utf-8")
            made.texts["register.yaml"] = made.text_of("register.yaml") + before[before.find("releases:") :]
        made.write()
        for inspection in (self.folder / "inspections").iterdir():
            for file in inspection.iterdir():
                if f"inspections/{inspection.name}/{file.name}" not in made.records:
                    file.unlink()
            if not list(inspection.iterdir()):
                inspection.rmdir()

    def release(self, day: str) -> None:
        """Keep it as of a day."""
        self.today(day)
        result = run("release", "--data", self.folder, "--title", f"Meeting at {day}")
        assert result.exit_code == 0, result.output

    def today(self, day: str) -> None:
        """Let it be another day, for a server that has just been started."""
        self._monkeypatch.setenv("SCRUTINY_TODAY", day)
        st.cache_resource.clear()
        store._store.cache_clear()

    def page(self, name: str, **query: str) -> AppTest:
        """Open a page."""
        page = page_of(name, **query).run()
        assert not page.exception
        return page


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    """Give a folder to write to."""
    return History(tmp_path / "data", monkeypatch)


def files(register: Register, day: str, forms: Iterable[str]) -> dict[str, object]:
    """Make files of a register as of a day."""
    return {form: make_file(form, register, Choice(), date.fromisoformat(day)) for form in forms}


def seen(page: AppTest, day: str) -> list[str]:
    """Return all that a page shows but that it is of an earlier day: the line that says so, and the day in links."""
    texts = [text for text in shown(page) if "Back to today" not in text]
    for element in page.main:
        value = getattr(element, "value", None)
        if element.type == "html" and isinstance(value, str) and "Back to today" not in value:
            texts += re.findall(r'(?<=\shref=")[^"]*', re.sub(rf"(&amp;)?as_of={day}(&amp;)?", "", value))
    return [text.replace(f"as_of={day}", "").rstrip("?&") for text in texts]


@pytest.mark.parametrize(("seed", "forms"), [*enumerate(FORMS)])
def test_the_view_as_of_a_day_is_the_view_of_that_day(history: History, seed: int, forms: tuple[str, ...]) -> None:
    """Any register, any release: it is the same, each page has the same words and links, each file the same bytes."""
    chance = Random(seed)  # noqa: S311  # nothing here is secret
    names = [*chance.sample(sorted(PAGES), 4), "overview", "since"]
    was: dict[str, dict[str, object]] = {}
    for place, day in enumerate(DAYS):
        history.write(seed * 10 + place)
        history.today(day)
        register = store.current_snapshot().register
        assert register is not None
        was[day] = {name: seen(history.page(name, **PAGES[name]), day) for name in names}
        was[day] |= {"register": register} | files(register, day, forms)
        history.release(day)
    assert len({str(then) for then in was.values()}) == len(DAYS)
    history.write(seed * 10 + 9)
    history.today(TODAY)
    for day, then in was.items():
        page = history.page("overview", as_of=day)
        register = page.session_state["the earlier day that this view shows, and the register of then"][1].register
        now: dict[str, object] = {name: seen(history.page(name, as_of=day, **PAGES[name]), day) for name in names}
        now |= {"register": register} | files(register, day, forms)
        assert {name for name in then if then[name] != now[name]} == set()


def test_a_day_between_has_what_was_kept_before_it(history: History) -> None:
    """The release before it is shown, with that day as today, and what is new since it is nothing."""
    history.write(1)
    history.release(DAYS[0])
    history.write(2)
    history.today(TODAY)
    page = history.page("since", as_of="2030-08-01")
    text = " ".join(shown(page))
    assert (
        "You see everything as it was on 1 August 2030, as kept for the meeting at 2030-06-30 (30 June 2030)." in text
    )
    assert "What is new since the meeting at 2030-06-30 (30 June 2030) Nothing new." in text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("soon", "Part of the link was left out, as it leads to nothing here: soon"),
        ("2030-13-01", "Part of the link was left out, as it leads to nothing here: 2030-13-01"),
        ("20300630", "Part of the link was left out, as it leads to nothing here: 20300630"),
        ("2030-06-29", "Nothing was kept on 29 June 2030 or before. You see everything as it is today."),
        ("2031-03-02", "2 March 2031 has not come yet. You see everything as it is today."),
        ("0001-01-01", "Nothing was kept on 1 January 1 or before. You see everything as it is today."),
    ],
)
def test_a_day_that_cannot_be_shown_is_told_in_a_sentence(history: History, asked: str, told: str) -> None:
    """Today's data is shown, and no link asks for such a day."""
    history.write(1)
    history.release(DAYS[0])
    history.today(TODAY)
    today = seen(history.page("overview"), asked)
    page = history.page("overview", as_of=asked)
    assert told in shown(page)
    assert [text for text in seen(page, asked) if text != told.replace(f"as_of={asked}", "")] == today
    assert page.session_state["what this view shows"].shown == {}


def test_what_can_no_longer_be_read_is_told_in_a_sentence(history: History) -> None:
    """An archive that was changed stops no page of today, and nothing says what is new since it."""
    history.write(1)
    history.release(DAYS[0])
    (history.folder / "releases" / f"{DAYS[0]}.zip").write_bytes(b"other")
    history.today(TODAY)
    text = " ".join(shown(history.page("overview", as_of="2030-07-01")))
    assert "What was kept of 30 June 2030 cannot be shown. You see everything as it is today." in text
    assert "Since the meeting" not in text
    text = " ".join(shown(history.page("since")))
    assert "What was kept of that day cannot be shown." in text


def test_what_is_mended_is_read_again(history: History) -> None:
    """A release is read once, and again when its file has changed."""
    history.write(1)
    history.release(DAYS[0])
    history.today(TODAY)
    archive = history.folder / "releases" / f"{DAYS[0]}.zip"
    content = archive.read_bytes()
    snapshot = store.current_snapshot()
    assert snapshot.register is not None
    release = snapshot.register.settings.releases[0]
    first = store.release_snapshot(release)
    assert store.release_snapshot(release) is first
    archive.write_bytes(b"other")
    broken = store.release_snapshot(release)
    assert (broken.register, len(broken.errors)) == (None, 1)
    archive.write_bytes(content)
    assert store.release_snapshot(release).register == first.register


def test_what_is_new_is_said_in_the_words_of_readers(history: History) -> None:
    """On the front page in a line, and at length with what each field said and says; what was kept is a click away."""
    history.write(1)
    history.release(DAYS[0])
    history.write(2)
    history.today(TODAY)
    name = f"the meeting at {DAYS[0]} (30 June 2030)"
    assert re.search(rf"Since {re.escape(name)}: [^.]*\d+ points? added", " ".join(shown(history.page("overview"))))
    page = history.page("since")
    texts = shown(page)
    assert f"What is new since {name}" in texts[0]
    assert not [text for text in texts if FORBIDDEN.search(text)]
    text = " ".join(texts)
    for told in (
        "Added",
        "Changed",
        "No longer here",
        "Before:",
        "Now:",
        "How this is counted",
        f"as it was at {name}",
    ):
        assert told in text
    links = re.findall(r'(?<=href=")[^"]*', " ".join(str(one.value) for one in page.main if one.type == "html"))
    assert any(re.fullmatch(r"entry\?id=[\w.-]+", link) for link in links)
    assert any(re.fullmatch(rf"entry\?id=[\w.-]+&amp;as_of={DAYS[0]}", link) for link in links)
    removed = next(link for link in links if re.search(rf"\.[CSAK]\d+&amp;as_of={DAYS[0]}", link))
    full_id = removed.partition("id=")[2].partition("&")[0]
    assert "We cannot find that point" in " ".join(shown(history.page("entry", id=full_id)))
    assert "Something is said here" in " ".join(shown(history.page("entry", id=full_id, as_of=DAYS[0])))


def test_thousands_of_changes_come_in_sheets(history: History) -> None:
    """No more rows are sent at once than of any other list, and each sheet says what it is of."""
    made = Testshire(history.folder)
    made.write()
    history.release(DAYS[0])
    made.texts["register.yaml"] = (history.folder / "register.yaml").read_text("utf-8")
    for number in range(2, 902):
        made.add("inspections/2030-second-look/findings.yaml", "S01", id=f"S{number:03}")
    made.write()
    history.today(TODAY)
    page = history.page("since")
    text = " ".join(shown(page))
    assert "900 points added" in text
    assert "(200 of 900)" in text
    assert "Rows 1 to 200 of 900" in text
    assert text.count("Officers are well trained.") == 200


def test_without_releases_nothing_of_it_shows(history: History) -> None:
    """No line, no link, no choice; and the page of what is new says that there is nothing to compare with."""
    history.write(1)
    history.today(TODAY)
    assert "since" not in " ".join(shown(history.page("overview"))).lower().replace("then and since", "")
    text = " ".join(shown(history.page("since")))
    assert "There is no earlier day to compare with yet." in text


LINKS = {
    '<a href="entry?id=a.C01" data-here>x</a>': '<a href="entry?id=a.C01&amp;as_of=2030-01-02" data-here>x</a>',
    '<a class="unit" href="about">x</a>': '<a class="unit" href="about?as_of=2030-01-02">x</a>',
    '<a href=".">x</a>': '<a href=".?as_of=2030-01-02">x</a>',
    '<a href="then-and-since?a=1&amp;b=2">': '<a href="then-and-since?a=1&amp;b=2&amp;as_of=2030-01-02">',
}
OTHERS = (
    '<a href="?entry=a.C01" data-here>', '<a href="#top">', '<a href="https://example.org/a?b=c">',
    '<a href="../open/register.json">', '<a href="entry?id=a&amp;as_of=2029-01-01">', 'href=&#34;about&#34;',
    '<p data-href="about">',
)  # fmt: skip


def test_links_to_pages_ask_for_the_day() -> None:
    """Links within the view have it already, and those that lead elsewhere have no use for it."""
    assert {link: with_day(link, "2030-01-02") for link in LINKS} == LINKS
    assert [with_day(link, "2030-01-02") for link in OTHERS] == list(OTHERS)
