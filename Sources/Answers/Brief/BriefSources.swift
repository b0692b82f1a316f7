import Catalogue
import Documents
import Output
import Reports
import Storage
import Values

/// Where the figures of a county's two years stand, for the footnotes of a brief.
struct BriefSources {
    private struct Source {
        var report: StoredReport
        var transcript: [UInt8]
        var lines: LineNumbers
    }

    /// So many figures of a sum are traced one by one.
    private static let mostTraced = 30

    private let indicators: IndicatorList
    private let language: Language
    private var sources: [Place: [Int: Source]] = [:]

    init(_ archive: Archive, _ summaries: [ReportSummary], asOf moment: Moment?, language: Language) throws {
        indicators = archive.indicators
        self.language = language
        for summary in summaries {
            let transcript = try archive.transcript(of: summary)
            sources[summary.place, default: [:]][summary.year] = Source(
                report: try archive.report(summary, asOf: moment), transcript: transcript,
                lines: LineNumbers(transcript))
        }
    }

    /// Of one figure: township, year, code, value, and the file with its line.
    func note(_ line: ComparedLine, _ place: Place, _ year: Int, _ cell: ComparedCell) -> String {
        let value = BriefNumbers.words(cell, line, language)
        let said = "\(place.township) \(year) \(line.code)"
        return Phrase(
            zh: "\(said)：\(value)，\(origin(line, place, year, cell))",
            en: "\(said): \(value), \(origin(line, place, year, cell))"
        )[language]
    }

    /// Of several figures of one township: their codes with their lines, and the file.
    func note(_ lines: [ComparedLine], _ place: Place, _ year: Int, _ cell: (ComparedLine) -> ComparedCell) -> String? {
        guard let source = sources[place]?[year] else { return nil }
        let parts = lines.filter { cell($0).amount != nil }.map { line in
            if let measure = line.measure { return "\(line.code) = \(operands(of: measure, source))" }
            let corrected = cell(line).isCorrected ? correction(line.indicator, source) : ""
            guard let figure = figure(line, source) else { return line.code + corrected }
            let number = source.lines.line(at: figure.range.lowerBound)
            return Phrase(zh: "\(line.code) 第 \(number) 行", en: "\(line.code) line \(number)")[language] + corrected
        }
        let list = parts.joined(separator: Phrase(zh: "；", en: "; ")[language])
        return Phrase(
            zh: "\(place.township) \(year)，\(source.report.summary.path)：\(list)",
            en: "\(place.township) \(year), \(source.report.summary.path): \(list)")[language]
    }

    /// The file of a report.
    func path(_ place: Place, _ year: Int) -> String? { sources[place]?[year]?.report.summary.path }

    /// Of a sum, each of its figures.
    func note(sumOf line: ComparedLine, column: Int, in grid: ComparisonGrid) -> String {
        let (year, total) = (grid.years[column], line.totals[column])
        let rows = grid.townships.indices.filter { total.includes.indices.contains($0) && total.includes[$0] }
        let parts = rows.prefix(Self.mostTraced).map { row in
            let (place, cell) = (grid.townships[row], line.cells[row][column])
            let value = BriefNumbers.words(cell, line, language)
            return Phrase(
                zh: "\(place.township) \(value)（\(origin(line, place, year, cell))）",
                en: "\(place.township) \(value) (\(origin(line, place, year, cell)))")[language]
        }
        let more =
            rows.count > parts.count
            ? Phrase(
                zh: "等 \(rows.count) 个乡镇，全部见 nianbao compare \(line.code)",
                en: " and others of \(rows.count) townships; nianbao compare \(line.code) tells all")[language] : ""
        let list = parts.joined(separator: Phrase(zh: "、", en: ", ")[language])
        return Phrase(zh: "\(year) \(line.code)：\(list)\(more)", en: "\(year) \(line.code): \(list)\(more)")[language]
    }

    /// The sentence or the row that a figure stands in, on one line; nil where the report does not tell it.
    func passage(_ line: ComparedLine, _ place: Place, _ year: Int) -> String? {
        guard let source = sources[place]?[year], let figure = figure(line, source) else { return nil }
        let context = Passage.context(of: figure.range, in: source.transcript)
        let text = Passage.oneLine(String(decoding: source.transcript[context], as: UTF8.self))
        return text.isEmpty ? nil : text
    }

    private func figure(_ line: ComparedLine, _ source: Source) -> Figure? {
        line.indicator.flatMap(source.report.report.figure)
    }

