import ArgumentParser
import Foundation
import Storage

/// A point in time on the command line: a day (`2021-03-31`), which means its end where the program runs, or a second with
/// its zone (`2021-03-31T16:00:00Z`), which means the same everywhere.
struct PointInTime: ExpressibleByArgument {
    let moment: Moment

    init?(argument: String) {
        if let second = try? Date(argument, strategy: .iso8601) {
            moment = Moment(second)
            return
        }
        guard let end = Self.endOfDay(argument) else { return nil }
        moment = Moment(end)
    }

    private static func endOfDay(_ text: String) -> Date? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        var day = DateComponents(calendar: Calendar(identifier: .gregorian), timeZone: .current)
        day.year = Int(parts[0])
        day.month = Int(parts[1])
        day.day = Int(parts[2])
        guard day.isValidDate, let start = day.date else { return nil }
        return day.calendar?.date(byAdding: .day, value: 1, to: start)?.addingTimeInterval(-1)
    }
}
