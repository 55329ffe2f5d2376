"""Search: its filters, its results by kind, and what to say when nothing is typed or nothing is found."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from html import escape

import streamlit as st

from scrutiny.analysis.facts import labels
from scrutiny.analysis.search import Index, SearchHit, SearchResult, folded_words
from scrutiny.analysis.searchable import KINDS, search_texts
from scrutiny.register.records import Body, Entry, Event, Inspection
from scrutiny.register.register import Register
from scrutiny.ui.shell.address import echo
from scrutiny.ui.shell.choices import select_many
from scrutiny.ui.shell.links import entry_link, page_link
from scrutiny.wording import count_of, date_as_printed, inspection_name, join_list

_NAMES = {
    "concern": ("concern", "concerns"),
    "strength": ("strength", "strengths"),
    "own_view": ("respondent's own view", "respondent's own views"),
    "commitment": ("commitment", "commitments"),
    "action": ("reported action", "reported actions"),
    "figure": ("figure", "figures"),
    "event": ("event", "events"),
    "inspection": ("inspection", "inspections"),
    "body": ("body", "bodies"),
    "term": ("acronym", "acronyms"),
}
Mark = Callable[[str], str]
_SHOWN_AT_ONCE = 5
_MOST_OF_A_KIND = 100
_EXAMPLES = 6


@st.cache_resource(show_spinner="Reading the words of the register …", max_entries=2, hash_funcs={Register: id})
def search_index(register: Register) -> Index:
    """Return the index of a register, made once; the cache keeps the register, so that its id stays its own."""
    return Index(register)


def choose_kinds() -> list[str]:
    """Show a choice of kinds of results; none chosen means all."""
    names = {kind: _NAMES[kind][1][:1].upper() + _NAMES[kind][1][1:] for kind in KINDS}
    return select_many("Kinds", "kind", KINDS, names=names.__getitem__, default=[]) or list(KINDS)


def show_results(register: Register, words: str, *, kinds: Collection[str], inspections: Collection[str]) -> None:
    """Show what is found by kind, each kind's best first; an exact id comes before all else.

    What belongs to no inspection, as bodies do, is there as long as no inspection is left out.
    """
    index = search_index(register)
    everything = index.search(words, limit=_MOST_OF_A_KIND)
    if not everything.hits:
        _nothing(words, index.nearest_words(words))
        return
    chosen = inspections if len(inspections) < len(register.inspections) else None
    some = chosen is not None or len(kinds) < len(KINDS)
    result = index.search(words, limit=_MOST_OF_A_KIND, kinds=kinds, inspections=chosen) if some else everything
    left_out = _left_out(words, everything.total - result.total, some=chosen is not None)
    if not result.hits:
        numbers = [_number(everything, kind) for kind in KINDS if kind in everything.numbers]
        st.html(
            '<div class="found"><p role="status">There are results, but none that fits the filters. '
            f"Without them: {join_list(numbers)}.</p>"
            f"{left_out}</div>"
        )
        return
    groups = result.by_kind
    ways = [f'<a href="#found-{kind}">{_number(result, kind)}</a>' for kind in groups]
    body = "".join(_group(register, kind, hits, result.numbers[kind]) for kind, hits in groups.items())
    st.html(f'<div class="found"><p role="status">Found: {join_list(ways)}.</p>{left_out}{body}</div>')


def show_help(register: Register) -> None:
    """Say how to search, with examples taken from the register."""
    used = {theme for entry in register.entries for theme in entry.themes}
    about = {body for entry in register.entries for body in entry.bodies}
    examples = [
        ("A theme", [theme.label for theme in register.themes if theme.id in used]),
        ("A body", [body.short for body in register.bodies if body.id in about]),
        ("An acronym", [term.id for term in register.glossary]),
        ("The id of an entry", [entry.id for entry in register.entries[:1]]),
    ]
    rows = "".join(f"<dt>{name}</dt><dd>{_links(words[:_EXAMPLES])}</dd>" for name, words in examples if words)
    st.html(
        '<div class="found"><p>Type a word or a few: results come as you type, and each of them has all the words. '
        "Small typing errors are forgiven. Summaries, excerpts, notes, themes, bodies, inspections and the glossary "
        f"are searched; the documents themselves are not.</p><dl>{rows}</dl></div>"
    )


def highlight(text: str, words: Collection[str]) -> str:
    """Write a text as HTML with some folded words marked; the rest is escaped."""
    html, written = "", 0
    for start, end, word in folded_words(text):
        if word in words:
            html += f"{escape(text[written:start])}<mark>{escape(text[start:end])}</mark>"
            written = end
    return html + escape(text[written:])


def _nothing(words: str, near: list[str]) -> None:
    """Say that nothing was found, and offer words that the register has."""
    offer = f"<p>Words of the register that are spelt most alike: {_links(near)}</p>" if near else ""
    st.html(
        '<div class="found"><p role="status">Nothing in the register has all of the words '
        f"“{escape(echo(words))}”. That says nothing about the documents: the register holds summaries and short "
        "excerpts of them.</p>"
        f"{offer}<p>Fewer words, or another word for the same thing, may find more.</p></div>"
    )


def _number(result: SearchResult, kind: str) -> str:
    """Say how many results of a kind there are, listed or not."""
    return escape(count_of(result.numbers[kind], *_NAMES[kind]))


def _left_out(words: str, number: int, *, some: bool) -> str:
    """Say how many results the filters leave out, with the way to them; `some`: not all inspections are chosen."""
    if not number:
        return ""
    why = " Bodies and acronyms belong to no inspection." if some else ""
    way = page_link("search", {"q": words}, "Search without filters")
    return f"<p>The filters leave out {count_of(number, 'result')}.{why} {way}</p>"


def _group(register: Register, kind: str, hits: Sequence[SearchHit], number: int) -> str:
    """Write the results of one kind, of which there are so many: the best at once, the rest behind a button."""
    items = [_result(register, hit) for hit in hits]
    first, rest = items[:_SHOWN_AT_ONCE], items[_SHOWN_AT_ONCE:]
    name = _NAMES[kind][1]
    left_off = f"<p>{number - len(items)} more are not listed; another word narrows the search.</p>"
    more = (
        f"<details><summary>Show {len(rest)} more</summary><ul>{''.join(rest)}</ul>"
        f"{left_off if number > len(items) else ''}</details>"
    )
    return (
        f'<section><h2 id="found-{kind}">{escape(name[0].upper() + name[1:])} ({number})</h2>'
        f"<ul>{''.join(first)}</ul>{more if rest else ''}</section>"
    )


def _result(register: Register, hit: SearchHit) -> str:
    """Write one result: what it is, and where the words were found if they do not stand in what is shown."""
    texts = search_texts(register, hit.item)
    mark = partial(highlight, words=hit.matched)
    shown, html = _told(register, hit, mark)
    hidden = [] if {*shown, "id"} & {*hit.where} else [name for name in hit.where if name != "year"]
    found = "".join(f"<p>{name.capitalize()}: {mark('; '.join(texts[name].splitlines()))}</p>" for name in hidden)
    return f"<li>{html}{found}</li>"


def _told(register: Register, hit: SearchHit, mark: Mark) -> tuple[tuple[str, ...], str]:
    """Return the fields of a result that are shown, and the result as HTML."""
    match hit.item:
        case Entry() as entry:
            return ("summary", "excerpt"), _entry(register, entry, mark)
        case Event() as event:
            head = _around(entry_link(event.full_id, ""), mark(event.title))
            place = _place(date_as_printed(event.date))
            return ("title", "summary"), f"<h3>{head}</h3><p>{mark(event.summary)}</p>{place}"
        case Inspection() as inspection:
            head = _around(page_link("inspection", {"inspection": inspection.id}, ""), mark(inspection.title))
            return ("title", "description"), f"<h3>{head}</h3><p>{mark(inspection.subject)}.</p>"
        case Body() as body:
            return ("name", "acronym", "description"), _body(register, body, mark)
        case term:
            head = f"{mark(term.id)}: {mark(term.expansion)}"
            return ("acronym", "expansion", "meaning"), f"<h3>{head}</h3><p>{mark(term.meaning)}</p>"


def _entry(register: Register, entry: Entry, mark: Mark) -> str:
    """Write an entry: its summary, its exact words, whose they are and where they stand."""
    inspection, document = register.inspections_by_id[entry.inspection], register.document(entry)
    place = (entry.id, inspection_name(register, inspection), f"{document.kind.label}, {entry.paragraph.label}")
    head = _around(entry_link(entry.full_id, ""), mark(entry.summary))
    return f"<h3>{head}</h3><blockquote>{mark(entry.excerpt)}</blockquote>{_place(*place, *labels(register, entry))}"


def _body(register: Register, body: Body, mark: Mark) -> str:
    """Write a body, with the way to the entries about it."""
    about = sum(body.id in entry.bodies for entry in register.entries)
    acronym = f" ({mark(body.acronym)})" if body.acronym else ""
    search = page_link("search", {"q": body.name}, "search for its name")
    way = f"<p>{count_of(about, 'entry is', 'entries are')} about it: {search}</p>"
    return f"<h3>{mark(body.name)}{acronym}</h3><p>{mark(body.description)}</p>{way if about else ''}"


def _place(*parts: str) -> str:
    """Say where a result is from."""
    return f'<p class="entry-place">{escape(" · ".join(parts))}</p>'


def _around(link: str, html: str) -> str:
    """Put words that are marked into a link that was written without words."""
    return str(link).replace("</a>", f"{html}</a>")


def _links(texts: Iterable[str]) -> str:
    """Write links that search for what they show."""
    return " · ".join(page_link("search", {"q": text}, text) for text in texts)
