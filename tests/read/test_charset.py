"""Bytes to characters: declared, guessed, mixed and wrong encodings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allege.read.charset import decode

RUSSIAN = "Стороны сообщили, что перемирие на рынке соблюдается третий день подряд."
POLISH = "Obie strony poinformowały, że żaden żołnierz nie został ranny; rozejm trwa trzeci dzień z rzędu."


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("The café near the façade stayed open, the owner said.", "cp1252"),
        ("She said: “we saw nothing”. Then — silence…", "cp1252"),
        ("El señor salió ayer; el niño llegó mañana.", "latin-1"),
        ("Both sides met. " * 300 + "A naïve plan.", "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (POLISH, "cp1250"),
        ("قالت السلطات إن الهدنة صامدة في السوق منذ يوم الأحد", "cp1256"),
        ("双方表示停火已经持续了三天，没有发生任何事件。", "gb18030"),
        ("双方 said the truce holds.", "utf-8"),
        ("Truce holds.", "utf-8-sig"),
        ("Truce holds.", "utf-16"),
        ("Truce holds in the north, both sides said.", "utf-16-le"),
        ("Truce holds in the north, both sides said.", "utf-16-be"),
        (RUSSIAN, "utf-32"),
    ],
)
def test_undeclared_encodings_are_found(text: str, charset: str) -> None:
    assert decode(text.encode(charset)).text == text


def test_a_declared_charset_is_believed_when_the_bytes_allow_it() -> None:
    assert decode("Kötü bir gün, dediği oldu".encode("cp1254"), "windows-1254").text == "Kötü bir gün, dediği oldu"


def test_a_page_says_its_charset_in_a_meta_tag_but_only_pages_do() -> None:
    page = '<html><meta charset="windows-1251"><p>Мир</p>'
    assert decode(page.encode("cp1251"), markup=True).text == page


def test_latin1_means_windows_1252_as_in_browsers() -> None:
    assert decode(b'<meta charset="iso-8859-1">\x93calm\x94', markup=True).text.endswith("“calm”")


def test_utf8_wins_over_a_wrong_declaration() -> None:
    assert decode("the café’s door".encode(), "iso-8859-1").text == "the café’s door"


def test_a_file_in_two_encodings_keeps_every_letter() -> None:
    mixed = "The café’s owner — ".encode() + "said “no” at the café".encode("cp1252")
    found = decode(mixed)
    assert found.text == "The café’s owner — said “no” at the café"
    assert found.mixed


@pytest.mark.parametrize("label", ["no-such-charset", "base64", "", "utf-16", "\x00", "rot13"])
def test_a_declaration_that_makes_no_sense_is_passed_over(label: str) -> None:
    assert decode("the café’s door".encode(), label).text == "the café’s door"


def test_a_long_text_of_another_charset_is_judged_by_a_sample() -> None:
    text = ("Both sides met. " * 10 + "\n") * 3000 + RUSSIAN
    assert decode(text.encode("cp1251")).text == text


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "cp1252", "shift_jis", "nonsense"]), st.booleans())
def test_no_bytes_whatever_stop_the_decoding(content: bytes, declared: str | None, markup: bool) -> None:
    assert isinstance(decode(content, declared, markup=markup).text, str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff")))
def test_every_utf8_text_is_decoded_exactly(text: str) -> None:
    assert decode(text.encode()).text == text
