import Support
import Testing
import Values

@testable import Storage

@Suite struct QueryTests {
    private let folder: Folder
    private let archive: Archive

    init() throws {
        folder = try Folder()
        archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        _ = try archive.save([Samples.submission()])
    }

    private func answer(_ sql: String, timeLimit: Duration = .seconds(60)) throws -> [[SQLValue]] {
        var rows: [[SQLValue]] = []
        try archive.query(sql, timeLimit: timeLimit) {
            rows.append($0.map(SQLValue.text))
        } row: {
            rows.append($0)
        }
        return rows
    }

    @Test func aQuestionIsAnswered() throws {
        #expect(
            try answer("SELECT code, value, 1.5 AS r, NULL AS n FROM current_figure WHERE code LIKE 'hot%' ORDER BY 1")
                == [
                    [.text("code"), .text("value"), .text("r"), .text("n")],
                    [.text("hotline_12345.received"), .integer(120), .real(1.5), .null],
                    [.text("hotline_12345.satisfaction_rate"), .real(98.5), .real(1.5), .null],
                ])
        #expect(try answer("SELECT name FROM pragma_table_info('county')").count == 4)
        #expect(
            try answer("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n LIMIT 3) SELECT * FROM n").count
                == 4)
        #expect(try answer("SELECT 1 WHERE false") == [[.text("1")]])
    }

    @Test(arguments: [
        "DELETE FROM report", "UPDATE report SET title = ''", "INSERT INTO county (name) VALUES ('x')",
        "DROP TABLE report",
        "CREATE TABLE t (a)", "CREATE TEMP TABLE t (a)", "ATTACH '/etc/passwd' AS x", "PRAGMA journal_mode = WAL",
        "PRAGMA writable_schema = ON", "PRAGMA query_only = 0", "SELECT load_extension('x')", "VACUUM",
        "VACUUM INTO 'x.sqlite'", "BEGIN IMMEDIATE", "SELECT * FROM pragma_journal_mode", "ANALYZE", "REINDEX",
        "WITH a AS (SELECT 1) DELETE FROM report",
    ])
    func whatDoesNotOnlyReadIsRefused(sql: String) throws {
        #expect(throws: QueryError.notReading) { try answer(sql) }
        #expect(try archive.reports().count == 1)
    }

    /// SQLite has words in English only.
    @Test(arguments: [
        ("SELECT height FROM report", "没有列 height"), ("SELEC 1", "“SELEC”附近有语法错误"),
        ("SELECT * FROM 表", "没有表 表"), ("SELECT f(1)", "没有函数 f"),
        ("SELECT id FROM county, township", "列名 id 不止一个，请写明是哪个表的"), ("SELECT (1", "语句不完整"),
        ("SELECT abs()", "函数 abs 的参数个数不对"), ("SELECT 1 WHERE count(*) = 1", "函数 count 不能用在这里"),
        ("SELECT 'a", "不认识“'a”"), ("SELECT 1 UNION SELECT 1, 2", "SQLite 错误 1"),
    ])
    func whatIsWrongIsToldInBothLanguages(sql: String, chinese: String) throws {
        let error = #expect(throws: QueryError.self) { try answer(sql) }
        guard case .wrong(let message) = error else { throw Unexpected() }
        #expect(message.zh == chinese && !message.en.isEmpty)
    }

    @Test func longValueIsRefused() throws {
        #expect(throws: QueryError.longValue) { try answer("SELECT zeroblob(1e9)") }
    }

    @Test func noStatementIsWrong() throws {
        #expect(throws: QueryError.self) { try answer("") }
    }

    @Test(arguments: [
        ("CHECK constraint failed: value_is_known", "违反约束 value_is_known"),
        ("row 12 missing from index township_by_name", "索引 township_by_name 缺少第 12 行"),
        ("*** in database main ***\nTree 4 page 12 cell 3: invalid page number 9", "第 12 页（树 4）损坏"),
        ("something that no version has said yet", "SQLite 自检未通过"),
    ])
    func checksOfAFileAreToldInBothLanguages(message: String, chinese: String) {
        #expect(SQLiteWords.phrase(message) == Phrase(zh: chinese, en: message))
    }

    @Test func statementIsOne() throws {
        #expect(throws: QueryError.notOne) { try answer("SELECT 1; SELECT 2") }
    }

    @Test func whatTakesTooLongIsStopped() throws {
        let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        #expect(throws: QueryError.tooLong(.milliseconds(50))) { try answer(endless, timeLimit: .milliseconds(50)) }
    }

    @Test func theReadersOwnErrorComesThrough() throws {
        #expect(throws: Unexpected.self) {
            try archive.query("SELECT 1", columns: { _ in }, row: { _ in throw Unexpected() })
        }
    }
}
