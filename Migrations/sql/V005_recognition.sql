-- Figures that were recognised from pictures of pages. A figure without a row here was there as text.
-- is_proved: 1 where sums of its form hold with it, 0 where nothing but its looks speaks for it.
CREATE TABLE recognition (
    report_id INTEGER NOT NULL,
    indicator_id INTEGER NOT NULL,
    is_proved INTEGER NOT NULL CHECK (is_proved IN (0, 1)),
    PRIMARY KEY (report_id, indicator_id),
    FOREIGN KEY (indicator_id, report_id) REFERENCES figure (indicator_id, report_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX recognition_indicator ON recognition (indicator_id, report_id, is_proved);
