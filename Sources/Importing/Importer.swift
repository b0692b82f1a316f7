import Catalogue
import Dispatch
import Documents
import Reports
import Storage
import Synchronization

/// The whole flow over many files: read in parallel, stored by one writer in the order of the files, each with its result.
package struct Importer: Sendable {
    package struct Options: Sendable {
        package var override = IdentityOverride()
        /// Read everything, store nothing.
        package var isTrial = false
        /// Store all or nothing.
        package var isStrict = false
        package var jobs = 2
        /// Asked between chunks: whether the user wants the import to end here.
        package var isStopped: @Sendable () -> Bool = { false }

        package init() {}
    }

    /// One transaction holds this many files at the most.
    private static let batch = 500

    private let archive: Archive?
    private let reader: ReportReader
    private let options: Options

    /// `archive` is nil in a trial run where there is none yet.
    package init(_ archive: Archive?, codebook: Codebook, options: Options = Options()) throws(CatalogueError) {
        self.archive = archive
        self.options = options
        reader = try ReportReader(codebook)
    }

    /// Imports the files, and tells whether it came to their end. `each` is told what became of each, in order, as soon as
    /// it is certain.
    @discardableResult package func run(_ files: [SourceFile], each: (ImportResult) throws -> Void) throws -> Bool {
        let known = options.override == IdentityOverride() ? try archive?.fingerprints() ?? [] : []
        var chunks = FileChunks(files: options.isStrict ? .max : Self.batch)
        var waiting: [Piece] = []
        let isComplete = try chunks.forEach(files) { chunk in
            if options.isStopped() { return false }
            let reading = Reading(chunk, jobs: options.jobs) { read($0, known: known) }
            // While these files are being read, those before are stored.
            try store(waiting, each)
            waiting = reading.wait()
            return true
        }
        try store(waiting, each)
        return isComplete
    }

    /// A file after reading, before storing.
    private enum Piece: Sendable {
        case read(Submission, ReadReport)
        case known(path: String, Fingerprint)
        case refused(path: String, any Error & Explained)

        var isRefused: Bool { if case .refused = self { true } else { false } }
    }

    private func read(_ file: SourceFile, known: Set<Fingerprint>) -> Piece {
        do {
            let bytes = try file.read()
            let fingerprint = Fingerprint(of: bytes)
            if known.contains(fingerprint) { return .known(path: file.path, fingerprint) }
            let document = try DocumentReader.read(bytes, name: file.path)
            let report = try reader.read(document, path: file.location, override: options.override)
            let original = Original(
                bytes: bytes, fingerprint: fingerprint, path: file.path, modifiedAt: file.modifiedAt, mode: file.mode)
            return .read(
                Submission(original: original, document: document, report: report), ReadReport(report, in: document))
        } catch let error as any Error & Explained {
            return .refused(path: file.path, error)
        } catch {
            return .refused(path: file.path, ImportError.unreadable(path: file.path, reason: "\(error)"))
        }
    }

    private func store(_ pieces: [Piece], _ each: (ImportResult) throws -> Void) throws {
        let refused = pieces.count { $0.isRefused }
        let isStoring = !options.isTrial && !(options.isStrict && refused > 0)
        let submissions = pieces.compactMap { if case .read(let submission, _) = $0 { submission } else { nil } }
        let outcomes = isStoring ? try archive?.save(submissions) ?? [] : []
        var next = outcomes.makeIterator()
        for piece in pieces {
            switch piece {
            case .read(let submission, let read):
                let fate = next.next().map { ImportResult.Fate.stored($0, read) } ?? .read(read)
                try each(ImportResult(path: submission.original.path, fate: fate))
            case .known(let path, let fingerprint):
                try each(ImportResult(path: path, fate: .known(try archive?.reports(readFrom: fingerprint) ?? [])))
            case .refused(let path, let error):
                try each(ImportResult(path: path, fate: .refused(error)))
            }
        }
        if options.isStrict, refused > 0 { throw ImportError.nothingStored(refused: refused) }
    }

    /// Files being read by several threads; the pieces come out in the order of the files.
    private final class Reading: Sendable {
        private let pieces: Mutex<[Piece?]>
        private let next = Mutex(0)
        private let group = DispatchGroup()

        init(_ files: [SourceFile], jobs: Int, read: @escaping @Sendable (SourceFile) -> Piece) {
            pieces = Mutex(Array(repeating: nil, count: files.count))
            for _ in 0..<max(1, min(jobs, files.count)) {
                DispatchQueue.global(qos: .userInitiated).async(group: group) {
                    while let number = self.take(of: files.count) {
                        let piece = read(files[number])
                        self.pieces.withLock { $0[number] = piece }
                    }
                }
            }
        }

        func wait() -> [Piece] {
            group.wait()
            return pieces.withLock { $0.compactMap { $0 } }
        }

        private func take(of count: Int) -> Int? {
            next.withLock { next in
                guard next < count else { return nil }
                defer { next += 1 }
                return next
            }
        }
    }
}
