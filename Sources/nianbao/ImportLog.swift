import Catalogue
import Documents
import Answers
import Foundation
import Importing
import Output
import Reports
import Storage
import Values

/// What an import tells its user: a line for each file, its doubts below, and a summary.
struct ImportLog {
    enum Style {
        case lines
        /// Every figure that the sentences tell, too.
        case verbose
        /// Only what is doubtful or refused.
        case quiet
        /// A JSON object a line, for programs.
        case json
    }

    let style: Style
    let indicators: IndicatorList
    /// What the user named, to tell files by paths that can be typed.
    var arguments: [String] = []
    /// Whether every file that is alone was to take the place of what there is: one that did not is named in any case.
    var replacesAll = false
    /// What is imported into, for what counts there besides what files say; nil where there is none.
    var archive: Archive?
    private let codebook: Codebook
    private(set) var count = 0
    private(set) var refusedCount = 0
    private var newCount = 0
    private var sameCount = 0
    private var revisedCount = 0
    private var originalCount = 0
    private var placedCount = 0
    private(set) var contestedCount = 0
    private var doubtCount = 0
    private var passedOver: [String] = []
    private var progress: ImportProgress
    /// Why something could not be said, the first time.
    private(set) var failure: (any Error)?
    /// Whether a file was refused for what is wrong with the disk and not with the file.
    private(set) var isDiskAtFault = false

    private var isQuiet: Bool { style == .quiet }
    /// How many files are in the archive now, whether they came before or not.
    var storedCount: Int { newCount + sameCount + revisedCount + originalCount + placedCount }

    /// - Parameters:
    ///   - total: how many files there are to import, as far as is known.
    ///   - indicators: the list that the archive's figures refer to.
    init(_ style: Style, total: Int, indicators: IndicatorList, codebook: Codebook) {
        self.style = style
        progress = ImportProgress(total: total)
        self.codebook = codebook
        self.indicators = indicators
    }

    /// The status with which the import ends.
    var status: ExitStatus {
        if refusedCount == 0, contestedCount == 0 { return .done }
        return refusedCount == count ? .noReport : .attention
    }

    mutating func add(_ result: ImportResult) throws {
        if case .passedOver = result.fate { passedOver.append(result.path) } else { count += 1 }
        try told(result)
        progress.show(done: count)
    }

    private mutating func told(_ result: ImportResult) throws {
        if style == .json {
            if case .refused(let error) = result.fate {
                refusedCount += 1
                if case .converter(.noWorkFolder) = error as? DocumentError { isDiskAtFault = true }
            }
            if result.isContested { contestedCount += 1 }
            progress.clear()
            let line = try ImportRecord(result, indicators: indicators, corrections: corrections(result)).line()
            write(String(decoding: line, as: UTF8.self), to: StandardOutput())
            return
        }
        let path = result.path
        switch result.fate {
        case .refused(let error):
            refusedCount += 1
            if case .converter(.noWorkFolder) = error as? DocumentError { isDiskAtFault = true }
            say(parts(path, words("未导入", "refused"), error.explanation[.current]), to: .errors)
        case .passedOver: break
        case .known(let reports):
            sameCount += 1
            let isPassedOver = replacesAll && reports.contains { $0.current.map(\.revision) != $0.report.revision }
            if isQuiet, !isPassedOver { return }
            say(parts(path, words("已有，未变动", "same as before"), ContestWords.names(reports)))
            for known in reports { ContestWords.standing(known).map { say("  \($0)") } }
        case .returned(let number, let changes, let reports, let isTrial):
            let fate =
                isTrial
                ? words("将改回此文件，作为第 \(number) 版", "would count again, revision \(number)")
                : words("改回此文件，现为第 \(number) 版", "counts again, revision \(number)")
            say(parts(path, fate, ContestWords.names(reports)))
            tellReturned(changes, isTrial ? try corrections(result) : [])
        case .rival(let contest, let reports):
            contestedCount += 1
            say(parts(path, words("已有", "known"), ContestWords.names(reports)))
            tell(contest, result, nil)
        case .read(let read, let expectation): try told(read, expectation, result, isTrial: true)
        case .stored(let outcome, let read): try told(read, outcome, result, isTrial: false)
        }
    }

