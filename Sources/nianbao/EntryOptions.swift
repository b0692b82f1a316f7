import ArgumentParser
import Foundation
import Storage
import Values

/// Which report is meant: arguments of the commands that are about one.
struct TargetOptions: ParsableArguments {
    @Argument(help: help("乡镇或街道", "the township").named("乡镇", "township"), completion: Suggestions.townships)
    var township: String

    @Argument(
        help: help("年度", "the year").named("年份", "year"), completion: Suggestions.years, transform: ReportYear.parse)
    var year: Int

    @Option(
        help: help("县区（同名乡镇须注明）", "the county, where several townships bear the name").named("县区", "county"),
        completion: Suggestions.counties)
    var county: String?

    func validate() throws {
        try Names.require([township], of: words("乡镇", "township"))
        try Names.require(county.map { [$0] } ?? [], of: "--county")
    }

    func report(in archive: Archive, revision: Int? = nil, asOf moment: Moment? = nil) throws -> StoredReport {
        try archive.report(township: township, county: county, year: year, revision: revision, asOf: moment)
    }

    /// Every revision of it, removed ones included.
    func revisions(in archive: Archive) throws -> [ReportSummary] {
        try archive.revisions(township: township, county: county, year: year)
    }
}

/// Why an entry is made, and who makes it.
struct EntryOptions: ParsableArguments {
    @Option(help: help("理由", "the reason").named("理由", "text"), transform: Reason.parse)
    var reason: String

    @OptionGroup var authorship: AuthorOptions

    var author: String { authorship.name }
}

/// A reason on the command line; nothing but spaces is none.
enum Reason {
    static func parse(_ argument: String) throws -> String {
        let reason = argument.trimmed
        guard !reason.isEmpty else {
            throw ValidationError(words("请写明 --reason 的理由", "--reason wants a reason"))
        }
        return reason
    }
}

/// Who makes an entry.
struct AuthorOptions: ParsableArguments {
    @Option(help: help("经办人（默认为登录用户名）", "who says so (else the login name)").named("姓名", "name"))
    var author: String?

    var name: String {
        let environment = ProcessInfo.processInfo.environment
        return [author, environment["USER"], environment["LOGNAME"], NSUserName()].compactMap { $0 }
            .first { !$0.isEmpty } ?? Archive.nobody
    }
}
