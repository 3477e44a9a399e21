"""The whole path on minimal pairs: how firmly the author and the innermost source hold an event that is found."""

from __future__ import annotations

import re

import pytest

from allege.claim import Claim, Document
from allege.run import annotate
from allege.settings import Settings

# text | anchor | the author's value | the innermost source's value (none: nobody is cited, or either way)
PROBES = """
Northland did not attack Southland. | attack | CT- |
Northland never attacked Southland. | attack | CT- |
Northland has not attacked Southland. | attack | CT- |
No rebels attacked the army. | attack | CT- |
Nobody attacked the army. | attack | CT- |
Neither the rebels nor the army attacked the village. | attack | CT- |
Northland failed to attack Southland. | attack | CT- |
Northland refused to attack Southland. | attack | CT- |
The soldiers left the village without attacking the rebels. | attack | CT- |
It is not true that Northland attacked Southland. | attack | CT- |
Northland was unable to attack Southland. | attack | CT- |
Northland has yet to attack Southland. | attack | CT- |
Northland might attack Southland. | attack | PS+ |
Northland could attack Southland. | attack | PS+ Uu |
Northland may have attacked Southland. | attack | PS+ |
Northland must have attacked Southland. | attack | PR+ CT+ |
Northland may not attack Southland. | attack | PS- Uu |
Northland should attack Southland. | attack | Uu |
Perhaps Northland attacked Southland. | attack | PS+ |
It is possible that Northland attacked Southland. | attack | PS+ |
Northland will attack Southland. | attack | PR+ CT+ Uu |
Northland is likely to attack Southland. | attack | PR+ |
Northland probably attacked Southland. | attack | PR+ |
Northland reportedly attacked Southland. | attack | Uu CTu PS+ PR+ |
Northland apparently attacked Southland. | attack | PR+ PS+ |
Northland is suspected of attacking Southland. | attack | Uu CTu PS+ PR+ |
Northland is believed to have attacked Southland. | attack | Uu CTu PS+ PR+ |
Northland is said to have attacked Southland. | attack | Uu CTu PS+ PR+ |
Northland was accused of attacking Southland. | attack | Uu CTu PS+ PR+ |
Northland was blamed for attacking Southland. | attack | Uu CTu PS+ PR+ |
Northland seems to have attacked Southland. | attack | PR+ PS+ |
If Northland attacks Southland, the alliance will respond. | attack | Uu CTu |
Unless Northland attacks Southland, the alliance will leave. | attack | Uu CTu |
The alliance will respond if Northland attacks Southland. | attack | Uu CTu |
Should Northland attack Southland, the alliance would respond. | attack | Uu CTu |
Had Northland attacked Southland, the alliance would have responded. | attack | Uu CTu CT- |
In case Northland attacks Southland, the alliance will respond. | attack | Uu CTu |
Did Northland attack Southland? | attack | Uu CTu |
Will Northland attack Southland? | attack | Uu CTu |
Has Northland attacked Southland? | attack | Uu CTu |
Northland tried to attack Southland. | attack | Uu CT- CTu |
Northland planned to attack Southland. | attack | Uu CTu |
Northland wants to attack Southland. | attack | Uu CTu |
Northland threatened to attack Southland. | attack | Uu CTu PS+ PR+ |
Northland vowed to attack Southland. | attack | Uu CTu PS+ PR+ |
Northland massed troops in order to attack Southland. | attack | Uu CTu |
Northland managed to attack Southland. | attack | CT+ |
The alliance prevented Northland from attacking Southland. | attack | CT- |
The general forced the soldiers to attack the village. | attack | CT+ |
Northland began attacking Southland. | attack | CT+ |
Northland stopped attacking Southland. | attack | CT+ |
Northland avoided attacking Southland. | attack | CT- |
The alleged attack by Northland on Southland alarmed the alliance. | attack | Uu CTu PS+ PR+ |
There was no attack by Northland on Southland. | attack | CT- |
Northland launched an attack on Southland. | attack | CT+ |
Northland called off the attack on Southland. | attack | CT- |
Northland is planning an attack on Southland. | attack | Uu CTu |
Northland denied the attack on Southland. | attack | Uu CTu CT+ | CT-
Southland condemned the attack by Northland. | attack | CT+ Uu CTu |
The defence ministry of Southland said Northland attacked Southland. | attack | Uu CTu | CT+
Northland attacked Southland, the ministry said. | attack | Uu CTu | CT+
According to the ministry, Northland attacked Southland. | attack | Uu CTu | CT+
Northland attacked Southland, according to witnesses. | attack | Uu CTu | CT+
The ministry said Northland did not attack Southland. | attack | Uu CTu | CT-
The ministry said Northland may attack Southland. | attack | Uu CTu | PS+
The ministry said that Northland probably attacked Southland. | attack | Uu CTu | PR+
The ministry claimed that Northland had attacked Southland. | attack | Uu CTu | CT+
The ministry confirmed that Northland had attacked Southland. | attack | Uu CTu CT+ | CT+
"Northland attacked Southland," the minister said. | attack | Uu CTu | CT+
"Northland did not attack Southland," said the minister. | attack | Uu CTu | CT-
Unconfirmed reports said that rebels had attacked the army. | attack | Uu CTu | CT+ PR+ PS+
State media reported that rebels attacked the army. | attack | Uu CTu | CT+
Witnesses said soldiers shot three protesters. | shot | Uu CTu | CT+
Northland denied that it had attacked Southland. | attack | Uu CTu | CT-
Northland denied attacking Southland. | attack | Uu CTu | CT-
The rebels denied that they had shot the hostages. | shot | Uu CTu | CT-
The minister rejected claims that soldiers had attacked the village. | attack | Uu CTu | CT-
Southland accused Northland of attacking a village. | attack | Uu CTu | CT+
The president blamed rebels for attacking the village. | attack | Uu CTu | CT+
Southland alleged that Northland had attacked a village. | attack | Uu CTu | CT+ PR+ PS+
The rebels admitted that they had attacked the village. | attack | Uu CTu CT+ | CT+
The rebels admitted attacking the village. | attack | Uu CTu CT+ | CT+
The rebels claimed responsibility for attacking the village. | attack | Uu CTu | CT+
The minister doubts that Northland attacked Southland. | attack | Uu CTu | PR- PS-
The minister believes that Northland attacked Southland. | attack | Uu CTu | PR+ CT+
Investigators suspect that rebels attacked the village. | attack | Uu CTu | PR+ PS+
The minister fears that Northland will attack Southland. | attack | Uu CTu | PS+ PR+ Uu
The minister predicted that Northland would attack Southland. | attack | Uu CTu | PR+ PS+ CT+
The minister warned that Northland could attack Southland. | attack | Uu CTu | PS+
The reporter asked whether Northland had attacked Southland. | attack | Uu CTu | Uu CTu
The minister did not say whether Northland had attacked Southland. | attack | Uu CTu | Uu CTu
The police are investigating whether rebels attacked the village. | attack | Uu CTu |
The minister demanded that Northland attack Southland. | attack | Uu CTu | Uu
The general ordered the soldiers to attack the village. | attack | Uu CTu |
The minister urged Northland not to attack Southland. | attack | Uu CTu CT- |
The minister knows that Northland attacked Southland. | attack | CT+ |
The rebels regret that they attacked the village. | attack | CT+ |
The minister did not know that Northland had attacked Southland. | attack | CT+ |
The agency reported that the minister said rebels attacked the village. | attack | Uu CTu | CT+
The newspaper reported, citing a police officer, that rebels shot two soldiers. | shot | Uu CTu | CT+
The army denied reports that soldiers had attacked the village. | attack | Uu CTu |
The agency quoted the minister as saying that rebels attacked the village. | attack | Uu CTu | CT+
Northland attacked Southland in 1994. | attack | CT+ |
Gunmen abducted a priest in the capital. | abduct | CT+ |
Rebels bombarded the city overnight. | bombard | CT+ |
Southland was attacked by Northland. | attack | CT+ |
Soldiers who had attacked the village fled. | attack | CT+ |
"""
ROWS = [[part.strip() for part in line.split("|")] for line in PROBES.strip().splitlines()]


