import Foundation
import Support
import Testing

/// What staff said last of a figure, where the revision that they said it of is taken away: what counts, what the list
/// of corrections says and what the program tells agree.
@Suite struct LastWordTests {
    private let folder: Folder

    /// The figure is 175 in the first revision, where staff make it 77, and 180 in the second.
    init() throws {
        folder = try Folder()
        let files = OfficeFiles(folder: folder)
        try files.write("柳溪镇", to: "a.txt")
        try files.writeDraft(to: "b.txt")
        try Program.run("import", "a.txt", in: folder)
        _ = try done("correct", "77")
        try Program.run("import", "b.txt", in: folder)
    }

    private static let code = "hotline_12345.received"

    private func done(_ command: String, _ options: String...) throws -> String {
        let target = ["correct", "uncorrect"].contains(command) ? [Self.code] : []
        let sure = command == "correct" ? ["--yes"] : []
        let run = try Program.run(
            [command, "柳溪镇", "2023"] + target + options + ["--reason", "核实"] + sure, in: folder)
        #expect(run.status == 0, "\(run.errors)")
        return run.output
    }

    /// What every answer has of the figure.
    private func counts(_ value: String, _ corrected: String) throws {
        let long = try Program.run(
            "export", "--township", "柳溪镇", "--indicator", Self.code, "--format", "csv", in: folder)
        #expect(long.rows.map { [$0["value"], $0["corrected"]] } == [[value, corrected]])
        let compared = try Program.run("compare", Self.code, "--township", "柳溪镇", "--format", "csv", in: folder)
        #expect(compared.rows.map { $0["2023"] } == [corrected.isEmpty ? value : corrected])
        let viewed = try Program.run(
            "sql", "SELECT value, corrected FROM current_figure WHERE township = '柳溪镇' AND code = '\(Self.code)'",
            "--format", "csv", in: folder
        ).rows
        #expect(viewed.map { [$0["value"], $0["corrected"]] } == [[value, corrected]])
        #expect(try Program.run("verify", "--deep", in: folder).status == 0)
    }

    /// The corrections, each as `value standing revision`.
    private func listed(_ entries: String...) throws {
        let rows = try Program.run("corrections", "--township", "柳溪镇", "--format", "csv", in: folder).rows
        #expect(rows.map { "\($0["corrected"] ?? "") \($0["standing"] ?? "") \($0["revision"] ?? "")" } == entries)
    }

    /// The two ways in which a later revision is taken away.
    private static let ways = [["remove"], ["move", "--to", "白杨镇"]]

    private func takeAway(_ way: [String]) throws -> String {
        let run = try Program.run(
            [way[0], "柳溪镇", "2023", "--revision", "2", "--reason", "核实"] + way.dropFirst(), in: folder)
        #expect(run.status == 0, "\(run.errors)")
        return run.output
    }

    @Test(arguments: ways) func correctionOfBothGoesOnCounting(way: [String]) throws {
        let told = try takeAway(way)
        #expect(!told.contains("no longer counts") && !told.contains("counts again"), "\(told)")
        try counts("175", "77")
        try listed("77 in_force 1")
    }

    @Test(arguments: ways) func whatWasTakenBackStaysTakenBack(way: [String]) throws {
        _ = try done("uncorrect")
        let told = try takeAway(way)
        #expect(!told.contains("counts again"), "\(told)")
        try counts("175", "")
        try listed("77 taken_back 1")
    }

    @Test(arguments: ways) func lastOfTwoCorrectionsCounts(way: [String]) throws {
        _ = try done("correct", "78")
        let told = try takeAway(way)
        #expect(!told.contains("no longer counts"), "\(told)")
        try counts("175", "78")
        try listed("77 replaced 1", "78 in_force 1")
    }

    /// What the figure was corrected to last is what the revision says itself.
    @Test func correctionToWhatTheRevisionSaysIsNotNeeded() throws {
        _ = try done("correct", "175")
        _ = try takeAway(["remove"])
        try counts("175", "")
        try listed("77 taken_back 1", "175 lapsed 2")
    }

