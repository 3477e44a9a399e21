"""A second process for what need not wait: one stage of a large build runs beside another one.

The process is forked, so that nothing has to be sent to it: it sees all that is in memory, and answers with what it
made of it. Where a process cannot be forked safely the same work is done in this one, when its answer is asked for.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")

MANY = 1_000
"""Documents, units or claims from which a second process is worth its start."""


@contextmanager
def beside(work: Callable[[], T], *, worth: bool = True) -> Iterator[Callable[[], T]]:
    """Begins `work` in another process; what is yielded waits for its answer, and is called once at most.

    `worth`: whether there is enough to do; else, and wherever forking is not safe, the call does the work here. It
    raises what the work raises. A process that ends without an answer (for want of memory) is made up for here.
    """
    if not worth or not _able():
        yield work
        return
    context = multiprocessing.get_context("fork")
    answers, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(work, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield lambda: _received(answers, work)
    finally:
        answers.close()
        process.kill()
        process.join()


def _able() -> bool:
    """Whether a copy of this process can go on by itself: on Linux, with a core to run on, unless this is a worker that
    may have no children; and without other threads, which might hold a lock that nobody would release in the copy.
    """
    if sys.platform != "linux" or multiprocessing.current_process().daemon:
        return False
    return len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _answer(work: Callable[[], T], answers: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's to handle
    found: tuple[T | None, Exception | None]
    try:
        found = work(), None
    except Exception as error:
        found = None, error
    with suppress(OSError):  # the parent is gone, or wants no answer any more
        answers.send(found)


def _received(answers: Connection, work: Callable[[], T]) -> T:
    try:
        found, error = answers.recv()
    except (EOFError, OSError):
        return work()
    if error is not None:
        raise error
    made: T = found
    return made
