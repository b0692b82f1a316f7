import Foundation
import Support

/// A run of the built program, as a user's shell makes it.
struct Program {
    let status: Int32
    let output: String
    let errors: String

    /// The program stands beside the test bundle that is running, unless another build is to be tried.
    static let executable: URL = {
        if let other = ProcessInfo.processInfo.environment["NIANBAO_PROGRAM"] { return URL(filePath: other) }
        let bundle = URL(filePath: ProcessInfo.processInfo.arguments[0]).standardizedFileURL
        return bundle.deletingLastPathComponent().appending(path: "nianbao")
    }()

    /// The folder of sample data in the source tree.
    static let samples = SourceTree.samples.path

    /// How many figures the sample reports have, by the lists that stand beside them.
    static func sampleFigureCount() throws -> Int {
        let lists = (FileManager.default.subpaths(atPath: samples) ?? []).filter { $0.hasSuffix(".expected.csv") }
        return try lists.reduce(0) { count, list in
            let text = try String(contentsOfFile: "\(samples)/\(list)", encoding: .utf8)
            return count + text.split(whereSeparator: \.isNewline).count - 1
        }
    }

    /// Runs the program in a folder, in English unless the environment says otherwise.
    @discardableResult static func run(
        _ arguments: String..., in folder: Folder, environment: [String: String] = [:], input: Data? = nil
    ) throws -> Program {
        try run(arguments, in: folder, environment: environment, input: input)
    }

    /// - Parameter limit: what the shell is told before it becomes the program: `ulimit -f 64`.
    @discardableResult static func run(
        _ arguments: [String], under limit: String? = nil, in folder: Folder, environment: [String: String] = [:],
        input: Data? = nil
    ) throws -> Program {
        let process = process(arguments, under: limit, in: folder, environment: environment)
        // Files rather than pipes: a pipe that nobody empties would stop the program.
        let (output, errors) = (folder.url.appending(path: ".output"), folder.url.appending(path: ".errors"))
        for file in [output, errors] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        let pipe = Pipe()
        process.standardInput = pipe
        try process.run()
        if let input { try pipe.fileHandleForWriting.write(contentsOf: input) }
        try pipe.fileHandleForWriting.close()
        process.waitUntilExit()
        return Program(
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }

    /// The program, ready to be started; whoever does not run it to its end sees to it that it ends.
    static func process(
        _ arguments: [String], under limit: String? = nil, in folder: Folder, environment: [String: String] = [:]
    ) -> Process {
        let process = Process()
        process.executableURL = limit == nil ? executable : URL(filePath: "/bin/bash")
        let shell = limit.map { ["-c", "\($0) && exec \"$0\" \"$@\"", executable.path] } ?? []
        process.arguments = shell + arguments
        process.currentDirectoryURL = folder.url
        var inherited = ProcessInfo.processInfo.environment.filter { $0.key == "PATH" || $0.key == "HOME" }
        inherited["LANG"] = "en_US.UTF-8"
        process.environment = inherited.merging(environment) { $1 }
        return process
    }

    /// A number for a soak, such as how often to kill the program, from the environment.
    static func count(_ variable: String, usually: Int) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? usually
    }

    /// The rows of CSV output as dictionaries by header.
    var rows: [[String: String]] { Self.rows(of: output) }

    static func rows(of text: String) -> [[String: String]] {
        let records = CSVReader.records(text)
        guard let header = records.first else { return [] }
        return records.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { $1 }) }
    }
}

/// Reads CSV as RFC 4180 has it, so that what the program writes is not read back by the code that wrote it.
enum CSVReader {
    static func records(_ text: String) -> [[String]] {
        var records: [[String]] = [[]]
        var field = ""
        var isQuoted = false
        var previous: Character?
        for character in text {
            if character == "\"" {
                if !isQuoted, previous == "\"" { field.append("\"") }
                isQuoted.toggle()
            } else if isQuoted || !(character == "," || character.isNewline) {
                field.append(character)
            } else {
                records[records.count - 1].append(field)
                field = ""
                if character.isNewline { records.append([]) }
            }
            previous = character
        }
        return records.filter { !$0.isEmpty }
    }
}

extension Folder {
    /// An archive of all sample reports, made by the program: once for all tests, since it takes a second or more.
    func importSamples() throws {
        guard !exists("nianbao.sqlite") else {
            try Program.run("import", Program.samples, in: self)
            return
        }
        try write(Self.sampleArchive.get(), to: "nianbao.sqlite")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path("nianbao.sqlite"))
    }

    private static let sampleArchive = Result {
        let folder = try Folder()
        try Program.run("import", Program.samples, in: folder)
        return try folder.data("nianbao.sqlite")
    }

    /// Runs SQLite's own shell on a database of this folder, and returns what it prints.
    @discardableResult func sqlite(_ archive: String, _ statement: String) throws -> String {
        guard let sqlite = ExternalProgram.sqlite else { throw CocoaError(.executableNotLoadable) }
        return try sqlite.run(["-bail", path(archive), statement]).text
    }

    func sql(_ statement: String) throws { try sqlite("nianbao.sqlite", statement) }

    /// Everything that an archive holds, as SQL.
    func dump(_ archive: String) throws -> String { try sqlite(archive, ".dump") }

    /// Makes of an archive what a program would have made whose last migration had this number: the same rows, as far
    /// as its tables have room for them.
    func takeBack(_ archive: String, toVersion version: Int) throws {
        let sources = SourceTree.root.appending(path: "Migrations/sql")
        let files = try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted().prefix(version)
        let schema = try files.map { try String(contentsOf: sources.appending(path: $0), encoding: .utf8) }
        let application = try sqlite(archive, "PRAGMA application_id")
        // A statement that begins with a comment would be taken for an option.
        try sqlite("older", "\n" + schema.joined(separator: "\n"))
        try sqlite("older", "PRAGMA application_id = \(application); PRAGMA user_version = \(version)")
        let tables = try sqlite("older", "SELECT name FROM sqlite_schema WHERE type = 'table'")
        for table in tables.split(whereSeparator: \.isNewline) {
            let columns = try sqlite(
                "older", "SELECT group_concat('\"' || name || '\"') FROM pragma_table_info('\(table)')")
            try sqlite(
                "older",
                """
                ATTACH '\(path(archive))' AS newer;
                INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM newer.\(table)
                """)
        }
        try FileManager.default.removeItem(atPath: path(archive))
        try FileManager.default.moveItem(atPath: path("older"), toPath: path(archive))
    }
}
