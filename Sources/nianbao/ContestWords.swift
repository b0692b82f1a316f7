import Answers
import Catalogue
import Documents
import Foundation
import Importing
import Storage
import Values

/// What an import says of files that the archive has, and of those of which nobody can say which one counts.
struct ContestWords {
    private let contest: Contest
    private let path: String
    private let typed: String?
    private let read: ReadReport?

    /// - Parameters:
    ///   - typed: the path as a user would type it; nil of a file within an archive.
    ///   - read: what the file was read as; nil of one that the archive has.
    init(_ contest: Contest, path: String, typed: String?, _ read: ReadReport?) {
        (self.contest, self.path, self.typed, self.read) = (contest, path, typed, read)
    }

    static func names(_ reports: [KnownReport]) -> String {
        reports.map { $0.report.name }.joined(separator: ", ")
    }

    /// Which revision counts where it is not the one that was read from the file, and how to return to that one; nil
    /// where it is.
    static func standing(_ known: KnownReport) -> String? {
        let report = known.report
        if known.current?.fingerprint == report.fingerprint || known.current?.id == report.id { return nil }
        if let elsewhere = known.elsewhere {
            return words("此年报已改归 \(elsewhere)，在那里计入", "the report was moved to \(elsewhere), and counts there")
        }
        let back = "nianbao revert \(report.place.township) \(report.year) --to \(report.revision) --reason …"
        guard let current = known.current else {
            return words(
                "此为第 \(report.revision) 版，年报已移除；恢复：\(back)",
                "this is revision \(report.revision), and the report was removed; to bring it back: \(back)")
        }
        return words(
            "此为第 \(report.revision) 版，现用第 \(current.revision) 版（\(current.path)）；要改回此文件：\(back)",
            """
            this is revision \(report.revision); revision \(current.revision) counts (\(current.path)); to return: \
            \(back)
            """)
    }

