import CompactYAML
import Foundation

/// Writes the data files of the catalogue as Swift, so that the program need not parse them whenever it starts:
/// `CatalogueCompiler OUTPUT COMMIT FILE…`. The build runs it; `COMMIT` is empty where nobody said what is built.
@main enum CompiledSource {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first, let commit = arguments.dropFirst().first else {
            throw CocoaError(.fileReadInvalidFileName)
        }
        var cases = ""
        for path in arguments.dropFirst(2).sorted() {
            let url = URL(filePath: path)
            do {
                let tree = try YAMLTree(parsing: String(contentsOf: url, encoding: .utf8))
                cases += "        case \(literal(url.lastPathComponent)): \(literal(tree.text))\n"
            } catch {
                FileHandle.standardError.write(Data("\(path): error: \(error)\n".utf8))
                exit(1)
            }
        }
        let source = """
            extension DataFiles {
                /// The file of that name, as `YAMLTree` reads it.
                static func compiled(_ name: String) -> StaticString? {
                    switch name {
            \(cases)        default: nil
                    }
                }

                static let commit = \(literal(commit))
            }

            """
        try source.write(to: URL(filePath: output), atomically: true, encoding: .utf8)
    }

    private static func literal(_ text: String) -> String {
        var result = "\""
        for letter in text.unicodeScalars {
            switch letter {
            case "\"", "\\": result += "\\\(letter)"
            case _ where letter.value < 0x20: result += "\\u{\(String(letter.value, radix: 16))}"
            default: result.unicodeScalars.append(letter)
            }
        }
        return result + "\""
    }
}
