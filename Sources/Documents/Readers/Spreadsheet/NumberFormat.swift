/// How a workbook shows numbers (ECMA-376 part 1, 18.8.31): `#,##0.00`, `0.00"万元"`, `0%`, `yyyy-m-d`.
struct NumberFormat {
    /// What a cell shows of the number it holds.
    struct Shown: Equatable {
        var text: String
        /// Whether digits of the number are not shown.
        var isRounded = false
    }

    /// For positive numbers, negative ones and zero.
    private let sections: [NumberFormatSection]

    init(_ code: String) { sections = NumberFormatSection.sections(of: code) }

    /// - Parameter startsIn1904: whether the workbook counts days from 1904 (18.2.28 date1904).
    func shown(_ number: StoredNumber, startsIn1904: Bool = false) -> Shown {
        guard let section = section(for: number) else { return Shown(text: number.text) }
        if section.isDate {
            let shift = startsIn1904 ? SerialDay.of1904 : 0
            return Shown(text: SerialDay.text(number, shift: shift) ?? "\u{FFFC}")
        }
        guard let pattern = section.pattern else { return Shown(text: number.text) }
        if pattern.isSilent {
            // A mark, or nothing, in place of zero says zero; in place of another number it hides it.
            return Shown(text: number.isZero ? "0" : "\u{FFFC}")
        }
        var (text, isExact) = pattern.shown(number.magnitude)
        // `#` writes nothing of zero.
        if !text.contains(where: \.isNumber) { text = "0" }
        // A format may say by red ink or by parentheses that a number is negative.
        guard number.isNegative else { return Shown(text: text, isRounded: !isExact) }
        let bare = text.filter { !"()（）-−".contains($0) }
        return Shown(text: "-" + bare, isRounded: !isExact)
    }

    /// The section that a number is shown by: of those that choose their numbers the first that does, else the last of
    /// the others.
    private func section(for number: StoredNumber) -> NumberFormatSection? {
        guard sections.allSatisfy({ $0.condition == nil }) else {
            return sections.first { $0.condition?.holds(for: number) == true } ?? sections.last { $0.condition == nil }
        }
        guard let first = sections.first else { return nil }
        if number.isNegative, sections.count > 1 { return sections[1] }
        if number.isZero, sections.count > 2 { return sections[2] }
        return first
    }
}

/// Days as workbooks count them: 1 is the first of January 1900, and 60 a 29 February that never was.
enum SerialDay {
    /// How many days 1904 begins later.
    static let of1904 = 1462

    /// `2023-01-02`, with the time of day where there is one, which may be all there is; nil beyond the year 9999.
    static func text(_ number: StoredNumber, shift: Int) -> String? {
        guard !number.isNegative, let whole = number.wholePart, whole + shift <= 2_958_465 else { return nil }
        let minutes = minuteOfDay(number)
        let time = minutes.map { "\(twoDigits($0 / 60 % 24)):\(twoDigits($0 % 60))" }
        let serial = whole + shift
        guard serial > 0 else { return time ?? "00:00" }
        return date(serial > 60 ? serial : serial + 1) + (time.map { " " + $0 } ?? "")
    }

    /// Nil of a whole day.
    private static func minuteOfDay(_ number: StoredNumber) -> Int? {
        let digits = number.fractionDigits.prefix(9)
        guard !digits.isEmpty else { return nil }
        var fraction = 0
        for place in 0..<9 { fraction = fraction * 10 + (place < digits.count ? Int(digits[place]) : 0) }
        return (fraction * 1440 + 500_000_000) / 1_000_000_000
    }

    /// The day so many days after 30 December 1899 (H. Hinnant, chrono-compatible low-level date algorithms).
    private static func date(_ serial: Int) -> String {
        let days = serial - 25_569 + 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
    }

    private static func twoDigits(_ number: Int) -> Substring { String(number + 100).dropFirst() }
}

extension NumberFormat {
    /// The formats that are known by number alone (18.8.30), those of Chinese editions included; others are General.
    static func builtIn(_ number: Int) -> String {
        switch number {
        case 1: "0"
        case 2: "0.00"
        case 3, 37, 38: "#,##0"
        case 4, 39, 40: "#,##0.00"
        case 9: "0%"
        case 10: "0.00%"
        case 41, 42: "#,##0;-#,##0;\"-\""
        case 43, 44: "#,##0.00;-#,##0.00;\"-\""
        case 14...22, 27...36, 45...47, 50...58: "yyyy-mm-dd"
        default: "General"
        }
    }
}
