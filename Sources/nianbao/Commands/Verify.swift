import Answers
import ArgumentParser
import Catalogue
import Importing
import Storage
import Values

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: words("检查档案是否完好", "Prove that the archive is sound"),
        discussion: words(
            """
            检查数据库结构、全部原件的校验值、每个数字在原文中的位置和内容、各表之间的引用、各份年报的数字个数和版本衔接，
            并用校验链查出其他程序改动、加入或删除的每一行。校验链的末值就是档案的校验码，备份时也会显示，可抄录存档，
            日后用 --against 核对：档案须仍含当时的全部内容。
            加 --deep 还把各版的原件重新读一遍，逐个数字与档案比对；--sample 10 每次抽读百分之十。
            退出码：0 完好；1 完好，但重新读出的与档案不同（升级本程序后可能如此）；65 档案已损坏，请用备份恢复。

            例：
              nianbao verify
              nianbao verify --deep --archive 备份.sqlite
              nianbao verify --against 3f2a9c0d17e4b856
            """,
            """
            Checks the database itself, the hash of every original, the place of every figure in its text and what
            stands there, all references, the number of figures of each report and the order of revisions, and by a
            chain of hashes every row that another program changed, added or removed. The chain's end is the digest of
            the archive, which backup tells as well: write it down, and hold the archive against it later with
            --against, which must still contain all that it held then.
            With --deep it also reads the originals of all revisions again and compares every figure; --sample 10
            reads a tenth of them, chosen anew each time.
            Exit codes: 0 sound; 1 sound, but reading again gives something else (as may be after an upgrade of this
            program); 65 the archive is damaged, restore a backup.

            Examples:
              nianbao verify
              nianbao verify --deep --archive backup.sqlite
              nianbao verify --against 3f2a9c0d17e4b856
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Flag(help: help("重新读取原件，逐个数字比对", "read the stored originals again and compare every figure"))
    var deep = false

    @Option(help: help("重新读取百分之几的原件，每次另抽", "read so many percent of the originals again").named("百分比", "percent"))
    var sample: Int?

    @Option(
        help: help("以前抄录的校验码（至少前 16 位）", "a digest that was written down before, or its first 16 digits").named(
            "校验码", "digest"))
    var against: String?

    func validate() throws {
        if let sample, !(1...100).contains(sample) {
            throw ValidationError(words("--sample 应为 1 至 100", "--sample must be from 1 to 100"))
        }
        if let against, !(16...64).contains(against.utf8.count) || !against.allSatisfy(\.isHexDigit) {
            throw ValidationError(
                words("--against 应为校验码的前 16 至 64 位", "--against must be the first 16 to 64 digits of a digest"))
        }
    }

    func run() throws {
        let archive = try common.openForReading()
        let verification = try archive.verify(against: against?.lowercased())
        var rereading: (reports: Int, differences: [any Explained])?
        // What is damaged cannot be trusted to be read.
        if deep || sample != nil, verification.flaws.isEmpty {
            let read = try DeepVerification(archive, codebook: try archive.codebook()).run(sample: sample)
            rereading = (read.reports, read.differences)
        }
        try output.write(VerificationSheets(verification, rereading: rereading, .current).sheets)
        if !verification.flaws.isEmpty { throw Ended(status: .noReport) }
        if rereading?.differences.isEmpty == false { throw Ended(status: .attention) }
    }
}
