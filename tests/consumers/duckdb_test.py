#!/usr/bin/env python3
"""DuckDB reads CSV, JSON Lines and Parquet alike, and the labels in the Parquet files."""
import ctypes
import os
import pathlib
import sys

import dataset

HERE = pathlib.Path(__file__).parent
MODULES = pathlib.Path(os.environ.get("ZIPING_CONSUMERS", HERE.parents[1] / "build/consumers")) / "node_modules"
LIBRARY = MODULES / "@duckdb/node-bindings-linux-x64/libduckdb.so"


class Duckdb:
    """As much of DuckDB's C interface as a test needs: one value a query."""

    def __init__(self):
        self.api = ctypes.CDLL(str(LIBRARY))
        self.api.duckdb_value_varchar.argtypes = [ctypes.c_void_p, ctypes.c_uint64, ctypes.c_uint64]
        self.api.duckdb_value_varchar.restype = self.api.duckdb_result_error.restype = ctypes.c_char_p
        database, self.connection = ctypes.c_void_p(), ctypes.c_void_p()
        assert self.api.duckdb_open(None, ctypes.byref(database)) == 0
        assert self.api.duckdb_connect(database, ctypes.byref(self.connection)) == 0

    def ask(self, sql):
        result = (ctypes.c_uint64 * 6)()
        if self.api.duckdb_query(self.connection, sql.encode(), result) != 0:
            raise RuntimeError(self.api.duckdb_result_error(result).decode())
        return self.api.duckdb_value_varchar(result, 0, 0).decode()


def check(out):
    duckdb = Duckdb()
    for table in ["documents", "records", "indicators", "cells", "wide_reports"]:
        csv = f"read_csv('{out}/{table}.csv', all_varchar = true, quote = '\"', escape = '\"', nullstr = '')"
        counts = {duckdb.ask(f"SELECT count(*) FROM {source}") for source in
                  [csv, f"read_json_auto('{out}/{table}.jsonl')", f"'{out}/{table}.parquet'"]}
        assert len(counts) == 1, (table, counts)
    sums = {float(duckdb.ask(f"SELECT sum(TRY_CAST(value AS DOUBLE)) FROM {source}")) for source in
            [f"read_csv('{out}/records.csv', all_varchar = true, quote = '\"', escape = '\"')",
             f"read_json('{out}/records.jsonl', columns = {{value: 'VARCHAR'}})", f"'{out}/records.parquet'"]}
    assert max(sums) - min(sums) <= 1e-9 * max(sums), sums
    assert duckdb.ask(f"SELECT count(*) FROM '{out}/records.parquet' WHERE value IS NULL AND value_text IS NULL") == "0"
    label = duckdb.ask(f"SELECT decode(value) FROM parquet_kv_metadata('{out}/records.parquet') WHERE decode(key) = 'value'")
    assert label.startswith("数值 Exact value"), label
    print("CSV, JSON Lines and Parquet read alike")


if not LIBRARY.exists():
    print(f"{LIBRARY} is not here; tools/fetch-consumers gets it")
    sys.exit(dataset.SKIPPED)
os.environ["ZIPING_DUCKDB"] = str(LIBRARY)
dataset.read_with(check, "csv,jsonl,parquet")
