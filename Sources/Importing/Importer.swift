import Catalogue
import Dispatch
import Documents
import Reports
import Storage
import Values

/// The whole flow over many files: read in parallel, stored by one writer in the order of the files, each with its
/// result.
package struct Importer: Sendable {
    package struct Options: Sendable {
        package var override = IdentityOverride()
        /// Read everything, store nothing.
        package var isTrial = false
        /// Store all or nothing.
        package var isStrict = false
        package var jobs = 2
        /// Asked between files: whether the user wants the import to end here.
        package var isStopped: @Sendable () -> Bool = { false }

        package init() {}
    }

    /// One transaction holds this many files at the most.
    private static let batch = 500
    /// And is open for this long at the most while files are being read.
    private static let patience = DispatchTimeInterval.seconds(1)

    private let archive: Archive?
    private let reader: ReportReader
    private let options: Options
    private let basis: ReadingBasis

    /// `archive` is nil in a trial run where there is none yet.
    package init(_ archive: Archive?, codebook: Codebook, options: Options = Options()) throws(CatalogueError) {
        self.archive = archive
        self.options = options
        reader = try ReportReader(codebook)
        basis = ReadingBasis(codebook, reader.vocabulary)
    }

    /// Imports the files, and tells whether it came to their end. `each` is told what became of each, in order, as soon
    /// as it is certain.
    @discardableResult package func run(_ files: [SourceFile], each: (ImportResult) throws -> Void) throws -> Bool {
        if !options.isTrial { try archive?.register(basis) }
        let known = options.override == IdentityOverride() ? try archive?.fingerprints() ?? [] : []
        let reading = ParallelReading(
            files, jobs: options.jobs, room: options.isStrict ? .unlimited : ReadingRoom(), isStopped: options.isStopped
        ) {
            read($0, known: known)
        }
        defer { reading.end() }
        if options.isStrict {
            try storeAllOrNothing(reading, each)
        } else if let archive, !options.isTrial {
            while !reading.isOver { try storeBatch(of: reading, in: archive, each) }
        } else {
            while let pieces = reading.next() { for piece in pieces { try each(result(of: piece, nil)) } }
        }
        return !reading.isCutShort
    }

    /// A file after reading, before storing.
    private enum ReadFile: Sendable {
        /// Without the submission once that was handed on: transcripts and blocks are large.
        case read(path: String, Submission?, ReadReport)
        case known(path: String, Fingerprint)
        case refused(path: String, any ExplainedError)

        var isRefused: Bool { if case .refused = self { true } else { false } }
        var isRead: Bool { if case .read = self { true } else { false } }
        var submission: Submission? { if case .read(_, let submission, _) = self { submission } else { nil } }
        /// The same without its submission, to be told of later.
        var handedOn: ReadFile {
            if case .read(let path, _, let report) = self { .read(path: path, nil, report) } else { self }
        }
    }

    /// What a file gives: the one report of most, those of several townships or years of a workbook.
    private func read(_ file: SourceFile, known: Set<Fingerprint>) -> ParallelReading<[ReadFile]>.Reading {
        do {
            let bytes = try file.read()
            let fingerprint = Fingerprint(of: bytes)
            if known.contains(fingerprint) { return .product([.known(path: file.path, fingerprint)], bytes: 0) }
            let opened = try file.opened(bytes)
            if opened.format.isArchive { return .archive(opened) }
            let document = try opened.document()
            let original = Original(
                bytes: bytes, fingerprint: fingerprint, path: file.path, modifiedAt: file.modifiedAt, mode: file.mode)
            let parts = reader.readAll(document, path: file.location, override: options.override)
            return .product(
                parts.map { Self.readFile($0, path: file.path, original, document) },
                bytes: bytes.count + document.text.count)
        } catch let error as any ExplainedError {
            return .product([.refused(path: file.path, error)], bytes: 0)
        } catch {
            let reason = ImportError.unreadable(path: file.path, reason: Phrase("\(error)"))
            return .product([.refused(path: file.path, reason)], bytes: 0)
        }
    }

    private static func readFile(
        _ part: ReportPart, path: String, _ original: Original, _ document: Document
    ) -> ReadFile {
        let path = part.sheet.map { "\(path)/\($0)" } ?? path
        switch part.result {
        case .failure(let error): return .refused(path: path, error)
        case .success(let report):
            let submission = Submission(original: original, document: document, report: report)
            return .read(path: path, submission, ReadReport(report, in: document))
        }
    }

    /// One transaction. It is not kept open for longer than a second because of files that take long to be read.
    private func storeBatch(
        of reading: ParallelReading<[ReadFile]>, in archive: Archive, _ each: (ImportResult) throws -> Void
    ) throws {
        var pieces: [ReadFile] = []
        // What is left of a file that gave several reports; they are stored together.
        var rest: ArraySlice<ReadFile> = []
        var deadline = DispatchTime.distantFuture
        let outcomes = try archive.save(readWith: basis) {
            while true {
                if rest.isEmpty {
                    guard pieces.count < Self.batch, let next = reading.next(by: deadline) else { return nil }
                    rest = next[...]
                }
                guard let piece = rest.popFirst() else { continue }
                pieces.append(piece.handedOn)
                guard let submission = piece.submission else { continue }
                if deadline == .distantFuture { deadline = .now() + Self.patience }
                return submission
            }
        }
        try tell(pieces, outcomes, each)
    }

    private func storeAllOrNothing(_ reading: ParallelReading<[ReadFile]>, _ each: (ImportResult) throws -> Void) throws
    {
        var pieces: [ReadFile] = []
        while let read = reading.next() { pieces += read }
        let refused = pieces.count { $0.isRefused }
        let isStoring = !options.isTrial && refused == 0 && !reading.isCutShort
        try tell(
            pieces, isStoring ? try archive?.save(pieces.compactMap(\.submission), readWith: basis) ?? [] : [], each)
        if refused > 0 { throw ImportError.nothingStored(refused: refused) }
    }

    private func tell(_ pieces: [ReadFile], _ outcomes: [Outcome], _ each: (ImportResult) throws -> Void) throws {
        var next = outcomes.makeIterator()
        for piece in pieces { try each(result(of: piece, piece.isRead ? next.next() : nil)) }
    }

    private func result(of piece: ReadFile, _ outcome: Outcome?) throws -> ImportResult {
        switch piece {
        case .read(let path, _, let read):
            ImportResult(path: path, fate: outcome.map { .stored($0, read) } ?? .read(read))
        case .known(let path, let fingerprint):
            ImportResult(path: path, fate: .known(try archive?.reports(readFrom: fingerprint) ?? []))
        case .refused(let path, let error):
            ImportResult(path: path, fate: .refused(error))
        }
    }
}
