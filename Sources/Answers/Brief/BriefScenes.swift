import Catalogue
import Checks
import Output
import Storage
import Values

/// One thing that sentences of a brief can be about, with what is known of it.
struct BriefInstance {
    /// What it is about, for the note on what was left out; empty where the chapter says enough.
    var subject = ""
    var slots: [String: TextDocument.Span] = [:]
    var conditions: Set<String> = []

    mutating func set(_ slot: String, _ text: String, note: String? = nil) {
        slots[slot] = TextDocument.Span(text, note: note)
    }
}

/// The scenes of a county's year: what there is to say, from the archive alone.
struct BriefScenes {
    let facts: BriefFacts

    private var language: Language { facts.language }
    private var comma: String { Phrase(zh: "、", en: ", ")[language] }

    /// What stands for one scene; a scene of several things gives several, or none.
    func instances(of scene: BriefScene) -> [BriefInstance] {
        let instances: [BriefInstance] =
            switch scene {
            case .coverage: [coverage]
            case .totals: facts.totals.map(total)
            case .rankings: facts.rankings.map(ranking)
            case .unusual: facts.unusual.map(unusual)
            case .unusualRule: [unusualRule]
            case .findingCounts: [findingCounts]
            case .copiedCounts: [copiedCounts]
            }
        return instances.map { instance in
            var instance = instance
            instance.set("county", facts.county)
            instance.set("year", "\(facts.year)")
            return instance
        }
    }

    private var coverage: BriefInstance {
        var instance = BriefInstance()
        instance.set("townships", "\(facts.townships.count)")
        instance.set("reported", "\(facts.reported.count)")
        let missing = facts.townships.filter { !facts.reported.contains($0) }
        instance.set("missing_count", "\(missing.count)")
        if !missing.isEmpty { instance.set("missing", missing.map(\.township).joined(separator: comma)) }
        instance.conditions.insert(missing.isEmpty ? "complete" : "incomplete")
        if !facts.reportedBefore.isEmpty {
            instance.set("last_reported", "\(facts.reportedBefore.count)")
            instance.conditions.insert("last_year")
        }
        if !facts.changedTownships.isEmpty {
            let told = facts.changedTownships.map { place, term in
                Phrase(zh: "\(place.township)\(term.words.zh)", en: "\(place.township) \(term.words.en)")[language]
            }
            instance.set("changed", told.joined(separator: Phrase(zh: "；", en: "; ")[language]))
            instance.conditions.insert("changed")
        }
        return instance
    }

    private func total(_ line: ComparedLine) -> BriefInstance {
        var instance = BriefInstance(subject: line.subject[language])
        let amount = line.totals[facts.now].cell.amount
        let numbers = BriefNumbers(line, largest: amount?.value ?? 0, language)
        instance.set("label", line.subject[language])
        instance.set("unit", numbers.unit)
        if let amount {
            let note = facts.sources.note(sumOf: line, column: facts.now, in: facts.grid)
            instance.set("value", numbers.digits(amount) + marks([line.totals[facts.now].cell]), note: note)
            instance.set("basis", facts.basis(line))
        }
        addChange(line, numbers, to: &instance)
        return instance
    }

    /// The change of those that have a figure in both years. Of approximate sums none is told.
    private func addChange(_ line: ComparedLine, _ numbers: BriefNumbers, to instance: inout BriefInstance) {
        guard let change = facts.change(line) else { return }
        let (difference, overflow) = change.now.value.subtractingReportingOverflow(change.before.value)
        guard !overflow else { return }
        // A part of nothing, or of less, is no percentage.
        let word = difference == 0 ? "same" : difference > 0 ? "rise" : "fall"
        instance.conditions.insert(difference != 0 && change.before.value <= 0 ? "from_nothing" : word)
        guard change.now.qualifier == nil, change.before.qualifier == nil else { return }
        instance.set("both_years", "\(change.townships)")
        instance.set("before", numbers.digits(change.before) + marks([change.cellBefore]), note: change.noteBefore)
        instance.set("now", numbers.digits(change.now) + marks([change.cellNow]), note: change.noteNow)
        let size = Int64(clamping: difference.magnitude)
        instance.set("change", numbers.digits(size))
        if let percent = Percentage.hundredths(of: size, over: change.before.value) {
            instance.set("percent", Number(percent, .hundredths).groupedDigits)
        }
    }

