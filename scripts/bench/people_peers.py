#!/usr/bin/env python3
"""Splink, recordlinkage or dedupe on a parsed list, as their manuals set them up.

    python scripts/bench/people_peers.py {splink,recordlinkage,dedupe} PARSED.csv TRUTH.json OUT.json

Runs in an environment of its own, which `people.py` makes. OUT.json holds for every threshold who every row
is; the first is the usual one. Only dedupe sees the truth, where it asks to be taught: it gets the answer
to each of its sixty questions.
"""

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

COLUMNS = ("given", "family", "email", "phone", "postcode", "street", "city", "birth", "identifier")
TAUGHT = 60
"""How many pairs somebody labels for dedupe."""

THRESHOLDS = (0.95, 0.5, 0.7, 0.8, 0.9, 0.98, 0.99, 0.995, 0.999, 0.9999)

FINE = (
    ("email",), ("phone",), ("identifier",), ("given", "family"), ("family", "postcode"),
    ("given", "postcode"), ("birth", "given"), ("birth", "family"), ("birth", "postcode"),
)  # fmt: skip
COARSE = (("given",), ("family",), ("birth",), ("postcode",))
MANY = 20_000

Rows = list[dict[str, str | None]]


def read(path: Path) -> Rows:
    """The rows, blanks as None, without the columns that are blank throughout."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    used = [name for name in COLUMNS if any(row[name] for row in rows)]
    return [{name: row[name] or None for name in used} for row in rows]


def splink(rows: Rows, _truth: Sequence[object]) -> Mapping[str, Sequence[object]]:
    """The model of the tutorial: term frequencies, u by sampling, m by expectation maximisation."""
    import duckdb
    import splink.comparison_library as compare
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    names = ["unique_id", *rows[0]]
    connection = duckdb.connect()
    connection.execute(f"create table people ({', '.join(f'{name} varchar' for name in names)})")
    connection.execute("alter table people alter unique_id type integer")
    insert_in_parts(connection, names, rows)
    comparisons = {
        "given": compare.NameComparison("given").configure(term_frequency_adjustments=True),
        "family": compare.NameComparison("family").configure(term_frequency_adjustments=True),
        "email": compare.EmailComparison("email"),
        "phone": compare.DamerauLevenshteinAtThresholds("phone", [1, 2]),
        "postcode": compare.LevenshteinAtThresholds("postcode", [1, 2]),
        "street": compare.JaroWinklerAtThresholds("street", [0.9]),
        "city": compare.JaroWinklerAtThresholds("city", [0.9]).configure(term_frequency_adjustments=True),
        "birth": compare.LevenshteinAtThresholds("birth", [1, 2]),
        "identifier": compare.DamerauLevenshteinAtThresholds("identifier", [1, 2]),
    }
    rules = [block_on(*names) for names in blocks(rows)]
    database = DuckDBAPI(connection)
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[comparisons[name] for name in rows[0] if name in comparisons],
        blocking_rules_to_generate_predictions=rules,
        retain_matching_columns=False,
    )
    linker = Linker(database.register("people"), settings, log_level=None)
    sure = [block_on(*names) for names in blocks(rows) if names not in COARSE][:4]
    linker.training.estimate_probability_two_random_records_match(sure, recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in (block_on("given", "family"), rules[0]):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    predicted = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    return {str(threshold): clustered(linker, predicted, threshold, len(rows)) for threshold in THRESHOLDS}


def blocks(rows: Rows) -> list[tuple[str, ...]]:
    """What two rows must share to be compared; one name is enough where there are not too many rows."""
    small = len(rows) <= MANY
    return [names for names in (*FINE, *(COARSE if small else ())) if set(names) <= set(rows[0])]


def insert_in_parts(connection: Any, names: Sequence[str], rows: Rows) -> None:
    """Put the rows in the table, by way of a file, which is what DuckDB is fast at."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rows.csv")
        with path.open("w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file)
            lines.writerow(names)
            lines.writerows([number, *row.values()] for number, row in enumerate(rows))
        connection.execute(f"copy people from '{path}' (header)")


def clustered(linker: Any, predicted: Any, threshold: float, count: int) -> list[object]:
    """Who every row is at one threshold."""
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold)
    labels: list[object] = list(range(count))
    for cluster, row in found.as_duckdbpyrelation().project("cluster_id, unique_id").fetchall():
        labels[int(row)] = f"c{cluster}"
    return labels


def recordlinkage(rows: Rows, _truth: Sequence[object]) -> Mapping[str, Sequence[object]]:
    """Blocks on every column that tells people apart, similarities, and expectation maximisation."""
    import pandas as pd
    import recordlinkage as linkage

    frame = pd.DataFrame(rows)
    index = linkage.Index()
    for name in ("email", "phone", "family", "birth", "identifier"):
        if name in frame:
            index.block(name)
    comparing = linkage.Compare()
    for name in frame:
        comparing.string(name, name, method="jarowinkler", threshold=0.85, label=name)
    pairs = comparing.compute(index.index(frame), frame)
    found = {"by ECM": components(linkage.ECMClassifier().fit_predict(pairs), len(rows))}
    total = pairs.sum(axis=1)
    for least in (2, 3, 4, 5):
        found[f"{least} alike"] = components(pairs.index[total >= least], len(rows))
    return found


def dedupe(rows: Rows, truth: Sequence[object]) -> Mapping[str, Sequence[object]]:
    """Active learning with sixty pairs labelled rightly."""
    import dedupe as library
    from dedupe import variables

    known = {number: dict(row) for number, row in enumerate(rows)}
    fields = [variables.String(name, has_missing=True) for name in rows[0]]
    model = library.Dedupe(fields, num_cores=1)
    model.prepare_training(known, sample_size=min(20_000, 10 * len(rows)))
    number_of = {tuple(row.values()): number for number, row in known.items()}
    for _ in range(TAUGHT):
        for one, other in model.uncertain_pairs():
            first, second = (truth[number_of[tuple(side.values())]] for side in (one, other))
            labelled: dict[str, list[Any]] = {"match": [], "distinct": []}
            labelled["match" if first == second else "distinct"].append((one, other))
            model.mark_pairs(labelled)
    model.train()
    found = {}
    for threshold in (0.5, 0.3, 0.7, 0.9):
        clusters = model.partition(known, threshold)
        labels: list[object] = list(range(len(rows)))
        for number, (members, _scores) in enumerate(clusters):
            for member in members:
                labels[member] = f"c{number}"
        found[str(threshold)] = labels
    return found


def components(pairs: Iterable[tuple[int, int]], count: int) -> list[object]:
    """Rows that are linked, however far, are one."""
    leader = list(range(count))

    def lead(row: int) -> int:
        while leader[row] != row:
            leader[row] = leader[leader[row]]
            row = leader[row]
        return row

    for one, other in pairs:
        leader[lead(one)] = lead(other)
    return [lead(row) for row in range(count)]


def main() -> None:
    """Do one list."""
    peer, source, truth, out = sys.argv[1], *map(Path, sys.argv[2:])
    done = {"splink": splink, "recordlinkage": recordlinkage, "dedupe": dedupe}[peer]
    found = done(read(source), json.loads(truth.read_text(encoding="utf-8")))
    out.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
