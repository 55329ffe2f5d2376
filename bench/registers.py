"""A made-up register of any size: `python -m bench.registers COPIES FOLDER`."""

import shutil
import sys
from pathlib import Path
from random import Random
from typing import Any

import yaml

from bench.servers import ROOT

REAL = ROOT / "data"
M = 43  # copies: as many as there are police forces in England and Wales


def write_register(folder: Path, copies: int = M) -> None:
    """Write the real register and copies of it, each about another force, into a new folder.

    The words of each summary are mixed, so that no two copies hold the same text. The same number gives the same bytes.
    """
    chance = Random(7)  # noqa: S311  # mixes words, keeps no secret
    shutil.copytree(REAL, folder, ignore=shutil.ignore_patterns("*.md", "templates"))
    bodies, pairs = _read(REAL / "bodies.yaml"), _read(REAL / "pairs.yaml")
    real_pairs = list(pairs)
    for n in range(1, copies):
        bodies.append(
            {"id": f"force_{n}", "kind": "police", "name": f"Police {n}", "description": f"The police of {n}."}
        )
        for path in sorted(REAL.glob("inspections/*/*.yaml")):
            records = _read(path)
            if path.name == "inspection.yaml":
                records = _of_force(records, f"force_{n}")
            else:
                for record in records["entries"] if isinstance(records, dict) else records:
                    record["summary"] = _mixed(record["summary"], chance)
                    if "not_mentioned_in" in record:
                        named = record["not_mentioned_in"]
                        record["not_mentioned_in"] = [document.replace(".", f"-{n}.") for document in named]
            _write(folder / "inspections" / f"{path.parent.name}-{n}" / path.name, records)
        for pair in real_pairs:
            ids = {field: pair[field].replace(".", f"-{n}.") for field in ("later", "earlier")}
            pairs.append(pair | ids | {"reason": _mixed(pair["reason"], chance)})
    _write(folder / "bodies.yaml", bodies)
    # An id of a pair has three digits at most.
    _write(folder / "pairs.yaml", [pair | {"id": f"P{number:02d}"} for number, pair in enumerate(pairs[:999], 1)])


def _of_force(inspection: dict[str, Any], force: str) -> dict[str, Any]:
    """Insert the force after the subject, where the order of fields has it."""
    fields = list(inspection.items())
    position = list(inspection).index("subject") + 1
    return dict([*fields[:position], ("force", force), *fields[position:]])


def _mixed(text: str, chance: Random) -> str:
    """Mix the words of a sentence but the first and the last."""
    first, *words, last = text.split(" ")
    chance.shuffle(words)
    return " ".join([first, *words, last])


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506  # reads every value as text


def _write(path: Path, records: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(records, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_register(Path(sys.argv[2]), int(sys.argv[1]))
