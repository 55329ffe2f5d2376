"""The question sheet: what was picked, in its order, with what is to be read with it."""

from scrutiny.ui.views.questions import question_sheet


def test_the_sheet_has_every_question_in_its_order() -> None:
    """Numbered, each with its remark; a question without one has none."""
    text = question_sheet("Questions", [("First?", "With care."), ("Second?", "")], as_of="15 November 2030")
    assert text.split("\r\n") == [
        "Questions",
        "Last checked 15 November 2030",
        "",
        "1. First?",
        "   With care.",
        "",
        "2. Second?",
        "",
    ]
