-- Values made wrong on purpose, shown while a sample is checked, to see who notices. They never enter records, and go
-- when their sample ends; what stays is how many each person found.
CREATE TABLE sample_seeds (
    id       INTEGER PRIMARY KEY,
    sample   INTEGER NOT NULL REFERENCES samples (number),
    document TEXT NOT NULL,                             -- SHA-256
    activity TEXT NOT NULL,
    field    TEXT NOT NULL,
    text     TEXT NOT NULL,                             -- what is shown in the place of the field's own
    -- What somebody said of it; NULL: nobody did.
    at       TEXT,                                      -- UTC
    reviewer TEXT,
    kind     TEXT,                                      -- 'accept': it passed; else it was noticed
    answer   TEXT,                                      -- the text that was typed instead
    UNIQUE (document, activity, field)
) STRICT;
CREATE TABLE seed_shares (
    -- What ended samples tell of their checkers.
    sample   INTEGER NOT NULL REFERENCES samples (number),
    reviewer TEXT NOT NULL,
    seeds    INTEGER NOT NULL,                          -- made-up wrong values that this person decided about
    found    INTEGER NOT NULL,                          -- of these, not accepted
    PRIMARY KEY (sample, reviewer)
) STRICT, WITHOUT ROWID;
