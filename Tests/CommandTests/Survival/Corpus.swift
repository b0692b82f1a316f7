import Foundation
import Support

/// A folder of reports for trials of the import: a full one, and many short ones; from 500 on it takes two
/// transactions.
enum Corpus {
    private static let letters = Array("东西南北上下前后山水林石松柏桃柳云龙凤金银玉白青江河湖海田园桥塘")

    static func write(to folder: Folder, name: String = "reports", count: Int = 500) throws {
        try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: "\(Program.samples)/湟中区", toPath: folder.path("\(name)/湟中区"))
        for number in 0..<count {
            let first = letters[number / letters.count % letters.count]
            let township = "\(first)\(letters[number % letters.count])镇"
            try folder.write(report(township, number), to: "\(name)/青禾县/2021/\(township).txt")
        }
        // Two of them come twice, so that there are revisions to keep in order.
        try folder.write(report("东东镇", 900), to: "\(name)/青禾县/2021/东东镇（更正）.txt")
        try folder.write(report("西东镇", 901), to: "\(name)/青禾县/2021/西东镇（更正）.txt")
    }

    /// The words that import a corpus, the corrected files after those that they take the place of.
    static func importing(_ name: String = "reports", _ options: String...) -> [String] {
        let corrected = ["东东镇", "西东镇"].map { "\(name)/青禾县/2021/\($0)（更正）.txt" }
        return ["import", name] + options + ["--replace"] + corrected
    }

    static func report(_ township: String, _ number: Int) -> String {
        """
        青禾县\(township)2021年政府信息公开工作年度报告
        受理12345热线反映件\(number)件。

        """
    }
}
