/// Where an original lies when the archive is unpacked: `湟中区/2020/上新庄镇.txt`, relative, without `..`, and with
/// no character that a terminal or another operating system would take for something else.
struct OriginalName {
    /// A file name must fit in 255 bytes together with ` (12345)`.
    private static let longest = 230

    private let stem: String
    private let ending: String

    init(county: String, year: Int, path: String) {
        let folder = "\(Self.component(county, otherwise: "未知"))/\(year)/"
        let file = Self.component(path.split(separator: "/").last.map(String.init) ?? "", otherwise: "原件")
        let dot = file.lastIndex(of: ".") ?? file.endIndex
        let hasEnding = dot > file.startIndex && file[dot...].utf8.count <= 16
        stem = folder + Self.shortened(hasEnding ? String(file[..<dot]) : file)
        ending = hasEnding ? String(file[dot...]) : ""
    }

    /// The name itself, then `上新庄镇 (2).txt`, `上新庄镇 (3).txt`, …
    func candidate(_ number: Int) -> String {
        number == 1 ? stem + ending : "\(stem) (\(number))\(ending)"
    }

    /// The first name of the series that is free, where names once taken stay taken.
    ///
    /// A whole country of files may be called `index.html`: going up in doubling steps and then halving finds the name
    /// in a few questions, where asking for one after the other would take millions.
    func firstFree(isTaken: (String) throws -> Bool) rethrows -> String {
        var taken = 0
        var free = 1
        while try isTaken(candidate(free)) {
            taken = free
            free *= 2
        }
        while free - taken > 1 {
            let middle = (taken + free) / 2
            if try isTaken(candidate(middle)) { taken = middle } else { free = middle }
        }
        return candidate(free)
    }

    private static func component(_ text: String, otherwise fallback: String) -> String {
        let safe = String(String.UnicodeScalarView(text.unicodeScalars.map { isSafe($0) ? $0 : "_" }))
        return safe.allSatisfy { $0 == "." || $0 == " " } ? fallback : safe
    }

    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
        default: !"/\\:*?\"<>|".unicodeScalars.contains(scalar)
        }
    }

    private static func shortened(_ text: String) -> String {
        var result = text
        while result.utf8.count > longest { result.removeLast() }
        return result
    }
}
