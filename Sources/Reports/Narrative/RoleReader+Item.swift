import Catalogue

extension RoleReader {
    /// A word that waits for a number, and what parts it from the word before.
    struct Mention {
        var start: Int32
        var end: Int32
        var word: Int32
        var clause: Int
        var link: Link
        var object: UInt8
        /// What it is for units that do not count the first.
        var other: UInt8
    }

    /// What stands between two words.
    struct Link: OptionSet {
        var rawValue: UInt8
        static let enumeration = Link(rawValue: 1)
        static let joiner = Link(rawValue: 2)
        static let comma = Link(rawValue: 4)
        static let etcetera = Link(rawValue: 8)
        static let colon = Link(rawValue: 16)
        static let stop = Link(rawValue: 32)
        /// Letters that no word explains stand before the mark: 葡萄补贴、低保
        static let stranger = Link(rawValue: 64)

        /// Whether it makes a list of two words.
        var joins: Bool { !isDisjoint(with: [.enumeration, .joiner]) }
    }

    /// What has been said since the last number.
    struct Item {
        var mentions: [Mention] = []
        var link: Link = []
        /// Letters since the last word that no word of the catalogue explains.
        var unexplained = 0
        /// Whether two such letters have stood since the last verb.
        var isStrange = false
        /// Whether they have in this clause.
        var isStrangeHere = false
        /// The clause in which 通过 stood last, and the mentions before it.
        var means = (clause: -1, count: 0)
        /// The clause in which a name in quotation marks does the disclosing.
        var unknownWay = -1
        /// Whether the clause has said of what it speaks.
        var hasContent = false
        var hasNumber = false
        /// Strangers just before the group of numbers that waits.
        var unexplainedBefore = 0
        var isStrangeBefore = false
        var isStrangeHereBefore = false
        var linkBefore: Link = []
        /// Whether the number before has its noun between it and here: 18个村3个社区.
        var isBehindNoun = false
        /// Whether `；` parts it from the last number.
        var isAfterStop = false
        /// The clauses in which 均 and 各 stood last.
        var everything = -1
        /// The clause in which 均 or 全部 stood last, not only 已.
        var allOf = -1
        var each = (clause: -1, start: -1)
        /// Whether what follows is a part of the number before.
        var opensPart = false
        /// Whether a name that nobody knows has ended in 补贴 or 资金: 葡萄补贴.
        var isOtherName = false
        /// The clause in which people stood last that are of no kind.
        var people = -1
        /// Where they stand.
        var peoplePlace = 0..<0
        /// The clause in which 其他 or 其余 stood before 均: not all are meant.
        var rest = -1
        /// The clause that a list of villages opens: 青山村、红旗村公示低保86户.
        var villages = -1
        /// The clause that 分别 stands in without known holders, and the mentions before it.
        var loose = (-1, 0)
        /// The clauses in which a body of its own stood last before a verb, 综治中心受理, and what nobody knows before cases
        /// of any kind, 巡察反馈问题.
        var actor = -1
        var strayCase = -1
        /// Standings before this mention are over: 由3人增加到
        var standingFloor = 0
        /// A standing that a date gave, with its clause and the mentions before it: 比2019年增加.
        var standing: (NarrativeStanding, Int, Int)?

        mutating func passStranger() {
            unexplained += 1
            isStrange = isStrange || unexplained > 1
            isStrangeHere = isStrangeHere || unexplained > 1
        }

        mutating func passStrangers(_ count: Int32) {
            for _ in 0..<count { passStranger() }
        }

        /// Takes a mark or a word that joins what stands before it to what follows.
        mutating func join(with mark: Link) {
            link.insert(mark)
            if unexplained > 1 { link.insert(.stranger) }
        }

        mutating func clear() {
            isStrange = false
            isStrangeHere = false
            isOtherName = false
            opensPart = false
            mentions.removeAll(keepingCapacity: true)
            link = []
            standingFloor = 0
            standing = nil
        }
    }

    /// 政务类信息36条, but not 各类信息36条
    func isOfSort(_ quantity: Int) -> Bool {
        let before = text.letters[..<quantities[quantity].whole.lowerBound].suffix(Letter.ofSort.count + 1)
        return before.dropFirst().elementsEqual(Letter.ofSort)
            && !before.prefix(1).contains(where: Letter.ofAnyKind.contains)
    }
}