    private mutating func tellReturned(_ changes: [Change], _ corrections: [ImportRecord.CorrectionRecord]) {
        revisedCount += 1
        for change in changes { say("    \(ReadingWords.of(change, in: indicators, .current))") }
        for correction in corrections {
            let text = "\(correction.indicator) \(correction.value)"
            say("    " + words("更正将有效：\(text)", "the correction would count: \(text)"))
        }
    }

    private mutating func told(_ read: ReadReport, _ outcome: Outcome?, _ result: ImportResult, isTrial: Bool) throws {
        let path = result.path
        let prefix = isTrial ? words("可导入，将为", "readable, would be ") : ""
        switch outcome {
        case nil: try tell(read, words("可导入", "readable"), path)
        case .new:
            newCount += 1
            try tell(read, isTrial ? words("可导入", "readable") : words("新", "new"), path)
        case .same, .ofSeats:
            sameCount += 1
            try tell(read, words("已有，未变动", "same as before"), path)
        case .revision(let number, let changes, let place):
            revisedCount += 1
            try tell(read, prefix + words("第 \(number) 版", "revision \(number)"), path)
            for change in changes { say("    \(ReadingWords.of(change, in: indicators, .current))") }
            // Of a revision that is stored this is said at the end.
            guard isTrial, let archive else { break }
            for correction in try CarriedCorrection.all(of: place, read.report.year, changes, in: archive) {
                say("    \(correction.explanation[.current])")
            }
        case .original(let other, let number):
            originalCount += 1
            try tell(
                read,
                prefix
                    + words("与 \(other)（第 \(number) 版）数字相同，一并保存", "the same report as \(other), revision \(number)"),
                path)
        case .placed(let place):
            placedCount += 1
            let fate = words(
                "已归入注明的县区（原为未注明县区的\(place)）", "now of the county named (it was \(place) of no county)")
            try tell(read, prefix + fate, path)
        case .contested(let contest):
            contestedCount += 1
            try tell(read, words("未导入", "not imported"), path, isAlways: true)
            tell(contest, result, read)
        }
    }

    /// What staff put in place of figures and counts in a revision, or would.
    private func corrections(_ result: ImportResult) throws -> [ImportRecord.CorrectionRecord] {
        guard let archive else { return [] }
        func all(_ report: StoredReport) -> [ImportRecord.CorrectionRecord] {
            report.corrections.sorted { $0.key < $1.key }.map { .init(archive.indicators[$0.key], $0.value) }
        }
        switch result.fate {
        case .read(let read, .revision(_, let changes, let place)):
            return try CarriedCorrection.all(of: place, read.report.year, changes, in: archive)
                .filter(\.isCarried).map { .init($0.indicator, $0.value) }
        case .stored(.revision(let number, _, let place), let read):
            let year = read.report.year
            return all(
                try archive.report(township: place.township, county: place.county, year: year, revision: number))
        case .returned(_, _, let reports, let isTrial):
            guard let known = reports.first else { return [] }
            return all(try archive.report(isTrial ? known.report : known.current ?? known.report))
        default: return []
        }
    }

    /// A question: what differs, cell by cell, and how to answer it.
    private mutating func tell(_ contest: Contest, _ result: ImportResult, _ read: ReadReport?) {
        let typed = ContestWords.typed(result.location, arguments: arguments)
        let words = ContestWords(contest, path: result.path, typed: typed, read)
        for line in words.lines(indicators) { say("  \(line)") }
    }

    /// Takes the line of progress away, for what others have to say.
    mutating func clear() { progress.clear() }

    mutating func finish(passedOver folders: [String]) throws {
        clear()
        let passedOver = folders + passedOver
        if style == .json {
            for path in folders {
                let record = ImportRecord(ImportResult(path: path, fate: .passedOver), indicators: indicators)
                write(String(decoding: try record.line(), as: UTF8.self), to: StandardOutput())
            }
            return
        }
        guard count > 1 || !passedOver.isEmpty else { return }
        say(summary)
        guard !passedOver.isEmpty else { return }
        say(
            words(
                "另有 \(passedOver.count) 个不是年报格式的文件，已略过：",
                "\(passedOver.count) files of other kinds were passed over:"))
        for path in passedOver { say("  \(path)") }
    }

