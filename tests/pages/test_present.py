"""The Present page: what is chosen is in the address, and a slide stands alone."""

import re
from collections.abc import Collection

import pytest

from scrutiny.analysis.batches import BATCH_SIZE
from scrutiny.slides.deck import build_deck
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.slide import DEFAULT_PARTS, Part, Slide
from tests.pages.conftest import OpenPage, words
from tests.testshire import Testshire


@pytest.fixture(autouse=True)
def _with_a_question(testshire: Testshire) -> None:
    """Give the slides something to ask about."""
    testshire.change("K01", due=None)


def headlines(said: str) -> list[str]:
    """Return the headlines of the slides on a page, in their order."""
    return re.findall(r'class="slide-headline"[^>]*>([^<]*)<', said)


def number_of_slides(open_page: OpenPage, **query: str) -> int:
    """Return how many slides an address gives."""
    return len(headlines(words(open_page("present", **query))))


def test_slides_are_shown_in_small_and_can_be_downloaded(open_page: OpenPage) -> None:
    """Before the meeting there is what they are about, one way in, the notes, the slides in small, and the files."""
    page = open_page("present")
    assert not page.exception
    said = words(page)
    found = headlines(said)
    assert f"{len(found)} slides about Second look." in said
    assert 1 < len(found) <= 12
    assert said.count("data-present") == said.count("data-beside") == 1
    assert said.count('" inert>') == len(found) == said.count('data-here aria-label="Slide ')
    assert "Slides (PowerPoint)" in [button.proto.label for button in page.get("download_button")]


def test_slides_are_about_the_newest_local_inspection_by_default(open_page: OpenPage, testshire: Testshire) -> None:
    """A newer national one is chosen by hand; so are all."""
    testshire.records["inspections/2030-second-look/inspection.yaml"]["scope"] = "national"
    page = open_page("present")
    assert "slides about First look." in words(page)
    choice = page.segmented_control[0]
    assert choice.options == ["First look", "Second look", "All inspections"]
    assert choice.value == "2029-first-look"
    choice.set_value("2030-second-look").run()
    assert dict(page.query_params)["inspection"] == "2030-second-look"
    assert "slides about Second look." in words(page)
    page.segmented_control[0].set_value("all").run()
    assert "slides about First look and Second look." in words(page)


def test_more_than_five_choices_are_a_box(open_page: OpenPage, testshire: Testshire) -> None:
    """Beside one another they would not fit; the newest stands first and all last."""
    testshire.add_inspections(4)
    box = open_page("present").selectbox[0]
    assert box.options[0] == "Look of 2034"
    assert box.options[-1] == "All inspections"
    assert len(box.options) == 7


def test_what_is_chosen_makes_the_slides(open_page: OpenPage) -> None:
    """Inspections, themes and parts come from the address."""
    page = open_page("present", inspection="2029-first-look,2030-second-look", themes="workforce", part="title,limits")
    said = words(page)
    assert "2 slides about First look and Second look: Skills and training." in said
    assert re.findall('data-part="([a-z]+)"', said) == ["title", "limits"]
    assert "Showing only:" in said


def test_parts_are_added_and_left_out(open_page: OpenPage) -> None:
    """All parts but the appendix are there by default; the address names the parts only once they are changed."""
    page = open_page("present")
    before = len(headlines(words(page)))
    parts = page.button_group("filter part")
    assert parts.value == [str(part) for part in DEFAULT_PARTS if part is not Part.RECOMMENDATIONS]
    parts.set_value([*parts.value, "appendix"]).run()
    assert dict(page.query_params) == {"part": ",".join(part for part in Part if part is not Part.RECOMMENDATIONS)}
    assert 'data-part="appendix"' in words(page)
    page.button_group("filter part").set_value(["title"]).run()
    assert len(headlines(words(page))) == 1 < before


def test_the_meeting_is_in_the_address_and_on_the_first_slide(open_page: OpenPage) -> None:
    """Its day and the item may stay empty; what a link brings is cleaned."""
    page = open_page("present")
    page.text_input("filter meeting").set_value("5 December 2030").run()
    page.text_input("filter item").set_value("7").run()
    assert dict(page.query_params) == {"meeting": "5 December 2030", "item": "7"}
    assert "5 December 2030 · Agenda item: 7" in words(page)
    assert "Showing only:" not in words(page)
    assert "1  2" not in words(open_page("present", meeting="1 \u2028 2"))
    assert 'href="?part=title&amp;meeting=1&amp;slide=1"' in words(open_page("present", meeting="1", part="title"))


def test_dark_is_chosen(open_page: OpenPage) -> None:
    """Slides are light unless the address says otherwise."""
    assert 'class="slide dark"' not in words(open_page("present", slide="1"))
    assert 'class="slide dark"' in words(open_page("present", slide="1", dark="1"))


def test_links_to_slides_keep_what_is_chosen(open_page: OpenPage) -> None:
    """The way to a slide holds the choice, so that a reload or a second screen shows the same slides."""
    said = words(open_page("present", part="title,limits"))
    assert 'href="?part=title%2Climits&amp;slide=1"' in said
    assert 'href="?part=title%2Climits&amp;slide=1&amp;notes=1"' in said


