"""What an annex says: every point that fits the choice and nothing else, each with its source, gaps and doubts."""

import re

import pytest
from docx.oxml.ns import qn

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.facts import reference
from scrutiny.analysis.reply_clock import CAUTION
from scrutiny.register.register import Register
from tests.exports.briefing.reading import (
    ALL,
    SECOND_LOOK,
    chapter,
    headings,
    loaded,
    made,
    made_annex,
    said,
    table,
    text_of,
)
from tests.testshire import SECOND, Testshire

NUMBERS = "What the numbers do not tell, and licence"
DOUBTED = {"printed": "2 September 2030", "date": "2030-09-02", "doubt": "The letter prints two dates."}


@pytest.mark.parametrize("choice", [ALL, SECOND_LOOK, Choice(themes=("workforce",))], ids=["all", "one", "a theme"])
def test_every_point_that_fits_stands_there(register: Register, choice: Choice) -> None:
    """With its code and its exact words, in a place of its own, and no other does."""
    document = made_annex(register, choice)
    chosen = [entry for entry in register.entries if choice.includes(entry)]
    points = [
        "".join(text_of(mark.getparent()))
        for mark in document.element.iter(qn("w:bookmarkStart"))
        if mark.get(qn("w:name")).startswith("_Entry")
    ]
    assert len(points) == len(chosen)
    for entry in chosen:
        (written,) = [point for point in points if f"{reference(register, entry)} · " in point]
        assert f"“{entry.excerpt}”" in written


def test_contents_have_page_numbers(register: Register) -> None:
    """Each heading is listed with a link and a page number, which the program that lays out the pages fills in."""
    document = made_annex(register)
    listed = [paragraph for paragraph in document.paragraphs if paragraph.style.name.startswith("toc")]
    anchors = [paragraph.hyperlinks[0].fragment for paragraph in listed]
    named = {mark.get(qn("w:name")): mark.getparent() for mark in document.element.iter(qn("w:bookmarkStart"))}
    assert ["".join(text_of(named[anchor])) for anchor in anchors] == [one.hyperlinks[0].text for one in listed]
    assert len(listed) == len(headings(document, 1)) + len(headings(document, 2))
    fields = [node.text.strip() for one in listed for node in one._p.iter(qn("w:instrText"))]
    assert fields == [f"PAGEREF {anchor} \\h" for anchor in anchors]
    assert document.settings.element.find(qn("w:updateFields")).get(qn("w:val")) == "true"


def test_every_link_has_its_place(register: Register) -> None:
    """No link leads nowhere, and no two places have the same name."""
    body = made_annex(register).element.body
    named = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(named) == len(set(named))
    assert {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} <= set(named)


def test_points_stand_in_the_order_of_reading(testshire: Testshire) -> None:
    """Document by document, and paragraph by paragraph."""
    document = made_annex(loaded(testshire.change("C01", paragraph="headline")), SECOND_LOOK)
    assert [text for text in headings(document) if text.startswith(("Letter", "Para", "Head"))] == [
        "Letter of 2 September 2030", "Headline", "Paragraph 2", "Paragraph 3", "Paragraph 4"
    ]  # fmt: skip
    assert re.findall(r"^[CSAKF]\d\d", chapter(document, "Second look"), re.MULTILINE) == [
        "C01", "A01", "F01", "K01", "S01",
    ]  # fmt: skip


def test_a_concern_has_what_the_letter_offers(testshire: Testshire) -> None:
    """By kind and code, with the words of what is not in the annex itself; or why nothing is offered."""
    testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", paragraph="4", answers=[]).change(
        "K01", themes=["workforce"]
    )
    register = loaded(testshire)
    whole = chapter(made_annex(register), "Second look")
    assert "The letter offers: undertaking K01; reported action A01" in whole
    assert "No specific answer listed." in whole
    assert "No reply on file." in chapter(made_annex(register), "First look")
    part = chapter(made_annex(register, Choice(themes=("partnership",))), "Second look")
    assert "undertaking K01: The Commissioner will write to health services; reported action A01" in part


def test_a_commitment_says_what_is_stated_and_what_is_not(testshire: Testshire) -> None:
    """Who must act, a specific act, a date and a measure; an action has its claimed result."""
    written = chapter(made_annex(loaded(testshire)), "Second look")
    assert (
        "Second look, K01 · Letter, paragraph 3 · Said by: PCC · Local · Who must act: PCC · Specific act: stated · "
        "Date: “by the end of the year” · How measured: “a register of attendance”"
    ) in written
    assert "Claimed result: Plans are said to be made sooner. “so plans are made sooner”" in written
    testshire.change("K01", owner=None, due=None, measure=None, specific="false")
    assert (
        "Who must act: not stated · Specific act: not stated · Date: not stated in this document · "
        "How measured: not stated in this document"
    ) in chapter(made_annex(loaded(testshire)), "Second look")


def test_notes_voices_and_sources_are_told(testshire: Testshire) -> None:
    """An own view is named and has a broken bar; what is from elsewhere says so; a note stands with its point."""
    testshire.change("S01", voice="respondent").change("C01", source="A review", note="The letter asks for more.")
    document = made_annex(loaded(testshire), SECOND_LOOK)
    written = chapter(document, "Second look")
    assert "S01  Strength in the letter’s own view. Officers are well trained." in written
    assert "From elsewhere: A review. Please note: The letter asks for more." in written
    styles = {one.text[:3]: one.style.name for one in document.paragraphs if re.match(r"[CSAKF]\d\d ", one.text)}
    assert styles == {
        "C01": "Concern", "A01": "Action", "F01": "Figure", "K01": "Commitment", "S01": "Strength Own View",
    }  # fmt: skip


