"""Where words stand in a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny.register.layout import Block
from scrutiny.register.paragraphs import Paragraphs, blocks_of, close_gaps, with_marks

LETTER = """\
Office of the Commissioner
1 High Street, Testshire

12 May 2030

Dear Chief Inspector,

Re: Inspection of Testshire Police

Thank you for your report.

You found three things:

• meetings without health

• late decisions; and

• too few officers

I will write to the council and I will

ask it to come to every meeting.

As your report says:

“Officers care.

They also wait.”

Training

https://www.example.org/report

I am grateful.

Yours sincerely,

A. Commissioner

This is not part of the letter.
"""

ANNOUNCEMENT = """\
Testshire makes progress

Officers are well trained.

More must be done.

Notes to editors

1. The inspectorate is made up.

2. So is Testshire.
It has no town.
"""


def texts(document: str) -> dict[str, str]:
    """Give a document's paragraphs by the names that entries use, on one line each."""
    return {str(place): " ".join(words.split()) for place, words in Paragraphs(document).items()}


def test_paragraphs_of_a_letter() -> None:
    """A letter is counted from its salutation to its close, as the curator's guide says."""
    assert texts(LETTER) == {
        "headline": "Re: Inspection of Testshire Police",
        "1": "Thank you for your report.",
        "2": "You found three things: • meetings without health • late decisions; and • too few officers",
        "3": "I will write to the council and I will ask it to come to every meeting.",
        "4": "As your report says: “Officers care.",
        "5": "They also wait.”",
        "6": "I am grateful.",
    }


def test_paragraphs_of_an_announcement() -> None:
    """Without a salutation the first block is the headline, and the numbered notes are counted on their own."""
    assert texts(ANNOUNCEMENT) == {
        "headline": "Testshire makes progress",
        "1": "Officers are well trained.",
        "2": "More must be done.",
        "note 1": "1. The inspectorate is made up.",
        "note 2": "2. So is Testshire. It has no town.",
    }


@pytest.mark.parametrize(
    ("body", "counted"),
    [
        pytest.param("I will\n\nask them.", ["I will ask them."], id="a page broke the sentence"),
        pytest.param(
            "I ask.\n\nAsking all\n\nThem I ask.", ["I ask.", "Them I ask."], id="a heading is followed by a capital"
        ),
        pytest.param("I ask.\n\nthey answer.", ["I ask.", "they answer."], id="a finished sentence stays apart"),
        pytest.param("I ask,\n\nand\n\nthey answer.", ["I ask, and they answer."], id="two pages broke it"),
        pytest.param("I ask:\n\n• one\n• two\n\nYes.", ["I ask: • one • two", "Yes."], id="a list without an end"),
        pytest.param("I ask:\n- one\n- two", ["I ask: - one - two"], id="a list without an empty line before it"),
        pytest.param("I ask:\n\n• one;\n\n• two.", ["I ask: • one; • two."], id="a list with empty lines in it"),
        pytest.param("Page:\nwww.example.org", [], id="a link after a colon"),
        pytest.param("I ask three:\n\n• one\n• two.", ["I ask three: • one • two."], id="a list after a colon"),
        pytest.param("It says:\n\n“This.”\n\nI agree.", ["It says: “This.”", "I agree."], id="a quotation"),
        pytest.param("“Is it?”\n\n(It is.)", ["“Is it?”", "(It is.)"], id="closing marks inside others"),
        pytest.param("www.example.org/page", [], id="a link"),
        pytest.param("Training and skills", [], id="a heading"),
        pytest.param("One.\n \t\n\n\nTwo.", ["One.", "Two."], id="empty lines with blanks"),
        pytest.param("One line\nand another.", ["One line and another."], id="a line break is not a paragraph"),
    ],
)
def test_paragraphs_are_joined_or_left_out(body: str, counted: list[str]) -> None:
    """What a page or a colon parts is one paragraph; headings and links are none."""
    assert list(texts(f"Dear all,\n\n{body}\n\nYours sincerely").values()) == counted


@pytest.mark.parametrize("close", ["Yours sincerely", "Yours faithfully,", "YOURS SINCERELY", "  Yours sincerely  "])
def test_paragraphs_end_at_the_close(close: str) -> None:
    """Nothing after the close of a letter is counted."""
    assert texts(f"Dear all\n\nOne.\n\n{close}\n\nTwo.") == {"1": "One."}


