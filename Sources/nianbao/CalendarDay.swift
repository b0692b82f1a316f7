import ArgumentParser
import Foundation

/// A day that exists, written `2026-12-31`, as which its order is that of time.
///
/// Where a day begins and ends is asked of the C library, which knows every form of `TZ`: Foundation takes `CST-8`, as
/// POSIX writes China's time, for UTC.
struct CalendarDay: ExpressibleByArgument, CustomStringConvertible {
    let description: String

    init?(argument: String) {
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            DateComponents(calendar: Calendar(identifier: .gregorian), year: year, month: month, day: day).isValidDate
        else { return nil }
        description = argument
    }

    /// The day that it is then where the program runs.
    init(_ date: Date) {
        var seconds = time_t(date.timeIntervalSince1970.rounded(.down))
        var parts = tm()
        localtime_r(&seconds, &parts)
        func digits(_ number: Int32, _ count: Int) -> String {
            let text = "\(number)"
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        description = "\(digits(parts.tm_year + 1900, 4))-\(digits(parts.tm_mon + 1, 2))-\(digits(parts.tm_mday, 2))"
    }

    /// The day's last second where the program runs: that before the next day's first, however long the day is.
    var end: Date? {
        let numbers = description.split(separator: "-").compactMap { Int32($0) }
        guard numbers.count == 3 else { return nil }
        var next = tm()
        (next.tm_year, next.tm_mon, next.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2] + 1)
        next.tm_isdst = -1
        let start = mktime(&next)
        return start == -1 ? nil : Date(timeIntervalSince1970: TimeInterval(start - 1))
    }

    static var today: CalendarDay { CalendarDay(.now) }
}
