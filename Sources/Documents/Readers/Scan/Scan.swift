import Values

/// Pages that are pictures, read by recognising what is in the cells of their tables, cut out along the ruled lines,
/// and then what stands around them.
///
/// What comes out are pages with characters and lines, as if they had been printed: the same reader of tables goes on
/// with them. A figure is read twice, as digits alone and as any text, and counts where both say the same; a cell is
/// blank only where nothing is to be seen in it.
struct Scan {
    static let format = Phrase(zh: "扫描件、图片", en: "scans and pictures")

    private let drawing: PageDrawing
    /// Nil where it is not installed, which matters only once there is something to be recognised.
    private let tesseract: Tesseract?
    private let folder: WorkFolder
    private var pages: [PDFPage] = []
    private var parts: [ScannedPart] = []

    /// Cells with writing in them that make a picture a table.
    private static let leastTable = 8

    /// Paper around a part, without which its outer letters are not recognised.
    private static let border = 12
    /// Figures that are lower, in pixels, are enlarged.
    private static let legible = 26

    /// Reads some of a file's pages, by their place among all, and gives back all.
    ///
    /// - Parameters:
    ///   - isPicture: whether the file is a picture.
    ///   - needsTable: whether only tables are of interest: where none is, nothing is read.
    static func read(
        _ numbers: [Int], of pages: [PDFPage], _ drawing: PageDrawing, programs: InstalledPrograms,
        isPicture: Bool = false,
        needsTable: Bool = false
    ) throws(DocumentError) -> [PDFPage] {
        var scan = try Scan(drawing, programs: programs)
        for number in numbers { try scan.add(pages[number], number: number + 1, isPicture: isPicture) }
        if needsTable, scan.parts.count(where: { $0.cell != nil }) < leastTable { return [] }
        var pages = pages
        let seen = try scan.finished()
        for (number, page) in zip(numbers, seen) { pages[number] = page }
        guard seen.contains(where: \.holdsChinese) else { throw .nothingRecognised }
        return pages
    }

    private init(_ drawing: PageDrawing, programs: InstalledPrograms) throws(DocumentError) {
        self.drawing = drawing
        folder = try WorkFolder()
        tesseract = programs.first(of: "tesseract").map { Tesseract(program: $0, limits: drawing.limits) }
    }

    /// Whether a page is a picture: it has no character, and a picture covers a good part of it.
    static func isPicture(_ page: PDFPage) -> Bool {
        page.glyphs.isEmpty
            && page.areas.contains {
                $0.pixels > 0 && $0.box.width * $0.box.height > 0.2 * page.width * page.height
            }
    }

    /// Draws a page, cuts it up and puts the parts aside.
    private mutating func add(_ page: PDFPage, number: Int, isPicture: Bool) throws(DocumentError) {
        let limits = drawing.limits
        guard pages.count < limits.scannedPages else { throw .limit(.scannedPages(limits.scannedPages)) }
        let pixels = page.areas.map(\.pixels).max() ?? 0
        guard pixels <= limits.pictureSide else { throw .limit(.pictureSide(limits.pictureSide, found: pixels)) }
        let side = PageDrawing.side(of: page, isPicture: isPicture)
        var raster = try drawing.raster(ofPage: number, side: side)
        var ink = Ink(raster)
        let angle = Skew.angle(of: ink)
        if abs(angle) > Skew.negligible {
            // The corners that come into the picture make it larger.
            let grown = Double(side) * Double(raster.width + raster.height) / Double(max(raster.width, raster.height))
            let more = Int(Double(side) + abs(angle) * .pi / 180 * (grown - Double(side)))
            raster = try drawing.raster(ofPage: number, side: more, turned: angle)
            ink = Ink(raster)
        }
        try cut(&raster, ink)
    }

    private mutating func cut(_ raster: inout Raster, _ ink: Ink) throws(DocumentError) {
        let number = pages.count
        var page = PDFPage(
            width: Double(raster.width) * PixelScale.points, height: Double(raster.height) * PixelScale.points)
        page.rules = ScanRules(ink).rules
        let tables = PDFLattice.outlines(of: page)
        var unclear: [PDFBox] = []
        for box in tables.flatMap(\.cells) {
            let place = PixelScale.pixels(box, in: raster)
            switch CellInk(place, of: raster, ink).look {
            case .blank: break
            case .unclear: unclear.append(box)
            case .writing(let part, let isFigure):
                try put(part, of: raster, page: number, cell: box, isFigure: isFigure)
            }
        }
        for table in tables { raster.clear(PixelScale.pixels(table.box, in: raster)) }
        if let rest = PixelBox(aroundInkOf: ink, outside: tables.map { PixelScale.pixels($0.box, in: raster) }) {
            try put(rest, of: raster, page: number)
        }
        for box in unclear { page.add([PDFCellText.unread], in: box) }
        pages.append(page)
    }

    private mutating func put(
        _ box: PixelBox, of raster: Raster, page: Int, cell: PDFBox? = nil, isFigure: Bool = false
    ) throws(DocumentError) {
        guard parts.count < Self.limit else { throw .limit(.tableCells(Self.limit)) }
        let part = ScannedPart(
            name: "\(parts.count).pgm", page: page, left: box.left - Self.border, top: box.top - Self.border,
            cell: cell, isFigure: isFigure)
        if isFigure, box.height < Self.legible {
            let large = raster.enlarged(box)
            try folder.write(large.graymap(of: large.bounds, border: Self.border), to: part.name)
        } else {
            try folder.write(raster.graymap(of: box, border: Self.border), to: part.name)
        }
        parts.append(part)
    }

    /// Parts of all pages; a report has three hundred.
    private static let limit = 6000

    // MARK: Recognition

    /// Recognises what was put aside, and returns the pages in the order in which they came.
    private func finished() throws(DocumentError) -> [PDFPage] {
        guard let tesseract else { throw .converter(.missing(format: Self.format, packages: Tesseract.packages)) }
        var pages = pages
        let texts = try tesseract.words(in: parts.map(\.name), as: .text, folder: folder)
        let figures = parts.indices.filter { index in
            parts[index].cell != nil
                && (parts[index].isFigure || FigureReading.isFigure(texts[index].map(\.text).joined()))
        }
        let digits = try tesseract.words(in: figures.map { parts[$0].name }, as: .figure, folder: folder)
        var figureTexts: [Int: String] = [:]
        for (index, words) in zip(figures, digits) {
            figureTexts[index] = FigureReading.text(
                asDigits: words.map(\.text).joined(), asText: texts[index].map(\.text).joined())
        }
        for (index, part) in parts.enumerated() {
            let lines = ScannedLine.lines(of: texts[index])
            if let cell = part.cell {
                let texts = figureTexts[index].map { [$0] } ?? lines.map { $0.words.map(\.text).joined() }
                pages[part.page].add(texts, in: cell)
            } else {
                for line in lines { pages[part.page].add(line, left: part.left, top: part.top) }
            }
        }
        return pages
    }
}

extension PDFPage {
    /// Whether a line's worth of ideographs stands on it, common ones of which no picture of anything else is full.
    fileprivate var holdsChinese: Bool {
        glyphs.count { (0x4E00...0x9FFF).contains($0.scalar.value) } >= 12
    }
}
