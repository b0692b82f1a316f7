import Documents
import Storage
import Values

/// A list of townships with their division codes, as a CSV file that a spreadsheet has saved.
///
/// The header names the columns in any order: `county,township,code` or 县区、乡镇、代码; others are passed over. A line
/// without a township gives the county's own code.
package struct TownshipList: Sendable {
    package let places: [PlaceListing]

    /// What a column of townships is headed.
    static let headings: Set = ["township", "乡镇", "乡镇街道", "乡镇（街道）", "街道乡镇"]
    static let countyHeadings: Set = ["county", "县区", "区县", "县", "县（市、区）"]

    /// Whether the first line names the columns.
    static func isHeaded(_ file: UserFile) -> Bool {
        let header = CSVRecords(Array(file.text.utf8)).records.first?.fields.map { $0.lowercased() } ?? []
        return header.contains(where: countyHeadings.contains) && header.contains(where: headings.contains)
    }

    package init(_ file: UserFile) throws(TownshipListError) {
        let name = file.path
        let records = CSVRecords(Array(file.text.utf8)).records
        guard let header = records.first else { throw TownshipListError.noHeader(file: name) }
        func column(_ names: Set<String>) -> Int? { header.fields.firstIndex { names.contains($0.lowercased()) } }
        guard let county = column(Self.countyHeadings), let township = column(Self.headings) else {
            throw TownshipListError.noHeader(file: name)
        }
        let code = column(["code", "代码", "区划代码", "行政区划代码"])
        var places: [PlaceListing] = []
        for record in records.dropFirst() {
            func field(_ column: Int?) -> String {
                column.flatMap { record.fields.indices.contains($0) ? record.fields[$0] : nil } ?? ""
            }
            let place = PlaceListing(
                county: field(county), township: field(township),
                code: try Self.code(field(code), file: name, line: record.line))
            guard !place.county.isEmpty else { throw TownshipListError.noCounty(file: name, line: record.line) }
            places.append(place)
        }
        self.places = places
    }

    /// A code of digits; without the apostrophe or the `="…"` that keeps a spreadsheet from taking it for a number.
    private static func code(_ field: String, file: String, line: Int) throws(TownshipListError) -> String? {
        var code = field[...]
        if code.hasPrefix("=\""), code.hasSuffix("\"") { code = code.dropFirst(2).dropLast() }
        if code.hasPrefix("'") { code = code.dropFirst() }
        guard !code.isEmpty else { return nil }
        guard (6...12).contains(code.utf8.count), code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .badCode(file: file, line: line, code: field)
        }
        return String(code)
    }
}

/// Why a file is no list of townships; nothing of it was taken then.
package enum TownshipListError: ExplainedError, Equatable {
    case noHeader(file: String)
    case noCounty(file: String, line: Int)
    case badCode(file: String, line: Int, code: String)

    package var status: ExitStatus { .noReport }

    package var explanation: Phrase {
        switch self {
        case .noHeader(let file):
            Phrase(
                zh: "\(file) 的第一行应为列名 county,township,code（或 县区,乡镇,代码）",
                en: "the first line of \(file) must name the columns county,township,code")
        case .noCounty(let file, let line):
            Phrase(
                zh: "\(file) 第 \(line) 行没有县区，整个名单未导入", en: "line \(line) of \(file) names no county; nothing was taken")
        case .badCode(let file, let line, let code):
            Phrase(
                zh: "\(file) 第 \(line) 行的代码“\(code)”不是 6 至 12 位数字（电子表格可能改写了它，请把该列设为文本），整个名单未导入",
                en:
                    "the code '\(code)' in line \(line) of \(file) is not 6 to 12 digits (a spreadsheet may "
                    + "have changed it: make the column text); nothing was taken"
            )
        }
    }
}
