import Documents

/// Finds out who reports and when: from the title first, then the text, the signature, and last the file's path.
///
/// What the sources disagree about is kept from the most trusted one, and reported.
struct IdentityReader {
    private let document: Document
    private let text: UnsafeBufferPointer<UInt8>
    private let path: [Wording]
    /// Paragraphs that are not empty, short ones whole and long ones too: the lead and the period stand in long ones.
    private let paragraphs: [Range<Int>]

    init(_ document: Document, _ text: UnsafeBufferPointer<UInt8>, path: String) {
        self.document = document
        self.text = text
        self.path = path.split(separator: "/").map { Wording(String($0)) }
        paragraphs = document.blocks.compactMap { block in
            if case .paragraph(let range) = block, !range.isEmpty { range } else { nil }
        }
    }

    func read(_ override: IdentityOverride) -> Identity {
        var identity = Identity()
        let title = Title.find(in: document, text)
        identity.title = title?.text ?? ""
        let mentions = mentions()
        let place = title?.place ?? mentions.first?.name ?? pathPlace
        identity.township = override.township ?? place?.township
        readCounty(into: &identity, place: place, mentions: mentions, override: override)
        readPeriod(into: &identity, title: title, override: override)
        identity.publishedOn = document.publishedOn ?? signatureDay
        if let township = identity.township { doubtBodies(mentions, township: township, into: &identity) }
        return identity
    }

    // MARK: Place

    private struct Mention {
        var name: PlaceName
        var range: Range<Int>
    }

