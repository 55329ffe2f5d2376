"""The report for a committee: at most four pages, in numbered paragraphs, in words and without codes."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from scrutiny.analysis import counts
from scrutiny.analysis.caveats import COUNT_CAVEATS
from scrutiny.analysis.checkable import CheckableCommitment, commitments_by_id
from scrutiny.analysis.frames import frames
from scrutiny.analysis.pairs import differences
from scrutiny.analysis.papers import NO_ADDRESS, Paper, papers
from scrutiny.analysis.questions import SheetQuestion
from scrutiny.analysis.recommendations import name, replies_to
from scrutiny.analysis.reply_clock import CAUTION, clock_words
from scrutiny.exports.briefing.document import BriefingDocument, Row, Run
from scrutiny.exports.briefing.selection import NAME, Detail, Selection, cut, letter_name, source_of
from scrutiny.exports.briefing.themes import Themes
from scrutiny.register.records import Document, Recommendation
from scrutiny.register.vocabulary import Answer, DocumentKind, PairStrength, Scope, Tick, Voice
from scrutiny.wording import (
    NOT_STATED,
    count_of,
    date_as_printed,
    format_date,
    join_list,
    lower_first,
    office,
    upper_first,
)

MOST_PAGES: Final = 3.8
"""The estimate of the number of pages with which a report has at most four; it errs by a twentieth."""
MOST_WORDS_IN_BOX: Final = 80

# Each tells less than the one before.
_DETAILS = (
    Detail(concerns=12, strengths=12, answers=4, promises=12, pairs=3, highlights=5),
    Detail(concerns=5, strengths=3, answers=3, promises=12, pairs=3, highlights=5),
    Detail(concerns=4, strengths=2, answers=2, promises=10, pairs=3, highlights=4),
    Detail(concerns=3, strengths=2, answers=2, promises=8, pairs=3, highlights=4),
    Detail(concerns=3, strengths=1, answers=2, promises=6, pairs=3, highlights=3),
    Detail(concerns=2, strengths=1, answers=2, promises=6, pairs=2, highlights=3),
    Detail(concerns=2, strengths=1, answers=1, promises=6, pairs=2, highlights=3),
    Detail(concerns=2, strengths=1, answers=1, promises=5, pairs=2, highlights=3, questions=5),
    Detail(concerns=1, strengths=1, answers=1, promises=5, pairs=2, highlights=3, questions=5),
    Detail(concerns=1, strengths=1, answers=1, promises=5, pairs=2, highlights=3, questions=5, themes=10),
    Detail(concerns=1, strengths=1, answers=1, promises=4, pairs=1, highlights=3, questions=5, themes=8),
    Detail(concerns=1, strengths=0, answers=1, promises=4, pairs=1, highlights=3, questions=5, themes=8),
    Detail(concerns=1, strengths=0, answers=1, promises=3, pairs=1, highlights=2, questions=5, themes=5),
)
_TO_FILL_IN = "To be confirmed"
_QUESTIONS = "_Questions"  # the bookmark of the paragraph with the questions
_MOST_NAMES = 3
_MOST_PAPERS = 5
_MOST_WANTED = 4
_IN_CELL = 80  # letters in a narrow cell


def write_report(about: Selection, template: Path | None) -> bytes:
    """Write as much as four pages hold."""
    themes = Themes(about)

    @cache
    def written(place: int, *, is_draft: bool = False) -> BriefingDocument:
        paper = about.begin(template, "Panel briefing", is_draft=is_draft)
        report = _Report(about, themes, paper, _DETAILS[place])
        report.write()
        return report.paper

    def fits(place: int) -> bool:
        return written(place, is_draft=place > 0).pages <= MOST_PAGES  # most fit with all that there is to tell

    last = len(_DETAILS) - 1
    place = 0 if fits(0) else bisect(range(last), False, lo=1, key=fits)
    return written(place, is_draft=False).saved()


@dataclass(frozen=True)
class _Report:
    about: Selection
    themes: Themes
    paper: BriefingDocument
    detail: Detail

    def write(self) -> None:
        """Write the report from its title to its background papers."""
        self._write_head()
        self.paper.heading("Purpose")
        self.paper.numbered(" ".join(self._purpose()))
        self.paper.heading("Recommendation")
        ask = ", and to put the questions in paragraph " if self._asked else "."
        recommendation = self.paper.numbered(
            f"The Panel is asked to note what the papers say was found and promised{ask}"
        )
        number = self.paper.reference(recommendation, _QUESTIONS) if self._asked else None
        self._write_summary()
        if self.themes.findings:
            self.paper.heading("What was found, and what was answered")
            self.themes.write_paragraphs(self.paper, self.detail)
        self._write_promises()
        self._write_recommendations()
        if self.about.pairs:
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
        self.paper.paragraph(cut(about.title, NAME), style="Title")
        facts = {
            "Report to": about.panel,
            "Date of meeting": about.meeting.day or _TO_FILL_IN,
            "Agenda item": about.meeting.item or _TO_FILL_IN,
            "Report of": settings.author,
            "Contact": settings.contact,
        }
        rows = [[[name], [cut(text)]] for name, text in facts.items()]
        self.paper.table("The meeting and the report", (), (24, 76), rows)

    def _purpose(self) -> Iterator[str]:
        """Say what the report is for, and what was inspected, by whom and when."""
        read = [one for one in self._documents if one.held]
        sources = self._named(read) if read and len(read) <= _MOST_NAMES else count_of(len(read), "document")
        yield f"To tell the Panel what {cut(sources)} said was found and promised, so that members can prepare."
        inspections = self.about.inspections
        if len(inspections) > 1:
            titles = [cut(one.short_title, NAME) for one in inspections[:_MOST_PAPERS]]
            more = len(inspections) - len(titles)
            yield f"It covers these inspections: {join_list([*titles, *([f'{more:,} more'] if more else [])])}."
            return
        for one in inspections:
            dates = (("fieldwork", one.fieldwork), ("published", one.published))
            known = [f"{what} {format_date(day)}" for what, day in dates if day and day.date]
            when = f" ({'; '.join(known)})" if known else ""
            by = cut(join_list(one.inspectorates), NAME)
            yield f"This {one.scope} inspection by {by}{when} looked at {cut(lower_first(one.subject))}."
            clock = clock_words(self.about.register, one)
            yield f"{clock} {CAUTION}" if one.replies else clock
            if one.scope is Scope.NATIONAL:
                yield COUNT_CAVEATS[4]

    def _write_summary(self) -> None:
        """Write the numbers with their chart, then the highlights that rest on what is chosen."""
        self.paper.heading("Summary")
        if self.themes.findings:
            self.themes.write_chart(self.paper)
        else:
            self.paper.numbered(self.themes.numbers or "There are no findings for this selection.")
        for highlight in self.about.choice.highlights_in(self.about.register)[: self.detail.highlights]:
            self.paper.numbered(cut(highlight.sentence), *self.about.comments(highlight.id))

    def _write_promises(self) -> None:
        """Write what the letters' authors promise as a table, or else what inspectorates do; and what is no promise."""
        self.paper.heading("What was promised")
        register = self.about.register
        by_id, rows = commitments_by_id(register, self.about.today), self.about.rows(frames(register).entries)
        every = [by_id[one.full_id] for one in self.about.fitting(register.commitments)]
        own = [one for one in every if one.commitment.voice is Voice.RESPONDENT]
        shown = own or every
        if more := max(0, len(shown) - self.detail.promises):
            shown = sorted(shown, key=lambda one: not one.commitment.specific)[: self.detail.promises]
        lead = ["What was promised or expected, in our words." if own else "No letter here promises anything."]
        if shown and not own:
            lead.append("What inspectorates promised or asked for:")
        elif own and len(every) > len(own):
            lead.append(f"The annex also has {counts.inspectorate_commitments.words(rows)}.")
        if counts.needs.of(rows):
            lead.append(f"The annex also has {counts.needs.words(rows)}, which nobody takes on.")
        paragraph = self.paper.numbered(" ".join(lead))
        if shown:
            paragraph.paragraph_format.keep_with_next = True
            heads = ("Who acts", "What", "By when", "How measured")
            self.paper.table("What was promised", heads, (18, 48, 17, 17), [self._promise(one) for one in shown])
        if more:
            others = count_of(more, "more commitment")
            self.paper.numbered(f"The annex has {others}. Those that name a specific act come first here.")

    def _write_recommendations(self) -> None:
        """Write what inspectors ask for, of whom, and what the replies say; nothing where there is none."""
        register = self.about.register
        every = self.about.fitting(register.recommendations)
        if not every:
            return
        self.paper.heading("What inspectors recommended")
        number = counts.recommendations.words(self.about.rows(frames(register).entries))
        more = " The first are here, the others in the annex." if len(every) > self.detail.promises else ""
        lead = self.paper.numbered(f"There are {number}, in our words.{more}")
        lead.paragraph_format.keep_with_next = True
        rows = [self._recommendation(one) for one in every[: self.detail.promises]]
        heads = ("Asked of", "What", "By when", "The reply")
        self.paper.table("What inspectors recommended", heads, (18, 48, 17, 17), rows)

    def _recommendation(self, one: Recommendation) -> Row:
        register = self.about.register
        answers = [said.answer.label for said in replies_to(register, one) if said.answer]
        cells = (
            cut(office(register.bodies_by_id[one.addressee]), _IN_CELL),
            f"{name(one)}: {one.summary}",
            f"“{cut(one.due.printed, _IN_CELL)}”" if one.due else NOT_STATED,
            "; ".join(answers) or Answer.NO_REPLY.label,
        )
        return [[cut(cell)] for cell in cells]

    def _promise(self, one: CheckableCommitment) -> Row:
        commitment, due, measure = one.commitment, one.terms[Tick.DATE], one.terms[Tick.MEASURE]
        remarks = [
            "date uncertain" if commitment.due and commitment.due.doubt else "",
            f"date passed{'' if one.later_held else ', nothing later read'}" if one.has_passed else "",
        ]
        remark = "; ".join(filter(None, remarks))
        inspection = self.about.register.inspections_by_id[commitment.inspection]
        title = f" ({cut(inspection.short_title, NAME)})" if len(self.about.inspections) > 1 else ""
        cells = (
            cut(office(self.about.register.bodies_by_id[commitment.owner]), _IN_CELL)
            if commitment.owner
            else NOT_STATED,
            f"{commitment.summary}{title}",
            f"“{cut(due, _IN_CELL)}”{f' ({remark})' if remark else ''}" if due else NOT_STATED,
            f"“{cut(measure, _IN_CELL)}”" if measure else NOT_STATED,
        )
        return [[cut(cell)] for cell in cells]

    def _write_comparisons(self) -> None:
        """Write clear links in words, each with its caution; possible ones are left to the annex."""
        self.paper.heading("Then and since")
        clear = [view for view in self.about.pairs if view.pair.strength is PairStrength.STRONG][: self.detail.pairs]
        for view in clear:
            theme = self.about.register.themes_by_id[view.theme].label
            said = [
                Run(cut(f"{theme}: {lower_first(view.pair.relation.label)}. "), "Strong"),
                Run(f"{cut(view.pair.reason)} "),
            ]
            if view.pair.caution:
                said += [Run("Caution. ", "Emphasis"), Run(f"{cut(view.pair.caution)} ")]
            differ = "; ".join(map(lower_first, differences(self.about.register, view)))
            self.paper.numbered([*said, Run(f"{upper_first(differ)}.", "Small Print")])
        if more := len(self.about.pairs) - len(clear):
            none = "" if clear else "No two statements are clearly linked. "
            others = count_of(more, "more comparison" if clear else "possible link")
            self.paper.numbered(f"{none}The annex has {others}, each with its caution.")

    @cached_property
    def _asked(self) -> list[SheetQuestion]:
        return self.about.asked if self.about.picked else self.about.asked[: self.detail.questions]

    def _write_questions(self) -> None:
        self.paper.heading("Questions")
        lead = "Chosen for this meeting:" if self.about.picked else "Suggested for this meeting:"
        self.paper.numbered(lead, name=_QUESTIONS).paragraph_format.keep_with_next = True
        for question in self._asked:
            source = f" {source_of(self.about.register, question)}"
            small = [Run(cut(source), "Small Print")] if question.entries else []
            self.paper.paragraph([question.text, *small], style="List Number 2")

    def _basis(self) -> str:
        """Say what was read, and not, and how to take it, in at most 80 words."""
        named, counted = (" ".join(self._rests_on(by_name=by_name)) for by_name in (True, False))
        return named if len(named.split()) <= MOST_WORDS_IN_BOX else counted

    def _rests_on(self, *, by_name: bool) -> Iterator[str]:
        read, unread = ([one for one in self._documents if one.held is held] for held in (True, False))
        told, untold = (self._named(some) if by_name else count_of(len(some), "document") for some in (read, unread))
        yield f"This report rests on {told}." if read else "No document was read."
        if unread:
            # A later check that was not read is always named: without it, concerns could be taken to be still open.
            checks = [] if by_name else [one for one in unread if one.kind is DocumentKind.REVIEW][:_MOST_NAMES]
            yield f"Not read: {untold}{f', among them {self._named(checks)}' if checks else ''}."
        if not any(one.kind is DocumentKind.REPORT for one in read):
            yield "No inspection report has been read."
        yield f"{COUNT_CAVEATS[0]} A gap is a gap in the papers: it does not mean that nothing was done."
        yield f"Last checked {self.about.register.settings.reviewed_on.printed}."

    def _named(self, documents: Sequence[Document]) -> str:
        return join_list([letter_name(self.about.register, one) for one in documents])

    def _write_papers(self) -> None:
        """Write what the report rests on, and what of the newest inspections may be asked for."""
        self.paper.heading("Background papers")
        read = [one for one in self._documents if one.held]
        for one in read[:_MOST_PAPERS]:
            what = f"{one.kind.label.lower()}, {date_as_printed(one.date)}"
            address = cut(one.address or NO_ADDRESS)
            self.paper.paragraph(f"{cut(one.title)} ({cut(what, NAME)}). {address}", style="List Bullet")
        more = len(read[_MOST_PAPERS:])
        others = f"{count_of(more, 'more document')}, and " if more else ""
        annex = f"The annex to this report: {others}every point with its code, its exact words and its source."
        self.paper.paragraph(annex, style="List Bullet")
        chosen = {inspection.id for inspection in self.about.inspections}
        every = [one for one in papers(self.about.register, self.about.today) if one.inspection.id in chosen]
        if every:
            self._write_wanted(sorted(every, key=lambda one: -self.about.inspections.index(one.inspection)))

    def _write_wanted(self, every: Sequence[Paper]) -> None:
        self.paper.heading("Papers to ask for")
        for one in every[:_MOST_WANTED]:
            title = f": {one.title}" if one.title else ""
            named = cut(f"{one.kind}{title} ({cut(one.inspection.short_title, NAME)}).")
            where = cut(" ".join(filter(None, [one.state, one.address])))
            self.paper.paragraph(f"{named} {where} Ask: {cut(one.ask, NAME)}.", style="List Bullet")
        if more := len(every[_MOST_WANTED:]):
            self.paper.paragraph(f"The annex has {count_of(more, 'more paper')}.", style="List Bullet")

    @cached_property
    def _documents(self) -> list[Document]:
        return [document for one in self.about.inspections for document in one.documents]
