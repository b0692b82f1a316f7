import Values

/// What the brief of a county's year says: chapters of sentences and tables, in both languages.
///
/// A sentence names its numbers in braces; its scene says which there can be, so that a template that asks for another
/// is refused with file and line.
package struct BriefTemplate: Sendable {
    package var title: Phrase
    package var totals: [String]
    package var rankings: [String]
    /// How many times last year's a figure must be, how far from it, and how many are told.
    package var unusual: (times: Int64, apart: Int64, most: Int)
    package var mostFindings: Int
    /// From how many percent of shared text on a report is named.
    package var copiedPercent: Int
    package var chapters: [Chapter]

    package struct Chapter: Sendable {
        package var title: Phrase
        package var parts: [Part]
    }

    package enum Part: Sendable {
        case sentences(BriefScene, [Sentence])
        case table(BriefTable)
    }

    package struct Sentence: Sendable {
        /// Nil where it is to be said in any case.
        package var condition: String?
        package var text: Phrase
    }

    /// The program's own, or a user's file in its place.
    ///
    /// - Parameter codes: of what there can be figures of.
    package static func load(_ file: LocalFile? = nil, codes: Set<String>) throws(CatalogueError) -> BriefTemplate {
        guard let file else { return try BriefTemplate(parsing: DataFiles.brief.parsed(), codes: codes) }
        return try BriefTemplate(parsing: YAMLValue(parsing: file.text, file: file.name), codes: codes)
    }

    /// The program's own as it stands, for users to begin with.
    package static var text: String { DataFiles.brief.text }

    init(parsing root: YAMLValue, codes: Set<String>) throws(CatalogueError) {
        let keys = try root.mapping(
            allowing: ["title", "totals", "rankings", "unusual", "findings", "copied", "chapters"])
        let heading = try keys.required("title", in: root)
        title = try Self.phrase(heading, of: ["county", "year"])
        totals = try Self.codes(keys.required("totals", in: root), "totals", among: codes)
        rankings = try Self.codes(keys.required("rankings", in: root), "rankings", among: codes)
        let numbers = try keys.required("unusual", in: root)
        unusual = (
            Int64(try Self.number("times", of: numbers, from: 2)),
            Int64(try Self.number("apart", of: numbers, from: 0)),
            try Self.number("most", of: numbers, from: 0)
        )
        mostFindings = try Self.number("most", of: keys.required("findings", in: root), from: 0)
        copiedPercent = try Self.number("percent", of: keys.required("copied", in: root), from: 1)
        chapters = []
        for value in try keys.required("chapters", in: root).sequence() { chapters.append(try Self.chapter(value)) }
    }

    private static func codes(
        _ list: YAMLValue, _ key: String, among known: Set<String>
    ) throws(CatalogueError) -> [String] {
        var codes: [String] = []
        for value in try list.sequence() {
            let code = try value.string()
            guard known.contains(code) else {
                let nearest = Nearest.name(to: code, among: known.sorted())
                throw .unknownValue(
                    file: value.file, line: value.line, key: key, value: code, allowed: nearest.map { [$0] } ?? [])
            }
            codes.append(code)
        }
        return codes
    }

    private static func number(_ key: String, of value: YAMLValue, from least: Int) throws(CatalogueError) -> Int {
        let entry = try value.mapping(allowing: ["times", "apart", "most", "percent"]).required(key, in: value)
        let number = try entry.integer()
        guard number >= least, number <= 1_000_000 else {
            throw .unknownValue(
                file: value.file, line: entry.line, key: key, value: "\(number)", allowed: ["\(least)–1000000"])
        }
        return number
    }

    private static func chapter(_ value: YAMLValue) throws(CatalogueError) -> Chapter {
        let keys = try value.mapping(allowing: ["zh", "en", "parts"])
        var parts: [Part] = []
        for part in try keys.required("parts", in: value).sequence() { parts.append(try self.part(part)) }
        return Chapter(
            title: Phrase(
                zh: try keys.required("zh", in: value).string(), en: try keys.required("en", in: value).string()),
            parts: parts)
    }

    private static func part(_ value: YAMLValue) throws(CatalogueError) -> Part {
        let keys = try value.mapping(allowing: ["scene", "sentences", "table"])
        if let name = keys["table"] { return .table(try name.choice("table")) }
        let scene: BriefScene = try keys.required("scene", in: value).choice("scene")
        var sentences: [Sentence] = []
        for sentence in try keys.required("sentences", in: value).sequence() {
            let entries = try sentence.mapping(allowing: ["when", "zh", "en"])
            if let condition = entries["when"], !scene.conditions.contains(try condition.string()) {
                throw .unknownValue(
                    file: value.file, line: condition.line, key: "when", value: try condition.string(),
                    allowed: scene.conditions)
            }
            sentences.append(
                Sentence(condition: try entries["when"]?.string(), text: try phrase(sentence, of: scene.slots)))
        }
        return .sentences(scene, sentences)
    }

    /// A text in both languages whose braces hold names of a list.
    private static func phrase(_ value: YAMLValue, of slots: [String]) throws(CatalogueError) -> Phrase {
        let keys = try value.mapping(allowing: ["when", "zh", "en"])
        var texts: [String] = []
        for key in ["zh", "en"] {
            let entry = try keys.required(key, in: value)
            let text = try entry.string()
            for piece in BriefText.pieces(text) {
                guard case .slot(let name) = piece else { continue }
                guard slots.contains(name) else {
                    throw .unknownValue(
                        file: value.file, line: entry.line, key: key, value: "{\(name)}",
                        allowed: slots.map { "{\($0)}" })
                }
            }
            texts.append(text)
        }
        return Phrase(zh: texts[0], en: texts[1])
    }
}

