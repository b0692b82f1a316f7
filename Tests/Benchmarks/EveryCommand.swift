import Foundation

/// The time and the memory of every command over archives of several sizes.
struct EveryCommand {
    private let bench: Bench
    private var sizes: [Int] = []
    private var cells: [[String]]
    private let start = Setting.load

    /// No command is waited for longer.
    private static let mostSeconds = 900

    private typealias Command = (name: String, words: [String])

    private static let commands = questions + comparisons + checks + exports + copies

    private static let (county, township) = ("上下县", "上东镇")

    private static let questions: [Command] = [
        ("list", ["list"]), ("coverage", ["coverage"]), ("status", ["status"]), ("log", ["log"]),
        ("show", ["show", township, "2019", "--county", county]),
        ("trace", ["trace", township, "2019", "hotline_12345.received", "--county", county]),
        ("diff of two years", ["diff", township, "2019", "2020", "--county", county]),
        ("search of all, CSV", ["search", "依申请公开", "--format", "csv"]),
        ("search of all, as a table", ["search", "依申请公开", "--format", "table"]),
        ("search of a rare word", ["search", "无人机航拍"]),
        ("numbers", ["numbers", "--source", "12345", "--format", "csv"]),
        ("indicators unclaimed", ["indicators", "unclaimed"]),
        ("similar in a county", ["similar", county]), ("similar everywhere", ["similar", "--format", "csv"]),
        (
            "count of the view",
            ["sql", "select count(*) from current_figure", "--time-limit", "\(mostSeconds)"]
        ),
    ]

    private static let comparisons: [Command] = [
        ("compare in a county", ["compare", "hotline_12345.received", "--county", county]),
        ("compare of one indicator", ["compare", "hotline_12345.received", "--across-editions"]),
        ("the same as CSV", ["compare", "hotline_12345.received", "--across-editions", "--format", "csv"]),
        ("compare of a table", ["compare", "requests", "--across-editions"]),
        ("compare of a measure", ["compare", "rates.disclosure"]),
        ("compare --benchmark archive", ["compare", "rates.disclosure", "--benchmark", "archive"]),
        ("measures", ["measures"]), ("rollup of a county", ["rollup", county, "2019"]),
        ("brief of a county", ["brief", county, "2019", "--output", "FOLDER/brief.docx"]),
    ]

    private static let checks: [Command] = [
        ("check", ["check", "--format", "csv"]), ("check as a table", ["check"]),
        ("check --undecided", ["check", "--undecided", "--format", "csv"]),
        ("check --chains", ["check", "--chains", "--format", "csv"]),
        ("verify", ["verify"]), ("verify --deep", ["verify", "--deep"]),
        ("reread --dry-run", ["reread", "--dry-run"]),
    ]

    private static let exports: [Command] =
        ["csv", "tsv", "json", "ndjson", "markdown", "html", "table"].map { format -> Command in
            ("export as \(format)", ["export", "--format", format])
        }
        + [
            ("export as xlsx", ["export", "--output", "FOLDER/out.xlsx"]),
            ("export wide as CSV", ["export", "--layout", "wide", "--format", "csv"]),
            ("export --measures", ["export", "--measures", "--format", "csv"]),
        ]

    private static let copies: [Command] = [
        ("publish", ["publish", "FOLDER/published", "--quiet"]), ("report", ["report", "FOLDER/pages", "--quiet"]),
        ("backup", ["backup", "FOLDER/backup.sqlite"]),
    ]

    init(_ bench: Bench) {
        self.bench = bench
        cells = Self.commands.map { [$0.name] }
    }

    /// - Parameter sizes: those at which it is measured.
    mutating func measure(_ archive: String, at sizes: [Int]) {
        if sizes.contains(reports(of: archive)) { measure(archive) }
    }

    private func reports(of archive: String) -> Int {
        let query = ["sql", "select count(*) from report", "--format", "csv", "--archive", archive]
        let count = try? Run([bench.program] + query, keepsOutput: true).output
        return count?.split(whereSeparator: \.isNewline).last.flatMap { Int($0) } ?? 0
    }

    mutating func measure(_ archive: String) {
        let size = reports(of: archive)
        sizes.append(size)
        for (place, command) in Self.commands.enumerated() {
            try? bench.remove("made")
            try? FileManager.default.createDirectory(
                atPath: bench.path("made"), withIntermediateDirectories: true)
            let words = command.words.map { $0.replacingOccurrences(of: "FOLDER", with: bench.path("made")) }
            let result = result(words + ["--archive", archive])
            FileHandle.standardError.write(Data("\(size) \(command.name): \(result)\n".utf8))
            cells[place].append(result)
        }
        try? bench.remove("made")
    }

    private func result(_ words: [String]) -> String {
        do {
            let run = try Run(
                ["timeout", "\(Self.mostSeconds)", bench.program] + words, maySayAttention: true, isQuiet: true)
            // On a machine with other work the two differ.
            let cpu = run.seconds > 1.2 * run.cpuSeconds ? ", \(run.cpuSeconds.short) of CPU" : ""
            return "\(run.seconds.short) s\(cpu), \(run.peakMegabytes.short) MB"
        } catch let failure as Run.Failure {
            return switch failure.status {
            case 124: "over \(Self.mostSeconds) s, \(failure.peakMegabytes.short) MB until then"
            case 64: "not there"
            case 66: "nothing to tell"
            default: "status \(failure.status)"
            }
        } catch {
            return "\(error)"
        }
    }

    /// The table, with a column for each archive; nil where there is none.
    func record() -> Record? {
        guard !sizes.isEmpty else { return nil }
        let record = Record("commands", bench, since: start)
        record.add("")
        record.row(["command"] + sizes.map { "\(Double($0).short) reports" })
        record.add("|" + String(repeating: "---|", count: sizes.count + 1))
        for row in cells { record.row(row) }
        return record
    }
}
