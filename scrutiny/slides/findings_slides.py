"""Slides of what inspectors found: where the concerns are, in the papers' words, and the strengths."""

from collections.abc import Iterator

import pandas as pd

from scrutiny.analysis import counts
from scrutiny.analysis.facts import voice_label
from scrutiny.charts import headlines, style
from scrutiny.charts.picture import Symbol
from scrutiny.register.records import Entry
from scrutiny.register.vocabulary import Basis, EntryKind, Scope
from scrutiny.slides.deck_request import MOST_LINES, MOST_WORDS, DeckRequest, by_scope, few
from scrutiny.slides.slide import BarMark, BarRow, BarsBody, Line, ListBody, Part, Quote, QuotesBody, Slide
from scrutiny.wording import join_list, lower_first, number_word, upper_first

_MOST_ROWS = 7
_MOST_LEADING = 4


def concern_slides(request: DeckRequest) -> Iterator[Slide]:
    """Inspectors' concerns by theme, most first; the letter's own views, and what is from elsewhere, in rows apart."""
    concerns = request.points[request.points["kind"] == EntryKind.CONCERN]
    if concerns.empty:
        return
    found, own, elsewhere = (
        concerns[concerns["basis"] == basis] for basis in (Basis.FOUND, Basis.OWN, Basis.ELSEWHERE)
    )
    themes = by_theme(request, found)
    leading = _leading(themes)
    apart = [
        BarRow(label, marks(rows), muted=True)
        for label, rows in ((_own_views(request, own), own), ("From other inspections", elsewhere))
        if len(rows)
    ]
    names = join_list([lower_first(request.themes[theme]) for theme in list(themes)[:leading]])
    yield request.slide(
        Part.CONCERNS,
        headlines.slide_concerns(
            by_scope(found),
            len(themes),
            (leading, sum(len(rows) for rows in list(themes.values())[:leading])),
            len(own),
        ),
        BarsBody((*_rows(request, themes, leading, _MOST_ROWS - len(apart)), *apart), key(concerns)),
        subtitle=f"{request.about}: inspectors' concerns by theme",
        say=[
            f"{request.who} reported {counts.concerns.words(found)} by inspectors."
            if request.who == "Inspectors"
            else f"{request.who} {_verb(request.who)} {counts.concerns.words(found)} by inspectors.",
            *([f"Most are about {names}."] if names else []),
            "The numbers count what was written. They do not say how serious something is.",
        ],
        entries=concerns.index,
        quoted=request.records(next(iter(themes.values())))[0] if themes else None,
    )


def word_slides(request: DeckRequest) -> Iterator[Slide]:
    """Four exact quotations of what inspectors found wanting: the shortest, of the themes with most concerns."""
    themes = by_theme(request, counts.concerns.take(request.points))
    quoted = _shortest([request.records(rows) for rows in themes.values()])
    if not quoted:
        return
    whose = {"Inspectors": "inspectors'", "The letter": "the letter's", "The letters": "the letters'"}
    yield request.slide(
        Part.WORDS,
        f"What inspectors found wanting, in {whose.get(request.who, 'the papers’')} own words".replace("’", "'"),
        QuotesBody(
            tuple(
                Quote(
                    request.register.themes_by_id[entry.themes[0]].label,
                    f"“{entry.excerpt}”",
                    upper_first(request.place(entry)),
                    entry.full_id,
                )
                for entry in quoted
            )
        ),
        subtitle=request.about,
        say=[entry.summary for entry in quoted[:3]],
        entries=[entry.full_id for entry in quoted],
        quoted=quoted[0],
    )


def strength_slides(request: DeckRequest) -> Iterator[Slide]:
    """Strengths that inspectors also reported, one of each theme, those of the largest themes first."""
    found = counts.strengths.take(request.points)
    if found.empty:
        return
    own = counts.own_views.take(request.points[request.points["kind"] == EntryKind.STRENGTH])
    entries = _shortest([request.records(rows) for rows in by_theme(request, found).values()], summaries=True)
    lines = few(Line(entry.summary, (entry.full_id,)) for entry in entries)
    who = "Inspectors also reported" if request.who == "Inspectors" else f"{request.who} also {_verb(request.who)}"
    yield request.slide(
        Part.STRENGTHS,
        headlines.slide_strengths(who, by_scope(found), len(own)),
        ListBody(lines),
        subtitle=f"{request.about}: {number_word(len(lines))} of them",
        say=[
            f"{who} {counts.strengths.words(found)}, of which this slide shows {number_word(len(lines))}.",
            "Strengths do not cancel out concerns.",
        ],
        entries=[full_id for line in lines for full_id in line.entries],
        quoted=entries[0],
    )


