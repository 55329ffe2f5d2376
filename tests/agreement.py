"""Sentences held against a recount: each number in them that has a name, and that none is left out or made up."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from scrutiny.register.records import Commitment
from scrutiny.wording import office
from tests.recount import POINTS, Claim, Recount, claims

CONCERNS_ONLY = {"own view": "concern (own view)", "finding from elsewhere": "concern (from elsewhere)"}
"""What these numbers count where nothing but concerns is shown."""


def agree(texts: Iterable[str], bases: Sequence[Recount], names: dict[str, str] | None = None) -> list[Claim]:
    """Hold every number of some texts against a recount of one of the bases that they can be about."""
    found = list(claims(*texts))
    for claim in found:
        name = (names or {}).get(claim.name, claim.name)
        numbers = {replace(basis, scope=claim.scope or basis.scope).number(name) for basis in bases}
        assert claim.number in numbers, (claim, numbers, [text for text in texts if claim in claims(text)])
    return found


ANSWERED = re.compile(
    r"(?:(?P<some>\d+) of )?(?:all )?(?P<whole>\d+|the one|both) (?P<scope>local|national) concerns?"
    r"(?: with (?:a reply|replies))? ha(?:s|ve) (?P<what>an|no specific) answer listed",
    re.IGNORECASE,
)
UNREPLIED = re.compile(r"no reply is on file to (\d+) (local|national) concerns?", re.IGNORECASE)


def agree_on_answers(headline: str, basis: Recount) -> None:
    """Hold a sentence on the answers to concerns of one scope against a recount."""
    numbers = basis.answers
    answered, unanswered, no_reply = (
        numbers[f"concern with {what}"]
        for what in ("a specific answer listed", "no specific answer listed", "no reply on file")
    )
    if found := ANSWERED.search(headline):
        words = {"the one": 1, "both": 2}
        whole = words.get(found["whole"].lower()) or int(found["whole"])
        assert whole == answered + unanswered, headline
        assert found["what"] == ("no specific" if unanswered else "an"), headline
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


def rows_of_commitments(basis: Recount) -> dict[tuple[str, str], list[str]]:
    """Sort commitments by author and kind; inspectorates are one author."""
    rows: dict[tuple[str, str], list[str]] = {}
    for entry in basis.basis:
        if isinstance(entry, Commitment) and entry.kind.value != "need":
            author = entry.by if POINTS["commitment"](entry) else ""
            rows.setdefault((author, entry.kind.value), []).append(entry.full_id)
    return rows


def agree_on_commitments(headline: str, basis: Recount) -> None:
    """Hold a sentence on commitments against a recount: how many undertakings of letters give a date."""
    agree([headline], [basis])
    undertakings, number_dated = basis.number("undertaking"), len(dated(basis))
    if undertakings == 1:
        assert ("gives a date" in headline, "gives no date" in headline) == (number_dated == 1, number_dated == 0), (
            headline
        )
    elif undertakings:
        number = re.search(r"(none|neither|\d+) of the (\d+) undertakings", headline, re.IGNORECASE)
        assert number, headline
        none = "neither" if undertakings == 2 else "none"
        assert [number[1].lower(), number[2]] == [str(number_dated or none), str(undertakings)], headline
    elif basis.number("expectation"):
        assert {claim.name for claim in claims(headline)} == {"expectation", "undertaking"}, headline
    elif basis.number("commitment by inspectorates"):
        assert {claim.name for claim in claims(headline)} == {"commitment by inspectorates"}, headline
    else:
        assert list(claims(headline)) == []


def dated(basis: Recount) -> set[str]:
    """Give the undertakings of letters for which a date is stated."""
    by_id = basis.register.entries_by_id
    return {one for one in basis.ids("undertaking") if getattr(by_id[one], "due", None) is not None}


def agree_on_pairs(headline: str, basis: Recount) -> None:
    agree([headline], [basis])
    numbers = {claim.name: claim.number for claim in claims(headline)}
    if basis.number("comparison"):
        assert "comparison" in numbers, headline
        links = [name for name in ("clear link", "possible link") if basis.number(name)]
        assert all(name in headline for name in links), headline
        assert all(name in numbers for name in links) or len(links) == 1, headline


def agree_on_documents(text: str, basis: Recount) -> None:
    """Hold what a text says of documents read and not read against a recount."""
    for number, name in re.findall(r"(\d+|no) documents? (read|about|was not|were not)", text, re.IGNORECASE):
        counted = basis.number("document not read" if name.endswith("not") else "document read")
        assert number.lower() == str(counted or "no"), text
    for number in re.findall(r"(\d+|none|no) (?:more documents? (?:was |were ))?not read", text, re.IGNORECASE):
        assert number.lower() in (str(basis.number("document not read") or "no"), "none"), text
        assert number.lower() != "none" or not basis.number("document not read"), text


def agree_on_rows_of_commitments(lines: Iterable[str], basis: Recount) -> None:
    """Hold lines like “Commissioner, undertakings (“I will”) (5)” against the commitments of each author and kind."""
    told = {found.groups() for line in lines if (found := ROW.search(line))}
    names, rows = _authors(basis), rows_of_commitments(basis)
    assert told == {(names[author], kind, str(len(ids))) for (author, kind), ids in rows.items()}


def agree_on_labels_of_commitments(labels: Iterable[str], basis: Recount) -> list[set[str]]:
    """Hold labels like “Commissioner 5 undertakings” against the commitments of each row, and give these in order."""
    names = _authors(basis)
    rows = {
        (names[author], str(len(ids)), kind): set(ids) for (author, kind), ids in rows_of_commitments(basis).items()
    }
    told = [found.groups() for label in labels if (found := LABEL.fullmatch(" ".join(label.split())))]
    assert sorted(told) == sorted(rows)
    return [rows[name, number, kind] for name, number, kind in told]


def _authors(basis: Recount) -> dict[str, str]:
    return {body.id: office(body) for body in basis.register.bodies} | {"": "Inspectorates (apart)"}


ROW = re.compile(r"([^,>]+), (undertaking|expectation)s \(“I \w+”\):? ?\(?(\d+)\b")
LABEL = re.compile(r"(.+) (\d+) (undertaking|expectation)s?")
