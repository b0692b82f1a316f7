/// Rows of cells with a byte between them. What a cell says is the same in all; a text is written each in its way.
protocol SeparatedRows: RowEncoder {
    static var separator: UInt8 { get }

    func append(_ text: String, into bytes: inout [UInt8])
}

extension SeparatedRows {
    /// - Parameter count: of the columns; a shorter row is filled up with empty cells.
    @inline(__always) func appendCells(_ row: [Entry], count: Int, into bytes: inout [UInt8]) {
        for index in 0..<count {
            if index > 0 { bytes.append(Self.separator) }
            guard index < row.count else { continue }
            switch row[index] {
            case .text(let text): append(text, into: &bytes)
            case .number(let number): number.appendDigits(to: &bytes)
            case .decimal(let digits): bytes.append(contentsOf: digits.utf8)
            case .list(let texts): append(texts.joined(separator: ";"), into: &bytes)
            case .flag(let isSo): bytes.append(contentsOf: "\(isSo)".utf8)
            case .gap(let gap): bytes.append(contentsOf: gap.word.utf8)
            case .empty: break
            }
        }
    }
}
