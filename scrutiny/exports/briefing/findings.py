"""What inspectors found and what was answered: a row for each finding, with the respondent's own views apart."""

from collections.abc import Iterable, Iterator

import pandas as pd

from scrutiny.analysis.answers import DISPLAY_ORDER
from scrutiny.analysis.reply_clock import CAUTION, reply_clock
from scrutiny.exports.briefing.answers import answer_line, write_other_answers
from scrutiny.exports.briefing.context import BriefingContext, meanings
from scrutiny.exports.briefing.document import Line, Row, Words
from scrutiny.exports.briefing.entries import labels
from scrutiny.register.records import Inspection
from scrutiny.register.vocabulary import Polarity, Scope, Voice
from scrutiny.wording import count_of, date_as_printed

_CONCERN_SHARES = (10, 72, 37, 51)
_STRENGTH_SHARES = (10, 102, 58)


def write_findings(brief: BriefingContext) -> None:
    """Write a table for each inspection's concerns and strengths, acknowledged only first."""
    brief.paper.heading("What inspectors found, and what was answered", 1)
    _explain(brief)
    for inspection in brief.inspections:
        brief.name_inspection(inspection)
        of_it = brief.findings[brief.findings["inspection"] == inspection.id]
        _facts(brief, inspection, of_it)
        for title, rows in _groups(of_it):
            _table(brief, inspection, title, rows)
        write_other_answers(brief, inspection)


def _explain(brief: BriefingContext) -> None:
    """Say how rows are to be read, and what the voices and the answers mean that occur among them."""
    brief.paper.paragraph(
        "Each row is our summary of one entry. Its id leads to the document's own words in the annex, and to what must "
        "be known to read them fairly: see them before a row is used. “Implied” marks a concern of which no failing is "
        "printed."
    )
    voices = [voice for voice in Voice if (brief.findings["voice"] == voice).any()]
    states = [state for state in DISPLAY_ORDER if (brief.concerns["answer"] == state).any()]
    sorted_by = "A concern stands under the first of undertaking, expectation, need and action that answers it; all "
    sorted_by += "entries that do are named. A gap is a gap in the papers held." if states else ""
    told = " ".join(filter(None, [meanings(voices), sorted_by if states else "", meanings(states)]))
    if told:
        brief.paper.paragraph(told, style="Note")


def _facts(brief: BriefingContext, inspection: Inspection, findings: pd.DataFrame) -> None:
    """Write what an inspection was, its dates as printed with their doubts, and when the reply came."""
    by = ", ".join(inspection.inspectorates)
    dates = (("Fieldwork", inspection.fieldwork), ("Published", inspection.published))
    told = [
        f"{name}: {date_as_printed(dated)}.{f' In doubt: {dated.doubt}' if dated.doubt else ''}"
        for name, dated in dates
        if dated
    ]
    facts = [f"{inspection.title}. {inspection.scope.label} inspection by {by}. {inspection.subject}.", *told]
    brief.paper.paragraph(" ".join(filter(None, [*facts, inspection.note])), style="Lead")
    brief.paper.paragraph(_of_reply(inspection, findings))


def _of_reply(inspection: Inspection, findings: pd.DataFrame) -> str:
    """Say when the reply came, or that none is held; and that no finding fits."""
    reply = inspection.reply
    clock = reply_clock(inspection.published, reply.date if reply else None, held=reply is not None)
    if findings.empty:
        return f"{'When the reply came. ' if reply else ''}{clock.words} No finding fits what is chosen."
    return (
        f"When the reply came. {clock.words} {CAUTION}"
        if reply
        else f"{clock.words} So nothing can be said of answers."
    )


def _groups(findings: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Part findings by whose they are, which way they point and of where they speak; none of these is mixed."""
    for own in (False, True):
        for polarity in Polarity:
            for scope in Scope:
                fits = (findings["polarity"] == polarity) & (findings["scope"] == scope) & (findings["own_view"] == own)
                if fits.any():
                    yield f"{scope.label} {polarity}{', own view' if own else ''}", findings[fits]


def _table(brief: BriefingContext, inspection: Inspection, title: str, rows: pd.DataFrame) -> None:
    """Write findings of one sort under a heading that says which; the header says it again on each page."""
    first = rows.iloc[0]
    number = count_of(len(rows), f"{first['scope']} {first['polarity']}")
    brief.paper.heading(
        f"The respondent's own view, not inspectors': {number}"
        if first["own_view"]
        else number[:1].upper() + number[1:],
        brief.level,
    )
    name = f"{title}: {inspection.short_title}"
    if first["polarity"] == Polarity.CONCERN:
        heads = ("Id", title, "Main theme", "What the reply offers")
        brief.paper.table(name, heads, _CONCERN_SHARES, _concern_rows(brief, rows))
    else:
        brief.paper.table(name, ("Id", title, "Main theme"), _STRENGTH_SHARES, _rows(brief, rows))


def _concern_rows(brief: BriefingContext, rows: pd.DataFrame) -> Iterable[Row]:
    """Give a row for each concern with what the reply offers, in the order in which answers are shown."""
    states = brief.concerns["answer"].astype("str").reindex(rows.index)
    ranks = states.map({str(state): rank for rank, state in enumerate(DISPLAY_ORDER)})
    ordered = rows.loc[ranks.sort_values(kind="stable").index]
    for row, full_id in zip(_rows(brief, ordered), ordered.index, strict=True):
        yield Row([*row.cells, [answer_line(brief, str(full_id))]])


def _rows(brief: BriefingContext, rows: pd.DataFrame) -> Iterable[Row]:
    """Give a row for each finding: id, summary with what must be known of it, and main theme."""
    for full_id, finding in rows.iterrows():
        small = labels(brief.register.entries_by_id[str(full_id)])
        said: list[Line] = [str(finding["summary"]), *([[Words(small, "Small Print")]] if small else [])]
        yield Row([[[brief.link(str(full_id))]], said, [brief.themes[finding["theme"]]]])
