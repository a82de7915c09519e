-- The views of the SQLite database, under the same names and with the same columns, after the office's name. Rows come in
-- no order: who asks says in which.

CREATE FUNCTION thai_date(day date) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT extract(day FROM day)::integer || ' '
        || (ARRAY['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'])[extract(month FROM day)::integer]
        || ' ' || (extract(year FROM day)::integer + 543)
$$;
COMMENT ON FUNCTION thai_date IS 'A day in the Buddhist era: 1 มี.ค. 2562';

-- A product is exact, a quotient has sixteen digits.
CREATE FUNCTION baht(satang bigint, stated text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN stated = 'none' THEN '-' WHEN stated = 'unreadable' THEN '?'
                ELSE to_char(satang * 0.01, 'FM99,999,999,999,999,990.00') END
$$;
COMMENT ON FUNCTION baht IS 'Money for people: - where the paper says that there is none, ? where it could not be read.';

CREATE TABLE thai_statuses (status text PRIMARY KEY, thai text NOT NULL);
INSERT INTO thai_statuses VALUES ('completed', 'ดำเนินการแล้ว'), ('in_progress', 'กำลังดำเนินการ'),
    ('not_started', 'ยังไม่ดำเนินการ'), ('cancelled', 'ยกเลิก'), ('unknown', 'ไม่ทราบ');
CREATE TABLE thai_table_kinds (kind text PRIMARY KEY, thai text NOT NULL);
INSERT INTO thai_table_kinds VALUES ('plan', 'แผน'), ('report', 'รายงานผล'), ('spending', 'การใช้จ่าย'), ('indicators', 'ตัวชี้วัด'),
    ('none', 'ไม่ใช่ตารางกิจกรรม');

CREATE VIEW document_submissions AS
    SELECT office, document, code, name, year, form
      FROM (SELECT s.office, s.document, s.code, e.name, s.year, s.form,
                   row_number() OVER (PARTITION BY s.office, s.document
                                      ORDER BY s.path <> d.first_path, s.code COLLATE "C", s.year, s.form COLLATE "C") AS rank
              FROM submissions s JOIN documents d ON d.office = s.office AND d.id = s.document
              JOIN expected e ON e.office = s.office AND e.code = s.code AND e.year = s.year AND e.form = s.form) ranked
     WHERE rank = 1;
COMMENT ON VIEW document_submissions IS 'For which row of the manifest a document came. office is the office''s number here.';

CREATE VIEW activity_list AS
    SELECT o.name AS office,
           d.file_name AS file,
           a.number AS number,
           (SELECT replace(text, chr(10), ' ') FROM fields
             WHERE office = a.office AND document = a.document AND activity = a.id AND key = 'activity' LIMIT 1) AS activity,
           thai_date(a.period_start) AS starts,
           thai_date(a.period_end) AS ends,
           coalesce(translate(a.quarters::text, '[] ', ''), 'ภาคเรียนที่ ' || a.term || '/' || a.school_year) AS quarters,
           baht(a.budget_satang, a.budget_stated) AS budget_baht,
           baht(a.spent_satang, a.spent_stated) AS spent_baht,
           s.thai AS status,
           (SELECT count(*) FROM fields WHERE office = a.office AND document = a.document AND activity = a.id AND needs_review) AS flags,
           (SELECT min(page) FROM fragments p JOIN fields f ON f.office = p.office AND f.document = p.document AND f.id = p.field
             WHERE f.office = a.office AND f.document = a.document AND f.activity = a.id AND f.kind <> 'heading') AS page,
           a.strategy AS strategy,
           a.project AS project,
           a.progress * 0.01 AS percent,
           (SELECT replace(text, chr(10), ' ') FROM fields
             WHERE office = a.office AND document = a.document AND activity = a.id AND key = 'responsible' LIMIT 1) AS responsible,
           't' || (a.table_index + 1) AS "table",
           k.thai AS table_kind,
           (SELECT string_agg('t' || (table_index + 1), ' ' ORDER BY position) FROM appearances
             WHERE office = a.office AND document = a.document AND activity = a.id) AS also_in,
           (SELECT name FROM document_submissions WHERE office = a.office AND document = a.document) AS submitted_by
      FROM activities a JOIN documents d ON d.office = a.office AND d.id = a.document JOIN offices o ON o.number = a.office
      LEFT JOIN thai_statuses s ON s.status = a.status
      LEFT JOIN tables t ON t.office = a.office AND t.document = a.document AND t.table_index = a.table_index
      LEFT JOIN thai_table_kinds k ON k.kind = t.kind
     WHERE d.superseded_by IS NULL;
COMMENT ON VIEW activity_list IS 'One row an activity of the current documents, for people: dates in the Buddhist era, money as text.';

CREATE VIEW activity_facts AS
    SELECT o.name AS office,
           d.file_name AS file,
           d.sha256 AS sha256,
           a.key AS key,
           a.number AS number,
           (SELECT replace(text, chr(10), ' ') FROM fields
             WHERE office = a.office AND document = a.document AND activity = a.id AND key = 'activity' LIMIT 1) AS activity,
           t.kind AS kind,
           coalesce(t.fiscal_year, d.fiscal_year) AS fiscal_year,
           a.strategy AS strategy,
           translate(lower(regexp_replace(a.strategy, '\s', '', 'g')), '๐๑๒๓๔๕๖๗๘๙', '0123456789') AS strategy_key,
           a.project AS project,
           a.status AS status,
           a.period_start AS starts,
           a.period_end AS ends,
           a.budget_satang * 0.01 AS budget,
           a.spent_satang * 0.01 AS spent,
           a.committed_satang * 0.01 AS committed,
           a.remaining_satang * 0.01 AS remaining,
           a.progress * 0.01 AS percent,
           EXISTS (SELECT FROM fields WHERE office = a.office AND document = a.document AND activity = a.id AND needs_review) AS flagged,
           coalesce(t.agency, (SELECT text FROM fields WHERE office = a.office AND document = a.document AND activity IS NULL
                                  AND kind = 'document' AND key = 'agency' LIMIT 1)) AS agency,
           (SELECT code FROM document_submissions WHERE office = a.office AND document = a.document) AS submitted_code,
           (SELECT name FROM document_submissions WHERE office = a.office AND document = a.document) AS submitted_by
      FROM activities a JOIN documents d ON d.office = a.office AND d.id = a.document JOIN offices o ON o.number = a.office
      LEFT JOIN tables t ON t.office = a.office AND t.document = a.document AND t.table_index = a.table_index
     WHERE d.superseded_by IS NULL AND d.state IN ('done', 'partial')
       AND NOT EXISTS (SELECT FROM appearances p JOIN tables u ON u.office = p.office AND u.document = p.document
                          AND u.table_index = p.table_index
                        WHERE p.office = a.office AND p.document = a.document AND p.activity = a.id
                          AND p.table_index < a.table_index AND u.kind = t.kind);
COMMENT ON VIEW activity_facts IS 'For sums: each activity once within a kind of table, money as numbers in baht, days as dates. Never add up plan and report: they tell of the same money.';
COMMENT ON COLUMN activity_facts.strategy_key IS 'The strategy without spaces, its digits 0-9: to group what is spelled differently.';
COMMENT ON COLUMN activity_facts.budget IS 'Baht; NULL: none, blank or not readable. Never zero for what is not known.';

CREATE VIEW document_list AS
    SELECT o.name AS office,
           d.file_name AS file,
           CASE WHEN d.superseded_by IS NULL THEN d.state ELSE 'superseded' END AS state,
           d.code AS code,
           d.pages_read || '/' || d.page_count AS pages,
           d.activities AS activities,
           d.flagged AS flagged,
           d.fiscal_year AS fiscal_year,
           (SELECT replace(text, chr(10), ' ') FROM fields WHERE office = d.office AND document = d.id AND activity IS NULL
               AND kind = 'document' AND key = 'title' LIMIT 1) AS title,
           (SELECT text FROM fields WHERE office = d.office AND document = d.id AND activity IS NULL
               AND kind = 'document' AND key = 'agency' LIMIT 1) AS agency,
           d.form AS form,
           d.seen_at AS seen_at,
           d.first_path AS path,
           d.reason AS reason,
           (SELECT count(*) FROM tables WHERE office = d.office AND document = d.id) AS tables,
           (SELECT name FROM document_submissions WHERE office = d.office AND document = d.id) AS submitted_by
      FROM documents d JOIN offices o ON o.number = d.office;
COMMENT ON VIEW document_list IS 'One row a document, superseded ones included.';

CREATE VIEW table_list AS
    SELECT o.name AS office,
           d.file_name AS file,
           't' || (t.table_index + 1) AS "table",
           k.thai AS kind,
           t.form AS form,
           (SELECT count(*) FROM activities WHERE office = t.office AND document = t.document AND table_index = t.table_index) AS activities,
           t.reason AS reason,
           t.title AS title,
           t.agency AS agency,
           t.fiscal_year AS fiscal_year
      FROM tables t JOIN documents d ON d.office = t.office AND d.id = t.document JOIN offices o ON o.number = t.office
      JOIN thai_table_kinds k ON k.kind = t.kind
     WHERE d.superseded_by IS NULL;
COMMENT ON VIEW table_list IS 'One row a table of the current documents: what it is, why, and how many activities it gave.';

CREATE VIEW amount_list AS
    SELECT o.name AS office,
           d.file_name AS file,
           a.number AS number,
           (SELECT string_agg(level, ' > ' ORDER BY place) FROM jsonb_array_elements_text(m.header) WITH ORDINALITY AS h (level, place)) AS header,
           m.part_of AS part_of,
           m.year AS year,
           baht(m.satang, m.stated) AS baht
      FROM amounts m JOIN activities a ON a.office = m.office AND a.document = m.document AND a.id = m.activity
      JOIN documents d ON d.office = a.office AND d.id = a.document JOIN offices o ON o.number = m.office
     WHERE d.superseded_by IS NULL;
COMMENT ON VIEW amount_list IS 'One row a part of an activity''s money: by source, quarter, month or year.';

CREATE VIEW submission_list AS
    SELECT o.name AS office,
           e.code AS code,
           e.name AS name,
           e.year AS year,
           e.form AS form,
           d.file_name AS file,
           CASE WHEN d.id IS NULL THEN 'missing' WHEN d.superseded_by IS NULL THEN d.state ELSE 'superseded' END AS state,
           d.code AS verdict,
           CASE WHEN s.path = d.first_path THEN NULL ELSE d.first_path END AS same_content_as
      FROM expected e JOIN offices o ON o.number = e.office
      LEFT JOIN submissions s ON s.office = e.office AND s.code = e.code AND s.year = e.year AND s.form = e.form
      LEFT JOIN documents d ON d.office = s.office AND d.id = s.document;
COMMENT ON VIEW submission_list IS 'One row for each submission that is due: what came, or that nothing did.';

CREATE VIEW form_list AS
    SELECT o.name AS office,
           f.name AS name,
           f.at AS at,
           f.by AS by,
           (SELECT count(*) FROM documents WHERE office = f.office AND form = f.name AND superseded_by IS NULL) AS documents
      FROM taught_forms f JOIN offices o ON o.number = f.office
     WHERE f.toml IS NOT NULL AND f.number = (SELECT max(number) FROM taught_forms WHERE office = f.office AND name = f.name);
COMMENT ON VIEW form_list IS 'The forms that people taught and that stand.';

CREATE VIEW flag_list AS
    SELECT o.name AS office,
           d.file_name AS file,
           (SELECT number FROM activities WHERE office = f.office AND document = f.document AND key = f.activity LIMIT 1) AS number,
           f.field AS field,
           f.page AS page,
           f.severity AS severity,
           f.code AS code,
           f.message AS message
      FROM findings f JOIN documents d ON d.office = f.office AND d.id = f.document JOIN offices o ON o.number = f.office
     WHERE d.superseded_by IS NULL AND f.severity <> 'info';
COMMENT ON VIEW flag_list IS 'What awaits a person: every warning and error of the current documents.';

CREATE VIEW correction_list AS
    SELECT o.name AS office,
           c.number AS number, c.at AS at, c.reviewer AS reviewer, d.file_name AS file, c.kind AS kind, c.activity AS activity,
           c.field AS field, c.old_text AS old_text, c.text AS text, c.old_value AS old_value, c.value AS value,
           c.reason AS reason, s.fate AS fate
      FROM corrections c JOIN offices o ON o.number = c.office
      LEFT JOIN documents d ON d.office = c.office AND d.sha256 = c.document
      LEFT JOIN correction_states s ON s.office = c.office AND s.document = d.id AND s.correction = c.number;
COMMENT ON VIEW correction_list IS 'What people decided, and what became of it.';
