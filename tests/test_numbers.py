"""Every number has one definition: whatever the data, all that is said of it agrees with a recount by hand."""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from scrutiny.analysis.answers import answered_concerns, answers
from scrutiny.analysis.checkable import checkable_commitments
from scrutiny.analysis.choice import Choice
from scrutiny.analysis.counts import COUNTS
from scrutiny.analysis.frames import frames
from scrutiny.analysis.pairs import pairs
from scrutiny.analysis.thread import thread
from scrutiny.analysis.timeline import timeline
from scrutiny.charts.answers import answer_grid
from scrutiny.charts.commitments import commitments_by_tick
from scrutiny.charts.findings import findings_by_theme
from scrutiny.charts.matrix import columns_of, matrix
from scrutiny.charts.pairs import pairs_in_time
from scrutiny.charts.picture import Picture
from scrutiny.charts.thread import theme_thread
from scrutiny.charts.timeline import timeline_in_lanes
from scrutiny.exports.workbook import workbook
from scrutiny.register.loading import load
from scrutiny.register.records import Commitment
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import PairStrength, Scope
from scrutiny.slides.deck import build_deck
from scrutiny.slides.deck_request import DeckRequest
from scrutiny.slides.slide import BarChart, ChartBody, PairBody, Part, Slide, TableBody, TextBody
from scrutiny.wording import office
from tests.exports.briefing.reading import headings, made, said
from tests.made_up import TODAY, loaded, testshire_by_chance
from tests.pages.conftest import _own_store  # noqa: F401  # a fixture
from tests.recount import ANSWERS, PARTS, POINTS, Claim, Recount, claims, offered
from tests.shown import shown
from tests.testshire import Testshire

SEEDS = range(12)
FEWER = range(3)
CONCERNS_ONLY = {"own view": "concern (own view)", "finding from other inspections": "concern (other inspections)"}
"""What these numbers count where nothing but concerns is shown."""


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Register:
    """Load the made-up data of a seed."""
    return _made_up(request.param, tmp_path_factory.getbasetemp())


@cache
def _made_up(seed: int, folder: Path) -> Register:
    return loaded(testshire_by_chance(folder / f"numbers-{seed}", seed))


def _of_seeds(seeds: Iterable[int]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("register", seeds, indirect=True)


def _bases(register: Register) -> list[Recount]:
    """Give all of what numbers can be about: all, one inspection, one scope, one main theme, and these together."""
    inspections = ["", *(one.id for one in register.inspections)]
    themes = ["", *(one.id for one in register.themes)]
    return [Recount(register, *basis) for basis in product(inspections, ("", *map(str, Scope)), themes)]


@_of_seeds(SEEDS)
def test_a_number_counts_what_its_definition_says(register: Register) -> None:
    """Each number is what a reader counts in the records, in all of them and of each inspection, scope and theme."""
    assert {count.singular for count in COUNTS} == set(Recount(register).all)
    rows, of_concerns = frames(register).entries, answers(register)
    for basis in _bases(register):
        part = register.part([basis.inspection]) if basis.inspection else register
        for count in COUNTS:
            if count.singular in POINTS:
                number = count.of(rows[rows.index.isin([entry.full_id for entry in basis.basis])])
            elif count.singular in basis.answers:
                number = count.of(of_concerns[of_concerns.index.isin([entry.full_id for entry in basis.basis])])
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
        "finding from other inspections": sum(not one.hollow and "E" in one.letters for one in findings),
        "point": len(some),
    }


def _findings(register: Register, inspection: str) -> Picture:
    rows = frames(register).findings
    rows = rows[rows["inspection"] == inspection]
    return findings_by_theme(rows, author="The letter reports", themes=_labels(register), source="the letter")


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
    """Filled squares and circles without an E are concerns and strengths, hollow ones own views; nothing is left out."""
    for inspection in register.inspections:
        picture = _findings(register, inspection.id)
        symbols, told = _symbols(picture), list(claims(picture.headline))
        assert {"concern", "strength"} <= {claim.name for claim in told}, picture.headline
        assert ("own view" in {claim.name for claim in told}) == bool(_drawn(symbols)["own view"])
        for claim in told:
            assert _drawn(symbols, claim.scope)[claim.name] == claim.number, picture.headline
        _agree([picture.headline], [Recount(register, inspection.id)])
        _agree_by_theme(register, inspection.id, picture.alt)


