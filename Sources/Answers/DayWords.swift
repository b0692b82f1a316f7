import Values

/// A day as prose writes it.
enum DayWords {
    /// `2021年2月4日` of `2021-02-04`; what is no such day stays as it is.
    static func of(_ day: String, _ language: Language) -> String {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard language == .chinese, parts.count == 3 else { return day }
        return "\(parts[0])年\(parts[1])月\(parts[2])日"
    }
}
