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
        /// Whether results are to have their figures.
        package var keepsFigures = false
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
            files, jobs: options.jobs, isStopped: options.isStopped
        ) {
            read($0, known: known)
        }
        defer { reading.end() }
        if options.isStrict {
            try storeAllOrNothing(reading, each)
        } else if let archive, !options.isTrial {
            while !reading.isOver { try storeBatch(of: reading, in: archive, each) }
        } else {
            while let piece = reading.next() { try each(result(of: piece, nil)) }
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
        func handedOn(keepingFigures: Bool) -> ReadFile {
            guard case .read(let path, _, let report) = self else { return self }
            return .read(path: path, nil, report.lightened(keepingFigures: keepingFigures))
        }
    }

    private func read(_ file: SourceFile, known: Set<Fingerprint>) -> ParallelReading<ReadFile>.Reading {
        do {
            let bytes = try file.read()
            let fingerprint = Fingerprint(of: bytes)
            if known.contains(fingerprint) { return .product(.known(path: file.path, fingerprint), bytes: 0) }
            let opened = try file.opened(bytes)
            if opened.format.isArchive { return .archive(opened) }
            let document = try opened.document()
            let report = try reader.read(document, path: file.location, override: options.override)
            let original = Original(
                bytes: bytes, fingerprint: fingerprint, path: file.path, modifiedAt: file.modifiedAt, mode: file.mode)
            let submission = Submission(original: original, document: document, report: report)
            return .product(
                .read(path: file.path, submission, ReadReport(report, in: document)),
                bytes: bytes.count + document.text.count)
        } catch let error as any ExplainedError {
            return .product(.refused(path: file.path, error), bytes: 0)
        } catch {
            let reason = ImportError.unreadable(path: file.path, reason: Phrase("\(error)"))
            return .product(.refused(path: file.path, reason), bytes: 0)
        }
    }

    /// One transaction. It is not kept open for longer than a second because of files that take long to be read.
    private func storeBatch(
        of reading: ParallelReading<ReadFile>, in archive: Archive, _ each: (ImportResult) throws -> Void
    ) throws {
        var pieces: [ReadFile] = []
        var deadline = DispatchTime.distantFuture
        let outcomes = try archive.save(readWith: basis) {
            while pieces.count < Self.batch, let piece = reading.next(by: deadline) {
                pieces.append(piece.handedOn(keepingFigures: options.keepsFigures))
                guard let submission = piece.submission else { continue }
                if deadline == .distantFuture { deadline = .now() + Self.patience }
                return submission
            }
            return nil
        }
        try tell(pieces, outcomes, each)
    }

    private func storeAllOrNothing(_ reading: ParallelReading<ReadFile>, _ each: (ImportResult) throws -> Void) throws {
        var pieces: [ReadFile] = []
        var refused = 0
        // One transaction for all, which is undone where a file is refused; nothing is held in memory for it.
        func nextSubmission() throws -> Submission? {
            while let piece = reading.next() {
                pieces.append(piece.handedOn(keepingFigures: options.keepsFigures))
                if piece.isRefused { refused += 1 }
                if refused == 0, !options.isTrial, let submission = piece.submission { return submission }
            }
            if refused > 0 || reading.isCutShort { throw NothingStored() }
            return nil
        }
        var outcomes: [Outcome] = []
        do {
            if let archive {
                outcomes = try archive.save(readWith: basis, next: nextSubmission)
            } else {
                _ = try nextSubmission()
            }
        } catch is NothingStored {}
        try tell(pieces, outcomes, each)
        if refused > 0 { throw ImportError.nothingStored(refused: refused) }
    }

    /// Undoes an all-or-nothing import.
    private struct NothingStored: Error {}

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
