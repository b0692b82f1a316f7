import ArgumentParser
import Catalogue
import Foundation
import Storage

/// What a shell offers where an argument is to be completed: names out of the archive that the command line, or the
/// environment, names. Where there is none, nothing is offered and nothing is said.
enum Suggestions {
    static let townships = CompletionKind.custom { words, _, _ in
        unique(places(words).map(\.place.township))
    }

    static let counties = CompletionKind.custom { words, _, _ in
        unique(places(words).map(\.place.county).filter { !$0.isEmpty })
    }

    static let places = CompletionKind.custom { words, _, _ in
        let known = places(words).map(\.place)
        return unique(known.map(\.county).filter { !$0.isEmpty } + known.map(\.township))
    }

    static let years = CompletionKind.custom { words, _, _ in
        unique(places(words).flatMap(\.years).sorted().map(String.init))
    }

    static let indicators = CompletionKind.custom { words, _, _ in
        if let archive = archive(words) { return archive.indicators.map(\.code) }
        return (try? Codebook.load().indicators.map(\.code)) ?? []
    }

    /// Indicators and measures.
    static let subjects = CompletionKind.custom { words, _, _ in
        let archive = archive(words)
        let indicators = archive.map { $0.indicators.map(\.code) } ?? (try? Codebook.load().indicators.map(\.code))
        let measures = try? archive?.measures() ?? MeasureList.load()
        return (indicators ?? []) + (measures?.map(\.code) ?? []) + (measures?.map(\.label.zh) ?? [])
    }

    static let measures = CompletionKind.custom { words, _, _ in
        let measures = try? archive(words)?.measures() ?? MeasureList.load()
        return (measures?.map(\.code) ?? []) + (measures?.map(\.label.zh) ?? [])
    }

    static let rules = CompletionKind.custom { _, _, _ in
        (try? Rulebook(Codebook.load()).rules.map(\.name)) ?? []
    }

    private static func places(_ words: [String]) -> [RegisteredTownship] {
        (try? archive(words)?.townships()) ?? []
    }

    private static func archive(_ words: [String]) -> Archive? {
        var options = CommonOptions.bare
        options.archive = words.lastIndex(of: "--archive").flatMap { place in
            words.indices.contains(place + 1) ? words[place + 1] : nil
        }
        return try? options.openForReading()
    }

    /// In order, each once.
    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
