import Testing
import Values

@testable import Output

/// Rows that wait come back as they were, wherever they waited.
@Suite struct RowSpoolTests {
    private static let emphases: [Emphasis?] = [nil, .grave, .doubtful, .slight]

    private static let numbers: [Number] = {
        var plain = [0, 1, -1, 127, 128, -21_631, .max, .min].map { Number($0) }
        for scale in [Scale.whole, .hundredths, .millionths] { plain.append(Number(-7, scale)) }
        for qualifier in Qualifier.allCases { plain.append(Number(7, qualifier: qualifier)) }
        var marked = Number(7, isCorrected: true)
        marked.footnote = 300
        plain.append(marked)
        for change in [
            { $0.isOverFew = true }, { $0.isUnproved = true }, { $0.isGrouped = false }, { $0.bound = .atLeast },
            { $0.bound = .open },
        ] as [(inout Number) -> Void] {
            var number = Number(9)
            change(&number)
            plain.append(number)
        }
        return plain
    }()

    private static let rows: [[Entry]] =
        [
            [],
            [.text(""), .text("上新庄镇"), .text("nul\u{0}l"), .empty],
            [.decimal("0.25"), .list([]), .list(["", "甲;乙"]), .flag(true), .flag(false)],
            [.word("error", Phrase(zh: "错误", en: "error"))],
            Gap.allCases.map(Entry.gap), numbers.map(Entry.number),
        ] + (0..<9).map { [.text(String(repeating: "长", count: $0 * 50_000)), .text("\($0)")] }

    @Test(arguments: [0, 1, 1000, 1 << 30])
    func rowsComeBack(mostBytes: Int) throws {
        let spool = RowSpool(mostBytes: mostBytes)
        for (number, row) in Self.rows.enumerated() {
            try spool.append(row, Self.emphases[number % Self.emphases.count])
        }
        #expect(spool.count == Self.rows.count)
        for _ in 1...2 {
            var number = 0
            try spool.visit { row, emphasis in
                #expect(row == Self.rows[number] && emphasis == Self.emphases[number % Self.emphases.count])
                number += 1
            }
            #expect(number == Self.rows.count)
        }
    }

    @Test func whatThrowsEndsTheVisit() throws {
        struct Enough: Error {}
        let spool = RowSpool(mostBytes: 0)
        for row in Self.rows { try spool.append(row) }
        var count = 0
        #expect(throws: Enough.self) {
            try spool.visit { _, _ in
                count += 1
                if count == 3 { throw Enough() }
            }
        }
        #expect(count == 3)
    }
}
