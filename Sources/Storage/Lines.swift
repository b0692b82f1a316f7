/// Where the lines of a transcript begin.
struct Lines {
    /// The positions of the line ends, ascending.
    private let ends: [Int]

    init(_ text: some Sequence<UInt8>) {
        var ends: [Int] = []
        for (position, byte) in text.enumerated() where byte == UInt8(ascii: "\n") { ends.append(position) }
        self.ends = ends
    }

    /// The line, from 1, that a byte position lies in; a line end belongs to the line it ends.
    func line(at position: Int) -> Int {
        var low = 0
        var high = ends.count
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] < position { low = middle + 1 } else { high = middle }
        }
        return low + 1
    }
}
