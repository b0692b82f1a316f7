import Documents

/// A report's title and what it names: `青禾县柳溪镇2020年政府信息公开工作年度报告`.
struct Title {
    var text: String
    /// Where the line begins that it stands in, if it is one of the text.
    var start: Int?
    var place: PlaceName?
    /// The townships it names beside each other, if several do report together: 柳溪镇、石桥乡2022年….
    private(set) var joint: [String] = []
    /// The years it names, in order; more than one where a text was copied, or the year is doubled.
    var years: [Int]
    /// Whether it names a body that is no township.
    var isOfOtherBody: Bool
    /// The township in the link right above a title that names nobody, where no other's is linked above it: the name of
    /// a site as well as of a friend of it, it is heard where nothing else tells.
    var linkedAbove: PlaceName?
    /// Of a title in a link: whether it is all of its line, below no label.
    var isAlone = false

    /// The line or lines among a document's first that read like a title; one that names a township before one that
    /// does not, since sites put the names of their columns above. Where several name different townships or years, as
    /// links to other reports do, it is the one that the page itself is called by, else the one right above the text.
    ///
    /// - Parameter head: some of the first lines, as far as they have been read already.
    static func find(
        in document: Document, _ text: UnsafeBufferPointer<UInt8>, head: [Wording], related: RelatedLinks
    ) -> Title? {
        let words = related.headings.reports.titles
        let names = Set(document.sheets.map(\.range.lowerBound))
        var rest = mostLines
        var lines: [Wording] = []
        var first: Title?
        var named: [Title] = []
        var isInText = false
        var linked: [PlaceName] = []
        // Most titles stand in the first lines: no more are taken apart than are looked at. Below the first chapter's
        // heading there are only those of other reports.
        head: for (number, line) in HeadLines(text).enumerated() where !names.contains(line.lowerBound) {
            guard rest > 0, line.lowerBound <= related.textStart else { break }
            rest -= 1
            let own = number < head.count ? head[number] : Wording(text, line, keepingSpaces: true)
            for piece in ownPieces(of: own, at: line, related) {
                isInText = isInText || piece.hasPrefix(firstChapter)
                if isInText, !named.isEmpty { break head }
                if words.isTitle(piece) {
                    if lines.last.map(related.headings.isLinkLabel) == true { continue }
                    var title = Title(piece, words).completed(by: lines[...], words)
                    title.start = line.lowerBound
                    title.linkedAbove = lines.last?.isEmpty == true ? onlyOne(of: linked) : nil
                    if title.place != nil { named.append(title) }
                    first = first ?? title
                }
                let name = related.isLinked(line) ? PlaceName(body: piece) : nil
                if let name { linked.append(name) }
                lines.append(name == nil ? piece : Wording(""))
            }
        }
        return chosen(of: named, page: document.title, words) ?? otherwise(first, document, lines, words)
    }

    /// Where no line of the text is a title that names a township.
    private static func otherwise(
        _ first: Title?, _ document: Document, _ lines: [Wording], _ words: Titles
    ) -> Title? {
        if let first, first.place == nil, !first.isOfOtherBody, let page = document.title.map({ Wording($0) }),
            words.isTitle(page), case let title = Title(page, words), title.place != nil, title.years == first.years
        {
            return title
        }
        let others = (document.sheets.map(\.name) + [document.title].compactMap { $0 }).lazy.map { Wording($0) }
        let other = first ?? broken(lines, words) ?? others.first(where: words.isTitle).map { Title($0, words) }
        if other != nil || document.sheets.isEmpty { return other }
        return (lines + others).first(where: words.isTitleOfTable).map { Title($0, words) }
    }

    /// The titles in links among a document's first lines, and those right below a label: of other reports as a rule,
    /// but a page without another title may have its own there.
    static func led(in text: UnsafeBufferPointer<UInt8>, related: RelatedLinks) -> [Title] {
        let words = related.headings.reports.titles
        var titles: [Title] = []
        var isBelowLabel = false
        for line in HeadLines(text).prefix(mostLines) where line.lowerBound <= related.textStart {
            let own = Wording(text, line, keepingSpaces: true)
            if own.scalars.contains(fullStop) { break }
            let isLinked = related.isLinked(line)
            isBelowLabel = related.headings.isLinkLabel(own) || isBelowLabel && isLinked
            for piece in pieces(of: own, related.headings)
            where words.isTitle(piece) && !related.headings.isLink(piece) {
                var title = Title(piece, words)
                title.start = line.lowerBound
                title.isAlone = isLinked && !isBelowLabel
                if title.place != nil { titles.append(title) }
            }
        }
        return titles
    }

    private static func chosen(of titles: [Title], page: String?, _ words: Titles) -> Title? {
        guard let first = titles.first, !titles.allSatisfy(first.isOfSameReport) else { return titles.first }
        let page = page.map { Title(Wording($0), words) }
        return titles.first { page?.isOfSameReport(as: $0) == true } ?? titles.last
    }

