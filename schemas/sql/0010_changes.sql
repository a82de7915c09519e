-- What a server has to be told. Each change of what is published of a document gives it a new stamp, at random: a server
-- that has another stamp, newer or older, has other rows. A counter would come to the same number twice where a backup
-- is brought back. The triggers know every way in which rows change: whoever writes a document's records, or what people
-- decided about it, writes its row in documents in the same transaction.
CREATE TABLE changes (
    -- One row for each content, and one for each of the lists that belong to no document.
    subject TEXT PRIMARY KEY,                           -- SHA-256 of a document; 'manifest': expected; 'forms': taught_forms
    stamp   INTEGER NOT NULL                            -- random, new with each change
) STRICT, WITHOUT ROWID;

CREATE TABLE identity (
    -- One row once the database was published: a backup that is brought back is the same database, another office's is not.
    id TEXT NOT NULL                                    -- 32 random hexadecimal digits
) STRICT;

INSERT INTO changes SELECT sha256, random() FROM documents;
INSERT INTO changes SELECT DISTINCT document, random() FROM corrections WHERE true ON CONFLICT DO NOTHING;
INSERT INTO changes SELECT 'manifest', random() WHERE EXISTS (SELECT 1 FROM expected);
INSERT INTO changes SELECT 'forms', random() WHERE EXISTS (SELECT 1 FROM taught_forms);

CREATE TRIGGER document_added AFTER INSERT ON documents BEGIN
    INSERT INTO changes VALUES (NEW.sha256, random()) ON CONFLICT DO UPDATE SET stamp = excluded.stamp;
END;
CREATE TRIGGER document_changed AFTER UPDATE ON documents BEGIN
    INSERT INTO changes VALUES (NEW.sha256, random()) ON CONFLICT DO UPDATE SET stamp = excluded.stamp;
END;
CREATE TRIGGER document_forgotten AFTER DELETE ON documents BEGIN
    -- What stays of its decisions (who, when, of which kind) is published on.
    DELETE FROM changes WHERE subject = OLD.sha256 AND NOT EXISTS (SELECT 1 FROM corrections WHERE document = OLD.sha256);
    UPDATE changes SET stamp = random() WHERE subject = OLD.sha256;
END;
CREATE TRIGGER correction_added AFTER INSERT ON corrections BEGIN
    INSERT INTO changes VALUES (NEW.document, random()) ON CONFLICT DO UPDATE SET stamp = excluded.stamp;
END;
CREATE TRIGGER correction_forgotten AFTER UPDATE ON corrections BEGIN
    INSERT INTO changes VALUES (NEW.document, random()) ON CONFLICT DO UPDATE SET stamp = excluded.stamp;
END;
CREATE TRIGGER submission_added AFTER INSERT ON submissions BEGIN
    UPDATE changes SET stamp = random() WHERE subject = (SELECT sha256 FROM documents WHERE id = NEW.document);
END;
CREATE TRIGGER submission_changed AFTER UPDATE ON submissions BEGIN
    UPDATE changes SET stamp = random() WHERE subject = (SELECT sha256 FROM documents WHERE id = NEW.document);
END;
CREATE TRIGGER submission_removed AFTER DELETE ON submissions BEGIN
    UPDATE changes SET stamp = random() WHERE subject = (SELECT sha256 FROM documents WHERE id = OLD.document);
END;
CREATE TRIGGER expected_added AFTER INSERT ON expected BEGIN
    INSERT INTO changes VALUES ('manifest', random()) ON CONFLICT DO UPDATE SET stamp = excluded.stamp;
END;
CREATE TRIGGER expected_changed AFTER UPDATE ON expected
    -- A manifest that is given again says the same of each row.
    WHEN NEW.name IS NOT OLD.name OR NEW.code IS NOT OLD.code OR NEW.year IS NOT OLD.year OR NEW.form IS NOT OLD.form BEGIN
    INSERT INTO changes VALUES ('manifest', random()) ON CONFLICT DO UPDATE SET stamp = excluded.stamp;
END;
CREATE TRIGGER expected_removed AFTER DELETE ON expected BEGIN
    INSERT INTO changes VALUES ('manifest', random()) ON CONFLICT DO UPDATE SET stamp = excluded.stamp;
END;
CREATE TRIGGER form_taught AFTER INSERT ON taught_forms BEGIN
    INSERT INTO changes VALUES ('forms', random()) ON CONFLICT DO UPDATE SET stamp = excluded.stamp;
END;
