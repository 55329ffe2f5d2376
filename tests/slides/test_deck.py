"""The deck: what is chosen is there, once, with where it stands; nothing else is."""

import re
from collections import Counter
from pathlib import Path

import pytest

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.frames import frames
from scrutiny.register.loading import load
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Basis
from scrutiny.slides.chart_slides import MOST_COLUMNS
from scrutiny.slides.deck import build_deck
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.slide import BarChart, ChartBody, PairBody, Part, Slide, TableBody, TextBody, TitleBody
from scrutiny.slides.text_fit import BODY_HEIGHT
from tests.slides.conftest import TODAY, Ordered
from tests.testshire import FIRST, SECOND, Testshire

ROOT = Path(__file__).parents[2]


def parts(slides: tuple[Slide, ...]) -> list[str]:
    """Give the parts of a deck, in their order."""
    return [str(slide.part) for slide in slides]


def only(slides: tuple[Slide, ...], part: Part) -> Slide:
    """Give the one slide of a part."""
    (slide,) = [slide for slide in slides if slide.part is part]
    return slide


@pytest.fixture(scope="module")
def real() -> DeckRequest:
    """Give an order of the whole real register, with two themes as threads."""
    register = load(ROOT / "data").register
    assert register is not None
    return DeckRequest(register, frames(register), Choice(), (), TODAY)


def test_the_parts_come_in_their_order(order: Ordered) -> None:
    """Title, inspections, matrix, then each inspection, questions and limits; what has nothing to show is left out."""
    assert parts(build_deck(order())) == [
        "title", "inspections", "matrix", "findings", "findings", "answers", "answers", "commitments", "questions",
        "limits", "limits", "limits",
    ]  # fmt: skip


def test_only_chosen_parts_are_made(order: Ordered) -> None:
    """A deck holds the parts that are asked for, whatever their order in the asking."""
    assert parts(build_deck(order(), [Part.LIMITS, Part.TITLE])) == ["title", "limits", "limits", "limits"]
    assert build_deck(order(), []) == ()


def test_only_chosen_inspections_are_shown(order: Ordered) -> None:
    """A choice of inspections narrows every slide, and the title says so."""
    slides = build_deck(order(inspections=("2030-second-look",)))
    shown = {full_id.partition(".")[0] for slide in slides for full_id in slide.entries}
    assert shown == {"2030-second-look"}
    title = only(slides, Part.TITLE)
    assert isinstance(title.body, TitleBody)
    assert "Inspections: Second look. Themes: all." in title.body.lines


def test_only_chosen_themes_are_shown_each_with_its_thread(order: Ordered, register: Register) -> None:
    """A choice of themes narrows every slide, and each theme gets a slide through time."""
    slides = build_deck(order(themes=("workforce",)))
    shown = {full_id for slide in slides for full_id in slide.entries}
    assert {theme for full_id in shown for theme in register.entries_by_id[full_id].themes[:1]} == {"workforce"}
    assert only(slides, Part.THREADS).headline.startswith("Skills and training: 1 point from 1 document")


def test_without_chosen_themes_there_is_no_thread(order: Ordered) -> None:
    """Sixteen threads nobody asked for would bury the rest."""
    assert "threads" not in parts(build_deck(order()))


def test_every_slide_says_where_it_is_from_and_as_of_when(order: Ordered) -> None:
    """The foot of each slide names the day of the review; each entry on it has its place in the notes."""
    for slide in build_deck(order()):
        assert "15 November 2030" in slide.foot
        assert all(any(full_id.partition(".")[2] in source for source in slide.sources) for full_id in slide.entries)


def test_notes_name_document_and_paragraph(order: Ordered) -> None:
    """The presenter reads where each entry stands."""
    answers = build_deck(order(inspections=("2030-second-look",)), [Part.ANSWERS])
    assert answers[0].sources == ("Second look, letter of 2 September 2030: paragraph 2: C01.",)


