"""A page of the dashboard run without a browser."""

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
