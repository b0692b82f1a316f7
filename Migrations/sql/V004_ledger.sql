-- What is taken back, entered by hand or kept beside a report: everything that happens to the archive is added, never
-- written over.

-- When a revision was taken out of the archive's answers; it stays, with all that hangs on it. The current report of a
-- township and year is the one that no other has taken the place of and that was not removed.
ALTER TABLE report ADD COLUMN removed_at TEXT
    CHECK (removed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z');

DROP INDEX report_current;
CREATE UNIQUE INDEX report_current ON report (township_id, year) WHERE superseded_by IS NULL AND removed_at IS NULL;

-- Other files that say the same as a report, figure for figure: the same report in another format.
CREATE TABLE report_original (
    report_id INTEGER NOT NULL REFERENCES report (id),
    document_id INTEGER NOT NULL REFERENCES document (id),
    added_at TEXT NOT NULL CHECK (added_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
    PRIMARY KEY (report_id, document_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX report_original_document ON report_original (document_id);

-- What was done, by whom and when, in this order: import, reread, remove, revert, move, correct, uncorrect, waive,
-- unwaive; of places rename, name, code, merge, register. report_id is the revision that came of it, was taken away or
-- was corrected, origin_id the one that was copied. What a revision takes over of corrections and waivers is no event.
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

-- A waiver is taken back by a later row of the same rule; like corrections they are only ever added.
ALTER TABLE waiver ADD COLUMN is_withdrawal INTEGER NOT NULL DEFAULT 0 CHECK (is_withdrawal IN (0, 1));

CREATE TRIGGER waiver_is_not_changed BEFORE UPDATE ON waiver
BEGIN
    SELECT raise(ABORT, 'waivers are only ever added');
END;

CREATE TRIGGER waiver_is_not_deleted BEFORE DELETE ON waiver
BEGIN
    SELECT raise(ABORT, 'waivers are only ever added');
END;

-- A correction may be of a figure that the report does not have: one that was not read, entered by hand. So it refers
-- to the report and the indicator, no longer to a figure.
CREATE TEMPORARY TABLE kept_correction AS SELECT * FROM correction;
DROP TABLE correction;

CREATE TABLE correction (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id),
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    value INTEGER,
    reason TEXT NOT NULL CHECK (reason <> ''),
    author TEXT NOT NULL CHECK (author <> ''),
    made_at TEXT NOT NULL CHECK (made_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z')
) STRICT;

INSERT INTO correction (id, report_id, indicator_id, value, reason, author, made_at)
SELECT id, report_id, indicator_id, value, reason, author, made_at FROM kept_correction ORDER BY id;
DROP TABLE kept_correction;

CREATE INDEX correction_figure ON correction (indicator_id, report_id);

CREATE TRIGGER correction_is_not_changed BEFORE UPDATE ON correction
BEGIN
    SELECT raise(ABORT, 'corrections are only ever added');
END;

CREATE TRIGGER correction_is_not_deleted BEFORE DELETE ON correction
BEGIN
    SELECT raise(ABORT, 'corrections are only ever added');
END;

-- What archives of before can tell of their past. Nobody noted who imported.
INSERT INTO event (action, subject, report_count, report_id, reason, author, made_at)
SELECT action, subject, report_count, report_id, reason, author, made_at FROM (
    SELECT 'import' AS action, '' AS subject, count(*) AS report_count, NULL AS report_id, '' AS reason,
        '—' AS author, read_at AS made_at
    FROM report GROUP BY read_at
    UNION ALL
    SELECT iif(entry.value IS NULL, 'uncorrect', 'correct'),
        iif(county.name = '', '', county.name || '/') || township.name || ' ' || report.year || ' ' || indicator.code,
        1, min(entry.report_id), entry.reason, entry.author, entry.made_at
    FROM correction AS entry JOIN indicator ON indicator.id = entry.indicator_id
    JOIN report ON report.id = entry.report_id JOIN township ON township.id = report.township_id
    JOIN county ON county.id = township.county_id
    GROUP BY entry.made_at, entry.author, entry.reason, entry.indicator_id, entry.value, report.year, township.id
    UNION ALL
    SELECT 'waive', iif(county.name = '', '', county.name || '/') || township.name || ' ' || report.year || ' ' || rule,
        1, min(entry.report_id), entry.reason, entry.author, entry.made_at
    FROM waiver AS entry
    JOIN report ON report.id = entry.report_id JOIN township ON township.id = report.township_id
    JOIN county ON county.id = township.county_id
    GROUP BY entry.made_at, entry.author, entry.reason, entry.rule, report.year, township.id
)
ORDER BY made_at;

-- The views again, without what was removed and with what was entered by hand. state is NULL of a figure that the
-- report does not have and staff entered.
DROP VIEW current_figure;
CREATE VIEW current_figure AS
SELECT
    county.name AS county,
    township.name AS township,
    report.year AS year,
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
    report.id AS report_id
FROM report
JOIN township ON township.id = report.township_id
JOIN county ON county.id = township.county_id
CROSS JOIN indicator
LEFT JOIN figure ON figure.indicator_id = indicator.id AND figure.report_id = report.id
LEFT JOIN correction ON correction.id = (
    SELECT max(latest.id) FROM correction AS latest
    WHERE latest.indicator_id = indicator.id AND latest.report_id = report.id)
WHERE report.superseded_by IS NULL AND report.removed_at IS NULL
    AND (figure.report_id IS NOT NULL OR correction.value IS NOT NULL);

DROP VIEW current_report;
CREATE VIEW current_report AS
SELECT report.id AS report_id, county.name AS county, township.name AS township, report.year AS year, report.edition
FROM report
JOIN township ON township.id = report.township_id
JOIN county ON county.id = township.county_id
WHERE report.superseded_by IS NULL AND report.removed_at IS NULL;

DROP VIEW current_number;
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
