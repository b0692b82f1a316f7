import GRDB
import Values

/// One line of a list of townships, or of counties where it names no township.
package struct PlaceListing: Sendable, Equatable {
    package var county: String
    package var township: String
    package var code: String?

    package init(county: String, township: String, code: String?) {
        self.county = county
        self.township = township
        self.code = code
    }
}

/// What a list of places changed.
package struct Registration: Sendable, Equatable {
    package internal(set) var newCount = 0
    package internal(set) var knownCount = 0
    package internal(set) var codeCount = 0
}

extension Archive {
    /// Takes over a list of townships with their codes: makes those that the archive does not know, and gives the
    /// others their codes. A former name leads to the place that bore it. All of the list is taken, or none.
    package func register(_ list: [PlaceListing], author: String = Archive.nobody) throws -> Registration {
        try writing { db in
            var gazetteer = Gazetteer(db)
            var result = Registration()
            var coded: [(KnownPlace, String)] = []
            var townships: [Int64] = []
            for listing in list {
                try Self.checkName(listing.county)
                if !listing.township.isEmpty { try Self.checkName(listing.township) }
                let before = db.totalChangesCount
                let place: KnownPlace
                if listing.township.isEmpty {
                    place = .county(id: try gazetteer.county(listing.county), name: listing.county)
                } else {
                    let id = try gazetteer.township(listing.township, county: listing.county)
                    place = .township(id: id, Place(county: listing.county, township: listing.township))
                    townships.append(id)
                }
                if db.totalChangesCount > before { result.newCount += 1 } else { result.knownCount += 1 }
                if let code = listing.code { coded.append((place, code)) }
            }
            result.codeCount = try Self.setCodes(coded, author: author, db)
            for township in townships { try PlaceOrder.noteListing(of: township, db) }
            try Event(.register, subject: "\(list.count)", count: 0, author: author).add(to: db)
            return result
        }
    }

    /// Gives places the codes of a list, and notes those that had another one; how many have one by the list.
    private static func setCodes(_ coded: [(KnownPlace, String)], author: String, _ db: Database) throws -> Int {
        var codes: [String: [Int64: String]] = [:]
        for (place, code) in coded {
            let (table, id) = place.row
            let other = codes[table, default: [:]].updateValue(code, forKey: id)
            // Two lines may lead to one place, by its name and a former one.
            if let other, other != code { throw PlaceError.severalCodes(try name(of: place, db), [other, code]) }
        }
        // Codes may have changed places: all are taken away before any is given.
        for (place, code) in coded {
            let (table, id) = place.row
            let before = try String.fetchOne(db, sql: "SELECT code FROM \(table) WHERE id = ?", arguments: [id])
            if let before, before != code {
                try Event(.code, subject: "\(try name(of: place, db)): \(code)", count: 0, author: author).add(to: db)
            }
            try db.execute(sql: "UPDATE \(table) SET code = NULL WHERE id = ?", arguments: [id])
        }
        for (place, code) in coded { try setCode(code, of: place, db) }
        return codes.values.reduce(0) { $0 + $1.count }
    }

    /// As the archive calls it, whatever the list does.
    private static func name(of place: KnownPlace, _ db: Database) throws -> String {
        let name = "SELECT name FROM county WHERE id = ?"
        return switch place {
        case .county(let id, let listed): try String.fetchOne(db, sql: name, arguments: [id]) ?? listed
        case .township(let id, let listed): try Self.place(ofTownship: id, db)?.description ?? listed.description
        }
    }
}
