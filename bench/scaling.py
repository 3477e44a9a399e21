"""How cost grows with documents: reading 100, 1,000 and 5,000 of them into a ledger.

    python -m bench.scaling [--sizes 100,1000,5000] [--markdown bench/SCALING.md]

The documents are made here from sentences of the samples, drawn anew for each, so the run needs no data from outside.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from allege.ledger import Ledger
from allege.ledger.rows import ClaimFilter
from allege.run import read_into
from allege.settings import Settings

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "documents"


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100,1000,5000")
    parser.add_argument("--markdown", type=Path)
    options = parser.parse_args()
    lines = [
        "| documents | words | seconds | words/s | ms a document | ledger MiB | listing 100 claims, ms |",
        "|" + "---:|" * 7,
    ]
    print(*lines, sep="\n")
    for size in map(int, options.sizes.split(",")):
        lines.append(_row(size))
        print(lines[-1], flush=True)
    if options.markdown:
        options.markdown.write_text("# Growth\n\n" + "\n".join(lines) + "\n")
    return 0


def _row(size: int) -> str:
    with TemporaryDirectory() as folder:
        texts, ledger_path = Path(folder) / "texts", Path(folder) / "x.db"
        texts.mkdir()
        words = sum(_write(texts / f"{n:05}.txt", n) for n in range(size))
        settings = Settings(ledger=str(ledger_path))
        began = time.perf_counter()
        with Ledger(str(ledger_path)) as ledger:
            read_into(ledger, [texts], settings)
        seconds = time.perf_counter() - began
        listed = _listing(ledger_path)
        mib = sum(f.stat().st_size for f in Path(folder).glob("x.db*")) / 2**20
    rates = f"{words / seconds:,.0f} | {1000 * seconds / size:.1f}"
    return f"| {size:,} | {words:,} | {seconds:.1f} | {rates} | {mib:.1f} | {listed:.0f} |"


def _listing(path: Path) -> float:
    began = time.perf_counter()
    with Ledger(str(path)) as ledger:
        list(ledger.claims(ClaimFilter(limit=100)))
    return 1000 * (time.perf_counter() - began)


@lru_cache
def _sentences() -> list[str]:
    lines = (line for f in sorted(SAMPLES.glob("*.txt")) for line in f.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if len(line) > 60]


def _write(path: Path, seed: int) -> int:
    drawn = random.Random(seed).sample(_sentences(), k=8)
    text = "\n\n".join(drawn) + f"\n\nReport number {seed}.\n"
    path.write_text(text, encoding="utf-8")
    return len(text.split())


if __name__ == "__main__":
    sys.exit(main())
