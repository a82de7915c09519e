"""Many documents cheaply: a database's rows again and again, under other numbers and hashes."""
import sqlite3

STEP = 1_000_000  # between the numbers of a copy and those of its original
# Table: the columns that are numbers of documents or of their parts.
NUMBERS = {
    "documents": ("id",), "pages": ("document",), "tables": ("document",), "activities": ("id", "document"), "steps": ("activity",),
    "amounts": ("activity",), "year_targets": ("activity",), "appearances": ("activity",), "other_rows": ("id", "document"),
    "fields": ("id", "document", "activity", "other_row"), "fragments": ("field",), "joins": ("document",), "findings": ("document",),
}
OWN = {"sha256": "lower(hex(randomblob(32)))", "first_path": "first_path || '-' || n", "superseded_by": "NULL"}


def multiply(path, times):
    """Each document of the database stands there `times` more. Gives the number of rows of `fields`."""
    database = sqlite3.connect(path)
    database.execute("PRAGMA foreign_keys = OFF")
    database.execute("CREATE TEMP TABLE copies AS WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ?) SELECT n FROM c", (times,))
    for table, numbers in NUMBERS.items():
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        values = [f"{name} + n * {STEP}" if name in numbers else OWN.get(name, name) if table == "documents" else name for name in columns]
        database.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {table}, temp.copies")
    fields = database.execute("SELECT count(*) FROM fields").fetchone()[0]
    database.commit()
    database.close()
    return fields
