/// A rectangle on a page in points, y downwards from the top.
struct PDFBox: Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var centre: (x: Double, y: Double) { ((left + right) / 2, (top + bottom) / 2) }
}

/// Characters that stand together, and where.
struct PDFWord: Equatable {
    var text: String
    var box: PDFBox

    /// The size of the type. The box's height says little: fonts of ideographs claim up to three times what they fill.
    var size: Double {
        let units = text.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) }
        return min((box.right - box.left) / max(units, 0.5), box.bottom - box.top)
    }
}

/// The words of one page, in the order of the file.
struct PDFPage {
    var width: Double
    var height: Double
    var words: [PDFWord]

    /// The pages of what `pdftotext -bbox-layout` writes; the parser of HTML has made its attributes lower case.
    static func all(in tree: XMLTree) -> [PDFPage] {
        var pages: [PDFPage] = []
        collect(from: tree.root, into: &pages)
        return pages
    }

    private static func collect(from node: XMLNode?, into pages: inout [PDFPage]) {
        for element in node?.children.filter(\.isElement) ?? [] {
            guard element.name == "page" else {
                collect(from: element, into: &pages)
                continue
            }
            var page = PDFPage(width: element.number("width"), height: element.number("height"), words: [])
            page.addWords(below: element)
            pages.append(page)
        }
    }

    private mutating func addWords(below node: XMLNode) {
        for element in node.elements {
            guard element.name == "word" else {
                addWords(below: element)
                continue
            }
            let box = PDFBox(
                left: element.number("xmin"), top: element.number("ymin"), right: element.number("xmax"),
                bottom: element.number("ymax"))
            let text = element.text
            if !text.isEmpty, box.right > box.left, box.bottom > box.top { words.append(PDFWord(text: text, box: box)) }
        }
    }
}

extension XMLNode {
    fileprivate func number(_ name: StaticString) -> Double {
        let value = attribute(name).flatMap { Double($0) } ?? 0
        return value.isFinite ? value : 0
    }
}

/// Words that stand side by side, from left to right.
struct PDFLine {
    var words: [PDFWord]
    var box: PDFBox

    /// The size of the line's largest type.
    var size: Double { words.map(\.size).max() ?? 0 }

    /// Words whose middles are within half a letter of each other make a line; lines come from top to bottom.
    static func lines(of words: [PDFWord]) -> [PDFLine] {
        var lines: [PDFLine] = []
        for word in words.sorted(by: { $0.box.centre.y < $1.box.centre.y }) {
            if let last = lines.last?.words.first, word.box.centre.y - last.box.centre.y < min(word.size, last.size) / 2
            {
                lines[lines.count - 1].add(word)
            } else {
                lines.append(PDFLine(words: [word], box: word.box))
            }
        }
        for index in lines.indices { lines[index].words.sort { $0.box.left < $1.box.left } }
        return lines
    }

    private mutating func add(_ word: PDFWord) {
        words.append(word)
        box.left = min(box.left, word.box.left)
        box.right = max(box.right, word.box.right)
    }

    /// The line's text; a gap wider than an ideograph is a tab, so that cells without ruled lines stay apart.
    var text: String {
        var text = ""
        var end: Double?
        let size = self.size
        for word in words {
            if let end {
                let gap = word.box.left - end
                if gap > size { text += "\t" } else { Self.join(&text, gap > size * 0.2) }
            }
            text += word.text
            end = word.box.right
        }
        return text
    }

    /// Joins lines or words whose break is the layout's and not the text's: ideographs directly, Latin words and numbers by a
    /// space, lest two numbers become one.
    static func joined(_ texts: some Sequence<String>) -> String {
        var result = ""
        for text in texts where !text.isEmpty {
            if let last = result.last, let first = text.first { join(&result, last.isASCII && first.isASCII) }
            result += text
        }
        return result
    }

    private static func join(_ text: inout String, _ withSpace: Bool) {
        if withSpace, !text.isEmpty { text += " " }
    }
}
