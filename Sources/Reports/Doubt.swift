import Documents

/// Something about one document that a person should look at: what was read is kept as it stands, and this says why it
/// may not be what was meant.
package struct Doubt: Sendable, Hashable {
    package var kind: Kind
    /// Where in the transcript, if it is about a place.
    package var range: Range<Int>?
    /// What stands there, and what was expected instead; either may be empty.
    package var found: String
    package var expected: String

    package init(_ kind: Kind, at range: Range<Int>? = nil, found: String = "", expected: String = "") {
        self.kind = kind
        self.range = range
        self.found = Self.shortened(found)
        self.expected = Self.shortened(expected)
    }

    /// A number of millions of digits is as plain by its first few.
    private static func shortened(_ text: String) -> String {
        guard text.utf8.count > longest else { return text }
        return String(text.unicodeScalars.prefix(lettersKept)) + "…"
    }

    /// In bytes, longer than any path or label.
    private static let longest = 4_096
    private static let lettersKept = 120

    /// Stable words; they are stored, and `check` reports them under the same names.
    package enum Kind: String, Sendable, CaseIterable {
        case unreadableRow = "unreadable-row"
        case unreadableCell = "unreadable-cell"
        case unknownLabel = "unknown-label"
        case unknownColumn = "unknown-column"
        /// A header or a caption (`found`) that says another time than the report's year (`expected`): what stands
        /// under it was not read.
        case otherTime = "other-time"
        case missingRow = "missing-row"
        /// A whole table is not there, or is there as a picture or as text that is no table any more.
        case missingTable = "missing-table"
        /// A table with its rows and columns exchanged, which was not read.
        case transposedTable = "transposed-table"
        /// A row of another edition, which has one where this one has several; its figures were kept under its own
        /// code.
        case olderRow = "older-row"
        /// An amount whose unit neither header nor cell names; that of the form was taken.
        case unitMissing = "unit-missing"
        /// An amount that names no unit, and that is too little in the form's, 元.
        case unitUnlikely = "unit-unlikely"
        /// An amount of which the document names two units, 元 and 万元.
        case unitsDisagree = "units-disagree"
        case repeatedRow = "repeated-row"
        /// A table (`expected`) that stands again below a line of text (`found`), where it may be another year's or
        /// another township's, or an example; it was left out.
        case otherCopy = "other-copy"
        /// Rows without labels where the form has one row alone; `found` is how many.
        case severalRows = "several-rows"
        /// Numbers in a row of a table that has no label.
        case unlabelledRow = "unlabelled-row"
        /// A table that was left without one of the form's columns (`expected`); the others were read by their headers.
        case missingColumn = "missing-column"
        /// An amount in a unit that no form has (千元, 百元), and that was not read.
        case unknownUnit = "unit-unknown"
        /// A table without rules whose figures the form's own sums have put into their columns.
        case placedBySums = "placed-by-sums"
        /// A table without rules of which neither headings nor sums say which columns its figures are of.
        case placementUnknown = "placement-unknown"
        case damagedHeader = "damaged-header"
        case mixedEditions = "mixed-editions"
        case periodNotFullYear = "period-not-full-year"
        case damagedPeriod = "damaged-period"
        case yearsDisagree = "years-disagree"
        case bodiesDisagree = "bodies-disagree"
        /// The title names one township (`expected`, with the year), and the file's name with the signature or the
        /// contact another (`found`).
        case townshipOutvoted = "township-outvoted"
        /// Title or period tell one year (`expected`, behind the township), and two of the file's name, the text and
        /// the day of signing another (`found`).
        case yearOutvoted = "year-outvoted"
        case countyUnknown = "county-unknown"
        /// A township (`found`) that neither title, contact, signature nor path tells, but sentences alone.
        case townshipFromSentences = "township-from-sentences"
        /// Figures below the signature or the foot of a page, of which one is `found`, were not taken for the report's
        /// own.
        case belowSignature = "below-signature"
        /// Neither a cell of a table nor a figure of a sentence was read.
        case nothingRead = "nothing-read"
        /// Another file of the township and year (`found`), of which nobody has said whether it counts instead. Noted
        /// by imports, not by readers.
        case contestedFile = "contested-file"
        /// A report of a year (`found`) that is not over. Noted by the archive, not by readers.
        case yearNotOver = "year-not-over"
        /// A report of a year in which its township (`expected`, with the year) was not there: in what years it was and
        /// what it went into (`found`). Noted by the archive, not by readers.
        case noTownship = "no-township"
        /// The text tells another number (`found`) for an indicator than the one that was taken (`expected`).
        case narrativeDisagrees = "narrative-disagrees"
        /// A number that a sentence before it makes another time's or another level's, but that its own words would
        /// make a figure.
        case narrativeScope = "narrative-scope"
        /// A figure (`found`) that is told up to a month before the year's last (`expected`).
        case narrativeUntil = "narrative-until"
        /// A small table in the text whose headers do not say which of its numbers is the township's of the year.
        case textTable = "text-table"
        /// What looks like a number and cannot be said to be which: 三、四件, -175件, 3万5, 147-150件, 数百件, 14 7件.
        case unclearNumber = "unclear-number"
        /// The program that was there reads tables as lines of text; `found` is that program, `expected` the better
        /// one's package.
        case tablesFlattened = "tables-flattened"
        /// Rows, columns or a sheet of a workbook that are hidden, by the name that workbooks give them.
        case hiddenLeftOut = "hidden-left-out"
        /// A sheet among those of several reports that is none itself.
        case sheetLeftOut = "sheet-left-out"
        /// A cell of a workbook that shows another number (`found`) than it holds.
        case shownRounded = "shown-rounded"
        /// Pictures that may be tables, with no program there to recognise them.
        case picturesUnread = "pictures-unread"
        /// Pictures that may be tables and could not be recognised; `found` is how many.
        case picturesFailed = "pictures-failed"
        /// Another document within the document, which was not read.
        case partUnread = "part-unread"
        /// A document of which its preview was read; `found` is 1 where that shows no more than the first page.
        case previewOnly = "preview-only"
        /// A figure that was recognised from a picture, and that no sum proves.
        case recognised
        /// A figure that was recognised, and with which none of its sums holds; `expected` is what they ask for.
        case recognisedAgainstSums = "recognised-against-sums"
        /// A figure of which two readings of the picture differ, and the sums hold with one alone; `found` is what they
        /// read, `expected` what was taken.
        case recognisedBySums = "recognised-by-sums"
        /// Figures of sentences that were recognised; `found` is how many.
        case recognisedSentences = "recognised-sentences"
        /// The township or the year were recognised from a picture, and nothing else names them.
        case recognisedName = "recognised-name"
    }
}

