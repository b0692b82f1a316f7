-- Views for whoever opens this file in another tool.
-- A value is in display units: whole where it is whole, else the nearest binary fraction (98.5); the exact integer is
-- figure.value. A value that is not reported is NULL, never 0 and never text, so that sums and averages leave it out.

-- Every figure of every current report; corrected is the value that staff put in place of the document's.
-- CROSS JOIN makes SQLite look figures up by their whole key, where it would else read the whole table for one report.
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
CROSS JOIN figure ON figure.indicator_id = indicator.id AND figure.report_id = report.id
LEFT JOIN correction ON correction.id = (
    SELECT max(latest.id) FROM correction AS latest
    WHERE latest.indicator_id = figure.indicator_id AND latest.report_id = figure.report_id)
WHERE report.superseded_by IS NULL;

-- What the views of the official tables are made of: the reports, and what counts in them, corrections included.
CREATE VIEW current_report AS
SELECT report.id AS report_id, county.name AS county, township.name AS township, report.year AS year, report.edition
FROM report
JOIN township ON township.id = report.township_id
JOIN county ON county.id = township.county_id
WHERE report.superseded_by IS NULL;

CREATE VIEW current_value AS
SELECT report_id, code, coalesce(corrected, value) AS value FROM current_figure;

-- Table 2 of the 2019 form; a row has values in the columns of its block. Money in 元.
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

-- Table 2 of the 2021 form. Money in 元, where the form has 万元.
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

-- Table 3: a row for each kind of result that the report's form has, a column for each kind of applicant.
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

-- Table 4: reconsideration and litigation.
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

-- The statistics form of 2014, its rows in its own order.
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
