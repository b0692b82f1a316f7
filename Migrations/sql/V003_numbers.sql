-- What every number of the narrative is said to be, and with which catalogue each report was read.

-- The values that roles can have, as definitions name them, with their labels. Filled from the catalogue.
CREATE TABLE role_value (
    role TEXT NOT NULL CHECK (role <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    label_zh TEXT NOT NULL,
    label_en TEXT NOT NULL,
    PRIMARY KEY (role, name)
) STRICT, WITHOUT ROWID;

-- Each set of roles that some number has, once: a few hundred rows for any number of reports. The words are names of
-- role_value, several of one role with a space between; empty where the sentence does not say.
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

-- NULL in reports that were read before numbers were described.
ALTER TABLE quantity ADD COLUMN description_id INTEGER REFERENCES description (id);

-- What reports were read with. sha256 is of all that decides what is read.
CREATE TABLE catalogue (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT;

-- The indicators that a catalogue looks for. A report without a figure of one of them does not mention it; of any
-- other indicator nobody knows.
CREATE TABLE catalogue_indicator (
    catalogue_id INTEGER NOT NULL REFERENCES catalogue (id),
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    PRIMARY KEY (catalogue_id, indicator_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE report ADD COLUMN catalogue_id INTEGER REFERENCES catalogue (id);

-- Reports of older archives were read for what the archive knew by then. Whether they were for the indicators of the
-- users' own files nobody noted.
INSERT INTO catalogue (id, sha256) SELECT 1, printf('%064d', 0) WHERE EXISTS (SELECT 1 FROM report);
INSERT INTO catalogue_indicator (catalogue_id, indicator_id)
SELECT catalogue.id, indicator.id FROM catalogue, indicator
WHERE NOT EXISTS (SELECT 1 FROM local_catalogue WHERE instr(yaml, indicator.code) > 0);
UPDATE report SET catalogue_id = 1;

-- Every number with a unit that the sentences of current reports tell, and what it is said to be; code is the indicator
-- that took it, NULL where none did.
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
WHERE report.superseded_by IS NULL;
