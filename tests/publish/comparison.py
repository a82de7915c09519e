"""What the server has of an office beside what its SQLite database has, row by row."""
import datetime
import json
import re
import sqlite3

VIEWS = ("document_list", "activity_list", "table_list", "amount_list", "submission_list", "form_list", "flag_list", "correction_list")
TABLES = ("documents", "pages", "tables", "activities", "steps", "amounts", "year_targets", "appearances", "other_rows", "fields", "fragments",
          "joins", "findings", "expected", "submissions", "corrections", "correction_states", "taught_forms", "document_submissions")
TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(Z|[+-]\d\d(:\d\d)?)")


def plain(value):
    """One form of what both sides write in their own: numbers, moments, JSON, truth."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, (int, float)):
        return round(float(value), 9)
    if isinstance(value, str) and TIME.fullmatch(value):
        return datetime.datetime.fromisoformat(value.replace("Z", "+00:00")).timestamp()
    if isinstance(value, str) and value[:1] == "[":
        try:
            return plain(json.loads(value))
        except ValueError:
            return value
    if isinstance(value, list):
        return json.dumps([plain(item) for item in value], ensure_ascii=False)
    return value


def in_order(rows):
    return sorted((tuple(plain(value) for value in row) for row in rows), key=repr)


def columns_of(database, name):
    return [row[1] for row in database.execute(f"PRAGMA table_info({name})")]


def query_of(office, name, columns):
    """The office's rows of a table or view, as one JSON list of lists, in one line."""
    whose = f"office = '{office}'" if name in VIEWS else f"office = (SELECT number FROM tarang.offices WHERE name = '{office}')"
    chosen = ", ".join(f'"{column}"' for column in columns)
    return f"(SELECT coalesce(json_agg(json_build_array({chosen})), '[]')::jsonb FROM tarang.{name} WHERE {whose})"


def assert_same(test, server, warehouse, office, path):
    """Every published table and view, and that the server's has no row more."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    columns = {name: columns_of(database, name) for name in VIEWS + TABLES}
    answers = server.sql(warehouse, "SELECT " + "\nUNION ALL SELECT ".join(query_of(office, name, columns[name]) for name in columns))
    for name, answer in zip(columns, answers.splitlines(), strict=True):
        here = in_order(database.execute("SELECT " + ", ".join(f'"{column}"' for column in columns[name]) + f" FROM {name}"))
        test.assertEqual(here, in_order(json.loads(answer)), name)
    database.close()
    names = server.rows(warehouse, "SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'tarang'"
                                   " AND column_name = 'office' AND table_name <> 'published'")
    test.assertEqual(set(columns) | {"activity_facts"}, {row["name"] for row in names}, "tables of the server that are not compared")
