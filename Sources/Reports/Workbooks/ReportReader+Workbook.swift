import Catalogue
import Documents
import Values

/// One of the reports that a document holds, or why it is none.
package struct ReportPart: Sendable {
    /// The sheet that tells it from the others, where a workbook holds several.
    package var sheet: String?
    package var result: Result<Report, ReportError>
}

/// Workbooks: a sheet for each table of one report, or a report for each sheet or two.
extension ReportReader {
    /// Reads all reports of a document: one of any but a workbook, whose sheets may be of several townships or years.
    package func readAll(
        _ document: Document, path: String, override: IdentityOverride = IdentityOverride()
    ) -> [ReportPart] {
        let summaries = summaries(of: document, override)
        if summaries.isEmpty, let rows = readRows(document, path: path, override: override) { return rows }
        let groups = groups(of: document, besides: summaries)
        guard groups.count > 1 else {
            let read = result { () throws(ReportError) in try self.read(document, path: path, override: override) }
            return [ReportPart(result: explained(read, document))]
        }
        let reports = groups.filter { !$0.isNobodys }
        let isNamed = reports.contains { $0.township != nil }
        var parts = reports.map { group in
            // The file is named after one of its townships at most.
            let path = isNamed && group.township == nil ? "" : path
            return ReportPart(
                sheet: group.sheets.first?.name,
                result: result { () throws(ReportError) in
                    let part = DocumentPart(group.sheets, of: document)
                    return try read(part.document, path: path, override: override).moved(part.whole)
                })
        }
        Self.refuseRivals(among: &parts, of: reports, isTold: override.township != nil || override.year != nil)
        let left = document.sheets.filter { summaries.contains($0.name) }
        let others = Self.doubts(of: left + groups.filter(\.isNobodys).flatMap(\.sheets), document)
        for number in parts.indices {
            guard case .success(var report) = parts[number].result else { continue }
            report.doubts.insert(contentsOf: others, at: 0)
            parts[number].result = .success(report)
            break
        }
        return parts
    }

    /// The same for the one report of a document that a position of its transcript belongs to.
    package func read(
        _ document: Document, at position: Int?, path: String, override: IdentityOverride
    ) throws(ReportError) -> Report {
        let summaries = summaries(of: document, override)
        if summaries.isEmpty, let position,
            var report = try row(of: document, at: position, path: path, override: override)
        {
            report.township = override.township ?? report.township
            return report
        }
        let groups = groups(of: document, besides: summaries)
        guard groups.count > 1, let position else { return try read(document, path: path, override: override) }
        for group in groups {
            let part = DocumentPart(group.sheets, of: document)
            guard part.contains(position) else { continue }
            return try read(part.document, path: path, override: override).moved(part.whole)
        }
        throw .noReport
    }

    /// The report of the row that a position is in, by preference the one of the township, which a merged cell may
    /// share with others; or of the row that is read for the township now. The year may be one that the user has told.
    private func row(
        of document: Document, at position: Int, path: String, override: IdentityOverride
    ) throws(ReportError) -> Report? {
        var refusal: ReportError?
        for told in [IdentityOverride(), IdentityOverride(year: override.year)] {
            let parts = readRows(document, path: path, override: told) ?? []
            let reports = parts.compactMap { try? $0.result.get() }
            let own = reports.filter { $0.figures.contains { $0.range.lowerBound == position } }
            let named = reports.filter { $0.township == override.township && $0.year == override.year }
            if let found = own.first(where: named.contains) ?? own.first ?? named.first { return found }
            for case .failure(let error) in parts.filter({ $0.sheet == override.township }).map(\.result) {
                if case .rowsUnclear = error { refusal = error }
            }
        }
        if let refusal { throw refusal }
        return nil
    }

    private func result(_ body: () throws(ReportError) -> Report) -> Result<Report, ReportError> {
        do throws(ReportError) { return .success(try body()) } catch { return .failure(error) }
    }

    /// A report of nobody, where the document is a table of several townships that would be read of a workbook.
    private func explained(_ read: Result<Report, ReportError>, _ document: Document) -> Result<Report, ReportError> {
        guard document.sheets.isEmpty, document.mediaType != .csv else { return read }
        switch read {
        case .failure(.townshipUnknown), .failure(.notOfATownship):
            return countRows(document).map { .failure(.rowsOutsideWorkbook(count: $0)) } ?? read
        default: return read
        }
    }

