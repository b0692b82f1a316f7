import CSQLite
import GRDB
import Values

extension Archive {
    /// Goes along the chain, and holds everything that it covers against its links.
    ///
    /// - Parameter digest: one that was written down before, or its first digits; the archive must contain its state.
    func verifyChain(_ db: Database, against digest: String?, _ verification: inout Verification) throws {
        let links = try HotStatement(db, "SELECT relation, owner, content, chain FROM link ORDER BY id")
        var chain = ChainHead.beginning
        while try links.step() {
            let (relation, owner) = (links.string(0), links.integer(1))
            let content = links.type(2) == SQLITE_NULL ? nil : Array(links.bytes(2))
            let stored = Array(links.bytes(3))
            if ChainHead.following(chain, relation, owner, content) != stored {
                verification.flaws.append(.chain(table: Relation.byName[relation]?.table ?? relation, row: owner))
            }
            chain = stored
            verification.links += 1
            if let since = verification.linksSince { verification.linksSince = since + 1 }
            if let digest, stored.hexadecimal.hasPrefix(digest) { verification.linksSince = 0 }
        }
        verification.digest = chain.hexadecimal
        if let digest, verification.linksSince == nil { verification.flaws.append(.digest(digest)) }
        for relation in Relation.all { try verify(relation, db, &verification) }
    }

    /// Rows and links side by side, by owner.
    private func verify(_ relation: Relation, _ db: Database, _ verification: inout Verification) throws {
        let links = try LastLinks(db, relation)
        func tell(_ how: Flaw.Chaining, _ owner: Int64) {
            verification.flaws.append(.unchained(how, table: relation.table, row: owner))
        }
        var link = try links.next()
        func finish(_ link: LastLinks.Link) {
            if link.isRewritten, relation.isFixed { tell(.rewritten, link.owner) }
        }
        try ContentWalk(relation, db).visit { owner, content in
            while let earlier = link, earlier.owner < owner {
                if earlier.content != nil { tell(.removed, earlier.owner) }
                finish(earlier)
                link = try links.next()
            }
            guard let own = link, own.owner == owner else { return tell(.added, owner) }
            if let expected = own.content {
                if expected != content { tell(.changed, owner) } else { finish(own) }
            } else {
                tell(.added, owner)
            }
            link = try links.next()
        }
        while let rest = link {
            if rest.content != nil { tell(.removed, rest.owner) }
            finish(rest)
            link = try links.next()
        }
    }
}

/// Of each owner of a relation the last link, by owner.
private struct LastLinks {
    struct Link {
        let owner: Int64
        let content: [UInt8]?
        /// Whether there were several contents without a removal between.
        let isRewritten: Bool
    }

    private let links: HotStatement

    init(_ db: Database, _ relation: Relation) throws {
        links = try HotStatement(
            db,
            """
            SELECT owner, content, max(id), count(DISTINCT content) > count(*) - count(content) + 1
            FROM link
            WHERE relation = ?1 GROUP BY owner ORDER BY owner
            """)
        try links.bind(relation.name, at: 1)
    }

    func next() throws -> Link? {
        guard try links.step() else { return nil }
        return Link(
            owner: links.integer(0), content: links.type(1) == SQLITE_NULL ? nil : Array(links.bytes(1)),
            isRewritten: links.integer(3) != 0)
    }
}
