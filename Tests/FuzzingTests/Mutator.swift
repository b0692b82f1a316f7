import Support

/// Makes inputs out of sound ones: each is a function of its number, so that one that crashed can be made again.
struct Mutator {
    private let seeds: [[UInt8]]
    /// Words that the readers look for: put together at random they reach further than random bytes.
    private let words: [[UInt8]]

    init(seeds: [[UInt8]], words: [String]) {
        self.seeds = seeds
        self.words = words.map { Array($0.utf8) }
    }

    func input(_ number: Int) -> [UInt8] {
        var generator = SeededRandom(seed: UInt64(number))
        var bytes = seeds.isEmpty ? [] : seeds[Int.random(in: 0..<seeds.count, using: &generator)]
        for _ in 0..<Int.random(in: 1...8, using: &generator) { mutate(&bytes, &generator) }
        return bytes
    }

    private func mutate(_ bytes: inout [UInt8], _ generator: inout SeededRandom) {
        let position = Int.random(in: 0...bytes.count, using: &generator)
        let length = min(bytes.count - position, Int.random(in: 0...40, using: &generator))
        switch Int.random(in: 0..<6, using: &generator) {
        case 0 where position < bytes.count: bytes[position] = UInt8.random(in: 0...255, using: &generator)
        case 1 where position < bytes.count: bytes[position] ^= 1 << UInt8.random(in: 0...7, using: &generator)
        case 2: bytes.removeSubrange(position..<position + length)
        case 3: bytes.insert(contentsOf: Array(bytes[position..<position + length]), at: position)
        case 4 where !words.isEmpty:
            let word = words[Int.random(in: 0..<words.count, using: &generator)]
            bytes.replaceSubrange(position..<position + min(length, word.count), with: word)
        default: bytes.removeLast(min(bytes.count, length * 4))
        }
    }
}
