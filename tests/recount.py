"""The definitions of all numbers once more, as a reader counts with a pencil: from the records alone, point by point.

Nothing here is taken from `scrutiny.analysis`, so that a number can be held against it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from scrutiny.register.records import Action, Commitment, Entry, Figure, Finding, Recommendation
from scrutiny.register.register import Register


def _is_finding(entry: Entry, polarity: str, whose: str) -> bool:
    """Tell whether a finding is of the inspection, of another one, or its author's own view."""
    if not isinstance(entry, Finding) or entry.polarity.value not in (polarity or entry.polarity.value):
        return False
    own = entry.voice.value == "respondent"
    return whose == ("own" if own else "another" if entry.source else "inspection")


def _is_commitment(entry: Entry, kinds: str, whose: str) -> bool:
    if not isinstance(entry, Commitment) or entry.kind.value not in kinds:
        return False
    return whose in ("", "letter" if entry.voice.value == "respondent" else "inspectorate")


def _is_action(entry: Entry, whose: str = "") -> bool:
    if not isinstance(entry, Action):
        return False
    vouched = entry.voice.value != "respondent" or entry.vouched_by in ("inspectors", "hmic", "hmicfrs", "ofsted")
    return whose in ("", "inspectors" if vouched else "own")


_BOTH = "undertaking expectation"
POINTS: dict[str, Callable[[Entry], bool]] = {
    "concern": lambda one: _is_finding(one, "concern", "inspection"),
    "strength": lambda one: _is_finding(one, "strength", "inspection"),
    "finding from elsewhere": lambda one: _is_finding(one, "", "another"),
    "own view": lambda one: _is_finding(one, "", "own"),
    "reported action": _is_action,
    "undertaking": lambda one: _is_commitment(one, "undertaking", "letter"),
    "expectation": lambda one: _is_commitment(one, "expectation", "letter"),
    "commitment": lambda one: _is_commitment(one, _BOTH, "letter"),
    "commitment by inspectorates": lambda one: _is_commitment(one, _BOTH, "inspectorate"),
    "thing said to be needed": lambda one: _is_commitment(one, "need", ""),
    "figure": lambda one: isinstance(one, Figure),
    "recommendation": lambda one: isinstance(one, Recommendation),
    "point": lambda one: not isinstance(one, Figure | Recommendation),
}
"""The numbers of points by their names, each with what is counted."""

PARTS: dict[str, Callable[[Entry], bool]] = {
    "concern (from elsewhere)": lambda one: _is_finding(one, "concern", "another"),
    "concern (own view)": lambda one: _is_finding(one, "concern", "own"),
    "strength (from elsewhere)": lambda one: _is_finding(one, "strength", "another"),
    "strength (own view)": lambda one: _is_finding(one, "strength", "own"),
    "reported action (acknowledged by inspectors)": lambda one: _is_action(one, "inspectors"),
    "reported action (own claim)": lambda one: _is_action(one, "own"),
    "commitment (by inspectors)": POINTS["commitment by inspectorates"],
    "said to be needed (by inspectors)": lambda one: _is_commitment(one, "need", "inspectorate"),
    "said to be needed (own words)": lambda one: _is_commitment(one, "need", "letter"),
}
"""The parts that charts draw and count apart, by the names that they give them."""

APART: dict[str, Callable[[Entry], bool]] = {
    "undertaking (by inspectorates)": lambda one: _is_commitment(one, "undertaking", "inspectorate"),
    "expectation (by inspectorates)": lambda one: _is_commitment(one, "expectation", "inspectorate"),
}
"""The commitments of inspectorates by their kind, which only the rows of a chart tell apart."""

ANSWERS = {
    "undertaking": "concern answered by an undertaking",
    "expectation": "concern answered by an expectation",
    "action": "concern answered by a reported action",
    "need": "concern answered by something said to be needed",
    "none_listed": "concern with no specific answer listed",
    "no_reply": "concern with no reply on file",
}
"""The numbers of concerns by what a letter offers to them."""