@pytest.mark.parametrize("document", ["", "\n\n  \n", "Notes to editors", "Dear all,"])
def test_paragraphs_of_nothing(document: str) -> None:
    """A document without text has no paragraphs."""
    assert len(Paragraphs(document)) == 0


def test_paragraphs_of_windows_lines() -> None:
    """Line ends of another system change nothing."""
    assert texts(LETTER.replace("\n", "\r\n")) == texts(LETTER)


def made_up(shape: str) -> dict[str, str]:
    """Give the places of a text in which ¶ is an empty line and ⏎ a line break."""
    return texts(shape.replace("¶", "\n\n").replace("⏎", "\n"))


def in_a_letter(body: str) -> list[str]:
    """Give the paragraphs of a letter with this body."""
    return list(made_up(f"Dear A,¶{body}¶Yours sincerely,¶B").values())


@pytest.mark.parametrize(
    ("shape", "counted"),
    [
        ("Dear A,⏎One.⏎Two.⏎Yours sincerely", ["One.", "Two."]),
        ("Dear A,⏎One goes on over⏎two lines.⏎Two.⏎Three goes on as the⏎others.⏎Yours sincerely",
         ["One goes on over two lines.", "Two.", "Three goes on as the others."]),
        ("Dear A,¶" + "One is long. " * 20 + "⏎Two is on the next line.⏎" + "Three is long. " * 20,
         [("One is long. " * 20).strip(), "Two is on the next line.", ("Three is long. " * 20).strip()]),
    ],
    ids=["one line a paragraph", "wrapped lines", "long lines"],
)  # fmt: skip
def test_a_letter_without_empty_lines(shape: str, counted: list[str]) -> None:
    """Where no empty line parts paragraphs, the ends of lines do."""
    assert list(made_up(shape).values()) == counted


@pytest.mark.parametrize(
    "end",
    [
        "they are in the records.1", "they are in the records. [1]", "they are in records.²",
        "they are complete (see Annex A)", "that goes for others…", "the plan is at https://www.example.org/plan",
        "the answer was “no.”3", "nobody else will", "it is at 1 High Street, Testshire, TE1 1AA", "so they said.*",
    ],
)  # fmt: skip
def test_a_paragraph_counts_whatever_it_ends_in(end: str) -> None:
    """A sentence is a paragraph with a footnote, a bracket, a link or nothing at its end."""
    counted = ["I thank you.", f"I know that {end}", "Staff do too."]
    assert in_a_letter("¶".join(counted)) == counted


@pytest.mark.parametrize(
    "sentence", ["Read it at https://example.org/a", "Write to Testshire House, Testshire TE1 2AB"]
)
def test_a_sentence_that_ends_in_an_address_counts(sentence: str) -> None:
    """Neither a link nor a postcode makes a sentence a heading."""
    assert in_a_letter(f"I act.¶{sentence}¶You ask.") == ["I act.", sentence, "You ask."]


def test_a_colon_and_a_dash_lead_on() -> None:
    """A paragraph that ends in “: –” goes on, as after a colon."""
    assert in_a_letter("I know these duties: –¶• to act.¶I agree.") == ["I know these duties: – • to act.", "I agree."]


@pytest.mark.parametrize(
    "marks",
    [
        "1. 2. 3.",
        "· · ·",
        "(a) (b) (c)",
        "o o o",
        "a) b) c)",
        "i) ii) iii)",
        "• • •",
        "– – –",
        "1) 2) 3)",
        "\uf0b7 \uf0b7 \uf0b7",
    ],
)
@pytest.mark.parametrize("gap", ["¶", "⏎"])
def test_a_list_is_one_paragraph(marks: str, gap: str) -> None:
    """The items of a list belong to the words before it, whatever marks them."""
    one, two, three = marks.split()
    items = [f"{one} a poor;", f"{two} b lacking; and", f"{three} c missed."]
    counted = " ".join(["Found that:", *items]).replace("\uf0b7", "•")  # Word's bullet cannot be seen
    assert in_a_letter(f"Found that:¶{gap.join(items)}¶I agree.") == [counted, "I agree."]


