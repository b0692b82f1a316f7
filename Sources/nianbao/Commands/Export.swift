import ArgumentParser
import Catalogue
import Output
import Reports
import Storage

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: words("导出数据", "Export figures"),
        discussion: words(
            """
            长表一行一个数字，带状态、表样和出处；宽表一行一份年报，一列一个指标。写入 .csv 文件时 Excel 和 WPS 可直接打开。

            例：
              nianbao export --output 全部.csv
              nianbao export --indicator 12345 --years 2020-2022 --layout wide --output 热线.csv
              nianbao export --format ndjson | jq .
            """,
            """
            Long: a figure a row, with state, edition and source. Wide: a report a row, an indicator a column. A .csv file opens
            right in Excel and WPS.

            Examples:
              nianbao export --output all.csv
              nianbao export --indicator 12345 --years 2020-2022 --layout wide --output hotline.csv
              nianbao export --format ndjson | jq .
            """))

    enum Layout: String, ExpressibleByArgument, CaseIterable {
        case long, wide
    }

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var output: OutputOptions

    @Option(
        name: [.customLong("indicator"), .customLong("indicators")], parsing: .upToNextOption,
        help: help("只导出这些指标（代码或名称中的词）", "only these indicators (codes or words of labels)").named("指标", "indicator"))
    var indicators: [String] = []

    @Option(help: help("长表或宽表", "a figure a row, or a report a row"))
    var layout: Layout = .long

    func run() throws {
        let archive = try common.openForReading()
        let places = try indicators.isEmpty ? Array(archive.indicators.indices) : IndicatorWords.places(indicators, in: archive.indicators)
        let filter = filters.filter(indicators: places.map { archive.indicators[$0].code })
        try output.write { writer in
            switch layout {
            case .long: try long(archive, filter, to: writer)
            case .wide: try wide(archive, filter, places, to: writer)
            }
        }
    }

    private func long(_ archive: Archive, _ filter: Filter, to writer: SheetWriter) throws {
        let columns = [
            Columns.county, Columns.township, Columns.year, Columns.indicator, Columns.label, Columns.value, Columns.unit,
            Columns.state, Columns.qualifier, Columns.edition, Columns.source,
        ]
        let indicators = archive.indicators.map { indicator in
            (code: Entry.text(indicator.code), label: Entry.text(indicator.label[.current]), unit: indicator.unit)
        }
        var row = [Entry](repeating: .empty, count: columns.count)
        try writer.write(Sheet(columns: columns)) { add in
            try archive.figures(filter) { exported in
                let figure = exported.figure
                let indicator = indicators[figure.indicator]
                row[0] = .text(figure.place.county)
                row[1] = .text(figure.place.township)
                row[2] = .year(figure.year)
                row[3] = indicator.code
                row[4] = indicator.label
                row[5] = figure.reading.amount.map { .number(Number($0.value, of: indicator.unit)) } ?? .empty
                row[6] = .text(indicator.unit.rawValue)
                row[7] = .text(figure.reading.stateWord)
                row[8] = figure.reading.amount?.qualifier.map { .text($0.rawValue) } ?? .empty
                row[9] = .text(exported.edition)
                row[10] = .text("\(exported.path):\(exported.line)")
                try add(row)
            }
        }
    }

    private func wide(_ archive: Archive, _ filter: Filter, _ places: [Int], to writer: SheetWriter) throws {
        let columns =
            [Columns.county, Columns.township, Columns.year, Columns.edition]
            + places.map { Column(archive.indicators[$0].code, archive.indicators[$0].label, .number) }
        let position = Dictionary(uniqueKeysWithValues: zip(places, 4...))
        var current: Int64?
        var row: [Entry] = []
        try writer.write(Sheet(columns: columns)) { add in
            try archive.figures(filter) { exported in
                let figure = exported.figure
                if figure.report != current {
                    if current != nil { try add(row) }
                    current = figure.report
                    row =
                        [.text(figure.place.county), .text(figure.place.township), .year(figure.year), .text(exported.edition)]
                        + Array(repeating: .gap(.absent), count: places.count)
                }
                if let column = position[figure.indicator] {
                    row[column] = Entry(figure, archive.indicators[figure.indicator].unit)
                }
            }
            if current != nil { try add(row) }
        }
    }
}
