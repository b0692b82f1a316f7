import ArgumentParser
import Values

/// A year on the command line: `2022`, `2022年`, `２０２２`.
enum ReportYear {
    static func parse(_ argument: String) throws -> Int {
        if let year = Int(YearList.plain(argument)), ReportYears.possible.contains(year) { return year }
        throw ValidationError(words("“\(argument)”不是年份，请写成 2022", "'\(argument)' is no year; write it like 2022"))
    }
}

/// Years and ranges of years: `2019-2021,2023`, `2019年至2021年、2023`.
struct YearList: ExpressibleByArgument {
    let years: Set<Int>

    init?(argument: String) {
        var years = Set<Int>()
        for part in Self.plain(argument).split(separator: ",") {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard let first = ends.first.flatMap({ $0 }), let last = ends.last.flatMap({ $0 }), ends.count <= 2,
                first <= last, ReportYears.possible.contains(first), ReportYears.possible.contains(last)
            else { return nil }
            years.formUnion(first...last)
        }
        guard !years.isEmpty else { return nil }
        self.years = years
    }

    /// Digits, commas and hyphens as programs write them, without 年 and 年度.
    static func plain(_ text: String) -> String {
        var plain = ""
        for character in text.halfWidth {
            switch character {
            case "、": plain.append(",")
            case "—", "–", "~", "至", "到": plain.append("-")
            case "年", "度", " ": continue
            default: plain.append(character)
            }
        }
        return plain.replacing("--", with: "-")
    }
}
