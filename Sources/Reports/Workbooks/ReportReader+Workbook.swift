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
        if let rows = readRows(document, path: path, override: override) { return rows }
        let groups = groups(of: document)
        guard groups.count > 1 else {
            return [
                ReportPart(
                    result: result { () throws(ReportError) in
                        try read(document, path: path, override: override)
                    })
            ]
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
        Self.refuseRivals(among: &parts)
        let others = Self.doubts(of: groups.filter(\.isNobodys).flatMap(\.sheets), document)
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
        for case .success(let report) in (readRows(document, path: path, override: IdentityOverride()) ?? []).map(
            \.result)
        where report.figures.contains(where: { $0.range.lowerBound == position }) {
            var report = report
            report.township = override.township ?? report.township
            return report
        }
        let groups = groups(of: document)
        guard groups.count > 1, let position else { return try read(document, path: path, override: override) }
        for group in groups {
            let part = DocumentPart(group.sheets, of: document)
            guard part.contains(position) else { continue }
            return try read(part.document, path: path, override: override).moved(part.whole)
        }
        throw .noReport
    }

    private func result(_ body: () throws(ReportError) -> Report) -> Result<Report, ReportError> {
        do throws(ReportError) { return .success(try body()) } catch { return .failure(error) }
    }

    /// The sheets of each report. Where no table stands in two of them, all are of one.
    private func groups(of document: Document) -> [SheetGroup] {
        guard document.sheets.count > 1 else { return [] }
        let sheets = document.sheets.map { group(of: $0, document) }
        let count = sheets.reduce(0) { $0 + $1.indicators.count }
        guard Set(sheets.flatMap(\.indicators)).count < count else { return [] }
        return SheetGroup.groups(of: sheets)
    }

    /// A sheet with the figures of its tables and what it says of itself.
    private func group(of sheet: Document.Sheet, _ document: Document) -> SheetGroup {
        var part = DocumentPart([sheet], of: document).document
        part.text = StandIns.replaced(in: part.text) ?? part.text
        return part.text.withUnsafeBufferPointer { text in
            let identity = IdentityReader(part, text, path: "").read(IdentityOverride())
            return SheetGroup(
                sheet, indicators: Set(tables.read(part, text).figures.map(\.indicator)),
                township: identity.township, year: identity.year)
        }
    }

    /// Two sheets that say different things of one township and year are not told apart; of two alike, one counts.
    private static func refuseRivals(among parts: inout [ReportPart]) {
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
                let names = numbers.compactMap { parts[$0].sheet }
                for number in numbers { parts[number].result = .failure(.severalSheets(names: names)) }
            }
        }
        parts = parts.indices.filter { !copies.contains($0) }.map { parts[$0] }
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
