import Answers
import ArgumentParser
import Storage
import Values

/// The township that is set up or abolished, where, why, and who says so.
struct TermedTownship: ParsableArguments {
    @OptionGroup var common: CommonOptions
    @Argument(help: help("乡镇", "the township").named("乡镇", "township"), completion: Suggestions.places)
    var township: String
    @OptionGroup var entry: EntryOptions

    func archive() throws -> Archive { try common.openForChanging() }

    /// Says what is so now.
    func tell(_ told: (place: Place, term: TownshipTerm)) {
        let isOpen = told.term == TownshipTerm()
        let now = isOpen ? Phrase(zh: "各年都应报送", en: "has to report of every year") : told.term.words
        print(words("\(told.place)：\(now.zh)", "\(told.place) \(now.en)"))
    }
}

struct EndTownship: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: words("撤销乡镇：某年以后不再应报", "Abolish a township: after a year it has no reports"),
        discussion: words(
            """
            撤乡并镇、撤镇设街道后，原乡镇的年报仍在，此后的年份不再计入缺报、催报、合计和名单；并入何处，各处答复都会注明。
            只是改名的（柳溪镇改为柳溪街道，范围不变），用 nianbao townships rename。再写一次以后一次为准，取消用 resume。

            例：
              nianbao townships end 青禾县/北桥乡 --after 2021 --into 青禾县/石桥乡 --reason "2022年撤乡并镇"
            """,
            """
            Its reports stay; in later years it is no longer missing, reminded, or asked for in totals and rosters, and
            answers say what it went into. If it has only another name now, use nianbao townships rename. The latest
            entry counts; resume takes it back.

            Example:
              nianbao townships end 青禾县/北桥乡 --after 2021 --into 青禾县/石桥乡 --reason "merged in 2022"
            """))

    @OptionGroup var termed: TermedTownship

    @Option(
        help: help("应报的最后一个年度", "the last year that it has to report of").named("年份", "year"),
        completion: Suggestions.years, transform: ReportYear.parse)
    var after: Int

    @Option(
        help: help("并入的乡镇", "the township that took it over").named("乡镇", "township"), completion: Suggestions.places)
    var into: String?

    func run() throws {
        termed.tell(
            try termed.archive().end(
                termed.township, after: after, into: into, reason: termed.entry.reason, author: termed.entry.author))
    }
}

struct ResumeTownship: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: words("取消撤销：该乡镇仍然应报", "Take back that a township was abolished"),
        discussion: words(
            "例：\n  nianbao townships resume 青禾县/北桥乡 --reason \"没有撤销，只是改名\"",
            "Example:\n  nianbao townships resume 青禾县/北桥乡 --reason \"it was only renamed\""))

    @OptionGroup var termed: TermedTownship

    func run() throws {
        termed.tell(
            try termed.archive().resume(
                termed.township, reason: termed.entry.reason, author: termed.entry.author))
    }
}

struct BeginTownship: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "begin",
        abstract: words("设立乡镇：某年以前没有年报", "Set up a township: before a year it has no reports"),
        discussion: words(
            """
            新设的乡镇、街道，此前的年份不计缺报。不写 --in 则取消。

            例：
              nianbao townships begin 青禾县/望湖街道 --in 2022 --reason "2022年析置"
            """,
            """
            In the years before it is not missing. Without --in, takes that back.

            Example:
              nianbao townships begin 青禾县/望湖街道 --in 2022 --reason "set up in 2022"
            """))

    @OptionGroup var termed: TermedTownship

    @Option(
        name: .customLong("in"),
        help: help("应报的第一个年度", "the first year that it has to report of").named("年份", "year"),
        completion: Suggestions.years, transform: ReportYear.parse)
    var first: Int?

    func run() throws {
        termed.tell(
            try termed.archive().begin(
                termed.township, in: first, reason: termed.entry.reason, author: termed.entry.author))
    }
}
