import Catalogue

/// What amounts are counted in, as a document says beside, above and below them.
extension FormReader {
    func terms(of row: OpenRow, _ columns: HeaderColumns?) -> FormSheet.Terms {
        let table = index.blocks[row.place.block].table
        var terms = FormSheet.Terms(multipliers: columns?.multipliers ?? [:])
        let unknown = units.unknown(inTable: table)
        let isMoney = unknown.map { UnitWord.isOfMoney(in: text, $0) } ?? false
        let isOwnMoney = row.multiplier == 10_000 || row.unknownUnit.map { UnitWord.isOfMoney(in: text, $0) } == true
        let indicators = row.multiplier != nil || unknown != nil ? index.indicators(of: row.place) : []
        for (column, indicator) in indicators.enumerated() {
            // No count is in units of money.
            let isAmount = indicator.map { index.units[$0] } == .yuan
            if let own = row.multiplier, isAmount ? !row.isCounted : !isOwnMoney { terms.multipliers[column] = own }
            if unknown != nil, terms.multipliers[column] == nil, isAmount || !isMoney { terms.multipliers[column] = 0 }
        }
        terms.unknownUnit = row.unknownUnit ?? columns?.unknownUnits.values.first ?? unknown
        terms.stated = row.stated + units.all(ofBlock: row.place.block, table: table)
        return terms
    }

    /// Takes what stands in the document's own column 单位.
    mutating func takeUnit(_ multiplier: Int64, _ range: Range<Int>) {
        open?.multiplier = multiplier
        open?.isCounted = UnitWord.isCounting(String(decoding: text[range], as: UTF8.self))
        if multiplier == 0 { open?.unknownUnit = range }
    }

    /// Takes the unit that the label of a row names.
    func noteUnit(in label: Range<Int>, of row: inout OpenRow) {
        if UnitWord.isUnknown(in: text, label) {
            (row.multiplier, row.unknownUnit) = (0, label)
        } else if let multiplier = UnitWord.stated(in: text, label) {
            row.stated = [.init(multiplier: multiplier, range: label)]
        }
    }

    /// Takes the unit that a heading, a caption or a header of labels names, and that of the line above it.
    mutating func noteUnit(of number: Int, _ range: Range<Int>) {
        let entry = index.entries[number]
        let table = index.blocks[entry.block].table
        let isHeading = number == 0 || index.blocks[index.entries[number - 1].block].table != table
        switch entry.kind {
        case .opening:
            opening = number
            units.open(block: entry.block, table: table, isHeading: isHeading)
        case .header(column: nil), .spanning: units.drop()
        case .group, .header, .serials, .row: return units.drop()
        }
        if UnitWord.isUnknown(in: text, range) {
            units.note(.init(multiplier: 0, range: range), ofTable: table)
        } else if let multiplier = UnitWord.stated(in: text, range) {
            let unit = StatedUnits.Stated(multiplier: multiplier, range: range)
            if isHeading { units.note(unit, ofTable: table) } else { units.note(unit, ofBlock: entry.block) }
        }
    }

    /// Takes a text that says what amounts are counted in: of the table or the block that has begun, of what comes, or,
    /// as a note below a table, of its amounts.
    mutating func takeUnit(_ piece: PlacedToken) -> Bool {
        guard piece.token.range.count <= 120, ByteSearch.contains("单位", in: text, piece.token.range) else {
            return false
        }
        let range = piece.token.range
        guard let multiplier = UnitWord.stated(in: text, range) else { return false }
        let unit = StatedUnits.Stated(multiplier: multiplier, range: range)
        let isStatement = UnitWord.isStatement(text, range)
        guard let number = context.block else {
            if isStatement { units.notePending(unit, belowTable: nil) }
            return isStatement
        }
        let table = index.blocks[number].table
        if context.isInHeaders {
            let isBelowHeading =
                opening.map { $0 == 0 || index.blocks[index.entries[$0 - 1].block].table != table } ?? true
            if isBelowHeading { units.note(unit, ofTable: table) } else { units.note(unit, ofBlock: number) }
        } else if isStatement {
            units.notePending(unit, belowTable: table)
        } else if UnitWord.isNote(text, range) {
            sheet.note(unit, belowTable: table)
        } else {
            return false
        }
        return true
    }

    /// Ends what a unit above may hold for, since a text comes that is no heading of the form. A paragraph leaves the
    /// line to the table that it stands below; above a table of the document's own, it is of that.
    mutating func endUnit(before piece: PlacedToken) {
        if rows[piece.row].isGrid || hasCells[piece.row] { return units.drop() }
        if let (unit, table) = units.leave() { sheet.note(unit, belowTable: table) }
    }

    /// Takes the unit that stands in a cell of its own behind the figures of a row, which it ends: what comes behind it
    /// is a remark, or another year's.
    mutating func takeUnitBeside(_ piece: PlacedToken, _ row: OpenRow) -> Bool {
        guard !row.cells.isEmpty, !piece.isFirstOfRow || rows[piece.row].layout == .lossy,
            !ByteSearch.contains("单位", in: text, piece.token.range),
            let multiplier = UnitWord.multiplier(text, piece.token.range)
        else { return false }
        if text[piece.token.range].suffix(3).elementsEqual("元".utf8) {
            open?.stated.append(.init(multiplier: multiplier, range: piece.token.range))
            if multiplier == 0 { open?.unknownUnit = piece.token.range }
        }
        isUsed[piece.row] = true
        close()
        isInUnknownRow = true
        return true
    }
}
