"""Coded reports become incident lines by the functions that read texts."""

from __future__ import annotations

from typing import Any

from bench.reports import incidents


def row(name: str, author: str, **more: Any) -> dict[str, Any]:
    best = more.pop("best", 0)
    tolls = {f"deaths_{end}": best for end in ("low", "best", "high")} | {
        f"injuries_{end}": 0 for end in ("low", "best", "high")
    }
    day = more.pop("day", "2031-03-01")
    return {
        "id": name, "event": "E1", "source_author": author, "source": f"{author} ({day}) Mill attacked", "certain": 1,
        "source_classification": 2, "date_start": "2031-03-01", "date_end": "2031-03-01",
        "actor1": "Unknown actor (Vark)", "actor1_id": "V-100", "country": "Vark",
    } | tolls | more  # fmt: skip


def test_one_author_under_two_names_is_one_origin() -> None:
    rows = [row("a", "Reuters", best=3), row("b", "Reuters News", best=3), row("c", "AFP", best=4)]
    (line,) = incidents(rows)
    assert line["event"] == "E1"
    assert [(one["value"]["best"], one["origins"]) for one in line["slots"]["deaths"]] == [(3, 1), (4, 1)]


def test_an_unknown_actor_is_no_rival_of_a_named_one() -> None:
    rows = [row("a", "Reuters"), row("b", "AFP", actor1="Vark Police", actor1_id="V-203")]
    (line,) = incidents(rows)
    assert [one["value"] for one in line["slots"]["actor"]] == ["V-203"]


def test_a_figure_that_its_author_replaced_is_kept_without_a_vote() -> None:
    rows = [row("a", "Reuters", best=3), row("b", "Reuters", best=9, day="2031-03-04")]
    (line,) = incidents(rows)
    found = {one["value"]["best"]: one for one in line["slots"]["deaths"]}
    assert (found[3]["origins"], found[3]["superseded"], found[9]["origins"]) == (0, True, 1)