    private var summary: String {
        var more = Phrase(zh: "", en: "")
        func add(_ zh: String, _ en: String, _ count: Int) {
            if count > 0 { more = Phrase(zh: "\(more.zh)，\(zh) \(count)", en: "\(more.en), \(count) \(en)") }
        }
        add("其他格式的同一份", "more originals", originalCount)
        add("归入县区", "placed in their county", placedCount)
        add("待定", "contested", contestedCount)
        return words(
            """
            共 \(count) 个文件：新 \(newCount)，未变动 \(sameCount)，新版本 \(revisedCount)，未导入 \(refusedCount)\(more.zh)；存疑 \
            \(doubtCount) 处
            """,
            """
            \(count) files: \(newCount) new, \(sameCount) same, \(revisedCount) revised, \
            \(refusedCount) refused\(more.en); \(doubtCount) doubts
            """)
    }

    private mutating func tell(_ read: ReadReport, _ fate: String, _ path: String, isAlways: Bool = false) throws {
        doubtCount += read.doubts.count
        if isQuiet, read.doubts.isEmpty, !isAlways { return }
        let report = read.report
        let states = report.cellsRead < report.cellsExpected ? states(of: report) : blanks(of: report)
        let extent = words(
            "应有 \(report.cellsExpected) 格，读出 \(report.cellsRead) 格\(states?.zh ?? "")，文中数字 \(read.narrativeCount) 个",
            "\(report.cellsRead) of \(report.cellsExpected) cells\(states?.en ?? ""), \(read.narrativeCount) "
                + (read.narrativeCount == 1 ? "narrative figure" : "narrative figures")
        )
        let edition =
            report.edition == Edition.none
            ? words("（无表）", " (no table)") : words("（\(report.edition)年表样）", " (\(report.edition) form)")
        let standing = read.standsUnder.map { words("，归入\($0)", ", filed under \($0)") } ?? ""
        say(parts(path, fate, "\(report.place) \(report.year)\(edition)\(standing)", extent))
        if let recognised = recognised(in: report) { say("  \(recognised[.current])") }
        for line in DoubtLines(read.doubts).lines { say("  \(parts(words("存疑", "doubt"), line))") }
        guard style == .verbose else { return }
        let cells = Set(codebook.form(report.edition)?.codes ?? [])
        for figure in report.figures where !cells.contains(indicators[figure.indicator].code) {
            let indicator = indicators[figure.indicator]
            let value = ReadingWords.of(figure.reading, indicator.unit, .current)
            say("    \(parts("\(indicator.label[.current]) (\(indicator.code))", value))")
        }
    }

    /// How many cells of the form were recognised from pictures; nil where none was.
    private func recognised(in report: Report) -> Phrase? {
        guard report.figures.contains(where: { $0.recognition != nil }) else { return nil }
        let cells = report.recognisedCells(of: codebook.form(report.edition), indicators)
        return Phrase(
            zh: "OCR：\(report.cellsExpected) 格认出 \(cells.read) 格，其中 \(cells.proved) 格经合计核定",
            en: "OCR: \(cells.read) of \(report.cellsExpected) cells, \(cells.proved) proved by sums")
    }

    /// How many cells of the form are blank: they were read, and say nothing.
    private func blanks(of report: Report) -> Phrase? {
        let count = report.cells.blank
        guard count > 0 else { return nil }
        return Phrase(zh: "（其中空白 \(count) 格）", en: " (\(count) of them blank)")
    }

    /// What became of every cell of the form, where some were not read.
    private func states(of report: Report) -> Phrase {
        let cells = report.cells
        return Phrase(
            zh:
                "（数字 \(cells.reported)、空白 \(cells.blank)、不适用 \(cells.notApplicable)；无法识别 \(cells.unreadable)、缺 "
                + "\(report.cellsMissing)）",
            en: " (\(cells.reported) numbers, \(cells.blank) blank, \(cells.notApplicable) not applicable; "
                + "\(cells.unreadable) unreadable, \(report.cellsMissing) missing)")
    }

    mutating func say(_ line: String, to output: StandardOutput = StandardOutput()) {
        progress.clear()
        write(VisibleText.of(line) + "\n", to: output)
    }

    /// What cannot be said keeps nobody from importing.
    private mutating func write(_ text: String, to output: StandardOutput) {
        do {
            try Screen.write(text, to: output)
        } catch {
            failure = failure ?? error
        }
    }
}
