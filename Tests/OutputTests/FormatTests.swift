import Testing

@testable import Output

@Suite struct FormatTests {
    @Test(
        arguments: [
            ("答复.csv", .csv), ("/srv/2020/A.B/x.TSV", .tsv), ("x.jsonl", .ndjson), ("x.md", .markdown),
            ("x.txt", .table),
            ("x.HTM", .html), ("a b.xlsx", .xlsx),
            ("x", nil), (".csv", nil), ("a.csv/x", nil), ("x.pdf", nil), ("", nil), ("x.", nil),
        ] as [(String, Format?)])
    func fileNameTellsTheFormat(path: String, format: Format?) {
        #expect(Format(path: path) == format)
    }
}
