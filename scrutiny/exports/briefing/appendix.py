"""The annex to a report: every point with its code, its exact words, its source and its notes."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

from scrutiny.analysis.answers import answer_kind, answered_concerns
from scrutiny.analysis.caveats import COUNT_CAVEATS
from scrutiny.analysis.facts import NOTE, facts, kind_label, reference, voice_label
from scrutiny.analysis.pairs import PairView, differences
from scrutiny.analysis.panel import asked_before, in_a_line, minuted
from scrutiny.analysis.papers import NO_ADDRESS, Paper, papers
from scrutiny.analysis.reply_clock import CAUTION, reply_times
from scrutiny.exports.about import LICENCE_WORDS
from scrutiny.exports.briefing.document import BriefingDocument, Line, Run
from scrutiny.exports.briefing.selection import Selection
from scrutiny.register.records import Action, Commitment, Document, Entry, Inspection
from scrutiny.register.vocabulary import Answer, EntryKind, LabelledEnum, PairStrength, Voice
from scrutiny.wording import date_as_printed, document_name, lower_first, office, upper_first

_HOW_TO_READ = (
    "Every point, in the order of its document: its code and our summary, then the exact words, quoted. In small type: "
    "its source, whose words it is in, local or national, and about whom. A dashed line at the side shows the letter’s "
    "own view. A gap is a gap in the papers that were read."
)
_STYLES = {EntryKind.NEED: EntryKind.COMMITMENT, EntryKind.RECOMMENDATION: EntryKind.FIGURE}  # of the same colour
_GAPS = ("owner", "specific", "due", "measure")  # facts of a commitment that are told where they are not stated, too


def write_annex(about: Selection, template: Path | None) -> bytes:
    """Write how to read the annex, then each inspection with its points, the comparisons, and what numbers mean."""
    annex = _Annex(about, about.begin(template, "Annex"))
    annex.write()
    return annex.paper.saved(contents_levels=2)


@dataclass(frozen=True)
class _Annex:
    about: Selection
    paper: BriefingDocument

    @cached_property
    def bookmarks(self) -> dict[str, str]:
        """The bookmark of each entry that is in the annex."""
        chosen = filter(self.about.choice.includes, self.about.register.entries)
        return {entry.full_id: f"_Entry{number:05}" for number, entry in enumerate(chosen, start=1)}

    def write(self) -> None:
        """Write the annex from its title to the licence."""
        register = self.about.register
        self.paper.paragraph(f"Annex: {self.about.title}", style="Title")
        covers = f"{self.about.choice.words(register)} Last checked {register.settings.reviewed_on.printed}."
        self.paper.paragraph(covers, style="Subtitle")
        self.paper.heading("How to read this annex")
        self.paper.paragraph(_HOW_TO_READ)
        for words in (Voice, Answer):
            self.paper.paragraph(_meanings(words), style="Entry")
        if self.about.inspections:
            self._write_reply_times()
        for inspection in self.about.inspections:
            self._write_inspection(inspection)
        if self.about.pairs:
            self._write_comparisons()
        self._write_asked_before()
        self.paper.heading("What the numbers do not tell, and licence")
        for sentence in COUNT_CAVEATS:
            self.paper.paragraph(sentence, style="List Bullet")
        self.paper.paragraph(LICENCE_WORDS)

    def _write_reply_times(self) -> None:
        """Write when each inspection was published and replied to, as far as the dates allow."""
        self.paper.heading("When each reply came")
        self.paper.paragraph(CAUTION)
        heads = ("Inspection", "Published", "Last of the 56 days", "Reply dated", "What can be said")
        chosen = {inspection.id for inspection in self.about.inspections}
        rows = [
            [
                [": ".join(filter(None, [one.inspection.short_title, one.office]))],
                *([cell] for cell in (one.published, one.last_day, one.replied, one.said)),
            ]
            for one in reply_times(self.about.register)
            if one.inspection.id in chosen
        ]
        self.paper.table("When each reply came", heads, (22, 14, 20, 14, 30), rows)

    def _write_inspection(self, inspection: Inspection) -> None:
        """Write what an inspection was, the papers on it, read or to be asked for, and the points of each document."""
        self.paper.heading(inspection.short_title)
        dates = (("Fieldwork", inspection.fieldwork), ("Published", inspection.published))
        told = [
            f"{name}: {date_as_printed(dated)}.{f' Date uncertain: {dated.doubt}' if dated.doubt else ''}"
            for name, dated in dates
            if dated
        ]
        by = ", ".join(inspection.inspectorates)
        scope = f"{inspection.scope.label} inspection by {by}. {inspection.subject}."
        self.paper.paragraph(" ".join([f"{inspection.title}.", scope, *told, inspection.note or ""]).strip())
        if comments := self.about.comments(inspection.id):
            self.paper.paragraph(*comments, style="Entry")
        heads = ("Paper", "Read, or whom to ask", "Please note")
        rows = [self._read(document) for document in inspection.documents if document.held]
        rows += [_wanted(one) for one in papers(self.about.register, self.about.today) if one.inspection == inspection]
        self.paper.table(f"Papers: {inspection.short_title}", heads, (46, 18, 36), rows)
        for document in inspection.documents:
            self._write_points(inspection, document)

    def _read(self, document: Document) -> list[list[Line]]:
        kind = f"{document.kind.label}, {self.about.register.bodies_by_id[document.body].short}: "
        title: list[str | Run] = [Run(kind, "Strong"), document.title]
        doubt = f"Date uncertain: {document.date.doubt}" if document.date and document.date.doubt else ""
        notes = " ".join(filter(None, [f"Date: {date_as_printed(document.date)}.", doubt, document.note]))
        return [[title, [Run(document.address or NO_ADDRESS, "Small Print")]], ["Read"], [notes]]

    def _write_points(self, inspection: Inspection, document: Document) -> None:
        """Write the points of a document, paragraph by paragraph."""
        points = [
            entry
            for entry in self.about.register.entries
            if (entry.inspection, entry.document) == (inspection.id, document.id) and entry.full_id in self.bookmarks
        ]
        if points:
            self.paper.heading(f"{upper_first(document_name(document))}{_told_apart(inspection, document)}", 2)
        points.sort(key=lambda entry: entry.paragraph)
        for paragraph, of_paragraph in groupby(points, key=lambda entry: entry.paragraph):
            self.paper.heading(upper_first(paragraph.label), 3)
            for entry in of_paragraph:
                name = self.bookmarks[entry.full_id]
                self.paper.paragraph(*self._lines(entry), style=_style_of(entry), name=name)

    def _lines(self, entry: Entry) -> list[Line]:
        """Return an entry's code, kind, summary and words, what is offered to it, and what to read it with."""
        register = self.about.register
        inspection = register.inspections_by_id[entry.inspection]
        document = inspection.document(entry.document)
        source = f"{document.kind.label}{_told_apart(inspection, document)}, {entry.paragraph.label}"
        short = [
            fact.short or f"{fact.label}: {fact.text}"
            for fact in facts(register, entry)
            if fact.short or (fact.key in _GAPS and isinstance(entry, Commitment))
        ]
        small = " · ".join([reference(register, entry), source, *short]).removesuffix(".")
        note = f". {NOTE}: {entry.note}" if entry.note else ""
        results = entry.result if isinstance(entry, Action) else ()
        return [
            [Run(entry.id, "Strong"), f"  {_kind_of(entry)}. {entry.summary} “{entry.excerpt}”"],
            *(f"Claimed result: {result.summary} “{result.excerpt}”" for result in results),
            *self._answers(entry),
            *self.about.comments(entry.full_id),
            [Run(f"{small}{note}", "Small Print")],
        ]

    def _answers(self, entry: Entry) -> list[Line]:
        """Name what a letter offers to a concern, with the words of what is not in the annex itself."""
        answered = answered_concerns(self.about.register).get(entry.full_id)
        if answered is None:
            return []
        said: list[str | Run] = ["The letter offers: " if answered.answered_by else f"{answered.answers[0].label}."]
        for place, one in enumerate(answered.answered_by):
            words = "" if one.full_id in self.bookmarks else f": {one.summary.removesuffix('.')}"
            said += ["; " if place else "", f"{lower_first(answer_kind(one).label)} ", self._link(one), words]
        return [said]

    def _write_comparisons(self) -> None:
        """Write clear links, then possible ones, each with its caution."""
        self.paper.heading("Then and since")
        self.paper.paragraph("Two statements side by side, chosen by hand to prompt questions, not to pass judgement.")
        for strength, views in groupby(self.about.pairs, key=lambda view: view.pair.strength):
            self.paper.heading(f"{strength.label}s", 2)
            read_with = " Read each with its caution." if strength is PairStrength.ARGUABLE else ""
            self.paper.paragraph(f"{strength.meaning}{read_with}")
            for view in views:
                self.paper.paragraph(*self._comparison(view), style="Entry")

    def _write_asked_before(self) -> None:
        """Write what was asked in meetings about points of the annex, open questions first."""
        register = self.about.register
        asked = [one for one in asked_before(register) if not self.bookmarks.keys().isdisjoint(one.entries)]
        if asked:
            self.paper.heading("Asked before")
        for one in asked:
            about: list[str | Run] = ["About "]
            for place, entry in enumerate(register.entries_by_id[full_id] for full_id in one.entries):
                about += ["; " if place else "", Run(reference(register, entry), to=self.bookmarks.get(entry.full_id))]
            minutes = register.meetings_by_id[one.meeting].address
            self.paper.paragraph(
                [Run(f"{one.id}  ", "Strong"), in_a_line(register, one)],
                f"To: {office(register.bodies_by_id[one.addressed_to])}. {minuted(register, one)}",
                [*about, f". Minutes: {minutes}" if minutes else "."],
                style="Entry",
            )

    def _comparison(self, view: PairView) -> list[Line]:
        pair = view.pair
        sides: list[Line] = []
        for lead, said, one in (
            ("Said earlier", view.earlier_said.words, view.earlier),
            ("Said later", view.later_said.words, view.later),
        ):
            title = self.about.register.inspections_by_id[one.inspection].short_title
            whose = "" if one.is_own_view else voice_label(self.about.register, one)
            labels = ", ".join(map(lower_first, filter(None, [_kind_of(one), whose, one.scope.label])))
            words = f", {labels}: {one.summary} “{one.excerpt}”"
            sides.append([f"{lead}, {said} ({title}, ", self._link(one), f"){words}"])
        why: list[str | Run] = [Run("Why side by side. ", "Strong"), pair.reason]
        if pair.caution:
            why += [Run(" Caution. ", "Strong"), pair.caution]
        if view.doubt:
            why += [Run(" The order is uncertain. ", "Strong"), view.doubt]
        small = f"{'; '.join(differences(self.about.register, view))}."
        return [[Run(f"{pair.id}  {pair.relation.label}", "Strong")], *sides, why, [Run(small, "Small Print")]]

    def _link(self, entry: Entry) -> Run:
        return Run(entry.id, to=self.bookmarks.get(entry.full_id))


