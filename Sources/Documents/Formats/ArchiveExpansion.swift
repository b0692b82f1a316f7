import Values

/// One file out of an archive, or the reason why it could not be taken out.
package struct ArchiveMember: Sendable {
    /// Relative and harmless: no root, drive, `..` or control character; a member of an archive within follows that
    /// one's path.
    package var path: String
    /// Whether it is all that there is, a compressed file that is no archive; its path is then the file's own name
    /// without the compressor's ending.
    package var isWhole = false
    package var content: Result<OpenedFile, DocumentError>
}

/// Archives that reports arrive in: zip, 7z, rar and tar, compressed or not, also within one another.
package enum ArchiveExpansion {
    /// Hands over the files of an archive one by one, in its order, each before the next is expanded.
    ///
    /// A member that is too large, encrypted or nested too deep fails by itself; damage and the limits on the whole end
    /// the walk.
    package static func forEachMember(
        of file: OpenedFile, limits: Limits = Limits(), _ body: (ArchiveMember) -> Void
    ) throws(DocumentError) {
        var walk = ArchiveWalk(
            limits: limits, budget: ExpansionBudget(packed: file.content.source.count, limits: limits))
        try walk.expand(file, path: "", depth: 1, body)
    }

    /// Whether a file is one that macOS and Windows leave behind in archives and folders.
    package static func isLitter(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return path.hasPrefix("__MACOSX/") || name.hasPrefix("._")
            // Word's and WPS's note of who has a document open.
            || name.hasPrefix("~$")
            || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(name)
    }
}

private struct ArchiveWalk {
    let limits: Limits
    var budget: ExpansionBudget
    var entries = 0

    mutating func expand(
        _ file: OpenedFile, path: String, depth: Int, _ body: (ArchiveMember) -> Void
    ) throws(DocumentError) {
        let format = file.format.name
        guard file.format.isArchive else {
            throw .unsupported(
                format: Phrase(zh: "此文件作为压缩包", en: "this file as an archive"),
                remedy: Phrase(zh: "请直接导入该文件", en: "import the file itself"))
        }
        guard file.content.zip?.isEmpty != true else { return }
        if ZipEnd.isAfterAnother(file.content) {
            throw .damagedArchive(format: format, message: "another archive stands before it in the file")
        }
        let kind: ArchiveCursor.Kind = file.content.zip != nil ? .zip : file.format.isCompressed ? .compressed : .any
        let cursor = try ArchiveCursor(file.content.source, kind: kind, format: format)
        while let member = try cursor.next() {
            entries += 1
            guard entries <= limits.archiveEntries else { throw .limit(.archiveEntries(limits.archiveEntries)) }
            guard let name = member.name.map(Self.harmless) else {
                try hand(
                    over: cursor, path: Self.unpackedName(path.isEmpty ? file.content.name : path), true, depth, body)
                return
            }
            guard !name.isEmpty, !ArchiveExpansion.isLitter(name) else { continue }
            let place = path.isEmpty ? name : "\(path)/\(name)"
            switch member.kind {
            case .folder: continue
            case .link(let target):
                body(ArchiveMember(path: place, content: .failure(.memberIsLink(to: target))))
            case .other: body(ArchiveMember(path: place, content: .failure(.memberIsNoFile)))
            case .file where member.isEncrypted:
                body(ArchiveMember(path: place, content: .failure(.encrypted(format: format))))
            case .file: try hand(over: cursor, path: place, false, depth, body)
            }
            try cursor.leave()
        }
    }

    /// `柳溪镇.txt.gz` holds `柳溪镇.txt`.
    private static func unpackedName(_ path: String) -> String {
        guard let dot = path.lastIndex(of: "."), FileFormat.isExpected(path) else { return path }
        return String(path[..<dot])
    }

    private mutating func hand(
        over cursor: ArchiveCursor, path: String, _ isWhole: Bool, _ depth: Int, _ body: (ArchiveMember) -> Void
    ) throws(DocumentError) {
        let contents: [UInt8]
        do throws(DocumentError) {
            contents = try cursor.contents(limit: limits.fileBytes, budget: &budget, turn: limits.turn)
        } catch {
            guard case .limit(.fileBytes) = error else { throw error }
            body(ArchiveMember(path: path, isWhole: isWhole, content: .failure(error)))
            return
        }
        let file: OpenedFile
        do throws(DocumentError) {
            file = try OpenedFile(contents, name: path, limits: limits)
            guard file.format.isArchive else {
                body(ArchiveMember(path: path, isWhole: isWhole, content: .success(file)))
                return
            }
            guard depth < limits.archiveDepth else { throw .limit(.archiveDepth(limits.archiveDepth)) }
        } catch {
            body(ArchiveMember(path: path, isWhole: isWhole, content: .failure(error)))
            return
        }
        do {
            try expand(file, path: path, depth: depth + 1, body)
        } catch {
            // The limits are those of the whole; a damaged archive within is one file among others.
            if case .limit = error { throw error }
            body(ArchiveMember(path: path, content: .failure(error)))
        }
    }

    private static func harmless(_ name: String) -> String {
        let parts = name.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." && $0 != ".." && $0.last != ":" }
        let path = parts.joined(separator: "/")
        return String(
            String.UnicodeScalarView(path.unicodeScalars.map { $0.properties.generalCategory == .control ? "_" : $0 }))
    }
}
