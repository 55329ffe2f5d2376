"""The sheet of questions in a browser: what a member writes survives Back, the menu and a reload."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.reading import whole

pytestmark = pytest.mark.browser
MINE = "Commissioner, has health agreed to come?"
OWN = "What will you publish?"


def questions(page: Page) -> list[str]:
    """Give the questions on the sheet in their order."""
    return page.locator("ol.questions > li > div > p:first-child").all_inner_texts()


def wait_for_order(page: Page, *texts: str) -> None:
    """Wait until the sheet begins with these questions."""
    for number, text in enumerate(texts):
        expect(page.locator("ol.questions > li > div > p:first-child").nth(number)).to_have_text(text)


def test_a_members_words_survive_back_the_menu_and_a_reload(visit: Visit) -> None:
    """Reworded, with an own question, and in another order: the address has it all."""
    page = whole(visit("/questions?pick=Q01%2CQ02"))
    page.get_by_role("link", name="Edit question 2").click()
    page.get_by_label("Question 2", exact=True).fill(MINE)
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(re.compile("sheet="))
    page.get_by_label("Write your own question").fill(OWN)
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("ol.questions > li")).to_have_count(3)
    page.get_by_role("link", name="Move question 3 up").click()
    wait_for_order(page, questions(page)[0], OWN, MINE)
    expect(page.get_by_role("link", name="Move question 2 up")).to_be_focused()
    page.reload()
    expect(page.locator("ol.questions > li")).to_have_count(3)
    wait_for_order(page, questions(page)[0], OWN, MINE)
    page.go_back()
    wait_for_order(page, questions(page)[0], MINE, OWN)
    page.get_by_role("link", name="About", exact=True).click()
    expect(page.locator("h1")).not_to_have_text("Questions for the meeting")
    page.get_by_role("link", name="Questions", exact=True).first.click()
    expect(page.locator("ol.questions > li")).to_have_count(3)
    wait_for_order(page, questions(page)[0], MINE, OWN)


def test_a_reworded_question_is_shown_on_the_slide(visit: Visit) -> None:
    """From the sheet to the projector it is two clicks."""
    page = whole(visit("/questions?pick=Q01"))
    page.get_by_role("link", name="Edit question 1").click()
    page.get_by_label("Question 1", exact=True).fill(MINE)
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(re.compile("sheet="))
    whole(page)
    page.get_by_role("link", name="Show as slides").click()
    page.get_by_role("link", name="Slide 1:").click()
    expect(page.locator(".slide li").first).to_contain_text(MINE)
