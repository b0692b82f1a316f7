import Documents
import Foundation

/// Cuts the files of an import into chunks that are read together, and takes archives apart on the way.
///
/// A chunk holds only so many files and bytes, so that memory does not grow with the number of files or the size of an archive.
struct FileChunks {
    /// One transaction holds a chunk: more files gain nothing, and fewer are lost when the power fails.
    let files: Int
    private static let bytes = 64 << 20

    private var chunk: [SourceFile] = []
    private var held = 0
    private var isOver = false

    /// Takes a chunk, and tells whether to go on.
    typealias Body = ([SourceFile]) throws -> Bool

    init(files: Int) { self.files = max(1, files) }

    /// Hands over chunk after chunk until the files or the body's patience end; tells whether it was the files.
    mutating func forEach(_ sources: [SourceFile], _ body: Body) throws -> Bool {
        for source in sources where !isOver {
            if let bytes = source.bytesOfArchive() {
                try expand(bytes, of: source, body)
            } else {
                try add(source, body)
            }
        }
        if !chunk.isEmpty, !isOver { try flush(body) }
        return !isOver
    }

    private mutating func expand(_ bytes: [UInt8], of source: SourceFile, _ body: Body) throws {
        var failure: (any Error)?
        do {
            try ArchiveExpansion.forEachMember(of: bytes) { member in
                guard failure == nil, !isOver, SourceFiles.isCandidate(member.path) else { return }
                do {
                    try add(source.member(member), body)
                } catch {
                    failure = error
                }
            }
        } catch {
            try add(source.failed(error), body)
        }
        if let failure { throw failure }
    }

    private mutating func add(_ file: SourceFile, _ body: Body) throws {
        chunk.append(file)
        if case .bytes(let bytes) = file.content { held += bytes.count }
        if chunk.count >= files || held >= Self.bytes && files < Int.max { try flush(body) }
    }

    private mutating func flush(_ body: Body) throws {
        isOver = try !body(chunk)
        chunk = []
        held = 0
    }
}

extension SourceFile {
    /// The whole file if it is an archive to take apart. Only what begins like one is read for it.
    func bytesOfArchive() -> [UInt8]? {
        if case .file = content, !beginsLikeArchive { return nil }
        guard let bytes = try? read(), ArchiveExpansion.isArchive(bytes) else { return nil }
        return bytes
    }

    private var beginsLikeArchive: Bool {
        guard let handle = FileHandle(forReadingAtPath: location) else { return false }
        defer { try? handle.close() }
        let head = [UInt8]((try? handle.read(upToCount: 262)) ?? Data())
        let marks: [[UInt8]] = [
            [0x50, 0x4B], [0x37, 0x7A, 0xBC, 0xAF], [0x52, 0x61, 0x72, 0x21], [0x1F, 0x8B], [0x42, 0x5A, 0x68],
            [0xFD, 0x37, 0x7A, 0x58], [0x28, 0xB5, 0x2F, 0xFD],
        ]
        return marks.contains { head.starts(with: $0) } || head.dropFirst(257).starts(with: Array("ustar".utf8))
    }

    func member(_ member: ArchiveMember) -> SourceFile {
        var file = self
        file.path = "\(path)/\(member.path)"
        file.location = "\(location)/\(member.path)"
        switch member.content {
        case .success(let bytes): file.content = .bytes(bytes)
        case .failure(let error): file.content = .failure(error)
        }
        return file
    }

    func failed(_ error: DocumentError) -> SourceFile {
        var file = self
        file.content = .failure(error)
        return file
    }
}
