import Values

/// Something that an archive promises and does not hold.
package enum Flaw: Sendable, Equatable, Explained {
    /// What SQLite's own check of its pages, indexes and constraints says.
    case structure(Phrase)
    /// A row that refers to one that is not there.
    case reference(table: String, row: Int64, parent: String)
    /// The stored original is not the file whose hash was taken when it came in.
    case original(path: String)
    /// An original that no document refers to.
    case orphan(name: String)
    /// The transcript is no UTF-8.
    case transcript(path: String)
    /// A position outside the transcript, or within a character of it.
    case position(path: String, what: String, range: Range<Int>)
    /// A position at which something else stands than what was read there.
    case evidence(path: String, what: String, found: String)
    /// As many figures as were read, and as many as are there.
    case count(path: String, expected: Int, found: Int)
    /// Revisions that do not follow one another.
    case revision(Place, year: Int)
    /// Values that the schema does not admit; the row is one of them.
    case constraint(table: String, row: Int64)
    /// Rows that are not as this program wrote them.
    case unchained(Chaining, table: String, row: Int64)
    /// A link of the chain that does not follow from those before it: it was changed to fit its row.
    case chain(table: String, row: Int64)
    /// The archive does not contain the state whose digest was given.
    case digest(String)
    /// A table, view, trigger or index that is not the program's own, or one of these that is gone or other.
    case schema(SchemaDifference)

    /// How rows differ from the chain.
    package enum Chaining: Sendable, Equatable {
        case changed
        case added
        case removed
        /// Entered again where rows stay as they were entered.
        case rewritten
    }

    /// A stable word for programs.
    package var kind: String {
        switch self {
        case .structure: "structure"
        case .reference: "reference"
        case .original: "original"
        case .orphan: "orphan"
        case .transcript: "transcript"
        case .position: "position"
        case .evidence: "evidence"
        case .count: "count"
        case .revision: "revision"
        case .constraint: "constraint"
        case .unchained, .chain: "chain"
        case .digest: "digest"
        case .schema: "schema"
        }
    }

    package var explanation: Phrase {
        switch self {
        case .structure(let detail):
            Phrase(zh: "数据库结构损坏：\(detail.zh)", en: "the database is damaged: \(detail.en)")
        case .reference(let table, let row, let parent):
            Phrase(
                zh: "表 \(table) 第 \(row) 行所指的 \(parent) 记录不存在",
                en: "row \(row) of \(table) refers to a row of \(parent) that is not there")
        case .original(let path):
            Phrase(
                zh: "\(path) 的原件与入档时的校验值不符",
                en: "the original of \(path) is not the file that was archived: its SHA-256 differs")
        case .orphan(let name):
            Phrase(zh: "原件 \(name) 没有对应的文档", en: "the original \(name) belongs to no document")
        case .transcript(let path):
            Phrase(zh: "\(path) 的文本不是有效的 UTF-8", en: "the transcript of \(path) is not valid UTF-8")
        case .position(let path, let what, let range):
            Phrase(
                zh: "\(path)：\(what) 的位置 \(range) 不在文本之内",
                en: "\(path): the position \(range) of \(what) is not one of its transcript")
        case .evidence(let path, let what, let found):
            Phrase(
                zh: "\(path)：\(what) 所指的原文“\(found)”不是档案中的数",
                en: "\(path): '\(found)' stands where \(what) was read, which is not what the archive has")
        case .count(let path, let expected, let found):
            Phrase(
                zh: "\(path)：应有 \(expected) 个数字，实有 \(found) 个",
                en: "\(path): \(expected) figures were read, \(found) are there")
        case .revision(let place, let year):
            Phrase(
                zh: "\(place)\(year)年年报的各版不相衔接",
                en: "the revisions of the report of \(place) for \(year) do not follow one another")
        case .constraint(let table, let row):
            Phrase(
                zh: "表 \(table) 第 \(row) 行有不允许的值",
                en: "row \(row) of \(table) has a value that is not admitted")
        case .unchained(let how, let table, let row): how.explanation(table, row)
        case .chain(let table, let row):
            Phrase(
                zh: "表 \(table) 第 \(row) 行的校验链记录被改过",
                en: "the link of the chain for row \(row) of \(table) was changed")
        case .digest(let digest):
            Phrase(
                zh: "档案不含校验码 \(digest) 所记的内容：请先核对校验码有没有抄错、是不是这个档案的；都没有错，就是档案被换过或改过",
                en: "the archive does not contain what \(digest) stands for: look first whether the digest was copied "
                    + "right and is this archive's; if so, the archive was exchanged or changed")
        case .schema(let difference): difference.explanation
        }
    }
}

extension Flaw.Chaining {
    fileprivate func explanation(_ table: String, _ row: Int64) -> Phrase {
        let (zh, en) = Self.subject(table, row)
        return switch self {
        case .changed: Phrase(zh: "\(zh)被其他程序改过", en: "\(en) was changed by another program")
        case .added: Phrase(zh: "\(zh)是其他程序加入的", en: "\(en) was added by another program")
        case .removed: Phrase(zh: "\(zh)被其他程序删除", en: "\(en) was removed by another program")
        case .rewritten: Phrase(zh: "\(zh)入档后被改写", en: "\(en) was written anew after it was archived")
        }
    }

    /// A row by its id, or the rows that belong to an owner.
    private static func subject(_ table: String, _ row: Int64) -> (zh: String, en: String) {
        switch Relation.all.first(where: { $0.table == table })?.owner {
        case "id"?, nil: ("表 \(table) 第 \(row) 行", "row \(row) of \(table)")
        case "0"?: ("表 \(table)", "the table \(table)")
        case let owner?: ("表 \(table) 中 \(owner) = \(row) 的行", "what \(table) has with \(owner) = \(row)")
        }
    }
}

/// What a verification went through, and what it found.
package struct Verification: Sendable, Equatable {
    package internal(set) var documents = 0
    package internal(set) var reports = 0
    package internal(set) var figures = 0
    /// The chain's last link, in hexadecimal: it stands for all that the archive holds, and all its past.
    package internal(set) var digest = ""
    package internal(set) var links = 0
    /// How many links came after the digest that the archive was held against.
    package internal(set) var linksSince: Int?
    package internal(set) var flaws: [Flaw] = []
}
