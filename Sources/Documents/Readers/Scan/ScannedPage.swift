import Values

/// One page that is a picture: its ruled lines, and the parts of it that are to be recognised.
struct ScannedPage {
    /// What stands on the page without having been recognised: its lines.
    private(set) var page: PDFPage
    private(set) var parts: [ScannedPart] = []
    private var tables: [PDFBox] = []
    /// Cells in which something is seen that is no writing.
    private var unclear: [PDFBox] = []
    /// From 1, as messages and files name it.
    let number: Int
    /// Quarters of a turn clockwise that it was drawn turned by.
    let turns: Int
    private let folder: WorkFolder
    private var name: String { "\(number)-\(turns)" }

    private static let flattenings = 3

    /// Parts of a page; a report has three hundred on all of its pages.
    private static let limit = 4000

    /// Draws a page, sets it upright and cuts it up.
    ///
    /// - Parameters:
    ///   - number: from 1.
    ///   - turns: quarters of a turn clockwise that it needs to stand upright.
    ///   - isPicture: whether the file is a picture, whose size on paper nobody knows.
    ///   - folder: where the pictures of its parts go.
    init(
        _ page: PDFPage, number: Int, turns: Int, _ drawing: PageDrawing, isPicture: Bool, folder: WorkFolder
    ) throws(DocumentError) {
        let limits = drawing.limits
        let pixels = page.areas.map(\.pixels).max() ?? 0
        guard pixels <= limits.pictureSide else { throw .limit(.pictureSide(limits.pictureSide, found: pixels)) }
        (self.folder, self.number, self.turns) = (folder, number, turns)
        var (raster, ink, degrees) = try Self.upright(page, number: number, turns: turns, drawing, isPicture: isPicture)
        var source = ScanSource(page: number, degrees: degrees, width: raster.width, height: raster.height)
        // What is measured on a page that lies aslant is not exact, and the rest is when it nearly lies flat.
        for _ in 0..<Self.flattenings {
            guard let perspective = Perspective(of: ink, isAgain: !source.perspectives.isEmpty) else { break }
            let flat = perspective.flattened(raster)
            let flatInk = Ink(flat)
            guard Self.isBetter(flat, flatInk, than: raster, ink) else { break }
            (raster, ink) = (flat, flatInk)
            source.perspectives.append(perspective)
        }
        self.page = Self.page(of: raster, ink)
        self.page.scan = source
        try cut(&raster, ink)
    }

    private static func upright(
        _ page: PDFPage, number: Int, turns: Int, _ drawing: PageDrawing, isPicture: Bool
    ) throws(DocumentError) -> (Raster, Ink, degrees: Double) {
        let side = PageDrawing.side(of: page, isPicture: isPicture)
        let raster = try drawing.raster(ofPage: number, side: side, turned: 90 * Double(turns))
        let ink = Ink(raster)
        let angle = Skew.angle(of: ink)
        guard abs(angle) > Skew.negligible else { return (raster, ink, 90 * Double(turns)) }
        // The corners that come into the picture make it larger.
        let grown = Double(side) * Double(raster.width + raster.height) / Double(max(raster.width, raster.height))
        let more = Int(Double(side) + abs(angle) * .pi / 180 * (grown - Double(side)))
        let turned = try drawing.raster(ofPage: number, side: more, turned: 90 * Double(turns) + angle)
        return (turned, Ink(turned), 90 * Double(turns) + angle)
    }

    /// The lines of a raster, as those of a page.
    private static func page(of raster: Raster, _ ink: Ink) -> PDFPage {
        var page = PDFPage(
            width: Double(raster.width) * PixelScale.points, height: Double(raster.height) * PixelScale.points)
        page.rules = ScanRules(ink).rules
        return page
    }

    /// Whether a page has become flatter: its lines are clearly straighter, or make more cells.
    private static func isBetter(_ flat: Raster, _ flatInk: Ink, than raster: Raster, _ ink: Ink) -> Bool {
        Perspective.straightness(of: flatInk) > 1.02 * Perspective.straightness(of: ink)
            || cellCount(flatInk, flat) > cellCount(ink, raster)
    }

