import ArgumentParser
import Catalogue
import Output
import Storage

struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: words("备份档案", "Make a backup of the archive"),
        discussion: words(
            """
            别人查询时也可以备份。副本全部写好并检查无误后才取得文件名；已有的文件不会被覆盖，除非加 --force。

            例：
              nianbao backup 备份/年报-2024-03.sqlite
              nianbao verify --archive 备份/年报-2024-03.sqlite
            """,
            """
            Others may go on asking meanwhile. The copy gets its name only after it was written and verified as a
            whole; a file that exists is kept unless --force is given.

            Examples:
              nianbao backup backups/reports-2024-03.sqlite
              nianbao verify --archive backups/reports-2024-03.sqlite
            """))

    @OptionGroup var common: CommonOptions

    @Argument(help: help("备份文件", "the file to make").named("文件", "file"), completion: .file())
    var file: String

    @Flag(help: help("覆盖已有的文件", "replace an existing file"))
    var force = false

    func run() throws {
        try OutputFolder.makeParent(of: file)
        let copied = try common.openForReading().copy(to: file, replacing: force)
        CopyWords.tell(words("已备份到", "backed up to"), file, copied)
    }
}
