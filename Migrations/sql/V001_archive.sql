-- The archive. Every table is STRICT, so that no text slips into a column of numbers, and says in CHECK constraints
-- what its values can be. No virtual table, index on expressions or generated column: other engines read this file too.
-- Days are '2020-12-28'. Points in time are UTC, '2021-02-04T08:30:00Z'.
-- "start" and "end" are byte positions in document.text as UTF-8, the end excluded.

-- Places ----------------------------------------------------------------------------------------------------------

-- The county with the empty name holds the reports for which nobody named a county.
CREATE TABLE county (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    code TEXT UNIQUE
) STRICT;

CREATE TABLE township (
    id INTEGER PRIMARY KEY,
    county_id INTEGER NOT NULL REFERENCES county (id),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT,
    code TEXT UNIQUE,
    UNIQUE (county_id, name)
) STRICT;

-- Former and other names, by which reports and questions find the place as well as by its own.
CREATE TABLE county_alias (
    name TEXT NOT NULL CHECK (name <> ''),
    county_id INTEGER NOT NULL REFERENCES county (id),
    PRIMARY KEY (name, county_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE township_alias (
    name TEXT NOT NULL CHECK (name <> ''),
    township_id INTEGER NOT NULL REFERENCES township (id),
    PRIMARY KEY (name, township_id)
) STRICT, WITHOUT ROWID;

-- Documents -------------------------------------------------------------------------------------------------------

-- The original bytes, in SQLite's own archive format: `sqlite3 ARCHIVE -Ax` writes them out, each under county/year/.
-- data is deflated where that is smaller than sz bytes, else it is the bytes themselves.
CREATE TABLE sqlar (
    name TEXT NOT NULL PRIMARY KEY CHECK (name NOT LIKE '/%' AND '/' || name || '/' NOT LIKE '%/../%'),
    mode INT NOT NULL,
    mtime INT NOT NULL,
    sz INT NOT NULL CHECK (sz >= 0),
    data BLOB NOT NULL CHECK (length(data) <= sz)
) STRICT;

-- The transcript stands last: it is long, and a question for the columns before it does not read it.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    path TEXT NOT NULL,
    media_type TEXT NOT NULL CHECK (media_type <> ''),
    encoding TEXT NOT NULL,
    byte_count INTEGER NOT NULL CHECK (byte_count >= 0),
    original TEXT NOT NULL UNIQUE REFERENCES sqlar (name),
    imported_at TEXT NOT NULL CHECK (imported_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    text TEXT NOT NULL
) STRICT;

-- Reports ---------------------------------------------------------------------------------------------------------

-- What a document was read as. A changed document, or the same one read again, is a new revision; the old one stays,
-- and superseded_by names the one that took its place. read_at is when this revision came into the archive.
CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    township_id INTEGER NOT NULL REFERENCES township (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
    edition TEXT NOT NULL CHECK (edition <> ''),
    title TEXT NOT NULL,
    period_start TEXT CHECK (period_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    period_end TEXT CHECK (period_end GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    published_on TEXT CHECK (published_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    document_id INTEGER NOT NULL REFERENCES document (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    superseded_by INTEGER REFERENCES report (id) DEFERRABLE INITIALLY DEFERRED CHECK (superseded_by <> id),
    cells_expected INTEGER NOT NULL CHECK (cells_expected >= 0),
    cells_read INTEGER NOT NULL CHECK (cells_read BETWEEN 0 AND cells_expected),
    figure_count INTEGER NOT NULL CHECK (figure_count >= 0),
    read_at TEXT NOT NULL CHECK (read_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    UNIQUE (township_id, year, revision)
) STRICT;

-- One current report for each township and year.
CREATE UNIQUE INDEX report_current ON report (township_id, year) WHERE superseded_by IS NULL;
CREATE INDEX report_document ON report (document_id);

CREATE TABLE section (
    report_id INTEGER NOT NULL REFERENCES report (id),
    ordinal INTEGER NOT NULL,
    heading TEXT NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" >= start),
    PRIMARY KEY (report_id, ordinal)
) STRICT, WITHOUT ROWID;

-- What a person should look at; kind is one of the words that `nianbao check` uses.
CREATE TABLE doubt (
    report_id INTEGER NOT NULL REFERENCES report (id),
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind <> ''),
    start INTEGER CHECK (start >= 0),
    "end" INTEGER CHECK ("end" >= start),
    found TEXT NOT NULL,
    expected TEXT NOT NULL,
    PRIMARY KEY (report_id, ordinal),
    CHECK ((start IS NULL) = ("end" IS NULL))
) STRICT, WITHOUT ROWID;

-- Figures ---------------------------------------------------------------------------------------------------------

-- Filled from the catalogue. A stored value divided by scale is in the unit: money is stored in 分, a percentage in
-- hundredths of a percent. A code and its scale never change; position is the catalogue's order.
CREATE TABLE indicator (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    label_zh TEXT NOT NULL,
    label_en TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (unit <> ''),
    scale INTEGER NOT NULL CHECK (scale >= 1),
    position INTEGER NOT NULL
) STRICT;

-- Which indicator of an older form a newer one continues. Several rows for one older indicator: the newer ones
-- continue it as their sum. newer is NULL where nothing does.
CREATE TABLE succession (
    older INTEGER NOT NULL REFERENCES indicator (id),
    newer INTEGER REFERENCES indicator (id),
    grade TEXT NOT NULL CHECK (grade IN ('same', 'near', 'not_comparable', 'ended')),
    note_zh TEXT NOT NULL,
    note_en TEXT NOT NULL,
    UNIQUE (older, newer),
    CHECK ((grade = 'ended') = (newer IS NULL))
) STRICT;

-- state: 0 reported, 1 blank, 2 not applicable, 3 unreadable. A cell that the document does not have is no row.
-- value: only of what is reported, in the smallest unit (see indicator.scale).
-- qualifier: NULL exact, 1 about (约、左右), 2 more than (余、多、超), 3 less than (近、不足).
-- precision: the step of the last written digit, in the smallest unit: 10000 (分) of 216.31万元.
-- The key stands in this order so that all reports' values of one indicator lie together.
CREATE TABLE figure (
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    report_id INTEGER NOT NULL REFERENCES report (id),
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
    value INTEGER,
    qualifier INTEGER CHECK (qualifier BETWEEN 1 AND 3),
    precision INTEGER CHECK (precision >= 1),
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" >= start),
    PRIMARY KEY (indicator_id, report_id),
    CHECK ((state = 0) = (value IS NOT NULL) AND (state = 0) = (precision IS NOT NULL)),
    CHECK (state = 0 OR qualifier IS NULL)
) STRICT, WITHOUT ROWID;

-- Every number with a unit that the narrative tells; indicator_id is set where an indicator claimed it.
-- value, qualifier and precision as in figure.
CREATE TABLE quantity (
    report_id INTEGER NOT NULL REFERENCES report (id),
    ordinal INTEGER NOT NULL,
    value INTEGER NOT NULL,
    unit TEXT NOT NULL,
    qualifier INTEGER CHECK (qualifier BETWEEN 1 AND 3),
    precision INTEGER NOT NULL CHECK (precision >= 1),
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" >= start),
    indicator_id INTEGER REFERENCES indicator (id),
    PRIMARY KEY (report_id, ordinal)
) STRICT, WITHOUT ROWID;

-- What staff add -----------------------------------------------------------------------------------------------------

-- A figure's latest entry counts; an entry whose value is NULL takes the earlier ones back. The figure itself stays.
CREATE TABLE correction (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL,
    indicator_id INTEGER NOT NULL,
    value INTEGER,
    reason TEXT NOT NULL CHECK (reason <> ''),
    author TEXT NOT NULL CHECK (author <> ''),
    made_at TEXT NOT NULL CHECK (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    FOREIGN KEY (indicator_id, report_id) REFERENCES figure (indicator_id, report_id)
) STRICT;

CREATE INDEX correction_figure ON correction (indicator_id, report_id);

CREATE TRIGGER correction_is_not_changed BEFORE UPDATE ON correction
BEGIN
    SELECT raise(ABORT, 'corrections are only ever added');
END;

CREATE TRIGGER correction_is_not_deleted BEFORE DELETE ON correction
BEGIN
    SELECT raise(ABORT, 'corrections are only ever added');
END;

-- A finding of `nianbao check` that staff accept. expires_on NULL: for good.
CREATE TABLE waiver (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    rule TEXT NOT NULL CHECK (rule <> ''),
    reason TEXT NOT NULL CHECK (reason <> ''),
    author TEXT NOT NULL CHECK (author <> ''),
    made_at TEXT NOT NULL CHECK (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    expires_on TEXT CHECK (expires_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE INDEX waiver_report ON waiver (report_id);

-- Indicator files of the users' own, kept so that the archive can be read again without them.
CREATE TABLE local_catalogue (
    name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
    yaml TEXT NOT NULL,
    added_at TEXT NOT NULL CHECK (added_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;
