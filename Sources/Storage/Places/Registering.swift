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
            // Codes may have changed places: all are taken away before any is given.
            for (place, _) in coded {
                let (table, id) = place.row
                try db.execute(sql: "UPDATE \(table) SET code = NULL WHERE id = ?", arguments: [id])
            }
            for (place, code) in coded { try Self.setCode(code, of: place, db) }
            for township in townships { try PlaceOrder.noteListing(of: township, db) }
            result.codeCount = coded.count
            try Event(.register, subject: "\(list.count)", count: 0, author: author).add(to: db)
            return result
        }
    }
}
