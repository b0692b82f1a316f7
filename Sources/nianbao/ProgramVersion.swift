import Catalogue
import Storage

/// What `--version` says: which program this is, by which catalogue it reads, and from which commit a package
/// was built.
enum ProgramVersion {
    static func line() throws -> String {
        // As many digits as tell catalogues apart; whole, it stands in an archive's table `catalogue`.
        let catalogue = Fingerprint(of: try Codebook.load()).description.prefix(12)
        let version = Nianbao.configuration.version
        guard let commit = Codebook.commit else {
            return words("\(version) （指标目录 \(catalogue)）", "\(version) (catalogue \(catalogue))")
        }
        return words(
            "\(version) （指标目录 \(catalogue)，提交 \(commit)）", "\(version) (catalogue \(catalogue), commit \(commit))")
    }
}
