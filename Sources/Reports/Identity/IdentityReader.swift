import Documents

/// Finds out who reports and when: from the title first, then the text, the signature, and last the file's path.
///
/// What the sources disagree about is kept from the most trusted one, and reported. A report of a county or a department is nobody's: where
/// the title names such a body, no township that the text mentions takes its place.
struct IdentityReader {
    private let document: Document
    private let text: UnsafeBufferPointer<UInt8>
    private let path: PathNames
    private let paragraphs: Paragraphs
    private let title: Title?
    private let mentions: Mentions

    init(_ document: Document, _ text: UnsafeBufferPointer<UInt8>, path: String) {
        self.document = document
        self.text = text
        self.path = PathNames(path)
        paragraphs = Paragraphs(document)
        title = Title.find(in: document, text)
        mentions = Mentions(text, paragraphs: paragraphs)
    }

    func read(_ override: IdentityOverride) -> Identity {
        var identity = Identity()
        identity.title = title?.text ?? ""
        identity.isReport = title != nil || mentions.all.contains { $0.role == .lead }
        let place = title?.place ?? (title?.isOfOtherBody == true ? nil : mentions.best?.name ?? path.place)
        identity.township = override.township ?? place?.township
        readCounty(into: &identity, place: place, override: override)
        readTime(into: &identity, override: override)
        identity.publishedOn = document.publishedOn ?? publicationLine ?? signatureDay
        if let township = identity.township { doubtBodies(township: township, into: &identity) }
        return identity
    }

    // MARK: Place

    private func readCounty(into identity: inout Identity, place: PlaceName?, override: IdentityOverride) {
        let told = mentions.all.first { $0.name.township == identity.township && $0.name.county != nil }?.name.county
        let fromText = (override.township == nil ? place?.county : nil) ?? told ?? countyGovernment
        identity.county = override.county ?? fromText ?? path.county
        if identity.county == nil { identity.doubts.append(Doubt(.countyUnknown)) }
    }

    /// The county whose government the text names: `湟中区人民政府网站`. A city may as well be the one above the county.
    private var countyGovernment: String? {
        for position in ByteSearch.all("人民政府", in: text, limit: 60) {
            let name = Mentions.countyName(before: position, in: text)
            guard let last = name.scalars.last, PlaceName.countySuffixes.contains(last), last != Self.city else {
                continue
            }
            if (3...5).contains(name.count) { return name.string }
        }
        return nil
    }

    private func doubtBodies(township: String, into identity: inout Identity) {
        var named = Set<String>()
        for mention in mentions.all {
            let other = mention.name.township
            guard !other.hasSuffix(township), !township.hasSuffix(other), named.insert(other).inserted else { continue }
            identity.doubts.append(Doubt(.bodiesDisagree, at: mention.range, found: other, expected: township))
        }
        if let other = path.fileName, other.township != township, named.insert(other.township).inserted {
            identity.doubts.append(Doubt(.bodiesDisagree, found: other.township, expected: township))
        }
    }

    // MARK: Time

    private func readTime(into identity: inout Identity, override: IdentityOverride) {
        let statement = periodStatement
        var period: Period?
        if case .period(let told) = statement?.statement { period = told }
        var sources: [(year: Int, range: Range<Int>?)] = (title?.years ?? []).map { ($0, nil) }
        if let year = period?.year { sources.append((year, statement?.range)) }
        if let told = sentenceYear { sources.append((told.year, told.range)) }
        if let year = path.year { sources.append((year, nil)) }
        identity.year = override.year ?? sources.first?.year
        guard let year = identity.year else { return }
        var named = Set([year])
        for source in sources where named.insert(source.year).inserted {
            identity.doubts.append(
                Doubt(.yearsDisagree, at: source.range, found: "\(source.year)", expected: "\(year)"))
        }
        switch statement?.statement {
        case .damaged(let stretch):
            identity.doubts.append(Doubt(.damagedPeriod, at: statement?.range, found: stretch))
        case .period(let period): note(period, at: statement?.range, year: year, into: &identity)
        case nil: break
        }
    }

    private func note(_ period: Period, at range: Range<Int>?, year: Int, into identity: inout Identity) {
        identity.periodStart = period.start?.isoString(year: nil)
        identity.periodEnd = period.end.isoString(year: period.year ?? year)
        let start = identity.periodStart ?? "\(year)-01-01"
        guard let end = identity.periodEnd, start != "\(year)-01-01" || end != "\(year)-12-31" else { return }
        identity.doubts.append(
            Doubt(.periodNotFullYear, at: range, found: "\(start)/\(end)", expected: "\(year)-01-01/\(year)-12-31"))
    }

    /// What the text says of the time its figures cover: where it speaks of a period, else two days that begin a year.
    private var periodStatement: (statement: Period.Statement, range: Range<Int>)? {
        for range in paragraphs.containing(Self.periodWords, in: text) {
            if let statement = Period.statement(in: Wording(text, range)) { return (statement, range) }
        }
        for range in paragraphs.containing(["1月1日"], in: text) {
            if let period = Period(anywhereIn: Wording(text, range)) { return (.period(period), range) }
        }
        return nil
    }

    /// The year that a sentence of the text begins with: `2020年，我镇…`.
    private var sentenceYear: (year: Int, range: Range<Int>)? {
        for range in paragraphs.ranges.prefix(30) where range.count >= 15 {
            let start = Wording(text, range.lowerBound..<min(range.upperBound, range.lowerBound + 60))
            guard let first = start.scalars.indices.first, let (year, end) = Day.yearNumber(start, at: first) else {
                continue
            }
            let rest = start[end..<start.scalars.endIndex]
            if Self.afterSentenceYear.contains(where: rest.hasPrefix) { return (year, range) }
        }
        return nil
    }

    /// The day of publication that a page's head tells in a line of text.
    private var publicationLine: String? {
        for range in paragraphs.ranges.prefix(20) where range.count <= 300 {
            guard Self.dayWords.contains(where: { ByteSearch.contains($0, in: text, range) }) else { continue }
            let line = Wording(text, range, keepingSpaces: true)
            for word in Self.publicationWords {
                guard let label = line.range(of: word) else { continue }
                let start = line.scalars[label.upperBound...].prefix(4).indices.first {
                    ScalarClass.isDigit(line.scalars[$0])
                }
                if let start, let (day, _) = Day.read(line, at: start), day.year != nil {
                    return day.isoString(year: nil)
                }
            }
        }
        return nil
    }

    /// The date under the report: the last line that is nothing but a day, or a name and a day.
    private var signatureDay: String? {
        for range in paragraphs.ranges.reversed().prefix(12) where range.count <= 120 {
            let line = Wording(text, range)
            guard let start = line.scalars.indices.first(where: { Day.yearNumber(line, at: $0) != nil }),
                let (day, end) = Day.read(line, at: start), line.scalars.endIndex - end <= 2
            else { continue }
            return day.isoString(year: nil)
        }
        return nil
    }

    /// 市
    private static let city: UInt32 = 0x5E02
    private static let periodWords: [StaticString] = ["统计", "統計", "期限", "时限", "报告期"]
    private static let dayWords: [StaticString] = ["日期", "时间", "時間"]
    private static let publicationWords = ["发布时间", "发布日期", "发文日期", "成文日期", "生成日期", "公开日期", "日期", "时间"].map {
        Wording($0)
    }
    private static let afterSentenceYear = ["年,", "年度,", "年以来,", "年来,", "年我", "年本", "年全", "年度我"].map { Wording($0) }
}
