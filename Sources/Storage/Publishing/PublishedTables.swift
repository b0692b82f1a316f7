extension PublishedTable {
    /// In an order in which each refers only to those before it.
    package static let all = [
        edition, state, qualifier, county, township, report, indicator, succession, figure, finding, roleValue, number,
        measure, measureValue, benchmark, codebook,
    ]

    package static let edition = PublishedTable(
        "edition", "表样", "editions of the official form", key: ["edition"],
        [
            .text("edition", "表样", "edition"), .text("label_zh", "名称（中文）", "Chinese label"),
            .text("label_en", "名称（英文）", "English label"),
        ])

    /// The state of a figure that a report does not mention, and staff entered.
    package static let entered = "entered"

    package static let state = PublishedTable(
        "state", "单元格的状态", "what a cell can be", key: ["state"],
        [
            .text("state", "状态", "state"), .text("label_zh", "含义（中文）", "Chinese label"),
            .text("label_en", "含义（英文）", "English label"),
        ])

    package static let qualifier = PublishedTable(
        "qualifier", "概数", "words that make a number approximate", key: ["qualifier"],
        [
            .text("qualifier", "概数", "qualifier"), .text("label_zh", "含义（中文）", "Chinese label"),
            .text("label_en", "含义（英文）", "English label"),
        ])

    private static let county = PublishedTable(
        "county", "县区", "counties", key: ["county_id"],
        [
            .integer("county_id", "编号", "number"),
            .text("name", "名称；未注明县区的为空", "name, empty for reports without a county", optional: true),
            .text("code", "行政区划代码", "administrative code", optional: true),
        ])

    private static let township = PublishedTable(
        "township", "乡镇、街道", "townships", key: ["township_id"], references: ["county_id": "county"],
        [
            .integer("township_id", "编号", "number"), .integer("county_id", "所属县区", "the county"),
            .text("name", "名称", "name"),
            .text("kind", "类别", "kind", optional: true),
            .text("code", "行政区划代码", "administrative code", optional: true),
            .integer(
                "is_township", "乡镇、街道为 1；县本级和部门为 0，不应计入合计",
                "1 of a township; 0 of the county itself or a department, which belongs in no sum over townships"),
        ])

    private static let report = PublishedTable(
        "report", "现行的年报", "the current reports", key: ["report_id"],
        references: ["township_id": "township", "edition": "edition"],
        [
            .integer("report_id", "编号", "number"), .integer("township_id", "乡镇", "the township"),
            .integer("year", "年度", "year"), .text("edition", "表样", "edition of the form"),
            .text("title", "标题", "title", optional: true),
            .text("period_start", "统计期限起", "first day of the period", optional: true),
            .text("period_end", "统计期限止", "last day of the period", optional: true),
            .text("published_on", "发布日期", "day of publication", optional: true),
            .integer("revision", "第几版", "revision"),
            .integer("cells_expected", "应有格数", "cells that the form has"),
            .integer("cells_read", "读出格数", "cells read"),
            .text("path", "导入时的路径", "path of the document when imported", optional: true),
            .text("sha256", "原始文件的 SHA-256", "SHA-256 of the document"),
        ])

    private static let indicator = PublishedTable(
        "indicator", "指标", "indicators", key: ["indicator_id"],
        [
            .integer("indicator_id", "编号", "number"), .text("code", "代码", "code"),
            .text("label_zh", "名称（中文）", "Chinese label"), .text("label_en", "名称（英文）", "English label"),
            .text("unit", "单位", "unit"),
            .integer("scale", "数值除以此数得显示值", "a value divided by this is in the unit"),
        ])

    package static let succession = PublishedTable(
        "succession", "表样变化前后指标的承接", "which indicators follow each other over changes of the form",
        key: ["succession_id"],
        [
            .integer("succession_id", "编号", "number"), .text("older", "旧指标代码", "code of the older indicator"),
            .text("newer", "新指标代码；没有的为空", "code of the newer indicator, empty where it ended", optional: true),
            .text("grade", "same 相同，near 相近，not_comparable 不可比，ended 取消", "same, near, not_comparable or ended"),
            .text("note_zh", "说明（中文）", "Chinese note"), .text("note_en", "说明（英文）", "English note"),
        ])

    package static let figure = PublishedTable(
        "figure", "数字，用最小单位的整数", "figures, as whole numbers of the smallest unit",
        key: ["report_id", "indicator_id"],
        references: [
            "report_id": "report", "indicator_id": "indicator", "state": "state", "qualifier": "qualifier",
        ],
        [
            .integer("report_id", "年报", "the report"), .integer("indicator_id", "指标", "the indicator"),
            .text("state", "状态", "state"),
            .integer("value", "数值；没有数的为空", "the value, empty unless reported", optional: true),
            .text("qualifier", "概数；准确的为空", "qualifier, empty where exact", optional: true),
            .integer("precision", "原文写到的最小一档", "the step of the last written digit", optional: true),
            .integer("corrected", "更正后的数值", "what staff put in its place", optional: true),
            .integer("line", "原文第几行；补录的为空", "the line that it stands in, empty where entered", optional: true),
            .text("display_value", "数值，用显示单位", "the value in display units", optional: true),
            .text("display_corrected", "更正后的数值，用显示单位", "the corrected value in display units", optional: true),
        ])

    private static let roleValue = PublishedTable(
        "role_value", "说明数字含义的词", "the words that say what numbers are", key: ["role", "name"],
        [
            .text("role", "项", "the role"), .text("name", "词", "name"),
            .text("label_zh", "名称（中文）", "Chinese label"), .text("label_en", "名称（英文）", "English label"),
        ])

    package static let number = PublishedTable(
        "number", "文中每个带单位的数及其含义；词见 role_value，几个以空格分隔，未写明为空",
        "every number with a unit in sentences, and what is said of it: names of role_value, several divided by spaces",
        key: ["report_id", "ordinal"],
        references: ["report_id": "report", "indicator_id": "indicator", "qualifier": "qualifier"],
        [
            .integer("report_id", "年报", "the report"), .integer("ordinal", "次序", "order"),
            .integer("value", "数值，最小单位（金额为分，百分数为万分之一）", "the value in the smallest unit, as in figure"),
            .text("unit", "单位；没有写的为空", "unit as written, empty where there is none", optional: true),
            .text("qualifier", "概数；准确的为空", "qualifier, empty where exact", optional: true),
        ]
            + [
                ("object", "事物", "what is counted"), ("act", "动作", "what was done"),
                ("carrier", "渠道", "the channel"), ("source", "来源", "where the cases come from"),
                ("standing", "是全部、合计还是其中一部分等", "whole, total, part and so on"), ("time", "时间", "time"),
                ("level", "层级", "level"),
            ].map { .text($0.0, $0.1, $0.2, optional: true) }
            + [
                .integer("indicator_id", "归入的指标；没有的为空", "the indicator that took it, or empty", optional: true)
            ]
            + [
                ("measure", "百分数是什么的比率", "of what a percentage is the rate"),
                ("variety", "类别", "which of the kinds"), ("told", "写成数字还是别的写法", "how it is written"),
            ].map { .text($0.0, $0.1, $0.2, optional: true) })

    package static let finding = PublishedTable(
        "finding", "核对结果", "what does not add up", key: ["finding_id"],
        references: ["report_id": "report"],
        [
            .integer("finding_id", "编号", "number"), .integer("report_id", "年报", "the report"),
            .text("rule", "规则", "rule"), .text("severity", "程度", "severity"),
            .integer("line", "原文第几行", "the line that it is about", optional: true),
            .integer("waived", "已豁免为 1，否则为 0", "1 where staff have accepted it, else 0"),
            .text("message_zh", "说明（中文）", "Chinese message"), .text("message_en", "说明（英文）", "English message"),
        ])
}
