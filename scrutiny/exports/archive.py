"""Every table of a register as CSV, in one archive."""

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from scrutiny.exports.about import about_text
from scrutiny.exports.csv import csv_bytes
from scrutiny.exports.tables import tables
from scrutiny.register.register import Register

_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive can hold; workbooks have the same on the inside


def archive(register: Register, chosen: str = "") -> bytes:
    """Write a ZIP archive of one CSV file for each table, and `about.txt`, which says what they are.

    The same register and the same choice in words give the same bytes.
    """
    files = {"about.txt": about_text(register, chosen).encode("utf-8-sig")}
    files |= {f"{kind}.csv": csv_bytes(table) for kind, table in tables(register).items()}
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as packed:
        for name, content in files.items():
            packed.writestr(ZipInfo(name, _TIME), content, compress_type=ZIP_DEFLATED)
    return buffer.getvalue()
