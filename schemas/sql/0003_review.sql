-- Checking against the originals: what people decided, what was extracted before, and how good a lot was found.

CREATE TABLE corrections (
    -- A log that only grows. Records are made from the extraction and from this.
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    at        TEXT NOT NULL,                            -- UTC
    reviewer  TEXT NOT NULL,
    document  TEXT NOT NULL,                            -- SHA-256; stays when the document is forgotten
    kind      TEXT NOT NULL CHECK (kind IN ('accept', 'correct', 'unreadable', 'not_here', 'split', 'join', 'add', 'remove', 'undo',
                                                    'second')),
    activity  TEXT NOT NULL,                            -- key at the time; '': the document's own field
    field     TEXT NOT NULL,                            -- '': the whole record
    old_text  TEXT,                                     -- what was seen; NULL once the document is forgotten
    old_value TEXT,
    text      TEXT,                                     -- what stands on the paper, as the person says
    value     TEXT,                                     -- the typed value, where it does not follow from the text
    reason    TEXT,
    made_by   TEXT NOT NULL,                            -- program and engines that had read what was seen
    undoes    INTEGER REFERENCES corrections (number),
    CHECK ((kind = 'undo') = (undoes IS NOT NULL))
) STRICT;
CREATE INDEX corrections_by_document ON corrections (document);
CREATE TRIGGER corrections_stay BEFORE DELETE ON corrections BEGIN SELECT raise(ABORT, 'corrections are never removed'); END;
CREATE TRIGGER corrections_are_fixed BEFORE UPDATE ON corrections
    -- Only to forget a document's texts is allowed.
    WHEN NEW.number <> OLD.number OR NEW.at <> OLD.at OR NEW.reviewer <> OLD.reviewer OR NEW.document <> OLD.document
      OR NEW.kind <> OLD.kind OR NEW.undoes IS NOT OLD.undoes
      OR coalesce(NEW.old_text, NEW.old_value, NEW.text, NEW.value, NEW.reason) IS NOT NULL
    BEGIN SELECT raise(ABORT, 'corrections are never changed'); END;

