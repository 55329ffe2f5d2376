"""How the house is built: who may know whom, and what stands nowhere."""

import ast
import re
from functools import cache
from pathlib import Path

from scrutiny.register.checks.wording import EXCERPT_WORDS

ROOT = Path(__file__).parents[1]
PACKAGE = sorted((ROOT / "scrutiny").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
DASHBOARD = ROOT / "dashboard.py"
SERVE = ROOT / "serve.py"
CODE = [*PACKAGE, *PAGES, DASHBOARD, SERVE]
MAY_IMPORT = {
    "register": {"register"},
    "wording.py": {"register"},
    "analysis": {"register", "wording", "analysis"},
    "charts": {"register", "wording", "analysis", "charts"},
    "slides": {"register", "wording", "analysis", "charts", "slides"},
    "exports": {"register", "wording", "analysis", "charts", "slides", "exports"},
    "store.py": {"register", "analysis"},
    "settings.py": {"exports"},
    "server": {"register", "analysis", "exports", "store", "settings", "server"},
    "ui": {"register", "wording", "analysis", "charts", "slides", "exports", "store", "settings", "ui"},
    "pages": {"register", "wording", "analysis", "charts", "slides", "exports", "ui"},
    "dashboard.py": {"ui", "store"},
    "serve.py": {"server"},
    "commands": {"register", "commands"},
    "__main__.py": {"register", "analysis", "slides", "exports", "commands"},
    "__init__.py": set(),
}
COLOUR = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgb|hsl)a?\(", re.IGNORECASE)
OF_THE_MACHINE = re.compile(r"%-?[aAbBcpxX]\b|\b(?:month|day)_(?:name|abbr)\b")
PATHS = re.compile(r"(?<![\w.~:/-])/(?:home|Users|root|tmp|var|mnt|opt|srv|work|workspace)/|\b[A-Z]:\\\\")
TEXTS = [
    *(
        path
        for folder in ("scrutiny", "pages", "bench", "docs", "tests", "data", ".streamlit")
        for path in (ROOT / folder).rglob("*")
    ),
    *ROOT.glob("*"),
]


def named(path: Path) -> str:
    """Name a file as it stands in the project."""
    return path.relative_to(ROOT).as_posix()


def layer(path: Path) -> str:
    """Give the part of the house that a file belongs to."""
    first, *rest = path.relative_to(ROOT).parts
    return rest[0] if first == "scrutiny" else first


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Give the full name of every module that a file imports, wherever the import stands."""
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{named(path)}:{node.lineno} imports by dots"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return tuple(names)


def packages(path: Path) -> set[str]:
    """Give the packages that a file imports from."""
    return {name.split(".", maxsplit=1)[0] for name in imports(path)}


def test_imports_go_one_way() -> None:
    """Pages import ui, ui exports, these slides, these charts, these analysis, which imports register; never back."""
    known = {path: {name.split(".")[1] for name in imports(path) if name.startswith("scrutiny.")} for path in CODE}
    assert {named(path): back for path, parts in known.items() if (back := parts - MAY_IMPORT[layer(path)])} == {}


def test_only_pages_and_ui_know_streamlit() -> None:
    """Nothing below ui imports Streamlit."""
    below = [path for path in CODE if layer(path) not in {"ui", "pages", "dashboard.py", "serve.py"}]
    assert [named(path) for path in below if packages(path) & {"streamlit"}] == []


def test_only_reading_knows_yaml() -> None:
    """One module reads YAML; nobody else can read it less strictly."""
    users = [named(path) for path in CODE if packages(path) & {"yaml", "ruamel"}]
    assert users == ["scrutiny/register/reading.py"]


def test_no_page_is_imported() -> None:
    """Pages are shown, never imported, by each other or by anybody."""
    assert [named(path) for path in CODE if packages(path) & {"pages", "dashboard"}] == []


def test_a_page_has_the_name_of_its_file() -> None:
    """The server knows by the files which addresses there are, and Streamlit until somebody has opened a page."""
    listed = DASHBOARD.read_text(encoding="utf-8").partition("def pages()")[2].partition("def _page(")[0]
    titles = re.findall(r'"([A-Z][a-z ]+)"', listed)
    files = {"inspection" if title == "Inspections" else title.lower().replace(" ", "-") for title in titles}
    assert files == {path.stem for path in PAGES}


def test_colours_are_named_in_one_place() -> None:
    """No colour is written in Python code but in the style of charts."""
    others = [path for path in CODE if named(path) != "scrutiny/charts/style.py"]
    found = {named(path): COLOUR.findall(path.read_text(encoding="utf-8")) for path in others}
    assert {path: colours for path, colours in found.items() if colours} == {}


def test_no_date_is_in_the_language_of_the_machine() -> None:
    """Names of months and days come from `wording`; those of the system follow the language it is set to."""
    assert [named(path) for path in CODE if OF_THE_MACHINE.search(path.read_text(encoding="utf-8"))] == []


def test_pages_are_short() -> None:
    """A page is four moves, under 100 lines; the dashboard sets up and hands over, under 60."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in (*PAGES, DASHBOARD)}
    assert [named(path) for path, lines in lengths.items() if lines >= (60 if path == DASHBOARD else 100)] == []


def test_modules_say_what_they_are() -> None:
    """Every file of code begins with a sentence on what it is for."""
    texts = {path: path.read_text(encoding="utf-8") for path in CODE}
    assert [named(path) for path, text in texts.items() if text and not ast.get_docstring(ast.parse(text))] == []


def test_no_path_of_one_machine() -> None:
    """The project runs wherever it is put: no file names a folder of the machine it was written on."""
    suffixes = {".py", ".yaml", ".md", ".toml", ".txt", ".css", ".cfg", ".json", ""}
    found = [
        f"{named(path)}: {match.group()}"
        for path in TEXTS
        if path.is_file() and path.suffix in suffixes
        for match in PATHS.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_texts_give_the_length_of_excerpts_that_the_rule_has() -> None:
    """The guide, the design, the specimens and the About page say the numbers that are checked."""
    places = ("data/**/*.md", "data/**/*.yaml", "docs/*.md", "scrutiny/ui/templates/**/*.html")
    texts = {named(path): path.read_text(encoding="utf-8") for pattern in places for path in ROOT.glob(pattern)}
    said = {name: set(re.findall(r"(\d+) to (\d+) words", text)) for name, text in texts.items()}
    least, most = map(str, EXCERPT_WORDS)
    assert {name for name, numbers in said.items() if numbers - {(least, most)}} == set()
    assert {"data/README.md", "docs/design.md", "scrutiny/ui/templates/about/method.html"} <= {
        name for name, numbers in said.items() if numbers
    }
