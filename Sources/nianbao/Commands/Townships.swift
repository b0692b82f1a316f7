import Answers
import ArgumentParser
import Catalogue
import Foundation
import Importing
import Output
import Storage
import Values

struct Townships: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "townships",
        abstract: words(
            "乡镇和县区：列出、改名、代码、合并、撤销", "Townships and counties: list, rename, code, merge, end"),
        discussion: words(
            """
            改名、合并之后，旧名称仍然指向同一处，各年数据连成一行。乡镇可写 柳溪镇 或 青禾县/柳溪镇，县区写 青禾县。

            例：
              nianbao townships list
              nianbao townships rename 湟中县 湟中区
              nianbao townships name 望湖街道 望湖镇
              nianbao townships code 青禾县/柳溪镇 632199101
              nianbao townships merge 青禾县/北桥乡 青禾县/石桥乡
              nianbao townships end 青禾县/北桥乡 --after 2021 --into 青禾县/石桥乡 --reason 撤乡并镇
              nianbao townships import 乡镇代码.csv
            """,
            """
            Former names go on leading to a place that was renamed or merged, so that its years stay one row. A
            township is
            written 柳溪镇 or 青禾县/柳溪镇, a county 青禾县.

            Examples:
              nianbao townships list
              nianbao townships rename 湟中县 湟中区
              nianbao townships name 望湖街道 望湖镇
              nianbao townships code 青禾县/柳溪镇 632199101
              nianbao townships merge 青禾县/北桥乡 青禾县/石桥乡
              nianbao townships end 青禾县/北桥乡 --after 2021 --into 青禾县/石桥乡 --reason "merged by the county"
              nianbao townships import codes.csv
            """),
        subcommands: [
            ListPlaces.self, RenamePlace.self, NamePlace.self, CodePlace.self, MergePlaces.self, EndTownship.self,
            ResumeTownship.self, BeginTownship.self, ImportPlaces.self,
        ])

    @OptionGroup var options: PlaceListOptions

    func run() throws { try options.list() }
}

struct ListPlaces: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: words("列出乡镇、代码、曾用名和年份", "List townships, codes, other names and years"))

    @OptionGroup var options: PlaceListOptions

    func run() throws { try options.list() }
}

/// What a listing of places is asked for, with a subcommand or without one.
struct PlaceListOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Option(
        name: [.customLong("county")], parsing: .upToNextOption,
        help: help("只看这些县区", "only these counties").named("县区", "county"), completion: Suggestions.counties)
    var counties: [String] = []

    func validate() throws { try Names.require(counties, of: "--county") }

    func list() throws {
        let archive = try common.openForReading()
        let townships = try archive.townships(Filter(counties: counties.flatMap(splitList)))
        try output.write([PlaceList.sheet(townships, terms: archive.townshipTerms())])
    }
}

/// The place that something is entered about, where that is, and who says so.
struct ChangedPlace: ParsableArguments {
    @OptionGroup var common: CommonOptions
    @Argument(help: help("乡镇或县区", "a township or a county").named("名称", "place"), completion: Suggestions.places)
    var place: String
    @OptionGroup var authorship: AuthorOptions

    var author: String { authorship.name }

    func archive() throws -> Archive { try common.openForChanging() }
}

struct RenamePlace: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: words("改名，旧名仍可使用", "Rename; the old name goes on leading there"))

    @OptionGroup var changed: ChangedPlace
    @Argument(help: help("新名称", "its new name").named("新名称", "name")) var name: String

    func run() throws {
        let archive = try changed.archive()
        let found = try archive.rename(changed.place, to: name, author: changed.author)
        print(words("\(found) 现名 \(name)", "\(found) is now \(name)"))
        let county = found.contains("/") ? String(found.prefix { $0 != "/" }) : ""
        let place = Place(county: county, township: name)
        // Among all places: a county, too, is found without a slash, and no place need be without a county.
        guard try archive.places(Filter()).contains(place) else { return }
        let names = try archive.countyNames()
        let before = Place(county: county, township: found.split(separator: "/").last.map(String.init) ?? found)
        if !place.isTownship(by: names) {
            tellLeft()
        } else if !before.isTownship(by: names) {
            print(
                words(
                    "注意：现为乡镇、街道的名称，各年的年报从此计入合计、名次和缺报；写错了请再改名",
                    "note: it is a township's name now: its reports of all years are in totals, places and reminders "
                        + "from now on; if it is a slip, rename it again"))
        }
    }

    private func tellLeft() {
        print(
            words(
                "注意：“\(name)”不是乡镇、街道的名称，各年的年报都不再计入合计、名次和缺报；写错了请再改名",
                "note: '\(name)' is no township's name: its reports of all years are in no total, place or reminder "
                    + "now; if it is a slip, rename it again"))
    }
}

