-- The search index knows which documents have a trigram, not which fields, and takes the texts of many documents at once:
-- most trigrams come in all of them. Whoever searches asks for all trigrams of a word, and then looks into the texts of
-- the documents that have them or that the index does not have yet.
DROP TABLE search;
CREATE TABLE search_texts (
    -- What the index is given: folded texts (no spaces, digits 0-9, lower case), of which only as much is kept as has
    -- trigrams that did not come before in the row; spaces stand for what is left out. A document's first row comes with
    -- its records, further ones with what decisions change. What these replace stays until the document is read again;
    -- it only makes a look into the document vain.
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    folded   TEXT NOT NULL
) STRICT;
CREATE INDEX search_texts_by_document ON search_texts (document);
INSERT INTO search_texts (document, folded) SELECT document, group_concat(folded, ' ') FROM fields GROUP BY document;
CREATE TABLE search_indexed (
    -- One row: the index has the texts up to this id.
    upto INTEGER NOT NULL
) STRICT;
INSERT INTO search_indexed SELECT coalesce(max(id), 0) FROM search_texts;
CREATE VIRTUAL TABLE search USING fts5 (folded, content = 'search_texts', content_rowid = 'id',
    tokenize = 'trigram case_sensitive 1', detail = none, columnsize = 0);
INSERT INTO search (search) VALUES ('rebuild');
ALTER TABLE fields DROP COLUMN folded;
ALTER TABLE extracted_fields DROP COLUMN folded;

-- A field belongs to an activity, to another row or to neither: it stands only in the index of what it belongs to.
DROP INDEX fields_by_activity;
CREATE INDEX fields_by_activity ON fields (activity, key) WHERE activity IS NOT NULL;
DROP INDEX fields_by_row;
CREATE INDEX fields_by_row ON fields (other_row) WHERE other_row IS NOT NULL;
