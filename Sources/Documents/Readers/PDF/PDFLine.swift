/// Characters that stand together, and where.
struct PDFWord: Equatable {
    var text: String
    var box: PDFBox
    /// The size of the type.
    var size: Double
}

extension PDFPage {
    /// Its upright text.
    var lines: [PDFLine] {
        PDFLine.lines(of: PDFWord.words(of: glyphs.filter { $0.turns == 0 && !$0.isStruck })).map { line in
            var line = line
            line.isCut = line.box.left < 1 || line.box.right > width - 1
            return line
        }
    }
}

extension PDFWord {
    /// The words of characters, from top to bottom and from left to right. A gap of a third of a letter ends a word,
    /// and a smaller one between ideographs, which stand close, or before the number of an item.
    ///
    /// A small character that is raised is the mark of a note, and written as one: `1372²` says 1372.
    static func words(of glyphs: [PDFGlyph]) -> [PDFWord] {
        let rows = rows(of: glyphs)
        let columns = PDFFigureColumns(rows)
        return rows.flatMap { row in
            var words: [PDFWord] = []
            let marks = marks(in: row)
            for (index, glyph) in row.enumerated() {
                if marks.contains(index), !words.isEmpty {
                    words[words.count - 1].appendMark(glyph)
                    continue
                }
                let limit = columns.isEmpty || !columns.begin(at: index, in: row) ? Self.gap(before: index, in: row) : 0
                if let last = words.last, glyph.box.left - last.box.right < limit * min(glyph.size, last.size),
                    glyph.box.left - last.box.left > -0.5 * glyph.size
                {
                    words[words.count - 1].text.unicodeScalars.append(glyph.scalar)
                    words[words.count - 1].box.formUnion(glyph.box)
                } else {
                    words.append(PDFWord(text: String(glyph.scalar), box: glyph.box, size: glyph.size))
                }
            }
            return words
        }
    }

    /// The least gap, in letters, that ends a word before a character.
    private static func gap(before index: Int, in row: [PDFGlyph]) -> Double {
        guard index > 0, !row[index - 1].scalar.isASCII else { return 0.3 }
        guard row[index].scalar.isASCII else { return 0.06 }
        let isItem =
            row[index].scalar.properties.numericType == .decimal && index + 1 < row.count
            && ".．、".unicodeScalars.contains(row[index + 1].scalar)
        return isItem ? 0.03 : 0.3
    }

    /// Characters whose middles are within half a letter of each other, from left to right.
    private static func rows(of glyphs: [PDFGlyph]) -> [[PDFGlyph]] {
        var rows: [[PDFGlyph]] = []
        for glyph in glyphs.sorted(by: { $0.box.centre.y < $1.box.centre.y }) {
            if let last = rows.last?.last,
                glyph.box.centre.y - last.box.centre.y < reach(glyph, last),
                let first = rows.last?.first,
                glyph.box.centre.y - first.box.centre.y < 0.7 * max(glyph.size, first.size)
            {
                rows[rows.count - 1].append(glyph)
            } else {
                rows.append([glyph])
            }
        }
        return rows.map { $0.sorted { $0.box.left < $1.box.left } }
    }

    /// Half a letter; between letters of different sizes nearly half the larger, since one may be the mark of a note.
    private static func reach(_ one: PDFGlyph, _ other: PDFGlyph) -> Double {
        max(0.5 * min(one.size, other.size), 0.45 * max(one.size, other.size))
    }

    /// Which characters are raised and small: the marks of notes.
    private static func marks(in row: [PDFGlyph]) -> Set<Int> {
        guard let base = row.max(by: { $0.size < $1.size }), row.contains(where: { $0.size < 0.9 * base.size }) else {
            return []
        }
        return Set(
            row.indices.filter { index in
                let glyph = row[index]
                guard glyph.size < 0.9 * base.size else { return false }
                // What a mark belongs to stands close before it; a small line beside another is one of its own.
                let owner = row[..<index].last { $0.size > 0.9 * base.size }
                guard let owner, glyph.box.left - owner.box.right < base.size else { return false }
                return owner.baseline - glyph.baseline > 0.2 * base.size
            })
    }

    private mutating func appendMark(_ glyph: PDFGlyph) {
        var bytes = Array(text.utf8)
        RaisedText.append(String(glyph.scalar).utf8, to: &bytes)
        text = String(decoding: bytes, as: UTF8.self)
        box.right = max(box.right, glyph.box.right)
    }
}

/// Words that stand side by side, from left to right.
struct PDFLine {
    var words: [PDFWord]
    var box: PDFBox
    /// Whether the page's edge cuts it: what comes behind may not even be in the file.
    var isCut = false

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

    func shifted(down distance: Double) -> PDFLine {
        var line = self
        line.box.shift(down: distance)
        for index in line.words.indices { line.words[index].box.shift(down: distance) }
        return line
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

    /// Whether a text begins as a numbered item does: `1.`, `（一）`, `一、`.
    static func beginsItem(_ text: String) -> Bool {
        let start = text.prefix(3)
        guard let first = start.first else { return false }
        let numerals = "0123456789一二三四五六七八九十"
        if "（(".contains(first) { return start.dropFirst().first.map { numerals.contains($0) } ?? false }
        return numerals.contains(first) && start.dropFirst().contains { ".．、".contains($0) }
    }

    /// The line's text in a ruled cell, where a gap is never one between cells.
    var cellText: String { Self.joined(words.map(\.text)) }

    /// Joins lines or words whose break is the layout's and not the text's: ideographs directly, Latin words and
    /// numbers by a space, lest two numbers become one.
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
