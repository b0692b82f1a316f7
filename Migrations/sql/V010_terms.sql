-- What happens to places besides their names: that townships are set up and abolished, and codes with the time when they
-- were set, so that answers as of an earlier day have the roster and the order of then. Both are only ever added.

-- The years that a township has to report of, where it was not there in all of them: from first_year to last_year, each
-- NULL where there is no such bound; and the township that took it over, if that was told. Of a township the latest row
-- counts. When two places become one, rows follow the place.
CREATE TABLE township_term (
    id INTEGER PRIMARY KEY,
    township_id INTEGER NOT NULL REFERENCES township (id),
    first_year INTEGER CHECK (first_year BETWEEN 1900 AND 2999),
    last_year INTEGER CHECK (last_year BETWEEN 1900 AND 2999 AND (first_year IS NULL OR first_year <= last_year)),
    successor_id INTEGER REFERENCES township (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    author TEXT NOT NULL CHECK (author <> ''),
    made_at TEXT NOT NULL CHECK (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE INDEX township_term_township ON township_term (township_id);

CREATE TRIGGER township_term_is_not_changed
BEFORE UPDATE OF id, first_year, last_year, reason, author, made_at ON township_term
BEGIN
    SELECT raise(ABORT, 'terms are only ever added');
END;

CREATE TRIGGER township_term_is_not_deleted BEFORE DELETE ON township_term
BEGIN
    SELECT raise(ABORT, 'terms are only ever added');
END;

-- The codes that places had; the latest row is what county.code and township.code say. They go with the place.
CREATE TABLE county_code (
    id INTEGER PRIMARY KEY,
    county_id INTEGER NOT NULL REFERENCES county (id),
    code TEXT,
    made_at TEXT NOT NULL CHECK (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE INDEX county_code_county ON county_code (county_id);

CREATE TABLE township_code (
    id INTEGER PRIMARY KEY,
    township_id INTEGER NOT NULL REFERENCES township (id),
    code TEXT,
    made_at TEXT NOT NULL CHECK (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

CREATE INDEX township_code_township ON township_code (township_id);

-- Nobody noted when the codes of before were set: they count for all the time before.
INSERT INTO county_code (county_id, code, made_at)
SELECT id, code, '1970-01-01T00:00:00Z' FROM county WHERE code IS NOT NULL ORDER BY id;
INSERT INTO township_code (township_id, code, made_at)
SELECT id, code, '1970-01-01T00:00:00Z' FROM township WHERE code IS NOT NULL ORDER BY id;

-- What was found, by a line each, when a waiver was made: it is of nothing else. NULL of waivers of before, which are of
-- whatever the rule finds.
ALTER TABLE waiver ADD COLUMN covered TEXT;
