import Checks
import Output
import Storage
import Values

/// Letters to townships that ask them to look at what does not add up, one Markdown page each, in Chinese and ready to
/// send.
package enum Letters {
    package struct CorrectionLetter: Sendable {
        /// `青禾县-白杨镇.md`
        package let name: String
        package let text: String
    }

    /// One for each township that has something to correct: errors and suspicions that nobody has accepted.
    ///
    /// - Parameters:
    ///   - sender: who signs; no signature without one.
    ///   - day: the day of the letter, `2021-02-04`.
    package static func write(_ findings: [Finding], sender: String?, day: String) -> [CorrectionLetter] {
        let wanted = findings.filter { !$0.isWaived && $0.severity > .note }
        let townships = Dictionary(grouping: wanted) { Place(county: $0.county, township: $0.township) }
        let letters = townships.sorted { ($0.key.county, $0.key.township) < ($1.key.county, $1.key.township) }
        let names = letters.map { place, _ in
            let parts = [place.county, place.township].filter { !$0.isEmpty }
            return String(parts.joined(separator: "-").map { $0.isWhitespace ? "_" : $0 })
        }
        return zip(FileNames.distinct(names), letters).map { name, letter in
            CorrectionLetter(
                name: name + ".md", text: text(letter.key, letter.value, sender: sender, day: day))
        }
    }

    private static func text(_ place: Place, _ findings: [Finding], sender: String?, day: String) -> String {
        let body = Self.body(place.township)
        let own = (TownshipKind(of: place.township) ?? .town).addressed
        let years = Set(findings.map(\.year)).sorted()
        var lines = [
            "# 政府信息公开工作年度报告整改通知", "", "\(body)：", "",
            """
            经核对，\(own)\(years.map { "\($0)" }.joined(separator: "、"))年政府信息公开工作年度报告中有下列 \(findings.count) 处数字或内容不相符，\
            请对照台账和原件逐项核实。
            """,
        ]
        for year in years {
            lines += ["", "## \(year)年度", "", "| 序号 | 程度 | 问题 | 请核实 |", "|---|---|---|---|"]
            for (number, finding) in findings.filter({ $0.year == year }).enumerated() {
                lines.append(
                    """
                    | \(number + 1) | \(finding.severity == .error ? "须更正" : "请核实") | \(cell(finding.located.zh)) | \
                    \(cell(finding.remedy.zh)) |
                    """
                )
            }
        }
        lines += [
            "", "请\(own)于收到本通知后核实上述各项：确有错误的，更正后重新公布并报送更正后的报告；原文无误的，请书面说明情况。", "",
            "说明：“第几行”指报送文件转为文本后的行号；表中给出的改法由各项勾稽关系推算得出，以台账为准。",
        ]
        if let sender { lines += ["", sender] }
        return (lines + ["", chineseDay(day), ""]).joined(separator: "\n")
    }

    /// Whom the letter goes to: a subdistrict has an office, any other township a government.
    private static func body(_ township: String) -> String {
        township + (TownshipKind(of: township) ?? .town).government
    }

    private static func cell(_ text: String) -> String {
        VisibleText.of(text).split(whereSeparator: \.isNewline).joined(separator: " ").split(
            separator: "|", omittingEmptySubsequences: false
        ).joined(separator: "\\|")
    }

    private static func chineseDay(_ day: String) -> String {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? "\(parts[0])年\(parts[1])月\(parts[2])日" : day
    }
}