def test_notes_give_questions_that_entries_give_rise_to(order: Ordered, testshire: Testshire) -> None:
    """A concern that is acknowledged only brings its question to the notes of its slides."""
    changed = testshire.change("C01", answers=[]).load().register
    assert changed is not None
    (slide,) = build_deck(order(changed, inspections=("2030-second-look",)), [Part.ANSWERS])
    assert any("What is planned?" in question for question in slide.questions)


def test_own_views_are_not_among_inspectors_findings(order: Ordered, testshire: Testshire) -> None:
    """What the author says of his own side is counted apart on the slide of findings, and not among the answers."""
    changed = testshire.change("C01", voice="respondent").load().register
    assert changed is not None
    found = build_deck(order(changed, inspections=("2030-second-look",)), [Part.FINDINGS])
    assert [slide.headline for slide in found] == ["Second look: no concerns, 1 national strength and 1 own view"]
    answers = build_deck(order(changed), [Part.ANSWERS])
    assert "2030-second-look.C01" not in {full_id for slide in answers for full_id in slide.entries}


def test_strong_pairs_stand_side_by_side_with_their_caution(order: Ordered, testshire: Testshire) -> None:
    """A strong pair is a slide; its caution is on it; an arguable pair is none."""
    assert build_deck(order(), [Part.PAIRS]) == ()
    strong = testshire.change("P01", strength="strong").load().register
    assert strong is not None
    slide = only(build_deck(order(strong)), Part.PAIRS)
    assert isinstance(slide.body, PairBody)
    assert (slide.body.earlier.full_id, slide.body.later.full_id) == ("2029-first-look.C09", "2030-second-look.C01")
    assert "Caution. Different meetings." in slide.body.between
    assert slide.headline == "Working together: said in 2029 and again in 2030"


def test_a_doubt_about_the_order_of_a_pair_is_on_its_slide(order: Ordered, testshire: Testshire) -> None:
    """Where the order rests on a date in doubt, the slide says so."""
    date = {"printed": "2/9/30", "date": "2030-09-02", "doubt": "The year is odd."}
    doubtful = testshire.change("P01", strength="strong").change("second.reply", date=date).load().register
    assert doubtful is not None
    body = only(build_deck(order(doubtful)), Part.PAIRS).body
    assert isinstance(body, PairBody)
    assert any("The year is odd." in words for words in body.between)


def test_picked_questions_stand_in_the_order_of_picking(order: Ordered, testshire: Testshire) -> None:
    """The sheet that a member has made is shown as it was made; a name that is not known is left out."""
    picked = ("no_owner.2030-second-look.K02", "nonsense", "Q01")
    register = testshire.add_statements().load().register
    assert register is not None
    slide = only(build_deck(order(register, picked=picked)), Part.QUESTIONS)
    assert isinstance(slide.body, TextBody)
    assert ["Who will take this on?" in line for line in slide.body.lines] == [True, False]
    assert slide.body.lines[1] == ("You wrote that you will write to health services. What did they reply? (To: PCC.)")
    assert slide.entries == ("2030-second-look.K02", "2030-second-look.C01", "2030-second-look.K01")
    assert slide.foot.startswith("Chosen by hand. Based on what the papers leave unsaid. ")
    assert slide.body.numbered == 1


def test_documents_not_held_and_doubts_are_told(order: Ordered) -> None:
    """The last slides name what was not read, and what counts do not say."""
    limits = [slide for slide in build_deck(order()) if slide.part is Part.LIMITS]
    assert limits[0].headline == "1 document was not read."
    assert isinstance(limits[0].body, TextBody)
    assert limits[0].body.lines == ("First look: report (date not known), “A report”",)


def test_questions_are_those_of_the_chosen_inspections(order: Ordered, testshire: Testshire) -> None:
    """Neither the sheet nor the notes of any slide ask about an inspection that was not chosen."""
    testshire.add_statements().add("questions.yaml", "Q01", id="Q02", entries=["2029-first-look.C09"])
    register = testshire.change("K01", due=None).load().register
    assert register is not None
    everything = order(register)
    assert {question.inspection for question in everything.questions} == {"2029-first-look", "2030-second-look"}
    for inspection in ("2029-first-look", "2030-second-look"):
        chosen = order(register, inspections=(inspection,))
        assert {question.inspection for question in chosen.questions} == {inspection}
        assert {question.inspection for question in chosen.asked()} == {inspection}


