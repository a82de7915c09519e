-- Which archive a part of a submission came in: its number among the office's documents, which it may outlive.
ALTER TABLE submissions ADD COLUMN part_of bigint;
