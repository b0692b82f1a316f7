import ArgumentParser
import Foundation
import Values

/// The argument parser's own words, which it has in English only.
enum ParserWords {
    static func translated(_ text: String, to language: Language) -> String {
        let text = withTwoValues(text)
        guard language == .chinese else { return text }
        return chinese.reduce(withValues(text)) {
            $0.replacingOccurrences(of: $1.0, with: $1.1, options: .regularExpression)
        }
    }

    /// The parser joins two values with "and".
    private static func withTwoValues(_ text: String) -> String {
        text.replacing(/\. Please provide one of '([^']+)' and '([^']+)'\./) { match in
            ". Please provide one of '\(match.1)' or '\(match.2)'."
        }
    }

    /// With what an option can be as Chinese lists it: 可用：docx、md、html.
    private static func withValues(_ text: String) -> String {
        text.replacing(/\. Please provide one of '(.+)'\./) { match in
            "，可用：" + match.1.replacing("', '", with: "、").replacing("' or '", with: "、")
        }
    }

    private static let chinese = [
        ("(?m)^OVERVIEW: ", ""),
        ("<subcommand>", "<命令>"),
        ("\\[<subcommands> \\.\\.\\.\\]", "[<命令> ...]"),
        ("<options>", "<选项>"),
        ("(?m)^USAGE: ", "用法："),
        ("(?m)^Usage: ", "用法："),
        ("(?m)^ARGUMENTS:", "参数："),
        ("(?m)^OPTIONS:", "选项："),
        ("(?m)^SUBCOMMANDS:", "命令："),
        ("(?m)^Error: ", "错误："),
        ("(?m)^Help: ", "说明："),
        ("Show the version\\.", "显示版本。"),
        ("Show help information\\.", "显示帮助。"),
        ("Show subcommand help information\\.", "显示命令的帮助。"),
        ("See '([^']+)' for more information\\.", "更多说明见 $1"),
        ("See '([^']+)' for detailed help\\.", "各命令的说明见 $1"),
        (" ?\\(values: ([^;)]+); default: ([^)]+)\\)", "（可用：$1；默认：$2）"),
        (" ?\\(default: ([^)]+)\\)", "（默认：$1）"),
        (" ?\\(values: ([^)]+)\\)", "（可用：$1）"),
        (" \\(default\\) ", "（默认）"),
        ("Unknown option '([^']+)'\\. Did you mean '([^']+)'\\?", "没有选项 $1，是否指 $2？"),
        ("Unknown option '([^']+)'", "没有选项 $1"),
        ("Missing one of: (.+)", "缺少其中一个：$1"),
        ("Missing required subcommand\\.", "缺少命令，可用 nianbao --help 查看"),
        ("Invalid option: (\\S+)", "选项 $1 写法有误"),
        ("The option '([^']+)' does not take any value, but '([^']*)' was specified\\.", "选项 $1 不带取值，却给出了“$2”"),
        ("Value to be set with (.+) had already been set with (.+)", "$1 与 $2 重复，只能用一个"),
        ("\\. Please provide one of the following:\\n", "，可用：\n"),
        ("Missing expected argument '([^']+)'", "缺少参数 $1"),
        ("Missing value for '([^']+)'", "选项 $1 缺少取值"),
        ("Unexpected argument '([^']+)'", "多余的参数“$1”"),
        ("(\\d+) unexpected arguments: ", "有 $1 个多余的参数："),
        ("The value '([^']*)' is invalid for '([^']+)'", "“$1”不能用作 $2 的取值"),
    ]
}
