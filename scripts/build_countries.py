"""Checks ``tables/data/countries.csv`` against Unicode CLDR, and adds the names of states that it lacks.

The table is written by hand: adjectives, seats of government, former and unrecognised states are in no registry. CLDR
(by the package babel, Unicode licence) gives the codes and the English names of today's states.

    python scripts/build_countries.py          # adds missing names
    python scripts/build_countries.py --check  # only says what is missing; exit code 1 if anything is
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from babel import Locale, core

TABLE = Path(__file__).resolve().parents[1] / "src/vedette/tables/data/countries.csv"


def main(check: bool) -> int:
    """Compares, and unless ``check`` writes; the exit code."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        columns = list(reader.fieldnames or ())
        rows = list(reader)
    said = [*_wrong_codes(rows), *_missing_names(rows)]
    for line in said:
        print(line)
    if check:
        return int(bool(said))
    with TABLE.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return 0


def _wrong_codes(rows: list[dict[str, str]]) -> list[str]:
    """Rows of today's states whose two codes do not belong together."""
    alpha2 = core.get_global("territory_aliases")
    today = (r for r in rows if r["kind"] == "state" and r["code"] in alpha2)
    return [f"{r['code']}: not {r['alpha2']}" for r in today if alpha2[r["code"]] != [r["alpha2"]]]


def _missing_names(rows: list[dict[str, str]]) -> list[str]:
    """Adds CLDR's name of a state to its aliases; what was added."""
    names = Locale("en").territories
    said = []
    for row in rows:
        name = names.get(row["alpha2"], "")
        if row["kind"] == "historical" or not name or "(" in name:
            continue
        held = {row["name"], row["official"], *row["aliases"].split("|")}
        if name not in held:
            row["aliases"] = "|".join(x for x in (row["aliases"], name) if x)
            said.append(f"{row['code']}: name {name!r}")
    return said


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
