import Answers
import ArgumentParser
import Catalogue
import Foundation
import Importing
import Output
import Storage

struct Reread: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reread",
        abstract: words("用现在的指标和规则重读已有年报", "Read the stored reports again with today's catalogue"),
        discussion: words(
            """
            逐份重读存档的原件，列出每个有变化的数字；有变化的年报成为新版本，原来读出的仍然保留。

            例：
              nianbao reread --dry-run
              nianbao reread --years 2022
            """,
            """
            Reads the stored originals again and lists every figure that changed; such a report becomes a new
            revision, and what was read before stays.

            Examples:
              nianbao reread --dry-run
              nianbao reread --years 2022
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions

    @Flag(help: help("只列出变化，不写入档案", "list the changes, store nothing"))
    var dryRun = false

    @OptionGroup var authorship: AuthorOptions

    func run() throws {
        let (archive, codebook) = try open()
        if !dryRun { try common.tellSlowClock(archive) }
        var counts = (same: 0, changed: 0, failed: 0)
        let rereading = try Rereading(archive, codebook: codebook, isTrial: dryRun, author: authorship.name)
        try tellStale(rereading)
        try rereading.run(filters.filter()) { summary, fate in
            let name = summary.name
            switch fate {
            case .same: counts.same += 1
            case .changed(let changes, let revision):
                counts.changed += 1
                tell(name, revision, changes, archive)
                if revision != nil { try tellLapsed(from: summary, archive) }
            case .otherText(let changes, let revision):
                counts.changed += 1
                tell(
                    parts(name, words("原文提取结果有变化", "its text comes out differently now")), revision, changes, archive)
                if revision != nil { try tellLapsed(from: summary, archive) }
            case .refused(let error):
                counts.failed += 1
                tell(parts(name, error.explanation[.current]))
            }
        }
        print(
            words(
                """
                重读 \(counts.same + counts.changed + counts.failed) 份：无变化 \(counts.same)，有变化 \(counts.changed)，未能重读 \
                \(counts.failed)
                """,
                """
                \(counts.same + counts.changed + counts.failed) reports: \(counts.same) same, \(counts.changed) \
                changed, \(counts.failed) not read
                """
            ))
        if counts.failed > 0 { throw Ended(status: .attention) }
    }

    private func open() throws -> (Archive, Codebook) {
        if dryRun {
            let codebook = try Codebook.load(adding: common.openForReading().localFiles())
            let indicators = Array(codebook.indicators)
            return (try Archive.openForReading(path: common.archivePath, among: indicators), codebook)
        }
        do {
            // An archive that is not there must not be made by reading it again.
            _ = try common.openForReading()
        } catch ArchiveError.older {
            // Opening it for writing brings it up to date.
        }
        return try Archive.openWithCatalogue(path: common.archivePath)
    }

    /// Which reports today's catalogue has not read yet, and which indicators nobody looked for in them.
    private func tellStale(_ rereading: Rereading) throws {
        let stale = try rereading.stale(filters.filter())
        guard stale.count > 0 else { return }
        let names = stale.first.map { "\($0.place) \($0.year)" }.joined(separator: words("、", ", "))
        let more = stale.count > stale.first.count ? words("等", ", …") : ""
        print(
            words("\(stale.count) 份不是按现在的指标读的：", "\(stale.count) reports were not read with today's catalogue: ")
                + names + more)
        guard !stale.codes.isEmpty else { return }
        let others = stale.codes.count > 10 ? words("等", ", …") : ""
        let list = stale.codes.prefix(10).joined(separator: words("、", ", ")) + others
        print(words("  其中未按这些指标读过：\(list)", "  indicators that some were not read for: \(list)"))
    }

    private func tell(_ name: String, _ revision: Int?, _ changes: [Change], _ archive: Archive) {
        let version = revision.map { words("第 \($0) 版", "revision \($0)") } ?? words("有变化", "changes")
        print(parts(name, version))
        for change in changes { print("    \(ReadingWords.of(change, in: archive.indicators, .current))") }
    }

    /// Corrections and waivers that the new revision could not take over.
    private func tellLapsed(from old: ReportSummary, _ archive: Archive) throws {
        for entry in try EntryChange.lapsed(since: old, archive) {
            print("    " + words("注意：", "note: ") + entry.explanation[.current])
        }
    }

    private func tell(_ line: String) {
        Screen.tell(line)
    }
}
