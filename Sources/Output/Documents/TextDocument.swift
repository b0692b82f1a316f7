/// A letter or a brief: headings, paragraphs and tables, ready to be written as Word, Markdown or a page.
package struct TextDocument: Sendable, Equatable {
    package enum Block: Sendable, Equatable {
        /// Level 1 is a chapter; the document's title stands above all.
        case heading(String, level: Int)
        case paragraph(String, Placement)
        case table(Table)
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

        package init(header: [String], widths: [Int], rows: [[String]] = []) {
            self.header = header
            self.widths = widths
            self.rows = rows
        }
    }

    /// What a document can be written as; the raw value is the file's ending.
    package enum Form: String, Sendable, CaseIterable {
        case docx
        case md
        case html
    }

    package var title: String
    package var blocks: [Block]

    package init(title: String, blocks: [Block] = []) {
        self.title = title
        self.blocks = blocks
    }

    package func bytes(as form: Form) throws -> [UInt8] {
        switch form {
        case .docx: try WordDocument(self).bytes()
        case .md: Array(markdown.utf8)
        case .html: Array(page.text.utf8)
        }
    }
}
