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

/// Writes whole sheets, for formats that measure their cells before the first one is written.
protocol SheetEncoder {
    mutating func append(_ sheet: Sheet, isFirst: Bool, into bytes: inout [UInt8]) throws
    /// Ends the whole output.
    mutating func finish(into bytes: inout [UInt8]) throws
}

extension [UInt8] {
    mutating func append(ascii text: StaticString) {
        append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