def _agree_by_theme(register: Register, inspection: str, alt: str) -> None:
    """Hold each row of an alternative text against its theme."""
    for theme, label in _labels(register).items():
        basis = Recount(register, inspection, theme=theme)
        (row,) = [row for row in alt.split(". ") if row.startswith(f"{label}: ")] or [""]
        _agree([row], [basis])
        numbers = {claim.name: claim.number for claim in claims(row)}
        numbers["another"] = sum(int(found) for found in re.findall(r"(\d+) from another inspection", row))
        assert sum(numbers.values()) == sum(basis.number(name) for name in [*_FINDINGS, "own view"]), row


_FINDINGS = ("concern", "strength", "finding from other inspections")


@_of_seeds(SEEDS)
def test_the_headline_on_themes_counts_the_symbols_below_it(register: Register) -> None:
    """A theme is raised by a filled square without an E, and again by squares in several columns."""
    picture = _matrix(register)
    symbols = _symbols(picture)
    raised: dict[str, set[str]] = {}
    locally: dict[str, set[str]] = {}
    for one in symbols:
        if one.kind == "concern" and one.found:
            entry = register.entries_by_id[one.full_id]
            raised.setdefault(entry.themes[0], set()).add(entry.inspection)
            locally.setdefault(entry.themes[0], set()).update([entry.inspection] if one.local else [])
    again, again_locally = (sum(len(found) > 1 for found in themes.values()) for themes in (raised, locally))
    numbers = [int(number) if number != "none" else 0 for number in re.findall(r"\d+|none", picture.headline)]
    if not raised:
        assert numbers == []
    elif not again:
        assert picture.headline == "Inspectors raised concerns about no theme more than once"
    else:
        assert numbers == [again, len(register.themes), again_locally], picture.headline
    assert {one.full_id for one in symbols} == Recount(register).ids("point")
    for theme, label in _labels(register).items():
        (row,) = [row for row in picture.alt.split(". ") if row.startswith(f"{label}: ")] or [""]
        for inspection in register.inspections:
            cells = re.findall(rf"{inspection.short_title}: ([^;]*)", row)
            _agree_in_parts(" ".join(cells), Recount(register, inspection.id, theme=theme))


def _agree_in_parts(text: str, basis: Recount) -> None:
    """Hold a text that names every part of what is there against a recount, and miss none."""
    told = Counter({claim.name: claim.number for claim in claims(text)})
    parts = ("concern", "strength", "commitment", *(name for name in PARTS))
    assert told == Counter({name: number for name in parts if (number := basis.number(name))}), text


@_of_seeds(SEEDS)
def test_a_thread_counts_the_symbols_below_it(register: Register) -> None:
    """Points are symbols, and documents those that have one; what only gives a figure has none."""
    for theme, label in _labels(register).items():
        steps = thread(register, register.entries_by_id, theme)
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
        for row in picture.alt.split(". "):
            title = row.split(",")[0]
            of_row = [one.id for one in register.inspections if one.short_title == title]
            if of_row and not row.rstrip(".").endswith((": not read", ": nothing")):
                _agree_in_parts(row, Recount(register, of_row[0], named=theme))


ANSWERED = re.compile(
    r"(?:(?P<some>\d+) of )?(?:all )?(?P<whole>\d+|the one) (?P<scope>local|national) concerns?"
    r"(?: with (?:a reply|replies))? ha(?:s|ve) (?P<what>a|no) specific answer listed",
    re.IGNORECASE,
)
UNREPLIED = re.compile(r"no reply is on file to (\d+) (local|national) concerns?", re.IGNORECASE)


