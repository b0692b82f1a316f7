import Catalogue
import Foundation
import Output
import Storage
import Support
import Testing

@testable import Answers

@Suite struct PublisherTests {
    let sample: SampleArchive
    let folder: String

    init() throws {
        sample = try SampleArchive.made.get()
        folder = FileManager.default.temporaryDirectory.appending(path: "nianbao-publish-\(UUID().uuidString)").path
    }

    private func publish(replacing: Bool = false) throws {
        _ = try Publisher(folder: folder, replacing: replacing, language: .chinese)
            .publish(
                sample.archive, codebook: sample.codebook, measures: sample.archive.measures(),
                check: sample.check)
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }

    private var checksum: String {
        get throws { try #require(try text("checksum.csv").split(separator: "\n").last.map(String.init)) }
    }

    @Test func everyFigureIsHandedOver() throws {
        try publish()
        let lines = try text("figure.csv").split(separator: "\n").dropFirst()
        let count = try sample.archive.reports().map(\.figureCount).reduce(0, +)
        #expect(lines.count == count)
        let sum = lines.compactMap { line in Int(line.split(separator: ",", omittingEmptySubsequences: false)[3]) }
            .reduce(0, +)
        #expect(try checksum.hasPrefix("\(count),\(sum),"))
    }

    @Test func sameArchiveGivesTheSameFiles() throws {
        try publish()
        let first = try ["figure.csv", "measure_value.csv", "checksum.csv", "datapackage.json"].map(text)
        try publish(replacing: true)
        #expect(try ["figure.csv", "measure_value.csv", "checksum.csv", "datapackage.json"].map(text) == first)
    }

    @Test func existingFileIsKeptUnlessForced() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try "keep".write(toFile: "\(folder)/report.csv", atomically: true, encoding: .utf8)
        #expect(throws: OutputError.exists(path: "\(folder)/report.csv")) { try publish() }
        #expect(try text("report.csv") == "keep")
        #expect(!FileManager.default.fileExists(atPath: "\(folder)/nianbao.sqlite"))
        try publish(replacing: true)
    }

    /// Letters made the folders above theirs, and pages and publications refused to.
    @Test func foldersAboveAreMade() throws {
        for path in ["\(folder)/a/b/c", "\(folder)/d//e/"] {
            try OutputFolder.make(path)
            var isFolder: ObjCBool = false
            #expect(FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue)
            try OutputFolder.make(path)
        }
    }

    @Test func placeThatIsNoFolderIsRefused() throws {
        try "keep".write(toFile: folder, atomically: true, encoding: .utf8)
        #expect(throws: OutputError.cannotCreate(path: folder, code: ENOTDIR)) { try publish() }
        #expect(throws: OutputError.self) { try OutputFolder.make("\(folder)/below") }
    }

    @Test func dataPackageDescribesEveryFile() throws {
        try publish()
        let json = try JSONSerialization.jsonObject(with: Data(text("datapackage.json").utf8)) as? [String: Any]
        let resources = try #require(json?["resources"] as? [[String: Any]])
        #expect(resources.count == PublishedTable.all.count)
        for (resource, table) in zip(resources, PublishedTable.all) {
            #expect(resource["path"] as? String == "\(table.name).csv")
            let header = try text("\(table.name).csv").split(separator: "\n").first
            #expect(header.map(String.init) == table.columns.map(\.name).joined(separator: ","))
        }
    }

    /// 10 of 16 in 柳溪镇's report of 2022, and no place for what nobody asked for.
    @Test func measuresAndBenchmarksAreHandedOver() throws {
        try publish()
        func rows(_ name: String) throws -> [[String]] {
            try text(name).split(separator: "\n").dropFirst().map { line in
                line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
        }
        let id = try #require(try rows("measure.csv").first { $0[1] == "rates.disclosure" })[0]
        let report = try #require(
            try sample.archive.reports(Filter(townships: ["柳溪镇"], years: [2022])).first
        ).id
        let value = try #require(try rows("measure_value.csv").first { $0[0] == id && $0[1] == "\(report)" })
        #expect(value.dropFirst(2) == ["exact", "6250", "6250", "6250", "0", "0", "62.5", "0"])
        let county = try #require(try sample.archive.countyIDs()["青禾县"])
        let benchmark = try rows("benchmark.csv").first { $0[1] == id && $0[2] == "2022" && $0[3] == "\(county)" }
        #expect(benchmark?.suffix(5) == ["5", "0", "5000", "6250", "6250"])
    }

