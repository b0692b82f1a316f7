import Values

/// One kind of file: its name, how it shows itself, and what becomes of it.
///
/// `all` is the list of them. Another format is another entry there, and a reader if it has one: what a folder is
/// searched for, what bytes are taken for and what messages call it follow from the entry.
package struct FileFormat: Sendable {
    /// As messages name it within a sentence; Chinese that begins with Latin letters begins with a space.
    package let name: Phrase
    /// Endings, in lower case and without the dot, by which such files are picked out of folders and archives; the
    /// usual one comes first.
    package let endings: [String]
    /// Endings of such as are read where they are named, but not picked out.
    private let otherEndings: [String]
    let mark: FileMark
    let use: Use
    /// Which parts of a zip file that is such a document are read; they are taken out while its format is being told.
    let isPart: @Sendable (String) -> Bool

    init(
        _ name: Phrase, endings: [String] = [], otherEndings: [String] = [], _ mark: FileMark, _ use: Use,
        parts isPart: @escaping @Sendable (String) -> Bool = { _ in false }
    ) {
        self.name = name
        self.endings = endings
        self.otherEndings = otherEndings
        self.mark = mark
        self.use = use
        self.isPart = isPart
    }

    typealias Reader = @Sendable (FileContent, Limits) throws(DocumentError) -> Document

    enum Use: Sendable {
        /// - Parameter isConverted: whether a program outside reads it, so that little but its bytes is in memory here.
        case document(MediaType, isConverted: Bool = false, Reader)
        /// Holds files; they are imported, and it is not.
        case archive
        case encrypted
        case refused(remedy: Phrase)
    }

    /// Whether its cells have names (`表3!D7`), and are found without a converter.
    package var isWorkbook: Bool {
        if case .document(let type, _, _) = use { type == .xlsx || type == .ods } else { false }
    }
    /// Whether it is what a compressor has made of one file, which may be an archive.
    var isCompressed: Bool { isArchive && ["gz", "xz", "zst", "bz2"].contains(endings.first) }
    var isConverted: Bool { if case .document(_, let isConverted, _) = use { isConverted } else { false } }
    package var isArchive: Bool { if case .archive = use { true } else { false } }
    private var isDocument: Bool { if case .document = use { true } else { false } }
}

extension FileFormat {
    static func marked(in file: FileContent) -> FileFormat? {
        // Not by copies of all formats: every file goes through them.
        marks.firstIndex { $0.isIn(file) }.map { all[$0] }
    }

    private static let marks = all.map(\.mark)

    /// The usual ending of each format that is read, for messages.
    package static let documentEndings = all.filter(\.isDocument).compactMap(\.endings.first).uniqued
    /// All endings of files that other programs read.
    static let convertedEndings = Set(all.filter(\.isConverted).flatMap { $0.endings + $0.otherEndings })

    /// Whether a file in a folder or an archive is called like one that reports come as; others are passed over there.
    package static func isExpected(_ path: String) -> Bool {
        guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return expectedEndings.contains(path[path.utf8.index(after: dot)...].lowercased())
    }

    private static let expectedEndings = Set(all.filter { $0.isDocument || $0.isArchive }.flatMap(\.endings))
}

extension [String] {
    /// Each once, in order.
    fileprivate var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
