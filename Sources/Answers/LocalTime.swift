import Foundation

/// When something was done, as people are told it: by the clock of where the program runs, with how far that is from
/// UTC. Programs get the archive's own form, which is UTC.
///
/// The C library is asked, which knows every form of `TZ`.
package enum LocalTime {
    /// `2026-11-29 17:10:18 +08:00` of `2026-11-29T09:10:18Z`; what is no such moment stays as it is.
    static func words(_ moment: String) -> String {
        let numbers = moment.split(whereSeparator: { !$0.isNumber }).compactMap { Int32($0) }
        guard numbers.count == 6, moment.hasSuffix("Z") else { return moment }
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] &- 1900, numbers[1] &- 1, numbers[2])
        (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
        var seconds = timegm(&parts)
        var local = tm()
        guard localtime_r(&seconds, &local) != nil else { return moment }
        let day = [(local.tm_year &+ 1900, 4), (local.tm_mon &+ 1, 2), (local.tm_mday, 2)].map(digits)
        let time = [local.tm_hour, local.tm_min, local.tm_sec].map { digits($0, 2) }
        let minutes = Int32(clamping: abs(local.tm_gmtoff) / 60)
        let offset = "\(local.tm_gmtoff < 0 ? "-" : "+")\(digits(minutes / 60, 2)):\(digits(minutes % 60, 2))"
        return "\(day.joined(separator: "-")) \(time.joined(separator: ":")) \(offset)"
    }

    /// `2026-11-29T17:10:18+08:00`, as programs write it, of a moment as people are told it; what is none stays.
    package static func standard(_ words: String) -> String {
        words.replacing(/^([0-9]{4}-[0-9]{2}-[0-9]{2}) ([0-9]{2}:[0-9]{2}:[0-9]{2}) ([+-][0-9]{2}:[0-9]{2})$/) {
            "\($0.1)T\($0.2)\($0.3)"
        }
    }

    /// In the form that the reader wants.
    package static func words(_ moment: String, isForPeople: Bool) -> String { isForPeople ? words(moment) : moment }

    private static func digits(_ number: Int32, _ count: Int) -> String {
        let text = "\(number)"
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
