import Foundation

/// A program of the machine that reads our files as a user's program would.
package struct ExternalProgram: Sendable {
    package struct Run: Sendable {
        package let status: Int32
        package let data: Data

        package var text: String { String(decoding: data, as: UTF8.self) }
    }

    private let url: URL

    /// Nothing where the machine does not have it.
    ///
    /// - Parameter name: what a shell would look for, or a path.
    package init?(_ name: String) {
        let folders =
            name.contains("/") ? [""] : (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let urls = folders.map { $0.isEmpty ? URL(filePath: name) : URL(filePath: "\($0)/\(name)") }
        guard let url = urls.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else { return nil }
        self.url = url
    }

    package static let python = ExternalProgram("python3")
    package static let office = ExternalProgram("soffice")
    package static let sqlite = ExternalProgram("sqlite3")

    /// Runs it to its end and keeps what it prints, what it says of its errors only where that is asked for.
    @discardableResult package func run(
        _ arguments: [String], in folder: URL? = nil, keepingErrors: Bool = false
    ) throws -> Run {
        let process = Process()
        let output = Pipe()
        process.executableURL = url
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = output
        process.standardError = keepingErrors ? output : FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Run(status: process.terminationStatus, data: data)
    }
}

extension ExternalProgram {
    /// Writes a file in another format into a folder, as LibreOffice understands it.
    ///
    /// - Parameters:
    ///   - format: an ending, and perhaps a filter: `odt:writer8`.
    ///   - filter: how the file is to be read, where LibreOffice would not know.
    package func convert(_ file: URL, to format: String, reading filter: String? = nil, in folder: URL) throws {
        try run(
            ["-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless"]
                + (filter.map { ["--infilter=\($0)"] } ?? [])
                + ["--convert-to", format, "--outdir", folder.path, file.path])
    }
}

extension ExternalProgram {
    /// The file as LibreOffice understands it, written out as CSV. Without a window it does not look at byte-order
    /// marks: `reading` tells the filter, such as `CSV:44,34,76` for UTF-8.
    package func rewritten(_ file: URL, reading filter: String? = nil, in folder: URL) throws -> String {
        let result = folder.appending(path: "result")
        try convert(file, to: "csv:Text - txt - csv (StarCalc):44,34,76", reading: filter, in: result)
        let name = file.deletingPathExtension().lastPathComponent
        return try String(contentsOf: result.appending(path: "\(name).csv"), encoding: .utf8)
    }
}