def _wanted(paper: Paper) -> list[list[Line]]:
    title: list[str | Run] = [Run(f"{paper.kind}{': ' if paper.title else ''}", "Strong"), paper.title]
    where = " ".join(filter(None, [paper.state, paper.address]))
    return [[title, [Run(where, "Small Print")]], [f"Ask: {paper.ask}"], [paper.note]]


def _meanings(words: Iterable[LabelledEnum]) -> str:
    """Say what words of a vocabulary mean: “Undertaking: the author will do it.”."""
    return " ".join(f"{word.label}: {lower_first(word.meaning)}" for word in words)


def _style_of(entry: Entry) -> str:
    """Name the style of an entry: a bar of its kind's colour at the left, broken for the letter's own view."""
    kind = _STYLES.get(entry.entry_kind, entry.entry_kind)
    return f"{kind.capitalize()}{' Own View' if entry.is_own_view else ''}"


def _kind_of(entry: Entry) -> str:
    """Name an entry's kind; a finding that is a letter's own view is said to be."""
    return f"{kind_label(entry)} in the letter’s own view" if entry.is_own_view else kind_label(entry)


def _told_apart(inspection: Inspection, document: Document) -> str:
    """Return a document's id in brackets where several of its kind were read."""
    several = sum(one.held and one.kind is document.kind for one in inspection.documents) > 1
    return f" ({document.id})" if several else ""
