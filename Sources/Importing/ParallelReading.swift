import Dispatch
import Synchronization

/// Files being read by several threads; what was read comes out in the order of the files, each as soon as it is there.
final class ParallelReading<Piece: Sendable>: Sendable {
    private struct State {
        /// Nil of a file that is not read yet, or was left alone because the user wanted the import to end.
        var pieces: [Piece?]
        /// How many files a thread took on, and how many pieces were handed out.
        var taken = 0
        var given = 0
        var isCutShort = false
    }

    private let state: Mutex<State>
    private let done: [DispatchSemaphore]
    private let threads = DispatchGroup()

    init(
        _ files: [SourceFile], jobs: Int, isStopped: @escaping @Sendable () -> Bool,
        read: @escaping @Sendable (SourceFile) -> Piece
    ) {
        state = Mutex(State(pieces: Array(repeating: nil, count: files.count)))
        done = files.map { _ in DispatchSemaphore(value: 0) }
        for _ in 0..<max(1, min(jobs, files.count)) {
            DispatchQueue.global(qos: .userInitiated).async(group: threads) {
                while let number = self.take() {
                    let piece = isStopped() ? nil : read(files[number])
                    self.state.withLock { $0.pieces[number] = piece }
                    self.done[number].signal()
                }
            }
        }
    }

    /// Whether some files were not read because the user wanted the import to end.
    var isCutShort: Bool { state.withLock { $0.isCutShort } }

    /// Whether every piece was handed out.
    var isOver: Bool { state.withLock { $0.isCutShort || $0.given == $0.pieces.count } }

    /// The next piece. Nil when there is none any more (`isOver`), or none was there by the deadline.
    func next(by deadline: DispatchTime = .distantFuture) -> Piece? {
        let number = state.withLock { $0.given }
        guard !isOver, done[number].wait(timeout: deadline) == .success else { return nil }
        return state.withLock { state in
            state.given += 1
            // Handed out, a piece is not kept: reports are large.
            let piece = state.pieces[number].take()
            if piece == nil { state.isCutShort = true }
            return piece
        }
    }

    /// Takes on no more files, and waits for those that are being read: the program must not end under a thread's feet.
    func end() {
        state.withLock { $0.taken = $0.pieces.count }
        threads.wait()
    }

    private func take() -> Int? {
        state.withLock { state in
            guard state.taken < state.pieces.count else { return nil }
            defer { state.taken += 1 }
            return state.taken
        }
    }
}
