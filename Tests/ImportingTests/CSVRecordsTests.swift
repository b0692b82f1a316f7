import Support
import Testing

@testable import Importing

@Suite struct CSVRecordsTests {
    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a\tb,c\r\n1\t2", [["a", "b,c"], ["1", "2"]]),
        ("\"a,\"\"b\"\"\",c\n", [["a,\"b\"", "c"]]), ("\"a\nb\",c\rd,e\r", [["a\nb", "c"], ["d", "e"]]),
        ("\n,,\n a , b \n\n", [["a", "b"]]), ("", []), ("a, \"b,c\"\n\"d\"e\"f,g", [["a", "b,c"], ["de\"f", "g"]]),
        ("\"never closed,a\nb", [["never closed,a\nb"]]),
    ])
    func recordsAreThoseOfTheText(text: String, records: [[String]]) {
        #expect(CSVRecords(Array(text.utf8)).records.map(\.fields) == records)
    }

    @Test func recordsKnowTheirLines() {
        let records = CSVRecords(Array("a,b\r\n\r\n\"1\r\n2\",3\r\n4,5\n".utf8)).records
        #expect(records.map(\.line) == [1, 3, 5])
    }
}