def _agree_on_answers(headline: str, basis: Recount) -> None:
    """Hold a sentence on the answers to concerns of one scope against a recount."""
    numbers = basis.answers
    answered, unanswered, no_reply = (
        numbers[f"concern with {what}"]
        for what in ("a specific answer listed", "no specific answer listed", "no reply on file")
    )
    if found := ANSWERED.search(headline):
        whole = 1 if found["whole"].lower() == "the one" else int(found["whole"])
        assert whole == answered + unanswered, headline
        assert found["what"] == ("no" if unanswered else "a"), headline
        if unanswered:
            assert int(found["some"] or whole) == unanswered, headline
        if unanswered + answered and no_reply:
            assert " with a reply " in headline or " with replies " in headline, headline
    elif found := UNREPLIED.search(headline):
        assert (int(found[1]), answered, unanswered) == (no_reply, 0, 0), headline
    else:
        assert numbers["concern with no reply on file"] + answered + unanswered == 0, headline
    rest = UNREPLIED.sub("", ANSWERED.sub("", headline))
    for claim in claims(rest):
        assert claim.number == basis.number(CONCERNS_ONLY.get(claim.name, claim.name)), headline


@_of_seeds(SEEDS)
def test_the_headline_on_answers_counts_the_symbols_below_it(register: Register) -> None:
    """A concern stands once in the row of each kind of answer; cells say what stands in them, by look."""
    for scope in Scope:
        basis = Recount(register, scope=scope)
        picture = _answers(register, scope)
        if picture is None:
            assert not basis.number("concern") + basis.number("concern (own view)")
            continue
        _agree_on_answers(picture.headline, basis)
        symbols = _symbols(picture)
        found = {one.full_id for one in symbols if one.found}
        assert found == basis.ids("concern")
        assert {one.full_id for one in symbols if one.hollow} == basis.ids("concern (own view)")
        assert {one.local for one in symbols} == {scope is Scope.LOCAL}
        _agree_in_cells(register, picture, symbols, scope)


def _agree_in_cells(register: Register, picture: Picture, symbols: Sequence[Symbol], scope: str) -> None:
    """Hold each cell of the grid of answers against its symbols, and those against a recount."""
    columns = [
        one.id for one in register.inspections if any(_of_inspection(register, symbol) == one.id for symbol in symbols)
    ]
    answer_of = {str(answer.label): ANSWERS[str(answer)] for answer in Answer}
    axis = picture.figure.layout.yaxis
    cells = [note for note in picture.figure.layout.annotations if CELL.fullmatch(note.text)]
    tops = sorted({note.y for note in cells})
    placed = Counter()
    for note in cells:
        below = min([top for top in tops if top > note.y], default=float("inf"))
        inside = [one for one in symbols if note.y <= one.y < below and int(one.x) == int(note.x)]
        label = next(text for middle, text in zip(axis.tickvals, axis.ticktext, strict=True) if middle > note.y)
        name = answer_of[re.findall("<b>(.*?)</b>", label)[0].replace("<br>", " ")]
        basis = Recount(register, columns[int(note.x)], scope)
        drawn = _drawn(inside)
        numbers = [int(number or 0) for number in CELL.fullmatch(note.text).groups()]
        assert numbers == [drawn["concern"], drawn["finding from other inspections"], drawn["own view"]]
        assert drawn["concern"] == basis.number(name), (name, basis.inspection)
        placed.update(one.full_id for one in inside)
    assert placed == Counter(one.full_id for one in symbols)


CELL = re.compile(r"(?!$)(?:(\d+)(?= \+|$))?(?: \+ )?(?:(\d+) E)?(?: \+ )?(?:(\d+) own)?")


def _of_inspection(register: Register, symbol: Symbol) -> str:
    return register.entries_by_id[symbol.full_id].inspection


