import Testing

@testable import Documents

extension Document {
    /// The transcript as a string; a test fails where it is no UTF-8.
    var string: String { String(validating: text, as: UTF8.self) ?? "not UTF-8" }

    /// The blocks' texts; a table is its rows with `|` between cells, a continuation `^`, a missing position `~`.
    var blockTexts: [String] {
        blocks.map { block in
            switch block {
            case .paragraph(let range): string(range)
            case .table(let table): table.rows.map { $0.map(cellText).joined(separator: "|") }.joined(separator: "\n")
            }
        }
    }

    func string(_ range: Range<Int>) -> String {
        String(validating: text[range], as: UTF8.self) ?? "not UTF-8"
    }

    private func cellText(_ cell: Table.Cell) -> String {
        cell.isContinuation ? "^" : string(cell.range)
    }

    /// Checks what `Document` promises; every test of a reader ends with it.
    func expectInvariants(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(String(validating: text, as: UTF8.self) != nil, sourceLocation: sourceLocation)
        #expect(!text.contains(0) && !text.contains(0x0D), sourceLocation: sourceLocation)
        #expect(!text.starts(with: [0xEF, 0xBB, 0xBF]), sourceLocation: sourceLocation)
        var end = 0
        for block in blocks {
            #expect(
                end <= block.range.lowerBound && block.range.upperBound <= text.count, sourceLocation: sourceLocation)
            end = block.range.upperBound
            guard case .table(let table) = block else {
                #expect(!text[block.range].contains(0x0A), sourceLocation: sourceLocation)
                continue
            }
            let width = table.rows.first?.count ?? 0
            #expect(width > 0 && table.rows.allSatisfy { $0.count == width }, sourceLocation: sourceLocation)
            #expect(
                table.rows.joined().allSatisfy {
                    $0.range.lowerBound >= table.range.lowerBound && $0.range.upperBound <= table.range.upperBound
                        && !text[$0.range].contains(0x0A) && !text[$0.range].contains(0x09)
                }, sourceLocation: sourceLocation)
        }
    }
}
