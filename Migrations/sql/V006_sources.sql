-- current_figure with what leads from a figure to its source and to other data: the edition of the form, the path of the
-- document, the line of its transcript, and the division codes. The line is counted only where it is asked for.
DROP VIEW current_figure;
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
