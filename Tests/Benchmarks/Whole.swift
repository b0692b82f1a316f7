/// Everything once, over a few thousand reports, beside a peer that does less.
struct Whole {
    let bench: Bench
    let reports: Int
    private let record: Record

    init(_ bench: Bench, _ record: Record, reports: Int) {
        self.bench = bench
        self.record = record
        self.reports = reports
        record.add(
            "\(reports) reports; best of three runs, of short ones of thirty. A ratio above 1 is in nianbao's favour.")
        record.heads("measure", "ratio", "nianbao", "peer", "which leaves out", "target")
    }

    func measure() throws {
        let sentences = "sentences; who, when and which form; what the numbers are"
        try reading("text", Peer(bench, module: "pandas", package: "pandas", lacks: sentences), "read_text.py")
        try reading("html", Peer(bench, module: "lxml.html", package: "lxml", lacks: sentences), "read_html.py")
        try reading("docx", Peer(bench, module: "docx", package: "python-docx", lacks: sentences), "read_docx.py")
        let narrative = try narrativeCost(bench, folder: "text-files")
        try row("the narrative of a report of 10 KB", "\(narrative.short) ms", target: "0.3 ms")
        try script()
        try endToEnd("html", target: "500 a second, 150 MB")
        try endToEnd("docx", target: "500 a second, 150 MB")
        try saving()
        try start()
        try asking()
        try searching()
    }

    /// One line of the table; `measure` gives the peer's figure, and how many times as good nianbao's is.
    private func row(
        _ name: String, _ own: String, _ peer: Peer? = nil, target: String = "",
        _ measure: () throws -> (figure: String, ratio: Double)? = { nil }
    ) rethrows {
        guard let peer else { return record.row([name, "", own, "", "", target]) }
        if let remedy = peer.missing {
            return record.row([name, "", own, "\(peer.name) is not here: \(remedy)", "", target])
        }
        let other = try measure()
        record.row([
            name, other?.ratio.short ?? "", own, "\(peer.name): \(other?.figure ?? "")", peer.lacks, target,
        ])
    }

    /// Milliseconds of CPU for each report.
    private func cost(_ run: Run) -> Double { run.cpuSeconds / Double(reports) * 1000 }

    private func rate(_ run: Run) -> String { "\((Double(reports) / run.seconds).short) reports a second" }

    private func milliseconds(_ run: Run) -> String { "\((run.seconds * 1000).short) ms" }

    private func reading(_ format: String, _ peer: Peer, _ script: String) throws {
        let folder = "\(format)-files"
        try bench.generate(format, reports, in: folder)
        let own = try Run.best(by: \.cpuSeconds, bench.importing(folder, "--dry-run"))
        try row("reading \(format), all figures", "\(cost(own).short) ms CPU a report", peer) {
            let other = try Run.best(by: \.cpuSeconds, bench.peer(script, bench.path(folder)))
            return ("\(cost(other).short) ms", cost(other) / cost(own))
        }
    }

    private func imported(_ format: String) throws -> Run {
        try Run.best(
            before: { try bench.remove("whole.sqlite") }, bench.importing("\(format)-files", into: "whole.sqlite"))
    }

    private func endToEnd(_ format: String, target: String) throws {
        let run = try imported(format)
        try row("import of \(format), end to end", "\(rate(run)), \(run.peakMegabytes.short) MB", target: target)
    }

    private func script() throws {
        let own = try imported("text")
        let lacks = "all but one table and two figures; originals, positions, hashes, doubts"
        try row(
            "import of text, end to end", "\(rate(own)), \(own.peakMegabytes.short) MB", .script(bench, lacks: lacks),
            target: "ratio 1.9; 150 MB"
        ) {
            let other = try Run.best(
                before: { try bench.remove("script.sqlite") },
                bench.peer("script.py", bench.path("text-files"), bench.path("script.sqlite")))
            return (rate(other), other.seconds / own.seconds)
        }
    }

    private func saving() throws {
        let whole = try Run.best(
            by: \.cpuSeconds, before: { try bench.remove("whole.sqlite") },
            bench.importing("text-files", into: "whole.sqlite"))
        let reading = try Run.best(by: \.cpuSeconds, bench.importing("text-files", "--dry-run"))
        let own = cost(whole) - cost(reading)
        let lacks = "everything but the same rows, which are in memory"
        try row(
            "saving: import less reading", "\(own.short) ms CPU a report", .loop(lacks: lacks), target: "ratio 0.5"
        ) {
            let loop = [
                try bench.compiled("save", libraries: "sqlite3"), bench.path("whole.sqlite"), bench.path("loop.sqlite"),
            ]
            let bare = try Run.best(by: \.number, keepsOutput: true, loop).number / Double(reports) * 1000
            return ("\(bare.short) ms", bare / own)
        }
    }

    private func start() throws {
        func row(_ name: String, _ target: String, _ lacks: String, _ own: [String], _ other: [String]) throws {
            let own = try Run.best(of: 30, before: { try bench.remove("one.sqlite") }, own)
            try self.row(name, milliseconds(own), .sqlite(lacks: lacks), target: target) {
                let other = try Run.best(of: 30, other)
                return (milliseconds(other), other.seconds / own.seconds)
            }
        }
        try row("start: --help", "8 ms", "commands with help", [bench.program, "--help"], ["sqlite3", "--version"])
        let one = Options.root.appending(path: "SampleData/湟中区/2020/上新庄镇.txt").path
        try row(
            "import of one text, as a process", "35 ms", "everything: only starts and makes an empty archive",
            [bench.program, "import", "-q", "--archive", bench.path("one.sqlite"), one],
            bench.sqlite("one.sqlite", "CREATE TABLE IF NOT EXISTS t (a)"))
        let county = "上下县"
        let code = "hotline_12345.received"
        try row(
            "comparison within a county", "12 ms", "change, percent, marks of doubt and of breaks",
            bench.ask("whole.sqlite", "compare", code, "--county", county),
            bench.sqlite(
                "whole.sqlite",
                "SELECT township, year, value FROM current_figure WHERE code = '\(code)' AND county = '\(county)'"))
    }

    private func asking() throws {
        let figures = try bench.number("whole.sqlite", "SELECT count(*) FROM figure")
        let export = try Run.best(bench.ask("whole.sqlite", "export"))
        try row(
            "export of all figures", "\((figures / export.seconds).short) rows a second",
            .sqlite(lacks: "lines of the source, display units"), target: "1 million"
        ) {
            let dump = try Run.best(bench.sqlite("whole.sqlite", "SELECT * FROM current_figure"))
            return ("\((figures / dump.seconds).short)", dump.seconds / export.seconds)
        }
        try row("check", "\(each(try Run.best(bench.ask("whole.sqlite", "check")))) ms a report")
    }

    private func searching() throws {
        let text = "依申请公开"
        let index = try Run(bench.ask("whole.sqlite", "search", text))
        try row("first search, which builds the index", "\(each(index)) ms a report")
        let search = try Run.best(of: 5, bench.ask("whole.sqlite", "search", text))
        try row(
            "search, every report found", milliseconds(search),
            .sqlite(lacks: "who and when, the line with the words marked")
        ) {
            let found = "SELECT path, text FROM document WHERE text LIKE '%\(text)%'"
            let like = try Run.best(of: 5, bench.sqlite("whole.sqlite", found))
            return (milliseconds(like), like.seconds / search.seconds)
        }
    }

    private func each(_ run: Run) -> String { (run.seconds / Double(reports) * 1000).short }
}