def test_a_list_that_lost_its_marks_is_one_paragraph() -> None:
    """A copy may lose the marks of a list; its semicolons remain."""
    assert in_a_letter("Found that:¶a poor;¶b lacking; and¶c missed.") == [
        "Found that: a poor; b lacking; and c missed."
    ]


@pytest.mark.parametrize(
    "between", ["2", "Page 2 of 4", "- 2 -", "2 | Page", "Page | 2", "OFFICIAL", "* * *", "[image: arms]"]
)
def test_a_paragraph_goes_on_over_a_page(between: str) -> None:
    """What stands at the foot of a page parts no paragraph and is none."""
    assert in_a_letter(f"I act on the¶{between}¶findings by May.¶I ask.") == ["I act on the findings by May.", "I ask."]
    assert in_a_letter(f"I act.¶{between}¶You ask.") == ["I act.", "You ask."]


def test_the_head_of_each_page_is_no_paragraph() -> None:
    """A few words that come back are the head of pages."""
    head = "¶Testshire Panel¶"
    assert in_a_letter(f"I act on{head}all findings.{head}You ask.{head}We meet.") == [
        "I act on all findings.", "You ask.", "We meet."
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("I ask the Chief Constable of", "Testshire Police to act."),
        ("I write to the council,", "Testshire Police and others."),
        ("The Panel and the", "Commissioner must meet."),
        ("The plan is for 2025 –", "2029 and beyond."),
    ],
)
def test_a_paragraph_goes_on_with_a_capital(first: str, second: str) -> None:
    """A sentence that cannot end where its first half does goes on, also with a name."""
    assert in_a_letter(f"{first}¶{second}") == [f"{first} {second}"]


def test_an_annex_can_be_cited() -> None:
    """What follows “Annex A” is counted on its own, after the close of a letter too, and through all annexes."""
    letter = "Dear A,¶I act (see Annex A).¶Yours sincerely¶B¶Annex A: Plan¶The plan is this.¶It is good.¶Annex B¶More."
    assert made_up(letter) == {
        "1": "I act (see Annex A).", "annex 1": "The plan is this.", "annex 2": "It is good.", "annex 3": "More."
    }  # fmt: skip


@pytest.mark.parametrize(
    ("greeting", "sentence"),
    [
        ("Dear Inspector,", "I write about it."),
        ("Dear Ms Stanley, OBE, and Mr Jones,", "I write about it."),
        ("Dear all,", "thank you for this."),
    ],
)
def test_a_sentence_on_the_line_of_the_salutation_counts(greeting: str, sentence: str) -> None:
    """A letter may begin on the line of its salutation."""
    assert made_up(f"{greeting} {sentence}¶I welcome it.") == {"1": sentence, "2": "I welcome it."}


@pytest.mark.parametrize(
    "subject",
    ["Re: A report", "RE: A report", "Subject: A report", "**Re: A report**", "Inspection of Testshire Police",
     "How Testshire Police protects children", "Regarding: the report"],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["¶", "⏎"])
def test_the_subject_of_a_letter_is_its_headline(subject: str, gap: str) -> None:
    """The subject is known by the word before it, or because it is no sentence."""
    assert made_up(f"Dear A,{gap}{subject}{gap}I thank you.{gap}I act.") == {
        "headline": subject, "1": "I thank you.", "2": "I act."
    }  # fmt: skip
    assert made_up(f"Subject: it{gap}Dear A,{gap}I thank you.") == {"headline": "Subject: it", "1": "I thank you."}


@pytest.mark.parametrize(
    "above",
    ["12 May 2030", "Press release", "Ms Jane Doe", "To: the Chief Inspector", "Published on 1 June 2030", "01/06/2030",
     "Published on:⏎1 June 2030",
     "Chief Constable of Testshire", "1 High Street⏎Testshire⏎TE1 1AA", "www.example.org", "For immediate release",
     "Her Majesty’s Inspector of Constabulary", "Office of the Police and Crime Commissioner for Testshire"],
)  # fmt: skip
def test_the_headline_is_neither_a_date_nor_a_name(above: str) -> None:
    """What stands above a headline is not the headline."""
    assert made_up(f"{above}¶Force makes progress¶Officers are well trained.") == {
        "headline": "Force makes progress", "1": "Officers are well trained."
    }  # fmt: skip


