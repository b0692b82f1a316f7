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
            case .unusualNone: [unusualNone]
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
        return instance
    }

    private func total(_ line: ComparedLine) -> BriefInstance {
        var instance = BriefInstance(subject: line.label[language])
        instance.set("label", line.label[language])
        instance.set("unit", line.unit)
        if let amount = line.totals[facts.now].cell.amount {
            let (_, unit) = BriefNumber.parts(amount, line)
            instance.set("unit", unit)
            let note = facts.sources.note(sumOf: line, column: facts.now, in: facts.grid)
            instance.set("value", BriefNumber.digits(amount, line, language), note: note)
            instance.set("basis", facts.basis(line))
        }
        addChange(line, to: &instance)
        return instance
    }

    /// The change of those that have a figure in both years.
    private func addChange(_ line: ComparedLine, to instance: inout BriefInstance) {
        guard let change = facts.change(line) else { return }
        let unit = BriefNumber.parts(change.now, line).unit
        // One unit for a sentence: sums on both sides of 10,000 元 would need two.
        guard BriefNumber.parts(change.before, line).unit == unit,
            instance.slots["unit"]?.text == unit, change.now.qualifier == nil, change.before.qualifier == nil
        else { return }
        let difference = Amount(value: change.now.value - change.before.value)
        let scale: Scale = unit == "万元" ? .millionths : line.scale
        instance.set("both_years", "\(change.townships)")
        instance.set("before", BriefNumber.digits(change.before, line, language), note: change.noteBefore)
        instance.set("now", BriefNumber.digits(change.now, line, language), note: change.noteNow)
        instance.set("change", Number(Int64(clamping: difference.value.magnitude), scale).groupedDigits)
        instance.conditions.insert(difference.value > 0 ? "rise" : difference.value < 0 ? "fall" : "same")
        guard difference.value != 0,
            let percent = ExactQuotient.rounded(difference.value, times: 10_000, over: change.before.value)
        else { return }
        instance.set("percent", Number(percent, .hundredths).groupedDigits)
        instance.conditions.insert("percentage")
    }

    private func ranking(_ line: ComparedLine) -> BriefInstance {
        var instance = BriefInstance(subject: line.label[language])
        instance.set("label", line.label[language])
        instance.set("unit", line.unit)
        instance.conditions.insert("different")
        guard let ranking = facts.ranking(line), let first = ranking.first, let last = ranking.last else {
            return instance
        }
        let unit = BriefNumber.parts(first.amount, line).unit
        guard first.amount.value != last.amount.value, BriefNumber.parts(last.amount, line).unit == unit else {
            if first.amount.value == last.amount.value { instance.conditions.remove("different") }
            return instance
        }
        instance.set("unit", unit)
        instance.set("count", "\(ranking.count)")
        if let median = Quartiles(ranking.map(\.amount.value))?.median {
            let amount = Amount(value: median)
            if BriefNumber.parts(amount, line).unit == unit {
                instance.set("median", BriefNumber.digits(amount, line, language))
            }
        }
        for (end, names, value) in [(first, "highest", "most"), (last, "lowest", "least")] {
            let equals = ranking.filter { $0.amount.value == end.amount.value }
            guard equals.count <= 3 else { continue }
            instance.set(names, equals.map(\.place.township).joined(separator: comma))
            let notes = equals.map { facts.sources.note(line, $0.place, facts.year, $0.cell) }
            instance.set(
                value, BriefNumber.digits(end.amount, line, language),
                note: notes.joined(separator: Phrase(zh: "；", en: "; ")[language]))
        }
        return instance
    }

    private func unusual(_ change: BriefFacts.Unusual) -> BriefInstance {
        let line = change.line
        var instance = BriefInstance(subject: "\(change.place.township) \(line.label[language])")
        instance.set("township", change.place.township)
        instance.set("label", line.label[language])
        // In the line's own unit: the two may lie on both sides of 10,000 元.
        instance.set("unit", line.unit)
        instance.set(
            "before", Number(change.before, line.scale).groupedDigits,
            note: facts.sources.note(line, change.place, facts.year - 1, change.cellBefore))
        instance.set(
            "now", Number(change.now, line.scale).groupedDigits,
            note: facts.sources.note(line, change.place, facts.year, change.cellNow))
        if let passage = facts.sources.passage(line, change.place, facts.year) { instance.set("passage", passage) }
        return instance
    }

    private var unusualNone: BriefInstance {
        var instance = BriefInstance()
        instance.set("times", "\(facts.template.unusual.times)")
        instance.set("apart", "\(facts.template.unusual.apart)")
        if facts.unusual.isEmpty, !facts.reportedBefore.isEmpty { instance.conditions.insert("none") }
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
        instance.conditions = grave.isEmpty ? ["none"] : ["any"]
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
