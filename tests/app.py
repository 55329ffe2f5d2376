"""A page of the dashboard run without a browser."""

import json
from functools import cache
from pathlib import Path

from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, local_script_runner

ROOT = Path(__file__).parents[1]

# A server looks once through all that is installed for components; a page without a server would at every run.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
# It also compiles each page once for all who open it.
local_script_runner.ScriptCache = cache(ScriptCache)


def page_of(name: str, **query: str) -> AppTest:
    """Return a page before its first run, with parameters of its address."""
    page = AppTest.from_file(str(ROOT / "pages" / f"{name}.py"), default_timeout=60)
    page.session_state["reached through the dashboard"] = True
    page.query_params.update(query)
    return page


def asked(page: AppTest, name: str, *, back: bool = False, **query: str) -> dict[str, str]:
    """Go to a page by an address with some parameters, and give those it is left with.

    The script of `page` finds in its session which page that is and whether the way was “back”, and shows as JSON what
    it is left with.
    """
    page.session_state["back"] = back
    page.session_state["page"] = name
    page.query_params.clear()
    page.query_params |= {key: [value] for key, value in query.items()}
    page.run()
    assert not page.exception
    shown: dict[str, str] = json.loads(page.json[0].value)
    return shown
