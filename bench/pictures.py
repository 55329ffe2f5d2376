"""Takes the pictures of the README, of the dashboard as it runs: `python -m bench.pictures`."""

import io
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import sync_playwright

from bench.registers import REAL
from bench.servers import ROOT, dashboard
from bench.visits import launch

FOLDER = ROOT / "docs" / "pictures"
PICTURES = {
    "overview": ("/", ".picture"),
    "inspection": ("/inspection?inspection=2026-family-environment&entry=2026-family-environment.C08", ".mark-opened"),
    "questions": ("/questions", "h1"),
}
"""What is taken, by the name of its file: an address, and what must be there before it is."""
SIZE = {"width": 1366, "height": 768}  # a council's laptop
MOST_BYTES = 150_000
_SETTLED = 1500  # milliseconds


def main() -> int:
    """Take all pictures; return the exit code, 1 if one is too large."""
    FOLDER.mkdir(exist_ok=True)
    sizes = {}
    with TemporaryDirectory() as logs, dashboard(REAL, Path(logs, "log")) as server, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(viewport=SIZE)  # type: ignore[arg-type]  # plain numbers
        for name, (address, ready) in PICTURES.items():
            page.goto(server.address + address)
            page.locator(ready).first.wait_for()
            page.wait_for_timeout(_SETTLED)
            file = FOLDER / f"{name}.png"
            picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            picture.quantize(256, Image.Quantize.FASTOCTREE).save(file, optimize=True)  # to the eye the same, and small
            sizes[file] = file.stat().st_size
            print(f"{file.relative_to(ROOT)}: {sizes[file] // 1000} kB")
        browser.close()
    return int(max(sizes.values()) > MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main())
