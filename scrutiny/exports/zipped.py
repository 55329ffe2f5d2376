"""Files that are archives inside (.pptx, .docx, .xlsx): the same bytes for the same content."""

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def dated(archive: bytes) -> bytes:
    """Give an archive again with the same members in the same order, each dated the first day that a zip can name."""
    written = io.BytesIO()
    with ZipFile(io.BytesIO(archive)) as source, ZipFile(written, "w", ZIP_DEFLATED) as target:
        for member in source.infolist():
            target.writestr(ZipInfo(member.filename), source.read(member), ZIP_DEFLATED)
    return written.getvalue()
