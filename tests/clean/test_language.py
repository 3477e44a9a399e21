"""Languages, and when not to tell."""

from __future__ import annotations

import subprocess
import sys

import pytest

from allege.clean.language import language_of

ENGLISH = "Both sides met in the old mill and agreed that the northern road should be opened again before the spring. "
FRENCH = "Les deux parties se sont réunies au moulin et ont décidé de rouvrir la route du nord avant le printemps. "


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (ENGLISH.upper(), "en"),
        (FRENCH, "fr"),
        ("اتفق الجانبان على إعادة فتح الطريق الشمالي قبل حلول الربيع وعقد جولة ثانية من المحادثات.", "ar"),
        ("Стороны встретились на старой мельнице и решили снова открыть северную дорогу до весны.", "ru"),
    ],
)
def test_languages_are_told(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize("text", ["", "OK", "12:45 … 77 %", "Mill Post", "!" * 500])
def test_a_text_too_short_to_tell_is_undetermined(text: str) -> None:
    assert language_of(text) == "und"


def test_a_text_that_changes_its_language_is_undetermined() -> None:
    assert language_of(ENGLISH * 20 + FRENCH * 20) == "und"


def test_only_a_few_thousand_characters_are_looked_at() -> None:
    assert language_of(ENGLISH * 100_000) == "en"


def test_no_room_to_unpack_the_model_is_said_once_with_a_remedy(tmp_path) -> None:
    """Python falls back on other folders where one is missing, so the file itself is kept small."""
    code = (
        "import resource\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "from allege.clean.language import language_of\n"
        "from allege.errors import MissingPart\n"
        "try:\n"
        f"    language_of({ENGLISH!r})\n"
        "except MissingPart as error:\n"
        "    print(error.remedy)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert "TMPDIR" in done.stdout
