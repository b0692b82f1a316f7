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
            let digits = rest.prefix { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
            if rest.startIndex > start, rest.startIndex - start <= Self.most, digits.count == 64 { return true }
        }
        return false
    }

    /// What stands between the name and the digits in a table of any kind, and how much of it at the most.
    private static let separators = Set("\t |\":,".utf8)
    private static let most = 40
}
