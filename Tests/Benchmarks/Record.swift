import Foundation

/// What was measured: printed line by line, since a measure takes its time, and kept for the README.
final class Record {
    private let name: String
    private let isPrinted: Bool
    private var lines: [String] = []

    /// It opens with what it was measured on, and beside what other work.
    ///
    /// - Parameter load: that of the machine when the measuring began.
    init(_ name: String, _ bench: Bench, since load: Double? = Setting.load, isPrinted: Bool = true) {
        self.name = name
        self.isPrinted = isPrinted
        add("")
        add(Setting.described(bench, since: load))
    }

    func add(_ line: String) {
        lines.append(line)
        if isPrinted { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }
    }

    func heads(_ cells: String...) {
        add("")
        row(cells)
        add("|" + String(repeating: "---|", count: cells.count))
    }

    func row(_ cells: [String]) { add("| \(cells.joined(separator: " | ")) |") }

    /// Puts the lines where the last ones stand in a file.
    func write(into file: String) throws {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        guard let start = text.range(of: "<!-- \(name) -->\n"),
            let end = text.range(of: "<!-- /\(name) -->", range: start.upperBound..<text.endIndex)
        else { throw Run.Failure(description: "\(file) has no <!-- \(name) --> and <!-- /\(name) -->") }
        let new = lines.dropFirst().joined(separator: "\n") + "\n"
        try text.replacingCharacters(in: start.upperBound..<end.lowerBound, with: new)
            .write(toFile: file, atomically: true, encoding: .utf8)
    }
}

/// The machine, the day, and what was measured.
enum Setting {
    /// Processes at work or waiting for the processor, over the last minute.
    static var load: Double? {
        let text = try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)
        return text?.split(separator: " ").first.flatMap { Double($0) }
    }

    static func described(_ bench: Bench, since load: Double?) -> String {
        let day = Date.now.formatted(.iso8601.year().month().day())
        let version = output([bench.program, "--version", "--lang", "en"]) ?? "?"
        let commit = output(["git", "-C", Options.root.path, "describe", "--always", "--dirty=+"]) ?? "unknown"
        return "\(machine), \(day); nianbao \(version), sources of commit \(commit)\(staleness(bench)).\(others(load))"
    }

    private static var machine: String {
        func line(_ file: String, _ key: String) -> String? {
            let lines = (try? String(contentsOfFile: file, encoding: .utf8))?.split(separator: "\n")
            let value = lines?.first { $0.hasPrefix(key) }?.split(separator: ":").last
            return value.map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let processor = line("/proc/cpuinfo", "model name") ?? "unknown processor"
        let kilobytes = line("/proc/meminfo", "MemTotal")?.split(separator: " ").first.flatMap { Double($0) } ?? 0
        let cores = ProcessInfo.processInfo.activeProcessorCount
        return "\(cores) cores of \(processor), \(Int((kilobytes / 1_048_576).rounded())) GB"
    }

    private static func output(_ command: [String]) -> String? {
        (try? Run(command, keepsOutput: true))?.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Says so where the machine had other work; the measuring itself is a load of 1.
    private static func others(_ load: Double?) -> String {
        guard let before = load, let now = Self.load else { return "" }
        let most = max(before, now - 1)
        return most < 0.5 ? "" : " The machine had other work meanwhile, a load of \(most.short)."
    }

    /// Says so where the program is older than what it should have been built from.
    private static func staleness(_ bench: Bench) -> String {
        func modified(_ path: String) -> Date? {
            try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
        }
        guard let built = modified(bench.program) else { return "" }
        let sources = Options.root.appending(path: "Sources").path
        let newer = (FileManager.default.subpaths(atPath: sources) ?? []).contains { path in
            modified("\(sources)/\(path)").map { $0 > built } ?? false
        }
        return newer ? " (THE PROGRAM IS OLDER THAN ITS SOURCES)" : ""
    }
}
