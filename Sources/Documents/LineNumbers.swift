/// Where the lines of a transcript begin: turns byte positions into the line numbers that people are told.
package struct LineNumbers: Sendable {
    /// The positions of the line ends, ascending.
    private let ends: [Int]

    package init(_ text: some Sequence<UInt8>) {
        var ends: [Int] = []
        for (position, byte) in text.enumerated() where byte == UInt8(ascii: "\n") { ends.append(position) }
        self.ends = ends
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
