import Values

/// Documents of Apple's Pages. Nothing here reads the document itself, whose format is nobody else's; most have a
/// preview within, which is what Finder shows: all pages as PDF, or the first as a picture.
enum Pages {
    static let format = Phrase(zh: " Pages 文稿（pages）", en: "Pages document (pages)")

    /// Pages '09 keeps a PDF, later versions a picture.
    private static let previews = ["QuickLook/Preview.pdf", "preview.jpg", "QuickLook/Thumbnail.jpg"]

    static func isPart(_ name: String) -> Bool { previews.contains(name) }

    /// The document's own parts: of Pages since 2013, and of Pages '09.
    static let mark = FileMark { file in
        let names = file.zip?.names ?? []
        return names.contains("Index/Document.iwa")
            || names.contains { $0 == "index.xml" || $0 == "index.xml.gz" }
                && names.contains { $0.hasPrefix("QuickLook/") }
    }

    static func read(_ file: FileContent, limits: Limits) throws(DocumentError) -> Document {
        let parts = try file.zip?.parts(of: format) ?? [:]
        guard let name = previews.first(where: { parts[$0] != nil }), let preview = parts[name] else {
            throw .unsupported(format: format, remedy: remedy)
        }
        limits.takePicture?(preview)
        var document: Document
        do throws(DocumentError) {
            if name.hasSuffix("pdf") {
                document = try PDF.read(preview, limits: limits)
            } else {
                let content = try FileContent(preview, name: name, limits: limits)
                document = try Picture.reader(of: "jpg", format)(content, limits)
            }
        } catch {
            // Small pictures show nothing that could be read.
            guard error == .nothingRecognised else { throw error }
            throw .unsupported(format: format, remedy: remedy)
        }
        for cell in document.seenCells.indices { document.seenCells[cell].place.picture = 0 }
        document.notices.append(.previewOnly(isFirstPage: !name.hasSuffix("pdf")))
        return document
    }

    private static let remedy = Phrase(
        zh: "请用 Pages 导出为 Word（docx）或 PDF 再导入", en: "export it from Pages as Word (docx) or PDF and import that")
}
