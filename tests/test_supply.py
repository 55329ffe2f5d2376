"""What is installed: what the project names, what comes along, under which licences, and nothing else."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PINNED = re.compile(r"^([\w.-]+)==([\w.+!-]+)(?: ; (.+?))?(?= \\|\s|$)", re.MULTILINE)
LOCKS = {"requirements.txt": "requirements.lock", "requirements-dev.txt": "requirements-dev.lock"}
ACCEPTED = {
    "0BSD", "3-Clause BSD License", "Apache License 2.0", "Apache Software License", "Apache-2.0", "BSD License",
    "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "MIT", "MIT License", "MIT-CMU", "PSF-2.0", "Zlib",
    "BSD-3-Clause, Apache-2.0, dependency licenses",  # pypdfium2 alone: those of PDFium's parts lie in its folder
    "Mozilla Public License 2.0 (MPL 2.0)",  # certifi alone: its list of certificates is passed on unchanged
}  # fmt: skip


def normal(name: str) -> str:
    """Write the name of a package as package indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(file: str) -> set[tuple[str, str]]:
    """Give the packages and versions that a file of requirements names."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return {(normal(name), version) for name, version, _ in PINNED.findall(text)}


@pytest.mark.parametrize(("named", "lock"), LOCKS.items())
def test_the_lock_holds_what_is_named(named: str, lock: str) -> None:
    """Every requirement stands in its lock, in the same version."""
    assert pins(named)
    assert pins(named) - pins(lock) == set()


@pytest.mark.parametrize("named", [*LOCKS, "requirements-tools.txt"])
def test_every_requirement_has_one_version(named: str) -> None:
    """No line leaves the version open."""
    lines = (line.split("#")[0].strip() for line in (ROOT / named).read_text(encoding="utf-8").splitlines())
    assert [line for line in lines if line and not line.startswith("-r ") and not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("lock", LOCKS.values())
def test_every_package_of_a_lock_has_fingerprints(lock: str) -> None:
    """Pip installs no file whose hash does not stand there."""
    entries = re.split(r"\n(?=\w)", (ROOT / lock).read_text(encoding="utf-8").split("\n", 2)[2])
    assert [entry.split()[0] for entry in entries if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry)] == []
    assert len(entries) >= len(pins(lock))


def test_tests_run_on_what_readers_run_on() -> None:
    """The lock for tests holds the lock of the dashboard, version for version."""
    assert pins("requirements.lock") - pins("requirements-dev.lock") == set()


def test_what_comes_along_has_a_reason() -> None:
    """Each locked package says what it was locked for."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert text.count("# via") == len(PINNED.findall(text))


@pytest.mark.parametrize("lock", LOCKS.values())
def test_a_lock_names_no_place(lock: str) -> None:
    """Where packages are fetched from is for each machine to say."""
    assert not re.search(r"https?://|--(?:extra-)?index-url|--find-links", (ROOT / lock).read_text(encoding="utf-8"))


def test_every_licence_is_known_and_accepted() -> None:
    """Each locked package stands in the list, under licences that go with ours."""
    rows = re.findall(r"^\| (\S+) +\| (.+?) +\|", (ROOT / "LICENSES.md").read_text(encoding="utf-8"), re.MULTILINE)
    licences = {normal(name): licence for name, licence in rows if name != "Name"}
    assert licences.keys() == {name for name, _ in pins("requirements.lock")}
    asked = {name: set(re.split(r" (?:AND|OR) ", licence)) for name, licence in licences.items()}
    assert {name: rest for name, terms in asked.items() if (rest := terms - ACCEPTED)} == {}
    assert [name for name, licence in licences.items() if "Mozilla" in licence] == ["certifi"]
