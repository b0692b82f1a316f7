import Documents

/// Which of several rows of a township is that of the whole of it and of the year.
extension TownshipRows {
    enum Choice: Equatable {
        case rows([Int])
        /// None of these can be said to be.
        case undecided([Int])
    }

    /// What the cells beside the names say, by row: those before the first column of figures, and those of years.
    func meanings(of township: Township, before firstFigure: Int, year: Int?) -> [RowWords.Meaning] {
        let columns = table.rows[0].indices.filter {
            $0 != nameColumn && ($0 < firstFigure || yearColumns.contains($0)) && !isOfDays($0)
        }
        let telling = columns.filter { column in
            township.rows.count == 1
                || Set(township.rows.map { Wording(text, table.rows[$0][column].range) }).count > 1
        }
        return township.rows.map { row in
            var all: [RowWords.Meaning] = []
            for column in columns {
                let range = table.rows[row][column].range
                if case .number = CellText(text, range), !yearColumns.contains(column) { continue }
                let meaning = words.meaning(of: Wording(text, range), year: year)
                // What all rows of a township say tells none of them apart.
                if meaning == .otherTime || telling.contains(column) { all.append(meaning) }
            }
            return Self.together(all)
        }
    }

    func isOfDays(_ column: Int) -> Bool {
        labels.contains { words.isOverDays(Wording(text, table.rows[$0][column].range)) }
    }

    private static func together(_ meanings: [RowWords.Meaning]) -> RowWords.Meaning {
        if let other = meanings.first(where: { $0 == .otherTime }) ?? meanings.first(where: { $0 == .other }) {
            return other
        }
        if meanings.contains(.named) { return .named }
        let whole = meanings.first { if case .whole = $0 { true } else { false } }
        return whole ?? (meanings.contains(.own) ? .own : .nothing)
    }

    /// The choice for each township.
    ///
    /// - Parameter columns: those that hold figures of the form.
    func choices(columns: Set<Int>, year: Int?) -> [Choice] {
        let firstFigure = columns.min() ?? 0
        let all = townships.map { meanings(of: $0, before: firstFigure, year: year) }
        let sums = all.filter { $0.count > 1 }.map { meanings in
            Set(meanings.compactMap { if case .whole(let word) = $0 { word } else { nil } })
        }
        let common = sums.dropFirst().reduce(sums.first ?? []) { $0.intersection($1) }
        return zip(townships, all).map { township, meanings in
            func rows(_ isChosen: (RowWords.Meaning) -> Bool) -> [Int] {
                zip(township.rows, meanings).filter { isChosen($1) }.map(\.0)
            }
            guard township.rows.count > 1 else {
                return meanings == [.otherTime] ? .undecided(township.rows) : .rows(township.rows)
            }
            let claims = rows { if case .whole = $0 { true } else { $0 == .own } }
            if claims.count > 1 {
                let sums = rows { if case .whole(let word) = $0 { common.contains(word) } else { false } }
                return .rows(sums.count == 1 ? sums : claims)
            }
            if claims.count == 1 { return .rows(claims) }
            // 柳溪镇 above 其中：综合执法队, or one row that stands twice.
            let (plain, named) = (rows { $0 == .nothing }, rows { $0 == .named })
            let isSum = named.isEmpty || plain.count == 1 && isSum(plain[0], of: named, columns)
            return plain.isEmpty || !isSum ? .undecided(township.rows) : .rows(plain)
        }
    }

    /// Whether a row has the sums of others, in every column that holds numbers.
    private func isSum(_ row: Int, of others: [Int], _ columns: Set<Int>) -> Bool {
        func number(_ row: Int, _ column: Int) -> Int64? {
            guard case .number(let number) = CellText(text, table.rows[row][column].range), number.decimals == 0,
                number.multiplier == 1
            else { return nil }
            return number.digits
        }
        let sums = columns.filter { column in others.contains { number($0, column) != nil } }
        return !sums.isEmpty
            && sums.allSatisfy { column in
                let sum = others.reduce(Int64(0)) { $0.addingReportingOverflow(number($1, column) ?? 0).partialValue }
                return number(row, column) == sum
            }
    }
}
