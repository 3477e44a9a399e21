"""Who is given a post: in "appointed Ola Brann commander of the League" the parser makes one name of man and post."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

APPOINTING = frozenset({"appoint", "name", "elect", "choose", "declare", "nominate", "proclaim"})

POSTED = frozenset({"dobj", "oprd"})


def part_appointed(post: Token, posts: Collection[str], somebody: Collection[str]) -> None:
    """Makes the person the object of the verb, and the post what he is made; `posts`, `somebody`: nouns for people."""
    if post.dep_ not in POSTED or post.tag_ != "NN" or not post.is_lower or post.head.lemma_ not in APPOINTING:
        return
    name = post.nbor(-1) if post.i else post
    one = name.dep_ == "compound" and name.head.i == post.i and name.ent_type_ == "PERSON"
    if not one or (post.lemma_ not in somebody and post.lemma_ not in posts):
        return
    before = [c for c in post.lefts if c.i != name.i]
    name.head, name.dep_ = post.head, "dobj"
    post.dep_ = "oprd"
    for child in before:
        child.head = name
