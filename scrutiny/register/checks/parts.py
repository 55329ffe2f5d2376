"""A register is checked in parts, so that what did not change, and refers to nothing that did, is not checked again."""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from scrutiny.register.checks.context import Common, Draft, Use, quotations
from scrutiny.register.checks.rules import ACROSS, OF_EVENTS, RULES, Rule, run_rules
from scrutiny.register.checks.usage import use_of
from scrutiny.register.files import FileContent
from scrutiny.register.paragraphs import Place
from scrutiny.register.placeholders import PLACEHOLDER_SETTINGS
from scrutiny.register.problems import Problem
from scrutiny.register.register import Register

_REFERRED_TO = ("themes.yaml", "bodies.yaml", "glossary.yaml", "events.yaml")
_OF_ONE = [rule for rule in RULES if rule not in ACROSS]


@dataclass(frozen=True)
class Checked:
    """What is wrong with a part of a register, what it makes use of, how much it quotes and how much is at hand."""

    problems: tuple[Problem, ...]
    use: Use
    quotations: int
    at_hand: int


Checks = MutableMapping[str, tuple[tuple[FileContent, ...], Checked]]
"""What came of checking each inspection, with all that was read for it."""


@dataclass(frozen=True)
class Parts:
    """A register with the readings that it was put together from, by file at the top and by inspection."""

    register: Register
    top: Mapping[str, FileContent]
    inspections: Mapping[str, tuple[FileContent, ...]]
    texts: Mapping[tuple[str, str], Mapping[Place, str]]

    @cached_property
    def common(self) -> Common:
        """What all parts refer to."""
        bodies, terms = self.top["bodies.yaml"].records, self.top["glossary.yaml"].records
        kinds = {body.id: body.kind for body in bodies if not body.is_placeholder("kind")}
        return Common(kinds, frozenset(term.id for term in terms))

    @cached_property
    def written_at_the_top(self) -> dict[str, set[str]]:
        """The ids that the files at the top write, by kind."""
        return {read.kind: set(read.ids) for read in self.top.values()}

    def draft(self, register: Register, reads: tuple[FileContent, ...], written: Mapping[str, set[str]]) -> Draft:
        """Give a part of the register to be judged, with the readings that it rests on."""
        return Draft(
            register=register,
            written=written,
            texts=self.texts,
            unread=frozenset(read.file for read in reads if read.is_unread),
            common=self.common,
            is_sound=not any(read.problems for read in reads),
        )


def check(parts: Parts, kept: Checks) -> Checked:
    """Check every inspection, or take what is kept of it; then the top, and what only the whole can answer."""
    for gone in kept.keys() - parts.inspections.keys():
        del kept[gone]
    checked = [_inspection(parts, name, kept) for name in parts.inspections]
    top = _top(parts)
    uses = tuple(one.use for one in (*checked, top))
    across = run_rules(_whole(parts, uses), [rule for rule in RULES if rule in ACROSS])
    return Checked(
        problems=tuple(chain(chain.from_iterable(one.problems for one in (*checked, top)), across)),
        use=top.use,
        quotations=sum(one.quotations for one in (*checked, top)),
        at_hand=sum(one.at_hand for one in (*checked, top)),
    )


def _inspection(parts: Parts, name: str, kept: Checks) -> Checked:
    """Check one inspection, unless it, and all that it may refer to, was read as it is now."""
    own = parts.inspections[name]
    reads = (*own, *(parts.top[file] for file in _REFERRED_TO))
    before = kept.get(name)
    if before and all(now is then for now, then in zip(reads, before[0], strict=True)):
        return before[1]
    about, *lists = own
    register = replace(
        _NOTHING, inspections=about.records, entries=tuple(chain.from_iterable(read.records for read in lists))
    )
    written = parts.written_at_the_top | {read.kind: {f"{name}.{written}" for written in read.ids} for read in lists}
    found = _checked(parts.draft(register, reads, written), _OF_ONE)
    kept[name] = reads, found
    return found


def _top(parts: Parts) -> Checked:
    """Check what is about the register as a whole, and its events against the documents of all inspections."""
    register = replace(parts.register, inspections=(), entries=())
    reads = (*parts.top.values(), *chain.from_iterable(parts.inspections.values()))
    draft = parts.draft(register, reads, parts.written_at_the_top)
    found = _checked(draft, [rule for rule in _OF_ONE if rule not in OF_EVENTS])
    of_events = run_rules(
        replace(draft, register=replace(register, inspections=parts.register.inspections)),
        [rule for rule in RULES if rule in OF_EVENTS],
    )
    return replace(found, problems=(*found.problems, *of_events))


def _whole(parts: Parts, uses: tuple[Use, ...]) -> Draft:
    """Give the whole register to be judged."""
    reads = (*parts.top.values(), *chain.from_iterable(parts.inspections.values()))
    written: dict[str, set[str]] = dict(parts.written_at_the_top)
    for name, (_, *lists) in parts.inspections.items():
        for read in lists:
            written.setdefault(read.kind, set()).update(f"{name}.{one}" for one in read.ids)
    return replace(parts.draft(parts.register, reads, written), uses=uses)


def _checked(draft: Draft, rules: list[Rule]) -> Checked:
    """Apply rules to a part of a register, and tell what it uses and quotes."""
    use = use_of(draft.register)
    quoted = list(quotations(draft)) if draft.texts else []
    at_hand = sum(quotation.document in draft.texts and quotation.is_readable for quotation in quoted)
    number = sum(len(entry.quotations()) for entry in draft.register.entries)
    number += sum(bool(event.excerpt) for event in draft.register.events)
    return Checked(tuple(run_rules(replace(draft, uses=(use,)), rules)), use, number, at_hand)


_NOTHING = Register(PLACEHOLDER_SETTINGS, (), (), (), (), (), (), (), ())
