"""What inspectors found, inspection by inspection, with the respondent's own views and other sources apart."""

from collections.abc import Iterator

import pandas as pd

from scrutiny.analysis.edges import as_printed
from scrutiny.exports.briefing.brief import Brief
from scrutiny.register.records import Inspection
from scrutiny.register.vocabulary import Polarity, Voice


def what_inspectors_found(brief: Brief) -> None:
    """Write concerns, then strengths, by main theme."""
    brief.paper.heading("What inspectors found", 1)
    findings = brief.choice.fits(brief.frames.findings)
    _explain(brief, findings)
    for inspection in brief.inspections:
        brief.name_inspection(inspection)
        _facts(brief, inspection)
        of_it = findings[findings["inspection"] == inspection.id]
        for title, rows in _groups(of_it):
            brief.paper.heading(title, brief.level)
            _by_theme(brief, rows)
        if of_it.empty:
            brief.paper.paragraph("No finding fits what is chosen.")


def _explain(brief: Brief, findings: pd.DataFrame) -> None:
    """Say how entries are to be read, and what the voices mean that occur among them."""
    voices = [voice for voice in Voice if (findings["voice"] == voice).any()]
    meanings = " ".join(f"{voice.label}: {voice.meaning[:1].lower()}{voice.meaning[1:]}" for voice in voices)
    beside = (
        " Each stands under its main theme; those that name a chosen theme beside another are among them."
        if brief.choice.themes
        else ""
    )
    brief.paper.paragraph(
        "Each entry gives our summary, then the exact words of the document in quotation marks, and where they stand."
        f"{beside} {meanings}".strip()
    )


def _facts(brief: Brief, inspection: Inspection) -> None:
    """Write what an inspection was, its dates as printed with their doubts, and what must be known of it."""
    by = ", ".join(inspection.inspectorates)
    dates = (("Fieldwork", inspection.fieldwork), ("Published", inspection.published))
    told = [
        f"{name}: {as_printed(dated)}.{f' In doubt: {dated.doubt}' if dated.doubt else ''}"
        for name, dated in dates
        if dated
    ]
    facts = [f"{inspection.title}. {inspection.scope.label} inspection by {by}. {inspection.subject}.", *told]
    brief.paper.paragraph(" ".join([*facts, inspection.note or ""]).strip())


def _groups(findings: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """Part findings by whose they are and which way they point; voices are never mixed."""
    own, elsewhere = findings["own_view"], findings["elsewhere"]
    parts = (
        ("{}s", ~own & ~elsewhere),
        ("{}s taken from another inspection or source", ~own & elsewhere),
        ("The respondent's own view, not inspectors': {}s", own),
    )
    for title, fits in parts:
        for polarity in Polarity:
            rows = findings[fits & (findings["polarity"] == polarity)]
            if len(rows):
                label = polarity.label if title.startswith("{}") else polarity.label.lower()
                yield title.format(label), rows


def _by_theme(brief: Brief, rows: pd.DataFrame) -> None:
    """Write findings under a heading for each main theme."""
    for theme, label in brief.themes.items():
        of_theme = rows[rows["theme"] == theme]
        if len(of_theme):
            brief.paper.heading(label, brief.level + 1)
        for full_id in of_theme.index:
            brief.write_entry(str(full_id))
