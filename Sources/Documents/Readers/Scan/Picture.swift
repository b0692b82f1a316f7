import Values

/// Pictures of pages: scans, and photographs taken from above.
enum Picture {
    /// Reads pictures of one kind, by the ending that the drawing program knows it by.
    static func reader(of ending: String, _ format: Phrase) -> FileFormat.Reader {
        { (file, limits) throws(DocumentError) in
            let pages = try pages(file.bytes, ending: ending, format: format, limits: limits)
            var transcript = Transcript(limits: limits)
            try transcript.append([PDF.recognised(pages)])
            return transcript.document(encoding: "UTF-8")
        }
    }

    /// The pages of a picture file; of one that needs a table and has none, nothing stands on them.
    static func pages(
        _ bytes: [UInt8], ending: String, format: Phrase, limits: Limits, programs: InstalledPrograms = .ofSystem,
        needsTable: Bool = false
    ) throws(DocumentError) -> [PDFPage] {
        guard let mutool = programs.first(of: "mutool") else {
            throw .converter(.missing(format: format, packages: ["mupdf-tools"]))
        }
        let folder = try WorkFolder()
        let file = "input.\(ending)"
        try folder.write(bytes, to: file)
        let drawing = PageDrawing(mutool: mutool, folder: folder, file: file, format: format, limits: limits)
        let pages = try drawing.pages()
        // An emblem or a button is no table.
        if needsTable, pages.allSatisfy({ $0.areas.allSatisfy { $0.pixels < smallestTable } }) { return [] }
        return try Scan.read(
            Array(pages.indices), of: pages, drawing, programs: programs, isPicture: true, needsTable: needsTable)
    }

    /// Pixels of its longer side.
    private static let smallestTable = 400
}
