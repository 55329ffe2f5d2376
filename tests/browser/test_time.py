"""Through time in a real browser: what is new since a meeting, and everything as it was at one."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, dashboard
from tests.browser.reading import CHART, whole
from tests.commands.conftest import run
from tests.testshire import SECOND, Testshire

pytestmark = pytest.mark.browser
FIRST_DAY, SECOND_DAY = "2026-03-25", "2026-06-30"
LINE = "You see everything as it was at the meeting of 25 March 2026."


def keep(made: Testshire, day: str, title: str) -> None:
    """Write the data as it is, and keep it as of a day."""
    result = run("release", "--data", made.write(), "--date", day, "--title", title)
    assert result.exit_code == 0, result.output
    made.texts["register.yaml"] = (made.folder / "register.yaml").read_text("utf-8")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a made-up register that was kept at two meetings: without the second inspection, and with it."""
    made = Testshire(tmp_path_factory.mktemp("time") / "data")
    whole = dict(made.records)
    made.records = {file: records for file, records in whole.items() if not file.startswith(SECOND)}
    made.records |= {"events.yaml": [], "pairs.yaml": []}
    keep(made, FIRST_DAY, "Meeting of 25 March 2026")
    made.records = whole
    keep(made, SECOND_DAY, "Meeting of 30 June 2026")
    made.change("K01", due={"printed": "by the end of the year", "date": "2030-12"}).add_need()
    made.records[f"{SECOND}/actions.yaml"] = []
    made.change("C01", answers=["K01"]).write()
    with dashboard(made.folder) as address:
        yield address


@pytest.fixture
def page(visit: Visit) -> Page:
    """Open the front page as a member does."""
    return whole(visit("/", viewport={"width": 1366, "height": 768}))