struct NamePlace: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "name", abstract: words("添加曾用名或别名", "Add a former or other name"))

    @OptionGroup var changed: ChangedPlace
    @Argument(help: help("曾用名", "its other name").named("曾用名", "name")) var name: String

    func run() throws {
        let found = try changed.archive().addName(name, to: changed.place, author: changed.author)
        print(words("\(name) 也指 \(found)", "\(name) leads to \(found) as well"))
    }
}

struct CodePlace: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code", abstract: words("设定区划代码", "Set a division code"))

    @OptionGroup var changed: ChangedPlace
    @Argument(help: help("6 至 12 位代码", "the code, 6 to 12 digits").named("代码", "code")) var code: String

    func run() throws {
        let found = try changed.archive().setCode(code, of: changed.place, author: changed.author)
        print(parts("\(found)", code))
    }
}

struct MergePlaces: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: words("把前一处并入后一处（两个乡镇，或两个县区）", "Merge the first into the second, two townships or two counties"))

    @OptionGroup var common: CommonOptions
    @Argument(help: help("并入的一处", "the place that goes").named("名称", "place"), completion: Suggestions.places)
    var place: String
    @Argument(help: help("保留的一处", "the place that stays").named("并入", "into"), completion: Suggestions.places) var into:
        String
    @OptionGroup var authorship: AuthorOptions

    func run() throws {
        let archive = try common.openForChanging()
        let before = try archive.townshipTerms()
        let merged = try archive.merge(place, into: into, author: authorship.name)
        print(words("\(merged.from) 已并入 \(merged.into)", "\(merged.from) is now part of \(merged.into)"))
        tell(merged)
        for (place, term) in try archive.townshipTerms().changed(since: before) { tell(place, term) }
    }

    /// Which townships became one with two counties: right where a county stood there twice, and not of two counties
    /// that each had one of the name.
    private func tell(_ merged: MergedPlaces) {
        guard let first = merged.joined.first, let year = first.years.first else { return }
        let names = merged.joined.map { ($0.township, $0.years.map(String.init)) }
        let back = "nianbao move \(merged.into)/\(first.township) \(year) --to … --reason …"
        print(
            words(
                "注意：两县同名的乡镇也已合为一处，并入的年报：\(names.map { "\($0)（\($1.joined(separator: "、"))）" }.joined(separator: "、"))；"
                    + "不是同一乡镇的，请改归：\(back)",
                "note: townships of the same name in both are one now; reports that came to them: "
                    + names.map { "\($0) (\($1.joined(separator: ", ")))" }.joined(separator: ", ")
                    + "; if they are two, give theirs back: \(back)"))
    }

    /// That what was said of the years of the place that went is said of the one that stays from now on.
    private func tell(_ place: Place, _ term: TownshipTerm) {
        let back = [term.last.map { _ in "resume" }, term.first.map { _ in "begin" }].compactMap { $0 }
            .map { "nianbao townships \($0) \(place.word) --reason …" }
        print(
            words(
                "注意：并入的一处记有存在的年份，现在归\(place)：\(term.words.zh)，其余年份不再计缺报；不对的，取消："
                    + back.joined(separator: "，"),
                "note: what was said of the years of the place that went is now said of \(place): it "
                    + "\(term.words.en), and in other years it is not missing; if that is wrong, take it back: "
                    + back.joined(separator: " and ")))
    }
}

struct ImportPlaces: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: words("从 CSV 导入乡镇名单和区划代码", "Import townships with their codes from CSV"),
        discussion: words(
            "第一行是列名 county,township,code 或 县区,乡镇,代码；UTF-8 和 GB18030 都可以。",
            "The first line names the columns county,township,code; UTF-8 or GB18030."))

    @OptionGroup var common: CommonOptions
    @Argument(help: help("CSV 文件", "a CSV file").named("文件", "file"), completion: .file()) var file: String
    @OptionGroup var authorship: AuthorOptions

    func run() throws {
        let list = try TownshipList(UserFile(file))
        let codebook = try Codebook.load()
        let archive = try Archive.openForWriting(path: common.archivePath, indicators: codebook.indicators)
        let result = try archive.register(list.places, author: authorship.name)
        print(
            words(
                "名单共 \(list.places.count) 行：新增 \(result.newCount)，已有 \(result.knownCount)，写入代码 \(result.codeCount)",
                """
                \(list.places.count) lines: \(result.newCount) new, \(result.knownCount) known, \(result.codeCount) \
                codes set
                """
            ))
    }
}
