import Values

/// A file whose pages are drawn by MuPDF's `mutool`, outside the process: nothing here ever decodes a picture.
struct PageDrawing {
    let mutool: String
    let folder: WorkFolder
    let file: String
    /// As messages name it.
    let format: Phrase
    let limits: Limits

    /// What each page draws. Of pictures it tells the size alone, which stands in their headers.
    func pages() throws(DocumentError) -> [PDFPage] {
        let converter = Converter(
            program: mutool, arguments: ["trace", file, "1-\(limits.pages + 1)"], folder: folder, limits: limits,
            memory: limits.pdfBytes)
        do {
            try converter.run()
        } catch {
            guard case .converter(.failed(_, let detail)) = error else { throw error }
            throw detail.contains("password") ? .encrypted(format: format) : .damaged(format: format, detail: detail)
        }
        guard let output = try converter.output("stdout") else { throw converter.failure("stdout") }
        var pages: [PDFPage] = []
        var things = 0
        PDFTrace.forEachPage(of: output) { page in
            things += page.glyphs.count + page.rules.count + page.areas.count
            if things <= limits.nodes, pages.count <= limits.pages { pages.append(PDFSight(page.upright()).page) }
        }
        guard things <= limits.nodes else { throw .limit(.nodes(limits.nodes)) }
        guard pages.count <= limits.pages else { throw .limit(.pages(limits.pages)) }
        return pages
    }

    /// Draws one page, from 1, so that it fits into a square of some pixels, turned clockwise by some degrees.
    func raster(ofPage number: Int, side: Int, turned degrees: Double = 0) throws(DocumentError) -> Raster {
        let bytes = try pixels(ofPage: number, side: side, turned: degrees, colours: "rgb")
        guard let raster = Raster(pixmap: bytes) else {
            throw .damaged(format: format, detail: "mutool: page \(number)")
        }
        return raster.withoutNoise().evenlyLit()
    }

    /// The same as it is, in shades of grey, for people to look at.
    func picture(ofPage number: Int, side: Int, turned degrees: Double) throws(DocumentError) -> Raster {
        let bytes = try pixels(ofPage: number, side: side, turned: degrees, colours: "gray")
        guard let raster = Raster(graymap: bytes) else {
            throw .damaged(format: format, detail: "mutool: page \(number)")
        }
        return raster
    }

    private func pixels(
        ofPage number: Int, side: Int, turned degrees: Double, colours: String
    ) throws(DocumentError) -> [UInt8] {
        var arguments = ["draw", "-q", "-F", "pnm", "-c", colours, "-w", "\(side)", "-h", "\(side)", "-o", "page.pnm"]
        if degrees != 0 { arguments += ["-R", "\(degrees)"] }
        let converter = Converter(
            program: mutool, arguments: arguments + [file, "\(number)"], folder: folder, limits: limits,
            memory: limits.pdfBytes)
        try converter.run()
        // The program draws what there is of a picture that breaks off: nothing must be taken for blank there.
        let words = try converter.output("stderr").map { String(decoding: $0, as: UTF8.self) } ?? ""
        if let flaw = words.split(separator: "\n").first(where: { Self.isFlaw($0.lowercased()) }) {
            throw .damaged(format: format, detail: String(flaw.prefix(100)))
        }
        guard let bytes = try converter.output("page.pnm") else { throw converter.failure("page.pnm") }
        return bytes
    }

    private static func isFlaw(_ line: String) -> Bool {
        ["premature end", "corrupt", "truncated", "error:"].contains(where: line.contains)
    }

    /// How many pixels long a page is drawn: as many as its scan has where they are about right, so that nothing is
    /// drawn anew.
    ///
    /// - Parameter isPicture: whether the file is a picture, whose size on paper nobody knows.
    static func side(of page: PDFPage, isPicture: Bool) -> Int {
        let points = isPicture ? longerSideOfA4 : max(page.width, page.height)
        let wanted = Int(min(max(points / PixelScale.points, 1600), 3600))
        guard let own = page.areas.map(\.pixels).max(), abs(own - wanted) * 8 <= wanted else { return wanted }
        return own
    }

    private static let longerSideOfA4 = 842.0
}
