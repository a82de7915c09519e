-- What real forms have beside a number, an activity and a budget; money by its parts; all tables of a document, of
-- activities or not; and places in office files, which have no pages.
DROP VIEW activity_list;
DROP VIEW document_list;

-- A budget may be the sum of printed parts. (A CHECK cannot be changed; the column is made anew, at the end.)
ALTER TABLE activities ADD COLUMN budget_said TEXT CHECK (budget_said IN ('amount', 'sum', 'none', 'unreadable'));
ALTER TABLE activities ADD COLUMN spent_said TEXT CHECK (spent_said IN ('amount', 'sum', 'none', 'unreadable'));
UPDATE activities SET budget_said = budget_stated, spent_said = spent_stated;
ALTER TABLE activities DROP COLUMN budget_stated;
ALTER TABLE activities DROP COLUMN spent_stated;
ALTER TABLE activities RENAME COLUMN budget_said TO budget_stated;
ALTER TABLE activities RENAME COLUMN spent_said TO spent_stated;
ALTER TABLE activities ADD COLUMN committed_satang INTEGER;   -- bound by contracts, not yet paid
ALTER TABLE activities ADD COLUMN committed_stated TEXT CHECK (committed_stated IN ('amount', 'sum', 'none', 'unreadable'));
ALTER TABLE activities ADD COLUMN remaining_satang INTEGER;
ALTER TABLE activities ADD COLUMN remaining_stated TEXT CHECK (remaining_stated IN ('amount', 'sum', 'none', 'unreadable'));
ALTER TABLE activities ADD COLUMN progress INTEGER;           -- hundredths of a percent
ALTER TABLE activities ADD COLUMN school_year INTEGER;        -- Buddhist era, of a school's term: then there are no days
ALTER TABLE activities ADD COLUMN term INTEGER CHECK (term BETWEEN 1 AND 3);
-- What was really done, where the form has it beside the plan.
ALTER TABLE activities ADD COLUMN actual_start TEXT;
ALTER TABLE activities ADD COLUMN actual_end TEXT;
ALTER TABLE activities ADD COLUMN actual_quarters TEXT;
ALTER TABLE activities ADD COLUMN actual_school_year INTEGER;
ALTER TABLE activities ADD COLUMN actual_term INTEGER;
ALTER TABLE activities ADD COLUMN actual_satang INTEGER;
ALTER TABLE activities ADD COLUMN actual_stated TEXT CHECK (actual_stated IN ('amount', 'sum', 'none', 'unreadable'));

