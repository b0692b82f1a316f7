import Catalogue
import Documents
import Support
import Testing

@testable import Reports

@Suite struct TableReaderTests {
    let codebook: Codebook
    let reader: TableReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.tables()
    }

    private func read(_ document: Document) -> TableReading {
        document.text.withUnsafeBufferPointer { reader.read(document, $0) }
    }

    private func number(_ code: String) -> Int64 { Int64(codebook.indicators.id(of: code)?.place ?? 0) + 1000 }

    /// What a form filled with `number` must be read as.
    private func expected(_ form: Form) -> [Indicator.ID: Int64] {
        var values: [Indicator.ID: Int64] = [:]
        for code in form.codes {
            guard let place = codebook.indicators.id(of: code) else { continue }
            let isCountedIn10000 = ["fees.amount", "request_fees.amount", "funds.amount"].contains(code)
            let scale = codebook.indicators[place].unit.scale
            values[place] = number(code) * scale * (isCountedIn10000 ? 10_000 : 1)
        }
        return values
    }

    private func values(_ reading: TableReading) -> [Indicator.ID: Int64] {
        Dictionary(
            uniqueKeysWithValues: reading.figures.compactMap { figure in
                figure.reading.amount.map { (figure.indicator, $0.value) }
            })
    }

    @Test(arguments: ["2014", "2019", "2021"], Flattening.allCases)
    func everyCellOfEveryEditionIsReadFromEveryFlattening(edition: String, flattening: Flattening) throws {
        let form = try #require(codebook.form(edition))
        let filled = PrintedForm(form) { "\(number($0))" }
        let reading = read(Document(lines: filled.text(flattening)))
        #expect(reading.edition == edition)
        #expect(values(reading) == expected(form))
        #expect(reading.cellsRead == form.codes.count)
        #expect(reading.doubts.isEmpty)
    }

    @Test(arguments: ["2014", "2019", "2021"])
    func everyCellOfEveryEditionIsReadFromAGrid(edition: String) throws {
        let form = try #require(codebook.form(edition))
        let reading = read(PrintedForm(form) { "\(number($0))" }.document)
        #expect(reading.edition == edition)
        #expect(values(reading) == expected(form))
        #expect(reading.doubts.isEmpty)
    }

    @Test(arguments: ["2014", "2019", "2021"], Flattening.allCases)
    func blankCellIsBlankOrItsRowUnreadable(edition: String, flattening: Flattening) throws {
        let form = try #require(codebook.form(edition))
        for code in form.codes {
            let filled = PrintedForm(form) { $0 == code ? "" : "\(number($0))" }
            let reading = read(Document(lines: filled.text(flattening)))
            let place = try #require(codebook.indicators.id(of: code))
            var rest = expected(form)
            rest[place] = nil
            let figure = try #require(reading.figures.first { $0.indicator == place }, "\(code)")
            if flattening.keepsBlanks || figure.reading == .blank {
                #expect(figure.reading == .blank)
                #expect(values(reading) == rest, "\(code)")
            } else {
                // Which cell is missing cannot be known: the row is unreadable, and nothing else moves.
                #expect(figure.reading == .unreadable)
                for (indicator, value) in values(reading) { #expect(rest[indicator] == value) }
                #expect(reading.doubts.map(\.kind) == [.unreadableRow])
            }
        }
    }

    @Test(arguments: ["2019", "2021"], Flattening.allCases)
    func formLeftBlankIsBlank(edition: String, flattening: Flattening) throws {
        let form = try #require(codebook.form(edition))
        let reading = read(Document(lines: PrintedForm(form) { _ in "" }.text(flattening)))
        #expect(reading.figures.count == form.codes.count)
        #expect(reading.figures.allSatisfy { $0.reading == .blank })
    }

    @Test(arguments: Flattening.allCases)
    func positionsHoldTheTextThatWasRead(flattening: Flattening) throws {
        let form = try #require(codebook.form("2021"))
        let document = Document(lines: PrintedForm(form) { "\(number($0))" }.text(flattening))
        for figure in read(document).figures {
            #expect(document.string(figure.range) == "\(number(codebook.indicators[figure.indicator].code))")
        }
    }
}
