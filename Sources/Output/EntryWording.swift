import Values

/// Turns entries into what people read in one language, and remembers the marks that it used.
struct EntryWording {
    let language: Language
    private var used: Set<Mark> = []

    init(_ language: Language) {
        self.language = language
    }

    mutating func text(_ entry: Entry) -> String {
        switch entry {
        case .text(let text): return VisibleText.of(text)
        case .number(let number): return affix(number).around(number.groupedDigits)
        case .word(_, let phrase): return phrase[language]
        case .decimal(let digits): return digits
        case .list(let texts): return VisibleText.of(texts.joined(separator: ";"))
        case .flag(let isSo): return "\(isSo)"
        case .gap(let gap):
            let mark = Mark(gap)
            used.insert(mark)
            return mark.sign[language]
        case .empty: return ""
        }
    }

    /// Appends the same text; where it is the text or the digits of the entry alone, without making another of it, and
    /// with the controls that a text may have (see `PlainText`).
    mutating func append(_ entry: Entry, to bytes: inout [UInt8]) {
        switch entry {
        case .text(let text): bytes.append(contentsOf: text.utf8)
        case .number(let number) where number.isBare: number.appendGroupedDigits(to: &bytes)
        case .empty: break
        default: bytes.append(contentsOf: text(entry).utf8)
        }
    }

    /// What stands before and after the digits: `600余`, `~600`, `600*`.
    mutating func affix(_ number: Number) -> Affix {
        var affix = Affix()
        if let qualifier = number.qualifier {
            used.insert(.approximate)
            (affix.before, affix.after) = qualifier.affix(language)
        }
        if number.isCorrected {
            used.insert(.corrected)
            affix.after += Mark.corrected.sign[language]
        }
        if number.isOverFew {
            used.insert(.few)
            affix.after += Mark.few.sign[language]
        }
        if number.isUnproved {
            used.insert(.unproved)
            affix.after += Mark.unproved.sign[language]
        }
        if let bound = number.bound {
            let mark: Mark = bound == .atLeast ? .atLeast : .open
            used.insert(mark)
            affix.before = mark.sign[language] + affix.before
        }
        if let footnote = number.footnote { affix.after += Number.superscript(footnote) }
        return affix
    }

    func title(_ phrase: Phrase) -> String {
        VisibleText.of(phrase[language])
    }

    /// The lines under the sheet: its footnotes, then one for each mark used so far. The marks are forgotten, for the
    /// next sheet.
    mutating func notes(_ footnotes: [Phrase]) -> [String] {
        defer { used = [] }
        return footnotes.map(title) + Mark.allCases.filter(used.contains).map { $0.legend[language] }
    }
}

/// What stands around the digits of a number.
struct Affix: Hashable {
    var before = ""
    var after = ""

    func around(_ digits: String) -> String { before + digits + after }
}
