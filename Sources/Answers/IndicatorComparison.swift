import Catalogue
import Output
import Reports
import Storage

/// Indicators over townships and years, with the change from the first year to the last.
package struct IndicatorComparison {
    private let indicators: [Indicator]
    private let places: [Int]
    private let years: [Int]
    private let townships: [Place]
    private let figures: [Key: StatedFigure]
    private let reported: Set<ReportKey>
    private let language: Language

    private struct Key: Hashable {
        var indicator: Int
        var place: Place
        var year: Int
    }

    private struct ReportKey: Hashable {
        var place: Place
        var year: Int
    }

    /// - Parameters:
    ///   - places: the indicators, by their places in the archive's list.
    ///   - filter: which reports; its years, if any, are shown even where nothing was reported.
    package init(_ archive: Archive, indicators places: [Int], filter: Filter, language: Language) throws {
        indicators = archive.indicators
        self.places = places
        self.language = language
        let reports = try archive.reports(filter)
        reported = Set(reports.map { ReportKey(place: $0.place, year: $0.year) })
        years = (filter.years.isEmpty ? Set(reports.map(\.year)) : filter.years).sorted()
        var townships: [Place] = []
        for report in reports where townships.last != report.place { townships.append(report.place) }
        self.townships = townships
        let found = try archive.comparison(indicators: places, filter)
        figures = Dictionary(
            found.map { (Key(indicator: $0.indicator, place: $0.place, year: $0.year), $0) }, uniquingKeysWith: { $1 })
    }

    /// How many of the figures that are compared are approximate in their source; plain CSV cannot show it.
    package var approximateCount: Int {
        figures.values.count { $0.corrected == nil && $0.reading.amount?.qualifier != nil }
    }

    /// For programs: one row for each indicator and township, with a column for each year.
    package var rows: Sheet {
        var sheet = Sheet(
            columns: [Columns.indicator, Columns.label, Columns.unit, Columns.county, Columns.township] + valueColumns)
        for place in places {
            let indicator = indicators[place]
            for township in townships {
                sheet.rows.append(
                    [
                        .text(indicator.code), .text(indicator.label[language]), .text(indicator.unit.rawValue),
                        .text(township.county), .text(township.township),
                    ] + values(place, township))
            }
        }
        return sheet
    }

    /// For people: a table for each indicator.
    package var sections: [Sheet] {
        let showsCounty = Set(townships.map(\.county)).count > 1
        return places.map { place in
            let indicator = indicators[place]
            func title(_ language: Language) -> String {
                "\(indicator.label[language]) (\(indicator.unit.rawValue))  \(indicator.code)"
            }
            var sheet = Sheet(
                title: Phrase(zh: title(.chinese), en: title(.english)),
                columns: (showsCounty ? [Columns.county] : []) + [Columns.township] + valueColumns)
            for township in townships {
                let name: [Entry] = [.text(township.township)]
                sheet.rows.append((showsCounty ? [.text(township.county)] : []) + name + values(place, township))
            }
            return sheet
        }
    }

    private var valueColumns: [Column] {
        years.map { Column("\($0)", Phrase(zh: "\($0)年", en: "\($0)"), .number) } + [
            Column("change", Phrase(zh: "增减", en: "change"), .number),
            Column("percent", Phrase(zh: "增减%", en: "percent"), .number),
        ]
    }

    private func values(_ indicator: Int, _ township: Place) -> [Entry] {
        let unit = indicators[indicator].unit
        let found = years.map { figures[Key(indicator: indicator, place: township, year: $0)] }
        let cells = zip(years, found).map { year, figure in
            figure.map { Entry($0, unit) }
                ?? .gap(reported.contains(ReportKey(place: township, year: year)) ? .absent : .noReport)
        }
        return cells + change(from: found.first ?? nil, to: found.last ?? nil, unit)
    }

    /// The change between two figures and its percentage; empty where one of them is no number, about where one is approximate.
    private func change(from first: StatedFigure?, to last: StatedFigure?, _ unit: Unit) -> [Entry] {
        guard years.count > 1, let first = first?.amount, let last = last?.amount else { return [.empty, .empty] }
        let (change, overflow) = last.value.subtractingReportingOverflow(first.value)
        guard !overflow else { return [.empty, .empty] }
        let isApproximate = first.qualifier != nil || last.qualifier != nil
        let qualifier: Number.Qualifier? = isApproximate ? .about : nil
        let percent = Percentage.hundredths(of: change, over: first.value)
        return [
            .number(Number(change, of: unit, qualifier: qualifier)),
            percent.map { .number(Number($0, .hundredths, qualifier: qualifier)) } ?? .empty,
        ]
    }
}

extension StatedFigure {
    /// What is compared: the correction if there is one, else the reported number.
    var amount: Amount? { corrected.map { Amount(value: $0) } ?? reading.amount }
}

/// Percentages by integer arithmetic.
enum Percentage {
    /// `part` in hundredths of a percent of `whole`, to one tenth of a percent, half away from zero; nil where the whole is 0.
    static func hundredths(of part: Int64, over whole: Int64) -> Int64? {
        guard whole != 0 else { return nil }
        let (scaled, overflow) = part.magnitude.multipliedReportingOverflow(by: 2_000)
        guard !overflow else { return nil }
        let tenths = (scaled / whole.magnitude + 1) / 2
        guard let magnitude = Int64(exactly: tenths).map({ $0.multipliedReportingOverflow(by: 10) }),
            !magnitude.overflow
        else { return nil }
        return (part < 0) != (whole < 0) ? -magnitude.partialValue : magnitude.partialValue
    }
}
