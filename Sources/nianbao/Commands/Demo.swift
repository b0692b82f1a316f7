import Answers
import ArgumentParser
import Catalogue
import Foundation
import Importing
import Output
import Storage
import Values

struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: words("导入示例数据并比较", "Import the sample data and compare it"),
        discussion: words(
            "例：\n  nianbao demo\n  nianbao demo SampleData --archive demo.sqlite",
            "Examples:\n  nianbao demo\n  nianbao demo SampleData --archive demo.sqlite"))

    @OptionGroup var common: CommonOptions

    @Argument(help: help("示例数据的文件夹", "the folder of sample data").named("文件夹", "folder"), completion: .directory)
    var folder: String?

    /// Where the sample data is when nobody names it: in this folder, as in a checkout, or where the system keeps what
    /// installed programs share (XDG Base Directory Specification, `XDG_DATA_DIRS`).
    private static var sampleData: String {
        let named = ProcessInfo.processInfo.environment["XDG_DATA_DIRS"] ?? ""
        let shared = (named.isEmpty ? "/usr/local/share:/usr/share" : named).split(separator: ":")
        let places = ["SampleData"] + shared.map { "\($0)/nianbao/SampleData" }
        return places.first(where: FileManager.default.fileExists(atPath:)) ?? "SampleData"
    }

    func run() throws {
        let folder = folder ?? Self.sampleData
        if self.folder == nil, !FileManager.default.fileExists(atPath: folder) { throw NoSampleData() }
        let sources = try SourceFiles([folder])
        let path = common.archive ?? "demo.sqlite"
        let (archive, codebook) = try Archive.openWithCatalogue(path: path)
        var log = ImportLog(
            .lines, total: sources.files.count, indicators: archive.indicators, codebook: codebook)
        try Importer(archive, codebook: codebook).run(sources.files) { try log.add($0) }
        try log.finish(passedOver: sources.passedOver)
        print()

        let asked = try archive.indicators.ids(
            meantBy: ["hotline_12345.received", "subsistence_allowance.amount"])
        let comparison = try IndicatorComparison(
            archive, indicators: asked, filter: Filter(), successions: codebook.successions,
            language: .current)
        try OutputOptions.show { try comparison.write(to: $0, isForPeople: true) }
        print(
            words(
                """

                接下来可以试试：
                  nianbao compare 12345 710 低保 --archive \(path)
                  nianbao show 柳溪镇 2021 --archive \(path)
                  nianbao trace 上新庄镇 2020 hotline_12345.received --archive \(path)
                  nianbao export --archive \(path) --output 全部.csv
                """,
                """

                Try next:
                  nianbao compare 12345 710 低保 --archive \(path)
                  nianbao show 柳溪镇 2021 --archive \(path)
                  nianbao trace 上新庄镇 2020 hotline_12345.received --archive \(path)
                  nianbao export --archive \(path) --output all.csv
                """))
    }
}

/// The sample data is neither in this folder nor where the system keeps what programs share.
struct NoSampleData: ExplainedError {
    var status: ExitStatus { .noInput }

    var explanation: Phrase {
        Phrase(
            zh: "本文件夹里没有示例数据 SampleData：它在源代码目录和发行包里，请到那里运行，或写明位置，如 nianbao demo 路径/SampleData",
            en:
                "the sample data is not in this folder: it is in the source tree and in the packages; run this there, "
                + "or say where it is, as in nianbao demo PATH/SampleData")
    }
}
