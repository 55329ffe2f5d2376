"""The front page: what this is and rests on, the inspections as symbols that are links, and what the papers say."""

import re
from html import unescape

from tests.pages.conftest import OpenPage, words
from tests.testshire import FIRST, SECOND, Testshire

OTHER = "othershire_police"


def lines(said: str) -> dict[str, str]:
    """Return the line of each inspection in the strip, by its id."""
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", said, re.DOTALL)
    return {re.findall(r'href="inspection\?inspection=([^"&]+)"', row)[0]: row for row in rows}


def symbols(line: str) -> list[str]:
    """Return the points to which the symbols of a line lead."""
    return re.findall(r'class="unit" href="inspection\?inspection=[^"]*?entry=([^"]+)"', unescape(line))


def plain(said: str) -> str:
    """Return what is read, without tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", said).split())


def test_it_says_what_it_is_and_rests_on_and_who_made_it(open_page: OpenPage) -> None:
    """All of it from the first lines, with the way to more."""
    page = open_page("overview")
    said = plain(words(page))
    assert not page.exception
    assert "findings and the Commissioner’s promises, from one press release and one letter." in unescape(said)
    assert "No inspection report has been read. Prepared for members of the Testshire Panel." in said
    assert "How to read this" in said


def test_a_report_that_was_read_is_not_denied(open_page: OpenPage, testshire: Testshire) -> None:
    """The sentence stands only while it is true."""
    testshire.change("first.report", held="true", paragraphs="1", file="press-release.txt")
    testshire.change("first.report", date={"printed": "July 2029", "date": "2029-07"})
    said = plain(words(open_page("overview")))
    assert "from one report, one press release and one letter." in said
    assert "No inspection report has been read" not in said


def test_every_finding_of_inspectors_is_a_link_with_its_sentence(open_page: OpenPage, testshire: Testshire) -> None:
    """A symbol leads to its words; the letter's own views and what is from another inspection have none here."""
    testshire.add(f"{SECOND}/findings.yaml", "S01", id="S02", voice="respondent")
    testshire.add(f"{SECOND}/findings.yaml", "S01", id="S03", source="Another inspection")
    shown = lines(words(open_page("overview")))
    assert list(shown) == ["2029-first-look", "2030-second-look"]  # oldest first
    assert symbols(shown["2029-first-look"]) == ["2029-first-look.C09"]
    assert symbols(shown["2030-second-look"]) == ["2030-second-look.C01", "2030-second-look.S01"]
    assert 'aria-label="Planning in the MASH lacked health services."' in shown["2030-second-look"]
    assert [plain(cell) for cell in re.findall(r"<td.*?</td>", shown["2030-second-look"], re.DOTALL)] == [
        "not known",
        "1",
        "1",
        "2 September 2030",
    ]


def test_what_is_missing_or_uncertain_is_said(open_page: OpenPage, testshire: Testshire) -> None:
    """No reply, a doubt about its date, and a later check that nobody has read."""
    testshire.change("second.reply", date={"printed": "2 September", "date": "2030-09-02", "doubt": "No year."})
    review = {"id": "review", "kind": "review", "held": "false", "title": "A review", "body": "inspectors"}
    testshire.record("first")["documents"].append(review | {"date": {"printed": "2030", "date": "2030"}})
    shown = lines(words(open_page("overview")))
    assert "No reply on file 2030 review not read" in plain(shown["2029-first-look"])
    assert "2 September 2030 (date uncertain)" in plain(shown["2030-second-look"])


def test_it_says_what_the_papers_say(open_page: OpenPage, testshire: Testshire) -> None:
    """A few sentences stand open, in short where they have a short form, which opens the whole and all its words."""
    testshire.add_statements()
    for name, sentence in (
        ("H02", f"In September 2030 the letter said {' '.join(['more'] * 29)}."),
        ("H03", f"In June 2030 the letter said {' '.join(['much'] * 29)}."),
        ("H04", "In September 2030 the letter praised training."),
    ):
        testshire.add("highlights.yaml", "H01", id=name, sentence=sentence).change(name, short=None)
    testshire.change("H01", short="The Commissioner will write to health services.")
    said = words(open_page("overview"))
    opened, _, folded = said.partition("<details><summary>1 more</summary>")
    whole = "In September 2030 the Commissioner promised to write to health services."
    assert f"<details><summary>The Commissioner will write to health services.</summary><p>{whole}" in opened
    assert 'href="entry?id=2030-second-look.C01" data-here>Read the words</a>' in opened
    assert 'href="entry?id=2030-second-look.K01"' in opened
    assert "more more" in opened
    assert "much much" in opened
    assert "praised training" in folded


def test_it_says_what_was_promised_and_asks_one_question(open_page: OpenPage, testshire: Testshire) -> None:
    """What inspectorates promise is not counted with the letters, and a gap is a gap in the papers."""
    testshire.add_statements().change("K01", due=None)
    testshire.add(f"{FIRST}/commitments.yaml", "K01", id="K09", voice="inspectorate", by="inspectors")
    testshire.change("K09", document="press_release", paragraph="2", excerpt="meetings often went ahead without health")
    said = words(open_page("overview"))
    assert "The one undertaking gives no date." in plain(said)
    assert "<blockquote>You wrote that you will write to health services. What did they reply?</blockquote>" in said
    for page in ("commitments", "questions", "present", "then-and-since", "search"):
        assert f'href="{page}"' in said


def test_several_undertakings_are_told_by_what_they_state(open_page: OpenPage, testshire: Testshire) -> None:
    """How many name a specific act leads to all of them."""
    testshire.add(f"{SECOND}/commitments.yaml", "K01", id="K03", specific="false")
    said = plain(words(open_page("overview")))
    assert "2 of the 2 undertakings give a date. 1 names a specific act" in said


def test_it_asks_for_no_chart(open_page: OpenPage) -> None:
    """A first visit is light: the script of charts is not needed."""
    page = open_page("overview")
    assert not page.get("plotly_chart")
    assert 'class="picture"' in words(page)


def test_many_inspections_come_newest_first_in_portions(open_page: OpenPage, testshire: Testshire) -> None:
    """Each is named with its force and year."""
    testshire.add_inspections(9, force=OTHER)
    page = open_page("overview")
    said = words(page)
    shown = lines(said)
    assert next(iter(shown)) == "2039-further-look"
    assert len(shown) == 8
    assert "Look of 2039 (Othershire Police), 2039" in said
    assert "Shown: 8 of 11 inspections that fit" in said


def test_an_empty_register_tells_where_to_ask(open_page: OpenPage, testshire: Testshire) -> None:
    """With nothing in it the page says so, with a way on."""
    testshire.empty()
    page = open_page("overview")
    assert not page.exception
    assert page.info[0].value == "There is no inspection here yet."
    assert 'href="about"' in words(page)