    private static func cellCount(_ ink: Ink, _ raster: Raster) -> Int {
        PDFLattice.outlines(of: page(of: raster, ink)).reduce(0) { $0 + $1.cells.count }
    }

    private mutating func cut(_ raster: inout Raster, _ ink: Ink) throws(DocumentError) {
        let tables = PDFLattice.outlines(of: page)
        self.tables = tables.map(\.box)
        for box in tables.flatMap(\.cells) {
            let place = PixelScale.pixels(box, in: raster)
            switch CellInk(place, of: raster, ink).look {
            case .blank: break
            case .unclear: unclear.append(box)
            case .writing(let writing): try put(writing, of: raster, cell: box)
            }
        }
        for table in tables { raster.clear(PixelScale.pixels(table.box, in: raster)) }
        if let rest = PixelBox(aroundInkOf: ink, outside: tables.map { PixelScale.pixels($0.box, in: raster) }) {
            try put(rest, of: raster)
        }
    }

    private mutating func put(_ writing: CellInk.Writing, of raster: Raster, cell: PDFBox) throws(DocumentError) {
        // A label may turn out to be a figure; it is then no higher than a line.
        let isLine = writing.isFigure || writing.box.height < Self.highestLine
        try put(
            writing.box, of: raster, cell: cell, widths: writing.widths,
            figure: isLine ? FigurePicture(of: writing, in: raster) : nil)
    }

    private mutating func put(
        _ box: PixelBox, of raster: Raster, cell: PDFBox? = nil, widths: [Double]? = nil, figure: FigurePicture? = nil
    ) throws(DocumentError) {
        guard parts.count < Self.limit else { throw .limit(.tableCells(Self.limit)) }
        let part = ScannedPart(
            name: "\(name)-\(parts.count).pgm", area: box.width * box.height, left: box.left - Self.border,
            top: box.top - Self.border, cell: cell, widths: widths, figure: figure)
        if !part.isFigure { try folder.write(raster.graymap(of: box, border: Self.border), to: part.name) }
        parts.append(part)
    }

    /// Paper around a part, without which its outer letters are not recognised.
    private static let border = 12
    /// Pixels.
    private static let highestLine = 60

    /// Points around a table within which what is left of its lines may look like letters.
    private static let fringe = 3.0

    /// The files of its parts that are text.
    var texts: [String] { parts.filter { !$0.isFigure }.map(\.name) }

    /// Whether it looks like lying on its side: of what stands on single lines of cells, next to nothing is a figure.
    var seemsLying: Bool {
        let short = parts.filter { $0.cell != nil && $0.figure != nil }
        return short.count >= 12 && short.count(where: \.isFigure) * 8 < short.count
    }

    /// The page with what was recognised in its parts, in their order.
    func filled(with contents: [ScannedPart.Content]) -> PDFPage {
        var page = page
        for (part, content) in zip(parts, contents) {
            switch (content, part.cell) {
            case (.figure(let text), let cell?): page.add([text], in: cell)
            case (.words(let words), let cell?):
                page.add(ScannedLine.lines(of: words).map { $0.words.map(\.text).joined() }, in: cell)
            case (.words(let words), nil):
                let outside = words.filter { word in
                    let box = word.box
                    let middle = PDFPoint(
                        Double((box.left + box.right) / 2 + part.left) * PixelScale.points,
                        Double((box.top + box.bottom) / 2 + part.top) * PixelScale.points)
                    return !tables.contains { $0.grown(by: Self.fringe).contains(middle) }
                }
                for line in ScannedLine.lines(of: outside) { page.add(line, left: part.left, top: part.top) }
            case (.figure, nil): break
            }
        }
        for box in unclear { page.add([PDFCellText.unread], in: box) }
        return page
    }
}
