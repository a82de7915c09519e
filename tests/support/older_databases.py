"""Databases as programs of older schemas left them."""
import pathlib
import sqlite3

STEPS = sorted((pathlib.Path(__file__).parents[2] / "schemas" / "sql").glob("0*.sql"))
APPLICATION_ID = 0x54415247  # "TARG"; pipeline/store/migrations.h


def make(path, version, rows=""):
    """Made with the first schema, which `rows` (SQL) are of, and brought up to `version`."""
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.executescript("CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT;")
    for number, step in enumerate(STEPS[:version], 1):
        connection.executescript(step.read_text(encoding="utf-8"))
        connection.execute("INSERT INTO migrations VALUES (?, ?, '2026-01-01T00:00:00Z')", (number, step.stem[5:]))
        if number == 1:
            connection.executescript(rows)
    connection.commit()
    connection.close()
