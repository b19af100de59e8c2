-- What the archive needs to keep a body once and to be read again without this database.
ALTER TABLE captures ADD COLUMN payload TEXT NOT NULL DEFAULT '';  -- SHA-256 of the body; '' in rows of schema 1
ALTER TABLE captures ADD COLUMN record TEXT NOT NULL DEFAULT '';   -- WARC-Record-ID
ALTER TABLE captures ADD COLUMN body_of TEXT NOT NULL DEFAULT '';  -- capture that holds the body, where this one is a revisit
CREATE INDEX captures_by_payload ON captures (payload) WHERE payload <> '' AND body_of = '';
