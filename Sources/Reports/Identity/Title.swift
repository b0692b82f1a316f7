import Documents

/// A report's title and what it names: `青禾县柳溪镇2020年政府信息公开工作年度报告`.
struct Title {
    var text: String
    var place: PlaceName?
    var year: Int?

    /// The first line or lines among a document's first that read like a title.
    static func find(in document: Document, _ text: UnsafeBufferPointer<UInt8>) -> Title? {
        var lines: [Wording] = []
        for block in document.blocks.lazy.prefix(120) {
            guard case .paragraph(let range) = block, range.count <= 400 else { continue }
            let line = Wording(text, range)
            if !line.isEmpty { lines.append(line) }
            guard lines.count < 40 else { break }
        }
        if let line = lines.first(where: isTitle) { return Title(line) }
        // A title broken over lines: short ones that only together say it all.
        for start in lines.indices.prefix(12) {
            for length in 2...4 where start + length <= lines.count {
                let parts = lines[start..<start + length]
                guard parts.allSatisfy({ $0.count <= 30 }) else { break }
                let joined = Wording(ArraySlice(parts.flatMap(\.scalars)))
                if isTitle(joined) { return Title(joined) }
            }
        }
        return document.title.map { Wording($0) }.flatMap { isTitle($0) ? Title($0) : nil }
    }

    init(_ line: Wording) {
        text = line.string
        year = Self.years(in: line).first
        place = Self.body(of: line).flatMap { PlaceName(body: $0) }
    }

    private static func isTitle(_ line: Wording) -> Bool {
        line.count <= 60 && line.scalars.last != 0x3002 && line.containsAny(subjects) && line.containsAny(kinds)
            && !line.containsAny(breadcrumbs)
    }

    /// What is left of a title before its subject when the year and the word 关于 are taken away.
    private static func body(of title: Wording) -> Wording? {
        let end = subjects.compactMap { title.range(of: $0)?.lowerBound }.min() ?? title.scalars.endIndex
        var rest: [UInt32] = []
        var position = title.scalars.startIndex
        while position < end {
            let scalar = title.scalars[position]
            let isYearMark = scalar == 0x5E74 || scalar == 0x5EA6
            if !ScalarClass.isDigit(scalar), !isYearMark, ScalarClass.isWordPart(scalar) { rest.append(scalar) }
            position += 1
        }
        let body = Wording(rest[...])
        return about.contains(where: body.hasPrefix) ? body.dropFirst(2) : body
    }

    /// The years named in a line, in order: four digits from 1990 to 2100 that stand alone.
    static func years(in line: Wording) -> [Int] {
        line.scalars.split { !ScalarClass.isDigit($0) }.compactMap { digits in
            guard digits.count == 4 else { return nil }
            let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            return (1990...2100).contains(value) ? value : nil
        }
    }

    private static let subjects = ["政府信息公开", "政务信息公开", "政务公开", "信息公开"].map { Wording($0) }
    private static let kinds = ["报告", "年报"].map { Wording($0) }
    private static let breadcrumbs = ["当前位置", ">", "首页", "《", "根据"].map { Wording($0) }
    private static let about = [Wording("关于")]
}