CREATE TABLE correction_places (
    -- Where in print a correction holds on to, so that it is found again after a new reading.
    correction   INTEGER NOT NULL REFERENCES corrections (number),
    part         TEXT NOT NULL CHECK (part IN ('record', 'place')),
    position     INTEGER NOT NULL,
    page         INTEGER NOT NULL CHECK (page >= 1),
    x            REAL NOT NULL,
    y            REAL NOT NULL,
    width        REAL NOT NULL,
    height       REAL NOT NULL,
    quad         TEXT,
    raw          TEXT NOT NULL,
    table_row    INTEGER NOT NULL,
    table_column INTEGER NOT NULL,
    PRIMARY KEY (correction, part, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction_states (
    -- What became of each correction in today's reading. Made anew with the records.
    correction INTEGER PRIMARY KEY REFERENCES corrections (number),
    document   INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    fate       TEXT NOT NULL CHECK (fate IN ('applied', 'replaced', 'undone', 'displaced', 'contested')),
    activity   TEXT NOT NULL,                           -- key in today's records
    field      TEXT NOT NULL
) STRICT;
CREATE INDEX correction_states_by_activity ON correction_states (document, activity, field);

-- What was extracted from the documents that have corrections, as it was. The tables without "extracted_" hold what
-- stands today. Columns are the same and in the same order, since rows are copied as they are; a migration that
-- changes the one changes the other.
CREATE TABLE extracted_documents (
    -- Documents whose extraction is kept apart.
    document    INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    fiscal_year INTEGER
) STRICT;
CREATE TABLE extracted_activities (
    -- As activities.
    id INTEGER, document INTEGER, position INTEGER, key TEXT, number TEXT, strategy TEXT, project TEXT,
    period_start TEXT, period_end TEXT, quarters TEXT, budget_satang INTEGER, budget_stated TEXT, spent_satang
    INTEGER, spent_stated TEXT, status TEXT, steps_intro TEXT, quantitative TEXT, qualitative TEXT,
    table_index INTEGER, row_index INTEGER
) STRICT;
CREATE TABLE extracted_steps (
    -- As steps.
    activity INTEGER, position INTEGER, number TEXT, text TEXT
) STRICT;
CREATE TABLE extracted_other_rows (
    -- As other_rows.
    id INTEGER, document INTEGER, position INTEGER, kind TEXT, table_index INTEGER, row_index INTEGER
) STRICT;
CREATE TABLE extracted_fields (
    -- As fields.
    id INTEGER, document INTEGER, activity INTEGER, other_row INTEGER, kind TEXT, key TEXT, header TEXT,
    position INTEGER, text TEXT, source TEXT, confidence REAL, needs_review INTEGER, corrected INTEGER, folded
    TEXT
) STRICT;
CREATE TABLE extracted_fragments (
    -- As fragments.
    field INTEGER, position INTEGER, page INTEGER, x REAL, y REAL, width REAL, height REAL, quad TEXT, raw
    TEXT, table_row INTEGER, table_column INTEGER
) STRICT;
CREATE TABLE extracted_joins (
    -- As joins.
    document INTEGER, position INTEGER, activity TEXT, upper_page INTEGER, lower_page INTEGER, reason TEXT,
    confidence REAL
) STRICT;
CREATE TABLE extracted_findings (
    -- As findings.
    document INTEGER, position INTEGER, code TEXT, severity TEXT, activity TEXT, field TEXT, page INTEGER,
    region TEXT, arguments TEXT, message TEXT
) STRICT;
CREATE INDEX extracted_activities_by_document ON extracted_activities (document);
CREATE INDEX extracted_steps_by_activity ON extracted_steps (activity);
CREATE INDEX extracted_other_rows_by_document ON extracted_other_rows (document);
CREATE INDEX extracted_fields_by_document ON extracted_fields (document);
CREATE INDEX extracted_fragments_by_field ON extracted_fragments (field);
CREATE INDEX extracted_joins_by_document ON extracted_joins (document);
CREATE INDEX extracted_findings_by_document ON extracted_findings (document);

CREATE TABLE leases (
    -- Who has a record open. One that has run out counts for nothing.
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    activity TEXT NOT NULL,
    session  TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    until    INTEGER NOT NULL,                          -- seconds since 1970
    PRIMARY KEY (document, activity)
) STRICT, WITHOUT ROWID;

CREATE TABLE samples (
    -- Lots that were checked by sample (ISO 2859-1, general inspection level II, single sampling, normal inspection).
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    at       TEXT NOT NULL,                             -- UTC
    reviewer TEXT NOT NULL,
    seed     INTEGER NOT NULL,
    filter   TEXT NOT NULL,                             -- 'all', or 'document:SHA'
    aql      REAL NOT NULL,                             -- percent of wrong items that is still good
    lot      INTEGER NOT NULL,                          -- fields of untouched records
    letter   TEXT NOT NULL,                             -- code letter of the sample size
    accept   INTEGER NOT NULL,                          -- so many wrong ones at most
    -- Set once, when the last item was decided; what is corrected afterwards changes nothing here.
    ended_at TEXT,
    wrong    INTEGER,
    verdict  TEXT CHECK (verdict IN ('accepted', 'rejected')),
    low      REAL,                                      -- percent wrong in the lot: 95 % interval (Clopper-Pearson)
    high     REAL
) STRICT;
CREATE TABLE sample_items (
    sample   INTEGER NOT NULL REFERENCES samples (number),
    position INTEGER NOT NULL,
    document TEXT NOT NULL,                             -- SHA-256
    activity TEXT NOT NULL,
    field    TEXT NOT NULL,
    after    INTEGER NOT NULL,                          -- number of the newest correction when it was drawn
    PRIMARY KEY (sample, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX sample_items_by_field ON sample_items (document, activity, field);

CREATE VIEW correction_list AS
    -- What people decided, in order.
    SELECT c.number AS number, c.at AS at, c.reviewer AS reviewer, d.file_name AS file, c.kind AS kind, c.activity AS activity,
           c.field AS field, c.old_text AS old_text, c.text AS text, c.old_value AS old_value, c.value AS value,
           c.reason AS reason, s.fate AS fate
      FROM corrections c LEFT JOIN documents d ON d.sha256 = c.document LEFT JOIN correction_states s ON s.correction = c.number
     ORDER BY c.number;
