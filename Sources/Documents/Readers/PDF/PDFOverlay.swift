/// What is stamped or printed over a table: the lettering of a seal, a watermark. It is no part of any cell.
enum PDFOverlay {
    /// Leaves out the characters that lie across lines or on others, and all of their kind: those of the same size and
    /// ink that are unlike the table's own.
    static func removed(
        from glyphs: [PDFGlyph], isIn: (PDFGlyph) -> Bool, crosses: (PDFGlyph) -> Bool
    ) -> [PDFGlyph] {
        let kinds = Dictionary(grouping: glyphs.indices.filter { isIn(glyphs[$0]) }) { Kind(glyphs[$0]) }
        guard kinds.count > 1, let own = kinds.max(by: { $0.value.count < $1.value.count })?.key else { return glyphs }
        var overlays = Set<Kind>()
        for (kind, members) in kinds where kind.isUnlike(own) {
            if members.contains(where: { crosses(glyphs[$0]) || overlaps(glyphs[$0], glyphs, kind) }) {
                overlays.insert(kind)
            }
        }
        return overlays.isEmpty ? glyphs : glyphs.filter { !overlays.contains(Kind($0)) }
    }

    private struct Kind: Hashable {
        var size: Int
        var lightness: Int

        init(_ glyph: PDFGlyph) {
            size = Int(glyph.size.rounded())
            lightness = Int((glyph.lightness * 20).rounded())
        }

        func isUnlike(_ other: Kind) -> Bool {
            abs(lightness - other.lightness) > 3 || Double(size) > 1.5 * Double(other.size)
        }
    }

    private static func overlaps(_ glyph: PDFGlyph, _ others: [PDFGlyph], _ kind: Kind) -> Bool {
        others.contains { other in
            let across = min(glyph.box.right, other.box.right) - max(glyph.box.left, other.box.left)
            let down = min(glyph.box.bottom, other.box.bottom) - max(glyph.box.top, other.box.top)
            let reach = 0.25 * min(glyph.size, other.size)
            return across > reach && down > reach && Kind(other) != kind
        }
    }
}

/// What stands in a ruled cell.
enum PDFCellText {
    /// Stands for what is seen and cannot be read: characters over one another, a number of two cells, a place that the
    /// page's edge cuts.
    static let unread = "\u{FFFD}"

    static func text(of glyphs: [PDFGlyph], in box: PDFBox, areas: [PDFArea]) -> String {
        let seen = upright(glyphs.filter { !$0.isStruck })
        guard !seen.isEmpty else {
            guard glyphs.isEmpty else { return struck(glyphs) }
            return holdsInk(box, areas) ? String(decoding: ObjectMark.bytes, as: UTF8.self) : ""
        }
        let lines = PDFLine.lines(of: PDFWord.words(of: seen))
        let text = PDFLine.joined(lines.map(\.cellText))
        return overlap(seen) ? text + unread : text
    }

    /// A cell in which nothing is left but what is struck out: it is not blank.
    private static func struck(_ glyphs: [PDFGlyph]) -> String {
        var line: [UInt8] = []
        StruckText.append(PDFWord.words(of: glyphs).flatMap { Array($0.text.utf8) }, to: &line)
        return String(decoding: line, as: UTF8.self)
    }

    /// Text that is printed lying down, turned.
    private static func upright(_ glyphs: [PDFGlyph]) -> [PDFGlyph] {
        guard glyphs.contains(where: { $0.turns != 0 }) else { return glyphs }
        return PDFPage(width: 0, height: 0, glyphs: glyphs).upright().glyphs
    }

    /// Whether two characters stand on one another: which of them counts cannot be known.
    private static func overlap(_ glyphs: [PDFGlyph]) -> Bool {
        let row = glyphs.sorted { $0.box.left < $1.box.left }
        for (index, glyph) in row.enumerated() {
            for other in row[(index + 1)...] {
                guard other.box.left < glyph.box.right - 0.5 * min(glyph.box.width, other.box.width) else { break }
                let down = min(glyph.box.bottom, other.box.bottom) - max(glyph.box.top, other.box.top)
                if down > 0.6 * min(glyph.size, other.size) { return true }
            }
        }
        return false
    }

    /// Whether something is drawn in a cell that is not its ground.
    private static func holdsInk(_ box: PDFBox, _ areas: [PDFArea]) -> Bool {
        areas.contains { area in
            guard box.contains(area.box.centre), area.box.width > 1, area.box.height > 1 else { return false }
            let isGround = area.isCover && area.box.width * area.box.height > 0.5 * box.width * box.height
            return !isGround && area.box.width < 1.2 * box.width && area.box.height < 1.2 * box.height
        }
    }
}