def test_a_text_may_have_no_headline() -> None:
    """A long sentence with which a text begins is a paragraph."""
    assert list(made_up("The force said " + "and said " * 20 + "so.¶It acts.")) == ["1", "2"]


@pytest.mark.parametrize(
    "quoted",
    [
        "Dear families, we are sorry.",
        "Dear families,¶We are sorry.¶Yours sincerely,",
        "“Dear families,¶We are sorry.¶Yours sincerely,¶Chief Constable”",
    ],
)
def test_a_quoted_letter_ends_nothing(quoted: str) -> None:
    """A letter that a press release quotes loses neither what stands before it nor what follows."""
    found = made_up(f"Force says sorry¶The force has written to families.¶{quoted}¶It will act on this.").values()
    assert next(iter(found)) == "Force says sorry"
    assert list(found)[1] == "The force has written to families."
    assert "sorry." in list(found)[2]
    assert list(found)[3] == "It will act on this."


def test_a_letter_that_a_letter_quotes_ends_nothing() -> None:
    """The close of the quoted letter is not that of the letter."""
    quoted = "Dear families,¶We are sorry.¶Yours sincerely,"
    assert in_a_letter(f"I quote what they wrote:¶{quoted}¶I agree.") == [
        "I quote what they wrote:",
        "We are sorry.",
        "I agree.",
    ]


@pytest.mark.parametrize(
    "close",
    ["Kind regards,", "With best wishes", "Best regards", "Regards,", "Yours truly,", "Many thanks and kind regards",
     "Yours sincerely", "YOURS FAITHFULLY,", "  Yours sincerely  ", "Sincerely,", "Yours sincerely, A. Commissioner"],
)  # fmt: skip
def test_a_disclaimer_after_the_close_does_not_count(close: str) -> None:
    """Nothing after the close of a letter is counted."""
    assert made_up(f"Dear A,¶One thing.¶{close}¶B¶This message may be read by nobody else.") == {"1": "One thing."}


@pytest.mark.parametrize("sentence", ["My regards go to all staff.", "Many thanks to all.", "Best practice is yours."])
def test_a_sentence_is_no_close(sentence: str) -> None:
    """Words of a close within a sentence end nothing."""
    assert in_a_letter(f"{sentence}¶I act.") == [sentence, "I act."]


@pytest.mark.parametrize(
    "heading",
    [
        "Notes to editors",
        "Note to editors:",
        "Notes",
        "Editors’ notes",
        "NOTES FOR THE MEDIA",
        "Note",
        "Background notes",
    ],
)
@pytest.mark.parametrize("marks", ["1. 2.", "1) 2)", "- -", "(1) (2)", "• •"])
@pytest.mark.parametrize("gap", ["¶", "⏎"])
def test_notes_are_known(heading: str, marks: str, gap: str) -> None:
    """Notes are counted whatever heads and marks them."""
    one, two = marks.split()
    release = f"Force acts¶Officers are trained.¶{heading}¶{one} All of it.{gap}{two} Some of it.⏎It goes on."
    found = made_up(release)
    assert found["note 1"].endswith("All of it.")
    assert found["note 2"].endswith("Some of it. It goes on.")
    assert list(found) == ["headline", "1", "note 1", "note 2"]


@pytest.mark.parametrize("heading", ["Notes to editors", "Notes"])
def test_notes_without_marks_and_the_end_of_a_release(heading: str) -> None:
    """Each block is a note where none is marked; between “Ends” and the notes nothing counts."""
    release = f"Force acts¶Officers are trained.¶ENDS¶Call us at any time of day.¶{heading}¶One.¶Two."
    assert made_up(release) == {
        "headline": "Force acts",
        "1": "Officers are trained.",
        "note 1": "One.",
        "note 2": "Two.",
    }


@pytest.mark.parametrize("heading", ["What did they find?", "Background:", "Why it matters", "3. Next steps", "# Next"])
def test_headings_are_no_paragraphs(heading: str) -> None:
    """A question or a label above a paragraph is a heading, and is not merged with it."""
    assert in_a_letter(f"I thank you.¶{heading}¶They found delays.") == ["I thank you.", "They found delays."]


def test_questions_may_be_paragraphs() -> None:
    """Questions one below the other, or with something else beside them, are what a letter says."""
    questions = ["I ask.", "Who found it? Please do say so.", "When was it?", "Where was it?"]
    assert in_a_letter("¶".join(questions)) == questions


