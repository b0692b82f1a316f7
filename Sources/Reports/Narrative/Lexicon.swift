import Catalogue
import Values

/// The catalogue's words made ready for texts: one index over all of them, and the class of each list.
struct Lexicon: Sendable {
    let index: WordIndex
    /// For each word of the index, what one of the unit is in stored units; 0 for words that are no units.
    let scale: [Int64]
    let unitNames: [String]
    /// For each letter the one it is read as.
    let letters: [UInt16]
    /// The word `%`.
    let percent: Int?
    private let ownClass: [[NarrativePattern.WordReference]: Int]

    typealias Role = NarrativeLexicon.Role

    /// - Parameter references: for each place where the catalogue names words, those words; each becomes a class.
    init(_ patterns: NarrativePatterns, references: Set<[NarrativePattern.WordReference]>) {
        var classes = Role.allCases.map { patterns.lexicon.words[$0] ?? [] }
        var ownClass: [[NarrativePattern.WordReference]: Int] = [:]
        for reference in references {
            ownClass[reference] = classes.count
            classes.append(
                reference.flatMap { entry -> [String] in
                    switch entry {
                    case .word(let word): [word]
                    case .list(let name): patterns.lists[name] ?? []
                    }
                })
        }
        let index = WordIndex(classes: classes)
        var names = Array(repeating: "", count: index.words.count)
        for unit in patterns.lexicon.words[.unit] ?? [] {
            if let word = index.words.firstIndex(of: FoldedText.letters(of: unit)) { names[word] = unit }
        }
        var letters = (0...UInt16.max).map { $0 }
        let pairs = FoldedText.letters(of: patterns.lexicon.letters)
        for index in stride(from: 0, to: pairs.count - 1, by: 2) { letters[Int(pairs[index])] = pairs[index + 1] }
        self.letters = letters
        self.index = index
        self.ownClass = ownClass
        unitNames = names
        percent = names.firstIndex(of: Unit.percent.rawValue)
        scale = names.map { $0.isEmpty ? 0 : Unit(rawValue: $0)?.scale ?? 1 }
    }

    func classNumber(_ references: [NarrativePattern.WordReference]) -> Int? { ownClass[references] }

    /// The word that a unit is in the index.
    func word(unit: String) -> Int? { unitNames.firstIndex(of: unit) }
}

extension Lexicon {
    static func number(_ role: Role) -> Int { Role.allCases.firstIndex(of: role) ?? 0 }

    static let unit = number(.unit)
    static let time = number(.time)
    static let name = number(.name)
    static let nameBefore = number(.nameBefore)
    static let hotline = number(.hotline)
    static let shortHotline = number(.shortHotline)
    static let idiom = number(.idiom)
    static let upTo = number(.upTo)
    static let afterMonth = number(.afterMonth)
    static let moreThanAfter = number(.moreThanAfter)
    static let aboutAfter = number(.aboutAfter)

    static let qualifiersBefore: [(role: Int, qualifier: Qualifier)] = [
        (number(.moreThanBefore), .moreThan), (number(.aboutBefore), .about), (number(.lessThanBefore), .lessThan),
    ]

    static let anyQualifierBefore = qualifiersBefore.reduce(UInt64(0)) { $0 | 1 << UInt64($1.role) }
}
