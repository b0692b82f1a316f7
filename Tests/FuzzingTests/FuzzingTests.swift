import Foundation
import Testing

/// Every reader takes whatever comes, and what it gives holds its promises.
///
/// `NIANBAO_FUZZ=1000000` makes a soak of it, `NIANBAO_FUZZ_FROM` begins at an input by its number, and
/// `swift test --sanitize=address --filter FuzzingTests` watches memory. The number of an input is printed before every
/// thousandth, so that one that ends the program can be found.
@Suite struct FuzzingTests {
    private static func number(_ variable: String, usually: Int) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? usually
    }

    /// - Parameter share: of slow ones, only one input in so many.
    private func fuzz(_ name: String, share: Int = 1, _ mutator: Mutator, _ check: ([UInt8]) -> String?) {
        let first = Self.number("NIANBAO_FUZZ_FROM", usually: 0)
        let count = Self.number("NIANBAO_FUZZ", usually: 1000) / share
        for number in first..<first + count {
            if number % 1000 == 0 { print("\(name) \(number)") }
            let broken = check(mutator.input(number))
            #expect(broken == nil, "\(name) \(number)")
        }
    }

    @Test(arguments: FuzzTarget.allCases) func promisesHoldWhateverComes(target: FuzzTarget) {
        fuzz(target.rawValue, share: target.share, Mutator(seeds: target.seeds, words: target.words), target.check)
    }

    /// Each of these is a run of another program.
    @Test func filesForConverters() {
        let seeds = Seeds.files("Tests/DocumentsTests/Fixtures", ".doc", ".rtf", ".pdf")
        fuzz("converted", share: 200, Mutator(seeds: seeds, words: ["\\rtf", "obj", "stream", "\u{0}"])) {
            FuzzTarget.read($0, "a.doc")
        }
    }

    /// Inputs that were made to break each reader, and what libFuzzer will find: a file of `Hostile` for each.
    @Test(arguments: FuzzTarget.allCases) func findingsStayFixed(target: FuzzTarget) {
        let inputs = Seeds.files("Tests/FuzzingTests/Hostile/\(target.rawValue)", "")
        #expect(!inputs.isEmpty)
        for (number, bytes) in inputs.enumerated() { #expect(target.check(bytes) == nil, "\(target) \(number)") }
    }
}

extension FuzzTarget {
    fileprivate var share: Int {
        switch self {
        case .text, .html: 2
        case .catalogue: 4
        case .mhtml, .packed, .sentences, .csv: 1
        }
    }

    fileprivate var seeds: [[UInt8]] {
        switch self {
        case .text, .sentences: Seeds.reports
        case .html: Seeds.pages
        case .mhtml: Seeds.files("Tests/DocumentsTests/Fixtures", ".mht", ".mhtml") + [Array(Self.message.utf8)]
        case .packed:
            Seeds.files("Tests/DocumentsTests/Fixtures", ".docx", ".zip") + Seeds.files("SampleData", ".docx")
                + [[0x50, 0x4B, 3, 4], [0xFF, 0xFE], [0x1F, 0x8B]]
        case .catalogue: Seeds.files("Sources/Catalogue/Data", "_place.yaml", "_organisation.yaml")
        case .csv: []
        }
    }

    fileprivate var words: [String] {
        switch self {
        case .text, .sentences: Seeds.words
        case .html: Seeds.words + Seeds.markup
        case .mhtml: Seeds.markup + ["--b", "=3D", "Content-Type:"]
        case .packed: ["PK\u{1}\u{2}", "word/document.xml", "\u{0}\u{0}"]
        case .catalogue: ["- ", ": ", "&a", "*a", "<<", "[", "{", "\"", "|", "!!int", "code:", "unit:", "\t", "#"]
        case .csv: ["\"", ",", "\n", "\r\n", "=", "'", "+", "-", "@", "\t", " ", "\u{FEFF}", "年", "＝", "\"\""]
        }
    }

    private static let message = """
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary="b"

        --b
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: quoted-printable

        <html><body><table><tr><td>=E6=94=B6=E5=88=B0</td><td>3</td></tr></table></body></html>
        --b--
        """
}
