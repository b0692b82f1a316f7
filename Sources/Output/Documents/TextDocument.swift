import Values

/// A letter or a brief: headings, paragraphs and tables, ready to be written as Word, Markdown or a page.
package struct TextDocument: Sendable, Equatable {
    package enum Block: Sendable, Equatable {
        /// Level 1 is a chapter; the document's title stands above all.
        case heading(String, level: Int)
        case paragraph(String, Placement)
        /// Prose whose numbers have footnotes.
        case noted([Span])
        case table(Table)
        /// The headings below, each leading to its place, under a title of its own.
        case contents(title: String)
    }

    /// A stretch of a paragraph, and the footnote behind it.
    package struct Span: Sendable, Equatable {
        package var text: String
        package var note: String?

        package init(_ text: String, note: String? = nil) {
            self.text = text
            self.note = note
        }
    }

    package enum Placement: Sendable {
        /// Its first line indented by two characters, as Chinese prose is.
        case prose
        /// From the margin on: whom a letter goes to.
        case margin
        /// At the right: who signs, and when.
        case right
    }

    package struct Table: Sendable, Equatable {
        package var header: [String]
        package var rows: [[String]]
        /// How wide the columns are, as parts of their sum.
        package var widths: [Int]
        /// The columns of numbers, which stand at the right.
        package var numeric: Set<Int>
        /// The footnotes of cells.
        package var notes: [CellPlace: String] = [:]

        package init(header: [String], widths: [Int], rows: [[String]] = [], numeric: Set<Int> = []) {
            self.header = header
            self.widths = widths
            self.rows = rows
            self.numeric = numeric
        }
    }

    /// A cell below a table's header.
    package struct CellPlace: Sendable, Hashable {
        package let row: Int
        package let column: Int

        package init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    /// What a document can be written as; the raw value is the file's ending.
    package enum Form: String, Sendable, CaseIterable {
        case docx
        case md
        case html
    }

    package var title: String
    package var language: Language
    package var blocks: [Block]

    package init(title: String, language: Language = .chinese, blocks: [Block] = []) {
        self.title = title
        self.language = language
        self.blocks = blocks
    }

    package func bytes(as form: Form) throws -> [UInt8] {
        switch form {
        case .docx: try WordDocument(self).bytes()
        case .md: Array(markdown.utf8)
        case .html: Array(page.text.utf8)
        }
    }

    /// The headings in their order.
    var headings: [(text: String, level: Int)] {
        blocks.compactMap { if case .heading(let text, let level) = $0 { (text, level) } else { nil } }
    }
}

/// The footnotes of a document, numbered in the order in which they are come by.
struct Footnotes {
    private(set) var texts: [String] = []

    /// The number of one more footnote.
    mutating func add(_ text: String) -> Int {
        texts.append(text)
        return texts.count
    }
}
