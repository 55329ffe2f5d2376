"""Archives without the hour of their making."""

import io
import zipfile
from datetime import date

import pytest

from scrutiny.exports.zip_dates import set_zip_dates


def archive(*members: tuple[str, str]) -> bytes:
    """Make an archive as libraries do: dated now."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, text in members:
            made.writestr(name, text)
    return file.getvalue()


@pytest.mark.parametrize(
    ("on", "year"), [(date(2030, 11, 15), 2030), (date(1979, 11, 15), 1980)], ids=["a day", "before zip knows days"]
)
def test_every_member_is_dated_on_the_day(on: date, year: int) -> None:
    """Members keep their order and content, and carry the day given, or the first year that zip knows."""
    with zipfile.ZipFile(io.BytesIO(set_zip_dates(archive(("b.xml", "<b/>"), ("a.xml", "<a/>")), on))) as read:
        assert [member.filename for member in read.infolist()] == ["b.xml", "a.xml"]
        assert {member.date_time for member in read.infolist()} == {(year, 11, 15, 0, 0, 0)}
        assert read.read("b.xml") == b"<b/>"