def test_comparisons_have_both_sides_and_their_cautions(testshire: Testshire) -> None:
    """Clear links first; each side with its words and code, the reason, always the caution, and a doubt."""
    testshire.add("pairs.yaml", "P01", id="P03", later="2030-second-look.A01", strength="strong")
    document = made_annex(loaded(testshire.change("second.reply", date=DOUBTED)))
    assert [text for text in headings(document, 2) if text.endswith("links")] == ["Clear links", "Possible links"]
    assert (
        "P01  Said again Said earlier, July 2029 (First look, C09), concern, inspectors’ own words, local: "
        "Meetings lacked people who were needed. “meetings often went ahead without health” "
        "Said later, 2 September 2030 (date uncertain) (Second look, C01), concern, inspectors, as the letter tells "
        "it, local: Planning in the MASH lacked health services. “planning meetings were not always attended” "
        "Why side by side. Both are about meetings. Caution. Different meetings. "
        "The order is uncertain. 2 September 2030: The letter prints two dates."
    ) in chapter(document, "Then and since")


def test_papers_show_what_was_read_and_what_to_ask_for(testshire: Testshire) -> None:
    """Each with its date as stated, its address or that none is known, its doubt and its note."""
    testshire.change("second.reply", date=DOUBTED, note="A note.", address="https://example.org/letter")
    document = made_annex(loaded(testshire))
    assert table(document, "Papers: First look")[1:] == [
        ["Press release, Example Inspectorate: A press release No public address is known.", "Read",
         "Date: July 2029."],
        ["Report: A report Not read. No public address is known.", "Ask: Example Inspectorate", ""],
        ["Reply None is on file.", "Ask: Commissioner",
         "Whether it is due cannot be told: the date of publication is not known."],
        ["Chief officer’s comments None is on file.", "Ask: Commissioner", "By the chief officer of Testshire Police."],
    ]  # fmt: skip
    assert table(document, "Papers: Second look")[1] == [
        "Letter, PCC: A reply https://example.org/letter", "Read",
        "Date: 2 September 2030. Date uncertain: The letter prints two dates. A note.",
    ]  # fmt: skip
    assert CAUTION in chapter(document, "When each reply came")
    assert table(document, "When each reply came")[1:] == [
        ["First look", "Date not known", "Cannot be told: the date of publication is not known.", "No reply on file",
         "No reply is on file."],
        ["Second look", "July 2030", "Cannot be told: the day of publication is not known.",
         "2 September 2030 (date uncertain)",
         "The reply is dated 2 September 2030, date uncertain; nothing is concluded."],
    ]  # fmt: skip
    assert "Letter of 2 September 2030 (date uncertain)" in headings(document, 2)


def test_documents_of_one_kind_are_told_apart(testshire: Testshire) -> None:
    """Where an inspection has two documents of a kind that are held, a point names which it stands in."""
    release = testshire.record("first.press_release")
    testshire.record("first")["documents"].append(release | {"id": "later_release", "file": "later.txt"})
    document = made_annex(loaded(testshire))
    assert "Press release of July 2029 (press_release)" in headings(document, 2)
    assert "First look, C09 · Press release (press_release), paragraph 2" in chapter(document, "First look")


def test_an_annex_of_an_empty_register(testshire: Testshire) -> None:
    """It has what can be said without any inspection."""
    document = made_annex(loaded(testshire.empty()))
    assert headings(document) == ["How to read this annex", NUMBERS]
    assert "Creative Commons" in said(document)[-1]


def test_comments_stand_after_the_words(testshire: Testshire) -> None:
    """Of a point, of an inspection, and in the report of a sentence: after the words that they are about."""
    register = loaded(testshire.add_panel())
    whole = chapter(made_annex(register), "Second look")
    told = "Comment by the Police and Crime Commissioner, 3 October 2030. Since June a nurse has been"
    assert whole.index("“planning meetings were not always attended”") < whole.index(told)
    assert "https://example.org/comment" in whole
    assert "Comment by Testshire Police, November 2030. The inspection saw the force" in whole
    assert "Comment by" not in chapter(made_annex(register), "First look")
    summary = chapter(made(register), "Summary")
    assert summary.index("promised to write to health services.") < summary.index("Comment by Testshire Police, 1 Nov")


def test_what_was_asked_before_stands_in_the_annex(testshire: Testshire) -> None:
    """Open questions first, each with its answer as minuted, what came, and its points; of what is chosen only."""
    register = loaded(testshire.add_panel())
    asked = chapter(made_annex(register), "Asked before")
    assert re.findall(r"B\d\d", asked) == ["B01", "B04", "B03", "B05", "B02"]
    assert "Asked on 11 September 2030; promised for 7 October 2030; nothing on file by 15 November 2030." in asked
    assert "Commissioner, as minuted: “The Commissioner said that he would tell the Panel by 7 October 2030.”" in asked
    assert "4 November 2030: The force published that 412 officers were trained." in asked
    assert "About Second look, K01; Second look, C01" in asked
    point = chapter(made_annex(register), "Second look")
    assert "Asked on 9 October 2030; no answer is on file" in point
    part = made_annex(register, Choice(themes=("workforce",)))
    assert re.findall(r"B\d\d", chapter(part, "Asked before")) == ["B02"]
    assert "Asked before" not in headings(made_annex(loaded(Testshire(testshire.folder.with_name("plain")))))
