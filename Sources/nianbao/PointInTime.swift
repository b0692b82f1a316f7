import Answers
import ArgumentParser
import Foundation
import Storage

/// A point in time on the command line: a day (`2021-03-31`), which means its end where the program runs, or a second
/// with its zone (`2021-03-31T16:00:00Z`, or as answers show it: `2021-04-01 00:00:00 +08:00`), which means the same
/// everywhere.
struct PointInTime: ExpressibleByArgument {
    let moment: Moment
    let day: CalendarDay

    init?(argument: String) {
        let second = try? Date(LocalTime.standard(argument), strategy: .iso8601)
        guard let date = second ?? CalendarDay(argument: argument)?.end else { return nil }
        moment = Moment(date)
        day = CalendarDay(date)
    }
}

/// From when an answer is: an option of the commands whose answers are kept and may have to be made again.
struct VintageOptions: ParsableArguments {
    @Option(
        help: help(
            "按当时的档案回答：不计这一天（含，至本机时区 24 时）以后的新版本和更正；也可写到秒，如 2021-03-31T16:00:00Z，或照抄 log 所列时间",
            """
            answer from what the archive knew then: without revisions and corrections after this day (to its end,
            local time), or after a second such as 2021-03-31T16:00:00Z, or as log shows it
            """
        ).named("日期", "date"))
    var asOf: PointInTime?
}
