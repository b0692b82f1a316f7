import ArgumentParser
import Catalogue
import Importing
import Storage

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: words("检查档案是否完好", "Prove that the archive is sound"),
        discussion: words(
            """
            检查数据库结构、全部原件的校验值、每个数字在原文中的位置和内容、各表之间的引用、各份年报的数字个数和版本衔接。
            加 --deep 还把现行各版的原件重新读一遍，逐个数字与档案比对。
            退出码：0 完好；1 完好，但重新读出的与档案不同（升级本程序后可能如此）；65 档案已损坏，请用备份恢复。

            例：
              nianbao verify
              nianbao verify --deep --archive 备份.sqlite
            """,
            """
            Checks the database itself, the hash of every original, the place of every figure in its text and what
            stands there, all references, the number of figures of each report and the order of revisions. With --deep
            it also reads the originals of all current revisions again and compares every figure. Exit codes: 0 sound;
            1 sound, but reading again gives something else (as may be after an upgrade of this program); 65 the
            archive is damaged, restore a backup.

            Examples:
              nianbao verify
              nianbao verify --deep --archive backup.sqlite
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Flag(help: help("重新读取原件，逐个数字比对", "read the stored originals again and compare every figure"))
    var deep = false

    func run() throws {
        let archive = try common.openForReading()
        var answer = VerificationAnswer(try archive.verify())
        // What is damaged cannot be trusted to be read.
        if deep, answer.verification.flaws.isEmpty {
            answer.rereading = try DeepVerification(archive, codebook: try archive.codebook()).run()
        }
        try output.write(answer.sheets)
        if !answer.verification.flaws.isEmpty { throw Ended(status: .noReport) }
        if answer.rereading?.differences.isEmpty == false { throw Ended(status: .attention) }
    }
}
