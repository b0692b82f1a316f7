import Foundation
import Support
import Testing

/// Values that this program never writes, put into the archive by another: no command crashes on them, and what a
/// command stumbles over, `verify` finds. `NIANBAO_FORGED=100000` tries every column with every value.
@Suite struct ForgedValueTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.importSamples()
        try Program.run(
            ["correct", "柳溪镇", "2021", "requests.received.total", "5", "--reason", "r", "--author", "a"], in: folder)
        try Program.run(["waive", "柳溪镇", "2021", "row-total", "--reason", "r", "--author", "a"], in: folder)
    }

    private static let values: [String: [String]] = [
        "INTEGER": ["-1", "0", "9223372036854775807", "-9223372036854775807 - 1", "4294967296", "NULL"],
        "TEXT": ["''", "'x'", "char(27) || '[2J'", "CAST(x'ff' AS TEXT)", "NULL"], "BLOB": ["x''", "zeroblob(32)"],
    ]

    private static let commands = [
        ["list", "--revisions"], ["coverage"], ["check"], ["check", "--undecided"], ["export", "--corrections"],
        ["export", "--layout", "wide"], ["compare", "12345", "710", "--rank", "--total"], ["show", "柳溪镇", "2021"],
        ["trace", "柳溪镇", "2021", "requests.received.total"], ["rollup", "青禾县", "2021"], ["numbers"],
        ["search", "政府"], ["townships"], ["indicators"], ["publish", "data", "--force"],
        ["report", "pages", "--force"], ["backup", "b.sqlite", "--force"],
    ]

    private struct Change: Sendable {
        let table: String
        let column: String
        let value: String
    }

    private func changes() throws -> [Change] {
        let columns = try RawDatabase(folder.path("nianbao.sqlite")).rows(
            """
            SELECT relation.name, field.name, field.type FROM sqlite_schema AS relation
            JOIN pragma_table_info(relation.name) AS field WHERE relation.type = 'table'
            """)
        return columns.flatMap { column in
            (Self.values[column[2] == "INT" ? "INTEGER" : column[2]] ?? []).map {
                Change(table: column[0], column: column[1], value: $0)
            }
        }
    }

    /// As one would who means it: constraints and triggers are out of the way meanwhile.
    private func apply(_ change: Change, to name: String) throws -> Bool {
        let database = try RawDatabase(folder.path(name))
        let triggers = try database.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        try database.execute("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF")
        for trigger in triggers { try database.execute("DROP TRIGGER \(trigger[0])") }
        defer { for trigger in triggers { try? database.execute(trigger[1]) } }
        let update = "UPDATE OR IGNORE \(change.table) SET \"\(change.column)\" = \(change.value)"
        return (try? database.execute(update)) != nil
    }

    @Test func noValueBringsTheProgramDownAndVerifyFindsWhatIsInTheWay() throws {
        var generator = SeededRandom(seed: UInt64(Program.count("NIANBAO_FORGED_SEED", usually: 17)))
        let chosen = try changes().shuffled(using: &generator).prefix(Program.count("NIANBAO_FORGED", usually: 10))
        var (tried, refused) = (0, 0)
        for change in chosen {
            try folder.replace("f.sqlite", with: "nianbao.sqlite")
            guard try apply(change, to: "f.sqlite") else { continue }
            tried += 1
            let place = "\(change.table).\(change.column) = \(change.value)"
            var failed: [String] = []
            for command in Self.commands {
                let run = try Program.run(command + ["--archive", "f.sqlite"], in: folder)
                #expect(
                    [0, 1, 64, 65, 66, 73].contains(run.status), "\(place): \(command): \(run.status) \(run.errors)")
                #expect(!run.output.contains("\u{1B}") && !run.errors.contains("\u{1B}"), "\(place): \(command)")
                if run.status == 65 { failed.append(command[0]) }
            }
            let verify = try Program.run("verify", "--archive", "f.sqlite", in: folder)
            #expect([0, 65].contains(verify.status), "\(place): verify: \(verify.status) \(verify.errors)")
            if !failed.isEmpty {
                refused += 1
                #expect(verify.status == 65, "\(place) is in the way of \(failed), and verify did not find it")
            }
        }
        print("\(tried) forged values, \(refused) refused by a command")
        #expect(tried > 0)
    }
}
