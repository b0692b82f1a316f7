import Catalogue
import Output
import Reports
import Storage
import Values

/// A report in its official tables, as a person knows them, and the figures that its sentences tell.
package struct OfficialTables {
    let codebook: Codebook
    /// What stands in each cell, by the code of its indicator.
    let readings: [String: Entry]

    /// Whether amounts are in the unit that the form asks for, 万元 in places; programs get 元 everywhere.
    let hasPrintedUnits: Bool

    init(_ readings: [String: Entry], codebook: Codebook) {
        self.readings = readings
        self.codebook = codebook
        hasPrintedUnits = true
    }

    /// - Parameter indicators: the list that the report's figures refer to.
    package init(_ report: StoredReport, codebook: Codebook, indicators: IndicatorList, hasPrintedUnits: Bool) {
        self.codebook = codebook
        self.hasPrintedUnits = hasPrintedUnits
        var readings: [String: Entry] = [:]
        for figure in report.report.figures {
            let indicator = indicators[figure.indicator]
            let corrected = report.corrections[figure.indicator]
            readings[indicator.code] =
                corrected.map { .number(Number($0, of: indicator.unit, isCorrected: true)) }
                ?? Entry(figure.reading, indicator.unit)
        }
        for (id, value) in report.corrections where readings[indicators[id].code] == nil {
            readings[indicators[id].code] = .number(Number(value, of: indicators[id].unit, isCorrected: true))
        }
        self.readings = readings
    }

    /// The tables of the report's edition; none for a report of narrative alone.
    package func sheets(edition: String, language: Language) -> [Sheet] {
        guard let form = codebook.form(edition) else { return [] }
        return form.tables.flatMap { sheets($0, language) }
    }

    func sheets(_ table: Form.Table, _ language: Language) -> [Sheet] {
        table.blocks.enumerated().map { number, block in
            sheet(block, of: table, isFirst: number == 0, language)
        }
    }

    private func sheet(_ block: Form.Block, of table: Form.Table, isFirst: Bool, _ language: Language) -> Sheet {
        let depth = block.rows.first?.label == nil ? 0 : 1
        let columns = block.columns.map { column in
            Column(column.code ?? "value", header(column, in: block), .number)
        }
        let corner = depth == 0 ? [] : [Column("row", Phrase(zh: block.corner.first?.printed ?? "项目", en: "item"))]
        var sheet = Sheet(title: title(block, of: table, isFirst: isFirst), columns: corner + columns)
        sheet.groups = groups(block, offset: depth)
        for row in block.rows { add(row, level: 0, of: block, to: &sheet, language) }
        return sheet
    }

    func title(_ block: Form.Block, of table: Form.Table, isFirst: Bool) -> Phrase {
        let parts = [isFirst ? table.heading.phrase : nil, block.caption?.phrase].compactMap { $0 }
        return Phrase(zh: parts.map(\.zh).joined(separator: "  "), en: parts.map(\.en).joined(separator: ": "))
    }

    /// A column's header: in English, the part of its first indicator's label that tells the columns apart.
    func header(_ column: Form.Column, in block: Form.Block) -> Phrase {
        let codes = block.allRows.compactMap { Form.code($0, column) }
        let label = codes.first.flatMap(codebook.indicators.id(of:)).map { codebook.indicators[$0].label.en }
        let english = label?.split(separator: ":").last.map { $0.drop { $0 == " " } }
        let unit = column.multiplier == 10_000 && hasPrintedUnits ? " (10 000 yuan)" : ""
        return Phrase(zh: column.header.printed, en: (english.map(String.init) ?? column.header.printed) + unit)
    }

    func groups(_ block: Form.Block, offset: Int) -> [ColumnGroup] {
        let levels = block.columns.map(\.above.count).max() ?? 0
        return (0..<levels).flatMap { level in
            block.columns.indices.reduce(into: [ColumnGroup]()) { groups, number in
                let above = block.columns[number].above
                guard level < above.count else { return }
                let name = above[level].phrase
                if let last = groups.last, last.title == name, last.columns.upperBound == number + offset {
                    groups[groups.count - 1].columns = last.columns.lowerBound..<number + offset + 1
                } else {
                    groups.append(ColumnGroup(name, over: number + offset..<number + offset + 1))
                }
            }
        }
    }

    /// What stands at a row and column, in the unit that the form asks for there.
    func cell(_ row: Form.Row, _ column: Form.Column) -> Entry {
        guard let code = Form.code(row, column) else { return .empty }
        let entry = readings[code] ?? .gap(.absent)
        guard hasPrintedUnits, row.multiplier == 10_000 || column.multiplier == 10_000,
            case .number(var number) = entry,
            number.scale == .hundredths
        else { return entry }
        number.scale = .millionths
        return .number(number)
    }

    private func add(_ row: Form.Row, level: Int, of block: Form.Block, to sheet: inout Sheet, _ language: Language) {
        let codes = block.columns.map { Form.code(row, $0) }
        let label: [Entry] =
            row.label.map { label in
                let unit =
                    row.multiplier == 10_000 && hasPrintedUnits
                    ? Phrase(zh: "（万元）", en: " (10 000 yuan)")[language] : ""
                return [.text(String(repeating: "  ", count: level) + self.label(label, codes, language) + unit)]
            } ?? []
        let cells = block.columns.map { cell(row, $0) }
        sheet.rows.append(label + cells)
        for child in row.rows { add(child, level: level + 1, of: block, to: &sheet, language) }
    }

    func label(_ label: Form.Label, _ codes: [String?], _ language: Language) -> String {
        guard language == .english, let code = codes.compactMap({ $0 }).first, let id = codebook.indicators.id(of: code)
        else { return label.phrase[language] }
        let english = codebook.indicators[id].label.en
        return english.split(separator: ":").first.map(String.init) ?? english
    }

    /// The figures that no cell of the edition's form has: what the sentences tell.
    package static func narrative(
        _ report: StoredReport, codebook: Codebook, indicators: IndicatorList, transcript: [UInt8], language: Language
    ) -> Sheet {
        let cells = Set(codebook.form(report.summary.edition)?.codes ?? [])
        var sheet = Sheet(
            title: Phrase(zh: "文中数字", en: "Figures told in sentences"),
            columns: [
                Columns.label, Columns.value, Columns.unit, Columns.indicator,
                Column("sentence", Phrase(zh: "原文", en: "sentence")),
            ])
        for figure in report.report.figures where !cells.contains(indicators[figure.indicator].code) {
            let indicator = indicators[figure.indicator]
            let corrected = report.corrections[figure.indicator]
            sheet.rows.append([
                .text(indicator.label[language]),
                corrected.map { .number(Number($0, of: indicator.unit, isCorrected: true)) }
                    ?? Entry(figure.reading, indicator.unit),
                .text(indicator.unit.rawValue), .text(indicator.code),
                .text(Passage(around: figure.range, in: transcript).clause),
            ])
        }
        let told = Set(report.report.figures.map(\.indicator))
        for (id, value) in report.corrections.sorted(by: { $0.key < $1.key })
        where !told.contains(id) && !cells.contains(indicators[id].code) {
            let indicator = indicators[id]
            sheet.rows.append([
                .text(indicator.label[language]), .number(Number(value, of: indicator.unit, isCorrected: true)),
                .text(indicator.unit.rawValue), .text(indicator.code), .empty,
            ])
        }
        return sheet
    }
}
