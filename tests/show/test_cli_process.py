"""The program as a process: what it loads, how fast it starts, and how it ends when stopped or cut off."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from told import filled

ALLEGE = (sys.executable, "-m", "allege")

LOADED = """
import json, sys
from allege.show.cli import front
for command in json.loads(sys.argv[1]):
    front.main(command, standalone_mode=False)
print(json.dumps(sorted(name for name in sys.modules if "." not in name)), file=sys.stderr)
"""

LOOKING = ("documents", "claims", "show harbour.txt", "search burn", "failures", "doctor", "export --format csv",
           "export --format jsonl")  # fmt: skip


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    return filled(tmp_path_factory.mktemp("ledger"))


def environment(**more):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ALLEGE_")}
    return kept | {"PYTHONWARNINGS": "default", **more}


def modules(*commands: str) -> set[str]:
    """The packages that one new process has loaded when it has run the commands."""
    call = [sys.executable, "-c", LOADED, json.dumps([command.split() for command in commands])]
    done = subprocess.run(call, capture_output=True, text=True, env=environment(), check=True)
    return set(json.loads(done.stderr.splitlines()[-1]))


def test_looking_at_a_ledger_never_loads_the_language_pipeline(ledger):
    loaded = modules(*(f"{command} --ledger {ledger}" for command in LOOKING))
    assert "sqlalchemy" in loaded
    assert not loaded & {"spacy", "thinc", "numpy", "trafilatura", "jinja2", "torch", "onnxruntime"}


def test_the_report_never_loads_the_language_pipeline(ledger, tmp_path):
    assert "spacy" not in modules(f"report -o {tmp_path}/page.html --ledger {ledger}")


def test_a_command_s_help_loads_neither_ledger_nor_language_pipeline():
    pages = modules(*(f"{command.split()[0]} --help" for command in LOOKING), "read --help", "annotate --help")
    assert not pages & {"spacy", "sqlalchemy", "jinja2", "tqdm", "trafilatura"}


def test_help_comes_at_once():
    """Processor time of the whole process, which other work on the machine does not stretch; 0.3 s at most."""
    resource = pytest.importorskip("resource")
    taken = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*ALLEGE, "--help"], capture_output=True, check=True, env=environment())
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(taken) < 0.3


def test_the_installed_program_and_the_module_are_the_same():
    calls = ((str(Path(sys.executable).with_name("allege")),), ALLEGE)
    said = [subprocess.run([*call, "--version"], capture_output=True, text=True, check=True).stdout for call in calls]
    assert said[0] == said[1]
    assert said[0].startswith("allege ")


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path):
    ledger = filled(tmp_path)
    command = f"'{sys.executable}' -m allege export --format jsonl --ledger '{ledger}'"
    script = f"set -o pipefail; {command} | head -c 10"
    done = subprocess.run(["bash", "-c", script], capture_output=True, env=environment(), check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == b'{"document'


def test_a_closed_output_is_no_error_even_at_the_last_flush(ledger):
    call = [*ALLEGE, "claims", "--ledger", str(ledger)]
    done = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
    done.stdout.close()
    said = done.stderr.read()
    done.stderr.close()
    assert (done.wait(), said) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line_and_exit_code_1(ledger):
    call = [*ALLEGE, "claims", "--ledger", str(ledger)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, env=environment(), check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"allege: ")
    assert done.stderr.count(b"\n") == 1


def test_an_interrupt_is_one_line_and_exit_code_130(tmp_path):
    """Standard input stays open, so the program waits for its end until it is interrupted.

    Whatever runs the tests may ignore interrupts, as shells have jobs in the background do; the program need not.
    """
    done = subprocess.Popen(
        ["env", "--default-signal=INT", *ALLEGE, "read", "-", "--ledger", str(tmp_path / "new.db")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
    )  # fmt: skip
    with done:
        while not (tmp_path / "new.db").exists():
            assert done.poll() is None
            os.sched_yield()
        done.send_signal(signal.SIGINT)
        said = done.stderr.read()
    assert done.returncode == 130
    assert b"Traceback" not in said
    assert said.startswith(b"allege: stopped")
    assert said.count(b"\n") == 1


def test_an_output_that_cannot_carry_unicode_gets_escapes_and_codes(ledger):
    call = [*ALLEGE, "claims", "--ledger", str(ledger)]
    done = subprocess.run(call, capture_output=True, env=environment(PYTHONIOENCODING="ascii"), check=True)
    assert b"CT+ " in done.stdout
    assert b"\\u201c" in done.stdout


TERMINAL = """
import os, sys
os.environ.update({environ!r})
sys.argv = ["allege", "claims", "--ledger", {ledger!r}]
from allege.show.cli import main
main()
"""


@pytest.mark.parametrize(("forbidden", "coloured"), [("", True), ("1", False)])
def test_a_terminal_gets_colours_unless_no_color_forbids_them(ledger, forbidden, coloured):
    environ = {"TERM": "xterm", "NO_COLOR": forbidden}
    pty = pytest.importorskip("pty")
    answer = bytearray()

    def swallow(descriptor):
        answer.extend(os.read(descriptor, 4096))
        return b"."

    pty.spawn([sys.executable, "-c", TERMINAL.format(environ=environ, ledger=str(ledger))], swallow)
    assert "burned" in answer.decode()
    assert (b"\x1b[1m" in answer) is coloured
