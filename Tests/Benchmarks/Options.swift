import Foundation

/// What to measure, and with what.
struct Options {
    private(set) var reports = 2000
    /// Sizes of one archive as it grows; every command is timed at those of `commands` too.
    private(set) var growth: [Int] = []
    private(set) var commands: [Int] = []
    /// Archives that are there already, over which every command is timed.
    private(set) var archives: [String] = []
    /// Reports of each edition for each way to scan, and the ways whose name has these words.
    private(set) var scans = 0
    private(set) var kind = ""
    /// Reports printed as PDF.
    private(set) var pdfs = 0
    private(set) var program = Options.root.appending(path: ".build/release/nianbao").path
    private(set) var python = "python3"
    private(set) var folder = NSTemporaryDirectory() + "nianbao-benchmarks"
    private(set) var readme: String?
    private(set) var wantsHelp = false

    /// The folder of nianbao's sources.
    static let root = URL(filePath: #filePath).appending(path: "../../..").standardized

    static let usage = """
        usage: .build/release/Benchmarks [OPTION…]
          --reports N       reports of the tables that compare with peers (2000); 0 leaves them out
          --growth N,N,…    one archive as it grows to these numbers of reports
          --commands N,N,…  of these, those at which every command is timed
          --archives F,F,…  archives made before, over which every command is timed; the smallest first
          --scans N         reports of each edition, printed and scanned in every way
          --kind WORDS      of the ways to scan, those whose name has these words
          --pdfs N          reports printed as PDF by Chromium, and imported
          --program FILE    the program to measure (.build/release/nianbao)
          --python FILE     a Python that has pandas, lxml and python-docx; a peer that is missing is named and left out
          --folder FOLDER   where files and archives are made
          --readme FILE     the tables are written into this file as well, between <!-- whole --> and <!-- /whole -->,
                            <!-- growth --> …, <!-- commands --> …
          --help            this
        """

    struct Wrong: Error, CustomStringConvertible {
        let description: String
    }

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            if name == "--help" || name == "-h" {
                wantsHelp = true
                continue
            }
            let known = [
                "--reports", "--growth", "--commands", "--archives", "--scans", "--kind", "--pdfs", "--program",
                "--python", "--folder", "--readme",
            ]
            guard known.contains(name) else { throw Wrong(description: "unknown option: \(name)") }
            guard let value = rest.popFirst() else { throw Wrong(description: "\(name) needs a value") }
            switch name {
            case "--reports": reports = value == "0" ? 0 : try Self.numbers(value, of: name).first ?? reports
            case "--growth": growth = try Self.numbers(value, of: name).sorted()
            case "--commands": commands = try Self.numbers(value, of: name)
            case "--archives": archives = value.split(separator: ",").map(String.init)
            case "--scans": scans = try Self.numbers(value, of: name).first ?? 0
            case "--kind": kind = value
            case "--pdfs": pdfs = try Self.numbers(value, of: name).first ?? 0
            case "--program": program = value
            case "--python": python = value
            case "--folder": folder = value
            default: readme = value
            }
        }
        guard commands.allSatisfy(growth.contains) else {
            throw Wrong(description: "--commands: every number must be one of --growth")
        }
    }

    private static func numbers(_ text: String, of name: String) throws -> [Int] {
        try text.split(separator: ",").map { word in
            guard let number = Int(word), number > 0 else {
                throw Wrong(description: "\(name): '\(word)' is no number")
            }
            return number
        }
    }
}