@dataclass(frozen=True)
class Recount:
    """What a reader counts in a register: in all of it, or of one inspection, document, scope, main or named theme."""

    register: Register
    inspection: str = ""
    scope: str = ""
    theme: str = ""
    named: str = ""
    document: str = ""

    @cached_property
    def basis(self) -> list[Entry]:
        """The points among which is counted."""
        return [
            entry
            for entry in self.register.entries
            if not getattr(entry, "restates", None)
            and self.inspection in ("", entry.inspection)
            and self.document in ("", entry.document)
            and self.scope in ("", entry.scope.value)
            and self.theme in ("", entry.themes[0])
            and self.named in ("", *entry.themes)
        ]

    def ids(self, name: str) -> set[str]:
        """The points that a number counts."""
        rule = {**POINTS, **PARTS, **APART}[name]
        return {entry.full_id for entry in self.basis if rule(entry)}

    def number(self, name: str) -> int:
        """Count what has a name."""
        by_ids = name in POINTS or name in PARTS or name in APART
        return len(self.ids(name)) if by_ids else {**self.answers, **self.papers}[name]

    @cached_property
    def answers(self) -> dict[str, int]:
        """Count concerns by what the letters offer to them."""
        offers = [offered(self.register, entry) for entry in self.basis if POINTS["concern"](entry)]
        numbers = {name: sum(answer in offer for offer in offers) for answer, name in ANSWERS.items()}
        answered = sum(not offer & {"none_listed", "no_reply"} for offer in offers)
        return numbers | {"concern with a specific answer listed": answered}

    @cached_property
    def papers(self) -> dict[str, int]:
        """Count inspections, documents, comparisons, and the concerns that these or no later document take up."""
        inspections = [one for one in self.register.inspections if self.inspection in ("", one.id)]
        documents = [document for one in inspections for document in one.documents]
        pairs = [one for one in self.register.pairs if self.inspection in ("", one.later.split(".")[0])]
        concerns = [entry for entry in self.basis if POINTS["concern"](entry)]
        compared = {pair.earlier for pair in pairs}
        return {
            "inspection": len(inspections),
            "document read": sum(document.held for document in documents),
            "document not read": sum(not document.held for document in documents),
            "comparison": len(pairs),
            "clear link": sum(pair.strength.value == "strong" for pair in pairs),
            "possible link": sum(pair.strength.value == "arguable" for pair in pairs),
            "concern touched on later": sum(concern.full_id in compared for concern in concerns),
            "concern not mentioned again": sum(_unmentioned(self.register, concern) for concern in concerns),
        }

    @property
    def all(self) -> dict[str, int]:
        """Count everything that has a definition."""
        return {name: self.number(name) for name in POINTS} | self.answers | self.papers


def offered(register: Register, concern: Entry) -> set[str]:
    """Name what a letter offers to a concern, or why nothing is named."""
    inspection = register.inspections_by_id[concern.inspection]
    if not any(document.held and document.kind.value == "reply" for document in inspection.documents):
        return {"no_reply"}
    by_id = {entry.id: entry for entry in register.entries if entry.inspection == concern.inspection}
    answers = [by_id[name] for name in getattr(concern, "answers", None) or ()]
    specific = [one for one in answers if not (isinstance(one, Commitment) and one.general)]
    return {one.kind.value if isinstance(one, Commitment) else "action" for one in specific} or {"none_listed"}


def _unmentioned(register: Register, concern: Entry) -> bool:
    """Tell whether every later document was read for a concern without finding it; all are about one force."""
    order = [one.id for one in register.inspections]
    later = register.inspections[order.index(concern.inspection) + 1 :]
    read = {f"{one.id}.{document.id}" for one in later for document in one.documents if document.held}
    named = set(getattr(concern, "not_mentioned_in", ()))
    return bool(named) and read <= named and all(pair.earlier != concern.full_id for pair in register.pairs)


_PLURALS = {name: f"{name}s" for name in (*POINTS, "comparison", "clear link", "possible link", "inspection")} | {
    "finding from elsewhere": "findings from elsewhere",
    "commitment by inspectorates": "commitments by inspectorates",
    "thing said to be needed": "things said to be needed",
    "said to be needed": "said to be needed",
}
_NAMES = {word: name for name, plural in _PLURALS.items() for word in (name, plural)}
_WHOSE = "|".join({name.partition(" (")[2].rstrip(")") for name in PARTS})
_SAID = re.compile(
    r"(?<![\w.“-])(?P<led>(?:own view, not inspectors'|from elsewhere): |inspectorates \(apart\) )?"
    r"(?:\d[\d,]* of |none of |all )?(?:the )?(?P<number>\d[\d,]*|no|(?<=[Tt]he )one) (?:(?P<scope>local|national) )?"
    rf"(?P<name>{'|'.join(sorted(_NAMES, key=len, reverse=True))})\b(?P<whose> \((?:{_WHOSE})\))?"
    r"(?: \((?P<local>\d[\d,]*|none) local\))?(?P<again> (?:is|are) not taken up)?"
    r"(?! (?:has|have) (?:a )?notes?| report)",
    re.IGNORECASE,
)
_OWN_VIEWS = re.compile(r"the letter’s own views, [^.]*")
_LED = {"own": " (own view)", "from": " (from elsewhere)", "inspectorates": " (by inspectorates)"}
_NUMBERS = {"no": 0, "none": 0, "one": 1}


@dataclass(frozen=True)
class Claim:
    """A number in a text, with the name and the scope, if any, that it has there."""

    number: int
    name: str
    scope: str = ""


def claims(*texts: str) -> Iterator[Claim]:
    """Find every number of some texts that has the name of a count."""
    for text in texts:
        own = [sentence.span() for sentence in _OWN_VIEWS.finditer(text)]
        for found in _SAID.finditer(text):
            name = _NAMES[found["name"].lower()]
            if (whose := found["whose"] or "") and name + whose.lower() in PARTS:
                name += whose.lower()
            if found["again"]:
                name = "concern not mentioned again"
            if found["led"]:
                name += _LED[found["led"].split()[0].lower()]
            if any(begins < found.start() < ends for begins, ends in own):
                name += " (own view)"
            yield Claim(_number(found["number"]), name, (found["scope"] or "").lower())
            if found["local"]:
                yield Claim(_number(found["local"]), name, "local")


def _number(text: str) -> int:
    return _NUMBERS[text.lower()] if text.lower() in _NUMBERS else int(text.replace(",", ""))
