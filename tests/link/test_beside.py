"""Work done in a second process: the same answer, the same errors, and no process left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading

import pytest

from allege.link.beside import beside


def test_the_answer_is_that_of_the_work_which_sees_all_that_is_in_memory() -> None:
    held = {"a": [1, 2], "b": [3]}
    with beside(lambda: {name: sum(values) for name, values in held.items()}) as answer:
        assert answer() == {"a": 3, "b": 3}


def test_large_work_runs_in_another_process_and_small_work_in_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # other tests may have left threads that sleep
    with beside(os.getpid) as large, beside(os.getpid, worth=False) as small:
        assert large() != os.getpid()
        assert small() == os.getpid()


def test_beside_other_threads_nothing_is_forked() -> None:
    wait = threading.Event()
    thread = threading.Thread(target=wait.wait)
    thread.start()
    try:
        with beside(os.getpid) as answer:
            assert answer() == os.getpid()
    finally:
        wait.set()
        thread.join()


def test_what_the_work_raises_is_raised_where_its_answer_is_asked_for() -> None:
    def fails() -> None:
        raise LookupError("no such incident")

    with beside(fails) as answer, pytest.raises(LookupError, match="no such incident"):
        answer()


def test_a_process_that_dies_is_made_up_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    here = os.getpid()

    def dies() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    with beside(dies) as answer:
        assert answer() == "done"


def test_the_process_is_gone_before_its_answer_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else what it holds would weigh on the stages beside it."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    with beside(lambda: bytes(2**22)) as answer:
        (process,) = multiprocessing.active_children()
        process.join(60)
        assert process.exitcode == 0
        assert len(answer()) == 2**22


def test_no_process_outlives_a_failure_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)

    def fails() -> None:
        with beside(signal.pause):
            raise ValueError(str(len(multiprocessing.active_children())))

    with pytest.raises(ValueError, match="1"):
        fails()
    assert not multiprocessing.active_children()
