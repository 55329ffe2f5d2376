"""Files that are zip archives inside (Word, PowerPoint), without the hour at which they were made."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_YEAR = 1980


def set_zip_dates(archive: bytes, on: date) -> bytes:
    """Return an archive with the same members in the same order, each dated on one day.

    The libraries write the hour of making into every member, so that no two files are the same.
    """
    with ZipFile(BytesIO(archive)) as source:
        return zipped({member.filename: source.read(member) for member in source.infolist()}, on)


def zipped(files: Mapping[str, bytes], on: date = date.min) -> bytes:
    """Return an archive of files by name, each dated on one day; a zip archive knows no day before 1980."""
    day = (max(on.year, _FIRST_YEAR), on.month, on.day, 0, 0, 0)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name, content in files.items():
            target.writestr(ZipInfo(name, day), content, ZIP_DEFLATED)
    return packed.getvalue()
