"""Processes that answer in order, say on what they died, and leave nothing behind."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from allege.errors import MissingPart
from allege.pool import AHEAD, Job, Pool, WorkerDeath

TIMES_TEN = Job("pool_work:work", 10)


def test_answers_come_in_the_order_of_the_batches():
    with Pool(TIMES_TEN, 2) as pool:
        answers = list(pool.map([[n] * (n % 3 + 1) for n in range(14, 40)], pool.call))
    assert [answer[0] for answer in answers] == [10 * n for n in range(14, 40)]


def test_batches_are_drawn_only_as_answers_are_taken():
    drawn = []

    def batches() -> Iterator[list[int]]:
        for number in range(1, 13):
            drawn.append(number)
            yield [number]

    with Pool(TIMES_TEN, 1) as pool:
        answers = pool.map(batches(), pool.call)
        assert next(answers) == [10]
        assert len(drawn) == AHEAD
        assert len(list(answers)) == 11


def test_workers_that_are_started_early_try_themselves_before_the_first_batch():
    with Pool(Job("pool_work:count", None, trial=[1]), 2) as pool:
        pool.start()
        assert [pool.call([0]) for _ in range(3)] == [2, 2, 3]  # each in its turn


@pytest.mark.parametrize("trial", [[0], [13]])
def test_a_trial_that_fails_leaves_the_failing_to_the_batches(trial):
    with Pool(Job("pool_work:work", 10, trial), 1) as pool:
        pool.start()
        if trial == [13]:
            with pytest.raises(WorkerDeath):
                pool.call([1])
        else:
            assert pool.call([1]) == [10]


def test_an_error_is_raised_whole_on_this_side():
    with Pool(TIMES_TEN, 1) as pool:
        with pytest.raises(MissingPart, match="pool_work: nothing to do; send numbers"):
            pool.call([0])
        assert pool.call([1]) == [10]


def test_a_death_is_told_with_its_status_and_the_next_batch_gets_a_new_worker():
    with Pool(TIMES_TEN, 1) as pool:
        assert pool.call([1]) == [10]
        with pytest.raises(WorkerDeath) as death:
            pool.call([13])
        assert death.value.code == 13
        assert pool.call([2]) == [20]


def test_what_a_library_prints_does_not_get_between_the_answers(capfd):
    with Pool(TIMES_TEN, 1) as pool:
        assert pool.call([99]) == [990]
        assert pool.call([1]) == [10]
    captured = capfd.readouterr()
    assert captured.out == ""
    assert "chatter" in captured.err


def test_workers_share_the_cores_and_do_not_spin_up_threads_of_their_own():
    with Pool(Job("pool_work:threads", None), 1) as pool:
        assert pool.call(["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"]) == ["1", "1"]


ORPHANS = """
from allege.pool import Job, Pool
with Pool(Job("pool_work:work", 10), 1) as pool:
    pool.call([1])
    print("ready", flush=True)
    input()
"""


def test_workers_end_with_a_parent_that_is_killed():
    """Whoever holds the error stream keeps it open: it ends when the last worker has ended."""
    command = [sys.executable, "-c", ORPHANS]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=Path(__file__).parent, text=True, **pipes) as parent:
        assert parent.stdout.readline() == "ready\n"
        parent.kill()
        assert parent.stderr.read() == ""


def test_leaving_early_ends_every_worker():
    with Pool(TIMES_TEN, 2) as pool:
        next(pool.map([[1], [2], [3], [4]], pool.call))
        processes = [worker._process for worker in pool._all]
    assert processes
    assert all(process.poll() is not None for process in processes)
    assert not [t for t in threading.enumerate() if t.name.startswith("allege-worker")]
