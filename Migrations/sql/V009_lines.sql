-- current_figure counts lines in the text that the report's positions refer to: its own transcript where it has one, as
-- the archive's other answers do.
DROP VIEW IF EXISTS current_figure;
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
    (SELECT 1 + length(before) - length(replace(before, char(10), '')) FROM (
        SELECT CAST(substr(CAST(coalesce(
            (SELECT transcript.text FROM transcript WHERE transcript.id = report.transcript_id), document.text
        ) AS BLOB), 1, figure.start) AS TEXT) AS before)) AS line,
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
