import Documents
import Values

/// Finds out who reports and when: from the title first, then the text, the signature, and last the file's path.
///
/// What the sources disagree about is kept from the most trusted one, and reported. A report of a county or a
/// department is nobody's: where the title names such a body, no township that the text mentions takes its place.
struct IdentityReader {
    let document: Document
    let text: UnsafeBufferPointer<UInt8>
    let path: PathNames
    let paragraphs: Paragraphs
    private(set) var title: Title?
    /// The first lines of the text.
    let head: [Wording]
    let mentions: Mentions
    let headings: Headings
    let related: RelatedLinks
    /// Whether the document has the form's tables.
    let hasTable: Bool
    /// Where each of `words` stands.
    private let places: [[Int]]

    init(
        _ document: Document, _ text: UnsafeBufferPointer<UInt8>, _ headings: Headings, path: String,
        hasTable: Bool = false
    ) {
        self.document = document
        self.hasTable = hasTable
        self.text = text
        self.headings = headings
        self.path = PathNames(path, headings.reports.titles, sheets: document.sheets.map(\.name))
        paragraphs = Paragraphs(document)
        head = Array(HeadLines(text).wordings.prefix(40))
        related = RelatedLinks(document, text, headings)
        title = Title.find(in: document, text, head: head, related: related)
        places = Self.words.places(in: text, limit: 60)
        mentions = Mentions(
            text, paragraphs: paragraphs, places: places.prefix(Mentions.words.count), related: related)
        if title == nil || title?.start == nil && title?.place == nil && title?.isOfOtherBody == false {
            title = ownOne(of: Title.led(in: text, related: related)) ?? title
        }
    }

    /// The page's own of the titles that look like those of others: the only one that fits to what else tells of the
    /// report.
    private func ownOne(of titles: [Title]) -> Title? {
        guard !titles.isEmpty else { return nil }
        let told = mentions.best?.name ?? HeadLines.trail(in: head, headings) ?? path.ownNames.first
        var years = (title?.years ?? []) + [sentenceYear?.year].compactMap { $0 }
        if case .period(let period) = periodStatement?.statement, let year = period.year { years.append(year) }
        let own = titles.filter { title in
            guard let name = title.place?.township, let start = title.start, let year = title.years.first,
                years.isEmpty || years.contains(year)
            else { return false }
            if let told { return PlaceName.isSame(told.township, name) }
            return title.isAlone || isNamed(name, below: start)
        }
        return own.last.flatMap { last in own.allSatisfy(last.isOfSameReport) ? last : nil }
    }

    /// Whether the text speaks of a township below a title, elsewhere than in links.
    private func isNamed(_ name: String, below start: Int) -> Bool {
        let name = Array(name.utf8)
        let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
        var position = end
        for _ in 0..<20 {
            guard let found = ByteSearch.first(name, in: text, position..<text.count) else { return false }
            if !related.hold(found..<found + name.count) { return true }
            position = found + name.count
        }
        return false
    }

    func read(_ override: IdentityOverride) -> Identity {
        var identity = Identity()
        identity.title = title?.text ?? ""
        identity.titleStart = title?.start
        readKind(into: &identity, override: override)
        // A file's name is the surer where the text was recognised from a picture.
        let known = document.recognised.isEmpty ? nil : path.ownNames.first
        if known == nil, override.township == nil, let joint = title?.joint, !joint.isEmpty {
            identity.joint = joint
            return identity
        }
        let named =
            known ?? title?.place ?? (title?.isOfOtherBody == true ? nil : untitled ?? title?.linkedAbove)
        let guess = named == nil && override.township == nil ? spokenTownship : nil
        let place = (named ?? guess?.name).map(counties.split)
        identity.township = override.township ?? place?.township
        readTime(into: &identity, override: override)
        readCounty(into: &identity, place: place, override: override)
        identity.publishedOn = publicationDay
        if let township = identity.township {
            let isTitles = override.township == nil && known == nil && title?.place != nil
            let prose = known == nil && override.township == nil && title?.place == nil ? proseName(of: township) : nil
            doubtGuess(of: township, at: guess?.range ?? prose, into: &identity)
            doubtBodies(township: township, rival: isTitles ? rival(of: township) : nil, into: &identity)
        }
        return identity
    }

    // MARK: Place

    /// Whose the report is where its title does not say: as the text is signed, as the page's path through its site
    /// says, as the text calls somebody again and again, as the file is called.
    private var untitled: PlaceName? {
        let best = mentions.best
        if let best, best.role != .text { return best.name }
        return HeadLines.trail(in: head, headings) ?? best?.name ?? path.place
    }

    private var counties: CountyEvidence {
        CountyEvidence(text, head: head, mentions: mentions, path: path, behind: headings.reports.names)
    }

