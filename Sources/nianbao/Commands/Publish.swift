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
            在文件夹里写出：不带视图的 SQLite 文件，各表（数字、派生指标及其四分位数、文中的数、核对结果等）的 CSV，CSV 的说明
            datapackage.json（Frictionless），代码手册 codebook.md，引用格式 CITATION.cff，DuckDB、ClickHouse、PostgreSQL 的装入语句，
            转成 Parquet 的语句（DuckDB，按年度分区），以及用来核对的校验值 checksum.csv。

            例：
              nianbao publish 数据/
              cd 数据 && duckdb nianbao.duckdb < duckdb.sql && duckdb nianbao.duckdb < parquet.sql
            """,
            """
            Writes to a folder: a SQLite file without views, each table (figures, measures and their quartiles, numbers
            of sentences, findings and so on) as CSV, a datapackage.json (Frictionless) that describes them,
            codebook.md, CITATION.cff, statements that load them into DuckDB, ClickHouse and PostgreSQL, others that
            make Parquet files of them (DuckDB, partitioned by year), and checksum.csv to compare with.

            Examples:
              nianbao publish data/
              cd data && duckdb nianbao.duckdb < duckdb.sql && duckdb nianbao.duckdb < parquet.sql
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
        let publisher = Publisher(
            folder: folder.withoutTrailingSlashes, replacing: force, language: .current)
        let codebook = try Codebook.load()
        let check = try ArchiveCheck.usual(archive, codebook)
        let files = try publisher.publish(
            archive, codebook: codebook, measures: archive.measures(), check: check)
        if !quiet { try OutputOptions.show { try $0.write(files) } }
    }
}
