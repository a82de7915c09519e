-- Forms that people taught: they belong to the database, and each import into it tries them first.
CREATE TABLE taught_forms (
    -- A log that only grows: of a name the newest entry stands.
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at     TEXT NOT NULL,                               -- UTC
    by     TEXT NOT NULL,                               -- who taught or forgot it
    name   TEXT NOT NULL,
    toml   TEXT                                         -- the form's file; NULL: it was forgotten
) STRICT;
CREATE INDEX taught_forms_by_name ON taught_forms (name);
CREATE TRIGGER taught_forms_stay BEFORE DELETE ON taught_forms BEGIN SELECT raise(ABORT, 'taught forms are never removed'); END;

CREATE VIEW form_list AS
    -- The forms that stand: who taught them, when, and how many documents were read with them.
    SELECT f.name AS name, f.at AS at, f.by AS by,
           (SELECT count(*) FROM documents WHERE form = f.name AND superseded_by IS NULL) AS documents
      FROM taught_forms f
     WHERE f.toml IS NOT NULL AND f.number = (SELECT max(number) FROM taught_forms WHERE name = f.name)
     ORDER BY f.name;
