import Catalogue
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
    private let codebook: Codebook
    private(set) var count = 0
    private(set) var refusedCount = 0
    private var newCount = 0
    private var sameCount = 0
    private var revisedCount = 0
    private var doubtCount = 0
    private var progress: ImportProgress
    /// Why something could not be said, the first time.
    private(set) var failure: (any Error)?
    /// Whether a file was refused for what is wrong with the disk and not with the file.
    private(set) var isDiskAtFault = false

    private var isQuiet: Bool { style == .quiet }

    /// - Parameters:
    ///   - total: how many files there are to import, as far as is known.
    ///   - indicators: the list that the archive's figures refer to.
    init(_ style: Style, total: Int, indicators: IndicatorList, codebook: Codebook) {
        self.style = style
        progress = ImportProgress(total: total)
        self.codebook = codebook
        self.indicators = indicators
    }

    mutating func add(_ result: ImportResult) throws {
        count += 1
        try told(result)
        progress.show(done: count)
    }

    private mutating func told(_ result: ImportResult) throws {
        if style == .json {
            if case .refused(let error) = result.fate {
                refusedCount += 1
                if error.status == .inputOutput { isDiskAtFault = true }
            }
            progress.clear()
            let line = try ImportRecord(result, indicators: indicators).line()
            write(String(decoding: line, as: UTF8.self), to: StandardOutput())
            return
        }
        let path = result.path
        switch result.fate {
        case .refused(let error):
            refusedCount += 1
            if error.status == .inputOutput { isDiskAtFault = true }
            say("\(path): \(words("未导入", "refused")): \(error.explanation[.current])", to: .errors)
        case .known(let reports):
            sameCount += 1
            let names = reports.map { "\($0.place) \($0.year)" }.joined(separator: ", ")
            if !isQuiet { say("\(path): \(words("已有，未变动", "same as before")): \(names)") }
        case .read(let read):
            tell(read, words("可导入", "readable"), path)
        case .stored(let outcome, let read):
            switch outcome {
            case .new:
                newCount += 1
                tell(read, words("新", "new"), path)
            case .same:
                sameCount += 1
                tell(read, words("已有，未变动", "same as before"), path)
            case .revision(let number, let changes):
                revisedCount += 1
                tell(read, words("第 \(number) 版", "revision \(number)"), path)
                for change in changes { say("    \(ReadingWords.of(change, in: indicators, .current))") }
            }
        }
    }

    /// Takes the line of progress away, for what others have to say.
    mutating func clear() { progress.clear() }

    mutating func finish(passedOver: [String]) {
        clear()
        guard style != .json, count > 1 || !passedOver.isEmpty else { return }
        say(
            words(
                """
                共 \(count) 个文件：新 \(newCount)，未变动 \(sameCount)，新版本 \(revisedCount)，未导入 \(refusedCount)；存疑 \(doubtCount) \
                处
                """,
                """
                \(count) files: \(newCount) new, \(sameCount) same, \(revisedCount) revised, \(refusedCount) refused; \
                \(doubtCount) doubts
                """
            ))
        if !passedOver.isEmpty {
            say(
                words(
                    "另有 \(passedOver.count) 个不是年报格式的文件，已略过", "\(passedOver.count) files of other kinds were passed over"
                ))
        }
    }

    private mutating func tell(_ read: ReadReport, _ fate: String, _ path: String) {
        doubtCount += read.doubts.count
        if isQuiet, read.doubts.isEmpty { return }
        let report = read.report
        let states = report.cellsRead < report.cellsExpected ? states(of: report) : nil
        let extent = words(
            "\(report.cellsExpected) 格读出 \(report.cellsRead) 格\(states?.zh ?? "")，文中数字 \(read.narrativeCount) 个",
            "\(report.cellsRead) of \(report.cellsExpected) cells\(states?.en ?? ""), \(read.narrativeCount) narrative figures"
        )
        let edition =
            report.edition == "narrative"
            ? words("无表", "no table") : words("\(report.edition)年格式", "\(report.edition) form")
        let place = Place(county: report.county, township: report.township)
        say("\(path): \(fate): \(place) \(report.year) (\(edition)): \(extent)")
        for (doubt, line) in read.doubts {
            let position = line.map { words("第 \($0) 行：", "line \($0): ") } ?? ""
            say("  \(words("存疑", "doubt")): \(position)\(doubt.explanation[.current])")
        }
        guard style == .verbose else { return }
        let cells = Set(codebook.form(report.edition)?.codes ?? [])
        for figure in report.figures where !cells.contains(indicators[figure.indicator].code) {
            let indicator = indicators[figure.indicator]
            let value = ReadingWords.of(figure.reading, indicator.unit, .current)
            say("    \(indicator.label[.current]) (\(indicator.code)): \(value)")
        }
    }

    /// What became of every cell of the form, where some were not read.
    private func states(of report: Report) -> Phrase {
        let cells = report.cells
        return Phrase(
            zh:
                "（数字 \(cells.reported)、空白 \(cells.blank)、不适用 \(cells.notApplicable)；无法识别 \(cells.unreadable)、缺 \(report.cellsMissing)）",
            en: " (\(cells.reported) numbers, \(cells.blank) blank, \(cells.notApplicable) not applicable; "
                + "\(cells.unreadable) unreadable, \(report.cellsMissing) missing)")
    }

    private mutating func say(_ line: String, to output: StandardOutput = StandardOutput()) {
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
