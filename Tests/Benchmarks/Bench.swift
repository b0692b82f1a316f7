import Foundation

/// What all measurements share: the program, the peers, and a folder to work in.
struct Bench {
    let program: String
    let folder: URL
    let python: String
    private let peers = URL(filePath: #filePath).appending(path: "../Peers").standardized

    init(_ options: Options) throws {
        program = options.program
        python = options.python
        folder = URL(filePath: options.folder)
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw Run.Failure(
                description: "\(program) is not there: swift build -c release --static-swift-stdlib --product nianbao")
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func peer(_ script: String, _ arguments: String...) -> [String] {
        [python, peers.appending(path: script).path] + arguments
    }

    /// The C program of that name, freshly built.
    func compiled(_ name: String, libraries: String...) throws -> String {
        let binary = path(name)
        _ = try Run(["cc", "-O2", "-o", binary, peers.appending(path: "\(name).c").path] + libraries.map { "-l\($0)" })
        return binary
    }

    /// Makes reports in a folder that is empty before.
    func generate(_ format: String, _ count: Int, first: Int = 0, in name: String) throws {
        try remove(name)
        let years = "2019,2020,2021,2022,2023,2024"
        _ = try Run(peer("generate.py", format, "\(count)", path(name), "--first", "\(first)", "--years", years))
    }

    func remove(_ name: String) throws {
        for end in ["", "-journal", ".search"] where FileManager.default.fileExists(atPath: path(name) + end) {
            try FileManager.default.removeItem(atPath: path(name) + end)
        }
    }

    /// What an archive answers to a query for one number.
    func number(_ archive: String, _ query: String) throws -> Double {
        let lines = try Run(ask(archive, "sql", query), keepsOutput: true).output.split(whereSeparator: \.isNewline)
        return lines.last.flatMap { Double($0) } ?? 0
    }

    /// The command that asks an archive with SQLite's own shell.
    func sqlite(_ archive: String, _ query: String) -> [String] { ["sqlite3", "-csv", path(archive), query] }

    /// The command that asks an archive with nianbao.
    func ask(_ archive: String, _ arguments: String...) -> [String] {
        [program] + arguments + ["--format", "csv", "--archive", path(archive)]
    }

    func importing(_ folder: String, into archive: String = "none", _ flags: String...) -> [String] {
        [program, "import", "-q", "--archive", path(archive), path(folder)] + flags
    }
}

extension Double {
    /// With three significant digits or none behind the point: `0.284`, `20.3`, `1,234`.
    var short: String {
        if self >= 1000 {
            let thousands = Int(rounded())
            return thousands < 1_000_000
                ? "\(thousands / 1000)," + String(format: "%03d", thousands % 1000)
                : String(format: "%.2f", self / 1e6) + " million"
        }
        return String(format: self >= 100 ? "%.0f" : self >= 10 ? "%.1f" : self >= 1 ? "%.2f" : "%.3f", self)
    }
}
