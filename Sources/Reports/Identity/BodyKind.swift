import Values

/// What the names of townships, and of the bodies that report as townships do, end in.
enum BodyKind {
    /// Words that are a township's wherever they stand behind a name; the longer before what they end in.
    private static let certain = TownshipKind.allCases.map { Wording($0.rawValue) }
    static let township = Wording(TownshipKind.township.rawValue)
    static let office = Wording("办事处")
    /// Words that end other names as well; they are believed in titles, leads and signatures only.
    private static let loose = [office] + ["管理区", "农场", "林场", "牧场", "渔场", "茶场", "街"].map { Wording($0) } + names
    /// Kinds that are names as they stand, where a county has but one of them.
    private static let names = ["园艺场", "垦殖场", "原种场", "良种场", "种畜场"].map { Wording($0) }

    private static let endings = WordEndings(certain + loose)
    private static let certainEndings = WordEndings(certain)

    /// The kind that a name ends in.
    static func of(_ name: Wording) -> Wording? { endings.first(of: name) }

    /// Whether a name ends in a word that is a township's wherever it stands.
    static func isCertain(_ name: Wording) -> Bool { certainEndings.first(of: name) != nil }

    /// Whether a text has a character that kinds end in, without which no township is named in it.
    static func mayStand(in text: Wording) -> Bool { text.scalars.contains(where: endings.mayEnd) }

    static func isName(_ kind: Wording) -> Bool { names.contains(kind) }

    static func isLoose(_ kind: Wording) -> Bool { loose.contains(kind) }
}
