extension PublishedTable {
    package static let measure = PublishedTable(
        "measure", "派生指标：由指标算出的合计与比率", "measures: sums and ratios worked out of indicators", key: ["measure_id"],
        [
            .integer("measure_id", "编号", "number"), .text("code", "代码", "code"),
            .text("label_zh", "名称（中文）", "Chinese label"), .text("label_en", "名称（英文）", "English label"),
            .text("unit", "单位", "unit"),
            .integer("scale", "数值除以此数得显示值", "a value divided by this is in the unit"),
            .text("better", "higher 越高越好，lower 越低越好，neither 无好坏之分", "higher, lower or neither"),
            .text("formula", "公式，用指标代码", "the formula, by codes of indicators"),
            .text("definition_zh", "计算方法（中文）", "Chinese definition"),
            .text("definition_en", "计算方法（英文）", "English definition"), .text("source", "依据", "who defines it so"),
            .text("told", "年报自己写明同一比率的指标；没有的为空", "the indicator that reports tell the same by", optional: true),
        ])

    package static let measureValue = PublishedTable(
        "measure_value", "派生指标的数值；所用的数年报没有提及的不列", "what measures come to; none where a report tells no figure for it",
        key: ["measure_id", "report_id"], references: ["measure_id": "measure", "report_id": "report"],
        [
            .integer("measure_id", "派生指标", "the measure"), .integer("report_id", "年报", "the report"),
            .text(
                "state",
                "exact 准确，rounded 按约写的金额算，interval 区间，undefined 分母为 0，blank、not_applicable、unreadable 所用的数如此，"
                    + "uncertain 识别未核定或过于含糊",
                "exact, rounded, interval, undefined (over 0), uncertain, or what an operand is: blank, "
                    + "not_applicable, unreadable"),
            .integer("value", "数值；没有确定的数时为空", "the value, empty where there is no single one", optional: true),
            .integer("lower", "不小于", "not below this", optional: true),
            .integer("upper", "不大于", "not above this", optional: true),
            .integer("few", "分母不足 10 为 1，否则为 0", "1 where over fewer than ten cases, else 0"),
            .integer("variant", "用第几种算法，0 为通常的", "which formula, 0 for the usual one"),
            .text("display_value", "数值，用显示单位", "the value in display units", optional: true),
            .integer("corrected", "由更正过的数算得为 1，否则为 0", "1 where it is made of a corrected figure, else 0"),
        ])

    package static let benchmark = PublishedTable(
        "benchmark", "派生指标的四分位数（R 的第 7 型，即 Excel 的 QUARTILE.INC）",
        "quartiles of measures (type 7 of R, QUARTILE.INC of Excel)", key: ["benchmark_id"],
        references: ["county_id": "county", "measure_id": "measure"],
        [
            .integer("benchmark_id", "编号", "number"), .integer("measure_id", "派生指标", "the measure"),
            .integer("year", "年度", "year"),
            .integer("county_id", "县区；全部档案的为空", "the county, empty for the whole archive", optional: true),
            .integer("reports", "有确定的数的年报份数", "reports with a single number"),
            .integer("left_out", "没有确定的数的年报份数", "reports without one"),
            .decimal(
                "q1", "下四分位数，除以 measure 的 scale 得显示值",
                "first quartile; divided by the measure's scale it is in the unit"),
            .decimal("median", "中位数，同上", "median, in the same way"),
            .decimal("q3", "上四分位数，同上", "third quartile, in the same way"),
        ])

    package static let codebook = PublishedTable(
        "codebook", "代码手册：指标与派生指标的定义、单位、表样和口径变化",
        "codebook: definitions, units, editions and breaks of indicators and measures", key: ["code"],
        [
            .text("code", "代码", "code"), .text("kind", "indicator 指标，measure 派生指标", "indicator or measure"),
            .text("label_zh", "名称（中文）", "Chinese label"), .text("label_en", "名称（英文）", "English label"),
            .text("unit", "单位", "unit"),
            .integer("scale", "数值除以此数得显示值", "a value divided by this is in the unit"),
            .text("editions", "有此格的表样；文中叙述的为 narrative", "editions that have it; narrative where sentences tell it"),
            .text("definition_zh", "定义（中文）", "Chinese definition"),
            .text("definition_en", "定义（英文）", "English definition"),
            .text("source", "依据", "source", optional: true),
            .text("breaks_zh", "口径变化（中文）", "breaks, in Chinese", optional: true),
            .text("breaks_en", "口径变化（英文）", "breaks, in English", optional: true),
        ])
}