CREATE TABLE amounts (
    -- Money in a column for one source, quarter, month or year. Its print is the column of the same header in fields.
    activity INTEGER NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    header   TEXT NOT NULL,                             -- JSON: outermost level first
    part_of  TEXT NOT NULL CHECK (part_of IN ('source', 'quarter', 'month', 'year', 'other')),
    year     INTEGER,                                   -- Buddhist era
    satang   INTEGER,
    stated   TEXT NOT NULL CHECK (stated IN ('amount', 'sum', 'none', 'unreadable')),
    PRIMARY KEY (activity, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE year_targets (
    -- Targets in columns for years, as printed.
    activity INTEGER NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    year     INTEGER NOT NULL,                          -- Buddhist era
    text     TEXT NOT NULL,
    PRIMARY KEY (activity, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE appearances (
    -- The same activity in another table of the document. Sums count it once.
    activity    INTEGER NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    table_index INTEGER NOT NULL,                       -- of that other table, from 0
    key         TEXT NOT NULL,                          -- of its record there
    PRIMARY KEY (activity, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tables (
    -- Every table of a document. What stands in one that is not of activities is in other_rows.
    document    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    table_index INTEGER NOT NULL,                       -- from 0: the export's "t3" is 2
    kind        TEXT NOT NULL CHECK (kind IN ('plan', 'report', 'spending', 'indicators', 'none')),
    form        TEXT NOT NULL,                          -- that explains it; 'general': its columns do; '' none
    code        TEXT,                                   -- what speaks for the kind: a message of findings
    arguments   TEXT NOT NULL,                          -- JSON: what stands in the message's gaps
    reason      TEXT NOT NULL,                          -- the message in Thai, for those who read here
    title       TEXT,                                   -- of the report that it belongs to
    agency      TEXT,
    fiscal_year INTEGER,                                -- Buddhist era
    header      TEXT NOT NULL,                          -- JSON: the path of each column, outermost level first
    regions     TEXT NOT NULL,                          -- JSON: its outline, one a page
    places      TEXT NOT NULL,                          -- JSON: of an office file
    PRIMARY KEY (document, table_index)
) STRICT, WITHOUT ROWID;

-- Letters that were not surely read, as JSON: [from, to, from, to, ...] in code points of the text.
ALTER TABLE fields ADD COLUMN unsure TEXT;

-- A value of an office file has a place instead of page and box.
CREATE TABLE placed_fragments (
    -- Every place that a field stands on, in page order. Corrections hold on to these.
    field     INTEGER NOT NULL REFERENCES fields (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    page      INTEGER CHECK (page >= 1),                -- NULL, and so the next five: of an office file
    x         REAL,
    y         REAL,
    width     REAL,
    height    REAL,
    quad      TEXT,            -- JSON: four corners as x, y; only where the print is not upright
    raw       TEXT NOT NULL,                            -- what the extractor gave
    table_row    INTEGER NOT NULL,                      -- position in the page's own grid
    table_column INTEGER NOT NULL,
    place     TEXT CHECK ((place IS NULL) = (page IS NOT NULL)),   -- JSON: ["sheet", sheet, row, column, rows, columns]
                                                        -- or ["table", table, row, column, paragraph], from 1
    PRIMARY KEY (field, position)
) STRICT;
INSERT INTO placed_fragments SELECT *, NULL FROM fragments;
DROP TABLE fragments;
ALTER TABLE placed_fragments RENAME TO fragments;

CREATE TABLE placed_corrections (
    -- Where in print a correction holds on to, so that it is found again after a new reading.
    correction   INTEGER NOT NULL REFERENCES corrections (number),
    part         TEXT NOT NULL CHECK (part IN ('record', 'place')),
    position     INTEGER NOT NULL,
    page         INTEGER CHECK (page >= 1),
    x            REAL,
    y            REAL,
    width        REAL,
    height       REAL,
    quad         TEXT,
    raw          TEXT NOT NULL,
    table_row    INTEGER NOT NULL,
    table_column INTEGER NOT NULL,
    place        TEXT CHECK ((place IS NULL) = (page IS NOT NULL)),
    PRIMARY KEY (correction, part, position)
) STRICT, WITHOUT ROWID;
INSERT INTO placed_corrections SELECT *, NULL FROM correction_places;
DROP TABLE correction_places;
ALTER TABLE placed_corrections RENAME TO correction_places;

-- The other edition has the same columns in the same order.
ALTER TABLE extracted_activities ADD COLUMN budget_said TEXT;
ALTER TABLE extracted_activities ADD COLUMN spent_said TEXT;
UPDATE extracted_activities SET budget_said = budget_stated, spent_said = spent_stated;
ALTER TABLE extracted_activities DROP COLUMN budget_stated;
ALTER TABLE extracted_activities DROP COLUMN spent_stated;
ALTER TABLE extracted_activities RENAME COLUMN budget_said TO budget_stated;
ALTER TABLE extracted_activities RENAME COLUMN spent_said TO spent_stated;
ALTER TABLE extracted_activities ADD COLUMN committed_satang INTEGER;
ALTER TABLE extracted_activities ADD COLUMN committed_stated TEXT;
ALTER TABLE extracted_activities ADD COLUMN remaining_satang INTEGER;
ALTER TABLE extracted_activities ADD COLUMN remaining_stated TEXT;
ALTER TABLE extracted_activities ADD COLUMN progress INTEGER;
ALTER TABLE extracted_activities ADD COLUMN school_year INTEGER;
ALTER TABLE extracted_activities ADD COLUMN term INTEGER;
ALTER TABLE extracted_activities ADD COLUMN actual_start TEXT;
ALTER TABLE extracted_activities ADD COLUMN actual_end TEXT;
ALTER TABLE extracted_activities ADD COLUMN actual_quarters TEXT;
ALTER TABLE extracted_activities ADD COLUMN actual_school_year INTEGER;
ALTER TABLE extracted_activities ADD COLUMN actual_term INTEGER;
ALTER TABLE extracted_activities ADD COLUMN actual_satang INTEGER;
ALTER TABLE extracted_activities ADD COLUMN actual_stated TEXT;
CREATE TABLE extracted_amounts (
    -- As amounts.
    activity INTEGER, position INTEGER, header TEXT, part_of TEXT, year INTEGER, satang INTEGER, stated TEXT
) STRICT;
CREATE TABLE extracted_year_targets (
    -- As year_targets.
    activity INTEGER, position INTEGER, year INTEGER, text TEXT
) STRICT;
CREATE TABLE extracted_appearances (
    -- As appearances.
    activity INTEGER, position INTEGER, table_index INTEGER, key TEXT
) STRICT;
ALTER TABLE extracted_fields ADD COLUMN unsure TEXT;
ALTER TABLE extracted_fragments ADD COLUMN place TEXT;
CREATE INDEX extracted_amounts_by_activity ON extracted_amounts (activity);
CREATE INDEX extracted_year_targets_by_activity ON extracted_year_targets (activity);
CREATE INDEX extracted_appearances_by_activity ON extracted_appearances (activity);

-- For people with the sqlite3 shell.

CREATE TABLE thai_table_kinds (kind TEXT PRIMARY KEY, thai TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO thai_table_kinds VALUES ('plan', 'แผน'), ('report', 'รายงานผล'), ('spending', 'การใช้จ่าย'), ('indicators', 'ตัวชี้วัด'),
    ('none', 'ไม่ใช่ตารางกิจกรรม');

CREATE VIEW document_submissions AS
    -- For which row of the manifest a document came; of several that of its own path, else the first.
    SELECT document, code, name, year, form
      FROM (SELECT s.document AS document, s.code AS code, e.name AS name, s.year AS year, s.form AS form,
                   row_number() OVER (PARTITION BY s.document ORDER BY s.path <> d.first_path, s.code, s.year, s.form) AS rank
              FROM submissions s JOIN documents d ON d.id = s.document JOIN expected e USING (code, year, form))
     WHERE rank = 1;

CREATE VIEW activity_list AS
    -- One row an activity of the current documents: dates in the Buddhist era, money in baht ('-' where the paper says
    -- that there is none, '?' where it could not be read), flags = fields to check against the original.
    SELECT d.file_name AS file,
           a.number AS number,
           (SELECT replace(text, char(10), ' ') FROM fields WHERE activity = a.id AND key = 'activity') AS activity,
           (SELECT CAST(substr(a.period_start, 9, 2) AS INTEGER) || ' ' || short || ' ' || (substr(a.period_start, 1, 4) + 543)
              FROM thai_months WHERE month = CAST(substr(a.period_start, 6, 2) AS INTEGER)) AS starts,
           (SELECT CAST(substr(a.period_end, 9, 2) AS INTEGER) || ' ' || short || ' ' || (substr(a.period_end, 1, 4) + 543)
              FROM thai_months WHERE month = CAST(substr(a.period_end, 6, 2) AS INTEGER)) AS ends,
           coalesce(trim(a.quarters, '[]'), 'ภาคเรียนที่ ' || a.term || '/' || a.school_year) AS quarters,
           CASE WHEN a.budget_stated = 'none' THEN '-' WHEN a.budget_stated = 'unreadable' THEN '?'
               WHEN a.budget_satang IS NOT NULL THEN printf('%s%,d.%02d', iif(a.budget_satang < 0, '-', ''),
                                                          abs(a.budget_satang) / 100, abs(a.budget_satang) % 100) END AS budget_baht,
           CASE WHEN a.spent_stated = 'none' THEN '-' WHEN a.spent_stated = 'unreadable' THEN '?'
               WHEN a.spent_satang IS NOT NULL THEN printf('%s%,d.%02d', iif(a.spent_satang < 0, '-', ''),
                                                          abs(a.spent_satang) / 100, abs(a.spent_satang) % 100) END AS spent_baht,
           (SELECT thai FROM thai_statuses WHERE status = a.status) AS status,
           (SELECT count(*) FROM fields WHERE activity = a.id AND needs_review) AS flags,
           (SELECT min(page) FROM fragments JOIN fields ON fields.id = field WHERE activity = a.id AND kind <> 'heading') AS page,
           a.strategy AS strategy,
           a.project AS project,
           a.progress / 100.0 AS percent,
           (SELECT replace(text, char(10), ' ') FROM fields WHERE activity = a.id AND key = 'responsible') AS responsible,
           't' || (a.table_index + 1) AS "table",
           (SELECT thai FROM tables JOIN thai_table_kinds USING (kind)
             WHERE document = a.document AND table_index = a.table_index) AS table_kind,
           (SELECT group_concat('t' || (table_index + 1), ' ') FROM appearances WHERE activity = a.id) AS also_in,
           (SELECT name FROM document_submissions WHERE document = d.id) AS submitted_by
      FROM activities a JOIN documents d ON d.id = a.document
     WHERE d.superseded_by IS NULL
     ORDER BY d.first_path, d.sha256, a.position;

CREATE VIEW document_list AS
    -- One row a document, superseded ones included.
    SELECT d.file_name AS file,
           iif(d.superseded_by IS NULL, d.state, 'superseded') AS state,
           d.code AS code,
           d.pages_read || '/' || d.page_count AS pages,
           d.activities AS activities,
           d.flagged AS flagged,
           d.fiscal_year AS fiscal_year,
           (SELECT replace(text, char(10), ' ') FROM fields WHERE document = d.id AND kind = 'document' AND key = 'title') AS title,
           (SELECT text FROM fields WHERE document = d.id AND kind = 'document' AND key = 'agency') AS agency,
           d.form AS form,
           d.seen_at AS seen_at,
           d.first_path AS path,
           d.reason AS reason,
           (SELECT count(*) FROM tables WHERE document = d.id) AS tables,
           (SELECT name FROM document_submissions WHERE document = d.id) AS submitted_by
      FROM documents d
     ORDER BY d.first_path, d.sha256;

CREATE VIEW table_list AS
    -- One row a table of the current documents: what it is, why, and how many activities it gave.
    SELECT d.file_name AS file,
           't' || (t.table_index + 1) AS "table",
           k.thai AS kind,
           t.form AS form,
           (SELECT count(*) FROM activities WHERE document = t.document AND table_index = t.table_index) AS activities,
           t.reason AS reason,
           t.title AS title,
           t.agency AS agency,
           t.fiscal_year AS fiscal_year
      FROM tables t JOIN documents d ON d.id = t.document JOIN thai_table_kinds k USING (kind)
     WHERE d.superseded_by IS NULL
     ORDER BY d.first_path, d.sha256, t.table_index;

CREATE VIEW amount_list AS
    -- One row a part of an activity's money, in baht.
    SELECT d.file_name AS file,
           a.number AS number,
           (SELECT group_concat(value, ' > ') FROM json_each(m.header)) AS header,
           m.part_of AS part_of,
           m.year AS year,
           CASE m.stated WHEN 'none' THEN '-' WHEN 'unreadable' THEN '?'
               ELSE printf('%s%,d.%02d', iif(m.satang < 0, '-', ''), abs(m.satang) / 100, abs(m.satang) % 100) END AS baht
      FROM amounts m JOIN activities a ON a.id = m.activity JOIN documents d ON d.id = a.document
     WHERE d.superseded_by IS NULL
     ORDER BY d.first_path, d.sha256, a.position, m.position;