def by_theme(request: DeckRequest, rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Split rows of entries by main theme, the theme with most of them first."""
    groups = {theme: rows[rows["theme"] == theme] for theme in request.themes}
    return dict(sorted(((k, v) for k, v in groups.items() if len(v)), key=lambda item: -len(item[1])))


def marks(rows: pd.DataFrame) -> tuple[BarMark, ...]:
    """Return the symbols of some rows of entries, local before national."""
    in_order = rows.sort_values("scope", kind="stable")
    columns = zip(in_order.index, in_order["kind"], in_order["basis"], in_order["scope"], strict=True)
    return tuple(
        BarMark(full_id, EntryKind(kind), Basis(basis), scope == Scope.NATIONAL)
        for full_id, kind, basis, scope in columns
    )


def key(rows: pd.DataFrame) -> tuple[Symbol, ...]:
    """Explain the symbols of some concerns, where they are not all of one look."""
    colour = style.COLOURS[EntryKind.CONCERN]
    symbols = [Symbol(style.glyph(EntryKind.CONCERN, hollow=False), colour, "inspectors' concern")]
    if (rows["basis"] == Basis.OWN).any():
        symbols.append(Symbol(style.glyph(EntryKind.CONCERN, hollow=True), colour, "own view, not inspectors'"))
    if (rows["scope"] == Scope.NATIONAL).any():
        symbols.append(Symbol("N", style.LINE, "national"))
    if (rows["basis"] == Basis.ELSEWHERE).any():
        symbols.append(Symbol("E", style.LINE, "from another inspection, not counted"))
    return tuple(symbols) if len(symbols) > 1 else ()


def _leading(themes: dict[str, pd.DataFrame]) -> int:
    """Return how many themes stand out: the first few that have more than the next one."""
    numbers = [*map(len, themes.values()), 0]
    return max((n for n in range(1, _MOST_LEADING + 1) if n < len(numbers) and numbers[n - 1] > numbers[n]), default=0)


def _rows(request: DeckRequest, themes: dict[str, pd.DataFrame], leading: int, most: int) -> Iterator[BarRow]:
    """Give the rows of themes; the smallest share one where there are too many."""
    shown = themes if len(themes) <= most else dict(list(themes.items())[: most - 1])
    for nth, (theme, rows) in enumerate(shown.items()):
        yield BarRow(request.themes[theme], marks(rows), muted=0 < leading <= nth)
    if rest := [rows for theme, rows in themes.items() if theme not in shown]:
        yield BarRow(f"{upper_first(number_word(len(rest)))} other themes", marks(pd.concat(rest)), muted=bool(leading))


def _own_views(request: DeckRequest, own: pd.DataFrame) -> str:
    """Name whose own views some are: “The Commissioner's own views”."""
    labels = {voice_label(request.register, entry) for entry in request.records(own)}
    return f"{labels.pop()}s" if len(labels) == 1 else "The letters' own views"


def _verb(who: str) -> str:
    return "reports" if who == "The letter" else "report"


def _shortest(groups: list[list[Entry]], *, summaries: bool = False) -> list[Entry]:
    """Choose four entries at most, from each group its shortest, then from each its next, within so many words."""

    def words(entry: Entry) -> int:
        return len((entry.summary if summaries else entry.excerpt).split())

    in_order = [sorted(group, key=words) for group in groups]
    rounds = [group[nth] for nth in range(MOST_LINES) for group in in_order if nth < len(group)]
    chosen: list[Entry] = []
    for entry in rounds:
        if len(chosen) < MOST_LINES and (not chosen or sum(map(words, [*chosen, entry])) <= MOST_WORDS):
            chosen.append(entry)
    return chosen
