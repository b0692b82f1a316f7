/// Whole numbers in the other ways in which Chinese texts write them.
extension Int {
    /// As chapters are numbered: 一, 十二, 二十, 九十九. Digits of what has no numeral of one or two places.
    package var chineseNumeral: String {
        guard (1...99).contains(self) else { return "\(self)" }
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        let (tens, ones) = quotientAndRemainder(dividingBy: 10)
        return (tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[ones]
    }

    /// As Chinese input methods write digits: `２０２２`.
    package var fullWidthDigits: String {
        String(String.UnicodeScalarView("\(self)".unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
    }
}
