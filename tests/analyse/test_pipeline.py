"""The text as the pipeline reads it: offsets, sentences, split words, case."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shown import Read

from allege.analyse.pipeline import load, parse, parse_all
from allege.claim import Block, BlockKind, Document, Span
from allege.errors import MissingPart
from allege.settings import Settings

NLP = load(Settings().pipeline)


def sentences(text: str) -> list[str]:
    doc = parse(NLP, text)
    found = [text[s.start_char : s.end_char].strip() for s in doc.sents]
    return [s for s in found if s]


def tokens(text: str) -> list[str]:
    return [text[t.idx : t.idx + len(t)] for t in parse(NLP, text) if not t.is_space]


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(codec=None), max_size=120))
def test_every_token_lies_at_its_offset_of_any_text(text: str) -> None:
    doc = parse(NLP, text)
    assert len(doc.text) == len(text)
    assert [t.idx for t in doc] == sorted({t.idx for t in doc})
    for token in doc:
        shown = text[token.idx : token.idx + len(token)]
        assert len(shown) == len(token)


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            ["#TarnHollow", "#orvane", "The army left.", "\n", "\n\n", "- item", "“", "\ud800", "\x00", "DID THEY GO"]
        )
    )
)
def test_pieces_of_real_pages_in_any_order_keep_their_length(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert len(parse(NLP, text).text) == len(text)


def test_a_hard_wrapped_line_does_not_end_a_sentence() -> None:
    text = (
        "The provincial council met on Tuesday to hear the report that the\n"
        "governor had promised, and after two hours of debate the members from\n"
        "the northern districts walked out of the hall without a vote.\n"
    )
    assert len(sentences(text)) == 1


def test_a_blank_line_a_heading_and_a_list_item_end_a_sentence() -> None:
    text = (
        "Council meets again\nThe members came back on Friday\n\n- water for the camps\n- fuel for the mills\nThe end"
    )
    assert sentences(text) == [
        "Council meets again",
        "The members came back on Friday",
        "- water for the camps",
        "- fuel for the mills",
        "The end",
    ]


def test_a_page_break_inside_a_sentence_does_not_end_it() -> None:
    text = "The committee found that both letters had been written by the same\n\nclerk, who had left the ministry."
    assert len(sentences(text)) == 1


def test_a_paragraph_without_a_full_stop_ends_at_its_border() -> None:
    assert sentences("The road was closed\n\nThe mayor said so") == ["The road was closed", "The mayor said so"]


def test_stray_quotes_do_not_join_or_break_sentences() -> None:
    found = sentences("“”” stating the above, the rebels left. The army followed.")
    assert found[-1] == "The army followed."


def test_a_speaker_after_a_quoted_question_is_in_its_sentence() -> None:
    assert len(sentences("“Who paid the guards at the mill?” he asked on Friday.")) == 1


def test_a_stray_capital_does_not_keep_a_text_without_case_from_being_mended() -> None:
    text = "Â" + "the army said in kabul that it had left the farms beside the river. " * 5
    assert "Kabul" in [t.text for t in parse(NLP, text)]


def test_blocks_of_a_document_border_sentences(read: Read) -> None:
    text = "Dam breaks The water came at night."
    blocks = (Block(Span(0, 10), BlockKind.TITLE), Block(Span(11, len(text)), BlockKind.BODY))
    found = [text[s.start_char : s.end_char].strip() for s in read(text, blocks=blocks).sentences]
    assert found == ["Dam breaks", "The water came at night."]


def test_hashtags_split_by_names_capitals_and_word_frequency() -> None:
    assert tokens("See #TehreekeTalibanPakistan now") == ["See", "Tehreek", "e", "Taliban", "Pakistan", "now"]
    assert tokens("at #riverBridgeAttack today") == ["at", "river", "Bridge", "Attack", "today"]
    assert tokens("We say #savetheriver") == ["We", "say", "save", "the", "river"]


@pytest.mark.parametrize(
    "word", ["McDonald", "iPhone", "YouTube", "eBay", "LeBron", "WhatsApp", "http://a.com/FooBarBaz", "@FooBarBaz"]
)
def test_names_written_with_inner_capitals_stay_whole(word: str) -> None:
    assert word in tokens(f"They saw {word} there")


def test_joined_words_that_begin_with_a_known_name_split() -> None:
    assert tokens("trained by AfghanIntelligence there") == ["trained", "by", "Afghan", "Intelligence", "there"]
    assert tokens("attackedThe base") == ["attacked", "The", "base"]


def test_an_apostrophe_may_be_straight_or_curly() -> None:
    text = "Government forces and aligned youth's violated Norland's ceasefire, which they hadn't signed."
    straight, curly = (parse(NLP, one) for one in (text, text.replace("'", "’")))
    assert [(t.tag_, t.dep_, t.head.i) for t in curly] == [(t.tag_, t.dep_, t.head.i) for t in straight]


def test_a_text_in_capitals_or_without_any_gets_its_case_back() -> None:
    loud = parse(NLP, "THE ARMY SAID IN KABUL TODAY THAT GUERRILLAS ATTACKED A FARM.")
    quiet = parse(NLP, "the army said in kabul today that guerrillas attacked a farm.")
    for doc in (loud, quiet):
        assert [t.text for t in doc if t.text[0].isupper()] == ["The", "Kabul"]
        assert next(t for t in doc if t.lower_ == "attacked").tag_ == "VBD"


def test_acronyms_peoples_and_towns_that_the_word_list_holds_get_their_case_back() -> None:
    doc = parse(NLP, "the cia said in tashkent that bolivian officers of the farc left the farm.")
    assert [t.text for t in doc if t.text[0].isupper()] == ["The", "CIA", "Tashkent", "Bolivian", "FARC"]


def test_letters_with_points_get_their_case_back_and_end_no_sentence() -> None:
    quiet = parse(NLP, "the guards held two u.n. clerks in kabul at 9 p.m. on monday. the army left the farm.")
    loud = parse(NLP, "THE GUARDS HELD TWO U.N. CLERKS IN KABUL AT 9 P.M. ON MONDAY. THE ARMY LEFT THE FARM.")
    for doc in (quiet, loud):
        assert [t.text for t in doc if t.text[0].isupper()] == ["The", "U.N.", "Kabul", "Monday", "The"]
        assert len(list(doc.sents)) == 2


def test_an_acronym_in_brackets_stays_in_capitals() -> None:
    assert "QVF" in [t.text for t in parse(NLP, "THE FRONT [QVF] SAID THAT IT LEFT THE TOWN.")]


def test_no_sentence_is_longer_than_the_bound_and_no_run_of_marks_takes_long() -> None:
    assert max(len(s) for s in parse(NLP, "word " * 3000).sents) <= 502
    assert len(parse(NLP, "(" * 30_000)) == 1


def test_a_long_text_is_read_in_pieces_with_offsets_of_the_whole() -> None:
    text = "The column left the town at noon. It came back at night.\n\n" * 900
    doc = parse(NLP, text)
    assert len(text) > 40_000
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc if not t.is_space)


def test_a_pipeline_that_is_not_installed_or_lacks_a_part_is_named() -> None:
    with pytest.raises(MissingPart, match="no_such_pipeline"):
        load("no_such_pipeline")


def test_a_parse_does_not_depend_on_the_texts_beside_it() -> None:
    texts = [
        "The army left the town.",
        "Nobody said why. They had food.",
        "",
        "A road was closed, officials said, at noon.",
    ]
    alone = [parse(NLP, text) for text in texts]
    together = parse_all(NLP, [Document("", "", text) for text in texts])
    for one, other in zip(alone, together, strict=True):
        assert [(t.text, t.tag_, t.dep_, t.head.i) for t in one] == [(t.text, t.tag_, t.dep_, t.head.i) for t in other]
