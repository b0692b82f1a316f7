/// Table 2 of the 2021 form as a text has it, without a line break at its end.
func table2(
    caption: String = "第二十条第（一）项", columns: String = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数",
    rules: String = "规章\t1\t2\t3", documents: String = "行政规范性文件\t4\t5\t6", licensing: String = "7",
    penalties: String = "8", compulsion: String = "9", fees: String = "本年收费金额（单位：万元）",
    amount: String = "0.5"
) -> String {
    """
    二、主动公开政府信息情况
    \(caption)
    \(columns)
    \(rules)
    \(documents)
    第二十条第（五）项
    信息内容\t本年处理决定数量
    行政许可\t\(licensing)
    第二十条第（六）项
    信息内容\t本年处理决定数量
    行政处罚\t\(penalties)
    行政强制\t\(compulsion)
    第二十条第（八）项
    信息内容\t\(fees)
    行政事业性收费\t\(amount)
    """
}
