import Foundation
import Support
import Testing

/// Who may use whom: the way of the data, and the one place for each library.
@Suite struct LayeringTests {
    private static let root = SourceTree.root

    /// For each module, the project's own modules and the libraries it may import.
    private static let allowed: [String: Set<String>] = [
        "Values": [],
        "CompactYAML": ["Yams"],
        "CatalogueCompiler": ["CompactYAML"],
        "CompileCatalogue": ["PackagePlugin"],
        "Catalogue": ["Values", "CompactYAML", "Yams"],
        "Documents": ["Values", "CArchive", "CLinux", "CXML2"],
        "Reports": ["Values", "Catalogue", "Documents"],
        "Checks": ["Values", "Catalogue", "Reports"],
        "Migrations": ["GRDB"],
        "SchemaCompiler": ["Migrations", "CSQLite"],
        "CompileSchema": ["PackagePlugin"],
        "Storage": [
            "Values", "Catalogue", "Documents", "Reports", "Migrations", "GRDB", "CCrypto", "CDeflate", "CSQLite",
        ],
        "Importing": ["Values", "Catalogue", "Documents", "Reports", "Storage"],
        "Output": ["Values", "CLinux", "CXLSXWriter", "CArchive", "CDeflate"],
        "Answers": ["Values", "Catalogue", "Documents", "Reports", "Checks", "Storage", "Output"],
        "nianbao": [
            "Values", "Catalogue", "Documents", "Reports", "Checks", "Storage", "Importing", "Output", "Answers",
            "ArgumentParser",
        ],
    ]
    private static let system: Set<String> = ["Foundation", "Dispatch", "Glibc", "Synchronization"]

    /// `import X`, `package import X`, `@testable import struct X.Y`.
    private nonisolated(unsafe) static let importing =
        /(?:@\w+ |\w+ )*import (?:struct |class |enum |protocol |func |var |let |typealias )?(\w+)/

    private static func folder(_ module: String) -> URL {
        root.appending(path: module == "Migrations" ? "Migrations" : "Sources/\(module)")
    }

    private static func swiftFiles(_ module: String) -> [URL] {
        let folder = folder(module)
        return (FileManager.default.subpaths(atPath: folder.path) ?? []).filter { $0.hasSuffix(".swift") }
            .map { folder.appending(path: $0) }
    }

    @Test(arguments: allowed.keys.sorted())
    func moduleImportsOnlyWhatItMay(module: String) throws {
        let files = Self.swiftFiles(module)
        #expect(!files.isEmpty)
        for file in files {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                guard let imported = line.prefixMatch(of: Self.importing).map({ String($0.1) }) else { continue }
                let isAllowed = Self.allowed[module]?.contains(imported) == true || Self.system.contains(imported)
                #expect(isAllowed, "\(file.lastPathComponent) imports \(imported)")
            }
        }
    }

    @Test func everyModuleIsHeld() throws {
        let sources = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path)
        #expect(Set(sources).subtracting(["SystemLibraries"]) == Set(Self.allowed.keys).subtracting(["Migrations"]))
    }

    /// An error that the user is told of says what the exit code is to be: by `ExplainedError`, which asks for it.
    @Test func everyExplainedErrorHasItsExitCode() throws {
        for module in Self.allowed.keys {
            for file in Self.swiftFiles(module) where file.lastPathComponent != "ExplainedError.swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                for declaration in text.matches(
                    of: /(?m)^ *(package |private |fileprivate )?(enum|struct|extension) .*\{$/)
                {
                    let names = declaration.output.0.split { !$0.isLetter }
                    #expect(
                        !(names.contains("Error") && names.contains("Explained")),
                        "\(file.lastPathComponent): \(declaration.output.0)")
                }
            }
        }
    }

    @Test func topLevelIsSmall() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
        let known: Set = [
            "Package.swift", "Package.resolved", "Sources", "Tests", "Migrations", "SampleData", "README.md",
        ]
        #expect(names.filter { !$0.hasPrefix(".") && !known.contains($0) && !$0.hasSuffix(".sqlite") } == [])
    }

    /// A table's SQL belongs into Storage and Migrations: elsewhere it would be found by nobody who changes the schema.
    @Test func onlyStorageSpeaksSQL() throws {
        for module in Self.allowed.keys where !["Storage", "Migrations", "SchemaCompiler"].contains(module) {
            for file in Self.swiftFiles(module) {
                let text = try String(contentsOf: file, encoding: .utf8)
                let words = ["select", "insert", "delete", "create", "drop", "pragma"]
                guard words.contains(where: text.lowercased().contains) else { continue }
                for line in text.split(separator: "\n") {
                    // What users may type is an example.
                    let isSQL = line.contains(Self.statement) && !line.contains("nianbao sql")
                    #expect(!isSQL, "\(module)/\(file.lastPathComponent): \(line)")
                }
            }
        }
    }

    private nonisolated(unsafe) static let statement =
        /(?i)\b(?:select\s+[\w*(]|insert\s+into|delete\s+from|(?:create|drop)\s+(?:table|view)|pragma\s)/

    @Test func noTypeBearsItsModulesName() throws {
        for module in Self.allowed.keys {
            for file in Self.swiftFiles(module) {
                let text = try String(contentsOf: file, encoding: .utf8)
                let name = try Regex("\\b(?:struct|enum|class|actor|protocol|typealias)\\s+\(module)\\b")
                #expect(!text.contains(name), "\(file.lastPathComponent)")
            }
        }
    }

    @Test func nothingTheUserGivesCanTrap() throws {
        for module in Self.allowed.keys {
            for file in Self.swiftFiles(module) {
                let source = SourceLiterals(Array(try String(contentsOf: file, encoding: .utf8)))
                let code = source.code
                #expect(source.isWhole, "\(file.lastPathComponent)")
                for trap in ["fatalError(", "precondition(", "preconditionFailure(", "unowned"] {
                    #expect(!code.contains(trap), "\(file.lastPathComponent): \(trap)")
                }
                // try!, as!, and whatever is unwrapped by force.
                for line in code.split(separator: "\n") where line.contains("!") {
                    #expect(!line.contains(/[\w)\]]!(?!=)/), "\(file.lastPathComponent): \(line)")
                }
            }
        }
    }

    /// What goes into a page without escapes stands in the source code, or is a file that was built in.
    @Test func textHasNoWayAroundTheEscapes() throws {
        for module in Self.allowed.keys {
            for file in Self.swiftFiles(module) where file.lastPathComponent != "Markup.swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                #expect(!text.contains("Markup(stringLiteral:"), "\(file.lastPathComponent)")
            }
        }
    }

    /// Columns and rows are made in Answers, where the other forms of an answer are; commands ask for them and write
    /// them.
    @Test func commandsMakeNoSheets() throws {
        for file in Self.swiftFiles("nianbao") {
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(!text.contains(/\b(?:Column|Sheet)\(/), "\(file.lastPathComponent)")
        }
    }
}
