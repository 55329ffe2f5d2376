"""The panel in a browser: asked, promised, nothing on file yet, then answered; a comment beside the words."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, dashboard
from tests.browser.reading import at_rest, turn, whole
from tests.testshire import Testshire

pytestmark = pytest.mark.browser
ASKED = "Asked on 11 September 2030"
COMMENT = "Comment by the Police and Crime Commissioner, 3 October 2030"
OPENED = ".asked li.opened"


def test_what_was_asked_is_followed_to_its_answer(visit: Visit, testshire: Testshire) -> None:
    """From the sheet to what was asked, to the point with its comment and back; what comes shows by itself."""
    with dashboard(testshire.add_panel().write()) as address:
        page = visit(f"{address}/_stcore/health", viewport={"width": 1366, "height": 768})
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{address}/questions?pick=Q01")
        whole(page)
        questions = page.locator(".asked h3")
        expect(questions.first).to_have_text("What did health services reply to the Commissioner?")
        page.locator("ol.questions").get_by_role("link", name=ASKED).click()
        opened = page.locator(OPENED)
        expect(opened).to_contain_text("Promised for 7 October 2030; nothing on file by 15 November 2030.")
        expect(opened.locator("h3")).to_be_focused()
        expect(opened).to_be_in_viewport()
        assert "pick=Q01" in page.url

        opened.get_by_role("link", name="paragraph 2").click()
        expect(page.locator("h1")).to_have_text("Planning in the MASH lacked health services.")
        card = page.locator("article.entry")
        expect(card).to_contain_text(f"{ASKED}; promised for 7 October 2030; nothing on file by 15 November 2030.")
        words, comment = card.locator("blockquote").first, card.locator(".comment")
        expect(comment).to_contain_text(COMMENT)
        assert words.bounding_box()["y"] < comment.bounding_box()["y"]  # type: ignore[index]  # both are shown

        came = {
            "date": "2030-11-14",
            "summary": "The office told the Panel in a letter.",
            "address": "https://example.org",
        }
        testshire.change("B01", came=[came]).write()
        expect(card).to_contain_text(
            "promised for 7 October 2030. 14 November 2030: The office told the Panel in a letter."
        )
        card.get_by_role("link", name="The question").click()
        expect(page.locator("h1")).to_have_text("Questions for the meeting")
        expect(page.locator(".asked details[open] li.opened")).to_contain_text("The office told the Panel in a letter.")
        expect(page.locator(OPENED)).to_be_in_viewport()
        expect(questions.first).to_have_text("What has changed since officers go to meetings?")

        page.get_by_role("link", name="Overview", exact=True).click()
        expect(page.locator(".front .comment")).to_contain_text("Comment by Testshire Police, 1 November 2030")
        (testshire.folder / "panel.yaml").unlink()
        expect(page.locator(".front .comment")).to_have_count(0)
        page.get_by_role("link", name="Questions", exact=True).first.click()
        expect(page.locator("h1")).to_have_text("Questions for the meeting")
        expect(page.get_by_text(re.compile("^Asked"))).to_have_count(0)
        assert errors == []


def test_nothing_runs_out_of_the_screen(visit: Visit, testshire: Testshire) -> None:
    """At the width of a phone, a tablet and a laptop, also where a comment is as long as it may be."""
    testshire.add_panel().change("W01", text="Supercalifragilisticexpialidocious" * 5 + " word" * 98 + ".")
    with dashboard(testshire.write()) as address:
        page = whole(visit(f"{address}/present"))
        for view in (
            "questions",
            "entry?id=2030-second-look.C01",
            "inspection?inspection=2030-second-look&entry=2030-second-look.C01",
        ):
            whole(turn(page, f"/{view}"))
            for width in (390, 820, 1366):
                page.set_viewport_size({"width": width, "height": 844})
                expect(page.locator(".asked, .comment").first).to_be_visible()
                wide = at_rest(page, "() => document.querySelector('[data-testid=stMain]').scrollWidth")
                assert wide <= width, view
