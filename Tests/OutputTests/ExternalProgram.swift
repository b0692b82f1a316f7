import Foundation

/// A program of the machine that reads our files as a user's program would.
struct ExternalProgram {
    let url: URL

    /// Nothing where the machine does not have it.
    init?(_ name: String) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let urls = folders.map { URL(fileURLWithPath: "\($0)/\(name)") }
        guard let url = urls.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else { return nil }
        self.url = url
    }

    static let python = ExternalProgram("python3")
    static let office = ExternalProgram("soffice")

    /// What the program prints.
    func run(_ arguments: [String]) throws -> Data {
        let process = Process()
        let output = Pipe()
        process.executableURL = url
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data
    }
}

extension ExternalProgram {
    /// The file as LibreOffice understands it, written out as CSV. Without a window it does not look at byte-order
    /// marks: `reading` tells the filter, such as `CSV:44,34,76` for UTF-8.
    func rewritten(_ file: URL, reading filter: String? = nil, in folder: URL) throws -> String {
        _ = try run(
            ["-env:UserInstallation=file://\(folder.path)/profile", "--headless"]
                + (filter.map { ["--infilter=\($0)"] } ?? [])
                + [
                    "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", "\(folder.path)/result",
                    file.path,
                ])
        let name = file.deletingPathExtension().lastPathComponent
        return try String(contentsOfFile: "\(folder.path)/result/\(name).csv", encoding: .utf8)
    }
}

/// An empty folder for one test.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nianbao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}
