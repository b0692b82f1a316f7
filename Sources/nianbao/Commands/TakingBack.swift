import Answers
import ArgumentParser
import Output
import Storage
import Values

struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: words("移除一份年报", "Take a report out of all answers"),
        discussion: words(
            """
            年报连同原件仍留在档案里，只是不再计入任何结果；revert 恢复。--as-of 移除之前的日期仍按当时回答。
            移除后改用较早一版的，它的更正以最后所记为准：后来撤销的仍算撤销，后来另作更正的从新；重新有效的逐条指出。

            例：
              nianbao remove 柳溪镇 2021 --reason "导错了县"
              nianbao remove 柳溪镇 2021 --revision 2 --reason "第二次送来的是草稿"
            """,
            """
            The report and its file stay in the archive and count nowhere; revert brings it back. With --as-of a day
            before, answers are what they were. Where an earlier revision counts then, its corrections are as staff
            left them: one that was taken back since stays so, and of a figure that was corrected again the last
            correction counts; those that count again are named.

            Examples:
              nianbao remove 柳溪镇 2021 --reason "of another county"
              nianbao remove 柳溪镇 2021 --revision 2 --reason "the second one was a draft"
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var target: TargetOptions

    @Option(help: help("只移除这一版（默认整份）", "this revision only (else all)").named("版本", "number"))
    var revision: Int?

    @OptionGroup var entry: EntryOptions

    func run() throws {
        let revisions = try target.revisions(in: try common.openForReading())
        let done = try common.openForChanging().remove(
            revisions, revision: revision, reason: entry.reason, author: entry.author)
        let name = "\(done.place) \(done.year)"
        let back = "nianbao revert \(done.place.township) \(done.year) --to \(done.revision) --reason …"
        guard let current = done.current else {
            print(words("已移除：\(name)；恢复：\(back)", "removed: \(name); to bring it back: \(back)"))
            for path in done.questions {
                print(
                    words(
                        "注意：待定的文件 \(path) 也没有导入；以它为准的，请用 nianbao import 导入",
                        "note: \(path), which was in question, is not in the archive either; if it counts, nianbao "
                            + "import it"))
            }
            try common.tellUnlisted(done.place)
            return
        }
        print(
            words(
                "已移除：\(name) 第 \(done.revision) 版，现用第 \(current) 版；恢复：\(back)",
                "removed: revision \(done.revision) of \(name), revision \(current) counts; to bring it back: \(back)"))
        done.tellEntries(revision: current)
    }
}

struct Revert: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revert",
        abstract: words("恢复较早的或已移除的一版", "Return to an earlier or removed revision"),
        discussion: words(
            """
            该版连同当时的更正和豁免成为最新的一版，其他各版都保留。不写 --to 则恢复前一版；年报已移除的，恢复最后一版。
            版本见 nianbao list --revisions，差别见 nianbao diff。

            例：
              nianbao revert 柳溪镇 2021 --to 1 --reason "第二份是草稿"
            """,
            """
            It becomes the newest revision, with the corrections and waivers it had; all others stay. Without --to it
            is the one before, or the last of a report that was removed. See nianbao list --revisions and nianbao
            diff.

            Example:
              nianbao revert 柳溪镇 2021 --to 1 --reason "the second one was a draft"
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var target: TargetOptions

    @Option(help: help("恢复到第几版", "the revision to return to").named("版本", "number"))
    var to: Int?

    @OptionGroup var entry: EntryOptions

    func run() throws {
        let revisions = try target.revisions(in: try common.openForReading())
        let done = try common.openForChanging().revert(
            revisions, to: to, reason: entry.reason, author: entry.author)
        let current = done.current ?? done.revision
        print(
            words(
                "已恢复：\(done.place) \(done.year) 第 \(done.revision) 版，现为第 \(current) 版",
                "back to revision \(done.revision) of \(done.place) \(done.year), which is revision \(current) now"))
        done.tellEntries(revision: done.revision)
        if let elsewhere = done.elsewhere {
            print(
                words(
                    "注意：同一份年报已改归 \(elsewhere)，现在两处都计入；只应留一处的，请用 nianbao remove 移除另一处",
                    "note: the same report was moved to \(elsewhere) and counts in both places now; if it belongs in "
                        + "one, take it out of the other with nianbao remove"))
        }
    }
}