    /// The sheets of each report. Where no table stands in two of them, all are of one, unless they name several.
    private func groups(of document: Document, besides summaries: Set<String>) -> [SheetGroup] {
        guard document.sheets.count > 1 else { return [] }
        let sheets = document.sheets.filter { !summaries.contains($0.name) }.map { group(of: $0, document) }
        let count = sheets.reduce(0) { $0 + $1.indicators.count }
        guard Set(sheets.flatMap(\.indicators)).count < count || SheetGroup.areOfSeveral(sheets) else { return [] }
        return SheetGroup.groups(of: sheets)
    }

    /// The sheets that have a township in each row, where several townships have sheets of their own with a whole
    /// table of the form: then these are their reports, and the rows a summary.
    private func summaries(of document: Document, _ override: IdentityOverride) -> Set<String> {
        guard document.sheets.count > 2, override.township == nil else { return [] }
        let names = document.text.withUnsafeBufferPointer { text in
            Set(RowsTable.all(in: document, text, rowWords).compactMap(\.sheet))
        }
        guard !names.isEmpty else { return [] }
        let others = document.sheets.filter { !names.contains($0.name) }.map { group(of: $0, document) }
        let own = others.filter { $0.township != nil && $0.indicators.count >= Self.cellsOfATable }
        return Set(own.map(\.township)).count > 1 ? names : []
    }

    /// Of table 2, the smallest that says what a report is.
    private static let cellsOfATable = 10

    /// A sheet with the figures of its tables and what it says of itself.
    private func group(of sheet: Document.Sheet, _ document: Document) -> SheetGroup {
        var part = DocumentPart([sheet], of: document).document
        part.text = StandIns.replaced(in: part.text) ?? part.text
        return part.text.withUnsafeBufferPointer { text in
            let identity = IdentityReader(part, text, headings, path: "").read(IdentityOverride())
            return SheetGroup(
                sheet, indicators: Set(tables.read(part, text).figures.map(\.indicator)),
                township: identity.township, year: identity.year, title: identity.title, headings.reports.titles)
        }
    }

    /// Two sheets that say different things of one township and year are not told apart; of two alike, one counts.
    ///
    /// - Parameter isTold: whether the user has said whose or of when all are, whatever the sheets are called.
    private static func refuseRivals(among parts: inout [ReportPart], of groups: [SheetGroup], isTold: Bool) {
        var places: [[String]: [Int]] = [:]
        for (number, part) in parts.enumerated() {
            guard case .success(let report) = part.result else { continue }
            places[[report.county, report.township, "\(report.year)"], default: []].append(number)
        }
        var copies = Set<Int>()
        for numbers in places.values where numbers.count > 1 {
            let readings = numbers.map { number in
                (try? parts[number].result.get().figures.map { "\($0.indicator.place) \($0.reading)" }) ?? []
            }
            if readings.allSatisfy({ $0 == readings[0] }) {
                copies.formUnion(numbers.dropFirst())
            } else {
                let error = rivalry(of: numbers, parts, groups, isTold: isTold)
                for number in numbers { parts[number].result = .failure(error) }
            }
        }
        parts = parts.indices.filter { !copies.contains($0) }.map { parts[$0] }
    }

    /// Why sheets are not told apart: they are not named, or their names say other than their text.
    private static func rivalry(
        of numbers: [Int], _ parts: [ReportPart], _ groups: [SheetGroup], isTold: Bool
    ) -> ReportError {
        let names = numbers.compactMap { parts[$0].sheet }
        guard !isTold, let first = numbers.first, case .success(let report) = parts[first].result else {
            return .severalSheets(names: names)
        }
        let other = numbers.filter { groups[$0].isNamedOtherwise(than: report) }.compactMap { parts[$0].sheet }
        return other.isEmpty
            ? .severalSheets(names: names)
            : .sheetsContradicted(names: other, township: report.township, year: report.year)
    }

    /// What is to be said of sheets that are no report's, and of hidden ones.
    private static func doubts(of others: [Document.Sheet], _ document: Document) -> [Doubt] {
        let hidden = document.notices.filter { notice in
            if case .hiddenLeftOut(_, position: nil) = notice { true } else { false }
        }
        return others.map { Doubt(.sheetLeftOut, at: $0.range.lowerBound..<$0.range.lowerBound, found: $0.name) }
            + hidden.map { Doubt($0) }
    }
}

extension Report {
    /// The report with all that stands in its document moved.
    fileprivate func moved(_ place: (Range<Int>) -> Range<Int>) -> Report {
        var report = self
        for index in figures.indices { report.figures[index].range = place(figures[index].range) }
        for index in quantities.indices { report.quantities[index].range = place(quantities[index].range) }
        for index in sections.indices { report.sections[index].range = place(sections[index].range) }
        for index in doubts.indices { report.doubts[index].range = doubts[index].range.map(place) }
        return report
    }
}
