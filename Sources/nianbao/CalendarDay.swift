import ArgumentParser
import Foundation

/// A day that exists, written `2026-12-31`, as which its order is that of time.
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
        description = date.formatted(
            Date.ISO8601FormatStyle(timeZone: .current).year().month().day().dateSeparator(.dash))
    }

    /// The day's last second where the program runs.
    var end: Date? {
        let style = Date.ISO8601FormatStyle(timeZone: .current).year().month().day().dateSeparator(.dash)
        return (try? Date(description, strategy: style)).flatMap { start in
            Calendar(identifier: .gregorian).date(byAdding: .day, value: 1, to: start)?.addingTimeInterval(-1)
        }
    }

    static var today: CalendarDay { CalendarDay(.now) }
}
