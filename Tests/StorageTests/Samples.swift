import Catalogue
import Documents
import Foundation
import Reports
import Support
import Values

@testable import Storage

/// Tests name the sample indicators by their places.
extension Indicator.ID: ExpressibleByIntegerLiteral {
    package init(integerLiteral place: Int) { self.init(place: place) }
}

extension Archive {
    /// Those of every indicator.
    func figures(_ filter: Filter, _ body: (ExportedFigure) throws -> Void) throws {
        try figures(Array(indicators.indices), filter, body)
    }
}

extension Folder {
    func file(_ name: String = "年报.sqlite") -> String { path(name) }
}

enum Samples {
    static let indicators = [
        indicator("requests.received.total", "收到申请·总计", .items),
        indicator("requests.received.natural_person", "收到申请·自然人", .items),
        indicator("hotline_12345.received", "12345热线受理", .items),
        indicator("fees.amount", "收费金额", .yuan),
        indicator("hotline_12345.satisfaction_rate", "满意率", .percent),
    ]

    /// Of a submission that names no other.
    static let place = Place(county: "湟中区", township: "上新庄镇")

    static func indicator(_ code: String, _ label: String, _ unit: Values.Unit) -> Indicator {
        Indicator(code: code, label: Phrase(zh: label, en: "\(code) in English"), unit: unit)
    }

    static func text(received: Int64) -> String {
        """
        上新庄镇2020年政府信息公开工作年度报告
        一、总体情况
        受理12345热线约120件，满意率98.5%。
        收费 1.53万元
        申请\t\(received)\t/
        """
    }

    /// A submission whose transcript is `text(received:)` and a line with `mark`, so that another mark makes other
    /// bytes.
    static func submission(
        township: String = "上新庄镇", county: String = "湟中区", year: Int = 2020, mark: String = "",
        received: Int64 = 3, path: String? = nil
    ) -> Submission {
        let bytes = Array((text(received: received) + "\n\(township)\(year)\(mark)\n").utf8)
        let report = report(township: township, county: county, year: year, received: received)
        let original = Original(
            bytes: bytes, fingerprint: Fingerprint(of: bytes), path: path ?? "年报/\(township).txt",
            modifiedAt: 1_612_400_000, mode: 0o640)
        let document = Document(text: bytes, blocks: [], mediaType: .plainText, encoding: "UTF-8")
        return Submission(original: original, document: document, report: report)
    }

    /// Reports of so many townships of 丁县, which received 0, 1, 2, … requests.
    static func many(_ count: Int) -> [Submission] {
        (0..<count).map { submission(township: "\($0)镇", county: "丁县", received: Int64($0)) }
    }

    static func report(township: String, county: String, year: Int, received: Int64) -> Report {
        let text = text(received: received)
        func range(_ words: String) -> Range<Int> {
            guard let found = text.range(of: words) else { return 0..<0 }
            let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
            return start..<start + words.utf8.count
        }
        let hotline = Amount(value: 120, qualifier: .about)
        let fees = Amount(value: 1_530_000, precision: 10_000)
        return Report(
            township: township, county: county, year: year, edition: "2021", title: "\(township)\(year)年年报",
            periodStart: "\(year)-01-01", periodEnd: "\(year)-12-28", publishedOn: nil,
            sections: [Section(heading: "一、总体情况", range: range("一、总体情况"))],
            figures: [
                Figure(indicator: 0, reading: .reported(Amount(value: received)), range: range("\(received)\t")),
                Figure(indicator: 1, reading: .notApplicable, range: range("/")),
                Figure(indicator: 2, reading: .reported(hotline), range: range("约120件")),
                Figure(indicator: 3, reading: .reported(fees), range: range("1.53万元")),
                Figure(indicator: 4, reading: .reported(Amount(value: 9850, precision: 10)), range: range("98.5%")),
            ],
            quantities: [Quantity(amount: hotline, unit: "件", range: range("约120件"), indicator: 2)],
            doubts: [
                Doubt(.periodNotFullYear, at: range("2020年"), found: "12-28", expected: "12-31"), Doubt(.missingRow),
            ],
            cellsExpected: 200, cellsRead: 198)
    }
}
