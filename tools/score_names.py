"""Measure the resolver on a table of aliases with lists built without the rows of one origin.

    python -m tools.score_names actors/train.jsonl.gz actors/dev.jsonl.gz [OUT.jsonl] [--list-only | --strings]
    python score_actors.py --gold actors/dev.jsonl.gz --pred OUT.jsonl

The compiled list (`tools/compile_groups.py`) is built anew from the entries of `train` less those of origin
misp-galaxy, from which dev was made. Prints coverage and recall at 90 % precision; writes the predictions, from which
the scorer counts accuracy and pairwise F1.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import io
import json
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from allege.link.entities.index import Index
from allege.link.entities.known import BY_HAND, Entry, merged, packaged, read_table
from allege.link.entities.lines import answer_json, answers, read_lines
from allege.link.entities.resolve import Answer, Resolver
from tools import compile_groups

LEFT_OUT = "misp-galaxy"


def lists(train: str) -> Iterable[Entry]:
    """Our lists, with the compiled one built from the entries of the other origins."""
    yield from (e for e in packaged() if e.origin in {"", BY_HAND, "user"})
    lines = gzip.decompress(Path(train).read_bytes()).decode().splitlines()
    kept = [line for line in lines if json.loads(line)["origin"] != LEFT_OUT]
    with tempfile.TemporaryDirectory() as folder:
        rest, out = Path(folder) / "rest.jsonl.gz", Path(folder) / "list.csv"
        rest.write_bytes(gzip.compress("\n".join(kept).encode()))
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            compile_groups.main(str(rest))
        out.write_text(printed.getvalue(), encoding="utf-8")
        yield from list(read_table(out, unique=False))


def curve(gold: list[dict[str, object]], found: tuple[Answer, ...]) -> None:
    """Recall at 90 % precision, by falling score; an entity is right for the group that most of its names are of."""
    rows = [(a.score, a.entity, g["group"]) for g, a in zip(gold, found, strict=True) if not g.get("ambiguous")]
    scored = sorted((r for r in rows if r[1] and not str(r[1]).startswith("name:")), key=lambda r: (-r[0], str(r[1])))
    votes = Counter((entity, group) for _, entity, group in scored)
    owner = {entity: group for (entity, group), _ in reversed(votes.most_common())}
    right, best = 0, 0.0
    for number, (_, entity, group) in enumerate(scored, 1):
        right += owner[entity] == group
        if right / number >= 0.9:
            best = right / len(rows)
    print(f"of the lists: {len(scored)} of {len(rows)} resolved, {right} right; recall at 90 % precision {best:.3f}")


def main(train: str, dev: str, out: str | None, *, list_only: bool, strings: bool) -> None:
    """Resolve all aliases of dev, print the curve, write predictions."""
    entries = () if strings else lists(train)
    using = Resolver(Index(merged(entries)))
    lines = gzip.decompress(Path(dev).read_bytes()).decode().splitlines()
    gold = [json.loads(line) for line in lines]
    asked = list(read_lines(json.dumps({"alias": g["alias"], "country": g.get("country")}) for g in gold))
    found = answers(asked, using, unlisted=not list_only)
    curve(gold, found)
    if out:
        text = "\n".join(json.dumps(answer_json(a, f), ensure_ascii=False) for a, f in zip(asked, found, strict=True))
        Path(out).write_text(text + "\n", encoding="utf-8")


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    """What the command line says."""
    about, _, _ = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(prog="python -m tools.score_names", description=about)
    parser.add_argument("train", help="the table of aliases that the compiled list is built from")
    parser.add_argument("dev", help="the table of aliases to resolve")
    parser.add_argument("out", nargs="?", help="where to write the predictions")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--list-only", action="store_true", help="leave names that no list has without an entity")
    only.add_argument("--strings", action="store_true", help="use no list at all")
    return parser.parse_args(given)


if __name__ == "__main__":
    said = arguments()
    main(said.train, said.dev, said.out, list_only=said.list_only, strings=said.strings)