def test_questions_are_those_of_the_chosen_themes(order: Ordered, testshire: Testshire) -> None:
    """A question belongs to the main theme of the entry that it is about."""
    register = testshire.change("K01", due=None).add_need().load().register
    assert register is not None
    about = {
        theme: {one.about for one in order(register, themes=(theme,)).questions} for theme in register.themes_by_id
    }
    assert about == {"partnership": {"2030-second-look.K01"}, "workforce": {"2030-second-look.K02"}}


def test_a_further_theme_is_on_the_thread_alone(order: Ordered, testshire: Testshire) -> None:
    """Slides count an entry once, under its main theme; the thread of another theme that it names has it too."""
    for name in ("C01", "K01"):
        testshire.change(name, themes=["workforce", "partnership"])
    register = testshire.load().register
    assert register is not None
    slides = build_deck(order(register, themes=("partnership",)), [Part.FINDINGS, Part.COMMITMENTS, Part.THREADS])
    for full_id in ("2030-second-look.C01", "2030-second-look.K01"):
        assert [slide.part for slide in slides if full_id in slide.entries] == [Part.THREADS]


def test_local_and_national_answers_have_slides_of_their_own(order: Ordered, testshire: Testshire) -> None:
    """No slide counts local and national concerns together, and each headline says which it counts."""
    register = (
        testshire.add(f"{SECOND}/findings.yaml", "C01", id="C02", scope="national", paragraph="4").load().register
    )
    assert register is not None
    slides = build_deck(order(register, inspections=("2030-second-look",)), [Part.ANSWERS])
    assert [slide.entries for slide in slides] == [("2030-second-look.C01",), ("2030-second-look.C02",)]
    assert [slide.headline for slide in slides] == [
        f"Second look: the one {scope} concern has a specific answer listed" for scope in ("local", "national")
    ]


def test_each_slide_of_commitments_is_of_one_inspection(order: Ordered, testshire: Testshire) -> None:
    """What another letter promises is not counted with it."""
    register = testshire.add_inspections(1).load().register
    assert register is not None
    slides = build_deck(order(register), [Part.COMMITMENTS])
    assert [slide.entries for slide in slides] == [("2030-second-look.K01",), ("2031-further-look.K01",)]


def test_the_native_matrix_keeps_voices_and_scopes_apart(order: Ordered, testshire: Testshire) -> None:
    """An own view is hollow in the table as well, and each column says whether its inspection is local."""
    register = testshire.change("C01", voice="respondent").load().register
    assert register is not None
    body = only(build_deck(order(register), [Part.MATRIX]), Part.MATRIX).body
    assert isinstance(body, ChartBody)
    assert isinstance(body.native, TableBody)
    assert body.native.heads == ("Theme", "First look (local)", "Second look (local)")
    assert body.native.rows[0] == ("Working together", "■ 1", "□ 1  ▲ 1  ◇ 1")


@pytest.mark.parametrize("chosen", [{"inspections": ("2030-second-look",)}, {"themes": ("workforce",)}])
def test_pairs_that_were_not_chosen_have_no_slide(
    order: Ordered, testshire: Testshire, chosen: dict[str, tuple[str, ...]]
) -> None:
    """A pair is shown where both of its inspections are chosen, and one of its themes."""
    register = testshire.change("P01", strength="strong").load().register
    assert register is not None
    assert build_deck(order(register, **chosen), [Part.PAIRS]) == ()


def test_each_side_of_a_pair_says_whose_words_and_of_where(order: Ordered, testshire: Testshire) -> None:
    """Voice and scope stand with both sides, and an own view is hollow."""
    testshire.change("C01", voice="respondent", scope="national").change("P01", strength="strong")
    register = testshire.load().register
    assert register is not None
    body = only(build_deck(order(register), [Part.PAIRS]), Part.PAIRS).body
    assert isinstance(body, PairBody)
    assert body.earlier.lead == "Said earlier, July 2029 · Concern · Inspectors' own words · Local"
    assert body.later.lead == "Said later, 2 September 2030 · Concern · The Commissioner's own view · National"
    assert [body.earlier.hollow, body.later.hollow] == [False, True]


