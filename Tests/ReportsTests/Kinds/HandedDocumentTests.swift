import Foundation
import Reports
import Support
import Testing

/// Small files, one a kind of trouble, each with the only right answer beside it.
@Suite struct HandedDocumentTests {
    private static let folder = SourceTree.root.appending(path: "Tests/Fixtures/documents")
    private static let names: [String] = {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return all.filter { !$0.hasSuffix(".expected.csv") }.sorted()
    }()

    @Test func areThere() { #expect(Self.names.count >= 18) }

    @Test(arguments: names)
    func isReadAsItsAnswerSays(name: String) throws {
        let file = Self.folder.appending(path: name)
        let answer = file.deletingPathExtension().appendingPathExtension("expected.csv")
        let expected = try String(contentsOf: answer, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
            .map { line in
                let fields = line.split(separator: ",", omittingEmptySubsequences: false)
                return "\(fields[0]): \(fields[1])" + (fields[2].isEmpty ? "" : " \(fields[2])")
            }
        #expect(try ReadCells([UInt8](Data(contentsOf: file)), name: name).lines == expected.sorted())
    }

    @Test(arguments: [
        ("table3-is-picture.html", [Doubt.Kind.missingTable]),
        ("one-line-page.txt", [.missingTable, .missingTable, .missingTable]),
        ("table3-transposed.html", [.transposedTable, .missingTable, .missingTable]),
    ])
    func missingTablesAreNamed(name: String, kinds: [Doubt.Kind]) throws {
        let bytes = try Data(contentsOf: Self.folder.appending(path: name))
        let doubts = try ReadCells([UInt8](bytes), name: name).report.doubts.map(\.kind)
        let about = doubts.filter { $0 == .missingTable || $0 == .transposedTable }
        #expect(about.sorted { $0.rawValue > $1.rawValue } == kinds)
    }
}