@pytest.mark.parametrize("asked", ["1", "3", "99", "0", "-2", "x", "³", "9" * 400])
def test_a_slide_stands_alone(open_page: OpenPage, asked: str) -> None:
    """The number in the address opens a slide, the nearest that there is, and nothing of the page around it."""
    last = number_of_slides(open_page)
    shown = {"3": 3, "99": last, "9" * 400: last}.get(asked, 1)
    page = open_page("present", slide=asked)
    assert not page.exception
    assert f'data-number="{shown}" data-slides="{last}"' in words(page)
    assert "slides about" not in words(page)
    assert not page.get("download_button")


def test_a_slide_has_its_headline_as_the_heading_and_its_number(open_page: OpenPage) -> None:
    """One idea: the headline, what is counted, from where, and which slide of how many; it can be pressed."""
    said = words(open_page("present", slide="3"))
    assert len(re.findall("<h1 class", said)) == 1
    assert re.search(r"<footer><p>[^<]+</p><p>3 of \d+</p></footer>", said)
    assert "inert" not in said


def test_a_symbol_leads_to_its_words(open_page: OpenPage) -> None:
    """Every concern is a symbol that is named by its sentence and opens in the same view."""
    said = words(open_page("present", part="concerns", slide="1"))
    link = 'href="?part=concerns&amp;slide=1&amp;entry=2030-second-look.C01" data-turn data-id="2030-second-look.C01"'
    assert link in said
    assert 'aria-label="Planning in the MASH lacked health services."' in said


def test_an_opened_point_shows_its_words_on_the_slide(open_page: OpenPage, testshire: Testshire) -> None:
    """Its words stand on the slide, with whose they are, where they stand, and how to read them."""
    testshire.change("S01", note="Only of the north.")
    said = words(open_page("present", slide="3", entry="2030-second-look.S01"))
    assert "<p>Inspectors, as the letter quotes them · National</p>" in said
    assert "Letter of 2 September 2030, paragraph" in said
    assert "Please note: Only of the north." in said
    assert '<a href="?slide=3" data-turn>Close</a>' in said
    assert "opened-words" not in words(open_page("present", slide="3", entry="nowhere.C01"))


def test_notes_show_two_slides_and_what_to_say(open_page: OpenPage) -> None:
    """On the speaker's own screen: the slide and the next one in small, what to say, and exact words."""
    said = words(open_page("present", slide="3", notes="1"))
    last = number_of_slides(open_page)
    assert len(headlines(said)) == 2
    assert said.count("inert") == 2
    assert f"<p>3 of {last}</p>" in said
    assert f"<p>4 of {last}</p>" in said
    assert "The exact words" in said
    assert '<p class="clock"><time>' in said


def test_the_last_slide_has_no_next(open_page: OpenPage) -> None:
    """The notes of the last slide say that it is the last."""
    assert "This is the last slide." in words(open_page("present", slide="99", notes="1"))


def test_a_choice_without_slides_is_said(open_page: OpenPage) -> None:
    """Where a part has nothing to show there are no slides, and the page says what to do."""
    page = open_page("present", part="pairs")
    assert not page.exception
    assert [info.value for info in page.info] == ["No slides fit what is chosen. Change it above."]
    assert "data-present" not in words(page)
    assert page.button_group("filter part").value == ["pairs"]


def test_an_empty_register_is_said(open_page: OpenPage, testshire: Testshire) -> None:
    """With nothing to present the page says so."""
    testshire.empty()
    assert "There is no inspection here yet" in words(open_page("present"))


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("inspection", "present?inspection=2030-second-look"),
        ("questions", "present?part=questions&amp;pick="),
        ("overview", "present"),
    ],
)
def test_other_pages_lead_to_their_slides(open_page: OpenPage, name: str, link: str) -> None:
    """From what a member has before him to the slides of it is one click."""
    assert re.search(rf'href="{re.escape(link)}', words(open_page(name)))


def test_an_edit_makes_the_slides_anew(open_page: OpenPage, testshire: Testshire) -> None:
    """Slides that were made of the register before are not shown of the one after."""
    query = {"slide": "1", "inspection": "all"}
    assert "How Testshire Police protects children" in words(open_page("present", **query))
    testshire.change("register", title="How all protect children")
    assert "How all protect children" in words(open_page("present", **query))


def test_slides_of_a_portion_are_not_those_of_one_inspection(
    open_page: OpenPage, testshire: Testshire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a large register the same choice has other pairs in another portion: each has slides of its own."""
    testshire.add_inspections(BATCH_SIZE)
    made: list[int] = []

    def build(request: DeckRequest, parts: Collection[Part]) -> tuple[Slide, ...]:
        made.append(len(request.register.inspections))
        return build_deck(request, parts)

    monkeypatch.setattr("scrutiny.ui.views.present.build_deck", build)
    newest = f"{2030 + BATCH_SIZE}-further-look"
    for query in ({}, {"inspection": newest}, {}):
        assert f"slides about Look of {2030 + BATCH_SIZE}." in words(open_page("present", **query))
    assert made == [BATCH_SIZE, 1]
