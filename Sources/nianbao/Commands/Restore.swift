import ArgumentParser
import Catalogue
import Output
import Storage

struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: words("从备份恢复档案", "Make an archive again from a backup"),
        discussion: words(
            """
            把备份复制成 --archive 所指的新文件，检查无误后才取得文件名；备份本身不变。已有的文件不会被覆盖，除非加 --force。

            例：
              nianbao restore 备份/年报-2024-03.sqlite --archive 恢复.sqlite
            """,
            """
            Copies the backup into the new file that --archive names, which gets its name only after it was verified;
            the backup stays as it is. A file that exists is kept unless --force is given.

            Example:
              nianbao restore backups/reports-2024-03.sqlite --archive restored.sqlite
            """))

    @OptionGroup var common: CommonOptions

    @Argument(help: help("备份文件", "the backup").named("文件", "file"), completion: .file())
    var file: String

    @Flag(help: help("覆盖已有的文件", "replace an existing file"))
    var force = false

    func run() throws {
        let target = common.archivePath
        let copied = try Archive.openForReading(path: file).copy(to: target, replacing: force)
        CopyWords.tell(words("已恢复到", "restored to"), target, copied)
    }
}

/// The line that tells of a finished and verified copy.
enum CopyWords {
    static func tell(_ what: String, _ path: String, _ copied: Verification) {
        let counts = words(
            "\(copied.reports) 份年报，\(copied.figures) 个数字，检查无误",
            "\(copied.reports) reports, \(copied.figures) figures, verified")
        print(parts("\(what) \(path)", counts))
        print(words("校验码：\(copied.digest)", "digest: \(copied.digest)"))
    }
}