    private func readCounty(into identity: inout Identity, place: PlaceName?, override: IdentityOverride) {
        let own = override.township == nil ? place?.county : nil
        identity.county =
            override.county ?? own ?? override.township.flatMap(Self.countyItself)
            ?? counties.county(of: identity.township) ?? path.county
        if let given = override.county {
            doubt(given, own, into: &identity)
        } else if let county = identity.county, let folder = path.folderCounty, folder.dropLast() != county.dropLast() {
            // It lies in another county's folder.
            identity.doubts.append(Doubt(.bodiesDisagree, found: folder, expected: county))
        }
        guard let county = identity.county else {
            identity.doubts.append(Doubt(.countyUnknown))
            return
        }
        identity.countyCode = CountyTable.code(of: county, year: identity.year ?? Self.thisYear) { region in
            place?.region?.contains(region) == true || ByteSearch.count(Array(region.utf8), in: text, limit: 1) > 0
        }
    }

    /// The county that a name which the user gives is of: 青禾县本级 is told by nobody else.
    private static func countyItself(_ name: String) -> String? {
        guard let county = OtherBody.county(of: name) else { return nil }
        return county != name || CountyName.isName(Wording(county)) ? county : nil
    }

    /// Whether the county that the user names is another than the title's, or than the one that the text speaks of
    /// where it never speaks of the user's.
    private func doubt(_ given: String, _ own: String?, into identity: inout Identity) {
        if let own {
            guard own.dropLast() != given.dropLast() else { return }
            identity.doubts.append(Doubt(.bodiesDisagree, found: own, expected: given))
            return
        }
        func count(_ name: Substring) -> Int { ByteSearch.count(Array(name.utf8), in: text, limit: 1) }
        guard let told = counties.county(of: identity.township), told.dropLast() != given.dropLast(),
            count(given.dropLast()) == 0, told.last != "市" || CountyTable.contains(told)
        else { return }
        let name = Array(told.utf8)
        let range = ByteSearch.first(name, in: text, 0..<text.count).map { $0..<$0 + name.count }
        identity.doubts.append(Doubt(.bodiesDisagree, at: range, found: told, expected: given))
    }

    /// The township that the file's name and the signature, or the contact, name where the title names another: the
    /// title was left over from elsewhere.
    private func rival(of township: String) -> String? {
        let signing = mentions.all.filter { $0.role == .signature || $0.role == .contact }.map(\.name.township)
        return path.ownNames.map(\.township).first { other in
            isRival(other, of: township) && signing.contains { PlaceName.isSame($0, other) }
        }
    }

    private func doubtBodies(township: String, rival: String?, into identity: inout Identity) {
        var named = Set<String>()
        if let rival, let year = identity.year {
            named.insert(rival)
            identity.doubts.append(Doubt(.townshipOutvoted, found: rival, expected: "\(township) \(year)"))
        }
        for mention in mentions.all where mention.isWhole {
            let other = mention.name.township
            guard isRival(other, of: township), named.insert(other).inserted else { continue }
            identity.doubts.append(Doubt(.bodiesDisagree, at: mention.range, found: other, expected: township))
        }
        let names = path.ownNames + [path.folderName].compactMap { $0 }
        for other in names where isRival(other.township, of: township) && named.insert(other.township).inserted {
            identity.doubts.append(Doubt(.bodiesDisagree, found: other.township, expected: township))
        }
    }

    /// A name that holds the other, or is held by it, is the same body with words around it, or a part of it.
    private func isRival(_ other: String, of township: String) -> Bool {
        other != township && !other.contains(township) && !township.hasSuffix(other)
            && !PlaceName.isSame(other, township)
    }

    // MARK: Time

    private func readTime(into identity: inout Identity, override: IdentityOverride) {
        let statement = periodStatement
        var period: Period?
        if case .period(let told) = statement?.statement { period = told }
        var sources: [(year: Int, range: Range<Int>?)] = (title?.years ?? []).map { ($0, nil) }
        if let year = period?.year { sources.append((year, statement?.range)) }
        let leads = mentions.all.lazy.filter { $0.role == .lead && $0.year != nil }
        if let lead = leads.first(where: { !isOfTitle($0.range) }), let year = lead.year {
            sources.append((year, lead.range))
        }
        if let told = sentenceYear { sources.append((told.year, told.range)) }
        // Folders are often called by the year in which the reports came in: they are heard where nothing else tells.
        sources += (sources.isEmpty ? path.years : [path.year].compactMap { $0 }).map { ($0, nil) }
        if sources.isEmpty, let year = spokenYear(times: 1) { sources.append((year, nil)) }
        identity.year = override.year ?? outvoting(sources.map(\.year), period) ?? sources.first?.year
        guard let year = identity.year else { return }
        var named = Set([year])
        if override.year == nil, let rival = rivalYear(of: year, told: sources), let township = identity.township {
            named.insert(rival)
            identity.doubts.append(Doubt(.yearOutvoted, found: "\(rival)", expected: "\(township) \(year)"))
        }
        for source in sources where named.insert(source.year).inserted {
            identity.doubts.append(
                Doubt(.yearsDisagree, at: source.range, found: "\(source.year)", expected: "\(year)"))
        }
        noteHalf(period, year: year, into: &identity)
        switch statement?.statement {
        case .damaged(let stretch):
            identity.doubts.append(Doubt(.damagedPeriod, at: statement?.range, found: stretch))
        case .period(let period): note(period, at: statement?.range, year: year, into: &identity)
        case nil: break
        }
    }

