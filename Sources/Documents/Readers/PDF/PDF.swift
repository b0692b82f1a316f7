import Values

/// PDF files, through MuPDF's `mutool`, which tells everything that a page draws and where; pages that are pictures are
/// recognised.
enum PDF {
    static let format = Phrase(zh: " PDF", en: "PDF")

    static func read(
        _ bytes: [UInt8], limits: Limits, programs: InstalledPrograms = .ofSystem
    ) throws(DocumentError) -> Document {
        guard let mutool = programs.first(of: "mutool") else {
            throw .converter(.missing(format: format, packages: ["mupdf-tools"]))
        }
        let folder = try WorkFolder()
        try folder.write(withoutDrawnType(bytes), to: "input.pdf")
        let drawing = PageDrawing(mutool: mutool, folder: folder, file: "input.pdf", format: format, limits: limits)
        let pages = try drawing.pages()
        let scans = pages.indices.filter { Scan.isPicture(pages[$0]) }
        guard pages.contains(where: { !$0.glyphs.isEmpty }) || !scans.isEmpty else { throw .noText(format: format) }
        let seen = scans.isEmpty ? pages : try Scan.read(scans, of: pages, drawing, programs: programs)
        var transcript = Transcript(limits: limits)
        // Tables run over pages: where some are scans, nothing is certain to be of the others alone.
        try transcript.append(scans.isEmpty ? Self.pieces(of: seen).pieces : [Self.recognised(seen)])
        guard !transcript.isBlank else { throw .noText(format: format) }
        return transcript.document(encoding: "UTF-8")
    }

    /// What pages say in reading order, and the recognised lines among it.
    static func pieces(of pages: [PDFPage]) -> (pieces: [Piece], lines: [SeenLine]) {
        var flow = PDFFlow(pages: pages)
        for page in pages { flow.read(page) }
        return (flow.finished(), flow.seenLines)
    }

    /// What was recognised on pages, in reading order.
    static func recognised(_ pages: [PDFPage]) -> Piece {
        let (pieces, lines) = pieces(of: pages)
        return .recognised(pieces, lines)
    }

    /// The file with the drawings of its Type 3 characters out of reach (ISO 32000-1, 9.6.5), by names of the same
    /// length.
    ///
    /// Their places, widths and meaning stand elsewhere. Chromium makes such type of most fonts of ideographs, and
    /// going through its drawings takes four times as long as all else.
    private static func withoutDrawnType(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var from = 0
        while let start = bytes.offset(of: Array("/CharProcs".utf8), in: from..<bytes.count) {
            var position = start + 10
            while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
                if bytes[position] == UInt8(ascii: "/"), position + 1 < bytes.count { bytes[position + 1] = 0x7E }
                position += 1
            }
            from = position
        }
        return bytes
    }
}
