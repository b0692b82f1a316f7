/// Works out what `calc()`, `min()`, `max()` and `clamp()` come to (CSS Values 4, section 10).
enum StyleLength {
    typealias Length = (number: Double, unit: String)

    /// Functions and parentheses within one value, by which they are as deep at the most.
    private static let mostFunctions = 20

    /// Pixels of a unit. What depends on the screen is taken for one of an ordinary size, a share for one of half a
    /// screen: enough to tell a length from none.
    private static let pixels: [String: Double] = [
        "": 1, "px": 1, "pt": 1.333, "em": 16, "rem": 16, "%": 5, "vw": 12, "vh": 8,
    ]

    /// Nil for what cannot be worked out, and for what comes so near to nothing that the screen decides it.
    static func value(of written: String) -> Length? {
        guard let open = written.firstIndex(of: "("),
            written.utf8.lazy.filter({ $0 == UInt8(ascii: "(") }).count <= mostFunctions
        else { return nil }
        let inner = written[written.index(after: open)...].dropLast()
        let arguments = StyleValue.parts(inner, by: ",").map(sum)
        let lengths = arguments.compactMap(\.self)
        let sizes = lengths.compactMap(size)
        guard let first = lengths.first, sizes.count == arguments.count else { return nil }
        let ranked = sizes.indices.sorted { sizes[$0] < sizes[$1] }
        switch (written[..<open], sizes.count) {
        case ("", 1), ("calc", 1), ("-webkit-calc", 1): return first
        case ("min", _): return lengths[ranked[0]]
        case ("max", _): return lengths[ranked[ranked.count - 1]]
        // The least counts before the most.
        case ("clamp", 3): return sizes[2] < sizes[0] ? first : lengths[ranked[1]]
        default: return nil
        }
    }

    static func size(_ length: Length) -> Double? { pixels[length.unit].map { $0 * length.number } }

    private static func sum(_ written: String) -> Length? {
        let words = StyleValue.parts(written.replacing("*", with: " * ").replacing("/", with: " / "), by: " \n\t")
        guard var product = words.first.flatMap(StyleValue.length), words.count % 2 == 1 else { return nil }
        var sum: Length?
        for place in stride(from: 1, to: words.count, by: 2) {
            guard let next = StyleValue.length(words[place + 1]) else { return nil }
            switch words[place] {
            case "*" where next.unit.isEmpty: product.number *= next.number
            case "*" where product.unit.isEmpty: product = (product.number * next.number, next.unit)
            case "/" where next.unit.isEmpty && next.number != 0: product.number /= next.number
            case "+", "-":
                guard let total = add(sum, product) else { return nil }
                (sum, product) = (total, words[place] == "+" ? next : (-next.number, next.unit))
            default: return nil
            }
        }
        return add(sum, product)
    }

    private static func add(_ one: Length?, _ other: Length) -> Length? {
        guard let one, one.number != 0 else { return other }
        if other.number == 0 { return one }
        if one.unit == other.unit { return (one.number + other.number, one.unit) }
        guard let first = size(one), let second = size(other), abs(first + second) >= 4 else { return nil }
        return (first + second, "px")
    }
}