def test_printed_numbers_are_places() -> None:
    """A number that a document prints before a paragraph is its place, as far as the next."""
    report = (
        "Report on Testshire¶Introduction¶It begins.¶2.1 Staff are few.¶2. Findings¶2.2 They wait.¶“We wait.”¶2.10 End."
    )
    assert made_up(report) == {
        "headline": "Report on Testshire", "1": "It begins.", "2.1": "2.1 Staff are few.",
        "2.2": "2.2 They wait. “We wait.”", "2.10": "2.10 End.",
    }  # fmt: skip


def test_printed_whole_numbers_are_the_count() -> None:
    """Where the first paragraph is printed 1, the printed numbers are the count."""
    assert made_up("Dear A,¶1. I thank you.¶2. You found this.¶“We wait.”¶3. I act.") == {
        "1": "1. I thank you.", "2": "2. You found this. “We wait.”", "3": "3. I act."
    }  # fmt: skip


def test_numbers_that_are_no_paragraphs() -> None:
    """An amount at the beginning of a paragraph, or a number after the first paragraph, is none that counts."""
    assert list(made_up("Dear A,¶2.4 million wait.¶I act.")) == ["1", "2"]
    assert list(made_up("Dear A,¶I thank you.¶1. I act.¶2. You ask.")) == ["1", "2", "3"]


@pytest.mark.parametrize(
    "table",
    ["| Who | What |⏎|---|---|⏎| Force | Trains staff |⏎| Panel | |", "Who\tWhat⏎Force\tTrains staff⏎Panel\t-",
     "Who      What⏎Force    Trains staff⏎Panel    -", "Who | What¶Force | Trains staff¶Panel | -"],
    ids=["bars", "tabs", "spaces", "with empty lines"],
)  # fmt: skip
def test_rows_of_a_table_are_places(table: str) -> None:
    """Each row can be cited, counted from the top of its table."""
    found = made_up(f"Dear A,¶My plan is:¶{table}¶I act.¶A | B⏎C | D")
    assert list(found) == ["1", "2", *(f"table 1 row {n}" for n in (1, 2, 3)), "table 2 row 1", "table 2 row 2"]
    assert found["table 1 row 2"] == "Force | Trains staff"


def test_the_foot_of_a_page_is_no_row() -> None:
    """What stands below a table at the end of a page is no part of it."""
    found = made_up("Dear A,¶My plan is:¶Page | Staff⏎2 | 40⏎Page | 2¶OFFICIAL¶I act.")
    assert list(found) == ["1", "2", "table 1 row 1", "table 1 row 2"]


def test_indented_paragraphs_are_no_table() -> None:
    """A paragraph that begins with a tab has one text, and a row has several."""
    assert list(made_up("Dear A,¶\tI thank you.¶\tI act.⏎\tI ask.")) == ["1", "2", "3"]
    assert made_up("Dear A,¶\tI thank you.¶Who\tWhat⏎\tTraining")["table 1 row 2"] == "| Training"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\v", "\x85"])
def test_lines_end_in_any_way(end: str) -> None:
    """Texts from other programs end lines in other ways, also several ways in one text."""
    assert made_up(f"Dear A,{end}{end}I thank you.{end}I act.¶I ask.") == {
        "1": "I thank you.", "2": "I act.", "3": "I ask."
    }  # fmt: skip


REASONS = """\
Testshire Council

Dear Panel,

Re: Our work

Training

We train all staff.

2

www.example.org

12 May 2030

Yours sincerely,

A. Chief
"""


def test_each_block_has_a_place_or_a_reason() -> None:
    """Nothing is left out without a word on why."""
    assert [str(block.place or block.reason) for block in blocks_of(REASONS)] == [
        "before the salutation", "salutation", "headline", "heading", "1", "page number", "link", "date",
        "close of the letter", "after the end of the text",
    ]  # fmt: skip


@pytest.mark.parametrize("document", [LETTER, ANNOUNCEMENT, REASONS, ""])
def test_a_marked_copy_counts_as_its_text(document: str) -> None:
    """The marks that are written are read as the places that were counted."""
    marked = with_marks(blocks_of(document))
    assert texts(marked) == texts(document)
    assert texts(marked.replace("\n", "\r\n")) == texts(document)
    assert with_marks(blocks_of(marked)) == marked


