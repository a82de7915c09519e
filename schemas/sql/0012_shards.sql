-- Batches that are shared out among machines: in which order the whole list names what each of them saw.
CREATE TABLE batches (
    -- A list of files of which each machine reads its part (`--shard`).
    id    INTEGER PRIMARY KEY,
    list  TEXT NOT NULL UNIQUE,                         -- SHA-256 of the names on it
    began TEXT NOT NULL                                 -- UTC: when the first of its files was seen
) STRICT;
-- As the document was first seen at the path; NULL: not in a part of a batch.
ALTER TABLE paths ADD COLUMN batch INTEGER REFERENCES batches (id);
ALTER TABLE paths ADD COLUMN place INTEGER;             -- of the file in the whole list, from 0
