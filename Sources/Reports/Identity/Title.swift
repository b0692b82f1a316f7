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
            let words = number < head.count ? head[number] : Wording(text, line, keepingSpaces: true)
            for piece in ownPieces(of: words, at: line, related) {
                isInText = isInText || piece.hasPrefix(firstChapter)
                if isInText, !named.isEmpty { break head }
                if isTitle(piece) {
                    if lines.last.map(related.headings.isLinkLabel) == true { continue }
                    var title = Title(piece).completed(by: lines[...])
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
        return chosen(of: named, page: document.title) ?? otherwise(first, document, lines)
    }

    /// Where no line of the text is a title that names a township.
    private static func otherwise(_ first: Title?, _ document: Document, _ lines: [Wording]) -> Title? {
        if let first, first.place == nil, !first.isOfOtherBody, let page = document.title.map({ Wording($0) }),
            isTitle(page), case let title = Title(page), title.place != nil, title.years == first.years
        {
            return title
        }
        let others = (document.sheets.map(\.name) + [document.title].compactMap { $0 }).lazy.map { Wording($0) }
        return first ?? broken(lines) ?? others.first(where: isTitle).map { Title($0) }
            ?? (document.sheets.isEmpty ? nil : (lines + others).first(where: isTitleOfTable).map { Title($0) })
    }

    /// The titles in links among a document's first lines, and those right below a label: of other reports as a rule,
    /// but a page without another title may have its own there.
    static func led(in text: UnsafeBufferPointer<UInt8>, related: RelatedLinks) -> [Title] {
        var titles: [Title] = []
        var isBelowLabel = false
        for line in HeadLines(text).prefix(mostLines) where line.lowerBound <= related.textStart {
            let words = Wording(text, line, keepingSpaces: true)
            if words.scalars.contains(fullStop) { break }
            let isLinked = related.isLinked(line)
            isBelowLabel = related.headings.isLinkLabel(words) || isBelowLabel && isLinked
            for piece in pieces(of: words, related.headings)
            where isTitle(piece) && !related.headings.isLink(piece) {
                var title = Title(piece)
                title.start = line.lowerBound
                title.isAlone = isLinked && !isBelowLabel
                if title.place != nil { titles.append(title) }
            }
        }
        return titles
    }

    private static func chosen(of titles: [Title], page: String?) -> Title? {
        guard let first = titles.first, !titles.allSatisfy(first.isOfSameReport) else { return titles.first }
        let page = page.map { Title(Wording($0)) }
        return titles.first { page?.isOfSameReport(as: $0) == true } ?? titles.last
    }

    func isOfSameReport(as other: Title) -> Bool {
        years == other.years && place?.township == other.place?.township
    }

    /// What stands above the tables of a workbook, in place of a report's title: 2022年度政府信息公开统计表.
    private static func isTitleOfTable(_ line: Wording) -> Bool {
        line.count <= 60 && line.scalars.last == tableWord && line.containsAny(subjects) && !years(in: line).isEmpty
            && !isSentence(line)
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
            return cell.scalars.split(separator: colon).map { trimmed(Wording($0)) }
        }
    }

    /// Without what a page puts behind a title: `…年度报告 - 文号`.
    private static func trimmed(_ piece: Wording) -> Wording {
        guard let end = kinds.compactMap({ piece.range(of: $0)?.upperBound }).max(), end < piece.scalars.endIndex,
            dashes.contains(piece.scalars[end])
        else { return piece }
        return piece[piece.scalars.startIndex..<end]
    }

    /// A title broken over lines: short ones that only together say it all.
    private static func broken(_ lines: [Wording]) -> Title? {
        for start in lines.indices.prefix(12) {
            for length in 2...4 where start + length <= lines.count {
                let parts = lines[start..<start + length]
                guard parts.allSatisfy({ $0.count <= longestPart && !isOfOtherPaper($0) }) else { break }
                let joined = Wording(ArraySlice(parts.flatMap(\.scalars)))
                if isTitle(joined) { return Title(joined).completed(by: lines[..<start]) }
            }
        }
        return nil
    }

    init(_ line: Wording) {
        text = line.string
        let end = Self.kinds.compactMap { line.range(of: $0)?.upperBound }.max() ?? line.scalars.endIndex
        years = Self.years(in: line[line.scalars.startIndex..<end])
        let body = Self.body(of: line)
        let parts = Self.parts(of: body)
        joint = Self.joint(in: body)
        place = Self.place(in: parts) ?? Self.placeBehind(line)
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
    private func completed(by above: ArraySlice<Wording>) -> Title {
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
            guard isCut, line.containsAny(Self.countyWords), PlaceName(body: line) == nil else { return self }
            guard let whole = Title(Wording(line.string + text)).place, whole.county != nil else { return self }
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

    /// Whether nothing of words stands behind the word for the report: 年度报告统计表 is an annex of it.
    static func endsAsTitle(_ line: Wording) -> Bool {
        guard let end = kinds.compactMap({ line.range(of: $0)?.upperBound }).max() else { return false }
        return !line.scalars[end...].contains { $0 >= 0x3400 }
    }

    static func isTitle(_ line: Wording) -> Bool {
        guard line.count <= 60, let first = line.scalars.first, let last = line.scalars.last else { return false }
        guard !sentenceEnds.contains(last), line.containsAny(subjects), line.containsAny(kinds) else { return false }
        // A chapter: 一、年度报告总体情况.
        let isNumbered =
            ScalarClass.isChineseNumeral(first) && line.scalars.dropFirst().first.map(marks.contains) == true
        guard !isSentence(line) else { return false }
        return !isNumbered && first != openParenthesis && !line.containsAny(breadcrumbs)
            && !openings.contains(where: line.hasPrefix) && !isOfOtherPaper(line) && !isArticle(line)
    }

    /// Whether a line is the title of a rule or a notice about reports: …年度报告制度（试行）.
    private static func isOfOtherPaper(_ line: Wording) -> Bool {
        guard let end = kinds.compactMap({ line.range(of: $0)?.upperBound }).max() else { return false }
        return papers.first(of: Wording(line.scalars[end...].prefix(while: ScalarClass.isWordPart))) != nil
    }

    /// Whether a line is the title of a rule, a plan, a notice or a guide of a township or of a year, rather than the
    /// name of a site's column: 柳溪镇2023年政务公开工作实施方案.
    static func isOtherPaper(_ line: Wording) -> Bool {
        guard line.count <= 60, !line.scalars.contains(fullStop),
            line.containsAny(ownKinds) || !years(in: line).isEmpty
        else { return false }
        let trial = line.scalars.lastIndex(of: openParenthesis) ?? line.scalars.endIndex
        let bare = line.scalars.last == closeParenthesis ? Wording(line.scalars[..<trial]) : line
        return papers.first(of: bare) != nil && bare.containsAny(subjects)
    }

    /// 第三条 各部门编制本站所的政府信息公开年度报告
    private static func isArticle(_ line: Wording) -> Bool {
        line.scalars.first == 0x7B2C && line.scalars.prefix(6).contains(0x6761)
    }

    // MARK: The body

    /// What is left of a title before its subject when the words around are taken away.
    private static func body(of title: Wording) -> Wording {
        let end = subjects.compactMap { title.range(of: $0)?.lowerBound }.min() ?? title.scalars.endIndex
        var body = title[title.scalars.startIndex..<end]
        if let about = body.range(of: Wording("关于")) {
            body =
                about.lowerBound > body.scalars.startIndex
                ? body[body.scalars.startIndex..<about.lowerBound] : body.dropFirst(2)
        }
        while let word = verbs.first(where: body.hasPrefix) { body = body.dropFirst(word.count) }
        return body
    }

    /// 2020年政府信息公开工作年度报告（柳溪镇）
    private static func placeBehind(_ title: Wording) -> PlaceName? {
        guard let end = kinds.compactMap({ title.range(of: $0)?.upperBound }).max() else { return nil }
        return place(in: parts(of: title[end..<title.scalars.endIndex]))
    }

    /// Whether a line goes on as sentences do: 2020年，我镇编制报告.
    private static func isSentence(_ line: Wording) -> Bool {
        guard let comma = line.scalars.firstIndex(where: { $0 == 0x2C || $0 == fullStop }) else { return false }
        return parts(of: line[line.scalars.startIndex..<comma]).isEmpty || line.scalars.contains(fullStop)
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
    private static let subjects = ["政府信息公开", "政务信息公开", "政务公开", "信息公开"].map { Wording($0) }
    private static let kinds = ["报告", "年报"].map { Wording($0) }
    /// What the titles of other papers end in.
    private static let papers = WordEndings([
        "制度", "办法", "规定", "细则", "通知", "方案", "指南", "格式", "模板", "模版", "样本", "范本", "提纲", "规范", "流程", "意见", "要点", "计划",
        "安排", "须知",
    ])
    private static let ownKinds = ["镇", "乡", "街道", "苏木"].map { Wording($0) }
    private static let breadcrumbs = ["当前位置", "所在位置", ">", "首页", "《", "根据", "来源:"].map { Wording($0) }
    /// What sentences begin with that tell of a report.
    private static let openings = [
        "现将", "现公布", "现就", "按照", "依据", "为了", "为进一步", "为贯彻", "为做好", "本报告", "本年", "本着", "特向", "如对", "附件",
    ].map { Wording($0) }
    private static let verbs = ["标题", "名称", "题名", "关于", "公布", "发布", "公开", "编制", "印发", "报送"].map { Wording($0) }
    private static let countyWords = ["县", "区", "市", "旗"].map { Wording($0) }
    /// 。 ： ； ， 、 folded
    private static let sentenceEnds: Set<UInt32> = [0x3002, 0x3A, 0x3B, 0x2C, 0x3001]
    /// 、 , ，
    private static let commas: Set<UInt32> = [0x3001, 0x2C]
    private static let joints: Set<UInt32> = Set("和与及暨".unicodeScalars.map(\.value))
    private static let marks: Set<UInt32> = [0x3001, 0x2E, 0x2C]
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
    /// 表
    private static let tableWord: UInt32 = 0x8868
}