    func isOfSameReport(as other: Title) -> Bool {
        years == other.years && place?.township == other.place?.township
    }

    private static func onlyOne(of places: [PlaceName]) -> PlaceName? {
        Set(places.map(\.township)).count == 1 ? places.last : nil
    }

    /// Without those that lead to other reports.
    private static func ownPieces(of line: Wording, at range: Range<Int>, _ related: RelatedLinks) -> [Wording] {
        // Without chapters, the first sentence tells where the text begins.
        if !related.hasChapters, line.scalars.contains(fullStop) { return [firstChapter] }
        let links = related.titles(in: range)
        let headings = related.headings
        return pieces(of: line, headings).filter { piece in
            headings.isLinkLabel(piece) || !headings.isLink(piece) && !links.contains(where: piece.contains)
        }
    }

    /// The cells of a row, and what a label stands before: `标题：青禾县柳溪镇2020年…年度报告 | 文号：`.
    private static func pieces(of line: Wording, _ headings: Headings) -> [Wording] {
        if !line.scalars.contains(where: parting.contains) { return line.count <= 130 ? [line] : [] }
        let cells = line.scalars.split { $0 == bar || $0 == tab }
        return cells.flatMap { cell -> [Wording] in
            let cell = Wording(cell.filter { $0 != space }[...])
            guard cell.count <= 130 else { return [] }
            // What ends in a colon leads to what follows, and is no title: …报告如下：
            guard cell.scalars.last != colon, cell.scalars.contains(colon) else { return [cell] }
            guard !headings.isLink(cell) else { return [] }
            return cell.scalars.split(separator: colon).map { trimmed(Wording($0), headings.reports.titles) }
        }
    }

    /// Without what a page puts behind a title: `…年度报告 - 文号`.
    private static func trimmed(_ piece: Wording, _ words: Titles) -> Wording {
        guard let end = words.endOfKind(in: piece), end < piece.scalars.endIndex,
            dashes.contains(piece.scalars[end])
        else { return piece }
        return piece[piece.scalars.startIndex..<end]
    }

    /// A title broken over lines: short ones that only together say it all.
    private static func broken(_ lines: [Wording], _ words: Titles) -> Title? {
        for start in lines.indices.prefix(12) {
            for length in 2...4 where start + length <= lines.count {
                let parts = lines[start..<start + length]
                guard parts.allSatisfy({ $0.count <= longestPart && !words.isOfOtherPaper($0) }) else { break }
                let joined = Wording(ArraySlice(parts.flatMap(\.scalars)))
                if words.isTitle(joined) { return Title(joined, words).completed(by: lines[..<start], words) }
            }
        }
        return nil
    }

    init(_ line: Wording, _ words: Titles) {
        text = line.string
        let end = words.endOfKind(in: line) ?? line.scalars.endIndex
        years = Self.years(in: line[line.scalars.startIndex..<end])
        let body = words.body(of: line)
        let parts = Self.parts(of: body)
        joint = Self.joint(in: body)
        place = Self.place(in: parts) ?? Self.placeBehind(line, words)
        isOfOtherBody = place == nil && parts.contains { PlaceName.isOtherBody($0) }
    }

    /// The township among the parts of a body: 城南办事处、城南园区; 海平经济开发区（青城街道）.
    private static func place(in parts: [Wording]) -> PlaceName? {
        for part in parts {
            guard var place = PlaceName(body: part) else { continue }
            if place.county == nil {
                place.county = parts.first { $0 != part && CountyName.isName($0) }?.string
            }
            return place
        }
        return nil
    }

    /// The different townships between whose names stands nothing but a comma, or a word that joins them.
    private static func joint(in body: Wording) -> [String] {
        var names: [String] = []
        for piece in withoutFormer(body).scalars.split(whereSeparator: { commas.contains($0) }) {
            let bodies = parts(of: Wording(piece)).lazy.map(joined).first { !$0.isEmpty } ?? []
            for name in bodies where !names.contains(where: { isSame($0, name) }) { names.append(name) }
        }
        return names.count > 1 ? names : []
    }

    /// 县城关镇 is the 城关镇 of the county.
    private static func isSame(_ one: String, _ other: String) -> Bool {
        one.contains(other) || PlaceName.isSame(one, other)
            || other.hasSuffix(one) && Wording(other).dropLast(Wording(one).count).count == 1
                && Wording(other).scalars.first.map(CountyName.isKind) == true
    }

    /// Without the names in brackets behind a township's, which it had before: 柳溪镇（原柳溪乡、石桥乡）.
    private static func withoutFormer(_ body: Wording) -> Wording {
        guard let open = body.scalars.firstIndex(of: openParenthesis),
            let close = body.scalars[open...].firstIndex(of: closeParenthesis),
            place(in: parts(of: body[body.scalars.startIndex..<open])) != nil
        else { return body }
        return Wording(body.scalars[..<open] + body.scalars[(close + 1)...])
    }

