import Values

/// Pages that are pictures, read by recognising what is in the cells of their tables, cut out along the ruled lines,
/// and then what stands around them.
///
/// What comes out are pages with characters and lines, as if they had been printed: the same reader of tables goes on
/// with them. A figure is read twice, each time beside other ones, and counts where both say the same; a cell is blank
/// only where nothing is to be seen in it.
struct Scan {
    static let format = Phrase(zh: "扫描件、图片", en: "scans and pictures")

    let tesseract: Tesseract
    let folder: WorkFolder
    var pages: [ScannedPage] = []
    /// The words of the parts that are text, by their files.
    var words: [String: [Tesseract.Word]] = [:]
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
        // A picture without a table needs no program to be passed over.
        var drawn: [Int: ScannedPage] = [:]
        if needsTable {
            for number in numbers { drawn[number] = try draw(number, 0) }
            if drawn.values.reduce(0, { $0 + $1.parts.count { $0.cell != nil } }) < leastTable { return [] }
        }
        guard let program = programs.first(of: "tesseract") else {
            throw .converter(.missing(format: format, packages: Tesseract.packages))
        }
        var scan = Scan(tesseract: Tesseract(program: program, limits: limits), folder: folder)
        try scan.read(numbers) { (number, turns) throws(DocumentError) in
            if turns == 0, let page = drawn[number] { return page }
            return try draw(number, turns)
        }
        try scan.readFigures()
        let seen = zip(scan.pages, scan.contents).map { $0.filled(with: $1) }
        guard seen.contains(where: \.holdsChinese) else { throw .nothingRecognised }
        var pages = pages
        for (number, page) in zip(numbers, seen) { pages[number] = page }
        return pages
    }

    private init(tesseract: Tesseract, folder: WorkFolder) { (self.tesseract, self.folder) = (tesseract, folder) }

    /// Whether a page is a picture: it has no character, and a picture covers a good part of it.
    static func isPicture(_ page: PDFPage) -> Bool {
        page.glyphs.isEmpty
            && page.areas.contains {
                $0.pixels > 0 && $0.box.width * $0.box.height > 0.2 * page.width * page.height
            }
    }

    // MARK: Text

    /// Draws a page, by its place among those that are read, turned by quarters.
    typealias Drawing = (_ page: Int, _ turns: Int) throws(DocumentError) -> ScannedPage

    /// Reads the texts of all pages, each turned so that it stands upright: where one lies on its side, others are
    /// likely to lie so too.
    private mutating func read(_ numbers: [Int], _ draw: Drawing) throws(DocumentError) {
        guard let first = numbers.first else { return }
        pages = [try draw(first, 0)]
        if !pages[0].seemsLying { try read(samples(of: pages[0])) }
        let isDoubtful = pages[0].seemsLying ? true : try !isUpright(pages[0])
        if isDoubtful { try turn([0], numbers, draw) }
        let turns = pages[0].turns
        for number in numbers.dropFirst() { pages.append(try draw(number, turns)) }
        try turn(pages.indices.dropFirst().filter { pages[$0].seemsLying }, numbers, draw)
        try read(pages.flatMap(\.texts))
        var others: [Int] = []
        for place in pages.indices {
            let stands = try isUpright(pages[place])
            if !stands { others.append(place) }
        }
        try turn(others, numbers, draw)
        try read(pages.flatMap(\.texts))
        contents = pages.map { page in
            page.parts.map { $0.isFigure ? .figure("") : .words(words[$0.name] ?? []) }
        }
    }

    /// Reads pictures that have not been read yet.
    mutating func read(_ names: [String]) throws(DocumentError) {
        let new = names.filter { words[$0] == nil }
        for (name, words) in zip(new, try tesseract.words(in: new, folder: folder)) { self.words[name] = words }
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
    var isIdeograph: Bool { (0x4E00...0x9FFF).contains(value) }
}