def test_what_is_new_is_one_click_from_the_front_page(page: Page) -> None:
    """The line leads to the list; another meeting can be chosen; what is no longer here is read as it was."""
    page.get_by_text("Since the meeting of 30 June 2026:").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What is new since the meeting of 30 June 2026")
    expect(page.get_by_text("1 point added, 2 changed and 1 removed.")).to_be_visible()
    changed = page.locator(".news li").filter(has_text="The Commissioner will write to health services.")
    expect(changed).to_contain_text("Before: 2030")
    expect(changed).to_contain_text("Now: December 2030")
    page.locator(".news").get_by_role("link", name="Officers go to every meeting.").click()
    expect(page.get_by_text("You see everything as it was at the meeting of 30 June 2026.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Officers go to every meeting.")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What is new")
    page.get_by_role("combobox").click()
    page.get_by_role("option", name="Since the meeting of 25 March 2026").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What is new since the meeting of 25 March 2026")
    expect(page).to_have_url(re.compile(rf"/since\?since={FIRST_DAY}$"))
    expect(page.get_by_text("1 letter read")).to_be_visible()


def test_an_earlier_day_goes_along_until_the_reader_comes_back(page: Page, served: str) -> None:
    """Links, the navigation, Share and Back stay with the day; the way back to today keeps the view."""
    page.goto(f"{served}/since?since={FIRST_DAY}")
    whole(page)
    page.get_by_role("link", name="See everything as it was at the meeting of 25 March 2026").click()
    expect(page.get_by_text(LINE)).to_be_visible()
    expect(page.get_by_role("link", name="Second look")).to_have_count(0)
    navigation = page.get_by_test_id("stTopNavLink")
    expect(navigation.filter(has_text="Themes")).to_have_attribute("href", re.compile(rf"as_of={FIRST_DAY}$"))
    navigation.filter(has_text="Themes").click()
    expect(page).to_have_url(f"{served}/themes?as_of={FIRST_DAY}")
    expect(page.get_by_text(LINE)).to_be_visible()
    page.locator(".words li a").first.click()
    expect(page).to_have_url(re.compile(rf"as_of={FIRST_DAY}&entry=2029-first-look\.C09|entry=.*&as_of={FIRST_DAY}"))
    expect(page.locator("[data-view]")).to_have_text(re.compile(rf"as_of={FIRST_DAY}"), use_inner_text=False)
    page.locator(".words .opened").get_by_role("link", name="Full page").click()
    expect(page).to_have_url(re.compile(rf"/entry\?.*as_of={FIRST_DAY}"))
    expect(page.locator(CHART)).to_have_count(0)
    expect(page.locator("article.entry")).to_be_visible()
    expect(whole(page).get_by_text(LINE)).to_be_visible()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/themes\?.*entry="))
    expect(page.locator(".words .opened")).to_have_count(1)
    expect(whole(page).get_by_text(LINE)).to_be_visible()
    page.get_by_role("link", name="Back to today").click()
    expect(page.get_by_text(LINE)).to_have_count(0)
    expect(page).to_have_url(f"{served}/themes?entry=2029-first-look.C09")
    expect(navigation.filter(has_text="Replies")).to_have_attribute("href", re.compile(r"/replies$"))
    whole(page)
    navigation.filter(has_text="Commitments").click()
    expect(page).to_have_url(f"{served}/commitments")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Commitments")
    whole(page)
    page.go_back()
    expect(page).to_have_url(f"{served}/themes?entry=2029-first-look.C09")
    expect(page.locator(".words .opened")).to_have_count(1)
    whole(page)
    page.go_back()
    expect(page.get_by_text(LINE)).to_be_visible()


def test_a_download_of_an_earlier_day_is_of_that_day(page: Page, served: str, tmp_path: Path) -> None:
    """Everything as JSON is what it was, and a printed page says where it is from."""
    page.goto(f"{served}/about?as_of={FIRST_DAY}&part=data")
    whole(page)
    expect(page.get_by_text(LINE)).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Everything as JSON").click()
    download.value.save_as(tmp_path / "then.json")
    then = json.loads((tmp_path / "then.json").read_text("utf-8"))
    assert [one["id"] for one in then["inspections"]] == ["2029-first-look"]
    foot = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--foot-address')")
    assert f"as_of={FIRST_DAY}" in re.sub(r"\\([0-9a-f]+) ", lambda number: chr(int(number[1], 16)), foot)


ASKED = "What did health services reply to the Commissioner?"
CAME = "The office told the Panel in a letter."
COMMENT = "Since June a nurse has been at every planning meeting."
MEETINGS = ("2030-09-11", "2030-10-09", "2030-11-06")
NAMES = dict(zip(MEETINGS, ("11 September 2030", "9 October 2030", "6 November 2030"), strict=True))


def three_meetings(made: Testshire) -> None:
    """Keep what there was at each of three meetings: nothing asked, asked and promised, answered and commented on."""
    made.add_panel()
    panel = made.records.pop("panel.yaml")
    asked, comment = panel["asked"], panel["comments"][0] | {"date": "2030-10-21"}
    came = {"date": "2030-10-20", "summary": CAME, "address": "https://example.org/letter"}

    def at(day: str, reviewed: str, **lists: list[dict[str, Any]]) -> None:
        if lists:
            made.records["panel.yaml"] = {"meetings": [one for one in panel["meetings"] if one["date"] < day]} | lists
        text = made.texts.get("register.yaml") or made.text_of("register.yaml")
        made.texts["register.yaml"] = re.sub(r"reviewed_on: .*", f"reviewed_on: {reviewed}", text)
        made.write()

    at(MEETINGS[0], "2030-09-10")
    keep(made, MEETINGS[0], f"Meeting of {NAMES[MEETINGS[0]]}")
    at(MEETINGS[1], "2030-10-08", asked=asked[:1], comments=[])
    keep(made, MEETINGS[1], f"Meeting of {NAMES[MEETINGS[1]]}")
    at(MEETINGS[2], "2030-11-05", asked=[asked[0] | {"came": [came]}, asked[2]], comments=[comment])
    keep(made, MEETINGS[2], f"Meeting of {NAMES[MEETINGS[2]]}")
    at("2030-12-01", "2030-11-15", asked=[asked[0] | {"came": [came]}, *asked[2:4]], comments=[comment])


def test_what_was_asked_is_followed_through_three_meetings(
    visit: Visit, testshire: Testshire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked, promised, not there by its date, answered; a comment beside the words; and what was new each time."""
    monkeypatch.setenv("SCRUTINY_TODAY", "2030-12-01")
    three_meetings(testshire)
    with dashboard(testshire.folder, today="2030-12-01") as address:
        page = whole(visit(f"{address}/?as_of={MEETINGS[1]}", viewport={"width": 1366, "height": 768}))
        asked, news = page.locator(".asked"), page.locator(".news")
        heading = page.get_by_role("heading", level=1)

        # at the second meeting: what was asked at the first, and nothing on file by the day that was promised
        page.get_by_text(f"Since the meeting of {NAMES[MEETINGS[0]]}:").get_by_role("link").click()
        expect(heading).to_have_text(f"What is new since the meeting of {NAMES[MEETINGS[0]]}")
        expect(news).to_contain_text(ASKED)
        page.get_by_role("link", name="Questions", exact=True).click()
        expect(asked).to_contain_text("Promised for 7 October 2030; nothing on file by 8 October 2030.")
        expect(asked).not_to_contain_text(CAME)

        # at the third: it came, and the office comments on the point
        page.goto(f"{address}/since?as_of={MEETINGS[2]}")
        whole(page)
        expect(heading).to_have_text(f"What is new since the meeting of {NAMES[MEETINGS[1]]}")
        expect(news.locator("li").filter(has_text=ASKED)).to_contain_text(CAME)
        expect(news).to_contain_text(COMMENT)
        news.get_by_role("link", name=ASKED).click()
        expect(heading).to_have_text("The Commissioner will write to health services.")
        page.goto(f"{address}/entry?id=2030-second-look.C01&as_of={MEETINGS[2]}")
        whole(page)
        expect(page.locator("article.entry .comment")).to_contain_text(COMMENT)

        # as of the first meeting nothing of it is there
        page.goto(f"{address}/entry?id=2030-second-look.C01&as_of={MEETINGS[0]}")
        whole(page)
        expect(page.get_by_text(f"as it was at the meeting of {NAMES[MEETINGS[0]]}.")).to_be_visible()
        expect(page.locator("article.entry .comment")).to_have_count(0)
        page.get_by_role("link", name="Questions", exact=True).click()
        expect(heading).to_have_text("Questions for the meeting")
        expect(page.get_by_text(ASKED)).to_have_count(0)

        # and today
        page.get_by_role("link", name="Back to today").click()
        expect(asked).to_contain_text(CAME)
        page.get_by_role("link", name="Overview", exact=True).click()
        page.get_by_text(f"Since the meeting of {NAMES[MEETINGS[2]]}:").get_by_role("link").click()
        expect(news).to_contain_text("What has changed since officers go to meetings?")
        expect(news).not_to_contain_text(ASKED)
