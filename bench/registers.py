"""Made-up registers of three sizes, in the files that officers write: `python -m bench.registers M FOLDER`.

The same size and seed give the same bytes. Themes, questions and glossary are those of the real register.
"""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any

import yaml

from bench.entries import Record, Setting, made_entries
from bench.words import Words
from tests.serving import ROOT
from tests.testshire import as_yaml

_REAL = ROOT / "data"
_FIRST_PARTS = ("Ald", "Bren", "Cald", "Dun", "Elm", "Fal", "Grin", "Hol", "Ket", "Lan", "Mor")
_LAST_PARTS = ("ford", "mer", "wick", "ton")
_PARTNERS = ("health services", "probation service", "children's services", "schools", "youth services")
_FIRST_DAY = date(2014, 3, 1)
_DAYS = 12 * 365
_LAST_DAY = date(2026, 11, 1)
_MOST_PAIRS = 400
_MOST_EVENTS = 400


@dataclass(frozen=True)
class Size:
    """How much a register holds."""

    forces: int
    inspections: int
    entries: int


SIZES = {"S": Size(1, 4, 289), "M": Size(43, 430, 12_900), "L": Size(43, 4_300, 129_000)}


@dataclass(frozen=True)
class Made:
    """One made-up inspection: its folder, its force, the document that is quoted and its files."""

    id: str
    force: int
    document: str
    dated: date
    files: Mapping[str, Any]


def write_register(size: Size, folder: Path, *, seed: int = 7) -> None:
    """Write a register of a size into a folder, which it makes."""
    chance = Random(seed)  # noqa: S311  # makes up words, keeps no secret
    words = Words(chance)
    inspections = list(_inspections(size, words, chance))
    files: dict[str, Any] = {
        "register.yaml": _settings(),
        "bodies.yaml": list(_bodies(size.forces)),
        "events.yaml": _events(inspections, words, chance),
        "pairs.yaml": _pairs(inspections, words, chance),
    }
    for made in inspections:
        files |= {f"inspections/{made.id}/{name}": held for name, held in made.files.items()}
    texts = {name: as_yaml(held) for name, held in files.items()}
    texts |= {name: (_REAL / name).read_text("utf-8") for name in ("themes.yaml", "questions.yaml", "glossary.yaml")}
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _area(force: int) -> str:
    """Name the area of a force, none of which there is."""
    first, last = divmod(force, len(_LAST_PARTS))
    return f"{_FIRST_PARTS[first]}{_LAST_PARTS[last]}shire"


def _settings() -> Record:
    area = _area(0)
    return {
        "title": f"How {area} Police protects children", "area": area, "force": "force_0", "commissioner": "pcc_0",
        "panel": "panel", "reviewed_on": "2026-11-15",
    }  # fmt: skip


def _bodies(forces: int) -> Iterator[Record]:
    """Give a force and a commissioner for each area, and the bodies that all share."""
    for n in range(forces):
        yield _body(f"force_{n}", "police", f"{_area(n)} Police", f"The police force for {_area(n)}.")
        commissioner = f"Police and Crime Commissioner for {_area(n)}"
        yield _body(f"pcc_{n}", "commissioner", commissioner, "The office that must answer inspectors' reports.")
    yield _body("inspectors", "inspectorate", "Inspectorate of Made-up Police", "Inspects every force.")
    yield _body("panel", "public", "Police and Crime Panel", "The members who hold the Commissioner to account.")
    for n, name in enumerate(_PARTNERS):
        yield _body(f"partner_{n}", "partner", f"The {name}", f"The {name} of each area.")


def _body(key: str, kind: str, name: str, description: str) -> Record:
    return {"id": key, "kind": kind, "name": name, "description": description}


