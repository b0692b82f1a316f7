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

    private init(_ date: Date) {
        description = date.formatted(
            Date.ISO8601FormatStyle(timeZone: .current).year().month().day().dateSeparator(.dash))
    }

    static var today: CalendarDay { CalendarDay(.now) }
}
