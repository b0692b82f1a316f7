-- What the steps V001 … make together, for an archive that is new; a test holds that it is the same. After another step
-- it is made anew, in this folder:
--     cat V00[1-9]_*.sql | sqlite3 new.sqlite
--     sqlite3 new.sqlite "SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"

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
CREATE TABLE sqlar (
    name TEXT NOT NULL PRIMARY KEY CHECK (name NOT LIKE '/%' AND '/' || name || '/' NOT LIKE '%/../%'),
    mode INT NOT NULL,
    mtime INT NOT NULL,
    sz INT NOT NULL CHECK (sz >= 0),
    data BLOB NOT NULL CHECK (length(data) <= sz)
) STRICT;
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
    read_at TEXT NOT NULL CHECK (read_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'), catalogue_id INTEGER REFERENCES catalogue (id), removed_at TEXT
    CHECK (removed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'), transcript_id INTEGER REFERENCES transcript (id),
    UNIQUE (township_id, year, revision)
) STRICT;
CREATE INDEX report_document ON report (document_id);
CREATE TABLE section (
    report_id INTEGER NOT NULL REFERENCES report (id),
    ordinal INTEGER NOT NULL,
    heading TEXT NOT NULL,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" >= start),
    PRIMARY KEY (report_id, ordinal)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE indicator (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    label_zh TEXT NOT NULL,
    label_en TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (unit <> ''),
    scale INTEGER NOT NULL CHECK (scale >= 1),
    position INTEGER NOT NULL
) STRICT;
CREATE TABLE succession (
    older INTEGER NOT NULL REFERENCES indicator (id),
    newer INTEGER REFERENCES indicator (id),
    grade TEXT NOT NULL CHECK (grade IN ('same', 'near', 'not_comparable', 'ended')),
    note_zh TEXT NOT NULL,
    note_en TEXT NOT NULL,
    UNIQUE (older, newer),
    CHECK ((grade = 'ended') = (newer IS NULL))
) STRICT;
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
CREATE TABLE quantity (
    report_id INTEGER NOT NULL REFERENCES report (id),
    ordinal INTEGER NOT NULL,
    value INTEGER NOT NULL,
    unit TEXT NOT NULL,
    qualifier INTEGER CHECK (qualifier BETWEEN 1 AND 3),
    precision INTEGER NOT NULL CHECK (precision >= 1),
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" >= start),
    indicator_id INTEGER REFERENCES indicator (id), description_id INTEGER REFERENCES description (id),
    PRIMARY KEY (report_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE waiver (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    rule TEXT NOT NULL CHECK (rule <> ''),
    reason TEXT NOT NULL CHECK (reason <> ''),
    author TEXT NOT NULL CHECK (author <> ''),
    made_at TEXT NOT NULL CHECK (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    expires_on TEXT CHECK (expires_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
, is_withdrawal INTEGER NOT NULL DEFAULT 0 CHECK (is_withdrawal IN (0, 1))) STRICT;
CREATE INDEX waiver_report ON waiver (report_id);
CREATE TABLE local_catalogue (
    name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
    yaml TEXT NOT NULL,
    added_at TEXT NOT NULL CHECK (added_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;
CREATE VIEW current_value AS
SELECT report_id, code, coalesce(corrected, value) AS value FROM current_figure;
CREATE VIEW table_2_2019 AS
WITH form (ordinal, code, label) AS (
    VALUES
        (1, 'rules', '规章'),
        (2, 'normative_documents', '规范性文件'),
        (3, 'licensing', '行政许可'),
        (4, 'other_services', '其他对外管理服务事项'),
        (5, 'penalties', '行政处罚'),
        (6, 'compulsion', '行政强制'),
        (7, 'fees', '行政事业性收费'),
        (8, 'procurement', '政府集中采购')
)
SELECT
    current_report.county, current_report.township, current_report.year, form.code, form.label,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.created') AS created,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.disclosed') AS disclosed,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.disclosed_total') AS disclosed_total,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.items_previous') AS items_previous,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.items_change') AS items_change,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.decisions') AS decisions,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.items') AS items,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.amount') AS amount
FROM current_report, form
WHERE current_report.edition = '2019'
ORDER BY current_report.county, current_report.township, current_report.year, form.ordinal;
CREATE VIEW table_2_2021 AS
WITH form (ordinal, code, label) AS (
    VALUES
        (1, 'rules', '规章'),
        (2, 'normative_documents', '行政规范性文件'),
        (3, 'licensing', '行政许可'),
        (4, 'penalties', '行政处罚'),
        (5, 'compulsion', '行政强制'),
        (6, 'fees', '行政事业性收费')
)
SELECT
    current_report.county, current_report.township, current_report.year, form.code, form.label,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.issued') AS issued,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.repealed') AS repealed,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.in_force') AS in_force,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.decisions') AS decisions,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.amount') AS amount
FROM current_report, form
WHERE current_report.edition = '2021'
ORDER BY current_report.county, current_report.township, current_report.year, form.ordinal;
CREATE VIEW table_3_requests AS
WITH form (ordinal, code, label) AS (
    SELECT position, substr(code, 1, length(code) - length('.natural_person')), replace(label_zh, '·自然人', '')
    FROM indicator
    WHERE code GLOB 'requests.*.natural_person'
)
SELECT
    current_report.county, current_report.township, current_report.year, form.code, form.label,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.natural_person') AS natural_person,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.business') AS business,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.research') AS research,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.public_welfare') AS public_welfare,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.legal_service') AS legal_service,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.other_organisation') AS other_organisation,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.total') AS total
