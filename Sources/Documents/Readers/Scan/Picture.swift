import Values

/// Pictures of pages: scans, and photographs taken from above.
enum Picture {
    /// Reads pictures of one kind, by the ending that the drawing program knows it by.
    static func reader(of ending: String, _ format: Phrase) -> FileFormat.Reader {
        { (file, limits) throws(DocumentError) in
            try read(file.bytes, ending: ending, format: format, limits: limits)
        }
    }

    static func read(
        _ bytes: [UInt8], ending: String, format: Phrase, limits: Limits, programs: Programs = .ofSystem
    ) throws(DocumentError) -> Document {
        guard let mutool = programs.first(of: "mutool") else {
            throw .converter(.missing(format: format, packages: ["mupdf-tools"]))
        }
        let folder = try WorkFolder()
        try folder.write(bytes, to: "input.\(ending)")
        let drawing = PageDrawing(mutool: mutool, folder: folder, file: "input.\(ending)", format: format, limits: limits)
        let pages = try drawing.pages()
        let seen = try Scan.read(Array(pages.indices), of: pages, drawing, programs: programs, isPicture: true)
        var document = try PDF.document(of: seen, limits: limits)
        document.recognised = [0..<document.text.count]
        return document
    }
}
