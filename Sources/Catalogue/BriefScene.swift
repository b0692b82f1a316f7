import Values

/// What a sentence of a brief can be about, with the numbers and conditions that there are for it.
package enum BriefScene: String, Sendable, CaseIterable {
    case coverage
    /// One after the other, each of the indicators that are added up.
    case totals
    case rankings
    case unusual
    case unusualRule = "unusual_rule"
    case findingCounts = "finding_counts"
    case copiedCounts = "copied_counts"

    package var slots: [String] {
        ["county", "year"]
            + {
                switch self {
                case .coverage:
                    ["townships", "reported", "missing", "missing_count", "last_reported", "changed"]
                case .totals:
                    ["label", "unit", "value", "basis", "both_years", "before", "now", "change", "percent"]
                case .rankings:
                    [
                        "label", "unit", "count", "highest", "most", "lowest", "least", "median", "unranked_count",
                        "unranked",
                    ]
                case .unusual: ["township", "label", "unit", "before", "now", "passage"]
                case .unusualRule: ["times", "apart", "found", "listed"]
                case .findingCounts: ["errors", "warnings", "notes", "affected", "listed", "reading", "waived"]
                case .copiedCounts: ["compared", "copied", "percent", "names"]
                }
            }()
    }

    /// What people call a number that a sentence wants.
    package static func words(of slot: String) -> Phrase {
        slotWords[slot] ?? Phrase(slot)
    }

    private static let slotWords: [String: Phrase] = [
        "value": Phrase(zh: "合计数", en: "total"), "basis": Phrase(zh: "有数的乡镇", en: "townships with figures"),
        "both_years": Phrase(zh: "两年都有的准确数", en: "exact figures of both years"),
        "before": Phrase(zh: "上年的数", en: "last year's figure"), "now": Phrase(zh: "本年的数", en: "this year's figure"),
        "change": Phrase(zh: "增减数", en: "change"), "percent": Phrase(zh: "增减幅度", en: "percentage"),
        "count": Phrase(zh: "三个以上乡镇的确定数", en: "certain figures of three townships"),
        "highest": Phrase(zh: "并列不超过三个的最高者", en: "no more than three highest"),
        "most": Phrase(zh: "最高数", en: "highest figure"),
        "lowest": Phrase(zh: "并列不超过三个的最低者", en: "no more than three lowest"),
        "least": Phrase(zh: "最低数", en: "lowest figure"), "median": Phrase(zh: "中位数", en: "median"),
        "passage": Phrase(zh: "报告原文", en: "sentence of the report"),
        "missing": Phrase(zh: "缺报的乡镇", en: "who is missing"),
        "last_reported": Phrase(zh: "上年报送数", en: "who reported last year"),
        "names": Phrase(zh: "乡镇名单", en: "names of townships"),
    ]

    package var conditions: [String] {
        switch self {
        case .coverage: ["complete", "incomplete", "last_year", "changed"]
        case .totals: ["rise", "fall", "from_nothing", "same"]
        case .rankings: ["different", "unranked"]
        case .unusual: []
        case .unusualRule: ["any", "more", "none"]
        case .findingCounts: ["any", "listed", "none", "reading", "waived"]
        case .copiedCounts: ["any", "none"]
        }
    }
}

/// A table that a brief can have.
package enum BriefTable: String, Sendable, CaseIterable {
    case totals
    case rankings
    case findings
    case copied
}
