import Values

/// Pages that are pictures, read by recognising what is in the cells of their tables, cut out along the ruled lines,
/// and then what stands around them.
///
/// What comes out are pages with characters and lines, as if they had been printed: the same reader of tables goes on
/// with them. A figure is read twice, each time beside other ones, and counts where both say the same; a cell is blank
/// only where nothing is to be seen in it.
struct Scan {
    static let format = Phrase(zh: "扫描件、图片", en: "scans and pictures")

    private let tesseract: Tesseract
    private let folder: WorkFolder
    private var pages: [ScannedPage]
    /// The words of the parts that are text, by their files.
    private var words: [String: [Tesseract.Word]] = [:]
    /// What was read in the parts of each page.
    private var contents: [[ScannedPart.Content]] = []

    /// Cells with writing in them that make a picture a table.
    private static let leastTable = 8

    /// Reads some of a file's pages, by their place among all, and gives back all.
    ///
    /// - Parameters:
    ///   - isPicture: whether the file is a picture.
    ///   - needsTable: whether only tables are of interest: where none is, nothing is read.
    static func read(
        _ numbers: [Int], of pages: [PDFPage], _ drawing: PageDrawing, programs: InstalledPrograms,
        isPicture: Bool = false, needsTable: Bool = false
    ) throws(DocumentError) -> [PDFPage] {
        let limits = drawing.limits
        guard numbers.count <= limits.scannedPages else { throw .limit(.scannedPages(limits.scannedPages)) }
        let folder = try WorkFolder()
        let draw = { (number: Int, turns: Int) throws(DocumentError) -> ScannedPage in
            try ScannedPage(
                pages[number], number: number + 1, turns: turns, drawing, isPicture: isPicture, folder: folder)
        }
        var drawn: [ScannedPage] = []
        for number in numbers { drawn.append(try draw(number, 0)) }
        if needsTable, drawn.reduce(0, { $0 + $1.parts.count { $0.cell != nil } }) < leastTable { return [] }
        guard let program = programs.first(of: "tesseract") else {
            throw .converter(.missing(format: format, packages: Tesseract.packages))
        }
        var scan = Scan(tesseract: Tesseract(program: program, limits: limits), folder: folder, pages: drawn)
        try scan.turn { (index, turns) throws(DocumentError) in try draw(numbers[index], turns) }
        try scan.readTexts()
        try scan.readFigures()
        let seen = zip(scan.pages, scan.contents).map { $0.filled(with: $1) }
        guard seen.contains(where: \.holdsChinese) else { throw .nothingRecognised }
        var pages = pages
        for (number, page) in zip(numbers, seen) { pages[number] = page }
        return pages
    }

    private init(tesseract: Tesseract, folder: WorkFolder, pages: [ScannedPage]) {
        (self.tesseract, self.folder, self.pages) = (tesseract, folder, pages)
    }

    /// Whether a page is a picture: it has no character, and a picture covers a good part of it.
    static func isPicture(_ page: PDFPage) -> Bool {
        page.glyphs.isEmpty
            && page.areas.contains {
                $0.pixels > 0 && $0.box.width * $0.box.height > 0.2 * page.width * page.height
            }
    }

    // MARK: Text

    /// Turns the pages that do not stand upright: where they do, the program is sure of its words.
    private mutating func turn(
        _ draw: (_ page: Int, _ turns: Int) throws(DocumentError) -> ScannedPage
    ) throws(DocumentError) {
        try read(pages.flatMap(Self.sample))
        // Where one page lies on its side, others are likely to lie so too.
        var order = [2, 1, 3]
        for index in pages.indices where !isUpright(pages[index]) {
            var isTurned = false
            for turns in order where !isTurned {
                let page = try draw(index, turns)
                try read(Self.sample(of: page))
                guard isUpright(page) else { continue }
                pages[index] = page
                isTurned = true
                order = [turns] + order.filter { $0 != turns }
            }
            // Where nothing helps, it is something else.
            guard isTurned else { return }
        }
    }

    /// Percent; upright text has some 90, any other 20.
    private static let certain = 60.0
    /// Parts that are enough to tell.
    private static let sampleCount = 5

    private static func sample(of page: ScannedPage) -> [String] { Array(page.texts.prefix(sampleCount)) }

    private func isUpright(_ page: ScannedPage) -> Bool {
        Self.certainty(of: Self.sample(of: page).flatMap { words[$0] ?? [] }) >= Self.certain
    }

    /// Reads pictures that have not been read yet.
    private mutating func read(_ names: [String]) throws(DocumentError) {
        let new = names.filter { words[$0] == nil }
        for (name, words) in zip(new, try tesseract.words(in: new, folder: folder)) { self.words[name] = words }
    }

    private mutating func readTexts() throws(DocumentError) {
        try read(pages.flatMap(\.texts))
        contents = pages.map { page in
            page.parts.map { $0.isFigure ? .figure("") : .words(words[$0.name] ?? []) }
        }
    }

    /// How certain the program is of its ideographs, in percent; where there are too few to tell, fully.
    private static func certainty(of words: some Sequence<Tesseract.Word>) -> Double {
        let confidences = words.filter { $0.text.unicodeScalars.contains(where: \.isIdeograph) }.map(\.confidence)
        return confidences.count < 6 ? 100 : confidences.reduce(0, +) / Double(confidences.count)
    }

    // MARK: Figures

    private mutating func readFigures() throws(DocumentError) {
        var places: [(page: Int, part: Int)] = []
        var figures: [FigurePicture] = []
        for (number, page) in pages.enumerated() {
            for (index, part) in page.parts.enumerated() {
                guard let figure = part.figure,
                    part.isFigure || FigureReading.isFigure(contents[number][index].text)
                else { continue }
                places.append((number, index))
                figures.append(figure)
            }
        }
        var readings = [[String]](repeating: [], count: figures.count)
        for (number, setting) in FigureStrip.settings.enumerated() {
            let strips = FigureStrip.strips(of: figures, setting)
            let names = strips.indices.map { "line\(number)-\($0).pgm" }
            for (strip, name) in zip(strips, names) { try folder.write(strip.graymap, to: name) }
            let signs = try tesseract.signs(setting.signs, in: names, folder: folder)
            for (strip, signs) in zip(strips, signs) {
                for (figure, text) in strip.readings(signs) { readings[figure].append(text) }
            }
        }
        for (place, texts) in zip(places, readings) {
            let part = pages[place.page].parts[place.part]
            let other = part.isFigure ? [] : [contents[place.page][place.part].text]
            contents[place.page][place.part] = .figure(FigureReading.text(texts + other, widths: part.widths))
        }
    }
}

extension PDFPage {
    /// Whether a line's worth of ideographs stands on it, common ones of which no picture of anything else is full.
    fileprivate var holdsChinese: Bool { glyphs.count { $0.scalar.isIdeograph } >= 12 }
}

extension Unicode.Scalar {
    fileprivate var isIdeograph: Bool { (0x4E00...0x9FFF).contains(value) }
}
