import CompactYAML
import Foundation
import Support
import Testing

@testable import Catalogue

@Suite struct CodebookTests {
    let codebook: Codebook

    init() throws { codebook = try LoadedCatalogue.codebook() }

    /// The codes, labels and units that users' scripts rely upon, line for line.
    @Test func indicatorsAreThoseOfTheContract() throws {
        let url = SourceTree.root.appending(path: "Tests/Fixtures/indicators.csv")
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
        #expect(lines.count == codebook.indicators.count)
        for (line, indicator) in zip(lines, codebook.indicators) {
            let english = indicator.label.en.contains(",") ? "\"\(indicator.label.en)\"" : indicator.label.en
            let start = "\(indicator.code),\(indicator.label.zh),\(english),\(indicator.unit.rawValue),"
            #expect(line.hasPrefix(start))
            let editions = codebook.forms.filter { $0.codes.contains(indicator.code) }.map(\.edition)
            #expect(line.hasSuffix(",\(editions.isEmpty ? "narrative" : editions.joined(separator: ";"))"))
        }
    }

    @Test(arguments: [("2014", 58), ("2019", 198), ("2021", 200)])
    func formHasAsManyCellsAsTheNoticePrescribes(edition: String, cells: Int) throws {
        let form = try #require(codebook.form(edition))
        #expect(form.codes.count == cells)
    }

    @Test func everyDataFileIsListed() throws {
        let folder = SourceTree.root.appending(path: "Sources/Catalogue/Data")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(files) == Set(DataFiles.all.map(\.name)))
    }

    /// What the build made of the files is what is read of them: the same values in the same lines.
    @Test(arguments: DataFiles.all.map(\.name))
    func everyDataFileIsCompiledAsItIsWritten(name: String) throws {
        let file = try #require(DataFiles.all.first { $0.name == name })
        let compiled = try #require(DataFiles.compiled(name))
        let tree = try YAMLTree(parsing: file.text)
        #expect(YAMLTree(written: compiled) == tree)
        #expect(tree.root.mapping?.contains { _ in true } == true)
    }

    @Test func formWithUnknownCodeIsRefused() {
        let text = """
            edition: 1
            zh: 甲
            en: A
            source: none
            tables:
              - {heading: 甲, en: A, blocks: [{columns: [{header: 乙, code: nosuch}], rows: [{}]}]}
            """
        #expect(
            throws: CatalogueError.unknownValue(
                file: "f.yaml", line: 1, key: "code", value: "nosuch", allowed: ["indicators.yaml"])
        ) {
            try Form(parsing: YAMLValue(parsing: text, file: "f.yaml"), codes: ["rules.created"])
        }
    }

    @Test(arguments: [
        ("indicators: [{code: a, zh: 甲, en: A, unit: 斤}]", "unit"),
        ("indicators: [{code: a, by: nobody, zh: 甲, en: A, unit: 件}]", "by"),
    ])
    func indicatorWithUnknownValueIsRefused(text: String, key: String) {
        do {
            _ = try Indicator.parse(YAMLValue(parsing: text, file: "f.yaml"))
            Issue.record("accepted")
        } catch {
            guard case .unknownValue("f.yaml", 1, key, _, _) = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test func sameCodeTwiceIsRefused() {
        let text = "indicators:\n- {code: a, zh: 甲, en: A, unit: 件}\n- {code: a, zh: 甲, en: A, unit: 件}"
        #expect(throws: CatalogueError.duplicate(file: "f.yaml", line: 3, name: "a")) {
            try Indicator.parse(YAMLValue(parsing: text, file: "f.yaml"))
        }
    }
}
