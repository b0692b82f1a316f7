import Catalogue
import Output
import Storage
import Values

/// The archive's tables and views as a list that a person or a program can read.
package enum SchemaTables {
    /// What is worked out when a statement names it.
    private static let measures = SchemaNotes.Relation(
        name: MeasureTable.name, isView: true,
        meaning: Phrase(
            zh: "现用年报的派生指标（公开率等），查询写到它时才计算", en: "measures of the current reports, worked out when a query names it"),
        columns: MeasureTable.columns.map { SchemaNotes.Column(name: $0.name, meaning: $0.meaning) })

    /// - Parameter names: which of them; all for none.
    package static func sheet(_ names: [String], _ language: Language) throws -> Sheet {
        let relations = try SchemaNotes.load().relations + [measures]
        if let unknown = names.first(where: { name in !relations.contains { $0.name == name } }) {
            throw UnknownRelation(name: unknown, known: relations.map(\.name))
        }
        var sheet = Sheet(columns: [
            Column("relation", Phrase(zh: "表或视图", en: "table or view")),
            Column("kind", Phrase(zh: "种类", en: "kind")),
            Column("column", Phrase(zh: "列", en: "column")),
            Column("description", Phrase(zh: "含义", en: "description")),
        ])
        for relation in relations where names.isEmpty || names.contains(relation.name) {
            let kind = relation.isView ? Phrase(zh: "视图", en: "view") : Phrase(zh: "表", en: "table")
            sheet.rows.append([
                .text(relation.name), .text(kind[language]), .empty, .text(relation.meaning[language]),
            ])
            sheet.rows += relation.columns.map { column in
                [.text(relation.name), .text(kind[language]), .text(column.name), .text(column.meaning[language])]
            }
        }
        return sheet
    }
}

/// A name that no table or view of the archive bears.
package struct UnknownRelation: ExplainedError {
    package let name: String
    package let known: [String]

    package var status: ExitStatus { .usage }

    package var explanation: Phrase {
        let nearest = Nearest.name(to: name, among: known)
        return Phrase(
            zh: "没有表或视图“\(name)”\(nearest.map { "，是否指 \($0)？" } ?? "，可用 nianbao schema 查看")",
            en:
                """
                there is no table or view '\(name)'\(nearest.map { "; did you mean \($0)?" } ?? "; see nianbao schema")
                """
        )
    }
}
