"""A question sheet as plain text, to take to a meeting or to edit further."""

from collections.abc import Sequence


def question_sheet(title: str, questions: Sequence[tuple[str, str]], *, as_of: str) -> str:
    """Write numbered questions, each with what is to be read with it, as text with CRLF line ends.

    `questions` are pairs of the wording and of a remark, such as a caution or a source; a remark may be empty.
    """
    lines = [title, f"Register reviewed on {as_of}", ""]
    for number, (wording, remark) in enumerate(questions, start=1):
        lines += [f"{number}. {wording}", *([f"   Read with it: {remark}"] if remark else []), ""]
    return "\r\n".join(lines)
