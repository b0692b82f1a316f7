import Values

/// A file's bytes, and what was found in them where they are a package of other files: what marks are looked for in.
package struct FileContent: Sendable {
    package let bytes: [UInt8]
    let name: String
    let zip: ZipDirectory?
    let compound: CompoundFile?
    /// The file as text, once it is clear that it is nothing else.
    private(set) var text: DecodedText?

    init(_ bytes: [UInt8], name: String, limits: Limits) throws(DocumentError) {
        self.bytes = bytes
        self.name = name
        zip = try ZipDirectory.isZip(bytes) ? ZipDirectory(bytes, limits: limits) : nil
        compound = bytes.starts(with: CompoundFile.signature) ? CompoundFile(bytes) : nil
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
    init(_ bytes: [UInt8], limits: Limits) throws(DocumentError) {
        let cursor = try ArchiveCursor(bytes, kind: .zip, format: FileFormat.zip.name)
        var budget = ExpansionBudget(packed: bytes.count, limits: limits)
        while let member = try cursor.next() {
            guard names.count < limits.archiveEntries else { throw .limit(.archiveEntries(limits.archiveEntries)) }
            names.append(member.name)
            guard FileFormat.all.contains(where: { $0.isPart(member.name) }) else { continue }
            if member.isEncrypted {
                isEncrypted = true
            } else {
                parts[member.name] = try cursor.contents(budget: &budget)
            }
        }
    }

    /// What an OpenDocument file says it is.
    var openDocumentType: String? { parts["mimetype"].map { String(decoding: $0.prefix(100), as: UTF8.self) } }

    /// The parts that some format asks for, by name.
    func parts(of format: Phrase) throws(DocumentError) -> [String: [UInt8]] {
        guard !isEncrypted else { throw .encrypted(format: format) }
        return parts
    }
}
