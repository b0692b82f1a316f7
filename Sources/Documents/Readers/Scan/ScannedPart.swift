/// A part of a page that was cut out to be recognised.
struct ScannedPart {
    /// What was seen in a part.
    enum Content {
        case words([Tesseract.Word])
        case figure(String)

        /// The letters alone.
        var text: String {
            switch self {
            case .words(let words): words.map(\.text).joined()
            case .figure(let text): text
            }
        }
    }

    /// The file it lies in, if it is text.
    var name: String
    /// Pixels of the picture that lies there.
    var area: Int
    /// Where the picture's top left pixel lies on the page.
    var left: Int
    var top: Int
    /// The cell it fills; nil of the text around tables.
    var cell: PDFBox?
    /// Of what looks like a figure, the widths of its strokes.
    var widths: [Double]?
    /// What may be a figure, cut out.
    var figure: FigurePicture?

    var isFigure: Bool { widths != nil }
}

/// Words that the program found on one line.
struct ScannedLine {
    var words: [Tesseract.Word]

    /// The lines of words in their order; those of one line have the same upper and lower side.
    static func lines(of words: [Tesseract.Word]) -> [ScannedLine] {
        var lines: [ScannedLine] = []
        for word in words {
            if let last = lines.last?.words.last, last.box.top == word.box.top, last.box.bottom == word.box.bottom {
                lines[lines.count - 1].words.append(word)
            } else {
                lines.append(ScannedLine(words: [word]))
            }
        }
        return lines
    }
}

extension PDFPage {
    /// Adds the characters of a line where they were seen.
    mutating func add(_ line: ScannedLine, left: Int, top: Int) {
        var end = -Double.infinity
        for word in line.words {
            let start = max(Double(word.box.left + left) * PixelScale.points, end)
            end = max(Double(word.box.right + left) * PixelScale.points, start + 0.1)
            let box = PDFBox(
                left: start, top: Double(word.box.top + top) * PixelScale.points, right: end,
                bottom: Double(word.box.bottom + top) * PixelScale.points)
            spread(word.text, over: box, size: box.height)
        }
    }

    /// Adds the lines of a cell: in their order, one below the other, well within it, as no line of its table is to
    /// cross them.
    mutating func add(_ lines: [String], in cell: PDFBox) {
        for (number, line) in lines.enumerated() where !line.isEmpty {
            let height = 0.8 * cell.height / Double(lines.count)
            let widths = line.unicodeScalars.reduce(0) { $0 + Self.width(of: $1) }
            let size = min(height, 0.8 * cell.width / max(widths, 1), 10)
            let top = cell.top + 0.1 * cell.height + Double(number) * height
            let left = cell.centre.x - size * widths / 2
            spread(
                line, over: PDFBox(left: left, top: top, right: left + size * widths, bottom: top + size), size: size)
        }
    }

    private mutating func spread(_ text: String, over box: PDFBox, size: Double) {
        let widths = text.unicodeScalars.reduce(0) { $0 + Self.width(of: $1) }
        guard widths > 0 else { return }
        var left = box.left
        for scalar in text.unicodeScalars {
            let right = left + box.width * Self.width(of: scalar) / widths
            glyphs.append(
                PDFGlyph(
                    scalar: scalar, box: PDFBox(left: left, top: box.top, right: right, bottom: box.bottom), size: size,
                    turns: 0, lightness: 0, order: glyphs.count))
            left = right
        }
    }

    /// In letters.
    private static func width(of scalar: Unicode.Scalar) -> Double { scalar.isASCII ? 0.5 : 1 }
}
