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
        /// What the user named, for the archive's log, and who the user is.
        package var subject = ""
        package var author = Archive.nobody
        /// The day that it is where the program runs, `2021-02-04`; without it no year is said not to be over.
        package var today: String?
        /// Which files may take the place of reports whatever they say.
        package var replacing = ImportRun.Replacing()
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
    ///
    /// - Parameter early: where a reader of the program's own catalogue is being made already.
    package init(
        _ archive: Archive?, codebook: Codebook, early: EarlyReader? = nil, options: Options = Options()
    ) throws(CatalogueError) {
        self.archive = archive
        self.options = options
        let made = codebook.isOwn ? try early?.made() : nil
        reader = if let made { made } else { try ReportReader(codebook) }
        basis = ReadingBasis(codebook, reader.vocabulary)
    }

    /// Imports the files, and tells whether it came to their end. `each` is told what became of each, in order, as soon
    /// as it is certain.
    @discardableResult package func run(_ files: [SourceFile], each: (ImportResult) throws -> Void) throws -> Bool {
        let known = try archive?.fingerprints(options.override) ?? []
        let workbooks = try archive?.fingerprints(of: [.xlsx, .ods, .xls]) ?? []
        let moved = try movedQuestions
        let reading = ParallelReading(
            files, jobs: options.jobs, isStopped: options.isStopped
        ) {
            read($0, known: known, workbooks: workbooks, moved: moved, turn: $1)
        }
        defer { reading.end() }
        let run = ImportRun(subject: options.subject, author: options.author, replacing: options.replacing)
        if options.isTrial {
            try tryOut(reading, run, each)
        } else if options.isStrict {
            try storeAllOrNothing(reading, run, each)
        } else if let archive {
            while !reading.isOver { try storeBatch(of: reading, in: archive, run, each) }
        }
        // Who takes the archive away meanwhile takes what was told as stored.
        try archive?.requireInPlace()
        return !reading.isCutShort
    }

    /// A file after reading, before storing.
    private enum ReadFile: Sendable {
        /// Without the submission once that was handed on: transcripts and blocks are large.
        case read(Origin, Fingerprint, Submission?, ReadReport)
        case known(Origin, Fingerprint)
        case passedOver(path: String)
        case refused(path: String, any ExplainedError)

        /// The path that it is known by, and the whole path of the file.
        struct Origin: Sendable {
            let path: String
            let location: String
        }

        var isRefused: Bool { if case .refused = self { true } else { false } }
        /// What the archive is told of it.
        var arrival: Arrival? {
            switch self {
            case .read(_, _, let submission, _): submission.map(Arrival.submission)
            case .known(let origin, let fingerprint): .known(fingerprint, path: origin.path)
            case .passedOver, .refused: nil
            }
        }
        var arrives: Bool {
            switch self {
            case .read, .known: true
            case .passedOver, .refused: false
            }
        }
        /// The same without its submission, to be told of later.
        func handedOn(keepingFigures: Bool) -> ReadFile {
            guard case .read(let origin, let fingerprint, _, let report) = self else { return self }
            return .read(origin, fingerprint, nil, report.lightened(keepingFigures: keepingFigures))
        }
    }

    /// Where the user names no place, a file that is to count does where it was asked about.
    private var movedQuestions: [Fingerprint: IdentityOverride] {
        get throws {
            guard options.override == IdentityOverride(), !options.replacing.paths.isEmpty else { return [:] }
            return try archive?.movedQuestions() ?? [:]
        }
    }

    /// What a file gives: the one report of most, those of several townships or years of a workbook.
    private func read(
        _ file: SourceFile, known: Set<Fingerprint>, workbooks: Set<Fingerprint>,
        moved: [Fingerprint: IdentityOverride], turn: @escaping @Sendable () -> Void
    ) -> ParallelReading<[ReadFile]>.Reading {
        if case .passedOver = file.content { return .product([.passedOver(path: file.path)], bytes: 0) }
        do {
            var limits = Limits()
            limits.turn = turn
            let bytes: [UInt8]
            switch try file.read(limits) {
            case .all(let all): bytes = all
            case .larger(let handle): return .archive(try OpenedFile(handle, name: file.path, limits: limits))
            }
            let fingerprint = Fingerprint(of: bytes)
            if known.contains(fingerprint) {
                let refused = workbooks.contains(fingerprint) ? refusedSheets(of: file, bytes, limits) : []
                let origin = ReadFile.Origin(path: file.path, location: file.location)
                return .product([.known(origin, fingerprint)] + refused, bytes: 0)
            }
            let document: Document
            switch try Self.look(into: file, bytes, limits) {
            case .archive(let archive): return .archive(archive)
            case .document(let read): document = read
            }
            let original = Original(
                bytes: bytes, fingerprint: fingerprint, path: file.path, modifiedAt: file.modifiedAt, mode: file.mode)
            var parts = reader.readAll(document, path: file.location, override: options.override)
            if parts.count == 1, options.replacing.paths.contains(file.path), let place = moved[fingerprint] {
                parts = reader.readAll(document, path: file.location, override: place)
            }
            return .product(
                parts.map { Self.readFile($0, of: file, original, document, isPart: parts.count > 1) },
                bytes: bytes.count + document.text.count)
        } catch DocumentError.ownOutput where !file.isNamed {
            return .product([.passedOver(path: file.path)], bytes: 0)
        } catch let error as any ExplainedError {
            return .product([.refused(path: file.path, error)], bytes: 0)
        } catch {
            let reason = ImportError.unreadable(path: file.path, reason: Phrase("\(error)"))
            return .product([.refused(path: file.path, reason)], bytes: 0)
        }
    }

    /// The sheets of a known workbook that no report came of: they are refused each time, as files are.
    private func refusedSheets(of file: SourceFile, _ bytes: [UInt8], _ limits: Limits) -> [ReadFile] {
        guard let content = try? Self.look(into: file, bytes, limits), case .document(let document) = content else {
            return []
        }
        return reader.readAll(document, path: file.location, override: options.override).compactMap { part in
            guard let sheet = part.sheet, case .failure(let error) = part.result else { return nil }
            return .refused(path: "\(file.path)/\(sheet)", error)
        }
    }

    private enum Content {
        case document(Document)
        case archive(OpenedFile)
    }

    /// What was found in the file goes with this function, before the original is packed.
    private static func look(into file: SourceFile, _ bytes: [UInt8], _ limits: Limits) throws -> Content {
        let opened = try file.opened(bytes, limits)
        return opened.format.isArchive ? .archive(opened) : .document(try opened.document(limits: limits))
    }

    private static func readFile(
        _ part: ReportPart, of file: SourceFile, _ original: Original, _ document: Document, isPart: Bool
    ) -> ReadFile {
        let path = part.sheet.map { "\(file.path)/\($0)" } ?? file.path
        switch part.result {
        case .failure(let error): return .refused(path: path, error)
        case .success(let report):
            let submission = Submission(
                original: original, document: document, report: report, isPart: isPart)
            let origin = ReadFile.Origin(path: path, location: file.location)
            return .read(origin, original.fingerprint, submission, ReadReport(report, in: document))
        }
    }

    /// One transaction. It is not kept open for longer than a second because of files that take long to be read.
    private func storeBatch(
        of reading: ParallelReading<[ReadFile]>, in archive: Archive, _ run: ImportRun,
        _ each: (ImportResult) throws -> Void
    ) throws {
        var pieces: [ReadFile] = []
        // What is left of a file that gave several reports; they are stored together.
        var rest: ArraySlice<ReadFile> = []
        var deadline = DispatchTime.distantFuture
        let outcomes = try archive.save(readWith: basis, run: run) {
            while true {
                if rest.isEmpty {
                    guard pieces.count < Self.batch, let next = reading.next(by: deadline) else { return nil }
                    rest = next[...]
                }
                guard let piece = rest.popFirst() else { continue }
                pieces.append(piece.handedOn(keepingFigures: options.keepsFigures))
                guard let arrival = piece.arrival else { continue }
                if deadline == .distantFuture { deadline = .now() + Self.patience }
                return arrival
            }
        }
        try tell(pieces, outcomes, each)
    }

    private func storeAllOrNothing(
        _ reading: ParallelReading<[ReadFile]>, _ run: ImportRun, _ each: (ImportResult) throws -> Void
    ) throws {
        var pieces: [ReadFile] = []
        var refused = 0
        var rest: ArraySlice<ReadFile> = []
        // One transaction for all, which is undone where a file is refused; nothing is held in memory for it.
        func nextArrival() throws -> Arrival? {
            while true {
                if rest.isEmpty {
                    guard let next = reading.next() else { break }
                    rest = next[...]
                }
                guard let piece = rest.popFirst() else { continue }
                pieces.append(piece.handedOn(keepingFigures: options.keepsFigures))
                if piece.isRefused { refused += 1 }
                if refused == 0, let arrival = piece.arrival { return arrival }
            }
            if refused > 0 || reading.isCutShort { throw NothingStored() }
            return nil
        }
        var outcomes: [Outcome] = []
        do {
            outcomes = try archive?.save(readWith: basis, run: run, isWhole: true, next: nextArrival) ?? []
        } catch is NothingStored {}
        let contested = outcomes.count { $0.isContested }
        // Of a batch that was undone only the questions are true.
        try tell(pieces, outcomes.map { contested == 0 || $0.isContested ? $0 : nil }, each)
        if refused + contested > 0 { throw ImportError.nothingStored(refused: refused + contested) }
    }

    /// Undoes an all-or-nothing import.
    private struct NothingStored: Error {}

    private func tryOut(
        _ reading: ParallelReading<[ReadFile]>, _ run: ImportRun, _ each: (ImportResult) throws -> Void
    ) throws {
        let trial = TrialRun(run, archive: archive, basis: basis)
        let known = try KnownOfPlaces(archive, today: options.today)
        var refused = 0
        for piece in AnyIterator({ reading.next() }).lazy.joined() {
            var outcome: Outcome?
            switch piece.arrival {
            case .submission(let submission): outcome = try trial.add(submission)
            case .known(let fingerprint, let path): outcome = try trial.add(known: fingerprint, path: path)
            case nil: break
            }
            if piece.isRefused || outcome?.isContested == true { refused += 1 }
            for result in try results(of: piece, outcome, isStored: false) { try each(known.noting(result)) }
        }
        if options.isStrict, refused > 0 { throw ImportError.nothingStored(refused: refused) }
    }

    private func tell(
        _ pieces: [ReadFile], _ outcomes: [Outcome?], _ each: (ImportResult) throws -> Void
    ) throws {
        var next = outcomes.makeIterator()
        let known = try KnownOfPlaces(archive, today: options.today)
        for piece in pieces {
            let outcome = piece.arrives ? next.next() ?? nil : nil
            for result in try results(of: piece, outcome, isStored: true) { try each(known.noting(result)) }
        }
    }

    /// One of most files; of one that the archive has and that counts again, or is in question, one for each of its
    /// reports.
    private func results(of piece: ReadFile, _ outcome: Outcome?, isStored: Bool) throws -> [ImportResult] {
        switch piece {
        case .read(let origin, let fingerprint, _, let read):
            let fate = try fate(of: read, fingerprint, outcome, isStored: isStored)
            return [ImportResult(path: origin.path, location: origin.location, fate: fate)]
        case .known(let origin, let fingerprint):
            return try fates(ofKnown: fingerprint, outcome, isStored: isStored).map {
                ImportResult(path: origin.path, location: origin.location, fate: $0)
            }
        case .passedOver(let path): return [ImportResult(path: path, fate: .passedOver)]
        case .refused(let path, let error): return [ImportResult(path: path, fate: .refused(error))]
        }
    }

    private func fate(
        of read: ReadReport, _ fingerprint: Fingerprint, _ outcome: Outcome?, isStored: Bool
    ) throws -> ImportResult.Fate {
        if case .contested = outcome, let outcome { return .stored(outcome, read) }
        if case .same = outcome { return .known(try archive?.knownReports(readFrom: fingerprint) ?? []) }
        guard isStored, let outcome else { return .read(read, outcome) }
        return .stored(outcome, read)
    }

    private func fates(
        ofKnown fingerprint: Fingerprint, _ outcome: Outcome?, isStored: Bool
    ) throws -> [ImportResult.Fate] {
        let reports = try archive?.knownReports(readFrom: fingerprint) ?? []
        guard case .ofSeats(let outcomes) = outcome else { return [.known(reports)] }
        func own(_ outcomes: [SeatOutcome]) -> [KnownReport] {
            let seats = outcomes.map(\.seat)
            return reports.filter { seats.contains(PlaceYear(place: $0.report.place, year: $0.report.year)) }
        }
        let changed: [ImportResult.Fate] = outcomes.compactMap { outcome in
            switch outcome.outcome {
            case .contested(let contest): .rival(contest, own([outcome]))
            case .revision(let number, let changes, _):
                .returned(number, changes: changes, own([outcome]), isTrial: !isStored)
            default: nil
            }
        }
        let others = own(outcomes.filter { $0.outcome == .same })
        return others.isEmpty ? changed : changed + [.known(others)]
    }
}
