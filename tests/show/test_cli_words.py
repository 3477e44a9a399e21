"""The plain words: every code has them, and the summary says whose word the claims are."""

from __future__ import annotations

import pytest

from allege.claim import TYPES, Act, Certainty, ClaimKind, EvidenceKind, Role, SourceKind
from allege.ledger.rows import Summary, Voice
from allege.show import words


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (words.CERTAINTY, Certainty),
        (words.MARKS, Certainty),
        (words.EVIDENCE, EvidenceKind),
        (words.SOURCES, SourceKind),
        (words.ACTS, Act),
        (words.KINDS, ClaimKind),
        (words.ROLES, Role),
    ],
)
def test_every_code_has_words(table, codes):
    assert set(table) == set(codes)
    assert all(table.values())


def test_no_two_certainties_share_words_or_mark():
    assert len({words.certainty_words(value) for value in Certainty}) == len(Certainty)
    assert len({words.certainty_mark(value) for value in Certainty}) == len(Certainty)


@pytest.mark.parametrize("value", Certainty)
def test_where_only_ascii_can_be_written_the_mark_is_ascii(value):
    assert words.certainty_mark(value, ascii_only=True).isascii()


def test_plover_s_sixteen_types_and_our_fifteen_relations_have_words():
    assert len(words.EVENTS) == 16
    assert {*words.EVENTS, *words.RELATIONS, *words.OTHERS} == set(TYPES)
    assert len(words.RELATIONS) == 15
    assert words.type_words("ASSAULT", "suicide-attack", "Suicide bomb") == "attack (suicide attack; Suicide bomb)"
    assert words.type_words("LED_BY") == "is led by"


def test_a_type_that_nobody_knows_is_shown_as_it_is():
    assert words.type_words("HOLDS_OFFICE") == "holds office"


def summary(**counts):
    plain = {"documents": 1, "not_analysed": 0, "claims": 0, "named": 0, "unnamed": 0, "author": 0, "author_prior": 0,
             "evidence": (), "kinds": (), "failures": 0}  # fmt: skip
    return Summary(**(plain | counts))


def test_the_summary_names_whose_word_the_claims_are():
    counted = summary(claims=31, named=3, unnamed=6, author=22, author_prior=1)
    assert words.summary_sentence(counted) == (
        "31 claims: 3 on a named source's word, 6 on unnamed sources, 1 cites the author's own earlier report, "
        "21 the author's own word; no document cited."
    )


def test_the_summary_says_that_nobody_is_named_and_that_documents_are_cited():
    counted = summary(claims=1, author=1, evidence=((EvidenceKind.DOCUMENT, 1),))
    said = words.summary_sentence(counted)
    assert said == "1 claim: none on a named source's word, 1 the author's own word; 1 cites a document."


def test_without_claims_the_summary_says_so():
    assert words.summary_sentence(summary()) == "No claims found."


def test_a_chain_starts_with_whoever_is_said_to_know():
    chain = (
        Voice("the author", None, SourceKind.AUTHOR, True, "assert", Certainty.UU),
        Voice("Example Wire", "Example Wire", SourceKind.MEDIA, True, "assert", Certainty.UU),
        Voice("two residents", None, SourceKind.WITNESS, False, "assert", Certainty.CT_PLUS),
    )
    said = words.chain_words(chain)
    assert said == "“two residents” (a witness, not named), as told by “Example Wire” (a news outlet)"
    assert words.chain_words(chain[:1]) == "the author"


def test_a_sourceless_voice_is_somebody_whom_the_text_does_not_name():
    voice = Voice("", None, SourceKind.UNNAMED, False, "assert", Certainty.PR_PLUS)
    assert words.voice_words(voice) == "somebody whom the text does not name"
