import Foundation
import GRDB
import Values

/// What SQLite says, which it says in English only.
enum SQLiteWords {
    /// Its message, in Chinese as far as it is one of those that users meet; else `fallback`, since half a sentence of
    /// English helps nobody who reads Chinese.
    static func phrase(_ message: String, fallback: String = "SQLite 自检未通过") -> Phrase {
        for (pattern, chinese) in messages where message.range(of: pattern, options: .regularExpression) != nil {
            return Phrase(
                zh: message.replacingOccurrences(of: pattern, with: chinese, options: .regularExpression), en: message)
        }
        return Phrase(zh: fallback, en: message)
    }

    /// Each of a whole message, but for what is kept of it.
    private static let messages = [
        // Of a user's query.
        ("^no such table: (.+)$", "没有表 $1"),
        ("^no such column: (.+)$", "没有列 $1"),
        ("^no such function: (.+)$", "没有函数 $1"),
        ("^ambiguous column name: (.+)$", "列名 $1 不止一个，请写明是哪个表的"),
        ("^near \"(.+)\": syntax error$", "“$1”附近有语法错误"),
        ("^incomplete input$", "语句不完整"),
        ("^unrecognized token: \"(.+?)\"?$", "不认识“$1”"),
        ("^wrong number of arguments to function (.+)\\(\\)$", "函数 $1 的参数个数不对"),
        ("^misuse of (?:aggregate|window)(?: function)?:? ?(.+)\\(\\)$", "函数 $1 不能用在这里"),
        ("^string or blob too big$", "结果中有过长的值"),
        // Of what is stored.
        ("^CHECK constraint failed: (.+)$", "违反约束 $1"),
        ("^UNIQUE constraint failed: (.+)$", "$1 重复"),
        ("^NOT NULL constraint failed: (.+)$", "$1 没有值"),
        ("^FOREIGN KEY constraint failed$", "所指的记录不存在"),
        ("^cannot store (\\w+) value in (\\w+) column (.+)$", "$3 列（$2）不能存入 $1"),
        // Of the check of a file.
        ("^database disk image is malformed$", "数据库文件内容损坏"),
        ("^disk I/O error$", "磁盘读写出错"),
        ("^out of memory$", "内存不足"),
        ("^row (\\d+) missing from index (.+)$", "索引 $2 缺少第 $1 行"),
        ("^wrong # of entries in index (.+)$", "索引 $1 的条目数不符"),
        ("^non-unique entry in index (.+)$", "索引 $1 有重复的条目"),
        ("^NULL value in (.+)$", "$1 没有值"),
        ("^CHECK constraint failed in (.+)$", "表 $1 中有违反约束的行"),
        ("^(?:\\*\\*\\* in database \\w+ \\*\\*\\*\\s*)?Tree (\\d+) page (\\d+)[\\s\\S]*$", "第 $2 页（树 $1）损坏"),
        ("^(?:\\*\\*\\* in database \\w+ \\*\\*\\*\\s*)?Page (\\d+): never used[\\s\\S]*$", "第 $1 页无人使用"),
    ]
}

extension Phrase {
    /// Why SQLite failed; its code where its words cannot be said in Chinese.
    init(sqlite error: DatabaseError) {
        let code = error.extendedResultCode.rawValue
        self = SQLiteWords.phrase(error.message ?? "SQLite \(code)", fallback: "SQLite 错误 \(code)")
    }
}
