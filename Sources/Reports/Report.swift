import Catalogue
import Values

/// What one document reports: who, when, in which edition of the form, and every figure.
package struct Report: Sendable, Equatable {
    package var township: String
    /// Empty where neither document, path nor command line names a county.
    package var county: String
    /// The county's code of GB/T 2260, where its name had but one in the report's year.
    package var countyCode: String?
    package var year: Int
    /// The form's edition (`2014`, `2019`, `2021`), or `narrative` where the document has no table.
    package var edition: String
    package var title: String
    /// Days as `2020-12-28`; nil where the document does not say.
    package var periodStart: String?
    package var periodEnd: String?
    package var publishedOn: String?
    package var sections: [Section]
    package var figures: [Figure]
    package var quantities: [Quantity]
    package var doubts: [Doubt]
    /// The cells of the edition's form, and how many of them were read: reported, blank or not applicable.
    package var cellsExpected: Int
    package var cellsRead: Int
    /// How the cells of the form that are there were read.
    package var cells: CellStates
    /// The figures that sentences tell.
    package var narrativeCount: Int

    /// The cells of the form that the document does not have.
    package var cellsMissing: Int { cellsExpected - cells.read - cells.unreadable }

    package init(
        township: String, county: String, countyCode: String? = nil, year: Int, edition: String, title: String,
        periodStart: String? = nil, periodEnd: String? = nil, publishedOn: String? = nil,
        sections: [Section] = [], figures: [Figure] = [], quantities: [Quantity] = [], doubts: [Doubt] = [],
        cellsExpected: Int = 0, cellsRead: Int = 0, cells: CellStates = CellStates(), narrativeCount: Int = 0
    ) {
        self.township = township
        self.county = county
        self.countyCode = countyCode
        self.year = year
        self.edition = edition
        self.title = title
        self.periodStart = periodStart
        self.periodEnd = periodEnd
        self.publishedOn = publishedOn
        self.sections = sections
        self.figures = figures
        self.quantities = quantities
        self.doubts = doubts
        self.cellsExpected = cellsExpected
        self.cellsRead = cellsRead
        self.cells = cells
        self.narrativeCount = narrativeCount
    }
}

extension Report {
    /// As the file names it; the archive may call it otherwise.
    package var place: Place { Place(county: county, township: township) }

    /// Nil of one that it does not tell.
    package func figure(_ indicator: Indicator.ID) -> Figure? { figures.first { $0.indicator == indicator } }

    /// Of the cells of its form, how many were recognised from pictures, and of how many of these sums are the proof.
    package func recognisedCells(of form: Form?, _ indicators: IndicatorList) -> (read: Int, proved: Int) {
        let codes = Set(form?.codes ?? [])
        let cells = figures.filter {
            $0.recognition != nil && $0.reading != .unreadable && codes.contains(indicators[$0.indicator].code)
        }
        return (cells.count, cells.count { $0.recognition == .proved })
    }
}

/// How many cells of a form were read as what. With the missing ones they are all cells of the form.
package struct CellStates: Sendable, Equatable {
    package var reported = 0
    package var blank = 0
    package var notApplicable = 0
    package var unreadable = 0

    package var read: Int { reported + blank + notApplicable }

    package init() {}

    /// Counts a cell as unreadable that was counted as something else.
    mutating func lose(_ reading: Reading) {
        switch reading {
        case .reported: reported -= 1
        case .blank: blank -= 1
        case .notApplicable: notApplicable -= 1
        case .unreadable: return
        }
        unreadable += 1
    }

    /// Counts a cell as something else that was counted as unreadable.
    mutating func find(_ reading: Reading) {
        switch reading {
        case .reported: reported += 1
        case .blank: blank += 1
        case .notApplicable: notApplicable += 1
        case .unreadable: return
        }
        unreadable -= 1
    }

    init(_ cells: [Figure]) {
        for cell in cells {
            switch cell.reading {
            case .reported: reported += 1
            case .blank: blank += 1
            case .notApplicable: notApplicable += 1
            case .unreadable: unreadable += 1
            }
        }
    }
}

/// A chapter of a report: its heading as written, and the range of the whole chapter, heading included.
package struct Section: Sendable, Equatable {
    package var heading: String
    package var range: Range<Int>

    package init(heading: String, range: Range<Int>) {
        self.heading = heading
        self.range = range
    }
}