@_of_seeds(SEEDS)
def test_the_headline_on_commitments_counts_the_symbols_below_it(register: Register) -> None:
    """A diamond stands in each column that a commitment states, hollow where a letter makes it; cells give the whole."""
    picture = _commitments(register)
    basis = Recount(register)
    symbols = _symbols(picture)
    dated = {
        one.full_id for one in _in_column(picture, symbols, Tick.DATE) if one.full_id in basis.ids("undertaking")
    }
    assert all(one.hollow == (one.full_id in basis.ids("commitment")) for one in symbols)
    assert {one.full_id for one in symbols} <= basis.ids("commitment") | basis.ids("commitment by inspectorates")
    _agree_on_commitments(picture.headline, basis, len(dated))
    _agree([picture.subtitle, picture.alt], [basis])
    rows = _rows_of_commitments(basis)
    of_cells = [
        (note.x, note.y, *map(int, found.groups()))
        for note in picture.figure.layout.annotations
        if (found := re.fullmatch(r"<b>(\d+)</b> of (\d+)", note.text))
    ]
    tops = sorted({y for _, y, _, _ in of_cells})
    assert sorted(len(rows[key]) for key in rows) == sorted(
        next(whole for _, y, _, whole in of_cells if y == top) for top in tops
    )
    for x, y, number, whole in of_cells:
        below = min([top for top in tops if top > y], default=float("inf"))
        right = min([left for left, _, _, _ in of_cells if left > x], default=float("inf"))
        inside = {one.full_id for one in symbols if y <= one.y < below and x <= one.x < right}
        assert len(inside) == number
        assert any(inside <= set(ids) and len(ids) == whole for ids in rows.values())


def _in_column(picture: Picture, symbols: Sequence[Symbol], tick: Tick) -> list[Symbol]:
    """Give the symbols in the column of a tick."""
    lefts = sorted({note.x for note in picture.figure.layout.annotations if note.text.startswith("<b>") and " of " in note.text})
    edges = [*lefts, float("inf")]
    place = list(Tick).index(tick)
    return [one for one in symbols if lefts and edges[place] <= one.x < edges[place + 1]]


def _rows_of_commitments(basis: Recount) -> dict[tuple[str, str], list[str]]:
    """Sort commitments by author and kind; inspectorates are one author."""
    rows: dict[tuple[str, str], list[str]] = {}
    for entry in basis.basis:
        if isinstance(entry, Commitment) and entry.kind.value != "need":
            author = entry.by if POINTS["commitment"](entry) else ""
            rows.setdefault((author, entry.kind.value), []).append(entry.full_id)
    return rows


def _agree_on_commitments(headline: str, basis: Recount, dated: int) -> None:
    """Hold a sentence on commitments against a recount; `dated` undertakings of letters have a date."""
    _agree([headline], [basis])
    undertakings = basis.number("undertaking")
    if undertakings == 1:
        assert ("gives a date" in headline, "gives no date" in headline) == (dated == 1, dated == 0), headline
    elif undertakings:
        number = re.search(r"(none|\d+) of the (\d+) undertakings", headline, re.IGNORECASE)
        assert number, headline
        assert [number[1].lower(), number[2]] == [str(dated or "none"), str(undertakings)], headline
    elif basis.number("expectation"):
        assert {claim.name for claim in claims(headline)} == {"expectation", "undertaking"}, headline
    elif basis.number("commitment by inspectorates"):
        assert {claim.name for claim in claims(headline)} == {"commitment by inspectorates"}, headline
    else:
        assert list(claims(headline)) == []


def _dated(basis: Recount) -> int:
    by_id = basis.register.entries_by_id
    return sum(getattr(by_id[one], "due", None) is not None for one in basis.ids("undertaking"))


@_of_seeds(SEEDS)
def test_the_headline_on_comparisons_counts_the_lines_below_it(register: Register) -> None:
    """Each comparison is a line between two symbols."""
    picture = pairs_in_time(pairs(register), frames(register).entries)
    lines = [shape for shape in picture.figure.layout.shapes if shape.type == "line" and shape.y0 == shape.y1]
    number = Recount(register).number("comparison")
    assert (len(lines), len(_symbols(picture))) == (number, 2 * number)
    _agree_on_pairs(picture.headline, Recount(register))


