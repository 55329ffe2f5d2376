"""Findings by theme: a chart with a symbol for each, and a paragraph in words with what is offered in answer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby, product
from typing import Final

from scrutiny.analysis import counts
from scrutiny.analysis.answers import answered_concerns, answers
from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.analysis.facts import basis, voice_label
from scrutiny.analysis.frames import frames
from scrutiny.charts import style
from scrutiny.charts.answers import answers_headline
from scrutiny.charts.commitments import commitments_headline
from scrutiny.charts.findings import findings_headline
from scrutiny.charts.headlines import NOTHING
from scrutiny.exports.briefing.document import BriefingDocument, Line, Row, Run
from scrutiny.exports.briefing.selection import NAME, Detail, Selection, cut
from scrutiny.register.records import Entry, Finding
from scrutiny.register.vocabulary import Answer, Basis, EntryKind, Polarity, Scope
from scrutiny.wording import count_of, join_list, lower_first, upper_first, who_reports

MOST_WORDS_OF_CHART: Final = 60
"""How long the description of the chart may be that a screen reader reads."""

_MOST_SYMBOLS = 15
_MOST_ROWS = 20
_MOST_NAMES = 3
_LEADS = {
    Answer.UNDERTAKING: "Undertaken",
    Answer.EXPECTATION: "Expected",
    Answer.ACTION: "Reported",
    Answer.NEED: "Said to be needed",
}
_WITHOUT = {Answer.NONE_LISTED: ", with no specific answer listed", Answer.NO_REPLY: ", with no reply on file"}
_WHOSE = {
    Basis.FOUND: "",
    Basis.ELSEWHERE: " taken from elsewhere",
    Basis.OWN: " in the letter’s own view",
}


@dataclass(frozen=True)
class Themes:
    """The findings of a selection, sorted by their main theme."""

    about: Selection

    @cached_property
    def findings(self) -> dict[str, list[Finding]]:
        """The findings by the label of their main theme: concerns first; inspectors', local, of the newest first."""
        orders = [list(Polarity), list(Basis), list(Scope), [one.id for one in reversed(self.about.inspections)]]

        def order(one: Finding) -> list[int]:
            values = (one.polarity, basis(self.about.register, one), one.scope, one.inspection)
            return [known.index(value) for known, value in zip(orders, values, strict=True)]  # type: ignore[attr-defined]

        found = sorted(self.about.fitting(self.about.register.distinct_findings), key=order)
        by_theme = {
            theme.label: [one for one in found if one.themes[0] == theme.id] for theme in self.about.register.themes
        }
        return {cut(label, NAME): of_theme for label, of_theme in by_theme.items() if of_theme}

    @cached_property
    def numbers(self) -> str:
        """The headlines of the charts on what is chosen, as sentences; empty where there is nothing to count."""
        return " ".join(f"{upper_first(sentence)}." for sentence in self._headlines())

    def _headlines(self) -> Iterator[str]:
        about = self.about
        findings = about.rows(frames(about.register).findings)
        if len(findings):
            author = who_reports(about.inspections[0]) if len(about.inspections) == 1 else "The papers report"
            yield findings_headline(findings, author=author)
        concerns = about.rows(answers(about.register))
        for scope in Scope:
            raised = concerns[(concerns["scope"] == scope) & ~concerns["own_view"]]
            if counts.concerns.of(raised):
                yield answers_headline(raised, scope)
        promised = commitments_headline(about.rows(checkable_commitments(about.register, about.today)))
        if promised != NOTHING:
            yield promised

    def write_chart(self, paper: BriefingDocument) -> None:
        """Draw each finding as a symbol, in the rows of a table that the numbers and the key lead."""
        every = list(chain.from_iterable(self.findings.values()))
        sorts = {(one.polarity, basis(self.about.register, one)) for one in every}
        key: list[str | Run] = []
        for way, whose in filter(sorts.__contains__, product(Polarity, Basis)):
            key += ["; " if key else "Each symbol is one point: ", _symbols(way, whose, 1), f" {way}{_WHOSE[whose]}"]
        paper.numbered(
            self.numbers, [*key, "; N national." if self._mixes_scopes else "."]
        ).paragraph_format.keep_with_next = True
        shown = list(self.findings.items())[:_MOST_ROWS]
        rows: list[Row] = [[[theme], *([self._cell(found, way)] for way in Polarity)] for theme, found in shown]
        raised = {
            theme: sum(self._is_raised(one) for one in found)
            for theme, found in self.findings.items()
            if any(map(self._is_raised, found))
        }
        most = sorted(raised, key=raised.__getitem__, reverse=True)[:_MOST_NAMES]
        told = self.numbers.partition(". ")[0].removesuffix(".")
        alt = f"Chart with a symbol for each point by theme, concerns left, strengths right. {told}."
        if most:
            alt += f" Most concerns by inspectors: {join_list([f'{theme} ({raised[theme]:,})' for theme in most])}."
        alt = " ".join(alt.split()[:MOST_WORDS_OF_CHART])
        heads = ("Theme", *(f"{way.label}s" for way in Polarity))
        paper.table("Concerns and strengths by theme", heads, (38, 34, 28), rows, description=alt, whole=True)

    def write_paragraphs(self, paper: BriefingDocument, detail: Detail) -> None:
        """Write for each theme its findings, in our sentences, and what is offered to its concerns."""
        # Where there is no room for all, those are left to the annex that fewer inspections raised, or with less.
        kept = sorted(self.findings, key=self._raised, reverse=True)[: detail.themes]
        told: dict[str, int] = {}
        for theme in filter(kept.__contains__, self.findings):
            found = self.findings[theme]
            most = {Polarity.CONCERN: detail.concerns, Polarity.STRENGTH: detail.strengths}
            shown = [one for way in Polarity for one in [one for one in found if one.polarity is way][: most[way]]]
            left_out = len(found) - len(shown)
            for inspection in reversed(self.about.inspections):
                if of_one := [one for one in shown if one.inspection == inspection.id]:
                    title = f" ({cut(inspection.short_title, NAME)})" if len(self.about.inspections) > 1 else ""
                    answer, more = self._answered(of_one, told, detail.answers, paper.number + 1)
                    lines = [[Run(f"{theme}{title}.", "Strong"), *self._found(of_one)]]
                    lines += [[Run("In answer.", "Strong"), *answer]] if answer else []
                    if more := more + left_out:
                        lines[-1].append(f" The annex has {count_of(more, 'more point')}.")
                    left_out = 0  # said with the newest
                    paper.numbered(*lines)
        if more := len(self.findings) - len(kept):
            paper.numbered(f"The annex has {count_of(more, 'more theme')}.")

    @cached_property
    def _mixes_scopes(self) -> bool:
        return len({one.scope for one in chain.from_iterable(self.findings.values())}) > 1

    def _is_raised(self, one: Finding) -> bool:
        """Tell whether a finding is a concern of inspectors of its own inspection."""
        return one.polarity is Polarity.CONCERN and basis(self.about.register, one) is Basis.FOUND

    def _raised(self, theme: str) -> tuple[int, int]:
        """Return how many inspections raised concerns, and how many."""
        raised = [one.inspection for one in self.findings[theme] if self._is_raised(one)]
        return len(set(raised)), len(raised)

    def _cell(self, found: Sequence[Finding], way: Polarity) -> Line:
        """Draw the findings of a theme that point one way; what differs in basis or scope is not added up."""
        cell: list[str | Run] = []
        of_way = [one for one in found if one.polarity is way]
        for (whose, scope), some in groupby(of_way, lambda one: (basis(self.about.register, one), one.scope)):
            number = len(list(some))
            national = " N" if scope is Scope.NATIONAL and self._mixes_scopes else ""
            symbols = _symbols(way, whose, number if number <= _MOST_SYMBOLS else 1)
            cell += ["  " if cell else "", symbols, f" {number:,}{national}"]
        return cell

    def _found(self, shown: Sequence[Finding]) -> Iterator[str | Run]:
        """Tell findings in their own sentences, each sort under its name."""
        sorts: dict[str, list[Finding]] = {}
        for one in shown:
            sorts.setdefault(self._sort(one), []).append(one)
        for sort, of_sort in sorts.items():
            yield from (Run(f" {sort}: ", "Emphasis"), _sentences(of_sort))

    def _sort(self, finding: Finding) -> str:
        """Name what a finding is: which way it points, of where, on whose word, and whether it has no answer."""
        national = finding.scope is Scope.NATIONAL or self._mixes_scopes
        whose = basis(self.about.register, finding)
        words = f", {lower_first(voice_label(self.about.register, finding))}" if whose is Basis.OWN else _WHOSE[whose]
        answered = answered_concerns(self.about.register).get(finding.full_id)
        without = _WITHOUT.get(answered.answers[0], "") if answered else ""
        if without == _WITHOUT[Answer.NO_REPLY] and not any(one.reply for one in self.about.inspections):
            without = ""  # said once, at the head
        return upper_first(f"{f'{finding.scope} ' if national else ''}{finding.polarity}s{words}{without}")

    def _answered(
        self, shown: Sequence[Finding], told: dict[str, int], most: int, number: int
    ) -> tuple[list[str | Run], int]:
        """Tell, in words and by kind, what is offered to the concerns among some findings; and how much is left out.

        Each answer is told once: `told` has the number of the paragraph in which it stands. `number` is that of this
        one.
        """
        concerns = answered_concerns(self.about.register)
        parts: list[str | Run] = []
        before: set[int] = set()
        more = 0
        for answer, lead in _LEADS.items():
            found = (concerns[one.full_id].of_kind(answer) for one in shown if one.full_id in concerns)
            given = {entry.full_id: entry for entry in chain.from_iterable(found)}
            before |= {told[full_id] for full_id in given if full_id in told}
            fresh = [entry for full_id, entry in given.items() if full_id not in told]
            told |= {entry.full_id: number for entry in fresh[:most]}
            more += len(fresh[most:])
            if fresh:
                parts += [Run(f" {lead}: ", "Emphasis"), _sentences(fresh[:most])]
        if before:
            paragraphs = join_list([str(one) for one in sorted(before)])
            parts.append(f" See {'also ' if parts else ''}paragraph{'s' if len(before) > 1 else ''} {paragraphs}.")
        return parts, more


def _sentences(entries: Iterable[Entry]) -> str:
    return " ".join(cut(one.summary) for one in entries)


def _symbols(way: Polarity, whose: Basis, number: int) -> Run:
    """Draw findings of one sort, a letter for those from elsewhere."""
    kind = EntryKind(str(way))
    glyph = "E" if whose is Basis.ELSEWHERE else style.glyph(kind, whose is Basis.OWN)
    return Run(glyph * number, colour=style.COLOURS[kind])
