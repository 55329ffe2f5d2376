"""Links that open an entry: real addresses, so that they can be copied, opened beside, and found by a machine."""

from urllib.parse import urlencode

from markupsafe import Markup

from scrutiny.ui.shell.address import ENTRY_PARAM, view_params


def resolve_view_links(html: str) -> Markup:
    """Let the links that the macro `view_link` wrote open their entries in the view that is shown.

    So what stands around them can be kept, and be the same for all views.
    """
    view = {key: value for key, value in view_params().items() if key != ENTRY_PARAM}
    # no escaped text holds what is replaced, nor does any other tag
    template = Markup(html)  # noqa: S704  # rows that were escaped when they were written
    return template.replace("<view:", f"?{urlencode(view | {ENTRY_PARAM: ''})}")