    @Test func codebookTellsEveryCode() throws {
        try publish()
        let codes = sample.archive.indicators.map(\.code) + (try sample.archive.measures().map(\.code))
        let markdown = try text("codebook.md")
        for code in codes { #expect(markdown.contains("| \(code) |"), "\(code)") }
        #expect(try text("codebook.csv").split(separator: "\n").count == codes.count + 1)
        #expect(markdown.contains("2014、2019年表样统计“制作”，2021年表样统计“制发”"))
        #expect(try text("CITATION.cff").hasPrefix("cff-version: 1.2.0\n"))
    }

    @Test(.enabled(if: Engines.has("frictionless"), "frictionless is not installed"))
    func dataPackageIsValid() throws {
        try publish()
        let run = try Engines.run([Engines.python, "-m", "frictionless", "validate", "datapackage.json"], in: folder)
        #expect(run.status == 0, "\(run.output)")
    }

    @Test(.enabled(if: Engines.has("duckdb"), "DuckDB is not installed"))
    func duckDBHasTheSameFigures() throws { try expectSameFigures("duckdb") }

    @Test(.enabled(if: Engines.has("duckdb"), "DuckDB is not installed"))
    func parquetFilesHaveTheSameFigures() throws {
        try expectSameFigures("parquet")
        #expect(FileManager.default.fileExists(atPath: "\(folder)/figure.parquet/year=2022"))
        #expect(FileManager.default.fileExists(atPath: "\(folder)/measure.parquet"))
    }

    @Test(.enabled(if: Engines.has("duckdb_extension_sqlite_scanner"), "DuckDB's reader of SQLite is not installed"))
    func duckDBReadsTheSQLiteFile() throws { try expectSameFigures("duckdb-sqlite") }

    @Test(.enabled(if: Engines.has("chdb"), "ClickHouse is not installed"))
    func clickHouseHasTheSameFigures() throws { try expectSameFigures("clickhouse") }

    @Test(.enabled(if: Engines.hasPostgreSQL, "PostgreSQL is not installed"))
    func postgreSQLHasTheSameFigures() throws {
        try publish()
        let run = try Engines.run(["bash", Engines.script("postgresql.sh"), folder], in: folder)
        #expect(run.output.split(separator: "\n").last.map(String.init) == (try checksum), "\(run.output)")
    }

    private func expectSameFigures(_ engine: String) throws {
        try publish()
        let run = try Engines.run([Engines.python, Engines.script("load.py"), engine], in: folder)
        #expect(run.output.split(separator: "\n").last.map(String.init) == (try checksum), "\(run.output)")
    }
}

/// The engines of this machine. `NIANBAO_PYTHON` names a Python that has them, where the usual one does not.
enum Engines {
    static let python = ProcessInfo.processInfo.environment["NIANBAO_PYTHON"] ?? "python3"

    static func script(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Engines/\(name)").path
    }

    static func has(_ module: String) -> Bool {
        let run = try? run([python, "-c", "import \(module)"], in: "/")
        return run?.status == 0
    }

    static var hasPostgreSQL: Bool {
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        return folders.contains { FileManager.default.isExecutableFile(atPath: "/usr/lib/postgresql/\($0)/bin/initdb") }
    }

    static func run(_ arguments: [String], in folder: String) throws -> (status: Int32, output: String) {
        let program = try #require(ExternalProgram(arguments[0]))
        let run = try program.run(Array(arguments.dropFirst()), in: URL(filePath: folder), keepingErrors: true)
        return (run.status, run.text)
    }
}