    /// As a user of such arguments would type the path of a file; nil of one within an archive.
    ///
    /// - Parameter location: its whole path. Files of several folders may be called the same.
    static func typed(_ location: String?, arguments: [String]) -> String? {
        guard let location else { return nil }
        return arguments.lazy.compactMap { argument in
            let whole = FileName(argument: argument).absolute.shown
            if whole == location { return argument }
            guard location.hasPrefix(whole + "/") else { return nil }
            let rest = location.dropFirst(whole.count + 1)
            return argument.hasSuffix("/") ? argument + rest : "\(argument)/\(rest)"
        }.first { (candidate: String) in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }

    /// Why it is contested, what differs cell by cell, and how to have it count.
    func lines(_ indicators: IndicatorList) -> [String] { [reason] + cells(indicators) + remedies }

    private var reason: String {
        let differ = difference
        let current = "第 \(contest.revision) 版（\(contest.path)）"
        let present = "revision \(contest.revision) (\(contest.path))"
        switch contest.reason {
        case .sameImport:
            let still = contest.restored == nil
            return words(
                "本次导入的 \(contest.path) 是同一乡镇、同一年度，两份\(differ.zh)，不知以哪份为准"
                    + (still ? "；仍以 \(contest.path) 为准" : ""),
                "\(contest.path) of this import is of the same township and year, and they \(differ.en)"
                    + (still ? "; \(contest.path) still counts" : ""))
        case .fewerCells(let read, let count):
            return words(
                """
                读出 \(read) 格，少于现用的第 \(contest.revision) 版（\(contest.path)，\(count) 格），不会自动取代；\
                \(differ.zh)
                """,
                """
                \(read) cells were read of it, fewer than the \(count) of revision \(contest.revision) \
                (\(contest.path)), which it does not replace by itself; they \(differ.en)
                """)
        case .erasesCells(let count):
            return words(
                "现用的\(current)有数的 \(count) 格，此文件为空白，不会自动取代；\(differ.zh)",
                """
                \(count) cells that have a figure in \(present) are blank in it; it does not replace that by itself; \
                they \(differ.en)
                """)
        case .chosen:
            return words(
                "现用的\(current)是指定为准的，不会自动取代；\(differ.zh)",
                "somebody chose \(present), which it does not replace by itself; they \(differ.en)")
        case .undecided:
            return words(
                "此文件和现用的\(current)以哪份为准，还没有人决定，不会自动取代；\(differ.zh)",
                """
                nobody has said yet whether it or \(present) counts, which it does not replace by itself; they \
                \(differ.en)
                """)
        case .otherYear:
            return words(
                "年度存疑，可能不是现用的\(current)的更正版，不会自动取代；\(differ.zh)",
                """
                its year is in doubt, so that it may be no correction of \(present), which it does not replace by \
                itself; they \(differ.en)
                """)
        case .unlike:
            return words(
                "与现用的\(current)\(differ.zh)，不像同一份年报的更正版，不会自动取代",
                """
                it and \(present) \(differ.en), too much for a corrected version; it does not replace that by itself
                """)
        case .countyless:
            let (township, year) = (read?.report.township ?? "", read?.report.year ?? 0)
            return words(
                """
                档案中另有未注明县区的\(township) \(year) 年报（\(contest.path)），\(differ.zh)；若是同一乡镇，\
                两份都导入就重复计数
                """,
                """
                the archive has a report of \(township) for \(year) whose county nobody named (\(contest.path)), \
                and they \(differ.en); if the township is the same, both would count
                """)
        case .inCounty(let place):
            let year = read?.report.year ?? 0
            return words(
                """
                看不出属于哪个县区，而\(place)已有 \(year) 年报（\(contest.path)），\(differ.zh)；若是同一乡镇，\
                两份都导入就重复计数
                """,
                """
                its county is not told, and \(place) has a report for \(year) (\(contest.path)); they \
                \(differ.en), and if the township is the same, both would count
                """)
        case .severalPlaces(let places):
            return words(
                "叫过这个名称的不止一处：\(places.joined(separator: "、"))，不知是哪一处的年报",
                "several places bore the name: \(places.joined(separator: ", ")); the report may be of any of them")
        case .elsewhere(let place, let year):
            return words(
                "同一文件已作为\(place) \(year) 年的年报存档，两处都归就重复计数",
                "the same file counts as the report of \(place) for \(year); in two places it would count twice")
        }
    }

    private var difference: Phrase {
        let count = contest.changes.count
        if count == 1 { return Phrase(zh: "有 1 处不同", en: "differ in one figure") }
        if count > 0 { return Phrase(zh: "有 \(count) 处不同", en: "differ in \(count) figures") }
        switch contest.reason {
        case .countyless, .inCounty: return Phrase(zh: "数字相同", en: "have the same figures")
        default: return Phrase(zh: "有不同", en: "differ")
        }
    }

    private func cells(_ indicators: IndicatorList) -> [String] {
        // Folders and archives would be repeated in every line.
        func last(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
        let isPlain = last(path) != last(contest.path)
        var (other, own) = isPlain ? (last(contest.path), last(path)) : (contest.path, path)
        if other == own {
            other = words("第 \(contest.revision) 版", "revision \(contest.revision)")
            own = words("此文件", "this file")
        }
        return contest.changes.map { change in
            let indicator = indicators[change.indicator]
            let old = ReadingWords.of(change.old, indicator.unit, isUnread: change.isOldUnread, .current)
            let new = ReadingWords.of(change.new, indicator.unit, isUnread: change.isNewUnread, .current)
            return words(
                "  \(indicator.label.zh)（\(indicator.code)）：\(other) \(old) | \(own) \(new)",
                "  \(indicator.label.en) (\(indicator.code)): \(other) \(old) | \(own) \(new)")
        }
    }

    // MARK: What to do

    private var remedies: [String] {
        if let restored = contest.restored {
            return [
                words(
                    "已恢复原来的年报（第 \(restored) 版）；要以另一份为准，请用 nianbao list --revisions 查看版本，再用 nianbao revert",
                    """
                    the earlier report was put back as revision \(restored); for the other one, see nianbao list \
                    --revisions, then nianbao revert
                    """)
            ]
        }
        guard let typed else {
            return [
                words(
                    "要以此文件为准：请先解压，再用 nianbao import --replace 指定它",
                    "if this file counts: unpack it, and name it with nianbao import --replace")
            ]
        }
        if let places = placeRemedies(typed) { return places }
        let replace = words(
            "要以此文件为准：nianbao import --replace \(typed)", "if this file counts: nianbao import --replace \(typed)")
        guard let year = otherYear else { return [replace] }
        // A report with last year's title would take the place of last year's.
        return [
            words(
                "若是\(year)年年报：nianbao import \(typed) --year \(year)",
                "if it is the report for \(year): nianbao import \(typed) --year \(year)"), replace,
        ]
    }

    /// The year that the file's name and its text tell, where title and period tell the one that it was read as.
    private var otherYear: String? { read?.doubts.first { $0.doubt.kind == .yearOutvoted }?.doubt.found }

    /// - Parameter place: `青禾县/柳溪镇`, or a county alone.
    private static func remedy(_ typed: String, ifOf place: String) -> String {
        let parts = place.split(separator: "/", omittingEmptySubsequences: false)
        let county = parts[0].isEmpty ? "" : " --county \(parts[0])"
        let command = "nianbao import \(typed)\(county)" + (parts.count == 2 ? " --township \(parts[1])" : "")
        return words("是\(place)的：\(command)", "if it is of \(place): \(command)")
    }

    /// Where it is in question whose report it is; nil elsewhere.
    private func placeRemedies(_ typed: String) -> [String]? {
        guard let report = read?.report else { return nil }
        let place = report.place
        switch contest.reason {
        case .countyless:
            let move = "nianbao move /\(report.township) \(report.year)\(contest.revision > 1 ? " --all" : "")"
            return [
                words(
                    "同一乡镇，以此文件为准：nianbao import --replace \(typed) --county \(report.county)",
                    "the same township, and this file counts: "
                        + "nianbao import --replace \(typed) --county \(report.county)"
                ),
                words(
                    "同一乡镇，以原有的为准：\(move) --to \(place) --reason …",
                    "the same township, and the other counts: \(move) --to \(place) --reason …"),
                words(
                    "原有的是别县的同名乡镇：先 \(move) --to 县区/\(report.township) --reason …，再导入此文件",
                    "the other is of another county: "
                        + "\(move) --to COUNTY/\(report.township) --reason …, then this file"),
            ]
        case .inCounty(let other):
            return [
                words(
                    "同一乡镇：nianbao import \(typed) --county \(other.county)",
                    "the same township: nianbao import \(typed) --county \(other.county)"),
                words(
                    "别县的同名乡镇：nianbao import \(typed) --county 县区",
                    "of another county: nianbao import \(typed) --county COUNTY"),
            ]
        case .severalPlaces(let places): return places.map { Self.remedy(typed, ifOf: $0) }
        case .elsewhere(let other, let year):
            let township = other == place ? "" : " --to \(place.word)"
            let to = township + (year == report.year ? "" : " --to-year \(report.year)")
            return [
                words(
                    "应改归\(place) \(report.year) 年：nianbao move \(other.word) \(year)\(to) --reason …",
                    "if it belongs to \(place) for \(report.year): nianbao move \(other.word) \(year)\(to) --reason …"),
                words("原处无误：不必再导入", "if it is right where it is: there is nothing to do"),
            ]
        default: return nil
        }
    }
}
