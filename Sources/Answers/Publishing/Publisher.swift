import Catalogue
import Checks
import Foundation
import Output
import Storage
import Values

/// The handing over of an archive to other engines: a folder of a plain SQLite file, CSV files that a data package
/// describes, and a recipe for each engine.
package struct Publisher {
    private static let database = "nianbao.sqlite"

    private let folder: String
    private let replacing: Bool
    private let language: Language

    /// An existing file of a publication is kept unless `replacing`.
    package init(folder: String, replacing: Bool, language: Language) {
        self.folder = folder
        self.replacing = replacing
        self.language = language
    }

    private var fileNames: [String] {
        [Self.database, "datapackage.json", "checksum.csv", "codebook.md", "CITATION.cff"]
            + PublishedTable.all.map { "\($0.name).csv" }
            + EngineRecipe.allCases.map { "\($0.rawValue).sql" }
    }

    /// As it is called when it is finished.
    private func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// Writes all files and returns what they are, with the rows of each.
    package func publish(
        _ archive: Archive, codebook: Codebook, measures: MeasureList, check: ArchiveCheck
    ) throws -> Sheet {
        do {
            return try write(archive, codebook: codebook, measures: measures, check: check)
        } catch ArchiveError.diskFull {
            // It names a part that is gone by now.
            throw ArchiveError.noRoomForCopy(path: folder)
        }
    }

    private func write(
        _ archive: Archive, codebook: Codebook, measures: MeasureList, check: ArchiveCheck
    ) throws -> Sheet {
        let meanings = CodebookRows(codebook, indicators: archive.indicators, measures: measures)
        let whole = try OutputFolder(folder, of: fileNames, mark: "checksum.csv", replacing: replacing)
        let partial = whole.path(Self.database)
        let rows = PublishedRows(codebook, meanings).all()
        let measured = PublishedMeasures(archive, measures, counties: try archive.countyIDs())
        let publication = try Publication(of: archive, at: partial, adding: rows) { add in
            try PublishedRows.findings({ try check.visit(Filter(), $0) }, { try add(.finding, $0) })
            try measured.write(add)
        }
        var sheet = Sheet(columns: [
            Column("file", Phrase(zh: "文件", en: "file")), Column("rows", Phrase(zh: "行数", en: "rows"), .number),
            Column("content", Phrase(zh: "内容", en: "content")),
        ])
        func tell(_ name: String, _ rows: Int?, _ content: Phrase) {
            sheet.rows.append([.text(path(name)), rows.map(Entry.count) ?? .empty, .text(content[language])])
        }
        for table in PublishedTable.all {
            tell("\(table.name).csv", try writeCSV(table, publication, to: whole), table.meaning)
        }
        let checksum = try FigureChecksum(of: publication)
        try write("checksum.csv", Data(checksum.csv.utf8), to: whole)
        tell("checksum.csv", 1, Phrase(zh: "数字的校验值", en: "checksum of the figures"))
        try write("datapackage.json", DataPackage.json(language), to: whole)
        tell(
            "datapackage.json", nil,
            Phrase(zh: "CSV 的说明（Frictionless）", en: "description of the CSV files (Frictionless)"))
        try write("codebook.md", Data(CodebookText(meanings).markdown.utf8), to: whole)
        tell("codebook.md", nil, Phrase(zh: "代码手册，同 codebook.csv", en: "the codebook, as in codebook.csv"))
        let citation = CitationFile.text(try archive.status(), checksum: checksum.sha256)
        try write("CITATION.cff", Data(citation.utf8), to: whole)
        tell("CITATION.cff", nil, Phrase(zh: "如何引用", en: "how to cite the data"))
        for recipe in EngineRecipe.allCases {
            try write("\(recipe.rawValue).sql", Data(recipe.recipe.utf8), to: whole)
            tell("\(recipe.rawValue).sql", nil, Phrase(zh: "装入语句", en: "statements that load them"))
        }
        try publication.close()
        try whole.commit()
        tell(Self.database, nil, Phrase(zh: "SQLite 文件，各表与 CSV 相同", en: "SQLite file of the same tables"))
        return sheet
    }

    private func writeCSV(_ table: PublishedTable, _ publication: Publication, to folder: OutputFolder) throws -> Int {
        let columns = table.columns.map { Column($0.name, $0.meaning, $0.kind.isNumber ? .number : .text) }
        return try folder.write("\(table.name).csv") { file in
            let writer = SheetWriter(.csv, language: language, audience: .program, to: file.write)
            var count = 0
            try writer.write(Sheet(columns: columns)) { add in
                try publication.rows(of: table) { values in
                    count += 1
                    try add(zip(values, table.columns).map { Entry($0, $1.kind) })
                }
            }
            try writer.finish()
            return count
        }
    }

    private func write(_ name: String, _ data: Data, to folder: OutputFolder) throws {
        try folder.write(name) { file in try data.withUnsafeBytes(file.write) }
    }
}

extension Entry {
    /// A value of a published column: 294 of such as may have decimals, where SQLite has 294.0.
    fileprivate init(_ value: SQLValue, _ kind: PublishedTable.Column.Kind) {
        guard kind == .decimal, case .real(let number) = value, let whole = Int64(exactly: number) else {
            self.init(value)
            return
        }
        self.init(.integer(whole))
    }

    /// A value as SQLite has it.
    init(_ value: SQLValue) {
        switch value {
        case .null: self = .empty
        case .integer(let integer):
            var number = Number(integer)
            number.isGrouped = false
            self = .number(number)
        case .real(let number): self = number.isFinite ? .decimal("\(number)") : .text("\(number)")
        case .text(let text): self = .text(text)
        case .blob(let bytes): self = .text(bytes.hexadecimal)
        }
    }
}
