import Values

/// Where the lines of a transcript begin: turns byte positions into the line numbers that people are told.
package struct LineNumbers: Sendable {
    /// The positions of the line ends, ascending.
    private let ends: [Int]

    package init(_ text: UnsafeRawBufferPointer) {
        let bytes = text.bindMemory(to: UInt8.self)
        var ends: [Int] = []
        while let end = bytes.lineEnd(from: ends.last.map { $0 + 1 } ?? 0) { ends.append(end) }
        self.ends = ends
    }

    package init(_ text: [UInt8]) {
        self = text.withUnsafeBytes { LineNumbers($0) }
    }

    /// The line, from 1, that a byte position lies in; a line end belongs to the line it ends.
    package func line(at position: Int) -> Int {
        ends.partitioningIndex { $0 >= position } + 1
    }
}
