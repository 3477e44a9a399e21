"""What holds of the finders on any text: they never raise, and what they say points into the text."""

from __future__ import annotations

from finding import read
from hypothesis import example, given, settings
from hypothesis import strategies as st

from allege.extract import demands, events, relations, states
from allege.extract.events.lexicon import FILES, lexicon
from allege.extract.predication import Predication

WORDS = st.sampled_from(
    [
        "rebels",
        "police",
        "Kirelia",
        "attacked",
        "killed",
        "the",
        "a",
        "of",
        "by",
        "on",
        "in",
        "and",
        "who",
        "said",
        "that",
        "agreed",
        "to",
        "refused",
        "release",
        "ban",
        "lifted",
        "will",
        "not",
        "talks",
        "with",
        "bomb",
        "nine",
        "people",
        "were",
        "accused",
        "members",
        "including",
        "leader",
        "should",
        "must",
        "(",
        ")",
        ",",
        ".",
        ":",
        "-",
        '"',
        "?",
        "strike",
        "called",
        "for",
    ]
)


def _everything(text: str) -> list[Predication]:
    analysis = read(text)
    out = [*events.find(analysis), *relations.find(analysis), *demands.find(analysis)]
    return out + list(states.find(analysis, out))


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=40).map(" ".join))
@example("to Kirelia")
def test_every_span_lies_in_the_text_and_touches_its_head(text: str) -> None:
    analysis = read(text)
    for p in _everything(text):
        for spans, head in [(p.anchor, p.head), *((f.spans, f.head) for f in p.fillers)]:
            assert spans
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert any(start <= analysis.doc[head].idx < end for start, end in spans)


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_no_text_makes_a_finder_raise(text: str) -> None:
    for p in _everything(text):
        assert 0 < p.score <= 1
        assert p.why


def test_a_chain_of_clauses_without_end_is_survived() -> None:
    text = "They agreed " + "to agree " * 1500 + "to release the men, " + "attack and " * 1500 + "leave."
    assert any(p.type == "AGREE" for p in _everything(text))


def test_the_same_text_gives_the_same_findings() -> None:
    text = "Rebels and police attacked Orsa, Varna and Mirna with rifles, killing nine people, officials said."
    assert _everything(text) == _everything(text)


def test_every_rule_has_a_name_a_plover_type_and_a_word_to_start_from() -> None:
    tables = lexicon()
    rules = {
        e.rule
        for table in (tables.verbs, tables.nouns, tables.adjectives)
        for entries in table.values()
        for e in entries
    }
    kinds = {name.upper() for name in FILES} - {"YIELD"} | {"CONCEDE", "RETREAT"}
    assert {rule.type for rule in rules} == kinds
    assert all(rule.name and 0 < rule.score <= 1 for rule in rules)
