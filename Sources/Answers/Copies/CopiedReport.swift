import Reports
import Values

/// How much of a report's own words others have too.
package struct CopiedReport: Sendable {
    package let place: Place
    package let year: Int
    package let path: String
    /// Letters and characters of its sentences, standard phrases left out; each number counts as one.
    package let characters: Int
    /// Those that were left out.
    package let standard: Int
    /// How many it shares with its own last year's report; nil where there is none.
    package var lastYear: Int?
    /// With any of the townships of its county in the same year.
    package var neighbours = 0
    /// With so many townships that it is a template.
    package var template = 0
    /// The neighbour that it shares most with.
    package var nearest: (place: Place, characters: Int)?
    /// What is shared, in the order of the kinds; empty where nobody asked.
    package var passages: [CopiedPassage] = []

    /// The largest of the shares, in hundredths of a percent.
    package var largestShare: Int64 { [lastYear ?? 0, neighbours, template].map(share).max() ?? 0 }

    /// A number of characters as a part of its own words, in hundredths of a percent.
    package func share(_ count: Int) -> Int64 {
        ExactQuotient.rounded(Int64(count), times: 10_000, over: Int64(characters)) ?? 0
    }
}

/// One passage that two reports share.
package struct CopiedPassage: Sendable {
    package enum Kind: String, Sendable {
        case lastYear = "last_year"
        case neighbour
        case template
    }

    package let kind: Kind
    /// How many of its characters are the report's own words.
    package let characters: Int
    package let other: Place
    package let otherYear: Int
    /// Of a template, how many townships carry it in that year.
    package let carriers: Int?
    package let source: String
    package let text: String
    package let otherSource: String
    package let otherText: String
    package let numbers: [SharedNumber]
}
