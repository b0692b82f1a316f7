/// Random numbers that are the same in every run (SplitMix64), so that a failure can be seen again.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Up to twelve characters, most of them with a meaning in some format.
    mutating func text() -> String {
        let choices = Array("\"',;|\\/=+-@\t\r\n <>&*_`~#{}[]:0a名万（—“\u{1B}\u{202E}\u{2028}\u{301}😀")
        return String(
            (0..<Int.random(in: 0...12, using: &self)).compactMap { _ in choices.randomElement(using: &self) })
    }
}
