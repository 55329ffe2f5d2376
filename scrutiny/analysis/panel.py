"""What the panel asked in its meetings, what was answered and what came of it; and what those concerned comment.

Nothing is ever said to be late: only for when something was promised, and by which day nothing of it was on file.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from scrutiny.analysis.cache import cached_per_register
from scrutiny.register.records import AskedQuestion, Came, Comment, Dated
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import BodyKind
from scrutiny.wording import UNCERTAIN, document_name, join_list, office


@cached_per_register
def asked_before(register: Register) -> tuple[AskedQuestion, ...]:
    """Return what was asked: open questions first, by the date promised, then by the meeting; the others newest first.

    Open is one that has no answer on file, or whose answer promises something of which nothing is on file.
    """

    def order(one: AskedQuestion) -> tuple[int, date, int]:
        held = register.meetings_by_id[one.meeting].date.earliest
        if not is_open(one):
            return 2, date.max, -held.toordinal()
        known = one.due.date if one.due else None
        return (0, known.latest, held.toordinal()) if known else (1, date.max, held.toordinal())

    return tuple(sorted(register.asked, key=order))


def is_open(one: AskedQuestion) -> bool:
    """Tell whether an answer, or what an answer promised, is still to come."""
    return not one.came and (not one.answer or one.due is not None)


def asked_about(register: Register, entries: Iterable[str]) -> list[AskedQuestion]:
    """Return what was asked about some entries, in the order of the meetings."""
    by_entry = _asked_by_entry(register.whole)
    found = {one.id: one for full_id in entries for one in by_entry.get(full_id, ())}
    return sorted(found.values(), key=lambda one: register.meetings_by_id[one.meeting].date.earliest)


def asked_on(register: Register, entries: Iterable[str]) -> str:
    """Say when it was asked before about some entries: “Asked on 12 March 2030 and 3 May 2030”; empty if never."""
    days = dict.fromkeys(register.meetings_by_id[one.meeting].date.printed for one in asked_about(register, entries))
    return f"Asked on {join_list(list(days))}" if days else ""


def state(register: Register, one: AskedQuestion) -> str:
    """Say what is on file of an answer: “promised for June 2030; nothing on file by 1 July 2030”.

    Empty where all that there is to say is the answer itself, or what came.
    """
    if one.came or not one.answer or not one.due:
        return _promised(one.due) if one.due else "" if one.came or one.answer else "no answer is on file"
    checked, known = register.settings.reviewed_on, one.due.date if not one.due.doubt else None
    if checked.surely_before(known or register.meetings_by_id[one.meeting].date):
        return f"{_promised(one.due)}; last checked before that ({checked.printed})"
    return f"{_promised(one.due)}; nothing on file by {checked.printed}"


def came_words(register: Register, came: Came) -> str:
    """Say what came of a question, and in which document: “4 May 2030: … (letter of 4 May 2030; Second look)”."""
    document = register.documents_by_id.get(came.document or "")
    inspection = register.inspections_by_id[(came.document or "").partition(".")[0]] if document else None
    where = f" ({document_name(document)}; {inspection.short_title})" if document and inspection else ""
    return f"{came.date.printed}: {came.summary.removesuffix('.')}{where}."


def in_a_line(register: Register, one: AskedQuestion) -> str:
    """Say when something was asked and what is on file: “Asked on 12 March 2030; no answer is on file.”."""
    when = f"Asked on {register.meetings_by_id[one.meeting].date.printed}"
    told = state(register, one) or ("" if one.came else "the answer is in the minutes")
    return " ".join(["; ".join(filter(None, [when, told])) + ".", *(came_words(register, each) for each in one.came)])


def minuted(register: Register, one: AskedQuestion) -> str:
    """Quote a question with its answer as minuted: “The question: “…” The PCC, as minuted: “…””."""
    answer = f" {answered_by(register, one)}: “{one.answer}”" if one.answer else ""
    doubt = f" Date uncertain: {one.due.doubt}" if one.due and one.due.doubt else ""
    return f"The question: “{one.text}”{answer}{doubt}"


def answered_by(register: Register, one: AskedQuestion) -> str:
    """Say whose answer the minutes have: “Commissioner, as minuted”; empty without an answer."""
    return f"{office(register.bodies_by_id[one.by])}, as minuted" if one.by else ""


def comments_on(register: Register, about: str) -> tuple[Comment, ...]:
    """Return the comments on an entry, a highlight or an inspection, by its id, in the order of their dates."""
    return _comments(register.whole).get(about, ())


def comment_head(register: Register, comment: Comment) -> str:
    """Say whose comment it is: “Comment by Testshire Police, 3 May 2030”; an office has an article."""
    author = register.bodies_by_id[comment.by]
    article = "the " if author.kind is BodyKind.COMMISSIONER else ""
    return f"Comment by {article}{author.name}, {comment.date.printed}"


def _promised(due: Dated) -> str:
    when = f"for {due.date.printed}" if due.date else f"“{due.printed}”"
    return f"promised {when}{UNCERTAIN if due.doubt else ''}"


@cached_per_register
def _asked_by_entry(register: Register) -> Mapping[str, list[AskedQuestion]]:
    found: dict[str, list[AskedQuestion]] = {}
    for one in register.asked:
        for full_id in one.entries:
            found.setdefault(full_id, []).append(one)
    return found


@cached_per_register
def _comments(register: Register) -> Mapping[str, tuple[Comment, ...]]:
    found: dict[str, tuple[Comment, ...]] = {}
    for comment in sorted(register.comments, key=lambda one: one.date.earliest):
        found[comment.about] = (*found.get(comment.about, ()), comment)
    return found
