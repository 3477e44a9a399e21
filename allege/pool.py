"""Worker processes that survive a bad item: a function is called on batches in other processes, answers come in order.

Not `multiprocessing`: its spawned children import the caller's main module again, so that a script of five lines that
has no `if __name__ == "__main__"` starts itself over; and a child that dies breaks the pool without saying on what.
Here each worker is a plain Python process that reads pickled batches from its standard input.
"""

from __future__ import annotations

import gc
import os
import pickle
import queue
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, Self

START = "from allege.pool import serve; serve()"
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
"""n workers share n cores: threads of their own, where a library starts any, would only get in each other's way."""

AHEAD = 2
"""Batches that wait for each worker: enough to keep it busy, few enough to bound memory."""


class WorkerDeath(Exception):
    """A worker ended before it answered; `code` is its exit status, negative for a signal."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Job:
    """What workers do: `function` ("module:name") is called as `function(argument, batch)`.

    `trial`: a batch that each worker does first, for nobody: what is loaded at first use is there when work comes.
    """

    function: str
    argument: Any
    trial: Any = None


class Pool:
    """Up to `size` workers, started when there is work for them; use it in a `with`."""

    def __init__(self, job: Job, size: int) -> None:
        self._job = job
        self._size = size
        self._free: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._all: list[_Worker] = []
        self._closed = False
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="allege-worker")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, trace: TracebackType | None) -> None:
        self._closed = True
        for worker in list(self._all):
            worker.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def start(self) -> None:
        """Start all workers now, so that they load what they need while the first batches are still being made."""
        for _ in range(self._size - len(self._all)):
            self._free.put(self._started())

    def call(self, batch: Any) -> Any:
        """The answer of a worker; raises WorkerDeath, or what the function raised."""
        try:
            worker = self._free.get_nowait()
        except queue.Empty:
            worker = self._started()
        try:
            answer = worker.ask(batch)
        except WorkerDeath:
            self._all.remove(worker)
            raise
        self._free.put(worker)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def map(self, batches: Iterable[Any], do: Callable[[Any], Any]) -> Iterator[Any]:
        """`do(batch)` for each batch, in order; `do` runs in a thread and calls `call`."""
        flying: deque[Future[Any]] = deque()
        for batch in batches:
            flying.append(self._threads.submit(do, batch))
            if len(flying) >= self._size * AHEAD:
                yield flying.popleft().result()
        while flying:
            yield flying.popleft().result()

    def _started(self) -> _Worker:
        if self._closed:
            raise WorkerDeath(0)
        worker = _Worker(self._job)
        self._all.append(worker)
        return worker


class _Worker:
    """One process; asked by one thread at a time."""

    def __init__(self, job: Job) -> None:
        path = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | ONE_THREAD | {"PYTHONPATH": path},
            start_new_session=True,  # an interrupt at the terminal is the parent's to handle
        )
        with suppress(OSError):  # a process that ended at once shows when it is asked
            self._send(job)

    def ask(self, batch: Any) -> Any:
        """The function's answer, or the exception that it raised; raises WorkerDeath."""
        assert self._process.stdout is not None
        try:
            self._send(batch)
            return pickle.load(self._process.stdout)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
            self.kill()
            raise WorkerDeath(self._process.wait()) from error

    def _send(self, what: Any) -> None:
        assert self._process.stdin is not None
        pickle.dump(what, self._process.stdin)
        self._process.stdin.flush()

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _close(pipe)


def _close(pipe: Any) -> None:
    with suppress(OSError):  # what was still to be written has nobody to read it
        pipe.close()


def spare_collector() -> None:
    """Has Python look for waste more seldom: texts make many lasting objects, and looking took 7 % of the time."""
    gc.set_threshold(50_000, 20, 50)


def serve() -> None:
    """The life of a worker: answer batches until the parent closes the pipe or is gone."""
    source, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get between the answers
    spare_collector()
    try:
        job: Job = pickle.load(source)
        module, _, name = job.function.partition(":")
        function = getattr(import_module(module), name)
        lasting = job.trial is not None
        if lasting:
            with suppress(Exception):  # the first batch fails the same way, and says so
                function(job.argument, job.trial)
            gc.freeze()
        while True:
            batch = pickle.load(source)
            try:
                answer = function(job.argument, batch)
            except Exception as error:
                answer = error  # raised again in the parent
            pickle.dump(answer, answers)
            answers.flush()
            if not lasting:  # pipeline and encoder are loaded by now, and stay
                gc.freeze()
                lasting = True
    except (EOFError, BrokenPipeError):
        return
