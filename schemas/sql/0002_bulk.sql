-- What a bulk import adds: what was decided about documents and can be taken back, and who is expected to submit.

CREATE TABLE history (
    -- Decisions in their order. `tarang undo` takes one back by its number. Hashes stay when a document is forgotten.
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    at        TEXT NOT NULL,                            -- UTC
    kind      TEXT NOT NULL CHECK (kind IN ('superseded', 'duplicate', 'forgotten', 'undone')),
    document  TEXT NOT NULL,                            -- SHA-256: the older version, the duplicate's content, what was forgotten
    other     TEXT,                                     -- SHA-256 of the newer version
    path      TEXT,                                     -- where a duplicate came; NULL once forgotten
    was       TEXT,                                     -- the document's own path before a duplicate's was made that; NULL: it was not
    undoes    INTEGER REFERENCES history (number),      -- the decision that this one takes back
    undone_by INTEGER REFERENCES history (number),      -- NULL: it stands
    CHECK ((kind = 'undone') = (undoes IS NOT NULL))
) STRICT;
CREATE INDEX history_by_document ON history (document, kind);

CREATE TABLE expected (
    -- The manifest: one row for each submission that is due.
    code TEXT NOT NULL,                                 -- the school's
    year INTEGER NOT NULL,                              -- Buddhist era
    form TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (code, year, form)
) STRICT, WITHOUT ROWID;

CREATE TABLE submissions (
    -- Which documents came for which row of the manifest. Documents with one code, year and form are versions.
    code     TEXT NOT NULL,
    year     INTEGER NOT NULL,
    form     TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    path     TEXT NOT NULL,
    PRIMARY KEY (code, year, form, document, path),
    FOREIGN KEY (code, year, form) REFERENCES expected (code, year, form)
) STRICT, WITHOUT ROWID;
CREATE INDEX submissions_by_document ON submissions (document);

CREATE VIEW submission_list AS
    -- One row for each submission that is due: what came, or that nothing did.
    SELECT e.code AS code,
           e.name AS name,
           e.year AS year,
           e.form AS form,
           d.file_name AS file,
           iif(d.id IS NULL, 'missing', iif(d.superseded_by IS NULL, d.state, 'superseded')) AS state,
           d.code AS verdict,
           iif(s.path = d.first_path, NULL, d.first_path) AS same_content_as
      FROM expected e LEFT JOIN submissions s USING (code, year, form) LEFT JOIN documents d ON d.id = s.document
     ORDER BY e.code, e.year, e.form, d.id;
