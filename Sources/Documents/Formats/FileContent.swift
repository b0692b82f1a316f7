import Values

/// A file's bytes, and what was found in them where they are a package of other files: what marks are looked for in.
package struct FileContent: Sendable {
    /// Where they are; they are in memory but for an archive that is too large for it.
    package let source: ByteSource
    /// All of them, or the first of a file that is not in memory.
    package let bytes: [UInt8]
    let name: String
    let zip: ZipDirectory?
    let compound: CompoundFile?
    /// The file as text, once it is clear that it is nothing else.
    private(set) var text: DecodedText?

    init(_ bytes: [UInt8], name: String, limits: Limits) throws(DocumentError) {
        try self.init(.memory(bytes), opening: bytes, name: name, limits: limits)
    }

    /// A file that is not read into memory.
    init(_ handle: SourceHandle, name: String, limits: Limits) throws(DocumentError) {
        let source = ByteSource.file(handle)
        try self.init(source, opening: source.opening(1 << 16), name: name, limits: limits)
    }

    private init(_ source: ByteSource, opening: [UInt8], name: String, limits: Limits) throws(DocumentError) {
        self.source = source
        bytes = opening
        self.name = name
        zip = try ZipDirectory.isZip(opening) ? ZipDirectory(source, limits: limits) : nil
        compound = opening.starts(with: CompoundFile.signature) ? CompoundFile(opening) : nil
    }
}

extension FileContent {
    /// Takes the file for text.
    mutating func decode() throws(DocumentError) { text = try DecodedText(decoding: bytes) }

    func decoded() throws(DocumentError) -> DecodedText {
        if let text { text } else { try DecodedText(decoding: bytes) }
    }
}

/// What one way through a zip file finds: the names of its members, and those parts that a document in it is read from.
struct ZipDirectory: Sendable {
    private(set) var names: [String] = []
    private var parts: [String: [UInt8]] = [:]
    private var isEncrypted = false

    /// A member or, of an empty file, the end of the directory comes first (APPNOTE 4.3.7 and 4.3.16).
    static func isZip(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    /// Pictures and whatever else no format asks for stay packed.
    init(_ source: ByteSource, limits: Limits) throws(DocumentError) {
        guard !Self.isEmpty(source) else { return }
        let cursor = try ArchiveCursor(source, kind: .zip, format: FileFormat.zip.name)
        var budget = ExpansionBudget(package: source.count, limits: limits)
        while let member = try cursor.next() {
            guard names.count < limits.archiveEntries else { throw .limit(.archiveEntries(limits.archiveEntries)) }
            let name = member.name ?? ""
            names.append(name)
            let isWanted = Self.propertyParts.contains(name) || FileFormat.all.contains { $0.isPart(name) }
            guard isWanted else { continue }
            if member.isEncrypted {
                isEncrypted = true
            } else {
                parts[name] = try cursor.contents(limit: limits.packageBytes, budget: &budget)
            }
        }
    }

    /// Whether it is nothing but the end of a directory, which libarchive takes for no archive.
    private static func isEmpty(_ source: ByteSource) -> Bool {
        source.count < 1 << 16 && source.opening(4) == [0x50, 0x4B, 0x05, 0x06]
    }

    /// Whether nothing is packed in it.
    var isEmpty: Bool { names.isEmpty }

    /// Where an Office file says what it is about, and which program wrote it.
    private static let propertyParts = ["docProps/app.xml", "docProps/core.xml"]
    var properties: [[UInt8]] { Self.propertyParts.compactMap { parts[$0] } }

    /// What an OpenDocument file says it is.
    var openDocumentType: String? { parts["mimetype"].map { String(decoding: $0.prefix(100), as: UTF8.self) } }

    /// The parts that some format asks for, by name.
    func parts(of format: Phrase) throws(DocumentError) -> [String: [UInt8]] {
        guard !isEncrypted else { throw .encrypted(format: format) }
        return parts
    }
}