extension Doubt {
    /// What is told of together, each group where its first stands: rows that could not be read for the same reason.
    package static func grouped<Told>(_ told: [Told], by doubt: (Told) -> Doubt) -> [[Told]] {
        var groups: [[Told]] = []
        var rows: [Doubt: Int] = [:]
        for one in told {
            var reason = doubt(one)
            reason.range = nil
            if reason.kind == .unreadableRow, let known = rows[reason] {
                groups[known].append(one)
                continue
            }
            rows[reason] = groups.count
            groups.append([one])
        }
        return groups
    }

    /// - Parameter today: `2021-02-04`.
    package static func ofYearNotOver(_ year: Int, today: String) -> Doubt? {
        "\(year)" < today.prefix(4) ? nil : Doubt(.yearNotOver, found: "\(year)")
    }

    /// What a reader of files noticed.
    init(_ notice: DocumentNotice) {
        switch notice {
        case .tablesFlattened(let program, let better):
            self.init(.tablesFlattened, found: program, expected: better)
        case .hiddenLeftOut(let name, _): self.init(.hiddenLeftOut, found: name)
        case .shownRounded(let shown, let stored, let range):
            self.init(.shownRounded, at: range, found: shown, expected: stored)
        case .picturesUnread: self.init(.picturesUnread)
        case .picturesFailed(let count): self.init(.picturesFailed, found: "\(count)")
        case .partUnread: self.init(.partUnread)
        case .previewOnly(let isFirstPage): self.init(.previewOnly, found: isFirstPage ? "1" : "")
        }
    }
}
