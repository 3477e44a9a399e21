"""A second process for what need not wait: one stage of a large build runs beside another one.

The process is forked, so that nothing has to be sent to it: it sees all that is in memory, and answers with what it
made of it. The answer lies in a nameless temporary file until it is asked for: the process is gone by then, and with
it gigabytes that a large build needs. Where a process cannot be forked safely, the same work is done in this one, when
its answer is asked for.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from tempfile import TemporaryFile
from typing import BinaryIO, TypeVar

T = TypeVar("T")

MANY = 1_000
"""Documents, units or claims from which a second process is worth its start."""


@contextmanager
def beside(work: Callable[[], T], *, worth: bool = True) -> Iterator[Callable[[], T]]:
    """Begins `work` in another process; what is yielded waits for its answer, and is called once at most.

    `worth`: whether there is enough to do; else, and wherever forking is not safe, the call does the work here. It
    raises what the work raises. A process that ends without an answer (an error, want of memory or disk) is made up for
    here.
    """
    if not worth or not _able():
        yield work
        return
    with TemporaryFile() as answer:
        process = multiprocessing.get_context("fork").Process(target=_answer, args=(work, answer), daemon=True)
        process.start()
        try:
            yield lambda: _received(process, answer, work)
        finally:
            process.kill()
            process.join()


def _able() -> bool:
    """Whether a copy of this process can go on by itself: on Linux, with a core to run on, unless this is a worker that
    may have no children; and without other threads, which might hold a lock that nobody would release in the copy.
    """
    if sys.platform != "linux" or multiprocessing.current_process().daemon:
        return False
    return len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _answer(work: Callable[[], T], answer: BinaryIO) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's to handle
    try:
        pickle.dump(work(), answer, pickle.HIGHEST_PROTOCOL)
        answer.flush()
    except Exception:  # whatever it is, the parent meets it when it does the work itself
        sys.exit(1)


def _received(process: BaseProcess, answer: BinaryIO, work: Callable[[], T]) -> T:
    process.join()
    if process.exitcode != 0:
        return work()
    answer.seek(0)
    made: T = pickle.load(answer)  # a file without a name, written by this program a moment ago
    return made
