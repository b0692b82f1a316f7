/// What tells of a report that has no title, as copies of a page's text have none.
extension IdentityReader {
    /// Whether it is a report, by its title, by a sentence that tells whose it is, or by all that reports have; else
    /// what it is instead.
    func readKind(into identity: inout Identity, override: IdentityOverride) {
        let marks = ReportMarks(text, paragraphs, headings.reports)
        guard title == nil else {
            identity.isReport = title?.place != nil || !marks.isEmptyForm
            if !identity.isReport { identity.paper = title?.text }
            return
        }
        let titles = headings.reports.titles
        let papers = paragraphs.ranges.prefix(15).filter { titles.isOtherPaper(Wording(text, $0)) }
        let isLed = mentions.all.contains { mention in
            mention.role == .lead && !papers.contains { $0.overlaps(mention.range) }
        }
        identity.paper = marks.otherPaper(head: head, isLed: isLed)
        guard identity.paper == nil else { return }
        identity.isReport = isLed || isReport(by: marks, override)
    }

    /// With less of it where the user or the name of the file says that it is one.
    private func isReport(by marks: ReportMarks, _ override: IdentityOverride) -> Bool {
        let isNamed = override.township != nil && override.year != nil
        let least = path.isTitled ? 1 : isNamed || path.isInTitledFolder ? 2 : 3
        guard marks.areOfReport(hasPeriod: periodStatement != nil, atLeast: least) else { return false }
        // Who names a department says himself that it is none of a township.
        let isOfOther = override.township.map { PlaceName(body: Wording($0)) == nil } ?? false
        return isOfOther || marks.isOfTownship
    }

    /// The township that only sentences name, where the text speaks as one, or has the form's tables, speaks as nobody
    /// else and names it again and again.
    var spokenTownship: SpokenTownship? {
        let marks = ReportMarks(text, paragraphs, headings.reports)
        let isOfTownship = marks.isOfTownship
        guard isOfTownship || hasTable && !marks.isOfOthers else { return nil }
        let spoken = SpokenTownship(text, mentions, related)
        return spoken.name == nil || !isOfTownship && spoken.count < 2 ? nil : spoken
    }

    /// Where the name stands that the township was taken by, if it was taken from sentences alone.
    func proseName(of township: String) -> Range<Int>? {
        guard let best = mentions.best, best.role == .text, best.name.township == township,
            HeadLines.trail(in: head, headings) == nil, !path.ownNames.contains(where: { $0.township == township })
        else { return nil }
        return best.range
    }

    /// Says that a township was taken from sentences alone: it may be one that is told of.
    func doubtGuess(of township: String, at range: Range<Int>?, into identity: inout Identity) {
        guard let range else { return }
        identity.doubts.append(Doubt(.townshipFromSentences, at: range, found: township))
    }

    /// The year that the text names wherever it speaks of itself, if it is but one: 2021年度我乡…, 我镇2023年….
    ///
    /// - Parameter times: how often it must do so.
    func spokenYear(times: Int) -> Int? {
        let words = headings.reports
        var years: [Int] = []
        for range in paragraphs.ranges.prefix(60) where range.count >= 15 {
            let line = Wording(text, range.lowerBound..<min(range.upperBound, range.lowerBound + 3000))
            for start in line.scalars.indices {
                guard let (year, end) = Day.yearNumber(line, at: start) else { continue }
                let before = line[line.scalars.startIndex..<start]
                let after = line[end..<line.scalars.endIndex]
                // 下一步，我镇2023年将加强培训: what is planned is of no report.
                if times > 1, after.scalars.prefix(Self.longestPlan).contains(where: words.plans.contains) { continue }
                if words.beforeYear.first(of: before) != nil || words.behindYear.contains(where: after.hasPrefix) {
                    years.append(year)
                }
            }
        }
        return years.count >= times && Set(years).count == 1 ? years.first : nil
    }

    private static let longestPlan = 10
}
