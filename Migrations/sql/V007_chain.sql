-- A chain over everything that the archive holds: by it a change that this program did not make shows, and its place.
-- And transcripts besides a document's own.

-- What a newer program reads an original as, where that differs from document.text. The positions of a report that has
-- one refer to it; earlier revisions of the report refer to what they were read from.
CREATE TABLE transcript (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES document (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    made_at TEXT NOT NULL CHECK (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    text TEXT NOT NULL
) STRICT;

ALTER TABLE report ADD COLUMN transcript_id INTEGER REFERENCES transcript (id);

-- A link is added whenever rows come, change or go. owner gathers the rows of a relation that one link is about: those of
-- one report, of one county, or one row by its id. content is the SHA-256 of what they hold, NULL where there are none
-- any more; chain is the SHA-256 of the chain of the link before, the relation's name, owner and content. So the chain
-- of the last link stands for the whole archive and all its past.
CREATE TABLE link (
    id INTEGER PRIMARY KEY,
    relation TEXT NOT NULL CHECK (relation <> ''),
    owner INTEGER NOT NULL,
    content BLOB CHECK (length(content) = 32),
    chain BLOB NOT NULL CHECK (length(chain) = 32)
) STRICT;

CREATE TRIGGER link_is_not_changed BEFORE UPDATE ON link
BEGIN
    SELECT raise(ABORT, 'links are only ever added');
END;

CREATE TRIGGER link_is_not_deleted BEFORE DELETE ON link
BEGIN
    SELECT raise(ABORT, 'links are only ever added');
END;