    /// Of a measure, the figures that it was worked out of: those of the first formula that the report has all of.
    private func operands(of measure: Measure, _ source: Source) -> String {
        let figures = source.report.report.figures
        let known = Dictionary(figures.map { (indicators[$0.indicator].code, $0) }, uniquingKeysWith: { $1 })
        let corrections = source.report.corrections
        func isTold(_ code: String) -> Bool {
            known[code] != nil || indicators.id(of: code).map { corrections[$0] != nil } == true
        }
        let formulas = measure.formulas.map { formula in formula.terms.filter { $0.yearOffset == 0 }.map(\.code) }
        let codes = formulas.first { $0.allSatisfy(isTold) } ?? formulas.first ?? []
        var seen: Set<String> = []
        return codes.filter { seen.insert($0).inserted }.map { code in
            let id = indicators.id(of: code)
            if let id, let value = corrections[id] {
                let unit = indicators[id].unit
                return "\(code) \(unit.display(value))\(unit.rawValue)\(correction(id, source))"
            }
            guard let figure = known[code] else { return code }
            let value = figure.reading.told(in: indicators[figure.indicator].unit)[language]
            let line = source.lines.line(at: figure.range.lowerBound)
            return Phrase(zh: "\(code) \(value)（第 \(line) 行）", en: "\(code) \(value) (line \(line))")[language]
        }.joined(separator: Phrase(zh: "、", en: ", ")[language])
    }

    /// What the report itself says in place of a value that staff entered.
    private func correction(_ indicator: Indicator.ID?, _ source: Source) -> String {
        let figure = source.report.report.figures.first { $0.indicator == indicator }
        guard let figure else { return Phrase(zh: "（已更正）", en: " (corrected)")[language] }
        let said = figure.reading.told(in: indicators[figure.indicator].unit)
        return Phrase(zh: "（已更正，原文为 \(said.zh)）", en: " (corrected; the report says \(said.en))")[language]
    }

    private func origin(_ line: ComparedLine, _ place: Place, _ year: Int, _ cell: ComparedCell) -> String {
        guard let source = sources[place]?[year] else { return "" }
        let path = source.report.summary.path
        if let measure = line.measure {
            return Phrase(zh: "\(path)：", en: "\(path): ")[language] + operands(of: measure, source)
        }
        let corrected = cell.isCorrected ? correction(line.indicator, source) : ""
        guard let figure = figure(line, source) else { return path + corrected }
        return "\(path):\(source.lines.line(at: figure.range.lowerBound))\(corrected)"
    }
}

/// Numbers of a line as a brief writes them: thousands set apart, large sums of money in 万元, exactly; all numbers of a
/// sentence in one unit.
struct BriefNumbers {
    /// 10,000 元 in 分.
    private static let tenThousand: UInt64 = 1_000_000

    let unit: String
    private let scale: Scale
    private let language: Language

    /// - Parameter largest: the largest number of the sentence, which decides the unit.
    init(_ line: ComparedLine, largest: Int64, _ language: Language) {
        let isLarge = line.unit == Unit.yuan.rawValue && largest.magnitude >= Self.tenThousand
        unit = isLarge ? "万元" : line.unit
        scale = isLarge ? .millionths : line.scale
        self.language = language
    }

    func digits(_ amount: Amount) -> String {
        let digits = Number(amount.value, scale).groupedDigits
        return amount.qualifier?.told(digits)[language] ?? digits
    }

    func digits(_ value: Int64) -> String { digits(Amount(value: value)) }

    /// What lies between two numbers of the line.
    func digits(_ exact: ExactNumber) -> String? { Number(exact, scale)?.groupedDigits }

    /// With the marks that tables have beside a number: of what staff corrected, and of a rate over few cases.
    func marked(_ cell: ComparedCell) -> String? { cell.amount.map { digits($0) + Self.marks([cell], language) } }

    /// The marks of a number that several cells have, or of one that was worked out of them.
    static func marks(_ cells: [ComparedCell], _ language: Language) -> String {
        (cells.contains(where: \.isCorrected) ? Mark.corrected.sign[language] : "")
            + (cells.contains(where: \.isOverFew) ? Mark.few.sign[language] : "")
    }

    /// A cell by itself, with its unit.
    static func words(_ cell: ComparedCell, _ line: ComparedLine, _ language: Language) -> String {
        guard let amount = cell.amount else { return Phrase(zh: "无数", en: "no figure")[language] }
        let numbers = BriefNumbers(line, largest: amount.value, language)
        return numbers.digits(amount) + marks([cell], language) + numbers.unit
    }
}
