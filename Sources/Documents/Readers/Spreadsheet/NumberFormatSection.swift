/// One of the parts of a number format between semicolons.
struct NumberFormatSection {
    private(set) var isDate = false
    /// The numbers it is for, where it chooses them: `[>100]`.
    private(set) var condition: Condition?
    /// Nil where it shows numbers in a way of its own, as a fraction or with a power of ten.
    private(set) var pattern: NumberPattern? = NumberPattern()

    private var digits = 0

    /// A number has 15 digits in Excel, and 30 decimals at the most.
    private static let mostDigits = 64

    /// Positive and negative numbers, 0 and texts: a format of more is none that an office program writes or reads.
    private static let most = 4

    /// As many letters as Excel takes.
    private static let longest = 255

    /// None of a format that is none.
    static func sections(of code: String) -> [NumberFormatSection] {
        guard code.utf16.count <= longest else { return [] }
        var sections = [NumberFormatSection()]
        var rest = code[...]
        while let character = rest.popFirst() {
            if character == ";" {
                guard sections.count < most else { return [] }
                sections.append(NumberFormatSection())
            } else {
                sections[sections.count - 1].take(character, &rest)
            }
        }
        return sections
    }

    private mutating func take(_ character: Character, _ rest: inout Substring) {
        switch character {
        case "\"": add(literal: Self.upTo("\"", &rest))
        case "\\", "!": if let escaped = rest.popFirst() { add(literal: String(escaped)) }
        // Room of a character's width, and one that fills the cell.
        case "_", "*": _ = rest.popFirst()
        case "[": takeBracket(Self.upTo("]", &rest))
        case "0", "#", "?": takeDigit(character)
        case ".": pattern?.elements.append(.point)
        case ",": pattern?.elements.append(.comma)
        case "%": pattern?.elements.append(.percent)
        // Of a number, text is its plain digits.
        case "@": pattern?.elements.append(.general)
        case "G" where rest.hasPrefix("eneral"):
            rest = rest.dropFirst(6)
            pattern?.elements.append(.general)
        case "E" where rest.first == "+" || rest.first == "-", "/":
            if !isDate { pattern = nil }
        case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "e", "g", "b", "a", "A": isDate = true
        default: add(literal: String(character))
        }
    }

    private mutating func takeDigit(_ character: Character) {
        digits += 1
        if digits > Self.mostDigits { pattern = nil } else { pattern?.elements.append(.digit(character)) }
    }

    /// A colour, a language, a currency, a condition, or hours beyond a day.
    private mutating func takeBracket(_ content: String) {
        if content.hasPrefix("$") {
            add(literal: String(content.dropFirst().prefix { $0 != "-" }))
        } else if let first = content.first, "<>=".contains(first) {
            condition = Condition(content)
        } else if !content.isEmpty, content.allSatisfy({ "hHmMsS".contains($0) }) {
            isDate = true
        }
    }

    private mutating func add(literal: String) {
        if !literal.isEmpty { pattern?.elements.append(.literal(literal)) }
    }

    private static func upTo(_ end: Character, _ rest: inout Substring) -> String {
        let content = rest.prefix { $0 != end }
        rest = rest.dropFirst(content.count + 1)
        return String(content)
    }
}

/// Where the digits of a number go.
struct NumberPattern {
    enum Element {
        case digit(Character)
        case literal(String)
        case point
        /// Between digits it asks for groups of three, behind them it divides by a thousand.
        case comma
        case percent
        /// All digits that there are.
        case general
    }

    var elements: [Element] = []

    /// Whether it shows nothing of a number.
    var isSilent: Bool {
        !elements.contains { element in
            switch element {
            case .digit, .general: true
            default: false
            }
        }
    }

    private var point: Int { elements.firstIndex { if case .point = $0 { true } else { false } } ?? elements.endIndex }
    private var lastDigit: Int? { elements.lastIndex { if case .digit = $0 { true } else { false } } }

    /// What is shown of a number that is not negative, and whether that is all of it.
    func shown(_ number: StoredNumber) -> (text: String, isExact: Bool) {
        var places = 0
        var decimals = 0
        var isGrouped = false
        for (index, element) in elements.enumerated() {
            switch element {
            case .percent: places += 2
            case .comma: if index > lastDigit ?? 0 { places -= 3 } else { isGrouped = true }
            case .digit: if index > point { decimals += 1 }
            case .literal, .point, .general: break
            }
        }
        let scaled = number.shifted(by: places)
        let hasGeneral = elements.contains { if case .general = $0 { true } else { false } }
        let shown = hasGeneral ? scaled : scaled.rounded(decimals: decimals)
        let hasUnit = elements.contains { if case .literal = $0 { true } else { false } }
        let text = whole(shown, isGrouped: isGrouped) + fraction(shown)
        // In thousands, and nothing says so.
        return (text, shown == scaled && (places >= 0 || hasUnit || number.isZero))
    }

    /// Digits from the right, the first place taking all that are left.
    private func whole(_ number: StoredNumber, isGrouped: Bool) -> String {
        var rest = number.integerDigits
        var text = ""
        var written = 0
        let first = elements[..<point].firstIndex { if case .digit = $0 { true } else { false } }
        func write(_ digit: UInt8) {
            if isGrouped, written > 0, written.isMultiple(of: 3) { text = "," + text }
            text = StoredNumber.string([digit]) + text
            written += 1
        }
        for index in elements[..<point].indices.reversed() {
            switch elements[index] {
            case .literal(let literal): text = literal + text
            case .percent: text = "%" + text
            case .general: text = number.text + text
            case .digit(let place):
                if let digit = rest.popLast() { write(digit) } else if place == "0" { write(0) }
                if index == first { while let digit = rest.popLast() { write(digit) } }
            case .point, .comma: break
            }
        }
        return text
    }

    private func fraction(_ number: StoredNumber) -> String {
        guard point < elements.endIndex else { return "" }
        var rest = number.fractionDigits[...]
        var digits = ""
        var suffix = ""
        for element in elements[(point + 1)...] {
            switch element {
            case .digit(let place):
                if let digit = rest.popFirst() {
                    digits += suffix + StoredNumber.string([digit])
                    suffix = ""
                } else if place == "0" {
                    digits += suffix + "0"
                    suffix = ""
                }
            case .literal(let literal): suffix += literal
            case .percent: suffix += "%"
            case .point, .comma, .general: break
            }
        }
        return (digits.isEmpty ? "" : "." + digits) + suffix
    }
}

extension NumberFormatSection {
    /// `>100`, `<=0`, `<>1` (ECMA-376 part 1, 18.8.31).
    struct Condition {
        private let sign: Substring
        /// Nil where it is no number: such a condition holds for nothing.
        private let limit: Double?

        init(_ written: String) {
            sign = written.prefix { "<>=".contains($0) }
            limit = Double(written.dropFirst(sign.count).filter { $0 != " " })
        }

        func holds(for number: StoredNumber) -> Bool {
            guard let limit, let value = Double(number.text) else { return false }
            switch sign {
            case "<": return value < limit
            case "<=": return value <= limit
            case ">": return value > limit
            case ">=": return value >= limit
            case "=": return value == limit
            case "<>": return value != limit
            default: return false
            }
        }
    }
}