FROM current_report, form
WHERE EXISTS (
    SELECT 1 FROM current_value AS cell
    WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.natural_person')
ORDER BY current_report.county, current_report.township, current_report.year, form.ordinal;
CREATE VIEW table_4_disputes AS
WITH form (ordinal, code, label) AS (
    VALUES
        (1, 'reconsideration', '行政复议'),
        (2, 'litigation_direct', '行政诉讼·未经复议直接起诉'),
        (3, 'litigation_after_reconsideration', '行政诉讼·复议后起诉')
)
SELECT
    current_report.county, current_report.township, current_report.year, form.code, form.label,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.upheld') AS upheld,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.corrected') AS corrected,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.other') AS other,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.pending') AS pending,
    (SELECT value FROM current_value AS cell
        WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.total') AS total
FROM current_report, form
WHERE EXISTS (
    SELECT 1 FROM current_value AS cell
    WHERE cell.report_id = current_report.report_id AND cell.code = form.code || '.pending')
ORDER BY current_report.county, current_report.township, current_report.year, form.ordinal;
CREATE VIEW statistics_2014 AS
WITH form (ordinal, code) AS (
    VALUES
        (1, 'information.disclosed'),
        (2, 'information.normative_disclosed'),
        (3, 'normative_documents.created'),
        (4, 'channels.gazette'),
        (5, 'channels.website'),
        (6, 'channels.weibo'),
        (7, 'channels.wechat'),
        (8, 'channels.other'),
        (9, 'responses.topics'),
        (10, 'responses.press_conferences'),
        (11, 'responses.press_conferences_by_leader'),
        (12, 'responses.interviews'),
        (13, 'responses.interviews_by_leader'),
        (14, 'responses.interpretations'),
        (15, 'responses.weibo_wechat'),
        (16, 'responses.other'),
        (17, 'requests.received.total'),
        (18, 'requests.received_by.in_person'),
        (19, 'requests.received_by.fax'),
        (20, 'requests.received_by.online'),
        (21, 'requests.received_by.letter'),
        (22, 'requests.closed.total'),
        (23, 'requests.closed.on_time'),
        (24, 'requests.closed.extended'),
        (25, 'replies.total'),
        (26, 'replies.already_public'),
        (27, 'replies.agreed'),
        (28, 'replies.agreed_partly'),
        (29, 'replies.refused'),
        (30, 'replies.refused.state_secret'),
        (31, 'replies.refused.trade_secret'),
        (32, 'replies.refused.privacy'),
        (33, 'replies.refused.security'),
        (34, 'replies.refused.not_government_information'),
        (35, 'replies.refused.other_law'),
        (36, 'replies.not_this_agency'),
        (37, 'replies.not_exist'),
        (38, 'replies.amend'),
        (39, 'replies.other_channel'),
        (40, 'reconsideration.upheld'),
        (41, 'reconsideration.corrected'),
        (42, 'reconsideration.other'),
        (43, 'reconsideration.total'),
        (44, 'litigation.upheld'),
        (45, 'litigation.corrected'),
        (46, 'litigation.other'),
        (47, 'litigation.total'),
        (48, 'complaints.total'),
        (49, 'request_fees.amount'),
        (50, 'institutions.dedicated'),
        (51, 'institutions.reading_points'),
        (52, 'staff.total'),
        (53, 'staff.full_time'),
        (54, 'staff.part_time'),
        (55, 'funds.amount'),
        (56, 'meetings.count'),
        (57, 'trainings.count'),
        (58, 'trainings.participants')
)
SELECT
    cell.county, cell.township, cell.year, cell.code, cell.label_zh AS label, cell.unit,
    coalesce(cell.corrected, cell.value) AS value, cell.state
FROM current_report, form
JOIN current_figure AS cell ON cell.report_id = current_report.report_id AND cell.code = form.code
WHERE current_report.edition = '2014'
ORDER BY cell.county, cell.township, cell.year, form.ordinal;
CREATE TABLE role_value (
    role TEXT NOT NULL CHECK (role <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    label_zh TEXT NOT NULL,
    label_en TEXT NOT NULL,
    PRIMARY KEY (role, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE description (
    id INTEGER PRIMARY KEY,
    unit TEXT NOT NULL,
    object TEXT NOT NULL,
    act TEXT NOT NULL,
    carrier TEXT NOT NULL,
    source TEXT NOT NULL,
    measure TEXT NOT NULL,
    variety TEXT NOT NULL,
    standing TEXT NOT NULL,
    time TEXT NOT NULL,
    level TEXT NOT NULL,
    told TEXT NOT NULL,
    UNIQUE (object, act, unit, carrier, source, measure, variety, standing, time, level, told)
) STRICT;
CREATE TABLE catalogue (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT;
CREATE TABLE catalogue_indicator (
    catalogue_id INTEGER NOT NULL REFERENCES catalogue (id),
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    PRIMARY KEY (catalogue_id, indicator_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX report_current ON report (township_id, year) WHERE superseded_by IS NULL AND removed_at IS NULL;
CREATE TABLE report_original (
    report_id INTEGER NOT NULL REFERENCES report (id),
    document_id INTEGER NOT NULL REFERENCES document (id),
    added_at TEXT NOT NULL CHECK (added_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    PRIMARY KEY (report_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_original_document ON report_original (document_id);
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    action TEXT NOT NULL CHECK (action <> ''),
    subject TEXT NOT NULL,
    report_count INTEGER NOT NULL CHECK (report_count >= 0),
    report_id INTEGER REFERENCES report (id),
    origin_id INTEGER REFERENCES report (id),
    reason TEXT NOT NULL,
    author TEXT NOT NULL CHECK (author <> ''),
    made_at TEXT NOT NULL CHECK (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;
CREATE INDEX event_report ON event (report_id) WHERE report_id IS NOT NULL;
CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
BEGIN
    SELECT raise(ABORT, 'events are only ever added');
END;
CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
BEGIN
    SELECT raise(ABORT, 'events are only ever added');
END;
CREATE TRIGGER waiver_is_not_changed BEFORE UPDATE ON waiver
BEGIN
    SELECT raise(ABORT, 'waivers are only ever added');
END;
CREATE TRIGGER waiver_is_not_deleted BEFORE DELETE ON waiver
BEGIN
    SELECT raise(ABORT, 'waivers are only ever added');
END;
CREATE TABLE correction (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    value INTEGER,
    reason TEXT NOT NULL CHECK (reason <> ''),
    author TEXT NOT NULL CHECK (author <> ''),
    made_at TEXT NOT NULL CHECK (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
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
CREATE VIEW current_report AS
SELECT report.id AS report_id, county.name AS county, township.name AS township, report.year AS year, report.edition
FROM report
JOIN township ON township.id = report.township_id
JOIN county ON county.id = township.county_id
WHERE report.superseded_by IS NULL AND report.removed_at IS NULL;
CREATE VIEW current_number AS
SELECT
    county.name AS county,
    township.name AS township,
    report.year AS year,
    iif(quantity.unit NOT IN ('元', '%'), quantity.value,
        iif(quantity.value % 100 = 0, quantity.value / 100, quantity.value / 100.0)) AS value,
    quantity.unit AS unit,
    CASE quantity.qualifier WHEN 1 THEN 'about' WHEN 2 THEN 'more_than' WHEN 3 THEN 'less_than' ELSE '' END AS qualifier,
    description.object,
    description.act,
    description.carrier,
    description.source,
    description.measure,
    description.variety,
    description.standing,
    description.time,
    description.level,
    indicator.code AS code,
    report.id AS report_id,
    quantity.start,
    quantity."end"
FROM report
JOIN township ON township.id = report.township_id
JOIN county ON county.id = township.county_id
JOIN quantity ON quantity.report_id = report.id
LEFT JOIN description ON description.id = quantity.description_id
LEFT JOIN indicator ON indicator.id = quantity.indicator_id
WHERE report.superseded_by IS NULL AND report.removed_at IS NULL;
CREATE TABLE recognition (
    report_id INTEGER NOT NULL,
    indicator_id INTEGER NOT NULL,
    is_proved INTEGER NOT NULL CHECK (is_proved IN (0, 1)), picture INTEGER CHECK (picture BETWEEN 0 AND 100000), page INTEGER CHECK (page BETWEEN 1 AND 100000), turned INTEGER CHECK (turned BETWEEN 0 AND 35999), box_left INTEGER CHECK (box_left BETWEEN 0 AND 10000), box_top INTEGER CHECK (box_top BETWEEN 0 AND 10000), box_right INTEGER CHECK (box_right BETWEEN box_left AND 10000), box_bottom INTEGER CHECK (box_bottom BETWEEN box_top AND 10000),
    PRIMARY KEY (report_id, indicator_id),
    FOREIGN KEY (indicator_id, report_id) REFERENCES figure (indicator_id, report_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX recognition_indicator ON recognition (indicator_id, report_id, is_proved);
CREATE VIEW current_figure AS
SELECT
    current_report.county,
    current_report.township,
    current_report.year,
    indicator.code AS code,
    indicator.label_zh AS label_zh,
    indicator.label_en AS label_en,
    iif(figure.value % indicator.scale = 0, figure.value / indicator.scale, figure.value * 1.0 / indicator.scale)
        AS value,
    indicator.unit AS unit,
    CASE figure.state
        WHEN 0 THEN 'reported' WHEN 1 THEN 'blank' WHEN 2 THEN 'not_applicable' WHEN 3 THEN 'unreadable'
    END AS state,
    CASE figure.qualifier WHEN 1 THEN 'about' WHEN 2 THEN 'more_than' WHEN 3 THEN 'less_than' ELSE '' END AS qualifier,
    iif(correction.value % indicator.scale = 0,
        correction.value / indicator.scale, correction.value * 1.0 / indicator.scale) AS corrected,
    report.id AS report_id,
    report.edition AS edition,
    document.path AS source,
    1 + length(CAST(substr(CAST(document.text AS BLOB), 1, figure.start) AS TEXT))
        - length(replace(CAST(substr(CAST(document.text AS BLOB), 1, figure.start) AS TEXT), char(10), '')) AS line,
    county.code AS county_code,
    township.code AS township_code
FROM current_report
JOIN report ON report.id = current_report.report_id
JOIN document ON document.id = report.document_id
JOIN township ON township.id = report.township_id
JOIN county ON county.id = township.county_id
CROSS JOIN indicator
LEFT JOIN figure ON figure.indicator_id = indicator.id AND figure.report_id = report.id
LEFT JOIN correction ON correction.id = (
    SELECT max(latest.id) FROM correction AS latest
    WHERE latest.indicator_id = indicator.id AND latest.report_id = report.id)
WHERE figure.report_id IS NOT NULL OR correction.value IS NOT NULL;
CREATE TABLE transcript (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES document (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    made_at TEXT NOT NULL CHECK (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    text TEXT NOT NULL
) STRICT;
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
