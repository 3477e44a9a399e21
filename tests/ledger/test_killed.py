"""A run that is killed without warning leaves a sound ledger, and the next one goes on from there."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from made import report
from test_files import sound

from allege.ledger import Ledger

RUN = """
import sys
from made import report
from allege.ledger import Ledger
with Ledger(sys.argv[1]) as ledger:
    for number in range(100_000):
        ledger.add(report(number))
        print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="only POSIX can kill a process without its knowledge")
def test_a_killed_run_leaves_whole_documents_only_and_is_continued_without_doubles(tmp_path):
    path = tmp_path / "x.db"
    with subprocess.Popen(
        [sys.executable, "-c", RUN, path], stdout=subprocess.PIPE, cwd=Path(__file__).parent, text=True
    ) as process:
        for line in process.stdout:
            if int(line) >= 20:
                process.kill()
                break
        process.stdout.read()
    assert process.returncode == -signal.SIGKILL
    assert sound(path)
    with Ledger(path) as ledger:
        stored = ledger.summary().documents
        assert stored >= 21
        assert ledger.summary().claims == 3 * stored
        assert ledger.record(report(stored - 1).document.id) == report(stored - 1)
        assert [ledger.add(report(number)) for number in range(stored + 2)] == [False] * stored + [True] * 2
        assert ledger.summary().documents == stored + 2
