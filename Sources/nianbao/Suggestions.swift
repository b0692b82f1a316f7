import ArgumentParser
import Catalogue
import Foundation
import Storage

/// What a shell offers where an argument is to be completed: names out of the archive that the command line, or the
/// environment, names. Where there is none, nothing is offered and nothing is said.
///
/// Bash takes what it is offered for words that it may yet expand: what a name such as `$(…)` asks for would be done
/// when somebody presses Tab. A name with anything but letters, digits and their like is not offered.
enum Suggestions {
    static let townships = CompletionKind.custom { words, _, _ in
        offered(places(words).map(\.place.township))
    }

    static let counties = CompletionKind.custom { words, _, _ in
        offered(places(words).map(\.place.county))
    }

    static let places = CompletionKind.custom { words, _, _ in
        let known = places(words).map(\.place)
        return offered(known.map(\.county) + known.map(\.township))
    }

    static let years = CompletionKind.custom { words, _, _ in
        offered(places(words).flatMap(\.years).sorted().map(String.init))
    }

    static let indicators = CompletionKind.custom { words, _, _ in
        if let archive = archive(words) { return offered(archive.indicators.map(\.code)) }
        return offered((try? Codebook.load().indicators.map(\.code)) ?? [])
    }

    /// Indicators and measures.
    static let subjects = CompletionKind.custom { words, _, _ in
        let archive = archive(words)
        let indicators = archive.map { $0.indicators.map(\.code) } ?? (try? Codebook.load().indicators.map(\.code))
        let measures = try? archive?.measures() ?? MeasureList.load()
        return offered((indicators ?? []) + (measures?.map(\.code) ?? []) + (measures?.map(\.label.zh) ?? []))
    }

    static let measures = CompletionKind.custom { words, _, _ in
        let measures = try? archive(words)?.measures() ?? MeasureList.load()
        return offered((measures?.map(\.code) ?? []) + (measures?.map(\.label.zh) ?? []))
    }

    static let rules = CompletionKind.custom { _, _, _ in
        offered((try? Rulebook(Codebook.load()).rules.map(\.name)) ?? [])
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

    /// Those that no shell could take for more than a name, in order, each once.
    private static func offered(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { name in
            name.first != "-" && !name.isEmpty && name.unicodeScalars.allSatisfy(isHarmless)
                && seen.insert(name).inserted
        }
    }

    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains(scalar) }
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
            .unassigned:
            return false
        default: return true
        }
    }
}
