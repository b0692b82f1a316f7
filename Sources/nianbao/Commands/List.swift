import Answers
import ArgumentParser
import Storage
import Values

struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: words("列出档案中的年报", "List the reports in the archive"),
        discussion: words(
            "例：\n  nianbao list --years 2020-2022\n  nianbao list --township 柳溪镇 --revisions",
            "Examples:\n  nianbao list --years 2020-2022\n  nianbao list --township 柳溪镇 --revisions"))

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var vintage: VintageOptions
    @OptionGroup var output: OutputOptions

    @Flag(
        help: help(
            "列出全部版本：被取代的、已移除的，由何而来，何人何时为何",
            "list all revisions, those replaced or removed too, with who did what and why"))
    var revisions = false

    func run() throws {
        var filter = filters.filter(asOf: vintage)
        filter.includesEveryRevision = revisions
        let archive = try common.openForReading(asOf: vintage)
        let list = try ReportList(archive, filter, isForPeople: output.isForPeople, .current)
        try output.write(list.write)
        try common.requireReports(archive, filter)
    }
}