    /// The townships that the text calls by their government: `柳溪镇人民政府`, `望湖街道办事处`.
    private func mentions() -> [Mention] {
        var mentions: [Mention] = []
        for (word, kinds): (StaticString, [String]) in [("人民政府", ["镇", "乡", "街道", "苏木"]), ("办事处", ["街道"])] {
            for position in ByteSearch.all(word, in: text, limit: 60) {
                let run = runBefore(position)
                let wording = Wording(text, run)
                guard kinds.contains(where: { wording.hasSuffix(Wording($0)) }),
                    let name = PlaceName(body: Self.withoutLeadingWords(wording)),
                    !Self.generic.contains(name.township)
                else { continue }
                mentions.append(Mention(name: name, range: run))
            }
        }
        return mentions.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The Chinese characters directly before a position, twelve at the most.
    private func runBefore(_ position: Int) -> Range<Int> {
        var start = position
        for _ in 0..<12 {
            guard start >= 3, text[start - 3] >= 0xE3, text[start - 3] <= 0xE9 else { break }
            var scalars = Scalars(text, start - 3..<start)
            guard let scalar = scalars.next(), ScalarClass.isWordPart(scalar) else { break }
            start -= 3
        }
        return start..<position
    }

    /// A name runs on into the sentence before it: cut at the last word that cannot be part of it.
    private static func withoutLeadingWords(_ run: Wording) -> Wording {
        var start = run.scalars.startIndex
        for word in joiningWords {
            var from = run.scalars.startIndex
            while let range = run.range(of: word, from: from) {
                if range.upperBound < run.scalars.endIndex - 1 { start = max(start, range.upperBound) }
                from = range.upperBound
            }
        }
        return Wording(run.scalars[start...])
    }

    private func readCounty(
        into identity: inout Identity, place: PlaceName?, mentions: [Mention], override: IdentityOverride
    ) {
        let told = [
            place?.county,
            mentions.first { $0.name.township == identity.township && $0.name.county != nil }?.name.county,
        ]
        let fromText = told.compactMap { $0 }.first ?? countyGovernment
        identity.county = override.county ?? fromText ?? pathCounty
        if identity.county == nil { identity.doubts.append(Doubt(.countyUnknown)) }
    }

    /// The county whose government the text names: `湟中区人民政府网站`.
    private var countyGovernment: String? {
        for position in ByteSearch.all("人民政府", in: text, limit: 60) {
            let name = Self.withoutLeadingWords(Wording(text, runBefore(position)))
            guard let last = name.scalars.last, PlaceName.countySuffixes.contains(last) else { continue }
            if (3...5).contains(name.count), !Self.generic.contains(name.string) { return name.string }
        }
        return nil
    }

    private var pathPlace: PlaceName? {
        for part in path.reversed() {
            let name = part.range(of: Wording(".")).map { Wording(part.scalars[..<$0.lowerBound]) } ?? part
            if let place = Title(name).place ?? PlaceName(body: name) { return place }
        }
        return nil
    }

    private var pathCounty: String? {
        let folders = path.dropLast()
        return folders.last { part in
            (2...8).contains(part.count) && part.scalars.last.map(PlaceName.countySuffixes.contains) == true
        }?.string ?? pathPlace?.county
    }

    private func doubtBodies(_ mentions: [Mention], township: String, into identity: inout Identity) {
        var named = Set<String>()
        for mention in mentions where mention.name.township != township && !mention.name.township.hasSuffix(township) {
            guard named.insert(mention.name.township).inserted else { continue }
            identity.doubts.append(
                Doubt(.bodiesDisagree, at: mention.range, found: mention.name.township, expected: township))
        }
    }

    // MARK: Time

    private func readPeriod(into identity: inout Identity, title: Title?, override: IdentityOverride) {
        var period: (Period, Range<Int>)?
        for range in paragraphs where period == nil {
            // Most paragraphs name no day: look for 月 before anything is decoded.
            guard ByteSearch.contains("月", in: text, range) || ByteSearch.contains("-", in: text, range) else {
                continue
            }
            period = Period(in: Wording(text, range)).map { ($0, range) }
        }
        let periodYear = period?.0.start.year
        let pathYear = path.reversed().lazy.compactMap { Title.years(in: $0).first }.first
        identity.year = override.year ?? title?.year ?? periodYear ?? pathYear
        guard let (period, range) = period else { return }
        identity.periodStart = period.start.isoString(year: nil)
        identity.periodEnd = period.end.isoString(year: periodYear)
        for (source, year) in [("title", title?.year), ("period", periodYear), ("path", pathYear)] {
            guard let year, let chosen = identity.year, year != chosen else { continue }
            identity.doubts.append(
                Doubt(.yearsDisagree, at: source == "period" ? range : nil, found: "\(year)", expected: "\(chosen)"))
        }
        if let year = identity.year, let start = identity.periodStart, let end = identity.periodEnd,
            start != "\(year)-01-01" || end != "\(year)-12-31"
        {
            identity.doubts.append(
                Doubt(.periodNotFullYear, at: range, found: "\(start)/\(end)", expected: "\(year)-01-01/\(year)-12-31"))
        }
    }

    /// The date under the report: the last line that is nothing but a day.
    private var signatureDay: String? {
        for range in paragraphs.reversed().prefix(12) where range.count <= 80 {
            let line = Wording(text, range)
            guard let start = line.scalars.indices.first(where: { Self.isDateStart(line.scalars[$0]) }),
                let (day, end) = Day.read(line, at: start), line.scalars.endIndex - end <= 2, day.year != nil
            else { continue }
            return day.isoString(year: nil)
        }
        return nil
    }

    private static func isDateStart(_ scalar: UInt32) -> Bool { scalar == 0x32 || scalar == 0x4E8C }

    private static let joiningWords = [
        "在", "由", "向", "与", "和", "及", "是", "到", "经", "的", "以", "对", "为", "将", "根据", "按照", "联系", "登录",
        "关于", "通过", "依托", "请", "现", "本",
    ].map { Wording($0) }
    private static let generic: Set<String> = ["我镇", "我乡", "本镇", "本乡", "该镇", "各镇", "乡镇", "各乡", "镇街", "全镇", "各乡镇"]
}
