-- A submission may come in several files: those of one archive. The archive's own number says which came together, and
-- which archive is the newer one.
ALTER TABLE submissions ADD COLUMN part_of INTEGER;     -- the archive's number in documents, which it may outlive