def test_a_question_about_a_pair_keeps_its_caution(order: Ordered, testshire: Testshire) -> None:
    """The caution is read out with the question."""
    register = testshire.change("P01", strength="strong").load().register
    assert register is not None
    body = only(build_deck(order(register, picked=("strong_pair.P01",))), Part.QUESTIONS).body
    assert isinstance(body, TextBody)
    assert [line.endswith(" Caution: Different meetings.") for line in body.lines] == [True]


def test_inspections_are_told_with_gaps_and_doubts(order: Ordered, testshire: Testshire) -> None:
    """Scope, dates as printed with their doubts, a reply that is not held and documents that are not stand in a row."""
    testshire.change("second", published={"printed": "July 2030", "date": "2030-07", "doubt": "Or August."})
    register = testshire.load().register
    assert register is not None
    body = only(build_deck(order(register), [Part.INSPECTIONS]), Part.INSPECTIONS).body
    assert isinstance(body, TableBody)
    assert body.rows == (
        ("First look (local)", "May 2029", "no date given", "no reply on file", "report (date not known)"),
        ("Second look (local)", "no date given", "July 2030 (date uncertain)", "2 September 2030", "all were read"),
    )


def test_limits_are_those_of_the_chosen_inspections(order: Ordered, testshire: Testshire) -> None:
    """What was not read and which dates are in doubt is told of what is shown, in full."""
    testshire.record("second.reply")["date"]["doubt"] = "The year is odd."
    register = testshire.load().register
    assert register is not None
    told = [slide.body for slide in build_deck(order(register, inspections=("2030-second-look",)), [Part.LIMITS])]
    lines = [line for body in told if isinstance(body, TextBody) for line in body.lines]
    assert "Second look, letter: “2 September 2030”. The year is odd." in lines
    assert not any("A report" in line for line in lines)


def test_a_thread_shows_scope_voices_and_what_was_not_read(order: Ordered, testshire: Testshire) -> None:
    """Headings name the scope, own views are hollow and named, and a document that is not held has its column."""
    register = testshire.change("C01", voice="respondent").load().register
    assert register is not None
    slide = only(build_deck(order(register, themes=("partnership",)), [Part.THREADS]), Part.THREADS)
    assert "1 document not read." in slide.foot
    assert isinstance(slide.body, ChartBody)
    assert isinstance(slide.body.native, BarChart)
    assert list(slide.body.native.numbers.index) == [
        "First look, Press release of July 2029, local", "Second look, Letter of 2 September 2030, local",
    ]  # fmt: skip
    own = {name for name, look in slide.body.native.looks.items() if look.basis is Basis.OWN}
    assert own == {"Concerns (own view)", "Commitments"}


def test_an_unread_document_after_a_full_slide_is_on_that_slide(order: Ordered, testshire: Testshire) -> None:
    """Its silence may mislead, so it is shown even where no document that was read comes after it."""
    for number in range(1, 4):
        for name in ("inspection", "findings", "actions", "commitments", "figures"):
            testshire.records[f"inspections/2029-look-{number}/{name}.yaml"] = testshire.records[f"{FIRST}/{name}.yaml"]
    review = {"id": "review", "kind": "review", "held": "false", "title": "A review", "body": "inspectors"}
    review["date"] = {"printed": "5 May 2031", "date": "2031-05-05"}
    testshire.records[f"{SECOND}/inspection.yaml"]["documents"].append(review)
    register = testshire.load().register
    assert register is not None
    read = [document.held for _, document in register.documents()]
    (slide,) = build_deck(order(register, themes=("partnership",)), [Part.THREADS])
    assert read.count(True) == MOST_COLUMNS
    assert slide.headline.endswith("from 5 documents")
    assert f"{read.count(False)} documents not read." in slide.foot


