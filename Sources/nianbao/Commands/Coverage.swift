import Answers
import ArgumentParser
import Catalogue
import Foundation
import Importing
import Output
import Storage
import Values

struct Coverage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: words("哪些乡镇缺哪些年份", "Which townships lack which years"),
        discussion: words(
            """
            例：
              nianbao coverage --county 青禾县 --years 2019-2024
              nianbao coverage --expect 名单.csv          # 名单：列名同 townships import，或每行“县区,乡镇”，或配合 --county 每行一个乡镇
              nianbao coverage --years 2024 --letter 催报/ --by 2025-01-25
            """,
            """
            Examples:
              nianbao coverage --county 青禾县 --years 2019-2024
              nianbao coverage --expect list.csv          # as for townships import; or county,township in each line
              nianbao coverage --years 2024 --letter reminders/ --by 2025-01-25
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var vintage: VintageOptions
    @OptionGroup var output: OutputOptions

    @Option(
        help: help(
            "应报乡镇的名单；档案里有而名单没有的，不算缺报，--county、--township 也管名单",
            "a list of the townships that should report, and no others; --county and --township hold for it, too"
        ).named("文件", "file"), completion: .file())
    var expect: String?

    @Option(
        help: help(
            "给每个缺报的乡镇写一份催报通知，每县一份缺报名单",
            "write a reminder to each township that lacks a report, and a list for each county (in Chinese)"
        ).named("文件夹", "folder"), completion: .directory)
    var letter: String?

    @OptionGroup var letters: LetterOptions

    func run() throws {
        let archive = try common.openForReading(asOf: vintage)
        let table = try CoverageTable(
            archive, filter: filters.filter(asOf: vintage), expected: try expected(archive), language: .current)
        if let letter {
            if table.hasNoYears { throw NoYearToRemindOf() }
            let today = (vintage.asOf?.day ?? CalendarDay.today).description
            for note in table.notThere + table.notListed { common.warn(note) }
            let files = Reminders(table.missing, on: letters.paper(today)).files
            if files.isEmpty { print(words("没有缺报的乡镇", "no township lacks a report")) }
            let names = Reminders.names(of: table.places)
            return try letters.write(files, to: letter, among: names, replacing: output.force, common)
        }
        try output.write { try table.write(to: $0, isForPeople: output.isForPeople) }
    }

    /// Nil without a list.
    private func expected(_ archive: Archive) throws -> [Place]? {
        guard let expect else { return nil }
        let county = filters.counties.flatMap(splitList).first ?? ""
        let listed = try ExpectedTownships(UserFile(expect), county: county, archive)
        // A township that has reported would be told as missing, and be written to.
        if !listed.short.isEmpty { throw ShortNames(names: listed.short) }
        if !listed.ambiguous.isEmpty { throw AmbiguousNames(names: listed.ambiguous) }
        if !listed.unlikely.isEmpty { throw NoTownshipNames(names: listed.unlikely, file: expect) }
        if !listed.countyless.isEmpty {
            let names = listed.countyless
            common.warn(
                Phrase(
                    zh: "名单没有写明\(names.joined(separator: "、"))属于哪个县区，请加 --county，或每行写成“县区,乡镇”",
                    en: "the list does not say which county \(names.joined(separator: ", ")) is in; add --county, or "
                        + "write county,township in each line"))
        }
        return listed.places
    }
}

/// A list of townships by names that the archive knows longer.
struct ShortNames: ExplainedError {
    let names: [(name: String, meant: [Place])]

    var status: ExitStatus { .usage }

    var explanation: Phrase {
        let zh = names.map { "“\($0.name)”是否指“\($0.meant.map(\.description).joined(separator: "”“"))”？" }
        let en = names.map { "did '\($0.name)' mean '\($0.meant.map(\.description).joined(separator: "' or '"))'?" }
        return Phrase(
            zh: "名单里的乡镇请写全称：\(zh.joined())",
            en: "write the townships of the list by their full names: \(en.joined(separator: " "))")
    }
}

/// A list of townships by names that lead to several places each.
struct AmbiguousNames: ExplainedError {
    let names: [(name: String, meant: [Place])]

    var status: ExitStatus { .usage }

    var explanation: Phrase {
        let zh = names.map { "“\($0.name)”指\($0.meant.map(\.word).joined(separator: "、"))" }
        let en = names.map { "'\($0.name)' leads to \($0.meant.map(\.word).joined(separator: ", "))" }
        return Phrase(
            zh: "名单里有的名称不止一处，请写成“县区,乡镇”，用现名：\(zh.joined(separator: "；"))",
            en: "names of the list lead to several places; write county,township, by today's names: "
                + en.joined(separator: "; "))
    }
}

/// A list of townships with lines that are none's name.
struct NoTownshipNames: ExplainedError {
    let names: [(name: String, line: Int)]
    let file: String

    var status: ExitStatus { .usage }

    var explanation: Phrase {
        let zh = names.map { "第 \($0.line) 行“\($0.name)”" }
        let en = names.map { "'\($0.name)' in line \($0.line)" }
        return Phrase(
            zh: "\(file) \(zh.joined(separator: "、"))不是乡镇、街道的名称；确是应报单位的，先用 nianbao townships import 加入",
            en:
                "\(en.joined(separator: ", ")) of \(file) is no township's name; if it has to report, nianbao "
                + "townships import takes it into the archive first")
    }
}

/// Reminders of no year: neither the archive nor the user names one.
struct NoYearToRemindOf: ExplainedError {
    var status: ExitStatus { .usage }

    var explanation: Phrase {
        Phrase(
            zh: "档案中没有这些乡镇的年报，不知道该催哪一年，请加 --years，如 --years 2024",
            en: "the archive has no report of these townships, so that no year is known; add --years 2024, say")
    }
}
