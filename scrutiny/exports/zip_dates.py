"""Files that are zip archives inside (Word, PowerPoint), without the hour at which they were made."""

from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_YEAR = 1980


def set_zip_dates(archive: bytes, on: date) -> bytes:
    """Return an archive with the same members in the same order, each dated on one day.

    The libraries write the hour of making into every member, so that no two files are the same. A zip archive knows
    no day before 1980.
    """
    day = (max(on.year, _FIRST_YEAR), on.month, on.day, 0, 0, 0)
    packed = BytesIO()
    with ZipFile(BytesIO(archive)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for member in source.infolist():
            target.writestr(ZipInfo(member.filename, day), source.read(member), ZIP_DEFLATED)
    return packed.getvalue()
