import Catalogue

/// What stands among the form's labels and is none of them.
extension FormReader {
    /// A text that the form does not have: a cell that is no number, a unit, a damaged or local header, the label of a
    /// local row, or no part of the table.
    mutating func takeUnknown(at position: Int) {
        let piece = pieces[position]
        if takeGlued(piece) { return }
        if piece.isFirstOfRow, rows[piece.row].layout == .lossy {
            copies.note(text: piece.token.range, line: piece.row)
        }
        if isChapterHeading(at: position) { return leaveTable() }
        if let row = open {
            if takeIntoRow(piece, row) { return }
            close()
        }
        if takeUnit(piece) { return }
        endUnit(before: piece)
        guard let number = context.block else { return }
        let next = position + 1 < pieces.count ? pieces[position + 1] : nil
        let isRow: Bool =
            switch next?.token.cell {
            case .number, .notApplicable: next?.row == piece.row || rows[piece.row].layout == .lossy
            default: false
            }
        guard isRow, piece.token.key != nil, !index.blocks[number].isUnlabelled else {
            if index.blocks[number].isUnlabelled { caption = piece.token.range }
            if context.isInHeaders {
                if isUnknownUnit(piece) {
                    units.note(.init(multiplier: 0, range: piece.token.range), ofTable: index.blocks[number].table)
                }
                headers[number]?.noteUnknown(piece.token, row: piece.row, in: text)
                if piece.token.key.map(isOfAnother) == true,
                    !StrangeHeaders.isPiece(piece.token.range, ofAny: index.blocks[number].headers, text)
                {
                    seen.other = seen.other ?? piece.token.range
                }
            }
            return
        }
        takeUnknownRow(at: position, table: index.blocks[number].table)
    }

    /// Passes over a row that the form does not have. Where only labels tell of the form, it may be of another table.
    private mutating func takeUnknownRow(at position: Int, table: Int) {
        let label = label(ofRowAt: position)
        let doubt = Doubt(.unknownLabel, at: label, found: String(decoding: text[label], as: UTF8.self))
        guard standing.isIn(table) else { return strayDoubts.append((doubt, standing.run)) }
        isInUnknownRow = true
        context.isInHeaders = false
        isUsed[pieces[position].row] = true
        sheet.add(doubt)
    }

    /// 单位：万件
    private func isUnknownUnit(_ piece: PlacedToken) -> Bool {
        piece.token.range.count <= 36 && ByteSearch.contains("单位", in: text, piece.token.range)
            && UnitWord.isUnknown(in: text, piece.token.range)
    }

    /// Whether a text stands among the cells of a row that is not full yet.
    private mutating func takeIntoRow(_ piece: PlacedToken, _ row: OpenRow) -> Bool {
        if let codes = headers[row.place.block]?.codes, codes > 0, row.cells.count == codes,
            let multiplier = UnitWord.multiplier(text, piece.token.range)
        {
            open?.dropCodes()
            takeUnit(multiplier, piece.token.range)
            isUsed[piece.row] = true
            return true
        }
        guard !row.isBare, row.cells.count < index.blocks[row.place.block].columnCount else {
            return takeUnitBeside(piece, row)
        }
        if row.cells.isEmpty, piece.isFirstOfRow, isNote(piece.token) {
            // The rest of a label that was broken before its note: `（二）部分公开⏎（区分处理的…）`.
            open?.layout = rows[piece.row].layout
        } else if row.cells.isEmpty, let multiplier = UnitWord.multiplier(text, piece.token.range) {
            takeUnit(multiplier, piece.token.range)
        } else if rows[piece.row].layout == .exact {
            open?.append(piece.token)
        } else if piece.token.key != nil {
            open?.append(doubtful: piece.token)
        }
        isUsed[piece.row] = true
        return true
    }

    /// A label with its cells glued to it: `规章000`, which is certain, or `规章012`, which is not.
    private mutating func takeGlued(_ piece: PlacedToken) -> Bool {
        guard context.block != nil, let (entry, label, digits) = glued(piece) else { return false }
        var token = piece.token
        token.range = label
        enter(entry, [PlacedToken(token: token, row: piece.row, isFirstOfRow: piece.isFirstOfRow)])
        let cell = TableToken(range: digits, column: piece.token.column + 1, key: nil, cell: CellText(text, digits))
        open?.append(cell)
        return true
    }
}
