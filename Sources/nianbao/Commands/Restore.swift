import Answers
import ArgumentParser
import Catalogue
import Foundation
import Output
import Storage
import Values

struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: words("从备份恢复档案", "Make an archive again from a backup"),
        discussion: words(
            """
            把备份复制成 --archive 所指的新文件，检查无误后才取得文件名；备份本身不变。已有的文件不会被换掉，除非加 --force；
            加了 --force，原来的文件也会另取文件名留着，并说明备份之后又做过多少事。

            例：
              nianbao restore 备份/年报-2024-03.sqlite --archive 恢复.sqlite
              nianbao restore 备份/年报-2024-03.sqlite --force
            """,
            """
            Copies the backup into the new file that --archive names, which gets its name only after it was verified;
            the backup stays as it is. A file that exists keeps its place unless --force is given; even then it stays
            under another name, and how much was done since the backup is told.

            Examples:
              nianbao restore backups/reports-2024-03.sqlite --archive restored.sqlite
              nianbao restore backups/reports-2024-03.sqlite --force
            """))

    @OptionGroup var common: CommonOptions

    @Argument(help: help("备份文件", "the backup").named("文件", "file"), completion: .file())
    var file: String

    @Flag(help: help("换掉已有的文件，旧文件另存", "replace an existing file, which stays under another name"))
    var force = false

    func run() throws {
        let target = common.archivePath
        let backup = try Archive.openForReading(path: file)
        let isReplaced = force && FileManager.default.fileExists(atPath: target)
        let later = isReplaced ? Result { try Archive.openForReading(path: target).work(after: backup) } : nil
        let aside = isReplaced ? FreshName.beside(target) : nil
        let copied = try backup.copy(to: target, replacing: force, keepingOldAt: aside)
        CopyWords.tell(words("已恢复到", "restored to"), target, copied)
        if let aside, let later { tell(later, keptAt: aside) }
    }

    private func tell(_ later: Result<LaterWork, any Error>, keptAt aside: String) {
        let name = VisibleText.of(aside)
        print(words("原来的文件另存为：\(name)", "the file that was there is kept as \(name)"))
        switch later {
        case .success(let later): tell(later, in: name)
        // What is damaged, or no archive, cannot say what it has more.
        case .failure(let error):
            let reason = Self.reason(error, common.archivePath)
            common.warn(
                Phrase(
                    zh: "原来的文件读不出，无法判断备份之后是否还做过别的事：\(reason.zh)",
                    en: "whether the file that was there has more than the backup could not be told: \(reason.en)"))
        }
    }

    private static func reason(_ error: any Error, _ path: String) -> Phrase {
        // It is not as it was left any more.
        if error as? ArchiveError == .notADatabase(path: path) {
            return Phrase(zh: "它不是年报档案", en: "it is no archive of yearly reports")
        }
        return (error as? any ExplainedError)?.explanation ?? Phrase("\(error)")
    }

    private func tell(_ later: LaterWork, in name: String) {
        let count = LogSheet.gathered(later.entries).count
        guard count > 0 else { return }
        let told = Phrase(
            zh: later.isContinuation
                ? "备份之后在原档案上又做过 \(count) 件事，不在恢复的档案里" : "原档案不是这份备份续下来的，其中有 \(count) 件事不在恢复的档案里",
            en: later.isContinuation
                ? "since the backup the archive that was there got \(count) more entries, which are not in the "
                    + "restored one"
                : "the archive that was there does not go on from this backup; \(count) of its entries are not in the "
                    + "restored one")
        common.warn(
            Phrase(
                zh: "\(told.zh)，可用 nianbao log --archive '\(name)' 查看",
                en: "\(told.en); nianbao log --archive '\(name)' tells them"))
    }
}

/// A name that no file has yet, for one that gives up its own: `nianbao-old-1.sqlite`.
enum FreshName {
    static func beside(_ name: String) -> String {
        let files = FileManager.default
        // A link stays; it is the file that it leads to that is replaced.
        let isLink = (try? files.destinationOfSymbolicLink(atPath: name)) != nil
        let path = isLink ? URL(filePath: name).resolvingSymlinksInPath().path : name
        let slash = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
        let dot = path[slash...].lastIndex(of: ".").flatMap { $0 > slash ? $0 : nil } ?? path.endIndex
        let names = (1...).lazy.map { "\(path[..<dot])-old-\($0)\(path[dot...])" }
        return names.first { !files.fileExists(atPath: $0) } ?? path
    }
}

/// The line that tells of a finished and verified copy.
enum CopyWords {
    static func tell(_ what: String, _ path: String, _ copied: Verification) {
        let counts = words(
            "\(copied.reports) 份年报，\(copied.figures) 个数字，检查无误",
            "\(copied.reports) reports, \(copied.figures) figures, verified")
        print(parts("\(what) \(VisibleText.of(path))", counts))
        print(words("校验码：\(copied.digest)", "digest: \(copied.digest)"))
    }
}
