-- A chain over everything that the archive holds: by it a change that this program did not make shows, and its place.

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
