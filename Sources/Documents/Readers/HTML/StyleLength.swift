/// Works out what `calc()`, `min()`, `max()` and `clamp()` come to (CSS Values 4, section 10). What depends on the
/// screen is worked out for one of an ordinary size: enough to tell a length from none.
struct StyleLength {
    /// Factors of units, by their names.
    private var terms: [String: Double]

    /// Deeper ones are no values for browsers either.
    static let deepest = 100

    /// Pixels of a unit; a share is one of half a screen.
    private static let pixels: [String: Double] = [
        "px": 1, "pt": 1.333, "pc": 16, "in": 96, "cm": 37.8, "mm": 3.78, "q": 0.945, "em": 16, "rem": 16, "ic": 16,
        "lh": 20, "rlh": 20, "ex": 8, "ch": 8, "%": 5, "vw": 12, "vh": 8, "vi": 12, "vb": 8, "vmin": 8, "vmax": 12,
        "svw": 12, "svh": 8, "lvw": 12, "lvh": 8, "dvw": 12, "dvh": 8, "cqw": 5, "cqi": 5, "cqh": 5, "cqb": 5,
    ]

    /// Nil for what cannot be worked out, and for what comes so near to nothing that the screen decides it.
    static func value(of written: some StringProtocol) -> (number: Double, unit: String)? {
        var reader = Reader(rest: Array(written.utf8)[...])
        guard let length = reader.factor(0), reader.isAtEnd else { return nil }
        return length.value
    }

    private var value: (number: Double, unit: String)? {
        let telling = terms.filter { $0.value != 0 }
        guard telling.count > 1 else {
            return (telling.first ?? terms.first).map { ($0.value, $0.key) } ?? (0, "")
        }
        guard let pixels, abs(pixels) >= 4 else { return nil }
        return (pixels, "px")
    }

    private var pixels: Double? {
        var sum = 0.0
        for (unit, number) in terms where number != 0 {
            guard let pixels = Self.pixels[unit] ?? (terms.count == 1 ? 1 : nil) else { return nil }
            sum += number * pixels
        }
        return sum
    }

    private var number: Double? { terms.allSatisfy { $0.key.isEmpty || $0.value == 0 } ? terms[""] ?? 0 : nil }

    private func times(_ factor: Double) -> StyleLength { StyleLength(terms: terms.mapValues { $0 * factor }) }

    /// Reads an expression from its beginning.
    private struct Reader {
        var rest: ArraySlice<UInt8>

        var isAtEnd: Bool {
            mutating get {
                skipSpaces()
                return rest.isEmpty
            }
        }

        private mutating func skipSpaces() { rest = rest.drop { $0 <= 0x20 } }

        private mutating func take(_ sign: Character) -> Bool {
            skipSpaces()
            guard let first = rest.first, first == sign.asciiValue else { return false }
            rest = rest.dropFirst()
            return true
        }

        mutating func sum(_ depth: Int) -> StyleLength? {
            guard var sum = product(depth) else { return nil }
            while true {
                let factor: Double
                if take("+") { factor = 1 } else if take("-") { factor = -1 } else { return sum }
                guard let next = product(depth) else { return nil }
                sum.terms.merge(next.times(factor).terms) { $0 + $1 }
            }
        }

        private mutating func product(_ depth: Int) -> StyleLength? {
            guard var product = factor(depth) else { return nil }
            while true {
                if take("*") {
                    guard let next = factor(depth) else { return nil }
                    if let number = next.number {
                        product = product.times(number)
                    } else if let number = product.number {
                        product = next.times(number)
                    } else {
                        return nil
                    }
                } else if take("/") {
                    guard let number = factor(depth)?.number, number != 0 else { return nil }
                    product = product.times(1 / number)
                } else {
                    return product
                }
            }
        }

        mutating func factor(_ depth: Int) -> StyleLength? {
            guard depth < StyleLength.deepest else { return nil }
            skipSpaces()
            if let number = StyleValue.number(at: &rest) {
                let unit = rest.prefix { $0 >= 0x61 && $0 <= 0x7A || $0 == UInt8(ascii: "%") }
                rest = rest.dropFirst(unit.count)
                return StyleLength(terms: [String(decoding: unit, as: UTF8.self): number])
            }
            let name = String(decoding: rest.prefix { $0 >= 0x61 && $0 <= 0x7A || $0 == 0x2D }, as: UTF8.self)
            rest = rest.dropFirst(name.utf8.count)
            guard take("(") else { return nil }
            // A screen's edges, which no large screen rounds.
            if name == "env", rest.starts(with: "safe-area-".utf8) {
                rest = rest[StyleSyntax.end(of: rest) { $0 == UInt8(ascii: ")") }...]
                return take(")") ? StyleLength(terms: ["px": 0]) : nil
            }
            var arguments: [StyleLength] = []
            repeat {
                guard let argument = sum(depth + 1) else { return nil }
                arguments.append(argument)
            } while take(",")
            guard take(")") else { return nil }
            return Self.result(name, arguments)
        }

        private static func result(_ name: String, _ arguments: [StyleLength]) -> StyleLength? {
            let sizes = arguments.compactMap(\.pixels)
            guard sizes.count == arguments.count else { return nil }
            let ranked = sizes.indices.sorted { sizes[$0] < sizes[$1] }
            switch (name, arguments.count) {
            case ("", 1), ("calc", 1), ("-webkit-calc", 1): return arguments[0]
            case ("min", _): return arguments[ranked[0]]
            case ("max", _): return arguments[ranked[ranked.count - 1]]
            case ("clamp", 3):
                // The least counts before the most.
                if sizes[1] < sizes[0] || sizes[2] < sizes[0] { return arguments[0] }
                return sizes[1] > sizes[2] ? arguments[2] : arguments[1]
            default: return nil
            }
        }
    }
}
