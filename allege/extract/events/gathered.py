"""Who fills the roles of a trigger, while they are gathered: `fill` and `tools` do that."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token


@dataclass(slots=True)
class Parts:
    """The heads that fill the roles of one trigger, while they are gathered."""

    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    tools: list[Token] = field(default_factory=list)
    host: Token | None = None