@pytest.fixture(scope="module")
def found() -> list[Claim | None]:
    """For each probe its claim, with its certainty; None where no event was found."""
    documents = [Document(id=f"sha256:{n}", uri=str(n), text=row[0]) for n, row in enumerate(ROWS)]
    out: list[Claim | None] = []
    for record, row in zip(annotate(documents, Settings(workers=1)), ROWS, strict=True):
        fits = (c for c in record.claims if re.search(row[1], record.document.quote(c.anchor), re.IGNORECASE))
        out.append(next(fits, None))
    return out


def test_nearly_every_event_of_the_probes_is_found(found: list[Claim | None]) -> None:
    assert sum(claim is not None for claim in found) >= 0.95 * len(ROWS)


def test_the_author_and_the_innermost_source_hold_them_as_the_probes_say(found: list[Claim | None]) -> None:
    marks = []
    for claim, (text, _, author, source) in zip(found, ROWS, strict=True):
        if claim is None:
            continue
        values = [commitment.value for commitment in claim.certainty]
        marks.append((values[0] in author.split(), text, values))
        if source and claim.attributions:
            marks.append((values[-1] in source.split(), text, values))
    wrong = [mark for mark in marks if not mark[0]]
    assert len(wrong) <= 0.03 * len(marks), wrong
