import Answers
import Catalogue
import Foundation
import Importing
import Storage
import Values

/// What an import says of files that the archive has, and of those of which nobody can say which one counts.
enum ContestWords {
    static func names(_ reports: [KnownReport]) -> String {
        reports.map { "\($0.report.place) \($0.report.year)" }.joined(separator: ", ")
    }

    /// Which revision counts where it is not the one that was read from the file, and how to return to that one; nil
    /// where it is.
    static func standing(_ known: KnownReport) -> String? {
        let report = known.report
        if known.current?.fingerprint == report.fingerprint || known.current?.id == report.id { return nil }
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

    /// Why a file is contested, what differs cell by cell, and how to have it count.
    ///
    /// - Parameter typed: the path as a user would type it; nil of a file within an archive.
    static func lines(_ contest: Contest, path: String, typed: String?, indicators: IndicatorList) -> [String] {
        [reason(contest)] + cells(contest, path, indicators) + [remedy(contest, typed)]
    }

    /// The path of a file that an import of such arguments found under another.
    static func typed(_ path: String, arguments: [String]) -> String? {
        let named = arguments.filter { URL(filePath: $0).lastPathComponent == path }
        let within = arguments.map { $0.hasSuffix("/") ? $0 + path : "\($0)/\(path)" }
        return (named + within).first { candidate in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }

    private static func reason(_ contest: Contest) -> String {
        let count = contest.changes.count
        switch contest.reason {
        case .sameImport:
            let still = contest.restored == nil
            return words(
                "本次导入的 \(contest.path) 是同一乡镇、同一年度，两份\(difference(count).zh)，不知以哪份为准"
                    + (still ? "；仍以 \(contest.path) 为准" : ""),
                "\(contest.path) of this import is of the same township and year, and they \(difference(count).en)"
                    + (still ? "; \(contest.path) still counts" : ""))
        case .fewerCells(let read, let current):
            return words(
                """
                读出 \(read) 格，少于现用的第 \(contest.revision) 版（\(contest.path)，\(current) 格），不会自动取代；\
                \(difference(count).zh)
                """,
                """
                \(read) cells were read of it, fewer than the \(current) of revision \(contest.revision) \
                (\(contest.path)), which it does not replace by itself; they \(difference(count).en)
                """)
        case .unlike:
            return words(
                "与现用的第 \(contest.revision) 版（\(contest.path)）\(difference(count).zh)，不像同一份年报的更正版，不会自动取代",
                """
                it and revision \(contest.revision) (\(contest.path)) \(difference(count).en), too much for a \
                corrected version; it does not replace that by itself
                """)
        }
    }

    private static func difference(_ count: Int) -> Phrase {
        count == 0
            ? Phrase(zh: "有不同", en: "differ") : Phrase(zh: "有 \(count) 处不同", en: "differ in \(count) figures")
    }

    private static func cells(_ contest: Contest, _ path: String, _ indicators: IndicatorList) -> [String] {
        contest.changes.map { change in
            let indicator = indicators[change.indicator]
            let old = ReadingWords.of(change.old, indicator.unit, isUnread: change.isOldUnread, .current)
            let new = ReadingWords.of(change.new, indicator.unit, isUnread: change.isNewUnread, .current)
            return "  \(indicator.label[.current]) (\(indicator.code)): \(contest.path) \(old) | \(path) \(new)"
        }
    }

    private static func remedy(_ contest: Contest, _ typed: String?) -> String {
        if let restored = contest.restored {
            return words(
                "已恢复原来的年报（第 \(restored) 版）；要以另一份为准，请用 nianbao list --revisions 查看版本，再用 nianbao revert",
                """
                the earlier report was put back as revision \(restored); for the other one, see nianbao list \
                --revisions, then nianbao revert
                """)
        }
        guard let typed else {
            return words(
                "要以此文件为准：请先解压，再用 nianbao import --replace 指定它",
                "if this file counts: unpack it, and name it with nianbao import --replace")
        }
        return words(
            "要以此文件为准：nianbao import --replace \(typed)", "if this file counts: nianbao import --replace \(typed)")
    }
}
