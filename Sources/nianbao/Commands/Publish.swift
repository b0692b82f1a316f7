import Answers
import ArgumentParser
import Catalogue
import Output
import Storage

struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: words("把数据交给别的数据库", "Hand the data over to other engines"),
        discussion: words(
            """
            在文件夹里写出：不带视图的 SQLite 文件，各表的 CSV，CSV 的说明 datapackage.json（Frictionless），DuckDB、ClickHouse、
            PostgreSQL 的装入语句，以及用来核对的校验值 checksum.csv。

            例：
              nianbao publish 数据/
              cd 数据 && duckdb nianbao.duckdb < duckdb.sql
            """,
            """
            Writes to a folder: a SQLite file without views, each table as CSV, a datapackage.json (Frictionless) that
            describes them, statements that load them into DuckDB, ClickHouse and PostgreSQL, and checksum.csv to
            compare with.

            Examples:
              nianbao publish data/
              cd data && duckdb nianbao.duckdb < duckdb.sql
            """))

    @OptionGroup var common: CommonOptions

    @Argument(
        help: help("文件夹（没有则建立）", "the folder, made if it is not there").named("文件夹", "folder"), completion: .directory)
    var folder: String

    @Flag(help: help("覆盖已有的文件", "replace existing files"))
    var force = false

    @Flag(name: .shortAndLong, help: help("不列出写了哪些文件", "do not list the files"))
    var quiet = false

    func run() throws {
        let archive = try common.openForReading()
        let publisher = try Publisher(folder: folder, replacing: force, language: .current)
        let codebook = try Codebook.load()
        let findings = try ArchiveCheck.usual(archive, codebook).run(Filter()).findings
        let files = try publisher.publish(archive, codebook: codebook, findings: findings)
        if !quiet { try OutputOptions.show([files]) }
    }
}
