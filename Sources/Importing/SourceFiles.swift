import Documents
import Values

/// The files that the arguments of an import name.
package struct SourceFiles: Sendable {
    package private(set) var files: [SourceFile] = []
    /// Files in named folders whose kind is none that reports come as.
    package private(set) var passedOver: [String] = []

    /// The paths, as they are stored, of files that take the place of reports.
    package private(set) var replacing: Set<String> = []
    /// The paths, as they are stored, of files that were named themselves, and not with their folder.
    package private(set) var named: Set<String> = []
    /// Those of them that are to take the place of reports.
    package private(set) var chosen: Set<String> = []

    /// - Parameter replacing: files that are to take the place of reports; they come last, whether or not they lie in
    ///   the folders that are named as well.
    package init(_ arguments: [String], replacing: [String] = []) throws(ImportError) {
        try add(arguments)
        guard !replacing.isEmpty else { return }
        let own = try SourceFiles(replacing)
        let locations = Set(own.files.map(\.location))
        let shared = files.filter { locations.contains($0.location) }
        files.removeAll { locations.contains($0.location) }
        let named = own.files.map { file in shared.first { $0.location == file.location } ?? file }
        files += named
        passedOver += own.passedOver
        self.replacing = Set(named.map(\.path))
        chosen = Set(zip(own.files, named).filter { $0.0.isNamed }.map(\.1.path))
    }

    private mutating func add(_ arguments: [String]) throws(ImportError) {
        for argument in arguments {
            if let file = try SourceFile.named(argument) {
                files.append(file)
                named.insert(file.path)
            } else {
                try addFolder(argument)
            }
        }
    }

    private mutating func addFolder(_ folder: String) throws(ImportError) {
        let name = FileName(argument: folder)
        let found = try FolderWalk.files(in: name)
        let before = files.count
        let passedBefore = passedOver.count
        for file in found {
            if file.isRefused || !file.isPassedOver && FileFormat.isExpected(file.path) && !file.isOurs {
                files.append(file)
            } else {
                passedOver.append(file.path)
            }
        }
        if files.count == before {
            throw .noReports(folder: name.shown, passedOver: Array(passedOver[passedBefore...]))
        }
    }
}
