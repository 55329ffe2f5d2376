"""Tables are written once for all readers; a row with a word that is too long for any column is marked."""

import re

from scrutiny.ui.shell.links import view_link
from scrutiny.ui.views.table import html_table


def test_only_a_long_word_marks_its_row() -> None:
    """Nothing that a reader does not see makes a word long: neither a tag nor the address of a link."""
    link = view_link("2029-first-look.C09", "C09")
    short, long = [link, "x" * 40], [link, "x" * 41]
    table = html_table("A caption", ["Entry", "Words"], [short, long])
    assert re.findall(r"<tr[^>]*>(?=<th scope=.row)", table) == ["<tr>", '<tr class="long">']
    assert '<table class="long">' in table
    assert "<table>" in html_table("A caption", ["Entry", "Words"], [short])