    @Test func whatCountsAgainIsTold() throws {
        let files = OfficeFiles(folder: folder)
        try files.write("柳溪镇", to: "c.txt", replacing: ["收到派单175件": "收到派单77件"])
        try Program.run("import", "--replace", "c.txt", in: folder)
        try counts("77", "")
        let told = try done("remove", "--revision", "3")
        #expect(told.contains("the correction of \(Self.code) counts again, since revision 2 has it"), "\(told)")
        try counts("180", "77")
        try listed("77 in_force 2")
    }

    /// Returning to a revision is returning to its corrections.
    @Test func returnTellsWhatCountsAgain() throws {
        _ = try done("uncorrect")
        let told = try done("revert", "--to", "1")
        #expect(told.contains("the correction of \(Self.code) counts again, since revision 1 has it"), "\(told)")
        try counts("175", "77")
        try listed("77 in_force 3")
        try Program.run("import", "--replace", "b.txt", in: folder)
        try counts("180", "")
        let named = try Program.run("import", "--replace", "a.txt", in: folder).output
        #expect(named.contains("the correction of \(Self.code) counts again, since revision 5 has it"), "\(named)")
    }

    /// It was taken back on a revision that is gone by the time when the first counts again.
    @Test func whatWasTakenBackStaysSoAfterSeveralRemovals() throws {
        _ = try done("uncorrect")
        try OfficeFiles(folder: folder).write("柳溪镇", to: "c.txt", replacing: ["收到派单175件": "收到派单179件"])
        try Program.run("import", "c.txt", in: folder)
        _ = try done("remove", "--revision", "2")
        _ = try done("remove", "--revision", "3")
        try counts("175", "")
        try listed("77 taken_back 1")
    }

    @Test func waiverThatWasTakenBackStaysSo() throws {
        let waiver = ["published-early", "柳溪镇", "2023", "--reason", "核实"]
        _ = try done("remove", "--revision", "2")
        #expect(try Program.run(["waive"] + waiver, in: folder).status == 0)
        try OfficeFiles(folder: folder).write("柳溪镇", to: "c.txt", replacing: ["收到派单175件": "收到派单179件"])
        try Program.run("import", "c.txt", in: folder)
        #expect(try Program.run(["unwaive"] + waiver, in: folder).status == 0)
        let told = try done("remove", "--revision", "3")
        #expect(!told.contains("counts again"), "\(told)")
        #expect(try Program.run(["unwaive"] + waiver, in: folder).status == 64)
    }

    /// What was answered before the removal is answered the same as of then.
    @Test func answersAsOfBeforeStayWhatTheyWere() throws {
        let question = ["export", "--township", "柳溪镇", "--indicator", Self.code, "--format", "csv"]
        _ = try done("uncorrect")
        let trigger = try folder.sqlite(
            "nianbao.sqlite", "SELECT sql FROM sqlite_schema WHERE name = 'correction_is_not_changed'")
        // One came on the 1st and was corrected on the 2nd; the other on the 3rd, and it was taken back on the 4th.
        try folder.sql(
            """
            DROP TRIGGER correction_is_not_changed;
            UPDATE report SET read_at = '2024-03-0' || (2 * revision - 1) || 'T01:00:00Z';
            UPDATE correction SET made_at = iif(value IS NULL, '2024-03-04T01:00:00Z', '2024-03-02T01:00:00Z');
            \(trigger)
            """)
        let days = (1...5).map { ["--as-of", "2024-03-0\($0)"] }
        let before = try days.map { try Program.run(question + $0, in: folder).output }
        _ = try takeAway(["remove"])
        #expect(try days.map { try Program.run(question + $0, in: folder).output } == before)
        #expect(Set(before).count == 4)
        #expect(try Program.run(question, in: folder).rows.map { $0["corrected"] } == [""])
    }
}
