import Values

/// Writes rows as they come, for formats in which a row needs to know nothing of the others.
///
/// An encoder appends to a byte buffer and keeps no row, so that an export of millions of rows runs in constant memory.
protocol RowEncoder {
    /// Starts a sheet; `isFirst` tells that nothing was written before it.
    mutating func begin(_ columns: [Column], isFirst: Bool, into bytes: inout [UInt8])
    mutating func append(_ row: [Entry], into bytes: inout [UInt8])
    /// Ends the whole output.
    mutating func finish(into bytes: inout [UInt8])
}

/// Writes sheets with what people need beside the rows: titles, groups of columns, footnotes.
///
/// One that must measure its cells before the first is written lets them wait in a `RowSpool`.
protocol SheetEncoder {
    /// Starts a sheet, whose own rows follow one by one like all others.
    mutating func begin(_ sheet: Sheet, isFirst: Bool, to output: OutputBuffer) throws
    mutating func append(_ row: [Entry], _ emphasis: Emphasis?, to output: OutputBuffer) throws
    /// Ends the sheet.
    mutating func end(footnotes: [Phrase], to output: OutputBuffer) throws
    /// Ends the whole output.
    mutating func finish(to output: OutputBuffer) throws
}

/// Where bytes go: a file, standard output, a test's array.
package typealias ByteSink = (UnsafeRawBufferPointer) throws -> Void

/// Bytes on their way out, handed over some at a time.
final class OutputBuffer {
    private static let flushSize = 1 << 16

    var bytes: [UInt8] = []
    private let sink: ByteSink

    init(to sink: @escaping ByteSink) {
        self.sink = sink
        bytes.reserveCapacity(2 * Self.flushSize)
    }

    func flushIfFull() throws {
        if bytes.count >= Self.flushSize { try flush() }
    }

    func flush() throws {
        guard !bytes.isEmpty else { return }
        try bytes.withUnsafeBytes(sink)
        bytes.removeAll(keepingCapacity: true)
    }
}

extension [UInt8] {
    mutating func append(ascii text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
