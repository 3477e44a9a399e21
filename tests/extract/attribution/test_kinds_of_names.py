"""What kind of source a name is that the tagger does not know: by an age, its bearer elsewhere, the words beside it."""

from __future__ import annotations

import pytest

from allege.claim import SourceKind
from tests.extract.annotating import annotated


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Orla, 79, said soldiers shot her cow.", SourceKind.PERSON),
        ("Police chief Anton Brell spoke on Monday. Brell said the rebels had shot two men.", SourceKind.PERSON),
        ("The Army of the Herons said it had shot two men.", SourceKind.ARMED_GROUP),
        ("The General Staff said rebels had shot two men.", SourceKind.OFFICIAL),
        ("The Norland Army said it had shot two men.", SourceKind.OFFICIAL),
        ("The Union of Workers said police shot two men.", SourceKind.ORGANIZATION),
    ],
)
def test_a_name_tells_what_kind_of_source_it_is(text: str, kind: SourceKind) -> None:
    (said,) = annotated(text).attributions
    assert said.source_kind is kind
