import Documents

/// How far files have been read by several threads and handed out in order.
struct ReadingState<Product: Sendable>: Sendable {
    private let files: Int
    private let room: ReadingRoom

    /// Read, and not handed out yet.
    private var products: [ReadingPlace: (product: Product, bytes: Int)] = [:]
    private var bytes = 0
    /// Of what was handed out last, while it is in use.
    private var bytesInUse = 0
    /// How many products a file gives, once that is known.
    private var counts: [Int: Int] = [:]
    /// Members of archives that wait for a thread.
    private var members: [ReadingTask] = []
    private var taken = 0
    private var isBeingRead = 0
    /// The place of the product to be handed out next.
    private var place = ReadingPlace(file: 0)

    /// Whether no more is to be read.
    var isEnding = false

    init(files: Int, room: ReadingRoom) {
        self.files = files
        self.room = room
    }

    /// Whether no file is left to be taken on, nor any archive that may still show one.
    var isRead: Bool { taken == files && isBeingRead == 0 && members.isEmpty }
    var isCutShort: Bool { isEnding && isBeingRead == 0 && place.file < files && products[place] == nil }
    var isOver: Bool { place.file == files || isCutShort }
    var waitingMembers: Int { members.count }

    /// What is to be handed out next always has room, since everything waits for it.
    private func hasRoom(for place: ReadingPlace) -> Bool {
        place == self.place || bytes < room.bytes && products.count + members.count + isBeingRead < room.files
    }

    /// Whether what is read at a place may take much memory: nothing read before it is in memory any more.
    func isTurn(of place: ReadingPlace) -> Bool { place == self.place && bytesInUse < Limits.lightBytes }

    /// What was handed out last is not in use any more.
    mutating func release() { bytesInUse = 0 }

    // MARK: Taking on

    mutating func takeFile() -> Int? {
        guard taken < files, hasRoom(for: ReadingPlace(file: taken)) else { return nil }
        defer { taken += 1 }
        isBeingRead += 1
        return taken
    }

    /// A member that waits: of any archive, or of the one at hand.
    mutating func takeMember(of file: Int? = nil) -> ReadingTask? {
        guard !isEnding, let index = members.firstIndex(where: { file == nil || $0.place.file == file }) else {
            return nil
        }
        isBeingRead += 1
        return members.remove(at: index)
    }

    /// Lets a member wait for a thread. Otherwise gives one of the same archive to be read first, and nil where not
    /// even that is left: then something else must happen before.
    mutating func offer(_ member: ReadingTask, isCrowded: Bool) -> ReadingTask?? {
        if isEnding { return .some(nil) }
        let hasRoom = hasRoom(for: member.place)
        if !hasRoom || isCrowded, let other = takeMember(of: member.place.file) { return other }
        guard hasRoom else { return nil }
        members.append(member)
        return .some(nil)
    }

    // MARK: Finishing

    /// - Parameter isWhole: whether it is all that the file gives, and not a member of an archive.
    mutating func finish(_ place: ReadingPlace, _ product: Product, bytes: Int, isWhole: Bool) {
        products[place] = (product, bytes)
        self.bytes += bytes
        isBeingRead -= 1
        if isWhole { counts[place.file] = 1 }
        advance()
    }

    mutating func finishArchive(_ file: Int, count: Int) {
        isBeingRead -= 1
        counts[file] = count
        advance()
    }

    mutating func handOut() -> Product? {
        guard let (product, bytes) = products.removeValue(forKey: place) else { return nil }
        self.bytes -= bytes
        bytesInUse = bytes
        place.member += 1
        advance()
        return product
    }

    /// Goes on to the next file that gives anything.
    private mutating func advance() {
        while let count = counts[place.file], count == place.member {
            counts[place.file] = nil
            place = ReadingPlace(file: place.file + 1)
        }
    }
}
