"""What is known of a point or an event, worded once: cards, lists, slides, files and search take it from here."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from scrutiny.analysis.cache import cached_per_register
from scrutiny.analysis.panel import asked_about, in_a_line
from scrutiny.analysis.recommendations import Said, replies_to, said_later
from scrutiny.register import records
from scrutiny.register.records import Dated, Entry, Event, Figure, Finding
from scrutiny.register.register import Register
from scrutiny.register.vocabulary import Answer, Basis, BodyKind, Bound, LabelledEnum, Voice
from scrutiny.wording import (
    GENERAL,
    NO_DATE,
    NOT_STATED,
    STATED,
    document_name,
    join_list,
    lower_first,
    office,
    upper_first,
)

NOTE = "Please note"
"""What leads a note: what a reader must know to read a point fairly."""
DOUBT = "Date uncertain"
"""What leads a doubt about a date."""


@dataclass(frozen=True)
class Fact:
    """One thing to be said of an entry beside its kind, summary, excerpt and paragraph. All texts are plain.

    `key` is the field of the record. `label` and `text` say it in full. `short` says it in a line with others, and is
    empty where such a line leaves it out. `refs` are the ids that the text names: of themes, or the full ids of entries
    or of questions. By the texts in `searched` the entry can be found.
    """

    key: str
    label: str
    text: str
    short: str = ""
    refs: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()


def facts(register: Register, item: Entry | Event) -> list[Fact]:
    """Return the facts of an entry or an event in the order of its card; what is empty is left out."""
    themes = tuple(register.themes_by_id[theme].label for theme in item.themes)
    bodies = [register.bodies_by_id[body] for body in item.bodies]
    names = [body.name for body in bodies]
    about = f"About: {', '.join(body.short for body in bodies)}"
    note = item.note or ""
    result = [
        *(
            _speakers(register, item)
            if isinstance(item, Entry)
            else [*date_facts(item.date), _word("kind", "Kind", item.kind)]
        ),
        _word("scope", "Local or national", item.scope, short=item.scope.label),
        Fact("themes", "Themes", "; ".join(themes), refs=item.themes, searched=themes),
        # semicolons, as some names hold commas; found by acronyms as well
        Fact("bodies", "About", "; ".join(names), about, searched=(*names, *(body.acronym or "" for body in bodies))),
        *_facts_of_kind(register, item),
        _entries("answered", "In answer to", _answered_by(register).get(item.full_id, [])),
        _asked(register, item),
        Fact("note", NOTE, note, searched=(note,)),
    ]
    if isinstance(item, Entry) and (dated := register.document(item).date):
        result.append(Fact("document.doubt", DOUBT, dated.doubt or ""))
    return [fact for fact in result if fact.text]


def basis(register: Register, entry: Entry) -> Basis:
    """Return on whose word an entry rests.

    What an author says of his own side, of his own work and of what he will do is his own, unless an inspectorate
    vouches for it.
    """
    voucher = entry.vouched_by if isinstance(entry, records.Action) else None
    vouched = voucher is not None and register.bodies_by_id[voucher].kind is BodyKind.INSPECTORATE
    if entry.voice is Voice.RESPONDENT and not vouched:
        return Basis.OWN
    return Basis.ELSEWHERE if isinstance(entry, Finding) and entry.source else Basis.FOUND


def kind_label(entry: Entry) -> str:
    """Return what an entry is in a word; a commitment or a recommendation is named by its kind: “Undertaking”."""
    kind = entry.kind if isinstance(entry, records.Commitment | records.Recommendation) else entry.entry_kind
    return kind.label


def reference(register: Register, item: Entry | Event) -> str:
    """Return the code of an entry or an event, with what it belongs to: “Abuse in families, C03”."""
    of = register.inspections_by_id[item.inspection].short_title if isinstance(item, Entry) else "Event"
    return f"{of}, {item.id}"


def voice_label(register: Register, entry: Entry) -> str:
    """Return whose words an entry is in; the author of a letter is named: “The Deputy Commissioner's own view”.

    A finding can be his view; of what he does and promises he only has his own words.
    """
    if entry.voice is not Voice.RESPONDENT:
        return entry.voice.label
    author = register.bodies_by_id[register.document(entry).body]
    name = "The letter"
    if author.kind is BodyKind.COMMISSIONER:
        name = f"The {author.name if office(author) in _shared_offices(register) else office(author)}"
    return f"{name}’s own {'view' if entry.is_own_view else 'words'}"


@cached_per_register
def _shared_offices(register: Register) -> frozenset[str]:
    """Return what more than one body is called, as the Commissioners of two forces are."""
    called = Counter(office(body) for body in register.bodies)
    return frozenset(name for name, times in called.items() if times > 1)


def remark(entry: Entry) -> str:
    """Return what a reader must know of an entry wherever its words are not shown: “From elsewhere: …”."""
    return _source(entry).short if isinstance(entry, Finding) and entry.source else ""


def labels(register: Register, entry: Entry) -> list[str]:
    """Return whose words an entry is in, local or national, and the remark on it: for a line beside its summary."""
    return list(filter(None, [voice_label(register, entry), entry.scope.label, remark(entry)]))


def date_facts(dated: Dated | None) -> list[Fact]:
    """Return a date as precisely as it is known, as printed, and what is doubtful about it."""
    if not dated:
        return [Fact("date", "Date", "no date given")]
    return [
        Fact("date", "Date", dated.date.printed if dated.date else NO_DATE),
        Fact("date.printed", "In the document", f"“{dated.printed}”"),
        Fact("date.doubt", DOUBT, dated.doubt or ""),
    ]


def figure_value(figure: Figure | records.FigureElsewhere) -> str:
    """Return the number of a figure with its bound, which it is never shown without: “at least 90 meetings”."""
    bound = "" if figure.bound is Bound.EXACT else f"{figure.bound.label} "
    return f"{bound}{figure.value:,} {figure.unit}"


def _facts_of_kind(register: Register, item: Entry | Event) -> list[Fact]:
    match item:
        case Finding():
            again = [register.entries_by_id[f"{item.inspection}.{item.restates}"]] if item.restates else []
            documents = [document_name(register.documents_by_id[name]) for name in item.not_mentioned_in]
            return [
                _source(item),
                _entries("restates", "Says again", again),
                _answers(register, item),
                Fact("not_mentioned_in", "Not mentioned in", join_list(documents)),
            ]
        case records.Action():
            results = tuple(text for result in item.result for text in (result.summary, result.excerpt))
            claimed = " ".join(f"{result.summary} “{result.excerpt}”" for result in item.result)
            return [
                _word("status", "Progress", item.status, short=item.status.label),
                _body(register, "vouched_by", "Acknowledged by", item.vouched_by),
                Fact("result", "Claimed result", claimed, searched=results),
            ]
        case records.Commitment(is_need=False):
            general = f"{GENERAL}, so it answers no single concern" if item.general else ""
            return [
                _word("kind", "Kind", item.kind),
                Fact("general", "What it is about", general, GENERAL),
                _body(register, "owner", "Who must act", item.owner, gap=NOT_STATED),
                Fact("specific", "Specific act", STATED if item.specific else NOT_STATED),
                _quoted("due", "Date", item.due.printed if item.due else None, "not stated in this document"),
                _doubt("due", DOUBT, item.due),
                _quoted("measure", "How measured", item.measure, "not stated in this document"),
            ]
        case Figure():
            value = figure_value(item)
            return [
                Fact("value", "Figure", upper_first(value), short=value, searched=(f"{item.value}", item.unit)),
                _stated("counts", "What it counts", item.counts),
                _stated("period", "Period", item.period.printed if item.period else None),
                _doubt("period", "Period uncertain", item.period),
            ]
        case records.Recommendation():
            return _facts_of_recommendation(register, item)
    return []


def _facts_of_recommendation(register: Register, item: records.Recommendation) -> list[Fact]:
    without = "" if register.inspections_by_id[item.inspection].replies else Answer.NO_REPLY.label
    return [
        Fact("kind", "Kind", item.kind.label, item.kind.label),
        _stated("number", "Number", item.number),
        _body(register, "addressee", "Who is asked", item.addressee),
        _quoted("due", "Date", item.due.printed if item.due else None, "not stated in this document"),
        _doubt("due", DOUBT, item.due),
        _said("replies", "What the reply says", replies_to(register, item), without),
        _said("later", "What later texts say", said_later(register, item)),
    ]


def _speakers(register: Register, entry: Entry) -> list[Fact]:
    # A line says who makes a commitment, and of any other entry whose words it is in.
    label = voice_label(register, entry)
    words = Fact("voice", "Whose words", label if entry.voice is Voice.RESPONDENT else _with_meaning(entry.voice))
    if isinstance(entry, records.Commitment):
        return [words, _body(register, "by", "Said by", entry.by)]
    return [replace(words, short=label)]


def _answers(register: Register, finding: Finding) -> Fact:
    reply = register.inspections_by_id[finding.inspection].reply
    gap = Answer.NONE_LISTED.label  # in the papers, not in the work
    if finding.answers is None:
        gap = "" if reply else Answer.NO_REPLY.label
    entries = [register.entries_by_id[f"{finding.inspection}.{answer}"] for answer in finding.answers or ()]
    return _entries("answers", "What the reply offers", entries, gap)


def _entries(key: str, label: str, entries: Sequence[Entry], gap: str = "") -> Fact:
    text = "; ".join(entry.summary for entry in entries)
    return Fact(key, label, text or gap, refs=tuple(entry.full_id for entry in entries))


def _asked(register: Register, item: Entry | Event) -> Fact:
    asked = asked_about(register, [item.full_id])
    text = " ".join(in_a_line(register, one) for one in asked)
    return Fact("asked", "Asked before", text, text, refs=tuple(one.full_id for one in asked))


def _said(key: str, label: str, said: Iterable[Said], gap: str = "") -> Fact:
    """Return what other texts say, with their words; without any, say the gap."""
    texts = list(said)
    searched = tuple(words for one in texts for words in (one.summary, one.words))
    return Fact(key, label, " ".join(one.text for one in texts) or gap, searched=searched)


@cached_per_register
def _answered_by(register: Register) -> Mapping[str, list[Entry]]:
    """Return the concerns and the recommendations that something answers, by its full id."""
    result: dict[str, list[Entry]] = {}
    answered: list[tuple[Entry, str]] = [
        *((one, answer) for one in register.findings for answer in one.answers or ()),
        *((one, answer) for one in register.recommendations for reply in one.replies for answer in reply.entries),
    ]
    for one, answer in answered:
        result.setdefault(f"{one.inspection}.{answer}", []).append(one)
    return result


def _word(key: str, label: str, word: LabelledEnum, short: str = "") -> Fact:
    """Return a word of a closed list with its meaning."""
    return Fact(key, label, _with_meaning(word), short)


def _with_meaning(word: LabelledEnum) -> str:
    return f"{word.label}: {lower_first(word.meaning)}"


def _body(register: Register, key: str, label: str, body_id: str | None, gap: str = "") -> Fact:
    """Return the name of a body; without one, say the gap."""
    if not body_id:
        return Fact(key, label, gap)
    body = register.bodies_by_id[body_id]
    return Fact(key, label, body.name, short=f"{label}: {body.short}")


def _source(finding: Finding) -> Fact:
    return _stated("source", "From elsewhere", finding.source)


def _stated(key: str, label: str, text: str | None) -> Fact:
    """Return a text that is said in full everywhere and can be searched for."""
    return Fact(key, label, text or "", f"{label}: {text}", searched=(text or "",))


def _quoted(key: str, label: str, words: str | None, gap: str) -> Fact:
    """Return words of the document, which can be searched for; without them, say the gap."""
    return Fact(key, label, f"“{words}”", f"{label}: “{words}”", searched=(words,)) if words else Fact(key, label, gap)


def _doubt(key: str, label: str, dated: Dated | None) -> Fact:
    doubt = dated.doubt or "" if dated else ""
    return Fact(f"{key}.doubt", label, doubt, f"{label}: {doubt}")
