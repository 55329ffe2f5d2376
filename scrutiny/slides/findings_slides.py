"""Slides of what inspectors found: where the concerns are, in the papers' words, and the strengths."""

from collections.abc import Iterator, Mapping
from itertools import product

import pandas as pd

from scrutiny.analysis import counts
from scrutiny.analysis.facts import voice_label
from scrutiny.charts import headlines, style
from scrutiny.charts.marks import ELSEWHERE, NATIONAL
from scrutiny.charts.picture import Symbol
from scrutiny.register.records import Entry
from scrutiny.register.vocabulary import Basis, EntryKind, Scope
from scrutiny.slides.deck_request import DeckRequest, by_scope, summary_lines, unique
from scrutiny.slides.slide import BarMark, BarRow, BarsBody, ListBody, Part, Quote, QuotesBody, Slide
from scrutiny.wording import document_name, join_list, lower_first, number_word, upper_first

_MOST_ROWS = 8
_FEWEST_ROWS = 3
_MOST_LEADING = 4


def concern_slides(request: DeckRequest) -> Iterator[Slide]:
    """Inspectors' concerns of one scope by theme, or of one theme by inspection; all others in rows apart."""
    concerns = request.points[request.points["kind"] == EntryKind.CONCERN]
    if concerns.empty:
        return
    found = concerns[concerns["basis"] == Basis.FOUND]
    scope = Scope.LOCAL if found.empty or (found["scope"] == Scope.LOCAL).any() else Scope.NATIONAL
    main = found[found["scope"] == scope]
    others = list(_apart(request, concerns[~concerns.index.isin(main.index)], scope))
    alone = len(request.choice.themes) == 1
    groups = _by_inspection(request, main) if alone else _by_theme(request, main)
    leading = 0 if alone else _leading(groups)
    number = sum(len(rows) for rows in list(groups.values())[:leading])
    noun = "inspection" if alone else "theme"
    own = len(concerns[concerns["basis"] == Basis.OWN])
    most = join_list([lower_first(name) for name in list(groups)[:leading]])
    yield request.slide(
        Part.CONCERNS,
        headlines.slide_concerns(by_scope(main), noun, len(groups), (leading, number), own),
        BarsBody(
            (*_rows(groups, noun, leading, max(_FEWEST_ROWS, _MOST_ROWS - len(others))), *others), symbols(concerns)
        ),
        subtitle=f"{request.about}: inspectors’ concerns by {noun}",
        entries=unique(concerns.index),
        say=[
            f"{request.who} {_verb(request)} {headlines.in_scope(by_scope(main), 'concern')}.",
            *([f"{number:,} {'is' if number == 1 else 'are'} about {most}."] if most else []),
            "The numbers count what was written. They do not say how serious it is.",
        ],
        quoted=request.records(next(iter(groups.values())))[0] if groups else None,
    )


def word_slides(request: DeckRequest) -> Iterator[Slide]:
    """Four exact quotations of what inspectors found wanting: the shortest, of the themes with most concerns."""
    groups = _by_theme(request, counts.concerns.take(request.points)).values()
    quoted = request.choose_few(groups, lambda entry: entry.excerpt)
    if not quoted:
        return
    whose = {"Inspectors": "inspectors’", "The letter": "the letter’s", "The letters": "the letters’"}
    own = whose.get(request.who, "the papers’")
    yield request.slide(
        Part.WORDS,
        f"What inspectors found wanting, in {own} words",
        QuotesBody(tuple(_quote(request, entry) for entry in quoted)),
        subtitle=request.about,
        entries=unique([entry.full_id for entry in quoted]),
        say=[entry.summary for entry in quoted[:3]],
        quoted=quoted[0],
    )


def strength_slides(request: DeckRequest) -> Iterator[Slide]:
    """Strengths that inspectors also reported, one of each theme, those of the largest themes first."""
    found = counts.strengths.take(request.points)
    if found.empty:
        return
    own = counts.own_views.take(request.points[request.points["kind"] == EntryKind.STRENGTH])
    groups = _by_theme(request, found).values()
    shown = request.choose_few(groups, lambda entry: entry.summary)
    who = f"{request.who} also {_verb(request)}"
    yield request.slide(
        Part.STRENGTHS,
        headlines.slide_strengths(who, by_scope(found), len(own)),
        ListBody(summary_lines(shown)),
        subtitle=f"{request.about}: {number_word(len(shown))} of the strengths",
        entries=unique([entry.full_id for entry in shown]),
        say=[f"{who} {headlines.in_scope(by_scope(found), 'strength')}.", "Strengths do not cancel out concerns."],
        quoted=shown[0],
    )


