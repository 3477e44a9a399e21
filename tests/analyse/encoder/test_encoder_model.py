"""The encoder at work: the same answer in any company, sound on any text, and without torch."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allege.analyse.encoder.encoded import Encoded
from allege.analyse.encoder.files import load_parts
from allege.analyse.encoder.model import load_model
from allege.analyse.encoder.windows import PIECES
from allege.analyse.pipeline import encode_all
from allege.claim import Block, BlockKind, Document, Record, Span
from allege.run import annotate
from allege.settings import Settings

MODEL = load_model("on")
TEXTS = (
    "Police said rebels attacked the bridge near Nisra on Monday.",
    "The council met, the mayor told us.\n\n“We will not leave,” said the union, which denied that it had gone.",
    "Rain fell.",
    "According to two officials, the army may have withdrawn from the port after the talks failed. " * 12,
)


def document(text: str, blocks: tuple[Block, ...] = ()) -> Document:
    return Document("sha256:0", "test", text, blocks=blocks)


def read(text: str, blocks: tuple[Block, ...] = ()) -> Encoded:
    (found,) = MODEL.read([document(text, blocks)])
    return found


def flat(encoded: Encoded) -> list[np.ndarray]:
    return [part for one in encoded.seen for part in (one.vectors, one.cue, one.pair, one.template)]


def test_a_document_is_seen_the_same_alone_and_among_others():
    """Exactly: windows are encoded one by one. In a batch the eight-bit graph's answers moved by up to .2."""
    together = list(MODEL.read([document(text) for text in TEXTS]))
    assert len(together[-1].seen) > 1
    for text, among in zip(TEXTS, together, strict=True):
        alone = read(text)
        assert [one.window for one in alone.seen] == [one.window for one in among.seen]
        for ours, theirs in zip(flat(alone), flat(among), strict=True):
            np.testing.assert_allclose(ours, theirs, atol=1e-4)


def test_a_record_does_not_depend_on_the_documents_beside_it():
    documents = [Document(f"sha256:{n}", f"test{n}", text) for n, text in enumerate(TEXTS)]
    together = list(annotate(documents, Settings(workers=1)))
    alone = [answer for one in documents for answer in annotate([one], Settings(workers=1))]
    assert together == alone
    assert all(isinstance(answer, Record) for answer in alone)


@given(st.one_of(st.text(max_size=200), st.text(alphabet="aT. “”\ud800\udc00🚒\u200b\x00\n한é́", max_size=200)))
@settings(max_examples=60)
def test_any_text_is_seen_soundly(text):
    """Probabilities sum to one, vectors are finite, and what is heard lies in the text in order."""
    encoded = read(text)
    for one in encoded.seen:
        assert np.isfinite(one.vectors).all()
        assert len(one.vectors) == len(one.window.ids) <= PIECES
        for part in (one.cue, one.pair, one.template):
            np.testing.assert_allclose(part.sum(-1), 1, atol=1e-4)
    for voiced in encoded.voiced(0.2):
        for spans in (voiced.cue, voiced.source, voiced.content):
            assert list(spans) == sorted(spans)
            assert all(0 <= start < end <= len(text) for start, end in spans)
        assert voiced.cue
        assert 0 <= voiced.chance <= 1.001
    for tag in (*encoded.pairs(), *encoded.fillers()):
        assert 0 <= tag.span.start < tag.span.end <= len(text)
        assert 0 <= tag.chance <= 1.001


def test_a_batch_without_documents_is_empty():
    assert list(MODEL.read([])) == []
    assert list(encode_all([], "on")) == []


@pytest.mark.parametrize("text", ["", "  \n", "\x00", "\u200b\u200d", "\ufeff"])
def test_a_text_without_words_has_nothing_to_see(text):
    encoded = read(text)
    asked = (Span(0, 1),)
    assert encoded.seen == ()
    assert encoded.at(asked) is None
    assert encoded.voiced(0.1) == list(encoded.pairs()) == list(encoded.fillers()) == []
    assert encoded.commitments([asked]) == encoded.kinds([(*asked, (), ())]) == [None]
    assert encoded.cue_at(asked) is None
    assert encoded.places([(asked, asked[0])]) == [None]
    assert encoded.parties([0]).tolist() == [[0.0, 0.0]]


def test_nothing_asked_is_nothing_answered():
    encoded = read(TEXTS[0])
    assert encoded.voiced_of([]) == encoded.places([]) == encoded.commitments([]) == encoded.kinds([]) == []
    assert encoded.at(()) is None