    private func ranking(_ line: ComparedLine) -> BriefInstance {
        var instance = BriefInstance(subject: line.subject[language])
        instance.set("label", line.subject[language])
        instance.conditions.insert("different")
        guard let ranking = facts.ranking(line), let first = ranking.first, let last = ranking.last else {
            return instance
        }
        if first.number == last.number { instance.conditions.remove("different") }
        let numbers = BriefNumbers(line, largest: first.amount.value, language)
        instance.set("unit", numbers.unit)
        instance.set("count", "\(ranking.count)")
        let unranked = facts.unranked(line)
        instance.set("unranked_count", "\(unranked.count)")
        instance.set("unranked", unranked.map { told($0.place, $0.cell, line) }.joined(separator: comma))
        if !unranked.isEmpty, first.number != last.number { instance.conditions.insert("unranked") }
        if let median = Quartiles(ranking.map(\.number))?.median, let digits = numbers.digits(median) {
            instance.set("median", digits)
        }
        for (end, names, value) in [(first, "highest", "most"), (last, "lowest", "least")] {
            let equals = ranking.filter { $0.number == end.number }
            guard equals.count <= 3 else { continue }
            instance.set(names, equals.map(\.place.township).joined(separator: comma))
            let notes = equals.map { facts.sources.note(line, $0.place, facts.year, $0.cell) }
            instance.set(
                value, numbers.digits(end.amount) + marks(equals.map(\.cell)),
                note: notes.joined(separator: Phrase(zh: "；", en: "; ")[language]))
        }
        return instance
    }

    /// `青石镇 300余件`, `青石镇 45—55%`
    private func told(_ place: Place, _ cell: ComparedCell, _ line: ComparedLine) -> String {
        let words =
            if case .range(let range) = cell.content,
                case .text(let text) = RangeText.entry(range, line.scale, isForPeople: true)
            { text + line.unit } else { BriefNumbers.words(cell, line, language) }
        return "\(place.township) \(words)"
    }

    private func marks(_ cells: [ComparedCell]) -> String { BriefNumbers.marks(cells, language) }

    private func unusual(_ change: BriefFacts.Unusual) -> BriefInstance {
        let line = change.line
        let numbers = BriefNumbers(line, largest: max(change.before, change.now), language)
        var instance = BriefInstance(subject: "\(change.place.township) \(line.subject[language])")
        instance.set("township", change.place.township)
        instance.set("label", line.subject[language])
        instance.set("unit", numbers.unit)
        for (slot, cell, year) in [
            ("before", change.cellBefore, facts.year - 1), ("now", change.cellNow, facts.year),
        ] {
            guard let digits = numbers.marked(cell) else { continue }
            instance.set(slot, digits, note: facts.sources.note(line, change.place, year, cell))
        }
        if let passage = facts.sources.passage(line, change.place, facts.year) { instance.set("passage", passage) }
        return instance
    }

    private var unusualRule: BriefInstance {
        var instance = BriefInstance()
        instance.set("times", "\(facts.template.unusual.times)")
        instance.set("apart", "\(facts.template.unusual.apart)")
        instance.set("found", "\(facts.unusualCount)")
        instance.set("listed", "\(facts.unusual.count)")
        guard !facts.reportedBefore.isEmpty else { return instance }
        instance.conditions.insert(facts.unusualCount == 0 ? "none" : "any")
        if facts.unusualCount > facts.unusual.count { instance.conditions.insert("more") }
        return instance
    }

    private var findingCounts: BriefInstance {
        var instance = BriefInstance()
        func count(_ severity: Severity) -> Int { facts.findings.count { $0.severity == severity } }
        let grave = facts.findings.filter { $0.severity != .note }
        instance.set("errors", "\(count(.error))")
        instance.set("warnings", "\(count(.warning))")
        instance.set("notes", "\(count(.note))")
        instance.set("affected", "\(Set(grave.map(\.township)).count)")
        instance.set("listed", "\(facts.listedFindings.count)")
        instance.set("reading", "\(facts.readingFindings)")
        instance.set("waived", "\(facts.waivedFindings)")
        instance.conditions = grave.isEmpty ? ["none"] : ["any"]
        if facts.readingFindings > 0 { instance.conditions.insert("reading") }
        if facts.waivedFindings > 0 { instance.conditions.insert("waived") }
        if facts.listedFindings.count < facts.findings.count, !grave.isEmpty { instance.conditions.insert("listed") }
        return instance
    }

    private var copiedCounts: BriefInstance {
        var instance = BriefInstance()
        let copied = facts.copied
        instance.set("compared", "\(facts.comparedTexts)")
        instance.set("copied", "\(copied.count)")
        instance.set("percent", "\(facts.template.copiedPercent)")
        if !copied.isEmpty { instance.set("names", copied.map(\.place.township).joined(separator: comma)) }
        if facts.comparedTexts > 0 { instance.conditions.insert(copied.isEmpty ? "none" : "any") }
        return instance
    }
}
