-- Who may check on a server that several people share, each with a link of their own.
CREATE TABLE reviewers (
    number     INTEGER PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,                    -- as it stands in the log of corrections
    token      TEXT UNIQUE,                             -- SHA-256 of the secret in the link; NULL: revoked
    added_at   TEXT NOT NULL,                           -- UTC; when this link was made
    revoked_at TEXT                                     -- UTC; NULL: the link stands
) STRICT;
