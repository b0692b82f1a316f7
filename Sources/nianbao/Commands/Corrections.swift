import Answers
import ArgumentParser
import Output
import Storage
import Values

struct Corrections: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corrections",
        abstract: words("列出全部更正及是否有效", "List all corrections, and whether they count"),
        discussion: words(
            "例：\n  nianbao corrections\n  nianbao corrections --county 青禾县 --output 更正.csv",
            "Examples:\n  nianbao corrections\n  nianbao corrections --county 青禾县 --output corrections.csv"))

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let archive = try common.openForReading()
        let entries = try archive.correctionEntries(filters.filter())
        try output.write([
            CorrectionList.sheet(
                entries, indicators: archive.indicators, isForPeople: output.isForPeople, .current)
        ])
        guard entries.isEmpty else { return }
        try common.requireReports(archive, filters.filter())
        try common.endEmpty(Phrase(zh: "没有更正", en: "nothing was corrected"))
    }
}
