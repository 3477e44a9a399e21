"""What is seen, made up or taken back, whom a deed was done by behind "of", and "only then" before who admits it.

Each cause of a wrong answer has its sentences, worded anew, and beside them neighbours that read as they did.
"""

from __future__ import annotations

import pytest

from allege.claim import Role
from tests.extract.annotating import check, event_at, fillers, reads, rows

# text | word of the deed | doer ("-": none) | the author's value | innermost source ("-": none) | that source's value
SEEN = """
The judge asked the clerk whether she had seen the guard kick the miller. | kick | guard | Uu | judge | Uu
Two nuns told the paper they had watched guards beat a boy. | beat | guards | Uu | nuns | CT+
They watched soldiers beat a porter. | beat | soldiers | CT+ | They | CT+
She heard soldiers shooting at the crowd. | shooting | soldiers | CT+ | She | CT+
No one heard soldiers shooting at the crowd. | shooting | soldiers | Uu | No one | Uu
"""

MADE_UP = """
He says he made up the story that guards had burned the mill. | burned | guards | Uu | He | CT-
The pamphlet invented the tale that guards had burned the mill. | burned | guards | CT- | pamphlet | CT+
The agency apologised for reporting that guards had shot the envoy. | shot | guards | Uu | agency | PR-
The paper apologised for writing that guards had shot the clerk. | shot | guards | Uu | paper | PR-
The army apologised for shelling the camp. | shelling | army | Uu | army | CT+
Websites have spread the story that nurses poisoned wounded soldiers. | poisoned | nurses | Uu | Websites | CT+
"""

AT_LAST = """
Only after the widows blocked the port did the navy admit firing on the boat. | firing | navy | Uu | navy | CT+
Not until June did the army confirm that it had shot him. | shot | army | Uu | army | CT+
Not until spring did the rebels attack the garrison. | attack | rebels | CT+ | - |
It was not until June that the army shelled the port. | shelled | army | CT+ | - |
The army did not shell the port in June. | shell | army | CT- | - |
"""


@pytest.mark.parametrize("row", [row for table in (SEEN, MADE_UP, AT_LAST) for row in rows(table)])
def test_who_says_it_and_how_firmly(row: tuple[str, ...]) -> None:
    check(row)


@pytest.mark.parametrize(
    ("text", "word", "doer", "whom"),
    [
        ("Weavers marched to denounce the killing of a clerk by the Marine Police.", "killing", "Police", "clerk"),
        ("The murder of two clerks by guards shocked Velm.", "murder", "guards", "two clerks"),
        ("They condemned the shelling of the market by the army.", "shelling", "army", "market"),
    ],
)
def test_by_behind_of_tells_who_did_it(text: str, word: str, doer: str, whom: str) -> None:
    claim = event_at(text, word)
    (one,) = fillers(text, claim, Role.ACTOR)
    assert doer in one
    assert any(whom in one for one in fillers(text, claim, Role.RECIPIENT))


def test_who_marches_to_denounce_it_denounces_it() -> None:
    _, held, by, theirs = reads("Weavers marched to denounce the killing of a colleague by the police.", "killing")
    assert (held, by, theirs) == ("Uu", "Weavers", "CT+")
