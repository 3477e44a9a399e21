"""The files under a path, in an order that does not depend on the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from allege.claim import Failure
from allege.read.source import is_regular


def walk(path: Path, known: Callable[[Path], bool]) -> Iterator[Path | Failure]:
    """`path` itself when it is no folder, else the files below it, sorted by name, folders in their place.

    Below a folder, hidden entries, special files and files that `known` refuses are passed over. Symbolic links are
    followed; one that leads back to a folder above itself is a Failure.
    """
    try:
        if not path.is_dir():
            yield path
            return
        yield from _folder(path, known, above=())
    except OSError as error:
        yield Failure(str(path), f"cannot be read ({error.strerror or error})", "check the path")


def _folder(
    folder: Path, known: Callable[[Path], bool], above: tuple[tuple[int, int], ...]
) -> Iterator[Path | Failure]:
    try:
        status = folder.stat()
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError as error:
        yield Failure(str(folder), f"the folder cannot be opened ({error.strerror or error})", "allow reading it")
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        yield Failure(str(folder), "a symbolic link leads back to a folder above it", "remove the link")
        return
    for name in names:
        entry = folder / name
        if name.startswith("."):
            continue
        if entry.is_dir():
            yield from _folder(entry, known, (*above, here))
        elif known(entry) and (is_regular(entry) or not entry.exists()):
            yield entry