/// A text with names in braces, taken apart.
package enum BriefText {
    package enum Piece: Sendable, Equatable {
        case text(String)
        case slot(String)
    }

    /// A brace without its other half begins a name that no scene has.
    package static func pieces(_ text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            let inner = rest[rest.index(after: open)...]
            guard let close = inner.firstIndex(of: "}") else { return pieces + [.slot(String(inner))] }
            pieces.append(.slot(String(inner[..<close])))
            rest = inner[inner.index(after: close)...]
        }
        return rest.isEmpty ? pieces : pieces + [.text(String(rest))]
    }
}

/// What a sentence of a brief can be about, with the numbers and conditions that there are for it.
package enum BriefScene: String, Sendable, CaseIterable {
    case coverage
    /// One after the other, each of the indicators that are added up.
    case totals
    case rankings
    case unusual
    case unusualRule = "unusual_rule"
    case findingCounts = "finding_counts"
    case copiedCounts = "copied_counts"

    package var slots: [String] {
        ["county", "year"]
            + {
                switch self {
                case .coverage:
                    ["townships", "reported", "missing", "missing_count", "last_reported", "changed"]
                case .totals:
                    ["label", "unit", "value", "basis", "both_years", "before", "now", "change", "percent"]
                case .rankings:
                    [
                        "label", "unit", "count", "highest", "most", "lowest", "least", "median", "unranked_count",
                        "unranked",
                    ]
                case .unusual: ["township", "label", "unit", "before", "now", "passage"]
                case .unusualRule: ["times", "apart", "found", "listed"]
                case .findingCounts: ["errors", "warnings", "notes", "affected", "listed", "waived"]
                case .copiedCounts: ["compared", "copied", "percent", "names"]
                }
            }()
    }

    /// What people call a number that a sentence wants.
    package static func words(of slot: String) -> Phrase {
        slotWords[slot] ?? Phrase(slot)
    }

    private static let slotWords: [String: Phrase] = [
        "value": Phrase(zh: "合计数", en: "total"), "basis": Phrase(zh: "有数的乡镇", en: "townships with figures"),
        "both_years": Phrase(zh: "两年都有的准确数", en: "exact figures of both years"),
        "before": Phrase(zh: "上年的数", en: "last year's figure"), "now": Phrase(zh: "本年的数", en: "this year's figure"),
        "change": Phrase(zh: "增减数", en: "change"), "percent": Phrase(zh: "增减幅度", en: "percentage"),
        "count": Phrase(zh: "三个以上乡镇的确定数", en: "certain figures of three townships"),
        "highest": Phrase(zh: "并列不超过三个的最高者", en: "no more than three highest"),
        "most": Phrase(zh: "最高数", en: "highest figure"),
        "lowest": Phrase(zh: "并列不超过三个的最低者", en: "no more than three lowest"),
        "least": Phrase(zh: "最低数", en: "lowest figure"), "median": Phrase(zh: "中位数", en: "median"),
        "passage": Phrase(zh: "报告原文", en: "sentence of the report"),
        "missing": Phrase(zh: "缺报的乡镇", en: "who is missing"),
        "last_reported": Phrase(zh: "上年报送数", en: "who reported last year"),
        "names": Phrase(zh: "乡镇名单", en: "names of townships"),
    ]

    package var conditions: [String] {
        switch self {
        case .coverage: ["complete", "incomplete", "last_year", "changed"]
        case .totals: ["rise", "fall", "from_nothing", "same"]
        case .rankings: ["different", "unranked"]
        case .unusual: []
        case .unusualRule: ["any", "more", "none"]
        case .findingCounts: ["any", "listed", "none", "waived"]
        case .copiedCounts: ["any", "none"]
        }
    }
}

/// A table that a brief can have.
package enum BriefTable: String, Sendable, CaseIterable {
    case totals
    case rankings
    case findings
    case copied
}
