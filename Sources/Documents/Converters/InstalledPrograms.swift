import Glibc

/// The programs outside this one that may be there to read a format.
struct InstalledPrograms: Sendable {
    var folders: [String]

    /// What the user's `PATH` names, and where Debian installs.
    static let ofSystem = InstalledPrograms(
        folders: (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":").map(String.init)
            + ["/usr/bin", "/usr/local/bin"])

    /// The first of the named programs that is installed.
    func first(of names: String...) -> String? {
        for name in names {
            for folder in folders where folder.hasPrefix("/") && access("\(folder)/\(name)", X_OK) == 0 {
                return "\(folder)/\(name)"
            }
        }
        return nil
    }
}