PARTS = st.sampled_from(
    ["Dear A,", "I act.", "I act on the", "findings.", "• one;", "1. two", "2.1 Three.", "a | b", "a\tb", "|---|---|",
     "2", "Yours sincerely", "Annex A", "Notes to editors", "- note", "Training", "Re: it", "[1] See.", "https://x.org",
     "ENDS", "What is it?", "It says:", "“So.”", "\n", "\n\n", " ", "\f", "\u00a0", "TE1 1AA", "12 May 2030", "# Next"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=40).map("\n".join))
def test_nothing_is_lost_whatever_the_text(text: str) -> None:
    """Every word is in a block, in its order, and every block has a place or a reason; a marked copy has the same."""
    blocks = blocks_of(text)
    ruling = str.maketrans("", "", "|:-")
    kept = "".join("".join(block.text for block in blocks).split()).translate(ruling)
    assert kept == "".join(text.split()).translate(ruling)
    assert all((block.place is None) == bool(block.reason) for block in blocks)
    assert texts(with_marks(blocks)) == texts(text)


def test_marks_are_what_a_curator_writes() -> None:
    """In a marked copy nothing is guessed: marks are places, the same mark twice is one, the rest is left out."""
    marked = (
        "[marks] …\n\n[H] Dear all,\n\n[2] One [1] and\n\n[- page] 2\n\n[2] two.\n\n"
        "[A1] Annex\n[T1.2] a | b\n[N3] So.\n[2.4] x\n[-]\nend"
    )
    assert texts(marked) == {
        "headline": "Dear all,", "2": "One [1] and two.", "2.4": "x", "table 1 row 2": "a | b", "annex 1": "Annex",
        "note 3": "So.",
    }  # fmt: skip
    assert blocks_of(marked)[2] == Block("2", None, "page")


REPORT = """\
Children who go missing

1 What we did

1.1 We read 52 cases.

2 Answering calls

2.1 Callers are asked what
matters.

Recommendations

1. The force should check each grade.

2. The force should attend;

3 After the child is found
3.1 Few are asked.

Recommendation 3: Within six months, councils should agree.
"""


def test_the_heading_of_a_chapter_is_no_paragraph() -> None:
    """A chapter is known by its number: 3 stands before 3.1, also on the line above it and after a list."""
    assert [block.text for block in blocks_of(REPORT) if block.reason == "heading"] == [
        "1 What we did", "2 Answering calls", "Recommendations", "3 After the child is found"
    ]  # fmt: skip
    assert texts(REPORT) == {
        "headline": "Children who go missing",
        "1.1": "1.1 We read 52 cases.",
        "2.1": "2.1 Callers are asked what matters. 1. The force should check each grade. 2. The force should attend;",
        "3.1": "3.1 Few are asked. Recommendation 3: Within six months, councils should agree.",
    }


def test_a_subject_may_go_on_after_a_dash() -> None:
    """A line that begins with a dash below the subject is part of it, and an item of a list is none."""
    subject = "Dear A,\n\nRESPONSE TO YOUR REPORT\n– MISSING CHILDREN\n\nI thank you.\n\nYours sincerely"
    assert texts(subject) == {"headline": "RESPONSE TO YOUR REPORT – MISSING CHILDREN", "1": "I thank you."}


@pytest.mark.parametrize("words", ["I accept all of its many\nrecommendations.", "It is a\ncause of concern."])
def test_a_line_of_a_sentence_is_no_heading(words: str) -> None:
    """What an inspectorate calls its requests parts a text only as a line of its own, with a capital."""
    assert in_a_letter(words) == [words.replace("\n", " ")]


def test_marks_are_counted_anew_without_gaps() -> None:
    """Each part counts from 1; the same mark stays the same place, and the document's own numbers stay."""
    blocks = blocks_of(
        "[marks]\n[H] A\n[2] B\n[9] C\n[2] D\n[2.4] E\n[T3.2] F\n[T3.9] G\n[T1.1] H\n[N4] I\n[A2] J\n[-] K"
    )
    close_gaps(blocks)
    assert [block.place.mark if block.place else "-" for block in blocks] == [
        "H", "1", "2", "1", "2.4", "T1.1", "T1.2", "T2.1", "N1", "A1", "-"
    ]  # fmt: skip
