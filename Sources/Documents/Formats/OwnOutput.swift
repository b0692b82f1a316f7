import Values

extension OpenedFile {
    /// Whether this program wrote it.
    var isOurs: Bool {
        let (head, tail) = (bytes.prefix(Generator.headSize), bytes.suffix(Generator.headSize))
        return content.zip?.isOurs ?? (Generator.wrote(head) || Generator.wrote(tail))
    }
}

extension ZipDirectory {
    /// Whether the properties of an Office file say that this program wrote it.
    var isOurs: Bool { properties.contains { Generator.wrote($0.prefix(Generator.headSize)) } }
}

extension Document {
    /// Whether it tells the hash of a file, as nothing but an answer of this program does.
    var tellsHash: Bool {
        let name = Array(Generator.hash.utf8)
        var start = 0
        while let found = text.offset(of: name, in: start..<text.count) {
            start = found + name.count
            let rest = text[start...].drop { Self.separators.contains($0) }
            // A narrow cell has broken them.
            let digits = rest.prefix(Self.most + 64).filter { !Self.spaces.contains($0) }
                .prefix { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
            if rest.startIndex > start, rest.startIndex - start <= Self.most, digits.count == 64 { return true }
        }
        return false
    }

    /// What stands between the name and the digits in a table of any kind, and how much of it at the most.
    private static let separators = Set("\t |\":,\n".utf8)
    private static let spaces = Set(" \t\n".utf8)
    private static let most = 40

    /// Whether one of its first lines is what a letter or the list of a workbook's sheets begins with: all that is left
    /// of ours where another program has written it anew.
    var isCalledAsOurs: Bool {
        let lines = text.prefix(Self.headSize).split(separator: UInt8(ascii: "\n")).prefix(Self.headLines)
        return lines.contains { line in
            guard line.count <= Self.longestTitle else { return false }
            let letters = String(decoding: line, as: UTF8.self).unicodeScalars
                .filter { !$0.properties.isWhitespace || $0 == "\t" }
            if letters.contains("\t"), Self.contents.contains(String(letters).lowercased()) { return true }
            return Self.letters.contains { Self.ends(letters, with: $0) }
        }
    }

    /// Whether a line ends with a title; a radical that a PDF's font has put in a character's place may be any.
    private static func ends(_ line: String.UnicodeScalarView, with title: [Unicode.Scalar]) -> Bool {
        let end = line.suffix(title.count)
        return end.count == title.count
            && zip(end, title).allSatisfy { $0 == $1 || (0x2E80...0x2FDF).contains($0.value) }
    }

    /// Whether its first line begins with the headers of a table of data of ours.
    var isHeadedAsOurs: Bool {
        let mark = "\u{FEFF}".utf8
        let head = text.prefix(Self.headSize)
        let line = head.dropFirst(head.starts(with: mark) ? mark.count : 0)
            .prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let words = line.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\t") }
            .map { $0.filter { $0 != UInt8(ascii: "\"") } }
        return Self.headers.contains { words.starts(with: $0) }
    }

    private static let headers = Generator.headers.flatMap { header in
        [header.map { Array($0.zh.utf8) }, header.map { Array($0.en.utf8) }]
    }
    private static let headSize = 1024
    private static let headLines = 4
    private static let longestTitle = 160
    private static let letters = Generator.Letter.allCases.map { Array($0.rawValue.unicodeScalars) }
    private static let contents = Set(
        [Generator.contents.map(\.zh), Generator.contents.map(\.en)].map { $0.joined(separator: "\t") })
}
