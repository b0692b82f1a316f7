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
        let papers = paragraphs.ranges.prefix(15).filter { Title.isOtherPaper(Wording(text, $0)) }
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
            HeadLines.trail(in: head) == nil, !path.ownNames.contains(where: { $0.township == township })
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
        var years: [Int] = []
        for range in paragraphs.ranges.prefix(60) where range.count >= 15 {
            let line = Wording(text, range.lowerBound..<min(range.upperBound, range.lowerBound + 3000))
            for start in line.scalars.indices {
                guard let (year, end) = Day.yearNumber(line, at: start) else { continue }
                let before = line[line.scalars.startIndex..<start]
                let after = line[end..<line.scalars.endIndex]
                // 下一步，我镇2023年将加强培训: what is planned is of no report.
                if times > 1, after.scalars.prefix(Self.longestPlan).contains(where: Self.plans.contains) { continue }
                if Self.selves.first(of: before) != nil || Self.ofSelf.contains(where: after.hasPrefix) {
                    years.append(year)
                }
            }
        }
        return years.count >= times && Set(years).count == 1 ? years.first : nil
    }

    /// 将, 拟, 划 of 计划
    private static let plans: Set<UInt32> = [0x5C06, 0x62DF, 0x5212]
    private static let longestPlan = 10
    private static let selves = WordEndings(["我镇", "我乡", "我街道", "本镇", "本乡", "本街道", "我办事处", "我苏木"])
    private static let ofSelf = ["年度", "年度,", "年", "年,"].flatMap { year in
        ["我镇", "我乡", "我街道", "街道", "本镇", "本乡", "本街道", "全镇", "全乡", "我苏木"].map { Wording(year + $0) }
    }
}
