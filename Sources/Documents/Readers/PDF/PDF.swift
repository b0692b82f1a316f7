import Values

/// PDF files with text, through MuPDF's `mutool`, which tells everything that a page draws and where.
enum PDF {
    static let format = Phrase(zh: " PDF", en: "PDF")

    static func read(
        _ bytes: [UInt8], limits: Limits, programs: Programs = .ofSystem
    ) throws(DocumentError) -> Document {
        guard let mutool = programs.first(of: "mutool") else {
            throw .converter(.missing(format: format, packages: ["mupdf-tools"]))
        }
        let pages = try pages(mutool, bytes, limits: limits)
        guard pages.contains(where: { !$0.glyphs.isEmpty }) else { throw .scan(pages: pages.count) }
        var flow = PDFFlow(pages: pages)
        for page in pages { flow.read(page) }
        var transcript = Transcript(limits: limits)
        try transcript.append(flow.finished())
        guard !transcript.isBlank else { throw .scan(pages: pages.count) }
        return transcript.document(encoding: "UTF-8")
    }

    private static func pages(
        _ program: String, _ bytes: [UInt8], limits: Limits
    ) throws(DocumentError) -> [PDFPage] {
        let folder = try WorkFolder()
        try folder.write(withoutDrawnType(bytes), to: "input.pdf")
        let converter = Converter(
            program: program, arguments: ["trace", "input.pdf", "1-\(limits.pages + 1)"], folder: folder,
            limits: limits, memory: limits.pdfBytes)
        do {
            try converter.run()
        } catch {
            guard case .converter(.failed(_, let detail)) = error else { throw error }
            throw detail.contains("password") ? .encrypted(format: format) : .damaged(format: format, detail: detail)
        }
        guard let output = try converter.output("stdout") else { throw converter.failure("stdout") }
        var pages: [PDFPage] = []
        PDFTrace.forEachPage(of: output) { pages.append(PDFSight($0.upright()).page) }
        guard pages.count <= limits.pages else { throw .limit(.pages(limits.pages)) }
        return pages
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
