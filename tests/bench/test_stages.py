"""The costs of the stages: bare and whole passes in turns, and medians of their rounds."""

from __future__ import annotations

from allege.claim import Document
from bench.lines import Line, table
from bench.stages import ANALYSE, ENCODER, FINDERS, REST, SPACY, WHOLE, Spent, lines, measured, ratio


def round_of(bare: float, whole: float, clock: float = 1.0) -> dict[str, Spent]:
    """A round of so many seconds for each bare pass and for everything; the clock ran `clock` times as fast."""
    took = {SPACY: bare, ENCODER: bare, WHOLE: whole, ANALYSE: 2 * bare, **dict.fromkeys(FINDERS, 0.5 / len(FINDERS))}
    return {name: Spent(cpu, cpu * clock) for name, cpu in took.items()}


def test_every_group_goes_through_all_passes_before_the_next() -> None:
    seen: list[tuple[str, str]] = []
    done = {name: lambda group, name=name: seen.append((name, group[0].uri)) for name in (SPACY, ENCODER, WHOLE)}
    groups = [[Document("", uri, "Police arrested a man.")] for uri in ("a", "b")]
    took = measured(done, groups)
    assert seen == [(name, uri) for uri in ("a", "b") for name in (SPACY, ENCODER, WHOLE)]
    assert took[ANALYSE].cpu > 0
    assert took.keys() >= {SPACY, ENCODER, WHOLE, *FINDERS}


def test_a_round_that_others_disturb_does_not_move_the_ratio() -> None:
    rounds = [round_of(1, 3), round_of(1, 3, clock=7), round_of(4, 40)]
    found = {line.name: line.value for line in lines(rounds, words=10)}
    assert found["everything over bare spaCy and encoder, processor"] == 1.5
    assert found["everything over bare spaCy and encoder, clock"] == 1.5
    assert found["everything over bare spaCy and encoder, least and most of 3 rounds"] == "1.50–5.00"
    assert found[SPACY] == 100
    assert found[REST] == 50


def test_the_ratio_is_to_both_bare_passes_or_to_the_one_there_is() -> None:
    took = round_of(1, 3)
    assert ratio(took, lambda spent: spent.clock) == 1.5
    assert ratio({name: spent for name, spent in took.items() if name != ENCODER}, lambda spent: spent.clock) == 3


def test_a_table_shows_thousands_and_ranges() -> None:
    assert table([Line("a", 1234, "ms"), Line("b", "1–2", "times")]).splitlines()[2:] == [
        "| a | 1,234 | ms |",
        "| b | 1–2 | times |",
    ]