def _inspections(size: Size, words: Words, chance: Random) -> Iterator[Made]:
    """Make every inspection, force by force, spread over the years; each has about as many entries."""
    terms = cycle(record["id"] for record in _real("glossary.yaml"))
    themes = {record["id"]: chance.randint(4, 14) for record in _real("themes.yaml")}
    each = size.inspections // size.forces
    for number in range(size.inspections):
        force, turn = divmod(number, each)
        begun = _FIRST_DAY + timedelta(days=(_DAYS * turn + chance.randrange(_DAYS)) // each)
        entries = size.entries * (number + 1) // size.inspections - size.entries * number // size.inspections
        is_reply = turn % 4 != 0
        setting = Setting(
            document="reply" if is_reply else "press_release",
            dated=begun + timedelta(days=chance.randint(120, 200)),
            scope="national" if turn % 4 == 1 else "local",
            paragraphs=chance.randint(8, 18),
            author=f"pcc_{force}" if is_reply else "inspectors",
            about=(f"force_{force}", f"force_{force}", *(f"partner_{n}" for n in range(len(_PARTNERS)))),
            themes=themes,
            terms=terms,
        )
        made = made_entries(setting, entries, words, chance)
        subject = words.title(2)
        inspection = _inspection(setting, begun, force, subject, words, chance)
        key = f"{begun.year}-{subject.lower().replace(' ', '-')}-{number}"
        yield Made(key, force, setting.document, setting.dated, {"inspection.yaml": inspection, **made})


def _real(name: str) -> list[dict[str, str]]:
    """Read a file of the real register that made-up ones share."""
    read: list[dict[str, str]] = yaml.safe_load((_REAL / name).read_text("utf-8"))
    return read


def _inspection(setting: Setting, begun: date, force: int, subject: str, words: Words, chance: Random) -> Record:
    """Describe an inspection and the documents that are known, most of them not held."""
    published = begun + timedelta(days=chance.randint(60, 110))
    record: Record = {"title": f"{subject}: an inspection in {_area(force)}", "short_title": f"{subject} {begun.year}"}
    record |= {"inspectorates": ["Inspectorate of Made-up Police"], "scope": setting.scope, "subject": words.title(6)}
    if force:
        record["force"] = f"force_{force}"
    record |= {"fieldwork": _month(begun, chance), "published": _month(published, chance)}
    documents = [
        _document("report", "report", subject, "inspectors", _month(published, chance)),
        _document(setting.document, setting.document, f"On {subject.lower()}", setting.author, _day(setting.dated))
        | {"held": "true", "paragraphs": str(setting.paragraphs), "file": f"{setting.document}.txt"},
    ]
    later = setting.dated + timedelta(days=300)
    if later < _LAST_DAY and chance.random() < 0.4:
        documents.append(
            _document("review", "review", f"What came of {subject.lower()}", "inspectors", _month(later, chance))
        )
    return record | {"documents": documents}


def _document(key: str, kind: str, title: str, body: str, dated: Record) -> Record:
    """Describe a document that is not held."""
    return {"id": key, "kind": kind, "held": "false", "title": title, "date": dated, "body": body}


def _month(day: date, chance: Random) -> Record:
    """Give a date as a month, now and then with a doubt."""
    doubt = {"doubt": "The month is that of a notice, not of the document."} if chance.random() < 0.1 else {}
    return {"printed": f"{day:%B %Y}", "date": f"{day:%Y-%m}", **doubt}


def _day(day: date) -> Record:
    return {"printed": f"{day.day} {day:%B %Y}", "date": f"{day:%Y-%m-%d}"}


def _events(inspections: list[Made], words: Words, chance: Random) -> list[Record]:
    """Make about two events for each inspection, printed in its document."""
    events = []
    for number in range(1, min(_MOST_EVENTS, 2 * len(inspections)) + 1):
        made = chance.choice(inspections)
        dated = _month(made.dated - timedelta(days=chance.randint(100, 700)), chance)
        kind = chance.choice(("operation", "strategy", "disturbance", "inspection", "other"))
        events.append(
            {"id": f"E{number:02d}", "kind": kind, "title": words.title(3), "date": dated,
             "summary": words.sentence(60, 120), "scope": chance.choice(("local", "national")),
             "excerpt": words.run(5, 14), "document": f"{made.id}.{made.document}", "paragraph": "1"}
        )  # fmt: skip
    return events


def _pairs(inspections: list[Made], words: Words, chance: Random) -> list[Record]:
    """Pair findings of one force and theme: the later with the one before."""
    earlier: dict[tuple[int, str], tuple[Made, str]] = {}
    joined = []
    for made in sorted(inspections, key=lambda each: each.dated):
        for finding in made.files["findings.yaml"]:
            place = made.force, finding["themes"][0]
            before, full_id = earlier.get(place, (made, ""))
            if before is not made:
                joined.append((f"{made.id}.{finding['id']}", full_id))
            if before is not made or not full_id:
                earlier[place] = made, f"{made.id}.{finding['id']}"
    chosen = chance.sample(joined, min(_MOST_PAIRS, 11 * len(inspections), len(joined)))
    return [
        {"id": f"P{number:02d}", "later": later, "earlier": full_id,
         "relation": chance.choice(("repeats", "bears_out", "qualifies", "conflicts_with")),
         "strength": chance.choice(("strong", "arguable")), "reason": words.sentence(120, 200),
         "caution": words.sentence(120, 300)}
        for number, (later, full_id) in enumerate(chosen, start=1)
    ]  # fmt: skip


def main() -> None:
    """Write the register that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bench.registers", description="Write a made-up register.")
    parser.add_argument("size", choices=SIZES)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    write_register(SIZES[asked.size], asked.folder)


if __name__ == "__main__":
    main()