def _agree_on_pairs(headline: str, basis: Recount) -> None:
    _agree([headline], [basis])
    numbers = {claim.name: claim.number for claim in claims(headline)}
    if basis.number("comparison"):
        assert "comparison" in numbers, headline
        links = [name for name in ("clear link", "possible link") if basis.number(name)]
        assert all(name in headline for name in links), headline
        assert all(name in numbers for name in links) or len(links) == 1, headline


@_of_seeds(SEEDS)
def test_the_headline_of_the_timeline_counts_the_symbols_below_it(register: Register) -> None:
    """Dates that are known and those that are not are all there, or said to be in the table only."""
    picture = timeline_in_lanes(timeline(register))
    (trace,) = [trace for trace in picture.figure.data if trace.mode == "markers"]
    open_marks = sum("date not known" in hover for hover in trace.hovertext)
    absent = sum(int(number) for number in re.findall(r"(\d+) without any date", picture.subtitle))
    known, unknown = (
        sum(int(found) for found in re.findall(pattern, picture.headline))
        for pattern in (r"^(\d+) dates? (?:from|in)", r"(\d+) (?:more )?(?:dates? )?(?:is|are) not known")
    )
    assert (known, unknown) == (len(trace.customdata) - open_marks, open_marks + absent)


# What is written


def _agree(texts: Iterable[str], bases: Sequence[Recount], names: dict[str, str] | None = None) -> list[Claim]:
    """Hold every number of some texts against a recount of one of the bases that they can be about."""
    found = list(claims(*texts))
    for claim in found:
        name = (names or {}).get(claim.name, claim.name)
        numbers = {replace(basis, scope=claim.scope or basis.scope).number(name) for basis in bases}
        assert claim.number in numbers, (claim, numbers, [text for text in texts if claim in claims(text)])
    return found


def _deck(register: Register, inspection: str = "") -> tuple[Slide, ...]:
    choice = Choice(inspections=(inspection,)) if inspection else Choice()
    return build_deck(DeckRequest(register, frames(register), choice, (), TODAY))


def _of_part(slides: Iterable[Slide], part: Part) -> list[Slide]:
    return [slide for slide in slides if slide.part is part]


@_of_seeds(FEWER)
def test_slides_say_and_draw_the_numbers_of_their_inspection(register: Register) -> None:
    """Headline, foot and the native chart of a slide are about its inspection, and agree."""
    slides = _deck(register)
    whole = Recount(register)
    for inspection in register.inspections:
        basis = Recount(register, inspection.id)
        of_it = [slide for slide in slides if slide.headline.startswith(f"{inspection.short_title}:")]
        findings = _of_part(of_it, Part.FINDINGS)
        for slide in findings:
            _agree([slide.headline, slide.foot], [basis])
        bars = Counter({name: 0 for name in ()})
        for name, number in _bars(findings):
            bars += Counter({claim.name: claim.number for claim in claims(f"{number} {name}")})
        names = ("concern", "strength", *(name for name in PARTS if name.startswith(("concern", "strength"))))
        assert +bars == +Counter({name: basis.number(name) for name in names})
        for slide in _of_part(of_it, Part.ANSWERS):
            (scope,) = {claim.scope for claim in claims(slide.headline)} or {
                found[-1] for found in re.findall("(local|national) concern", slide.headline)
            }
            _agree_on_answers(slide.headline, replace(basis, scope=scope))
        _agree_on_answer_bars(_of_part(of_it, Part.ANSWERS), basis)
        for slide in _of_part(of_it, Part.COMMITMENTS):
            _agree_on_commitments(slide.headline, basis, _dated(basis))
            _agree([slide.foot], [basis])
    (inspections,) = _of_part(slides, Part.INSPECTIONS)[:1]
    _agree([inspections.headline], [whole])
    _agree_on_documents(inspections.headline, whole)
    for slide in _of_part(slides, Part.LIMITS):
        _agree_on_documents(slide.headline, whole)
