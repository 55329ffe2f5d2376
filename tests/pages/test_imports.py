"""No page loads what only files to take away need, nor Arrow, which nothing needs."""

import subprocess
import sys

from tests.app import ROOT

OPEN_ALL = """
import sys
from pathlib import Path
from tests.app import page_of

for path in sorted(Path("pages").glob("*.py")):
    page = page_of(path.stem, q="supervision").run()
    assert not page.exception, path
    assert page.main.children, path
print(*sorted({"pptx", "docx", "xlsxwriter", "openpyxl", "lxml", "jsonschema", "pyarrow"} & set(sys.modules)))
"""


def test_pages_import_only_what_they_need() -> None:
    """Once every page was shown, no library is loaded that makes files: they wait until a file is asked for."""
    command = [sys.executable, "-c", OPEN_ALL]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603  # our own
    assert shown.stdout.strip() == ""
