"""Every number has one definition: whatever the data, all that is said of it agrees with a recount by hand."""

import io
import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from itertools import product
from pathlib import Path

import openpyxl
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from scrutiny.analysis.answers import answers
from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.analysis.choice import Choice
from scrutiny.analysis.counts import COUNTS
from scrutiny.analysis.frames import frames
from scrutiny.analysis.pairs import pairs
from scrutiny.analysis.questions import Sheet
from scrutiny.analysis.thread import thread
from scrutiny.analysis.timeline import timeline
from scrutiny.charts.answers import answer_grid
from scrutiny.charts.commitments import commitments_by_tick
from scrutiny.charts.findings import findings_by_theme
from scrutiny.charts.matrix import columns_of, matrix
from scrutiny.charts.pairs import pairs_headline
from scrutiny.charts.picture import Picture
from scrutiny.charts.thread import theme_thread
from scrutiny.charts.timeline import timeline_in_lanes
from scrutiny.exports.workbook import workbook
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Answer, PairStrength, Scope, Tick
from scrutiny.slides.deck import build_deck
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.slide import BarsBody, Line, Part, Slide, TableBody
from scrutiny.wording import office
from tests.agreement import (
    CONCERNS_ONLY,
    agree,
    agree_on_answers,
    agree_on_commitments,
    agree_on_documents,
    agree_on_labels_of_commitments,
    agree_on_pairs,
    dated,
    rows_of_commitments,
)
from tests.exports.briefing.reading import (
    COMPARED,
    PROMISED,
    chapter,
    headings,
    made,
    made_annex,
    numbered,
    said,
    table,
)
from tests.made_up import TODAY, by_chance
from tests.real import real
from tests.recount import ANSWERS, PARTS, POINTS, Claim, Recount, claims

REAL = "real"
SEEDS = (*range(12), REAL)
FEWER = (4, 9, 12, REAL)
TODAY_OF_REAL = date(2026, 12, 1)
NEVER = re.compile(
    r"\bof \d+ commitments\b|inspectors (?:found|reported|raised|saw) (?:[^.:;]* )?no (?:\w+ )?strengths?\b|"
    r"found later|said then, january 2017|no later document held mentions it",
    re.IGNORECASE,
)
"""What was once said of the real data, and is not so."""


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Register:
    """Load the made-up data of a seed, or the real data."""
    return real() if request.param == REAL else _of_seed(request.param, tmp_path_factory.getbasetemp())


@cache
def _of_seed(seed: int, folder: Path) -> Register:
    return by_chance(folder / f"numbers-{seed}", seed).register()


