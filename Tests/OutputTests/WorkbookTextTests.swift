import Support
import Testing

@testable import Output

@Suite struct WorkbookTextTests {
    @Test(arguments: [
        ("_x0041_", "_x005F_x0041_"), ("镇_x000a_x000A_", "镇_x005F_x000a_x005F_x000A_"), ("_x41_", "_x41_"),
        ("__x0041_", "__x005F_x0041_"), ("_x00G1_", "_x00G1_"), ("_x0041", "_x0041"), ("a_b", "a_b"), ("", ""),
    ])
    func whatLooksLikeACodeIsNone(text: String, written: String) { #expect(WorkbookText.escaped(text) == written) }

    @Test(.enabled(if: ExternalProgram.office != nil, "LibreOffice is not installed"))
    func libreOfficeShowsItAsItIs() throws {
        let sheet = Sheet(columns: [Column("a", Sample.none)], rows: [[.text("柳_x0041_镇")]])
        #expect(try WorkbookTests.seenByLibreOffice([sheet]).contains("柳_x0041_镇"))
    }
}
