import Answers
import ArgumentParser
import Catalogue
import Output

struct Indicators: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: words("列出指标", "List the indicators"),
        discussion: words(
            "例：\n  nianbao indicators 12345 低保\n  nianbao indicators requests.received",
            "Examples:\n  nianbao indicators 12345 relief\n  nianbao indicators requests.received"))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: help("代码，或名称中的词", "codes, or words of labels").named("词", "word"))
    var terms: [String] = []

    func run() throws {
        let codebook = try Codebook.load()
        let places =
            try terms.isEmpty
            ? Array(codebook.indicators.indices) : IndicatorWords.places(terms, in: codebook.indicators)
        var sheet = Sheet(columns: [
            Column("code", Phrase(zh: "代码", en: "code")), Columns.label, Columns.unit,
            Column("editions", Phrase(zh: "表样", en: "editions")),
        ])
        sheet.rows = places.map { place in
            let indicator = codebook.indicators[place]
            let editions = codebook.editions(of: indicator.code)
            return [
                .text(indicator.code), .text(indicator.label[.current]), .text(indicator.unit.rawValue),
                .text(editions.isEmpty ? "narrative" : editions.joined(separator: ";")),
            ]
        }
        try output.write([sheet])
    }
}