def _of_seeds(seeds: Iterable[int | str]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("register", seeds, indirect=True)


def _bases(register: Register) -> list[Recount]:
    """Give what numbers can be about: all, one inspection, one scope of either, one main theme."""
    inspections = ["", *(one.id for one in register.inspections)]
    by_scope = [Recount(register, *basis) for basis in product(inspections, ("", *map(str, Scope)))]
    return [*by_scope, *(Recount(register, theme=theme.id) for theme in register.themes)]


@_of_seeds(SEEDS)
def test_a_number_counts_what_its_definition_says(register: Register) -> None:
    """Each number is what a reader counts in the records, in all of them and of each inspection, scope and theme."""
    assert {count.singular for count in COUNTS} == set(Recount(register).all)
    rows, of_concerns = frames(register).entries, answers(register)
    for basis in _bases(register):
        part = register.part([basis.inspection]) if basis.inspection else register
        ids = [entry.full_id for entry in basis.basis]
        points, concerns = rows[rows.index.isin(ids)], of_concerns[of_concerns.index.isin(ids)]
        for count in COUNTS:
            if count.singular in POINTS:
                number = count.of(points)
            elif count.singular in basis.answers:
                number = count.of(concerns)
            elif basis.scope or basis.theme:
                continue  # of these a reader can choose no part
            else:
                number = count.of(part)
            assert (count.singular, number) == (count.singular, basis.number(count.singular)), basis


# What charts draw


@dataclass(frozen=True)
class Symbol:
    """A symbol as it is seen: of a kind, hollow or filled, with its letters, somewhere."""

    full_id: str
    kind: str
    hollow: bool
    letters: str
    x: float
    y: float

    @property
    def found(self) -> bool:
        """Whether it stands for what inspectors of the inspection say."""
        return not self.hollow and "E" not in self.letters

    @property
    def local(self) -> bool:
        """Whether it is about this area."""
        return "N" not in self.letters


def _symbols(picture: Picture) -> list[Symbol]:
    """See every symbol of a chart."""
    return [
        Symbol(custom[0], str(trace.name).lower(), str(trace.marker.symbol).endswith("-open"), letters, x, y)
        for trace in picture.figure.data
        if trace.customdata is not None and trace.mode == "markers+text"
        for custom, letters, x, y in zip(trace.customdata, trace.text, trace.x, trace.y, strict=True)
    ]


def _drawn(symbols: Sequence[Symbol], scope: str = "") -> dict[str, int]:
    """Count symbols by the names that their looks stand for."""
    some = [one for one in symbols if not scope or one.local == (scope == "local")]
    findings = [one for one in some if one.kind in ("concern", "strength")]
    return {
        "concern": sum(one.found for one in findings if one.kind == "concern"),
        "strength": sum(one.found for one in findings if one.kind == "strength"),
        "own view": sum(one.hollow for one in findings),
        "finding from elsewhere": sum(not one.hollow and "E" in one.letters for one in findings),
        "point": len(some),
    }


def _findings(register: Register, inspection: str) -> Picture:
    rows = frames(register).findings
    rows = rows[rows["inspection"] == inspection]
    return findings_by_theme(rows, author="The letter reports", themes=_labels(register))


def _labels(register: Register) -> dict[str, str]:
    return {theme.id: theme.label for theme in register.themes}


def _matrix(register: Register) -> Picture:
    return matrix(
        frames(register).entries,
        columns=columns_of(register, register.inspections),
        themes=_labels(register),
        by_recurrence=False,
    )


def _answers(register: Register, scope: Scope) -> Picture | None:
    rows = answers(register)
    rows = rows[rows["scope"] == scope]
    columns = columns_of(register, register.inspections)
    return answer_grid(rows, scope=scope, columns=columns, themes=_labels(register)) if len(rows) else None


def _commitments(register: Register) -> Picture:
    bodies = {body.id: office(body) for body in register.bodies}
    return commitments_by_tick(checkable_commitments(register, TODAY), bodies=bodies, inspections={})


@_of_seeds(SEEDS)
def test_the_findings_headline_counts_the_symbols_below_it(register: Register) -> None:
    """Filled squares and circles without an E are concerns and strengths, hollow ones own views."""
    for inspection in register.inspections:
        picture = _findings(register, inspection.id)
        symbols, told = _symbols(picture), list(claims(picture.headline))
        assert {"concern", "strength"} <= {claim.name for claim in told}, picture.headline
        assert ("own views" in picture.headline) == bool(_drawn(symbols)["own view"])
        for claim in told:
            assert _drawn(symbols, claim.scope)[claim.name] == claim.number, picture.headline
        own = {f"{one.kind} (own view)" for one in symbols if one.hollow}
        assert {claim.name for claim in claims(picture.subtitle)} == own
        agree([picture.headline, picture.subtitle], [Recount(register, inspection.id)])


@_of_seeds(SEEDS)
def test_the_headline_on_themes_counts_the_symbols_below_it(register: Register) -> None:
    """A theme is raised by a filled square without an E."""
    picture = _matrix(register)
    symbols = _symbols(picture)
    concerns = [one for one in symbols if one.kind == "concern" and one.found]
    raised, locally = (
        {register.entries_by_id[one.full_id].themes[0] for one in some}
        for some in (concerns, [one for one in concerns if one.local])
    )
    numbers = [int(number) if number != "none" else 0 for number in re.findall(r"\d+|none", picture.headline)]
    assert numbers == ([len(raised), len(register.themes), len(locally)] if raised else []), picture.headline
    assert {one.full_id for one in symbols} == Recount(register).ids("point")


@_of_seeds(SEEDS)
def test_a_thread_counts_the_symbols_below_it(register: Register) -> None:
    """Points are symbols, and documents those that have one; what only gives a figure has none."""
    for theme, label in _labels(register).items():
        steps = thread(register, frames(register).entries.index, theme)
        named = {step.id: (step.inspection.short_title, step.id) for step in steps}
        picture = theme_thread(steps, frames(register).entries, theme=label, headings=named)
        symbols = _symbols(picture)
        basis = Recount(register, named=theme)
        assert {one.full_id for one in symbols} == basis.ids("point")
        if symbols:
            documents = {(one.inspection, one.document) for one in basis.basis if POINTS["point"](one)}
            points = "1 point" if len(symbols) == 1 else f"{len(symbols)} points"
            read = "1 document" if len(documents) == 1 else f"{len(documents)} documents"
            assert picture.headline == f"{label}: {points} from {read}"


@_of_seeds(SEEDS)
def test_the_headline_on_answers_counts_the_symbols_below_it(register: Register) -> None:
    """A concern stands once in the row of each kind of answer; cells say how many of inspectors stand in them."""
    for scope in Scope:
        basis = Recount(register, scope=scope)
        picture = _answers(register, scope)
        if picture is None:
            assert not basis.number("concern") + basis.number("concern (own view)")
            continue
        agree_on_answers(picture.headline, basis)
        symbols = _symbols(picture)
        found = {one.full_id for one in symbols if one.found}
        assert found == basis.ids("concern")
        assert {one.full_id for one in symbols if one.hollow} == basis.ids("concern (own view)")
        assert all(one.local for one in symbols), "all are of one scope, so that no letter tells it"
        _agree_in_cells(register, picture, symbols, scope)


def _agree_in_cells(register: Register, picture: Picture, symbols: Sequence[Symbol], scope: str) -> None:
    """Hold each cell of the grid of answers against its symbols, and those against a recount."""
    columns = [
        one for one in register.inspections if any(_of_inspection(register, symbol) == one.id for symbol in symbols)
    ]
    answer_of = {str(answer.label): ANSWERS[str(answer)] for answer in Answer}
    layout = picture.figure.layout
    names = [answer_of[re.findall("<b>(.*?)</b>", label)[0].replace("<br>", " ")] for label in layout.yaxis.ticktext]
    tops = sorted({line.y0 for line in layout.shapes if line.y0 == line.y1})
    edges = sorted({line.x0 for line in layout.shapes if line.x0 == line.x1})
    numbers = _numbers_in_cells(picture, edges, tops)
    placed: Counter[str] = Counter()
    for (row, name), (column, inspection) in product(enumerate(names), enumerate(columns)):
        inside = [one for one in symbols if (bisect(tops, one.y), bisect(edges, one.x)) == (row + 1, column + 1)]
        drawn, number = _drawn(inside), numbers.pop((row, column), None)
        assert drawn["concern"] == (number or 0) == Recount(register, inspection.id, scope).number(name), (row, column)
        assert number != 0 or (inspection.reply and not inside), "only of a letter without a word on it is said: none"
        placed.update(one.full_id for one in inside)
    assert placed == Counter(one.full_id for one in symbols)
    assert numbers == {}


def _numbers_in_cells(picture: Picture, edges: Sequence[float], tops: Sequence[float]) -> dict[tuple[int, int], int]:
    """Read the number in each cell of a grid, by row and column; none has two."""
    found = [
        ((bisect(tops, note.y) - 1, bisect(edges, note.x) - 1), int(number[1]))
        for note in picture.figure.layout.annotations
        if (number := NUMBER.fullmatch(note.text))
    ]
    assert len(dict(found)) == len(found)
    return dict(found)


NUMBER = re.compile(r"<b>(\d+)</b>")


def _of_inspection(register: Register, symbol: Symbol) -> str:
    return register.entries_by_id[symbol.full_id].inspection


@_of_seeds(SEEDS)
def test_the_headline_on_commitments_counts_the_symbols_below_it(register: Register) -> None:
    """A diamond stands in each column that a commitment states, hollow where a letter makes it."""
    picture, basis = _commitments(register), Recount(register)
    agree_on_commitments(picture.headline, basis)
    agree([picture.subtitle], [basis])
    symbols = _symbols(picture)
    assert all(one.hollow == (one.full_id in basis.ids("commitment")) for one in symbols)
    cells = [
        (note.x, note.y, int(found[1]))
        for note in picture.figure.layout.annotations
        if (found := NUMBER.fullmatch(note.text))
    ]
    lefts, tops = (sorted({cell[place] for cell in cells}) for place in (0, 1))
    assert len(cells) == len(Tick) * len(tops)
    in_rows = [
        [one for one in symbols if top <= one.y < below] for top, below in zip(tops, [*tops[1:], 1e9], strict=True)
    ]
    for x, y, number in cells:
        right = [*lefts, 1e9][lefts.index(x) + 1]
        assert sum(x <= one.x < right for one in in_rows[tops.index(y)]) == number
    labels = [" ".join(re.sub("<[^>]*>", " ", label).split()) for label in picture.figure.layout.yaxis.ticktext]
    agree([label for label in labels if "(apart)" in label], [basis])
    of_rows = agree_on_labels_of_commitments(labels, basis)
    assert all({one.full_id for one in found} <= ids for found, ids in zip(in_rows, of_rows, strict=True))
    if lefts:
        in_dates = [one for one in symbols if lefts[2] <= one.x < lefts[3]]
        assert dated(basis) == {one.full_id for one in in_dates if one.full_id in basis.ids("undertaking")}


@_of_seeds(SEEDS)
def test_the_headline_on_comparisons_counts_those_of_the_data(register: Register) -> None:
    """Clear and possible links are told apart, and each is counted once."""
    agree_on_pairs(pairs_headline(pairs(register)), Recount(register))


@_of_seeds(SEEDS)
def test_the_headline_of_the_timeline_counts_the_symbols_below_it(register: Register) -> None:
    """Dates that are known and those that are not are all there, or said to be in the table only."""
    picture = timeline_in_lanes(timeline(register))
    (trace,) = [trace for trace in picture.figure.data if trace.type == "scatter" and trace.customdata is not None]
    known_to = picture.table.loc[[full_id for (full_id,) in trace.customdata], "Known to the"]
    open_marks = int(known_to.str.startswith("date not known").sum())
    absent = sum(int(number) for number in re.findall(r"(\d+) without any date", picture.subtitle))
    known, unknown = (
        sum(int(found) for found in re.findall(pattern, picture.headline))
        for pattern in (r"^(\d+) dates? (?:from|in)", r"(\d+) (?:dates? )?not known")
    )
    assert (known, unknown) == (len(trace.customdata) - open_marks, open_marks + absent)


# What is written


def _deck(register: Register, inspection: str = "") -> dict[Part, Slide]:
    choice = Choice(inspections=(inspection,)) if inspection else Choice()
    deck = build_deck(DeckRequest(register, frames(register), choice, Sheet(), TODAY))
    return {slide.part: slide for slide in reversed(deck)}


def _bars(slide: Slide) -> Counter[tuple[str, str]]:
    """Count the symbols of a slide by the basis and the scope that they are drawn with; each row has one of both."""
    assert isinstance(slide.body, BarsBody)
    bars: Counter[tuple[str, str]] = Counter()
    for row in slide.body.rows:
        looks = Counter((mark.basis.value, "national" if mark.national else "local") for mark in row.marks)
        assert len(looks) <= 1
        bars += looks
    return bars


_CONCERNS = {"found": "concern", "own": "concern (own view)", "elsewhere": "concern (from elsewhere)"}


@_of_seeds(FEWER)
def test_slides_say_and_draw_the_numbers_of_what_they_are_about(register: Register) -> None:
    """Of all inspections and of each, headlines, bars and tables agree with what is counted in the records."""
    for inspection in ("", *(one.id for one in register.inspections)):
        deck, basis = _deck(register, inspection), Recount(register, inspection)
        counting = (Part.MINUTE, Part.CONCERNS, Part.STRENGTHS, Part.PROMISES, Part.STATED, Part.LIMITS)
        headlines = {part: deck[part].headline for part in counting if part in deck}
        agree(headlines.values(), [basis], CONCERNS_ONLY if not basis.number("concern") else None)
        agree_on_documents(headlines[Part.LIMITS], basis)
        if concerns := deck.get(Part.CONCERNS):
            wanted = {
                (look, str(scope)): replace(basis, scope=str(scope)).number(name)
                for look, name in _CONCERNS.items()
                for scope in Scope
            }
            assert _bars(concerns) == +Counter(wanted)
            assert ("own views apart" in concerns.headline or "own view" not in concerns.headline) or not (
                basis.number("concern")
            )
        if stated := deck.get(Part.STATED):
            assert isinstance(stated.body, TableBody)
            told = [[str(cell) for cell in row[1:]] for row in stated.body.rows]
            rows = list(rows_of_commitments(basis).values())
            assert Counter(row[0].partition(" of ")[2] for row in told) == Counter(str(len(ids)) for ids in rows)
        if replies := deck.get(Part.REPLIES):
            (scope,) = set(re.findall("(local|national) concern", replies.headline))
            of_scope = replace(basis, scope=scope)
            agree_on_answers(replies.headline, of_scope)
            assert isinstance(replies.body, BarsBody)
            drawn = {row.label: len(row.marks) for row in replies.body.rows}
            numbers = {answer.label: of_scope.number(ANSWERS[str(answer)]) for answer in Answer}
            assert +Counter(drawn) == +Counter(numbers)


@_of_seeds(FEWER)
def test_the_slide_of_an_earlier_inspection_counts_what_later_papers_take_up(register: Register) -> None:
    """Its headline counts the inspectors' concerns of one inspection, and those with which something is compared."""
    for inspection in ("", *(one.id for one in register.inspections)):
        slide = _deck(register, inspection).get(Part.BEFORE)
        if slide is None:
            continue
        concerns = Recount(register, slide.entries[0].partition(".")[0]).ids("concern")
        taken_up = concerns & {pair.earlier for pair in register.pairs}
        whole = f"{len(taken_up) or 'none'} of {len(concerns)} concerns"
        alone = f"{'touch' if taken_up else 'do not touch'} on the one concern"
        assert (alone if len(concerns) == 1 else whole) in slide.headline


@_of_seeds(FEWER)
def test_the_appendix_has_every_point_once(register: Register) -> None:
    """Whatever the data, nothing is missing there that was listed from the documents and not only said again."""
    request = DeckRequest(register, frames(register), Choice(), Sheet(), TODAY)
    codes: Counter[str] = Counter()
    for slide in build_deck(request, [Part.APPENDIX]):
        assert isinstance(slide.body, TableBody)
        codes.update(line.entries[0] for _, line, *_ in slide.body.rows if isinstance(line, Line))
    assert codes == Counter(entry.full_id for entry in Recount(register).basis)


@_of_seeds(FEWER)
def test_a_briefing_says_the_numbers_of_what_it_covers(register: Register) -> None:
    """Summary, chart, promises, comparisons and what it rests on agree, of all inspections or of one."""
    for inspection in ("", register.inspections[-1].id):
        document = made(register, Choice(inspections=(inspection,)) if inspection else Choice())
        covered = Recount(register, inspection)
        sentences = numbered(document)[2].partition("Each symbol")[0].replace(". ", ".\n").splitlines()
        _agree_in_summary(sentences, covered)
        for theme, *cells in table(document, "Concerns and strengths by theme")[1:]:
            (of_theme,) = [one.id for one in register.themes if one.label == theme]
            for polarity, cell in zip(("concern", "strength"), cells, strict=True):
                _agree_in_cell(cell, polarity, replace(covered, theme=of_theme), document)
        told = chapter(document, PROMISED)
        agree([told], [covered])
        rows = len(table(document, PROMISED)) - 1 if PROMISED in {*_tables(document)} else 0
        promises = "commitment" if covered.number("commitment") else "commitment by inspectorates"
        assert rows + sum(map(int, re.findall(r"The annex has (\d+) more commitments?\.", told))) == covered.number(
            promises
        )
        comparisons = chapter(document, COMPARED) if COMPARED in headings(document) else ""
        more = sum(map(int, re.findall(r"annex has (\d+) (?:more comparison|possible link)", comparisons)))
        assert more + comparisons.count("\n") + (not more and bool(comparisons)) == (
            Touching(register, inspection) if inspection else covered
        ).number("comparison")
        (box,) = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Box"]
        for words, name in (("rests on", "document read"), ("Not read:", "document not read")):
            assert {int(number) for number in re.findall(rf"{words} (\d+) document", box)} <= {covered.number(name)}


def _agree_in_summary(sentences: Iterable[str], covered: Recount) -> None:
    """Hold the sentences that a briefing begins with against a recount; all kinds of them must be there."""
    kinds = set()
    for text in sentences:
        if scopes := set(re.findall("(local|national) concerns? (?:with |ha)|on file to .* (local|national)", text)):
            ((scope,),) = (filter(None, found) for found in scopes)
            agree_on_answers(text, replace(covered, scope=scope))
            kinds.add(scope)
        elif " report" in text:
            agree([text], [covered])
            kinds.add("finding")
        else:
            agree_on_commitments(text, covered)
            kinds.add("undertaking")
    findings = sum(covered.number(name) for name in ("concern", "strength", *list(PARTS)[:4]))
    assert kinds >= ({"undertaking"} if covered.number("undertaking") else set())
    assert kinds >= ({"finding"} if findings else set())
    assert kinds >= {str(scope) for scope in Scope if replace(covered, scope=scope).number("concern")}


def _agree_in_cell(cell: str, polarity: str, basis: Recount, document: Document) -> None:
    """Hold the symbols of a cell and their numbers, inspectors', others' and own, local and national, apart."""
    mixed = "; N national." in "".join(said(document))
    drawn = {(look, bool(national)): int(number) for look, number, national in re.findall(SYMBOLS, cell)}
    assert all(len(marks) == int(number) for marks, number in re.findall(r"([■●□○E]+) (\d+)", cell))
    counted: Counter[tuple[str, bool]] = Counter()
    for scope, (look, part) in product(Scope, (("■●", ""), ("□○", " (own view)"), ("E", " (from elsewhere)"))):
        counted[look, scope is Scope.NATIONAL and mixed] += replace(basis, scope=scope).number(polarity + part)
    looks = {one: look for look in ("■●", "□○", "E") for one in look}
    told = Counter({(looks[look], national): number for (look, national), number in drawn.items()})
    assert told == +counted, cell


def _tables(document: Document) -> list[str]:
    """Give the names of the tables of a document."""
    return [one.get(qn("w:val")) for one in document.element.body.iter(qn("w:tblCaption"))]


SYMBOLS = re.compile(r"([■●□○E])+ (\d+)( N)?")


class Touching(Recount):
    """A recount of the comparisons of which either side is of an inspection."""

    @cached_property
    def papers(self) -> dict[str, int]:
        """Count comparisons alone."""
        touching = [
            one
            for one in self.register.pairs
            if self.inspection in (one.later.split(".")[0], one.earlier.split(".")[0])
        ]
        strong = sum(pair.strength is PairStrength.STRONG for pair in touching)
        return {"comparison": len(touching), "clear link": strong, "possible link": len(touching) - strong}


@_of_seeds(FEWER)
def test_a_workbook_has_a_row_for_each_that_is_counted(register: Register) -> None:
    """The sheets of a workbook have as many rows as its first sheet says, and as many as a reader counts."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(register, today=TODAY)), read_only=True)
    sheets = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    told = {row[0]: row[1] for row in sheets["About"] if isinstance(row[1], int)}
    assert told == {name: len(rows) - 1 for name, rows in sheets.items() if name != "About"}
    basis = Recount(register)
    findings = sum(basis.number(name) for name in ("concern", "strength", "own view", "finding from elsewhere"))
    commitments = sum(basis.number(name) for name in ("commitment", "commitment by inspectorates"))
    again = sum(bool(finding.restates) for finding in register.findings)  # which name what they say again
    assert told.get("Findings", 0) == findings + again
    assert told.get("Commitments", 0) == commitments
    sheets_of = {
        "reported action": "Actions",
        "figure": "Figures",
        "thing said to be needed": "Said to be needed",
        "recommendation": "Recommendations",
    }
    assert {name: told.get(sheet, 0) for name, sheet in sheets_of.items()} == {
        name: basis.number(name) for name in sheets_of
    }


# What was once said of the real data


def test_no_chart_slide_or_briefing_says_what_the_papers_do_not(real: Register) -> None:
    """None adds up what differs in author, dates what is undated, or calls silence a finding."""
    pictures = [_findings(real, one.id) for one in real.inspections]
    pictures += [_matrix(real), _commitments(real)]
    pictures += [picture for scope in Scope if (picture := _answers(real, scope))]
    texts = [
        text for one in pictures for text in (one.headline, one.subtitle, one.alt, one.key_words, one.table.to_csv())
    ]
    texts += [str(one) for one in _deck(real).values()]
    texts += [*said(made(real)), *said(made_annex(real))]
    assert len(texts) > 200
    assert [found[0] for text in texts if (found := NEVER.search(text))] == []


def test_local_concerns_are_as_many_on_replies_inspections_and_slides(real: Register) -> None:
    """Of the local inspection with a letter, headlines and the table of the matrix have one number."""
    (inspection,) = [one.id for one in real.inspections if one.reply and one.scope is Scope.LOCAL]
    number = Recount(real, inspection, "local").number("concern")
    told = (
        _findings(real, inspection).headline,
        *(one.headline for part, one in _deck(real, inspection).items() if part is not Part.BEFORE),
    )
    numbers = [claim for claim in claims(*told) if claim.name == "concern"]
    assert set(numbers) == {Claim(number, "concern", "local")}
    assert len(numbers) >= 3
    picture = _answers(real, Scope.LOCAL)
    assert picture is not None
    filled = {one.full_id for one in _symbols(picture) if one.found and one.full_id.startswith(inspection)}
    assert len(filled) == number


def test_the_operation_of_2024_carries_no_doubt(real: Register) -> None:
    """The letter says when Operation Guarding was launched; only its end is not known."""
    things = timeline(real)
    (guarding,) = things[things["label"].str.contains("Guarding")].to_dict("records")
    assert guarding["printed"] == "launched in February 2024"
    assert not isinstance(guarding["doubt"], str)


def test_no_general_promise_answers_a_concern_of_the_real_data(real: Register) -> None:
    """What is promised about the report as a whole is counted for none of its concerns."""
    general = {one.full_id for one in real.commitments if one.general}
    rows = answers(real)
    answered_by = {full_id for by in rows["answered_by"] for full_id in by}
    assert any(full_id.startswith("2026-family-environment") for full_id in answered_by)
    assert answered_by & general == set()


def test_no_clear_link_is_praise_beside_praise(real: Register) -> None:
    """Two statements stand side by side to prompt a question, which two strengths do not."""
    clear = [view for view in pairs(real) if view.pair.strength is PairStrength.STRONG]
    assert clear
    assert [view.pair.id for view in clear if {view.earlier.entry_kind, view.later.entry_kind} == {"strength"}] == []
