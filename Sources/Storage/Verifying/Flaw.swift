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
        }
    }
}

/// What a verification went through, and what it found.
package struct Verification: Sendable, Equatable {
    package internal(set) var documents = 0
    package internal(set) var reports = 0
    package internal(set) var figures = 0
    package internal(set) var flaws: [Flaw] = []
}
