import Answers
import ArgumentParser
import Catalogue
import Output

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: words("说明档案中的表和视图", "Describe the archive's tables and views"),
        discussion: words(
            "例：\n  nianbao schema\n  nianbao schema current_figure\n  nianbao schema --format markdown --output 表结构.md",
            """
            Examples:\n  nianbao schema\n  nianbao schema current_figure\n  nianbao schema --format markdown --output \
            schema.md
            """
        ))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: help("表或视图（默认全部）", "tables or views (else all)").named("名称", "name"))
    var names: [String] = []

    func run() throws {
        try output.write([SchemaTables.sheet(names, .current)])
    }
}
