"""The appendix: every point with its code, as tables, by inspection and kind."""

from collections.abc import Iterator

from scrutiny.analysis.facts import voice_label
from scrutiny.register.vocabulary import EntryKind
from scrutiny.slides.deck_request import DeckRequest, unique
from scrutiny.slides.slide import LABEL, Line, Part, Slide, TableBody

_MOST_TITLE_WORDS = 7


def appendix_slides(request: DeckRequest) -> Iterator[Slide]:
    """Tables of all points that were chosen: code, point, and whose words they are."""
    for inspection in request.inspections:
        rows = request.points[request.points["inspection"] == inspection.id]
        for kind in EntryKind:
            entries = request.records(rows[rows["kind"] == kind])
            if entries:
                name = " ".join(inspection.short_title.split()[:_MOST_TITLE_WORDS])
                yield request.slide(
                    Part.APPENDIX,
                    f"{name}: {kind.plural.lower()}",
                    TableBody(
                        ("Code", "Point", "Whose words", "Where"),
                        tuple(
                            (
                                entry.id,
                                Line(entry.summary, (entry.full_id,)),
                                f"{voice_label(request.register, entry)} ({entry.scope.label.lower()})",
                                entry.paragraph.label,
                            )
                            for entry in entries
                        ),
                        (2, 14, 6, 4),
                        LABEL,
                    ),
                    subtitle=f"Appendix: {inspection.title}",
                    entries=unique([entry.full_id for entry in entries]),
                    say=[],
                )