def test_an_empty_register_has_words_and_no_charts(tmp_path: Path) -> None:
    """With nothing to show there are the slides that say so."""
    empty = Testshire(tmp_path).empty().load().register
    assert empty is not None
    slides = build_deck(DeckRequest(empty, frames(empty), Choice(), (), TODAY))
    assert parts(slides) == ["title", "inspections", "limits", "limits"]


def test_native_bars_are_as_long_as_there_are_marks(real: DeckRequest) -> None:
    """What PowerPoint draws tells as much as the marks on the screen, and no more."""
    for slide in build_deck(real):
        if not (isinstance(slide.body, ChartBody) and isinstance(slide.body.native, BarChart)):
            continue
        numbers = slide.body.native.numbers
        assert list(numbers.columns) == list(slide.body.native.looks)
        if slide.part in (Part.FINDINGS, Part.THREADS):
            assert int(numbers.sum().sum()) == len(slide.entries)
        if slide.part is Part.ANSWERS:  # a concern has a mark for each kind of answer
            assert int(numbers.sum().sum()) == sum(len(trace.x) for trace in slide.body.picture.figure.data)


def test_the_native_matrix_counts_every_mark(real: DeckRequest) -> None:
    """The table that stands for the matrix counts as many entries as it has marks."""
    for slide in build_deck(real, [Part.MATRIX]):
        assert isinstance(slide.body, ChartBody)
        assert isinstance(slide.body.native, TableBody)
        cells = " ".join(cell for row in slide.body.native.rows for cell in row[1:])
        assert sum(int(number) for number in re.findall(r"\d+", cells)) == len(slide.entries)


def test_the_real_deck_shows_every_finding_once(real: DeckRequest) -> None:
    """Every finding of the register is on one slide of findings."""
    shown = Counter(full_id for slide in build_deck(real, [Part.FINDINGS]) for full_id in slide.entries)
    findings = real.frames.findings
    assert shown == Counter(findings.index)


def test_every_picture_has_room(real: DeckRequest) -> None:
    """On the real register no picture is higher than the slide has room."""
    threads = DeckRequest(real.register, real.frames, Choice(themes=tuple(real.themes)), (), TODAY)
    for slide in (*build_deck(real), *build_deck(threads, [Part.THREADS])):
        if isinstance(slide.body, ChartBody):
            assert slide.body.picture.figure.layout.height <= BODY_HEIGHT, slide.headline


def test_many_concerns_go_on_on_further_slides(order: Ordered, testshire: Testshire) -> None:
    """Themes that have no room together are spread; the headline of the whole stands on each slide."""
    for number in range(1, 31):
        testshire.add("themes.yaml", "workforce", id=f"theme_{number}", label=f"Theme {number}")
        testshire.add(f"{SECOND}/findings.yaml", "C01", id=f"C{number + 1:02d}", themes=[f"theme_{number}"])
    testshire.records[f"{SECOND}/findings.yaml"].sort(key=lambda record: int(record["paragraph"]))
    register = testshire.load().register
    assert register is not None
    slides = build_deck(order(register, inspections=("2030-second-look",)), [Part.FINDINGS])
    assert len(slides) > 1
    assert all(slide.headline.startswith("Second look: 31 concerns") for slide in slides)
    assert [slide.headline.endswith("(continued)") for slide in slides] == [False] + [True] * (len(slides) - 1)
    assert sum(len(slide.entries) for slide in slides) == 32


def test_many_inspections_go_on_on_further_slides(order: Ordered, testshire: Testshire) -> None:
    """A matrix of many inspections has five on a slide, and every entry on one of them."""
    for number in range(1, 7):
        folder = f"inspections/2031-look-{number}"
        for name in ("inspection", "findings", "actions", "commitments", "figures"):
            testshire.records[f"{folder}/{name}.yaml"] = testshire.records[f"{FIRST}/{name}.yaml"]
    register = testshire.load().register
    assert register is not None
    slides = build_deck(order(register), [Part.MATRIX])
    assert [len({full_id.partition(".")[0] for full_id in slide.entries}) for slide in slides] == [5, 3]
