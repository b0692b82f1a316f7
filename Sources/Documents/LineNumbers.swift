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
        var low = 0
        var high = ends.count
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] < position { low = middle + 1 } else { high = middle }
        }
        return low + 1
    }
}
