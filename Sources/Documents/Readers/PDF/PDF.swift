import Values

/// PDF files with text, through poppler's programs: `pdftotext` gives words with their places, `pdftocairo` the ruled lines.
enum PDF {
    static let format = Phrase(zh: " PDF", en: "PDF")

    static func read(
        _ bytes: [UInt8], limits: Limits, programs: Programs = .ofSystem
    ) throws(DocumentError) -> Document {
        guard let pdftotext = programs.first(of: "pdftotext") else {
            throw .converter(.missing(format: format, packages: ["poppler-utils"]))
        }
        let folder = try WorkFolder()
        try folder.write(bytes, to: "input.pdf")
        let (pages, title) = try words(pdftotext, in: folder, limits: limits)
        guard pages.contains(where: { !$0.words.isEmpty }) else { throw .scan(pages: pages.count) }
        let rulings = programs.first(of: "pdftocairo").map { Self.rulings($0, in: folder, limits: limits) } ?? []
        var flow = PDFFlow(pages: pages)
        for (index, page) in pages.enumerated() {
            // A program that counts pages differently is no help.
            flow.read(page, rulings: rulings.count == pages.count ? rulings[index] : PDFRulings())
        }
        var transcript = Transcript(limits: limits)
        try transcript.append(flow.finished())
        guard !transcript.isBlank else { throw .scan(pages: pages.count) }
        return transcript.document(mediaType: .pdf, encoding: "UTF-8", title: title)
    }

    private static func words(
        _ program: String, in folder: WorkFolder, limits: Limits
    ) throws(DocumentError) -> (pages: [PDFPage], title: String?) {
        let converter = Converter(
            program: program, arguments: ["-bbox-layout", "-l", "\(limits.pages + 1)", "input.pdf", "words.html"],
            folder: folder, limits: limits)
        do {
            try converter.run()
        } catch {
            guard case .converter(.failed(_, let detail)) = error else { throw error }
            throw detail.contains("password") ? .encrypted(format: format) : .damaged(format: format, detail: detail)
        }
        guard let output = try converter.output("words.html") else { throw converter.failure("words.html") }
        // The program's XML may hold characters that XML forbids, which a parser of HTML passes over.
        let tree = try XMLTree(html: output)
        let pages = PDFPage.all(in: tree)
        guard pages.count <= limits.pages else { throw .limit(.pages(limits.pages)) }
        let title = tree.root?.first("head")?.first("title")?.text
        return (pages, title?.isEmpty == true ? nil : title)
    }

    /// Lines are a help, not a need: where they cannot be had, tables are told by the places of their words.
    private static func rulings(_ program: String, in folder: WorkFolder, limits: Limits) -> [PDFRulings] {
        let converter = Converter(
            program: program, arguments: ["-svg", "input.pdf", "lines.svg"], folder: folder, limits: limits)
        guard (try? converter.run()) != nil, let output = try? converter.output("lines.svg"),
            let tree = try? XMLTree(xml: output, part: "lines.svg", format: format)
        else { return [] }
        return PDFRulings.all(in: tree)
    }
}