def marks(rows: pd.DataFrame) -> tuple[BarMark, ...]:
    """Return the symbols of some rows of entries."""
    columns = zip(rows.index, rows["kind"], rows["basis"], rows["scope"], strict=True)
    return tuple(
        BarMark(full_id, EntryKind(kind), Basis(basis), scope == Scope.NATIONAL)
        for full_id, kind, basis, scope in columns
    )


def symbols(concerns: pd.DataFrame) -> tuple[Symbol, ...]:
    """Explain the symbols of some concerns, where they are not all of one look."""
    colour = style.COLOURS[EntryKind.CONCERN]
    key = [Symbol(style.glyph(EntryKind.CONCERN, hollow=False), colour, "inspectors’ concern")]
    if (concerns["basis"] == Basis.OWN).any():
        key.append(Symbol(style.glyph(EntryKind.CONCERN, hollow=True), colour, "the letter’s own view"))
    if (concerns["scope"] == Scope.NATIONAL).any():
        key.append(NATIONAL)
    if (concerns["basis"] == Basis.ELSEWHERE).any():
        key.append(ELSEWHERE)
    return tuple(key) if len(key) > 1 else ()


def _by_theme(request: DeckRequest, rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Split rows of entries by the label of the main theme, the theme with most of them first."""
    groups = {label: rows[rows["theme"] == theme] for theme, label in request.themes.items()}
    return dict(sorted(((label, of) for label, of in groups.items() if len(of)), key=lambda item: -len(item[1])))


def _by_inspection(request: DeckRequest, rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Split rows of entries by inspection, in the order of time."""
    groups = {one.short_title: rows[rows["inspection"] == one.id] for one in request.inspections}
    return {name: of for name, of in groups.items() if len(of)}


def _leading(groups: Mapping[str, pd.DataFrame]) -> int:
    """Return how many groups stand out: the first few, each of which has more than any that follows."""
    numbers = list(map(len, groups.values()))
    ends = range(1, min(_MOST_LEADING, len(numbers) - 1) + 1)
    return max((end for end in ends if numbers[end - 1] > numbers[end]), default=0)


def _rows(groups: dict[str, pd.DataFrame], noun: str, leading: int, most: int) -> Iterator[BarRow]:
    """Give a row for each group; the smallest share one where there are too many."""
    shown = list(groups.items())[: most if len(groups) <= most else most - 1]
    for nth, (name, rows) in enumerate(shown):
        yield BarRow(name, marks(rows), muted=0 < leading <= nth)
    if rest := list(groups.values())[len(shown) :]:
        name = f"{upper_first(number_word(len(rest)))} other {noun}s"
        yield BarRow(name, marks(pd.concat(rest)), muted=bool(leading))


def _apart(request: DeckRequest, rows: pd.DataFrame, scope: Scope) -> Iterator[BarRow]:
    """Give a row for each basis and scope of what the headline, which is about one scope, does not count."""
    told = rows["scope"].nunique() > 1 or (rows["scope"] != scope).any()
    names = {
        Basis.FOUND: "Inspectors’ concerns",
        Basis.OWN: _own_views(request, rows[rows["basis"] == Basis.OWN]),
        Basis.ELSEWHERE: "From elsewhere",
    }
    for basis, each in product(names, Scope):
        of_both = rows[(rows["basis"] == basis) & (rows["scope"] == each)]
        if len(of_both):
            yield BarRow(f"{names[basis]}{f' ({each.value})' if told else ''}", marks(of_both), muted=True)


def _own_views(request: DeckRequest, own: pd.DataFrame) -> str:
    """Name whose own views some are: “The Commissioner's own views”."""
    labels = {voice_label(request.register, entry) for entry in request.records(own)}
    return f"{labels.pop()}s" if len(labels) == 1 else "The letters’ own views"


def _verb(request: DeckRequest) -> str:
    return {"The letter": "reports", "Inspectors": "reported"}.get(request.who, "report")


def _quote(request: DeckRequest, entry: Entry) -> Quote:
    """Quote an entry under its theme; which document it is from stands in the source where there is only one."""
    document = "" if len(request.read) == 1 else f"{document_name(request.register.document(entry))}, "
    if len(request.choice.themes) == 1:
        lead = request.register.inspections_by_id[entry.inspection].short_title
    else:
        lead = request.register.themes_by_id[entry.themes[0]].label
    place = upper_first(f"{document}{entry.paragraph.label}")
    if entry.scope is Scope.NATIONAL:
        place += " (national)"
    return Quote(lead, f"“{entry.excerpt}”", place, entry.full_id)
