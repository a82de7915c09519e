-- The database's first form. The comments stand inside the brackets, so that `.schema` in the sqlite3 shell shows them.
-- Start with: SELECT * FROM document_list;   SELECT * FROM activity_list;   SELECT * FROM flag_list;
-- Money is in satang (hundredths of a baht), dates are ISO 8601 in the common era, lengths are PDF points (1/72 inch)
-- from the top left corner of the page as displayed, pages count from 1 by their position in the file.

CREATE TABLE documents (
    -- One row a document. Its identity is its content; the file's name decides nothing.
    id            INTEGER PRIMARY KEY AUTOINCREMENT,   -- place in the ledger: the newer of two has the larger
    sha256        TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    size          INTEGER NOT NULL CHECK (size >= 0),  -- bytes
    first_path    TEXT NOT NULL,                       -- bytes of a path that are no UTF-8 stand as \xHH
    file_name     TEXT NOT NULL,
    seen_at       TEXT NOT NULL,                       -- UTC
    state         TEXT NOT NULL CHECK (state IN ('reading', 'done', 'partial', 'failed', 'quarantined')),
    code          TEXT CHECK ((code IS NULL) = (state = 'reading')),
    reason        TEXT NOT NULL DEFAULT '',
    superseded_by INTEGER REFERENCES documents (id) ON DELETE SET NULL,   -- the next newer version
    page_count    INTEGER,
    pages_read    INTEGER,
    activities    INTEGER NOT NULL DEFAULT 0,
    flagged       INTEGER NOT NULL DEFAULT 0,          -- fields that await a person
    seconds       REAL NOT NULL DEFAULT 0,
    fiscal_year   INTEGER,                             -- Buddhist era; the printed text is in fields
    -- What made the records, so that each can be traced to its makers.
    program       TEXT NOT NULL DEFAULT '',
    engines       TEXT NOT NULL DEFAULT '',
    options       TEXT NOT NULL DEFAULT '',
    form          TEXT NOT NULL DEFAULT '',            -- report form; '' where none fits
    form_hash     TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX documents_by_first_path ON documents (first_path);
CREATE INDEX documents_by_newer ON documents (superseded_by);

CREATE TABLE paths (
    -- Every path that a document was seen at. The first makes versions, the others are duplicates.
    path       TEXT NOT NULL,
    document   INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    first_seen TEXT NOT NULL,
    last_seen  TEXT NOT NULL,
    PRIMARY KEY (path, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX paths_by_document ON paths (document);

CREATE TABLE attempts (
    -- Every reading that was begun. One without an end was interrupted.
    document   INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    ended_at   TEXT,
    program    TEXT NOT NULL,
    engines    TEXT NOT NULL,
    options    TEXT NOT NULL,
    code       TEXT,
    reason     TEXT,
    seconds    REAL,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE page_cache (
    -- Page results as the workers gave them; only this program reads them.
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    page     INTEGER NOT NULL CHECK (page >= 1),
    engines  TEXT NOT NULL,
    options  TEXT NOT NULL,
    result   BLOB NOT NULL,
    UNIQUE (document, page)
) STRICT;

CREATE TABLE pages (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    page     INTEGER NOT NULL CHECK (page >= 1),
    width    REAL NOT NULL,
    height   REAL NOT NULL,
    turned   INTEGER NOT NULL,                          -- degrees clockwise that a scan was turned
    source   TEXT CHECK (source IN ('text_layer', 'ocr', 'person')),   -- NULL: the page was not read
    layer    TEXT NOT NULL CHECK (layer IN ('none', 'good', 'repaired', 'unusable')),
    PRIMARY KEY (document, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE activities (
    -- One row an activity, with its typed values. The printed texts are in fields.
    id              INTEGER PRIMARY KEY,
    document        INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    key             TEXT NOT NULL,                      -- stable in the document: the export's id
    number          TEXT NOT NULL,                      -- digits folded to 0-9
    strategy        TEXT,
    project         TEXT,
    period_start    TEXT,                               -- first day
    period_end      TEXT,                               -- last day
    quarters        TEXT,  -- of the fiscal year, as JSON: '[3,4]'; NULL: none printed
    budget_satang   INTEGER,
    budget_stated   TEXT CHECK (budget_stated IN ('amount', 'none', 'unreadable')),   -- NULL: blank
    spent_satang    INTEGER,
    spent_stated    TEXT CHECK (spent_stated IN ('amount', 'none', 'unreadable')),
    status          TEXT CHECK (status IN ('completed', 'in_progress', 'not_started', 'cancelled', 'unknown')),
    steps_intro     TEXT,                               -- what stands before the first step
    quantitative    TEXT,                               -- the target's two kinds
    qualitative     TEXT,
    table_index     INTEGER NOT NULL,
    row_index       INTEGER NOT NULL,
    UNIQUE (document, key),
    UNIQUE (document, position)
) STRICT;

CREATE TABLE steps (
    activity INTEGER NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    number   TEXT,                                      -- without its marker; NULL for a text without markers
    text     TEXT NOT NULL,
    PRIMARY KEY (activity, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE other_rows (
    -- Rows of the tables that are no activity: totals, section rows, signatures.
    id          INTEGER PRIMARY KEY,
    document    INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('total', 'section', 'signature', 'other')),
    table_index INTEGER NOT NULL,
    row_index   INTEGER NOT NULL,
    UNIQUE (document, position)
) STRICT;

CREATE TABLE fields (
    -- Every printed value, whatever it belongs to: of the document (title, agency, fiscal_year), a column of the
    -- form, a column that the form does not know, a heading over an activity, a cell of another row.
    id           INTEGER PRIMARY KEY,
    document     INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    activity     INTEGER REFERENCES activities (id) ON DELETE CASCADE,
    other_row    INTEGER REFERENCES other_rows (id) ON DELETE CASCADE,
    kind         TEXT NOT NULL CHECK (kind IN ('document', 'column', 'extra', 'heading', 'cell')),
    key          TEXT,                                  -- 'period', 'title', ...
    header       TEXT,       -- JSON: printed header of an unknown column, outermost level first
    position     INTEGER NOT NULL,                      -- order among its kind
    text         TEXT NOT NULL,                         -- what stands on the paper, repaired
    source       TEXT NOT NULL CHECK (source IN ('text_layer', 'ocr', 'person')),
    confidence   REAL NOT NULL,
    needs_review INTEGER NOT NULL CHECK (needs_review IN (0, 1)),
    corrected    INTEGER NOT NULL CHECK (corrected IN (0, 1)),
    folded       TEXT NOT NULL,                         -- the text as it is searched: no spaces, digits 0-9, lower case
    CHECK ((kind IN ('column', 'extra', 'heading')) = (activity IS NOT NULL)),
    CHECK ((kind = 'cell') = (other_row IS NOT NULL)),
    CHECK ((kind IN ('document', 'column')) = (key IS NOT NULL)),
    CHECK ((kind = 'extra') = (header IS NOT NULL))
) STRICT;
CREATE INDEX fields_by_document ON fields (document);
CREATE INDEX fields_by_activity ON fields (activity, key);
CREATE INDEX fields_by_row ON fields (other_row);

CREATE TABLE fragments (
    -- Every place that a field stands on, in page order. Corrections will hold on to these.
    field     INTEGER NOT NULL REFERENCES fields (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    page      INTEGER NOT NULL CHECK (page >= 1),
    x         REAL NOT NULL,
    y         REAL NOT NULL,
    width     REAL NOT NULL,
    height    REAL NOT NULL,
    quad      TEXT,            -- JSON: four corners as x, y; only where the print is not upright
    raw       TEXT NOT NULL,                            -- what the extractor gave
    table_row    INTEGER NOT NULL,                      -- position in the page's own grid
    table_column INTEGER NOT NULL,
    PRIMARY KEY (field, position)
) STRICT;

CREATE TABLE joins (
    -- Every seam where a page break cut a row that was made whole again.
    document   INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    activity   TEXT,                                    -- key of the activity; NULL for another row
    upper_page INTEGER NOT NULL CHECK (upper_page >= 1),
    lower_page INTEGER NOT NULL CHECK (lower_page >= 1),
    reason     TEXT NOT NULL,
    confidence REAL NOT NULL,
    PRIMARY KEY (document, position),
    FOREIGN KEY (document, activity) REFERENCES activities (document, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX joins_by_activity ON joins (document, activity);

CREATE TABLE findings (
    -- What a stage noticed. The message is made from code and arguments, in the reader's language.
    document  INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL,
    code      TEXT NOT NULL,
    severity  TEXT NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
    activity  TEXT,                                     -- key of the activity
    field     TEXT,                                     -- export name of the field that is flagged
    page      INTEGER CHECK (page >= 1),
    region    TEXT,          -- JSON: page, x, y, width, height, and 8 more for corners
    arguments TEXT NOT NULL,                            -- JSON: what stands in the message's gaps
    message   TEXT NOT NULL,                            -- in Thai, for those who read here
    PRIMARY KEY (document, position),
    FOREIGN KEY (document, activity) REFERENCES activities (document, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX findings_by_activity ON findings (document, activity);
CREATE INDEX findings_by_code ON findings (code);

-- Search over any part of a word: unicode61 finds nothing in unspaced Thai, trigrams do. Whoever writes or removes
-- fields does the same here, for a whole document in one statement: a trigger would make FTS5 write its index to the
-- disk for every single field.
CREATE VIRTUAL TABLE search USING fts5 (folded, content = 'fields', content_rowid = 'id', tokenize = 'trigram');

-- For people with the sqlite3 shell.

CREATE TABLE thai_months (month INTEGER PRIMARY KEY, short TEXT NOT NULL) STRICT;
INSERT INTO thai_months VALUES (1, 'ม.ค.'), (2, 'ก.พ.'), (3, 'มี.ค.'), (4, 'เม.ย.'), (5, 'พ.ค.'), (6, 'มิ.ย.'),
    (7, 'ก.ค.'), (8, 'ส.ค.'), (9, 'ก.ย.'), (10, 'ต.ค.'), (11, 'พ.ย.'), (12, 'ธ.ค.');

CREATE TABLE thai_statuses (status TEXT PRIMARY KEY, thai TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO thai_statuses VALUES ('completed', 'ดำเนินการแล้ว'), ('in_progress', 'กำลังดำเนินการ'),
    ('not_started', 'ยังไม่ดำเนินการ'), ('cancelled', 'ยกเลิก'), ('unknown', 'ไม่ทราบ');

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
           trim(a.quarters, '[]') AS quarters,
           CASE a.budget_stated WHEN 'none' THEN '-' WHEN 'unreadable' THEN '?'
               WHEN 'amount' THEN printf('%s%,d.%02d', iif(a.budget_satang < 0, '-', ''), abs(a.budget_satang) / 100,
                                         abs(a.budget_satang) % 100) END AS budget_baht,
           CASE a.spent_stated WHEN 'none' THEN '-' WHEN 'unreadable' THEN '?'
               WHEN 'amount' THEN printf('%s%,d.%02d', iif(a.spent_satang < 0, '-', ''), abs(a.spent_satang) / 100,
                                         abs(a.spent_satang) % 100) END AS spent_baht,
           (SELECT thai FROM thai_statuses WHERE status = a.status) AS status,
           (SELECT count(*) FROM fields WHERE activity = a.id AND needs_review) AS flags,
           (SELECT min(page) FROM fragments JOIN fields ON fields.id = field WHERE activity = a.id AND kind <> 'heading') AS page,
           a.strategy AS strategy,
           a.project AS project
      FROM activities a JOIN documents d ON d.id = a.document
     WHERE d.superseded_by IS NULL
     ORDER BY d.id, a.position;

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
           d.reason AS reason
      FROM documents d
     ORDER BY d.id;

CREATE VIEW flag_list AS
    -- What awaits a person: every warning and error of the current documents.
    SELECT d.file_name AS file,
           (SELECT number FROM activities WHERE document = f.document AND key = f.activity) AS number,
           f.field AS field,
           f.page AS page,
           f.severity AS severity,
           f.code AS code,
           f.message AS message
      FROM findings f JOIN documents d ON d.id = f.document
     WHERE d.superseded_by IS NULL AND f.severity <> 'info'
     ORDER BY d.id, f.position;
