"""Search: its filters, its results by kind, and what to say when nothing is typed or nothing is found."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial

import streamlit as st
from markupsafe import Markup

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.search import Index, SearchHit, folded_words
from scrutiny.analysis.searchable import KINDS, NAMES, Searchable, search_texts
from scrutiny.register.records import Body
from scrutiny.register.register import Register
from scrutiny.ui.shell.address import echo
from scrutiny.ui.shell.choices import select_many
from scrutiny.ui.shell.templates import MACROS, render, show, show_html
from scrutiny.wording import count_of, upper_first

_SHOWN = {
    "event": {"title", "summary"},
    "highlight": {"sentence"},
    "question": {"question"},
    "asked": {"question", "answer"},
    "comment": {"comment"},
    "inspection": {"title", "description"},
    "body": {"name", "acronym", "description"},
    "term": {"acronym", "expansion", "meaning"},
}
"""The fields that are shown of each kind of result; of any other, an entry, its summary and its excerpt."""
_SHOWN_AT_ONCE = 5
_MAX_PER_KIND = 100
_MAX_EXAMPLES = 6


@dataclass(frozen=True)
class _Result:
    """An item that was found; `mark` returns a text of it with the words that were found marked.

    `elsewhere` has names and texts of the fields that hold the words, if none of the fields that are shown does.
    `entries_about` counts the entries about a body.
    """

    item: Searchable
    mark: Callable[[str], Markup]
    elsewhere: list[tuple[str, str]]
    entries_about: int


@dataclass(frozen=True)
class _Group:
    """The results of one kind that are listed; `number` counts those that are not listed as well."""

    kind: str
    number: int
    results: tuple[_Result, ...] = ()

    @property
    def title(self) -> str:
        return upper_first(NAMES[self.kind][1])

    @property
    def count(self) -> str:
        return count_of(self.number, *NAMES[self.kind])


@st.cache_resource(show_spinner="Getting the search ready …", max_entries=2, hash_funcs={Register: id})
def search_index(register: Register) -> Index:
    """Return the index of a register, made once; the cache keeps the register, so that its id stays its own."""
    return Index(register)


def choose_kinds(register: Register) -> list[str]:
    """Show a choice of kinds of results; none chosen means all."""
    few = {"recommendation": register.recommendations, "asked": register.asked, "comment": register.comments}
    kinds = [kind for kind in KINDS if few.get(kind, kind)]  # most registers have none of these few
    chosen = select_many("Kinds", "kind", kinds, names=lambda kind: upper_first(NAMES[kind][1]))
    return chosen if len(chosen) < len(kinds) else list(KINDS)


def show_results(register: Register, words: str, *, kinds: Collection[str], inspections: Collection[str]) -> None:
    """Show what is found by kind, each kind's best first; an exact id comes before all else.

    What belongs to no inspection, as bodies do, is there as long as no inspection is left out.
    """
    chosen = tuple(inspections) if len(inspections) < len(register.inspections) else None
    show_html(_written(register, words, tuple(kinds), chosen))


@cached_per_register
def _written(register: Register, words: str, kinds: tuple[str, ...], chosen: tuple[str, ...] | None) -> Markup:
    """Write what is found; where single inspections are `chosen`, what belongs to them."""
    index = search_index(register)
    everything = index.search(words, limit=_MAX_PER_KIND)
    if not everything.hits:
        return render("search/nothing.html", words=echo(words), alike=index.nearest_words(words))
    result = everything
    if chosen is not None or len(kinds) < len(KINDS):
        result = index.search(words, limit=_MAX_PER_KIND, kinds=kinds, inspections=chosen)
    groups = [
        _Group(kind, result.numbers[kind], tuple(_result(register, hit) for hit in hits))
        for kind, hits in result.by_kind.items()
    ]
    return render(
        "search/results.html",
        register=register,
        words=words,
        groups=groups,
        is_near=result.is_near,
        unfiltered=[_Group(kind, everything.numbers[kind]) for kind in KINDS if kind in everything.numbers],
        left_out=everything.total - result.total,
        some_inspections=chosen is not None,
        shown_at_once=_SHOWN_AT_ONCE,
    )


def show_help(register: Register) -> None:
    """Say how to search, with examples taken from the data."""
    themes = {theme for entry in register.entries for theme in entry.themes}
    bodies = {body for entry in register.entries for body in entry.bodies}
    examples = [
        ("Themes", [theme.label for theme in register.themes if theme.id in themes]),
        ("Organisations", [body.short for body in register.bodies if body.id in bodies]),
        ("Acronyms", [term.id for term in register.glossary]),
    ]
    show("search/help.html", examples=[(name, texts[:_MAX_EXAMPLES]) for name, texts in examples])


def highlight(text: str, words: Collection[str]) -> Markup:
    """Return a text as markup with some folded words marked; the rest is escaped."""
    parts, end = [], 0
    for start, stop, word in folded_words(text):
        if word in words:
            parts += [text[end:start], MACROS.highlighted(text[start:stop])]
            end = stop
    return Markup().join([*parts, text[end:]])


def _result(register: Register, hit: SearchHit) -> _Result:
    item, shown = hit.item, _SHOWN.get(hit.kind, {"summary", "excerpt"})
    entries_about = _entries_about(register)[item.id] if isinstance(item, Body) else 0
    elsewhere = []
    if not (shown | {"id"}).intersection(hit.where):
        texts = search_texts(register, item)
        elsewhere = [
            (name.capitalize(), "; ".join(texts[name].splitlines()))
            for name in hit.where
            if name not in ("year", "further words")
        ]
    return _Result(item, partial(highlight, words=hit.matched), elsewhere, entries_about)


@cached_per_register
def _entries_about(register: Register) -> Counter[str]:
    """Count the entries about each body."""
    return Counter(body for entry in register.entries for body in set(entry.bodies))