    /// The year that two of the file's name, the text and the day of signing, which comes after it, tell where title or
    /// period tell another: last year's report was filled in anew.
    private func rivalYear(of year: Int, told sources: [(year: Int, range: Range<Int>?)]) -> Int? {
        let leads = mentions.all.filter { $0.role == .lead && !isOfTitle($0.range) }
        let prose = [sentenceYear?.year] + leads.map(\.year)
        // Where the period alone tells a year, that of the text weighs more, however its paragraphs begin.
        let isToldOnce = title?.years.isEmpty != false && sources.count == 1
        let spoken = isToldOnce ? spokenYear(times: 2) : nil
        return Set(sources.map(\.year) + [spoken].compactMap { $0 }).sorted(by: >).first { other in
            guard other > year else { return false }
            if other == spoken { return true }
            let votes = [path.year == other, prose.contains(other), publicationDay?.hasPrefix("\(other + 1)-") == true]
            return votes.count { $0 } > 1
        }
    }

    private var publicationDay: String? { document.publishedOn ?? PublicationLine.day(in: head) ?? signatureDay }

    /// Whether a mention is the title's own.
    private func isOfTitle(_ range: Range<Int>) -> Bool {
        guard let title, let number = paragraphs.number(at: range.lowerBound) else { return false }
        return Wording(text, paragraphs.ranges[number]).range(of: Wording(title.text)) != nil
    }

    /// The year that the period and all else name where the title alone names another: last year's title was left over.
    private func outvoting(_ years: [Int], _ period: Period?) -> Int? {
        guard title?.years.count == 1, let year = period?.year, years.count > 2 else { return nil }
        return years.dropFirst().allSatisfy { $0 == year } ? year : nil
    }

    /// Says that the title is of a part of the year, where the period does not say so.
    private func noteHalf(_ period: Period?, year: Int, into identity: inout Identity) {
        let part = title.flatMap { headings.reports.periods.part(in: Wording($0.text)) }
        guard let part, period.map(\.isWholeYear) != false else { return }
        identity.doubts.append(Doubt(.periodNotFullYear, found: part, expected: "\(year)-01-01/\(year)-12-31"))
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
    var periodStatement: (statement: Period.Statement, range: Range<Int>)? {
        let places = places.dropFirst(Mentions.words.count)
        for range in paragraphs.containing(places.prefix(Self.periodWords.count)) {
            if let told = periodStatement(in: range) { return told }
        }
        for range in paragraphs.containing(places.dropFirst(Self.periodWords.count)) {
            if let period = Period(anywhereIn: Wording(text, range)) { return (.period(period), range) }
        }
        return nil
    }

    /// The same of one paragraph; the end of a line may cut the period, which then goes on in the next.
    private func periodStatement(in range: Range<Int>) -> (statement: Period.Statement, range: Range<Int>)? {
        let periods = headings.reports.periods
        let statement = Period.statement(in: Wording(text, range), periods)
        if case .period = statement { return statement.map { ($0, range) } }
        let isOpen = !text[range].suffix(3).elementsEqual("。".utf8)
        if isOpen, let number = paragraphs.number(at: range.lowerBound), number + 1 < paragraphs.ranges.count,
            case let next = paragraphs.ranges[number + 1], next.lowerBound - range.upperBound <= 2
        {
            let both = range.lowerBound..<next.upperBound
            if case .period(let period) = Period.statement(in: Wording(text, both), periods) {
                return (.period(period), both)
            }
        }
        return statement.map { ($0, range) }
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

    /// The date under the report: the last line that is nothing but a day, or a name and a day.
    private var signatureDay: String? {
        for range in paragraphs.ranges.reversed().prefix(12) where range.count <= 120 {
            if let signature = PublicationLine.signature(Wording(text, range)) {
                return signature.day.isoString(year: nil)
            }
        }
        return nil
    }

    /// Where the year is not told, the newest list of counties counts.
    private static let thisYear = 9999
    private static let words = TextWords(Mentions.words + periodWords + ["1月1日"])
    private static let periodWords: [StaticString] = ["统计", "統計", "期限", "时限", "报告期"]
    private static let afterSentenceYear = [
        "年,", "年度,", "年以来,", "年来,", "年我", "年本", "年全", "年街道", "年度我", "年度本", "年度全", "年度街道",
    ].map { Wording($0) }
}
