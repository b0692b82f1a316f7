import Testing

@testable import Output

@Suite struct TSVRowsTests {
    @Test func gapsAreWords() throws {
        #expect(
            try Sample.text([Sample.comparison], .tsv) == """
                township\t2019\t2020\tchange
                上新庄镇\t600\t0\t-600
                Lijiashan\tblank\tnot_applicable\t
                甘河滩镇\tunreadable\t\t
                鲁沙尔镇\tno_report\t216310000.5\t98.5
                拦隆口镇\t7\t\t

                """)
    }

    @Test func everyRowStaysOneLineOfTheSameFields() throws {
        let lines = try Sample.text([Sample.hostile], .tsv).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == Sample.hostile.rows.count + 2)
        #expect(lines.dropLast().allSatisfy { $0.split(separator: "\t").count == 2 })
        #expect(lines.contains("line\\r\\nbreak\t-1"))
        #expect(lines.contains("C:\\\\temp\t-1"))
    }

    @Test func terminalGetsNoEscapes() throws {
        let text = try Sample.text([Sample.hostile], .tsv, audience: .terminal)
        #expect(text.contains("␛[31mred\t-1\n"))
    }
}