    /// 柳溪镇和石桥乡; 和平镇 and 兴和镇 are one.
    private static func joined(_ part: Wording) -> [String] {
        for place in part.scalars.indices where joints.contains(part.scalars[place]) {
            let end = part.hasSuffix(together) ? part.scalars.endIndex - together.count : part.scalars.endIndex
            guard place < end else { break }
            let (left, right) = (part[part.scalars.startIndex..<place], part[place + 1..<end])
            if let left = PlaceName(body: left), let right = PlaceName(body: right) {
                return [left.township, right.township]
            }
        }
        return PlaceName(body: part).map { [$0.township] } ?? []
    }

    /// With the body from the line above, where the title's own line names none (`青禾县柳溪镇` ⏎ `2021年政府信息公开…`) or its name
    /// was broken off (`青禾县柳` ⏎ `溪镇2021年…`).
    private func completed(by above: ArraySlice<Wording>, _ words: Titles) -> Title {
        guard let line = above.last, line.count <= Self.longestPart, line.scalars.allSatisfy(ScalarClass.isWordPart)
        else {
            return self
        }
        // Names below each other are a list of bodies.
        if let other = above.dropLast().last.flatMap({ PlaceName(body: $0) }), let own = PlaceName(body: line),
            !PlaceName.isSame(other.township, own.township)
        {
            return self
        }
        var title = self
        if let place {
            let isCut = place.county == nil && place.township.count == 2
            guard isCut, line.scalars.contains(where: CountyName.isKind), PlaceName(body: line) == nil else {
                return self
            }
            guard let whole = Title(Wording(line.string + text), words).place, whole.county != nil else { return self }
            title.place = whole
        } else if !isOfOtherBody, let place = Self.place(in: Self.parts(of: line)) {
            title.place = place
        } else {
            return self
        }
        title.text = line.string + text
        if title.years.isEmpty { title.years = Self.years(in: line) }
        return title
    }

    /// 2020年政府信息公开工作年度报告（柳溪镇）
    private static func placeBehind(_ title: Wording, _ words: Titles) -> PlaceName? {
        guard let end = words.endOfKind(in: title) else { return nil }
        return place(in: parts(of: title[end..<title.scalars.endIndex]))
    }

    /// What punctuation tells apart in a body, without the years and what belongs to them; 万年镇 keeps its 年.
    ///
    /// A letter of a font of its own stays, and makes its part nobody's name: what it means is not known.
    static func parts(of text: Wording) -> [Wording] {
        var parts: [Wording] = []
        var part: [UInt32] = []
        var position = text.scalars.startIndex
        while position < text.scalars.endIndex {
            if let (_, end) = Day.yearNumber(text, at: position) {
                position = end
                if position < text.scalars.endIndex, text.scalars[position] == yearWord { position += 1 }
                if position < text.scalars.endIndex, text.scalars[position] == degree { position += 1 }
                continue
            }
            let scalar = text.scalars[position]
            if ScalarClass.isWordPart(scalar) || ScalarClass.isUnmapped(scalar) {
                if !ScalarClass.isDigit(scalar) { part.append(scalar) }
            } else if !part.isEmpty {
                parts.append(Wording(part[...]))
                part = []
            }
            position += 1
        }
        return part.isEmpty ? parts : parts + [Wording(part[...])]
    }

    /// The years named in a line, in order: four digits from 1990 to 2100 that stand alone, or 二〇二〇.
    static func years(in line: Wording) -> [Int] {
        var years: [Int] = []
        var position = line.scalars.startIndex
        while position < line.scalars.endIndex {
            if let (year, end) = Day.yearNumber(line, at: position) {
                years.append(year)
                position = end
            } else if ScalarClass.isDigit(line.scalars[position]) {
                while position < line.scalars.endIndex, ScalarClass.isDigit(line.scalars[position]) { position += 1 }
            } else {
                position += 1
            }
        }
        return years
    }

    private static let mostLines = 60
    /// The longest county's name has 15 letters, and a township's with 人民政府 and a year as many behind it.
    private static let longestPart = 36
    private static let firstChapter = Wording("一、")
    /// 、 , ，
    private static let commas: Set<UInt32> = [0x3001, 0x2C]
    private static let joints: Set<UInt32> = Set("和与及暨".unicodeScalars.map(\.value))
    private static let dashes: Set<UInt32> = Set("-—–_".unicodeScalars.map(\.value))
    private static let together = Wording("联合")
    private static let openParenthesis: UInt32 = 0x28
    private static let closeParenthesis: UInt32 = 0x29
    private static let fullStop: UInt32 = 0x3002
    private static let colon: UInt32 = 0x3A
    private static let bar: UInt32 = 0x7C
    private static let tab: UInt32 = 0x09
    private static let space: UInt32 = 0x20
    private static let parting = [bar, tab, space, colon]
    private static let yearWord: UInt32 = 0x5E74
    private static let degree: UInt32 = 0x5EA6
}
