import Dispatch
import Documents

/// Files being read by several threads, those within archives in the archive's place; what was read comes out in the
/// order of the files, each as soon as it is there.
///
/// Threads go only so many files and bytes ahead of what was handed out, so that memory does not grow with the number
/// of files or the size of an archive.
final class ParallelReading<Product: Sendable>: Sendable {
    /// What a thread makes of a file.
    enum Reading {
        /// - Parameter bytes: what is kept in memory of it, roughly.
        case product(Product, bytes: Int)
        /// It holds files, which are to be read instead.
        case archive(OpenedFile)
    }

    /// Makes something of a file. It must call what it is given before it takes much memory, and waits there until
    /// the file is the next to be handed out: so never more than one does.
    typealias Reader = @Sendable (SourceFile, _ turn: @escaping @Sendable () -> Void) -> Reading

    private let files: [SourceFile]
    private let jobs: Int
    private let isStopped: @Sendable () -> Bool
    private let read: Reader
    private let state: Watched<ReadingState<Product>>
    private let threads = DispatchGroup()

    init(
        _ files: [SourceFile], jobs: Int, room: ReadingRoom = ReadingRoom(), isStopped: @escaping @Sendable () -> Bool,
        read: @escaping Reader
    ) {
        self.files = files
        self.jobs = max(1, jobs)
        self.isStopped = isStopped
        self.read = read
        state = Watched(ReadingState(files: files.count, room: room))
        for _ in 0..<self.jobs {
            DispatchQueue.global(qos: .userInitiated).async(group: threads) {
                while let task = self.take() { self.run(task) }
            }
        }
    }

    /// Whether some files were not read because the user wanted the import to end.
    var isCutShort: Bool { state.change { $0.isCutShort } }

    /// Whether every product was handed out.
    var isOver: Bool { state.change { $0.isOver } }

    /// The next product. Nil when there is none any more (`isOver`), or none was there by the deadline.
    func next(by deadline: DispatchTime = .distantFuture) -> Product? {
        // Whoever asks for the next one is done with the last.
        state.change { $0.release() }
        return state.wait(by: deadline) { state -> Product?? in
            if let product = state.handOut() { return product }
            return state.isOver ? .some(nil) : nil
        } ?? nil
    }

    /// Takes on no more files, and waits for those that are being read: the program must not end under a thread's feet.
    func end() {
        state.change { $0.isEnding = true }
        threads.wait()
    }

    // MARK: Threads

    private func take() -> ReadingTask? {
        let isStopped = isStopped()
        return state.wait { state -> ReadingTask?? in
            if isStopped { state.isEnding = true }
            if state.isEnding { return .some(nil) }
            if let member = state.takeMember() { return member }
            guard let number = state.takeFile() else { return state.isRead ? .some(nil) : nil }
            return ReadingTask(place: ReadingPlace(file: number), file: self.files[number])
        } ?? nil
    }

    private func run(_ task: ReadingTask) {
        switch read(task.file, { self.awaitTurn(of: task.place) }) {
        case .product(let product, let bytes):
            state.change { $0.finish(task.place, product, bytes: bytes, isWhole: !task.isMember) }
        case .archive(let archive):
            let count = expand(archive, of: task)
            state.change { $0.finishArchive(task.place.file, count: count) }
        }
    }

    /// Takes an archive apart for all threads, and tells how many files were in it.
    private func expand(_ archive: OpenedFile, of task: ReadingTask) -> Int {
        var limits = Limits()
        let next = Watched(task.place)
        limits.turn = { self.awaitTurn(of: next.change { $0 }, expanding: true) }
        var count = 0
        var expected = 0
        func add(_ file: SourceFile) {
            offer(ReadingTask(place: ReadingPlace(file: task.place.file, member: count), file: file, isMember: true))
            count += 1
            next.change { $0.member = count }
        }
        do throws(DocumentError) {
            try ArchiveExpansion.forEachMember(of: archive, limits: limits) { member in
                let isExpected = member.isWhole || FileFormat.isExpected(member.path)
                expected += isExpected ? 1 : 0
                add(isExpected ? task.file.member(member) : task.file.passedOver(member.path))
            }
            if expected == 0 { add(task.file.failed(.nothingWithin)) }
        } catch {
            add(task.file.failed(error))
        }
        // Nobody else may be free for what is left.
        while let member = state.change({ $0.takeMember(of: task.place.file) }) { run(member) }
        return count
    }

    /// Waits until what is read at a place is the next to be handed out, and what was handed out before is done with.
    ///
    /// - Parameter expanding: whether the thread takes an archive apart: it reads waiting members of it meanwhile, for
    ///   which there may be no other thread.
    private func awaitTurn(of place: ReadingPlace, expanding: Bool = false) {
        while true {
            let own = state.wait { state -> ReadingTask?? in
                if state.isEnding || state.isTurn(of: place) { return .some(nil) }
                return expanding ? state.takeMember(of: place.file).map(Optional.some) : nil
            }
            guard let own, let own else { return }
            run(own)
        }
    }

    /// Has another thread read a member, or where none is free, reads one of the same archive here: so an archive never
    /// waits for threads that wait for it.
    private func offer(_ member: ReadingTask) {
        let isStopped = isStopped()
        while true {
            let own = state.wait { state -> ReadingTask?? in
                if isStopped { state.isEnding = true }
                return state.offer(member, isCrowded: state.waitingMembers >= 2 * self.jobs)
            }
            guard let own, let own else { return }
            run(own)
        }
    }
}

/// How far threads may go ahead.
struct ReadingRoom {
    var files = 500
    var bytes = 24 << 20
}

/// A file to be read, and where its product belongs.
struct ReadingTask: Sendable {
    var place: ReadingPlace
    var file: SourceFile
    var isMember = false
}

/// Where a product belongs: the file's number, and within an archive the member's.
struct ReadingPlace: Hashable {
    var file: Int
    var member = 0
}
