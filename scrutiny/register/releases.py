"""The register as it was on an earlier day: kept as an archive or a folder in “releases”, or as a revision in git.

A release is read only when it is asked for, by the same loader as today's files, and it is refused where its files are
not those that were kept.
"""

import io
import os
import subprocess
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from shutil import which
from tempfile import TemporaryDirectory
from typing import IO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from scrutiny.register.checks.context import problem
from scrutiny.register.loading import LoadResult, load
from scrutiny.register.problems import Problem, Severity
from scrutiny.register.reading import MAX_BYTES
from scrutiny.register.records import Release, Settings
from scrutiny.register.register import Register
from scrutiny.register.schema import FILES

FOLDER = "releases"
"""Where releases are kept, in the register's folder."""
RULE = "releases_can_be_read"
MOST_BYTES = 200_000_000
"""The size of a release, as an archive and unpacked."""
MOST_FILES = 20_000
_LONGEST = 60  # seconds that git may take
_DAY_OF_FILES = (1980, 1, 1, 0, 0, 0)  # the first that an archive knows: the same files give the same bytes


class ReleaseError(Exception):
    """Why a release cannot be shown, to stand after its name; `is_old` where only its form is no longer known."""

    def __init__(self, message: str, *, is_old: bool = False) -> None:
        """Say why, in words that follow the name of what was to be read."""
        super().__init__(message)
        self.is_old = is_old


def before(releases: Iterable[Release], day: date) -> tuple[Release, ...]:
    """Return the releases of earlier days than this one, the newest first."""
    return tuple(sorted((one for one in releases if one.day < day), key=lambda one: one.day, reverse=True))


def as_of(releases: Iterable[Release], day: date) -> Release | None:
    """Return the newest release of a day or of one before it; None if there is none."""
    return max((one for one in releases if one.day <= day), key=lambda one: one.day, default=None)


def read_release(data: Path, release: Release) -> Register:
    """Return a release of the register in a folder, as readers saw it; ReleaseError says why it cannot be shown."""
    result = load_release(data, release)
    if result.register is None:
        raise ReleaseError(f"was kept in a form that is no longer read: {result.errors[0]}", is_old=True)
    return result.register


def load_release(data: Path, release: Release) -> LoadResult:
    """Read what was kept, right or wrong; ReleaseError says why it cannot be, or that it is something else now."""
    if release.revision:
        result = read_revision(data, release.revision)
    else:
        path = data / FOLDER / str(release.files)
        if not os.path.lexists(path):
            raise ReleaseError("is missing")
        # A link to another folder could show what is not meant to be published.
        if Path(os.path.realpath(path)) != Path(os.path.realpath(data)) / FOLDER / path.name:
            raise ReleaseError("leads out of the register’s folder; put the files themselves there")
        result = load(path) if path.is_dir() else read_archive(path)
    if result.digest != release.digest:
        raise ReleaseError(f"is not what was kept: its files have the digest {result.digest}")
    return result


def read_revision(data: Path, revision: str) -> LoadResult:
    """Read a revision of the register's folder in git; ReleaseError says why it cannot be read."""
    git = which("git")
    if not git:
        raise ReleaseError("cannot be read, as git is not installed")
    command = [git, "-C", str(data), "archive", "--format=zip", "--end-of-options", revision, ".",
               f":(exclude){FOLDER}"]  # fmt: skip
    try:
        # git tells what is no revision
        archive = subprocess.run(command, capture_output=True, check=False, timeout=_LONGEST)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise ReleaseError("cannot be read, as git takes too long") from None
    if archive.returncode:
        told = archive.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise ReleaseError(f"cannot be read; git says: {told}")
    with _unpacked(io.BytesIO(archive.stdout)) as folder:
        return load(folder)


def archive_of(data: Path, files: Iterable[str]) -> bytes:
    """Write files of the register into an archive; the same files give the same bytes."""
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for file in sorted(files):
            archive.writestr(ZipInfo(file, _DAY_OF_FILES), (data / file).read_bytes(), ZIP_DEFLATED)
    return packed.getvalue()


def release_problems(data: Path, settings: Settings) -> Iterator[Problem]:
    """Read every release, and tell of each that cannot be shown."""
    for index, release in enumerate(settings.releases):
        try:
            read_release(data, release)
        except ReleaseError as error:
            field = "revision" if release.revision else "files"
            # What was kept in an earlier form, or elsewhere, need not be a slip.
            severity = Severity.WARNING if error.is_old or release.revision else Severity.ERROR
            told = problem(settings, f"{error}; nobody is shown it", "releases", index, field, severity=severity)
            yield replace(told, entry=str(release.date), field=field, rule=RULE)


def read_archive(path: Path) -> LoadResult:
    """Read a register from an archive; ReleaseError says why it cannot be read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ReleaseError(f"is larger than {MOST_BYTES:,} bytes")
        with path.open("rb") as archive, _unpacked(archive) as folder:
            return load(folder)
    except OSError as error:
        raise ReleaseError(f"cannot be read: {error.strerror}") from error


@contextmanager
def _unpacked(archive: IO[bytes]) -> Iterator[Path]:
    """Give a folder with the files of a register that an archive holds; others are left out."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        try:
            with ZipFile(archive) as zipped:
                _unpack(zipped, folder)
        # what the libraries raise where a member is broken, packed in an unknown way, or has a password
        except (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error) as error:
            raise ReleaseError(f"cannot be unpacked: {error}") from error
        yield folder


def _unpack(zipped: ZipFile, folder: Path) -> None:
    members = [member for member in zipped.infolist() if not member.is_dir()]
    if len(members) > MOST_FILES:
        raise ReleaseError(f"holds more than {MOST_FILES:,} files")
    total = 0
    for member in members:
        path = PurePosixPath(member.filename)
        if path.is_absolute() or ".." in path.parts or "\\" in member.filename or ":" in member.filename:
            raise ReleaseError(f"holds a file that would lie outside of it: {ascii(member.filename)[:80]}")
        if not _is_of_a_register(path):
            continue
        total += member.file_size
        if member.file_size > MAX_BYTES or total > MOST_BYTES:
            raise ReleaseError(f"holds too much: {MAX_BYTES:,} bytes in a file and {MOST_BYTES:,} in all are read")
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with zipped.open(member) as packed:
            # never more than it says it has, whatever is packed
            target.write_bytes(packed.read(member.file_size))
    (folder / "inspections").mkdir(exist_ok=True)  # a register without inspections has no file there


def _is_of_a_register(path: PurePosixPath) -> bool:
    """Whether a file is one of those that a register is read from."""
    match path.parts:
        case [name] | ["inspections", _, name]:
            return name in FILES
    return False
