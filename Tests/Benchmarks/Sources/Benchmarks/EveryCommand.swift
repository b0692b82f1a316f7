import Foundation

/// The time and the memory of every command over one archive of several sizes.
struct EveryCommand {
    private let bench: Bench
    private let record: Record
    private let archive: String
    private let sizes: [Int]
    private var cells: [[String]]

    /// No command is waited for longer.
    private static let mostSeconds = 1800

    private typealias Command = (name: String, words: [String])

    private static let commands = questions + exports + copies

    private static let questions: [Command] = [
        ("list", ["list"]), ("coverage", ["coverage"]), ("status", ["status"]),
        ("compare of one indicator", ["compare", "hotline_12345.received", "--across-editions"]),
        ("compare of a table", ["compare", "requests", "--across-editions"]),
        ("rollup of a county", ["rollup", "上下县", "2019"]),
        ("trace", ["trace", "东南镇", "2019", "hotline_12345.received", "--county", "上下县"]),
        ("search of all, CSV", ["search", "依申请公开", "--format", "csv"]),
        ("search of all, as a table", ["search", "依申请公开", "--format", "table"]),
        ("search of a rare word", ["search", "无人机航拍"]),
        ("check", ["check", "--format", "csv"]),
        ("check --undecided", ["check", "--undecided", "--format", "csv"]),
        ("check --chains", ["check", "--chains", "--format", "csv"]),
        ("numbers", ["numbers", "--source", "12345", "--format", "csv"]),
        ("indicators unclaimed", ["indicators", "unclaimed"]),
        ("verify", ["verify"]), ("verify --deep", ["verify", "--deep"]),
        ("reread --dry-run", ["reread", "--dry-run"]),
    ]

    private static let exports: [Command] =
        ["csv", "tsv", "json", "ndjson", "markdown", "html", "table"].map { format -> Command in
            ("export as \(format)", ["export", "--format", format])
        }
        + [("export as xlsx", ["export", "--output", "FOLDER/out.xlsx"])]

    private static let copies: [Command] = [
        ("export wide as CSV", ["export", "--layout", "wide", "--format", "csv"]),
        ("publish", ["publish", "FOLDER/published"]), ("report", ["report", "FOLDER/pages"]),
        ("backup", ["backup", "FOLDER/backup.sqlite"]),
        ("count of the view", ["sql", "select count(*) from current_figure"]),
    ]

    init(_ bench: Bench, _ record: Record, archive: String, sizes: [Int]) {
        self.bench = bench
        self.record = record
        self.archive = archive
        self.sizes = sizes
        cells = Self.commands.map { [$0.name] }
    }

    mutating func measure(_ size: Int) {
        guard sizes.contains(size) else { return }
        for (place, command) in Self.commands.enumerated() {
            try? bench.remove("made")
            try? FileManager.default.createDirectory(
                atPath: bench.path("made"), withIntermediateDirectories: true)
            let words = command.words.map { $0.replacingOccurrences(of: "FOLDER", with: bench.path("made")) }
            let result: String
            do {
                let run = try Run(
                    ["timeout", "\(Self.mostSeconds)", bench.program] + words + ["--archive", bench.path(archive)],
                    maySayAttention: true, isQuiet: true)
                result = "\(run.seconds.short) s, \(run.peakMegabytes.short) MB"
            } catch let failure as Run.Failure {
                result =
                    switch failure.status {
                    case 124: "over \(Self.mostSeconds) s"
                    case 64: "not there"
                    default: "status \(failure.status)"
                    }
            } catch {
                result = "\(error)"
            }
            FileHandle.standardError.write(Data("\(size) \(command.name): \(result)\n".utf8))
            cells[place].append(result)
        }
        try? bench.remove("made")
    }

    /// Prints the table: a column for each size.
    func finish() {
        guard !sizes.isEmpty else { return }
        record.row(["command"] + sizes.sorted().map { "\(Double($0).short) reports" })
        record.add("|" + String(repeating: "---|", count: sizes.count + 1))
        for row in cells { record.row(row) }
    }
}
