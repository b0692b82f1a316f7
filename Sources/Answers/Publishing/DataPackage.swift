import Foundation
import Storage
import Values

/// The description of a publication's CSV files as Frictionless Data Package v1 wants it, so that any tool can check
/// them.
struct DataPackage: Encodable {
    private struct Resource: Encodable {
        var name: String
        var path: String
        var profile = "tabular-data-resource"
        var title: String
        var format = "csv"
        var mediatype = "text/csv"
        var encoding = "utf-8"
        var schema: Schema
    }

    private struct Schema: Encodable {
        var fields: [Field]
        var missingValues = [""]
        var primaryKey: [String]
        var foreignKeys: [ForeignKey]?
    }

    private struct Field: Encodable {
        var name: String
        var type: String
        var title: String
        var constraints: Constraints
    }

    private struct Constraints: Encodable {
        var required: Bool
    }

    private struct ForeignKey: Encodable {
        struct Reference: Encodable {
            var resource: String
            var fields: [String]
        }
        var fields: [String]
        var reference: Reference
    }

    private var name = "nianbao"
    private var profile = "tabular-data-package"
    private var title: String
    private var resources: [Resource]

    private init(_ language: Language) {
        title = Phrase(zh: "乡镇政府信息公开年报数据", en: "Townships' yearly reports on information disclosure")[language]
        resources = PublishedTable.all.map { table in
            let fields = table.columns.map { column in
                Field(
                    name: column.name, type: column.kind.name, title: column.meaning[language],
                    constraints: Constraints(required: column.isRequired))
            }
            let keys = table.references.map { reference in
                ForeignKey(
                    fields: reference.columns, reference: .init(resource: reference.table, fields: reference.targets))
            }
            return Resource(
                name: table.name, path: "\(table.name).csv", title: table.meaning[language],
                schema: Schema(fields: fields, primaryKey: table.key, foreignKeys: keys.isEmpty ? nil : keys))
        }
    }

    static func json(_ language: Language) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(DataPackage(language)) + Data("\n".utf8)
    }
}
