/// One thing that reports tell a figure of: `requests.received.total`, 件.
///
/// The code is the contract with users' scripts; it never changes its meaning (`succession` in the catalogue
/// tells which codes follow each other over a change of the official form).
package struct Indicator: Sendable, Hashable {
    package var code: String
    package var label: Phrase
    package var unit: Unit

    package init(code: String, label: Phrase, unit: Unit) {
        self.code = code
        self.label = label
        self.unit = unit
    }
}

/// The unit that an indicator is shown in. It decides the scale of the stored integer.
package enum Unit: String, Sendable, CaseIterable {
    case items = "件"
    case matters = "项"
    case pieces = "条"
    case articles = "篇"
    case times = "次"
    case things = "个"
    case persons = "人"
    case personTimes = "人次"
    case households = "户"
    case yuan = "元"
    case percent = "%"

    /// How many stored units make one display unit: money is stored in 分, a percentage in hundredths of a percent.
    package var scale: Int64 {
        switch self {
        case .yuan, .percent: 100
        default: 1
        }
    }
}
