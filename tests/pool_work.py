"""What the pool's tests let workers do; workers import this by name."""

import os

from allege.errors import MissingPart


def work(argument: int, batch: list[int]) -> list[int]:
    """`argument` times each number; 0 raises, 13 ends the process, 99 prints."""
    if 13 in batch:
        os._exit(13)
    if 0 in batch:
        raise MissingPart("nothing to do", where="pool_work", remedy="send numbers")
    if 99 in batch:
        print("a library's chatter")
    return [argument * number for number in batch]


def threads(_: object, names: list[str]) -> list[str | None]:
    """The environment of the worker."""
    return [os.environ.get(name) for name in names]


CALLS: list[list[int]] = []


def count(_: object, batch: list[int]) -> int:
    """How often this process was asked, this time counted in."""
    CALLS.append(batch)
    return len(CALLS)
