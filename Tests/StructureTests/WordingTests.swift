import Foundation
import Support
import Testing

/// Every message as it stands in the sources: the Chinese ones without English in them, and with one word for an idea.
@Suite struct WordingTests {
    private struct Message: CustomStringConvertible {
        let file: String
        /// Without what is put in.
        let zh: String

        var description: String { "\(file): \(zh)" }
    }

    private static let messages = Result {
        let sources = SourceTree.root.appending(path: "Sources")
        let names = (FileManager.default.subpaths(atPath: sources.path) ?? []).filter { $0.hasSuffix(".swift") }
        return try names.flatMap { name -> [Message] in
            let text = Array(try String(contentsOf: sources.appending(path: name), encoding: .utf8))
            return SourceLiterals(text).found.filter(isChinese).map { Message(file: name, zh: $0) }
        }
    }

    private static func isHan(_ character: Character) -> Bool { ("\u{4E00}"..."\u{9FFF}").contains(character) }

    /// English messages may name a 青禾县, Chinese ones an option.
    private static func isChinese(_ text: String) -> Bool {
        let letters = text.count { $0.isASCII && $0.isLetter }
        return text.contains(where: isHan) && text.count(where: isHan) * 2 >= letters
    }

    /// A line of a help text that shows what to type.
    private nonisolated(unsafe) static let example = #/^ *(nianbao|cd|chgrp|chmod|export) /#

    /// Names that are the same in Chinese: of programs and formats, and what is typed as it stands.
    private static let names: Set<String> = [
        "winnowing", "Schleimer", "Wilkerson", "Aiken",
        "Excel", "WPS", "Word", "PDF", "OFD", "CSV", "TSV", "JSON", "YAML", "XML", "HTML", "XLSX", "SQL", "SQLite",
        "SQLITE", "UTF", "BOM", "LF", "GB", "SHA", "DOCTYPE", "Office", "PowerPoint", "OpenDocument", "LibreOffice",
        "Pages",
        "Frictionless", "DuckDB", "ClickHouse", "PostgreSQL", "Ctrl", "SELECT", "TMPDIR", "NIANBAO", "ARCHIVE", "bash",
        "zsh", "fish", "nianbao", "man", "Landlock", "NULL", "Iglewicz", "Hoaglin", "substr",
    ]

    @Test func noEnglishIsLeftInChinese() throws {
        let messages = try Self.messages.get()
        #expect(messages.count > 500)
        for message in messages {
            // Sentences of reports are data; templates for users are code.
            if message.file.contains("IndicatorTemplate") || message.file.hasPrefix("Reports/") { continue }
            let prose = message.zh.split(separator: "\n").filter { $0.firstMatch(of: Self.example) == nil }
            let words = prose.joined(separator: "\n").split(whereSeparator: {
                !($0.isASCII && ($0.isLetter || $0.isNumber || "_.-/".contains($0)))
            })
            let english = words.filter { word in
                word.filter(\.isLetter).count > 3 && word.allSatisfy(\.isLetter) && !Self.names.contains(String(word))
                    && !Self.typed.contains(String(word))
            }
            #expect(english.isEmpty, "\(message)")
        }
    }

    /// Commands, options' values, keys of files: what people type in either language.
    private static let typed: Set<String> = [
        "import", "list", "show", "trace", "compare", "export", "check", "reread", "status", "backup", "verify",
        "search",
        "indicators", "townships", "template", "numbers", "rollup", "correct", "uncorrect", "waive", "unclaimed",
        "help", "resume", "begin",
        "merge", "schema", "coverage", "remove", "revert", "diff", "corrections", "unwaive", "rename", "move",
        "measures", "brief", "approximate",
        "error", "warning", "note", "long", "wide", "table", "name", "value", "change", "percent", "none", "deep",
        "county", "township", "code", "year", "docx", "xlsx", "yaml", "mhtml", "html", "json", "sqlite", "apt",
        "install",
        "ocrmypdf", "bound", "beside", "over", "roles", "definitions", "examples", "unit", "object", "act", "carrier",
        "source", "measure", "variety", "standing", "time", "level", "told", "lang", "same", "near", "ended",
        "duckdb", "chmod", "chgrp", "jobs", "corrected", "reported", "blank", "unreadable", "about", "qualifier",
        "datapackage", "checksum", "publish", "completions", "manual", "demo", "restore", "report", "next", "pptx",
        "true",
        "false", "SampleData", "sections", "replace", "zip", "tar", "rar", "ndjson", "markdown", "holds", "words",
        "higher", "lower", "upper", "neither", "unknown", "undefined", "uncertain", "narrative", "archive", "scale",
    ]

    @Test(arguments: ["可疑", "收回", "写一张", "今年与去年", "年格式", "官方格式", "，空格填", "计入乡镇\""])
    func oneWordForOneIdea(old: String) throws {
        for message in try Self.messages.get() { #expect(!message.zh.contains(old), "\(message)") }
        let data = SourceTree.root.appending(path: "Sources")
        for name in FileManager.default.subpaths(atPath: data.path) ?? [] where name.hasSuffix(".yaml") {
            if name.contains("narrative") { continue }
            let text = try String(contentsOf: data.appending(path: name), encoding: .utf8)
            #expect(!text.contains(old), "\(name)")
        }
    }

    /// A colon between Chinese is a full one.
    @Test func colonsAreFullWidth() throws {
        // Words that are looked for in reports are as reports have them.
        for message in try Self.messages.get() where !message.file.hasPrefix("Reports/") {
            let text = Array(message.zh)
            for place in text.indices.dropFirst() where text[place] == ":" {
                #expect(!Self.isHan(text[place - 1]), "\(message)")
            }
        }
    }
}
