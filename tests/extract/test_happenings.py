"""Which nouns and adjectives tell of something that is done, and so get a small claim of their own."""

from __future__ import annotations

import pytest
from judging import read

from allege.extract.happenings import happens


def happens_in(text: str, word: str) -> bool:
    return happens(next(t for t in read(text).doc if t.text == word))


@pytest.mark.parametrize("word", ["lockout", "rebuttal", "internment", "swap"])
def test_nouns_of_a_doing_happen(word: str) -> None:
    assert happens_in(f"The {word} angered the miners of Marnet.", word)


def test_a_noun_that_can_be_no_verb_happens_also_right_behind_a_name() -> None:
    assert happens_in("Senators spoke of Kirelia enlargement for hours.", "enlargement")


def test_a_participle_that_is_tagged_as_an_adjective_tells_what_was_done() -> None:
    assert happens_in("The revised plan was signed in Marnet.", "revised")


@pytest.mark.parametrize("word", ["detailed", "unarmed", "sacred"])
def test_an_adjective_that_only_describes_does_not(word: str) -> None:
    assert not happens_in(f"The {word} house stood in Marnet.", word)