def test_offsets_survive_surrogates_and_signs_outside_the_basic_plane():
    """A pair of lone surrogates is two code points in a frozen text, a fire engine one."""
    for odd in ("\ud83d", "\ud83d\ude92", "🚒", "\x00", "\u200b"):
        text = f"Odd {odd} sign. Police said rebels left Nisra."
        words = {text[start:end] for one in read(text).seen for start, end in one.window.offsets}
        assert {"Police", "said", "rebels", "left"} <= words


def test_folded_stretches_are_not_read():
    text = "Subscribe now!\n\nPolice said rebels left Nisra.\n\nShare this page."
    blocks = (
        Block(Span(0, 14), BlockKind.BOILERPLATE),
        Block(Span(16, 47), BlockKind.BODY),
        Block(Span(48, len(text)), BlockKind.BOILERPLATE),
    )
    words = [text[start:end] for one in read(text, blocks).seen for start, end in one.window.offsets]
    assert words[:2] == ["Police", "said"]
    assert words[-1] == "."
    assert "Subscribe" not in words
    assert "page" not in words
    assert read(text, (Block(Span(0, len(text)), BlockKind.BOILERPLATE),)).seen == ()


def test_a_sentence_of_twenty_thousand_words_is_read_in_windows():
    encoded = read("and rain fell " * 6_666)
    assert {len(one.window.ids) for one in encoded.seen[:-1]} == {PIECES}


def test_one_given_cue_gets_the_answer_it_gets_among_the_likely_ones():
    encoded = read(TEXTS[0])
    likely = encoded.voiced(0.3)
    given_again = [encoded.cue_at(one.cue) for one in likely]
    assert encoded.voiced_of([cue for cue in given_again if cue is not None]) == likely
    assert encoded.cue_at((Span(9_000, 9_001),)) is None


def test_a_plain_report_is_heard():
    text = TEXTS[0]
    voiced = max(read(text).voiced(0.5), key=lambda one: one.chance)
    assert [text[a:b] for a, b in (*voiced.source, *voiced.cue)] == ["Police", "said"]
    assert text[voiced.content[0].start : voiced.content[-1].end].startswith("rebels attacked the bridge near Nisra")


def test_a_denial_is_less_certain_than_a_statement():
    stated, denied = "Rebels attacked the bridge.", "Rebels never attacked the bridge."
    at = [(Span(text.index("attacked"), text.index("attacked") + 8),) for text in (stated, denied)]
    firm, (doubted,) = read(stated).commitments([at[0]])[0], read(denied).commitments([at[1]])
    assert firm is not None
    assert doubted is not None
    assert -3 <= doubted < firm <= 3


def test_a_temperature_makes_a_head_less_sure_and_changes_no_answer():
    """The shipped encoder with every head at 2: the same tags, each less likely."""
    warm = replace(MODEL, heads=replace(MODEL.heads, temperature=dict.fromkeys(MODEL.heads.temperature, 1.0)))
    soft = replace(MODEL, heads=replace(MODEL.heads, temperature=dict.fromkeys(MODEL.heads.temperature, 2.0)))
    for text in TEXTS:
        (one,), (other,) = (list(model.read([document(text)])) for model in (warm, soft))
        for before, after in zip(one.seen, other.seen, strict=True):
            for name in ("cue", "pair", "template"):
                ours, theirs = getattr(before, name), getattr(after, name)
                assert (ours.argmax(-1) == theirs.argmax(-1)).all()
                assert (theirs.max(-1) <= ours.max(-1) + 1e-6).all()


def test_no_torch_is_loaded_and_no_thread_setting_breaks_it():
    program = (
        "import sys\n"
        "from allege.claim import Document\n"
        "from allege.run import annotate\n"
        "from allege.settings import Settings\n"
        "(record,) = annotate([Document('sha256:0', 'test', 'Police said rebels left Nisra.')], Settings(workers=1))\n"
        "assert record.attributions\n"
        "assert 'onnxruntime' in sys.modules\n"
        "print([name for name in ('torch', 'transformers', 'pickle5') if name in sys.modules])\n"
    )
    for threads in ("", "2,1"):
        environ = {"OMP_NUM_THREADS": threads, "PYTHONPATH": ":".join(sys.path)}
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, env=environ, check=False, timeout=300
        )
        assert done.stdout == "[]\n", done.stderr


def test_looking_at_a_ledger_loads_no_encoder():
    program = (
        "import sys, allege, allege.show.cli.front; print('onnxruntime' in sys.modules, 'tokenizers' in sys.modules)"
    )
    environ = {"PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environ, check=True)
    assert done.stdout == "False False\n"


def test_the_graph_leaves_its_sums_to_steps_of_their_own():
    graph = load_parts("on").content["encoder.onnx"]
    assert b"LayerNormalization" in graph
    assert b"SkipLayerNormalization" not in graph  # five times as slow as the two steps that it stands for
