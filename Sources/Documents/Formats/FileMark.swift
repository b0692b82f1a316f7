/// How a format shows itself in a file: by its first bytes, by what lies within a package, or by what its text looks
/// like.
struct FileMark: Sendable {
    let isIn: @Sendable (FileContent) -> Bool

    static func bytes(_ signature: [UInt8], at offset: Int = 0, upTo last: Int? = nil) -> FileMark {
        FileMark { file in
            file.bytes.offset(of: signature, in: offset..<(last ?? offset) + signature.count) != nil
        }
    }

    static func bytes(_ signature: String, at offset: Int = 0, upTo last: Int? = nil) -> FileMark {
        bytes(Array(signature.utf8), at: offset, upTo: last)
    }

    /// A bitmap of Windows: two letters that text may begin with too, and four bytes that are 0.
    static let bitmap = FileMark { file in
        file.bytes.starts(with: "BM".utf8) && file.bytes.count > 26 && file.bytes[6..<10].allSatisfy { $0 == 0 }
    }

    static let zip = FileMark { $0.zip != nil }

    static func zipMember(_ name: String) -> FileMark {
        FileMark { $0.zip?.names.contains(name) == true }
    }

    /// An OpenDocument file of a kind, which its first member names (ODF 1.3 part 2, 3.3); templates are of it too.
    static func openDocument(_ mediaType: String) -> FileMark {
        FileMark { $0.zip?.openDocumentType?.hasPrefix(mediaType) == true }
    }

    /// A package of Office (ECMA-376 part 2) with parts in the named folder.
    static func officePart(_ folder: String) -> FileMark {
        FileMark { file in
            guard let names = file.zip?.names else { return false }
            return names.contains { $0 == "[Content_Types].xml" || $0 == "_rels/.rels" }
                && names.contains { $0.hasPrefix(folder) }
        }
    }

    static let compound = FileMark { $0.compound != nil }

    static let encryptedWord = FileMark { $0.compound?.isEncryptedWord == true }

    static func stream(_ names: String...) -> FileMark {
        FileMark { file in names.contains { file.compound?.streams.contains($0) == true } }
    }

    /// Looked for in the bytes as they are, and again in the text if they turn out to be some, since UTF-16 hides it.
    static func opening(_ isIn: @escaping @Sendable ([UInt8]) -> Bool) -> FileMark {
        FileMark { isIn($0.text?.bytes ?? $0.bytes) }
    }

    /// Looked for in what has no mark of anything else, and is text.
    static func text(_ isIn: @escaping @Sendable ([UInt8]) -> Bool) -> FileMark {
        FileMark { file in file.text.map { isIn($0.bytes) } ?? false }
    }

    /// The same in a file that is called by this ending: what tells apart formats of the same content.
    func named(_ ending: String) -> FileMark {
        FileMark { isIn($0) && $0.name.lowercased().hasSuffix(".\(ending)") }
    }
}
