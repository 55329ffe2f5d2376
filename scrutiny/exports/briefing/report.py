"""The report for a committee: at most four pages, in numbered paragraphs, in words and without codes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby, product
from pathlib import Path
from typing import Final

from scrutiny.analysis import counts
from scrutiny.analysis.answers import answered_concerns, answers
from scrutiny.analysis.caveats import COUNT_CAVEATS
from scrutiny.analysis.checkable import CheckableCommitment, checkable_commitments, commitments_by_id
from scrutiny.analysis.facts import basis, voice_label
from scrutiny.analysis.frames import frames
from scrutiny.analysis.pairs import differences
from scrutiny.analysis.questions import SheetQuestion
from scrutiny.charts import style
from scrutiny.charts.answers import answers_headline
from scrutiny.charts.commitments import commitments_headline
from scrutiny.charts.findings import findings_headline
from scrutiny.charts.headlines import NOTHING
from scrutiny.exports.briefing.document import BriefingDocument, Line, Row, Run
from scrutiny.exports.briefing.selection import Selection, letter_name, places
from scrutiny.register.records import Document, Entry, Finding
from scrutiny.register.vocabulary import Answer, Basis, DocumentKind, EntryKind, PairStrength, Polarity, Scope, Tick, Voice
from scrutiny.wording import (
    count_of,
    date_as_printed,
    format_date,
    join_list,
    lower_first,
    office,
    upper_first,
    who_reports,
)

MOST_PAGES: Final = 3.8
"""The estimate of the number of pages with which a report has at most four; it errs by a twentieth."""
MOST_WORDS_IN_BOX: Final = 80
MOST_WORDS_OF_CHART: Final = 60

_TO_FILL_IN = "To be confirmed"
_NOT_STATED = "not stated"
_QUESTIONS = "_Questions"  # the bookmark of the paragraph with the questions
_MOST_NAMES = 3
_MOST_PAPERS = 5
_MOST_MARKS = 15
_MOST_ROWS = 20
_LONGEST = 400
"""Letters of a text of the data that no rule keeps short; nobody reads a report with longer ones."""
_ANSWERED = {
    Answer.UNDERTAKING: "Undertaken",
    Answer.EXPECTATION: "Expected",
    Answer.ACTION: "Reported",
    Answer.NEED: "Said to be needed",
}
_WITHOUT = {Answer.NONE_LISTED: ", with no specific answer listed", Answer.NO_REPLY: ", with no reply on file"}
_IN_CHART = {
    Basis.FOUND: "",
    Basis.ELSEWHERE: " quoted from another inspection",
    Basis.OWN: " in the letter's own view",
}


@dataclass(frozen=True)
class _Detail:
    """How much is told before the annex is pointed to.

    Of each theme so many concerns, strengths, and answers of a kind; and so many promises, comparisons, highlights,
    suggested questions and themes.
    """

    concerns: int
    strengths: int
    answers: int
    promises: int
    pairs: int
    highlights: int
    questions: int = 6
    themes: int = 16


_DETAILS = (
    _Detail(12, 12, 4, 12, 3, 5),
    _Detail(5, 3, 3, 12, 3, 5),
    _Detail(4, 2, 2, 10, 3, 4),
    _Detail(3, 2, 2, 8, 3, 4),
    _Detail(3, 1, 2, 6, 3, 3),
    _Detail(2, 1, 1, 6, 3, 3),
    _Detail(2, 1, 1, 5, 2, 3, questions=5),
    _Detail(1, 1, 1, 5, 2, 3, questions=5),
    _Detail(1, 1, 1, 5, 2, 3, questions=5, themes=10),
    _Detail(1, 1, 1, 4, 1, 3, questions=5, themes=8),
    _Detail(1, 0, 1, 4, 1, 3, questions=5, themes=8),
    _Detail(1, 0, 1, 3, 1, 2, questions=5, themes=5),
)


def write_report(about: Selection, template: Path | None) -> bytes:
    """Write as much as four pages hold, beginning with the most detail."""
    for detail in _DETAILS:
        report = _Report(about, about.begin(template, "Panel briefing"), detail)
        report.write()
        if report.paper.pages <= MOST_PAGES:
            break
    return report.paper.saved()


@dataclass(frozen=True)
class _Report:
    about: Selection
    paper: BriefingDocument
    detail: _Detail

    def write(self) -> None:
        """Write the report from its title to its background papers."""
        self._write_head()
        self.paper.heading("Purpose")
        self.paper.numbered(" ".join(self._purpose()))
        self.paper.heading("Recommendation")
        note = "The Panel is asked to note what the papers say was found and promised"
        asked = self._asked
        recommendation = self.paper.numbered(f"{note}, and to put the questions in paragraph " if asked else f"{note}.")
        number = self.paper.reference(recommendation, _QUESTIONS) if asked else None
        self._write_summary()
        self._write_findings()
        self._write_promises()
        self._write_comparisons()
        if number is not None:
            self._write_questions()
            number.text = str(self.paper.number)
            recommendation.add_run(".")
        self.paper.heading("What this rests on")
        self.paper.paragraph(self._basis(), style="Box")
        self._write_papers()

    def _write_head(self) -> None:
        about, settings = self.about, self.about.register.settings
        self.paper.paragraph(_cut(about.title), style="Title")
        facts = {
            "Report to": about.panel,
            "Date of meeting": about.meeting.day or _TO_FILL_IN,
            "Agenda item": about.meeting.item or _TO_FILL_IN,
            "Report of": settings.made_by,
            "Contact": settings.contact,
        }
        rows = [[[name], [_cut(text)]] for name, text in facts.items()]
        self.paper.table("The meeting and the report", (), (24, 76), rows)

    def _purpose(self) -> Iterator[str]:
        """Say what the report is for, and what was inspected, by whom and when."""
        read = [letter_name(self.about.register, one) for one in self._documents() if one.held]
        sources = join_list(read) if read and len(read) <= _MOST_NAMES else count_of(len(read), "document")
        yield f"To tell the Panel what {_cut(sources)} said was found and promised, so that members can prepare."
        if len(self.about.inspections) > _MOST_NAMES:
            titles = [_cut(one.short_title) for one in self.about.inspections[:_MOST_PAPERS]]
            more = len(self.about.inspections) - len(titles)
            titles += [f"{more:,} more"] if more else []
            yield f"It covers these inspections: {join_list(titles)}."
            return
        for one in self.about.inspections:
            begin = f"This {one.scope} inspection" if len(self.about.inspections) == 1 else f"“{one.short_title}”"
            dates = (("fieldwork", one.fieldwork), ("published", one.published))
            known = [f"{what} {format_date(day, with_doubt=True)}" for what, day in dates if day and day.date]
            when = f" ({'; '.join(known)})" if known else ""
            yield f"{begin} by {_cut(join_list(one.inspectorates))}{when} looked at {_cut(lower_first(one.subject))}."
            if one.reply is None:
                yield "No reply is on file."
            if one.scope is Scope.NATIONAL:
                yield COUNT_CAVEATS[4]

    def _write_summary(self) -> None:
        """Write the numbers with their chart, then the highlights that rest on what is chosen."""
        self.paper.heading("Summary")
        told = " ".join(f"{upper_first(sentence)}." for sentence in self._headlines())
        if by_theme := self._by_theme:
            self._write_chart(told, by_theme)
        else:
            self.paper.numbered(told or "There are no findings for this selection.")
        includes, by_id = self.about.choice.includes, self.about.register.entries_by_id
        highlights = [
            one.sentence for one in self.about.register.highlights if any(includes(by_id[name]) for name in one.entries)
        ]
        for sentence in highlights[: self.detail.highlights]:
            self.paper.numbered(_cut(sentence))

    def _headlines(self) -> Iterator[str]:
        """Yield the headlines of the charts on what is chosen."""
        register = self.about.register
        findings = self.about.rows(frames(register).findings)
        one = self.about.inspections[0] if len(self.about.inspections) == 1 else None
        if len(findings):
            yield findings_headline(findings, author=who_reports(one) if one else "The papers report")
        concerns = self.about.rows(answers(register))
        for scope in Scope:
            raised = concerns[(concerns["scope"] == scope) & ~concerns["own_view"]]
            if counts.concerns.of(raised):
                yield answers_headline(raised, scope)
        promised = commitments_headline(self.about.rows(checkable_commitments(register, self.about.today)))
        yield from [promised] if promised != NOTHING else []

    def _write_findings(self) -> None:
        """Write a paragraph for each theme: concerns, strengths, and what is offered in answer."""
        by_theme = self._by_theme
        if not by_theme:
            return
        self.paper.heading("What was found, and what was answered")
        # Where there is no room for all, those are left to the annex that fewer inspections raised, or with less.
        kept = sorted(by_theme, key=lambda theme: self._raised(by_theme[theme]), reverse=True)[: self.detail.themes]
        told: dict[str, int] = {}
        for theme in filter(kept.__contains__, by_theme):
            found = by_theme[theme]
            shown = [one for way in Polarity for one in self._shown(found, way)]
            titles = {self._title(one) for one in shown} if len(self.about.inspections) > 1 else set()
            of_one = f" ({titles.pop()})" if len(titles) == 1 else ""
            answer, more = self._answered(shown, told, titled=bool(titles))
            found_words = self._found(shown, titled=bool(titles))
            lines: list[list[str | Run]] = [[Run(f"{theme}{of_one}.", "Strong"), *found_words]]
            if answer:
                lines.append([Run("In answer.", "Strong"), *answer])
            if more := more + len(found) - len(shown):
                lines[-1].append(f" The annex has {more:,} more.")
            self.paper.numbered(*lines)
        if more_themes := len(by_theme) - len(kept):
            self.paper.numbered(f"The annex has {count_of(more_themes, 'more theme')}.")

    def _raised(self, found: Sequence[Finding]) -> tuple[int, int]:
        """Return how many inspections raised concerns, and how many."""
        raised = [one.inspection for one in found if one.polarity is Polarity.CONCERN]
        return len(set(raised)), len(raised)

    @cached_property
    def _by_theme(self) -> dict[str, list[Finding]]:
        """Sort the findings by their main theme: concerns first, and inspectors' first, local, of the newest."""
        rank = {one.id: place for place, one in enumerate(reversed(self.about.inspections))}
        ways, bases, scopes = list(Polarity), list(Basis), list(Scope)
        found = sorted(
            self.about.fitting(self.about.register.findings),
            key=lambda one: (
                ways.index(one.polarity),
                bases.index(basis(self.about.register, one)),
                scopes.index(one.scope),
                rank[one.inspection],
            ),
        )
        labels = {theme.id: _cut(theme.label) for theme in self.about.register.themes}
        sorted_out = {label: [one for one in found if one.themes[0] == theme] for theme, label in labels.items()}
        return {label: of_theme for label, of_theme in sorted_out.items() if of_theme}

    def _write_chart(self, told: str, by_theme: dict[str, list[Finding]]) -> None:
        """Draw a symbol for each finding, concerns and strengths side by side, as rows of a table; `told` leads it."""
        findings = self.about.rows(frames(self.about.register).findings)
        key: list[str | Run] = []
        for way, (whose, words) in product(Polarity, _IN_CHART.items()):
            if ((findings["polarity"] == way) & (findings["basis"] == whose)).any():
                key += ["; " if key else "Each symbol is one point: ", _glyphs(way, whose, 1), f" {way}{words}"]
        key += ["; N national." if self._mixes_scopes else "."]
        self.paper.numbered(told, key).paragraph_format.keep_with_next = True
        shown = list(by_theme.items())[:_MOST_ROWS]
        rows: list[Row] = [[[theme], *([self._cell(found, way)] for way in Polarity)] for theme, found in shown]
        numbers = "; ".join(
            f"{theme}: {' and '.join(count_of(sum(one.polarity is way for one in found), way) for way in Polarity)}"
            for theme, found in shown
        )
        alt = f"Chart of {count_of(len(findings), 'finding')} by theme, concerns left, strengths right. {numbers}"
        heads = ("Theme", *(f"{way.label}s" for way in Polarity))
        words = " ".join(alt.split()[:MOST_WORDS_OF_CHART])
        self.paper.table("Concerns and strengths by theme", heads, (38, 34, 28), rows, description=words, whole=True)

    @cached_property
    def _mixes_scopes(self) -> bool:
        return len({one.scope for one in self.about.fitting(self.about.register.findings)}) > 1

    def _cell(self, found: Sequence[Finding], way: Polarity) -> Line:
        """Draw the findings of a theme that point one way; what differs in basis or scope is not added up."""
        cell: list[str | Run] = []
        of_way = [one for one in found if one.polarity is way]
        for (whose, scope), some in groupby(of_way, lambda one: (basis(self.about.register, one), one.scope)):
            number = len(list(some))
            national = " N" if scope is Scope.NATIONAL and self._mixes_scopes else ""
            marks = _glyphs(way, whose, number if number <= _MOST_MARKS else 1)
            cell += ["  " if cell else "", marks, f" {number:,}{national}"]
        return cell

    def _found(self, shown: Sequence[Finding], *, titled: bool) -> Iterator[str | Run]:
        """Tell findings in their own sentences, each sort under its name."""
        sorts: dict[str, list[Finding]] = {}
        for one in shown:
            sorts.setdefault(self._sort(one), []).append(one)
        for sort, of_sort in sorts.items():
            yield from (Run(f" {sort}: ", "Emphasis"), self._sentences(of_sort, titled=titled))

    def _shown(self, found: Sequence[Finding], way: Polarity) -> list[Finding]:
        most = self.detail.concerns if way is Polarity.CONCERN else self.detail.strengths
        return [one for one in found if one.polarity is way][:most]

    def _sort(self, finding: Finding) -> str:
        """Name what a finding is: which way it points, of where, on whose word, and whether it has no answer."""
        is_national = finding.scope is Scope.NATIONAL
        scope = f"{finding.scope} " if is_national or self._mixes_scopes else ""
        name = upper_first(f"{scope}{finding.polarity}s")
        whose = {
            Basis.FOUND: "",
            Basis.ELSEWHERE: " quoted from another inspection",
            Basis.OWN: f", {lower_first(voice_label(self.about.register, finding))}",
        }[basis(self.about.register, finding)]
        answered = answered_concerns(self.about.register).get(finding.full_id)
        without = _WITHOUT.get(answered.answers[0], "") if answered else ""
        if without == _WITHOUT[Answer.NO_REPLY] and not any(one.reply for one in self.about.inspections):
            without = ""  # said once, at the head
        return f"{name}{whose}{without}"

    def _answered(self, shown: Sequence[Finding], told: dict[str, int], *, titled: bool) -> tuple[list[str | Run], int]:
        """Tell, in words and by kind, what is offered to the concerns among some findings; and how much is left out.

        Each answer is told once: `told` has the number of the paragraph in which it stands.
        """
        concerns = answered_concerns(self.about.register)
        before: set[int] = set()
        parts: list[str | Run] = []
        more = 0
        for answer, lead in _ANSWERED.items():
            found = (concerns[one.full_id].of_kind(answer) for one in shown if one.full_id in concerns)
            given = {entry.full_id: entry for entry in chain.from_iterable(found)}
            before |= {told[full_id] for full_id in given if full_id in told}
            fresh = [entry for full_id, entry in given.items() if full_id not in told]
            most = self.detail.answers
            told |= {entry.full_id: self.paper.number + 1 for entry in fresh[:most]}
            more += len(fresh[most:])
            if fresh:
                parts += [Run(f" {lead}: ", "Emphasis"), self._sentences(fresh[:most], titled=titled)]
        if before:
            paragraphs = join_list([str(number) for number in sorted(before)])
            parts.append(f" See {'also ' if parts else ''}paragraph{'s' if len(before) > 1 else ''} {paragraphs}.")
        return parts, more

    def _sentences(self, entries: Sequence[Entry], *, titled: bool) -> str:
        """Join summaries, each with the title of its inspection if asked for."""
        ends = (f" ({self._title(one)})." if titled else "." for one in entries)
        return " ".join(f"{_cut(one.summary).removesuffix('.')}{end}" for one, end in zip(entries, ends, strict=True))

    def _title(self, entry: Entry) -> str:
        return _cut(self.about.register.inspections_by_id[entry.inspection].short_title)

    def _write_promises(self) -> None:
        """Write what the letters' authors promise as a table, or else what inspectorates do; and what is no promise."""
        self.paper.heading("What was promised")
        register = self.about.register
        rows = self.about.rows(frames(register).entries)
        every = [commitments_by_id(register, self.about.today)[one.full_id] for one in self.about.fitting(register.commitments)]
        own = [one for one in every if one.commitment.voice is Voice.RESPONDENT]
        shown = own or every
        if len(shown) > self.detail.promises:
            shown = sorted(shown, key=lambda one: not one.commitment.specific)[: self.detail.promises]
        lead = ["What was promised or expected, in our words." if own else "No promise by the Commissioner is on file."]
        if shown and not own:
            lead.append("What inspectorates promised or asked for:")
        elif own and len(every) > len(own):
            lead.append(f"The annex also has {counts.inspectorate_commitments.words(rows)}.")
        if counts.needs.of(rows):
            lead.append(f"The annex also has {counts.needs.words(rows)}, which nobody takes on.")
        paragraph = self.paper.numbered(" ".join(lead))
        if not shown:
            return
        paragraph.paragraph_format.keep_with_next = True
        heads = ("Who acts", "What", "By when", "How measured")
        self.paper.table("What was promised", heads, (18, 54, 12, 16), [self._promise(one) for one in shown])
        if more := len(own or every) - len(shown):
            self.paper.numbered(f"The annex has {more:,} more. Those that name a specific act come first here.")

    def _promise(self, one: CheckableCommitment) -> Row:
        due = one.terms[Tick.DATE]
        if due and one.has_passed:
            due = f"“{due}” (date passed{'' if one.later_held else ', nothing later read'})"
        elif due:
            due = f"“{due}”{' (date uncertain)' if one.commitment.due and one.commitment.due.doubt else ''}"
        measure = one.terms[Tick.MEASURE]
        owner = one.commitment.owner
        cells = (
            office(self.about.register.bodies_by_id[owner]) if owner else _NOT_STATED,
            self._sentences([one.commitment], titled=len(self.about.inspections) > 1),
            due or _NOT_STATED,
            f"“{measure}”" if measure else _NOT_STATED,
        )
        return [[_cut(cell)] for cell in cells]

    def _write_comparisons(self) -> None:
        """Write clear links in words, each with its caution; possible ones are left to the annex."""
        if not self.about.pairs:
            return
        self.paper.heading("Then and since")
        clear = [view for view in self.about.pairs if view.pair.strength is PairStrength.STRONG]
        for view in clear[: self.detail.pairs]:
            theme = self.about.register.themes_by_id[view.theme].label
            said: list[str | Run] = [
                Run(_cut(f"{theme}: {lower_first(view.pair.relation.label)}. "), "Strong"),
                f"{_cut(view.pair.reason)} ",
            ]
            if view.pair.caution:
                said += [Run("Caution. ", "Emphasis"), f"{_cut(view.pair.caution)} "]
            differ = "; ".join(lower_first(one) for one in differences(self.about.register, view))
            said.append(Run(f"{upper_first(differ)}.", "Small Print"))
            self.paper.numbered(said)
        more = len(self.about.pairs) - min(len(clear), self.detail.pairs)
        if more:
            others = count_of(more, "more comparison" if clear else "comparison")
            self.paper.numbered(
                f"The annex has {others}, each with its caution."
                if clear
                else f"No two statements are clearly linked. The annex has {others}, each a possible link."
            )

    def _write_questions(self) -> None:
        self.paper.heading("Questions")
        lead = "Chosen for this meeting:" if self.about.picked else "Suggested for this meeting:"
        self.paper.numbered(lead, name=_QUESTIONS).paragraph_format.keep_with_next = True
        for question in self._asked:
            source = f" To: {question.addressee}. {places(self.about.register, question.entries)}."
            small = [Run(_cut(source), "Small Print")] if question.entries else []
            self.paper.paragraph([question.text, *small], style="List Number 2")

    @cached_property
    def _asked(self) -> list[SheetQuestion]:
        return self.about.asked if self.about.picked else self.about.asked[: self.detail.questions]

    def _basis(self) -> str:
        """Say what was read, and not, and how to take it, in at most 80 words."""
        read, unread = ([one for one in self._documents() if one.held is held] for held in (True, False))
        whole = " ".join(self._rests_on(read, unread, by_name=True))
        return whole if len(whole.split()) <= MOST_WORDS_IN_BOX else " ".join(self._rests_on(read, unread, by_name=False))

    def _rests_on(self, read: list[Document], unread: list[Document], *, by_name: bool) -> Iterator[str]:
        told, untold = (
            join_list([letter_name(self.about.register, one) for one in some])
            if by_name
            else count_of(len(some), "document")
            for some in (read, unread)
        )
        yield f"This report rests on {told}." if read else "No document was read."
        if unread:
            yield f"Not read: {untold}."
        if not any(one.kind is DocumentKind.REPORT for one in read):
            yield "No inspection report has been read."
        yield f"{COUNT_CAVEATS[0]} A gap is a gap in the papers: it does not mean that nothing was done."
        yield f"Last checked {self.about.register.settings.reviewed_on.printed}."

    def _write_papers(self) -> None:
        self.paper.heading("Background papers")
        documents = list(self._documents())
        for one in documents[:_MOST_PAPERS]:
            state = "read" if one.held else "not read"
            address = one.address or "No public address is known."
            self.paper.paragraph(
                f"{_cut(one.title)} ({one.kind.label.lower()}, {date_as_printed(one.date)}; {state}). {_cut(address)}",
                style="List Bullet",
            )
        if more := len(documents[_MOST_PAPERS:]):
            self.paper.paragraph(f"{upper_first(count_of(more, 'more document'))} in the annex.", style="List Bullet")
        self.paper.paragraph(
            "The annex to this report, a file of its own: every point with its code, its exact words and its source.",
            style="List Bullet",
        )

    def _documents(self) -> Iterator[Document]:
        return (document for one in self.about.inspections for document in one.documents)


def _glyphs(way: Polarity, whose: Basis, number: int) -> Run:
    """Draw findings of one sort, a letter for those of another inspection."""
    kind = EntryKind(str(way))
    glyph = "E" if whose is Basis.ELSEWHERE else style.glyph(kind, whose is Basis.OWN)
    return Run(glyph * number, colour=style.COLOURS[kind])


def _cut(text: str) -> str:
    return style.truncate(text, _LONGEST)
