/// Sentences that the ends of lines cut: a text copied out of a printed page, or wrapped by a program, has lines of one
/// width, and what is said in one goes on in the next.
struct WrappedLines {
    private let text: UnsafeBufferPointer<UInt8>
    private let parts: [ProsePart]
    /// Of the parts, with what they are set in by.
    private let sizes: [Size]

    /// Of fewer lines it cannot be said that they are of one width.
    private static let fewest = 3
    /// The width of lines in columns and in letters: what a page holds, and by how much a full line may fall short.
    private static let columns = Measure(wide: 2, page: 40...160, slack: 3)
    private static let letters = Measure(wide: 1, page: 20...80, slack: 1)

    private struct Measure {
        /// What an ideograph, of three bytes, takes.
        let wide: Int
        let page: ClosedRange<Int>
        let slack: Int

        func width(_ size: Size) -> Int { size.short + size.long * wide / 3 }
    }

    /// The bytes of a stretch of text that are characters by themselves, and the others.
    private struct Size {
        var short = 0
        var long = 0

        init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            var position = range.lowerBound
            while position < range.upperBound {
                let lead = text[position]
                if lead < 0x80 {
                    short += 1
                    position += 1
                } else {
                    // It may begin within a character.
                    let whole = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
                    let length = min(whole, range.upperBound - position)
                    long += length
                    position += length
                }
            }
        }
    }

    private init(_ parts: [ProsePart], _ text: UnsafeBufferPointer<UInt8>) {
        (self.parts, self.text) = (parts, text)
        sizes = parts.map { Size(text, Self.line($0.range, text)) }
    }

    /// The parts, those that are lines of one paragraph as such; all as they are where lines are not wrapped.
    static func joined(_ parts: [ProsePart], _ text: UnsafeBufferPointer<UInt8>) -> [ProsePart] {
        let lines = WrappedLines(parts, text)
        return lines.joinedByMarks(lines.joinedByWidth ?? parts)
    }

    /// The numbers of the lines that a page's width has cut, so that their sentence goes on in the next one.
    static func cutLines(_ lines: [ProsePart], _ text: UnsafeBufferPointer<UInt8>) -> [Int] {
        let wrapped = WrappedLines(lines, text)
        let joined = wrapped.joinedByWidth ?? lines
        return joined.indices.filter { line in
            joined[line].goesOn && !wrapped.ends(line, with: stops)
                || wrapped.isCut(line) && wrapped.isContinued(line)
        }
    }

    /// The parts, joined by the measure that more lines are full by; nil where lines are not wrapped.
    private var joinedByWidth: [ProsePart]? {
        guard parts.count > Self.fewest else { return nil }
        let ways = [joined(by: Self.columns), joined(by: Self.letters)].compactMap { $0 }
        return ways.max { one, other in one.count(where: \.goesOn) < other.count(where: \.goesOn) }
    }

    /// The parts, those whose last mark says that their sentence goes on in the next line as such, and those that end
    /// before or behind a number, without a mark.
    private func joinedByMarks(_ parts: [ProsePart]) -> [ProsePart] {
        var joined = parts
        for line in joined.indices.dropLast()
        where ends(line, with: Self.pauses) || isCutBeforeNumber(line) || isCutBehindNumber(line) || isCut(line) {
            guard isContinued(line) else { continue }
            joined[line].goesOn = true
            joined[line + 1].opens = false
        }
        return joined
    }

    /// Whether a sentence, and no heading or label, ends in a word that wants a number, and the next line begins with
    /// one that others follow: 群众回访满意率 / 96%。“710”督办系统下达任务9项。
    private func isCutBeforeNumber(_ line: Int) -> Bool {
        guard line + 1 < parts.count else { return false }
        let (range, next) = (parts[line].range, parts[line + 1].range)
        guard let first = text[next].first, ScalarClass.isDigit(UInt32(first)), hasMark(range), hasMark(next),
            !isNumbered(range), ends(line, with: Self.wanting)
        else { return false }
        // A year or a day begins a sentence, a service has a number for its name.
        let digits = text[next].prefix { ScalarClass.isDigit(UInt32($0)) }
        return !Self.serviceNumbers.contains { digits.elementsEqual($0) }
            && !Self.dates.contains { text[digits.endIndex..<next.upperBound].starts(with: $0) }
    }

    /// Whether a sentence ends in a number, and the next line is its unit and goes on, or ends: 惠及412户756 / 人。
    private func isCutBehindNumber(_ line: Int) -> Bool {
        guard line + 1 < parts.count, let last = text[parts[line].range].last, ScalarClass.isDigit(UInt32(last)),
            hasMark(parts[line].range)
        else { return false }
        let next = text[parts[line + 1].range]
        return Self.units.contains { unit in
            next.starts(with: unit) && Self.ends.contains { next.dropFirst(unit.count).starts(with: $0) }
        }
    }

    /// Whether what stands at a line's end says that it was cut there, however wide it is.
    private func isCut(_ line: Int) -> Bool { isCutInDate(line) || isCutInBrackets(line) || isCutBeforeMark(line) }

    /// Whether a bracket or a quote that a line opens is closed by the next one: （地址：青 / 禾县柳溪镇）.
    private func isCutInBrackets(_ line: Int) -> Bool {
        guard line + 1 < parts.count else { return false }
        var open: [UInt32] = []
        var scalars = Scalars(text, parts[line].range)
        while let scalar = scalars.nextButIdeographs() {
            if let close = Self.closing(scalar) {
                open.append(close)
            } else if scalar == open.last {
                open.removeLast()
            }
        }
        guard let close = open.last else { return false }
        var next = Scalars(text, parts[line + 1].range)
        while let scalar = next.nextButIdeographs() {
            if scalar == close { return true }
            if Self.closing(scalar) == close { return false }
        }
        return false
    }

    /// What closes a bracket or a quote.
    private static func closing(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        // ( （ 《 〈 “ 【
        case 0x28, 0xFF08, 0x300A, 0x3008, 0x201C, 0x3010: scalar + 1
        default: nil
        }
    }

    /// Whether the next line begins with a mark that belongs to what is before it.
    private func isCutBeforeMark(_ line: Int) -> Bool {
        guard line + 1 < parts.count else { return false }
        var next = Scalars(text, parts[line + 1].range)
        return next.next().map { Self.isMark($0) || Self.isHalfMark($0) } == true
    }

    /// Whether a line ends within a year, or before the word for what its last digits are: 公布201 / 9年度, 于2025 / 年11月.
    private func isCutInDate(_ line: Int) -> Bool {
        guard line + 1 < parts.count else { return false }
        func isDigit(_ byte: UInt8) -> Bool { ScalarClass.isDigit(UInt32(byte)) }
        let next = text[parts[line + 1].range]
        let (first, second) = (
            text[parts[line].range].suffix(5).reversed().prefix(while: isDigit), next.prefix(while: isDigit)
        )
        guard !first.isEmpty, first.count < 5,
            Self.dateWords.contains(where: next[second.endIndex...].starts(with:))
        else { return false }
        let year = first.reversed() + second
        return second.isEmpty
            || year.count == 4 && (year.starts(with: Self.years[0]) || year.starts(with: Self.years[1]))
    }

    private static let years = [Array("19".utf8), Array("20".utf8)]
    private static let dateWords = ["年", "月", "日"].map { Array($0.utf8) }

    private func joined(by measure: Measure) -> [ProsePart]? {
        let widths = zip(parts, sizes).map { $0.goesOn ? 0 : measure.width($1) }
        guard let most = most(widths, measure) else { return nil }
        var joined = parts
        for line in joined.indices.dropLast() where widths[line] <= most && isContinued(line) {
            // What begins the next line would not have found room.
            let next = measure.width(Size(text, firstWord(of: line + 1)))
            guard widths[line] + next > most - measure.slack else { continue }
            joined[line].goesOn = true
            joined[line + 1].opens = false
        }
        return joined
    }

    /// The width of full lines, if there are enough that end within a sentence, and hardly any longer ones.
    private func most(_ widths: [Int], _ measure: Measure) -> Int? {
        var counts = [Int](repeating: 0, count: measure.page.upperBound + 1)
        for width in widths where measure.page.contains(width) { counts[width] += 1 }
        func count(_ range: ClosedRange<Int>) -> Int { counts[range].reduce(0, +) }
        let ranges = measure.page.lazy.filter { counts[$0] > 0 }.map { $0 - measure.slack...$0 }
        guard let best = ranges.max(by: { count($0) < count($1) }), count(best) >= Self.fewest else { return nil }
        let longer = parts.indices.count { widths[$0] > best.upperBound && hasMark(parts[$0].range) }
        let lines = parts.indices.filter { best.contains(widths[$0]) }
        let cut = lines.count { isContinued($0) && !ends($0, with: Self.stops) }
        // A list of labels and numbers has no marks within.
        let spoken = lines.count { hasMark(parts[$0].range) }
        let isWrapped = cut >= Self.fewest && cut * 2 >= lines.count && spoken * 2 >= lines.count
        return longer * 4 <= lines.count && isWrapped ? best.upperBound : nil
    }

    /// Whether a mark stands in it that parts what is said, be it of half the width behind a letter: 1,234 has none.
    private func hasMark(_ range: Range<Int>) -> Bool {
        var scalars = Scalars(text, range)
        var last: UInt32 = 0
        while let scalar = scalars.next() {
            if Self.isMark(scalar) || Self.isHalfMark(scalar) && last >= 0x3400 { return true }
            last = scalar
        }
        return false
    }

    /// A part with what it is set in by.
    private static func line(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var start = range.lowerBound
        while start > 0, range.lowerBound - start < deepest, text[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start..<range.upperBound
    }

    private static let deepest = 24

    /// The first ideograph of a part, or its first letters and digits, which are not parted.
    private func firstWord(of part: Int) -> Range<Int> {
        let range = parts[part].range
        let end = text[range].firstIndex { $0 <= 0x20 || $0 >= 0x80 } ?? range.upperBound
        return range.lowerBound..<(end > range.lowerBound ? end : min(range.lowerBound + 3, range.upperBound))
    }

    private func ends(_ line: Int, with marks: [[UInt8]]) -> Bool {
        marks.contains { text[parts[line].range].suffix($0.count).elementsEqual($0) }
    }

    /// 满意率, 达到, 共计, 发放低保金, 办结, 回复, 受理, 公开信息, 补贴
    private static let wanting = [
        "率", "为", "达", "到", "共", "计", "金", "额", "款", "贴", "结", "复", "理", "信息", "放", "出",
    ].map { Array($0.utf8) }
    private static let serviceNumbers = ["12345", "710"].map { Array($0.utf8) }
    private static let dates = ["年", "月", "岁"].map { Array($0.utf8) }
    private static let units = [
        "件", "条", "人", "户", "次", "人次", "篇", "个", "期", "场", "份", "项", "起", "元", "万元", "万", "余条", "余件", "%",
    ].map { Array($0.utf8) }
    private static let ends = ["，", "。", "；", "、", ",", ";"].map { Array($0.utf8) }
    private static let stops = ["。", "；", "：", "！", "？", ".", ";", ":"].map { Array($0.utf8) }
    /// ，。；、
    private static func isMark(_ scalar: UInt32) -> Bool {
        scalar == 0xFF0C || scalar == 0x3002 || scalar == 0xFF1B || scalar == 0x3001
    }
    private static func isHalfMark(_ scalar: UInt32) -> Bool { scalar == 0x2C || scalar == 0x3B }
    /// `；` ends items of a list as well.
    private static let pauses = ["，", "、", ","].map { Array($0.utf8) }

    /// Whether the next part stands in the next line, and neither is set in nor begins with a number of its own.
    private func isContinued(_ line: Int) -> Bool {
        guard line + 1 < parts.count else { return false }
        let (end, next) = (parts[line].range.upperBound, parts[line + 1].range)
        guard end < next.lowerBound, !next.isEmpty, text[next.lowerBound - 1] == UInt8(ascii: "\n"),
            text[end..<next.lowerBound].count(where: { $0 == UInt8(ascii: "\n") }) == 1
                || isPageBreak(end..<next.lowerBound)
        else { return false }
        return !isNumbered(next) && !isColumned(parts[line].range) && !isColumned(next)
    }

    /// Whether nothing but the number of a page stands between two lines.
    private func isPageBreak(_ between: Range<Int>) -> Bool {
        let blanks = [UInt8(ascii: "\n"), 0x20, 0x0C]
        guard let start = between.first(where: { !blanks.contains(text[$0]) }),
            let end = between.last(where: { !blanks.contains(text[$0]) })
        else { return false }
        let line = start..<end + 1
        guard !text[line].contains(UInt8(ascii: "\n")) else { return false }
        // A bare number is one here, where it cuts a sentence, and so is 3 / 8.
        let isBare =
            line.count <= 9 && text[line].allSatisfy { ScalarClass.isDigit(UInt32($0)) || $0 == 0x20 || $0 == 0x2F }
        return isBare || PageMark.isOne(text, line)
    }

    /// 受理热线        35件, 受理热线......35件: a label and what belongs to it, which stand apart.
    private func isColumned(_ range: Range<Int>) -> Bool {
        var scalars = Scalars(text, range)
        var (last, run): (UInt32, Int) = (0, 0)
        while let scalar = scalars.next() {
            run = scalar == last ? run + 1 : 1
            last = scalar
            if scalar == 0x09 || scalar == 0x3000 || run > 1 && scalar == 0x20 { return true }
            if run > 2, Self.leaders.contains(scalar) { return true }
        }
        return false
    }

    private static let leaders: Set<UInt32> = [0x2E, 0xB7, 0x2026, 0x2D, 0x5F]
    private static let bullets: Set<UInt32> = [0x25CF, 0x25A0, 0x25C6, 0x25AA, 0x2022, 0xB7, 0x2D, 0x2605]

    /// 一、, （一）, 1., 1、, 1）, ①, 一是, ●
    private func isNumbered(_ range: Range<Int>) -> Bool {
        var scalars = Scalars(text, range)
        guard var scalar = scalars.next().map(ScalarClass.folded) else { return false }
        if 0x2460...0x2473 ~= scalar || Self.bullets.contains(scalar) { return true }
        let isBracketed = scalar == 0x28
        if isBracketed { scalar = scalars.next().map(ScalarClass.folded) ?? 0 }
        guard ScalarClass.isDigit(scalar) || ScalarClass.isChineseNumeral(scalar) else { return false }
        while ScalarClass.isDigit(scalar) || ScalarClass.isChineseNumeral(scalar) {
            scalar = scalars.next().map(ScalarClass.folded) ?? 0
        }
        if isBracketed || scalar == 0x29 { return scalar == 0x29 }
        // 3.5万元 goes on, 3.公开 begins.
        if scalar == 0x2E { return !(scalars.peek().map(ScalarClass.isDigit) ?? false) }
        return scalar == 0x3001 || scalar == 0x662F
    }
}
