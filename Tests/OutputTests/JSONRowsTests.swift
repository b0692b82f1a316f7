import Foundation
import Support
import Testing

@testable import Output

@Suite struct JSONRowsTests {
    @Test func numbersKeepTheirDigitsAndGapsTheirWords() throws {
        #expect(
            try Sample.text([Sample.comparison], .json) == """
                [
                {"township":"上新庄镇","2019":600,"2020":0,"change":-600},
                {"township":"Lijiashan","2019":"blank","2020":"not_applicable","change":null},
                {"township":"甘河滩镇","2019":"unreadable","2020":null,"change":null},
                {"township":"鲁沙尔镇","2019":"no_report","2020":216310000.5,"change":98.5},
                {"township":"拦隆口镇","2019":7,"2020":null,"change":null}
                ]

                """)
    }

    @Test func linesAreTheSameObjects() throws {
        let array = try Sample.text([Sample.comparison, Sample.hostile], .json)
        let lines = try Sample.text([Sample.comparison, Sample.hostile], .ndjson)
        let inner = array.dropFirst(2).dropLast(3).replacing(",\n", with: "\n")
        #expect(lines == inner + "\n")
    }

    @Test func noRowsAreAnEmptyArray() throws {
        var sheet = Sample.comparison
        sheet.rows = []
        #expect(try Sample.text([sheet], .json) == "[]\n")
        #expect(try Sample.text([], .json) == "[]\n")
        #expect(try Sample.text([sheet], .ndjson) == "")
    }

    @Test func hostileTextComesBackTheSameAndIsAsciiWhereATerminalWouldObey() throws {
        let text = try Sample.text([Sample.hostile], .json)
        #expect(!text.unicodeScalars.contains { $0 != "\n" && VisibleText.isHidden($0) })
        struct Row: Decodable {
            var name: String
            var value: Int
        }
        let rows = try JSONDecoder().decode([Row].self, from: Data(text.utf8))
        #expect(rows.map { [.text($0.name), .number(Number(Int64($0.value)))] } == Sample.hostile.rows)
    }

    @Test func randomTextComesBackTheSame() throws {
        var random = SeededRandom(seed: 7)
        let texts = (0..<500).map { _ in random.text() }
        let sheet = Sheet(columns: [Column("t", Sample.none)], rows: texts.map { [.text($0)] })
        let json = try Sample.text([sheet], .json)
        let rows = try JSONDecoder().decode([[String: String]].self, from: Data(json.utf8))
        #expect(rows.map { $0["t"] } == texts)
    }
}