struct Move: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: words("把归错乡镇或年度的年报改归正确之处", "Give a report to the township or year whose it is"),
        discussion: words(
            """
            在原处移除，在新处成为一版，更正和豁免一并带去。有好几版的，须说明是各版（--all）还是只有一版（--revision）归错了。档案中没有的乡镇会新建；同一乡镇的两个名称请用 townships merge。

            例：
              nianbao move 柳溪镇 2021 --to 白杨镇 --reason "标题写错了乡镇"
              nianbao move 柳溪镇 2021 --to-year 2022 --reason "标题写错了年度"
            """,
            """
            It is removed where it was and a revision where it belongs, with its corrections and waivers. Where it has
            several revisions, say whether all (--all) or one (--revision) stand in the wrong place. A township
            that the archive does not know is made; of two names of one township, use townships merge.

            Examples:
              nianbao move 柳溪镇 2021 --to 白杨镇 --reason "the title names the wrong township"
              nianbao move 柳溪镇 2021 --to-year 2022 --reason "the title names the wrong year"
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var target: TargetOptions

    @Option(help: help("应归的乡镇（默认不变）", "the township whose it is (else the same)").named("乡镇", "township"))
    var to: String?

    @Option(
        help: help("应归的年度（默认不变）", "the year whose it is (else the same)").named("年份", "year"),
        transform: ReportYear.parse)
    var toYear: Int?

    @Option(help: help("只改归这一版", "this revision alone").named("版本", "number"))
    var revision: Int?

    @Flag(help: help("各版一并改归", "all revisions"))
    var all = false

    @OptionGroup var entry: EntryOptions

    func validate() throws {
        guard !all || revision == nil else {
            throw ValidationError(words("--all 与 --revision 只能用一个", "--all or --revision, not both"))
        }
        guard to != nil || toYear != nil else {
            throw ValidationError(
                words(
                    "请用 --to <乡镇> 或 --to-year <年份> 说明应归何处", "say where it belongs: --to <township> or --to-year <year>")
            )
        }
    }

    func run() throws {
        let revisions = try target.revisions(in: try common.openForReading())
        let done = try common.openForChanging().move(
            revisions, all ? .every : revision.map(MovedRevisions.one) ?? .sole, to: to, year: toYear,
            reason: entry.reason, author: entry.author)
        print(
            words(
                "已改归：\(done.place) \(done.year) 第 \(done.revision) 版",
                "moved: it is revision \(done.revision) of \(done.place) \(done.year) now"))
        if done.isNewPlace {
            print(
                words(
                    "\(done.place) 原先不在档案中，已新建；写错了请再用 move 改归",
                    "\(done.place) was not in the archive and was made; if it is misspelt, move the report again"))
        }
        if toYear != nil {
            let county = done.place.county.isEmpty ? "" : " --county \(done.place.county)"
            let archive = common.archive.map { " --archive \(VisibleText.of($0))" } ?? ""
            let again = "nianbao reread --years \(done.year) --townships \(done.place.township)\(county)\(archive)"
            print(
                words(
                    "正文数字是按原年度读取的；请按新年度重读：\(again)",
                    "figures in sentences were read for the year before; to read them for this one: \(again)"))
        }
        if let current = done.current {
            print(words("原处现用第 \(current) 版", "where it was, revision \(current) counts"))
            done.tellEntries(revision: current)
        }
        if let origin = revisions.first?.place, origin != done.place { try common.tellUnlisted(origin) }
    }
}

extension TakenBack {
    /// Tells what staff entered and counts no longer, or again.
    ///
    /// - Parameter revision: the one that counts now, as the user knows it.
    fileprivate func tellEntries(revision: Int) {
        let changes =
            EntryChange.all(.lapsed, corrections: lapsed, waivers: lapsedWaivers, revision: revision)
            + EntryChange.all(.revived, corrections: revived, waivers: revivedWaivers, revision: revision)
        for change in changes { print(words("注意：", "note: ") + change.explanation[.current]) }
    }
}

extension CommonOptions {
    /// Says of a township whose last report was taken out that nobody is asked for its reports any more.
    fileprivate func tellUnlisted(_ place: Place) throws {
        guard try !openForReading().places(Filter(townships: [place.word])).contains(place) else { return }
        print(
            words(
                "注意：\(place)没有别的年报了，不再计入名单：不算缺报，合计、个数里也没有它；应报的，用 nianbao townships begin "
                    + "\(place.word) --reason … 留在名单上",
                "note: \(place) has no other report, and is off the roster now: it is neither missing nor asked for in "
                    + "totals; if it has to report, nianbao townships begin \(place.word) --reason … keeps it there"))
    }
}
