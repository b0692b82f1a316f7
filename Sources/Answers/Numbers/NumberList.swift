import Catalogue
import Output
import Storage
import Values

/// Numbers of the narrative by what is said of them, whether or not an indicator took them, each with its sentence.
package struct NumberList {
    private let archive: Archive
    private let words: RoleWords
    private let filter: Filter
    private let wanted: NumberFilter
    private let language: Language

    package init(
        _ archive: Archive, _ words: RoleWords, filter: Filter, wanted: NumberFilter, language: Language
    ) {
        self.archive = archive
        self.words = words
        self.filter = filter
        self.wanted = wanted
        self.language = language
    }

    /// The roles that have columns, in the order of the columns.
    private static let roles: [NarrativeRole] = [.object, .act, .carrier, .source, .standing, .time, .level]

    private static let columns =
        [Columns.county, Columns.township, Columns.year, Columns.value, Columns.unit, Columns.qualifier]
        + roles.map { Column($0.name, $0.label) } + [
            Columns.indicator, Column("sentence", Phrase(zh: "原文", en: "sentence")),
            Column("file", Phrase(zh: "出处", en: "file")),
        ]

    /// - Parameter isForPeople: whether values of roles are told by their labels; programs get their names.
    /// - Returns: how many numbers there were.
    @discardableResult package func write(to writer: SheetWriter, isForPeople: Bool) throws -> Int {
        var count = 0
        var sheet = Sheet(columns: Self.columns)
        sheet.name = Phrase(zh: "文中数字", en: "Numbers")
        try writer.write(sheet) { add in
            try archive.numbers(filter, wanted) { number, text in
                count += 1
                try add(row(number, text, isForPeople: isForPeople))
            }
        }
        return count
    }

    private func row(_ number: ToldNumber, _ text: [UInt8], isForPeople: Bool) -> [Entry] {
        var row: [Entry] = [
            .text(number.place.county), .text(number.place.township), .year(number.year),
            .number(Number(number.amount, number.scale)), .text(number.unit),
            isForPeople ? .empty : .qualifier(number.amount.qualifier),
        ]
        for role in Self.roles {
            let names = number.description?.names[role] ?? []
            row.append(.list(isForPeople ? names.map { words.label($0, of: role)[language] } : names))
        }
        return row + [
            .text(number.indicator.map { archive.indicators[$0].code } ?? ""),
            .text(Passage.oneLine(Passage(around: number.range, in: text).marked)),
            .text("\(number.path):\(number.line)"),
        ]
    }

    /// That the answer is not the whole, where some reports were read before numbers were described.
    package var warning: Phrase? {
        get throws {
            let count = try archive.undescribedReports(filter)
            guard count > 0 else { return nil }
            return Phrase(
                zh: "有 \(count) 份年报是旧版程序读的，其中的数字没有说明，请运行 nianbao reread",
                en: "the numbers of \(count) reports were read before they were described; run nianbao reread")
        }
    }
}

extension ToldNumber {
    var scale: Scale { Unit.displayScale(written: unit) }
}
