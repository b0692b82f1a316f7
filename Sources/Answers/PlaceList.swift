import Output
import Storage
import Values

/// The townships that an archive knows: their codes, what they were called before, and the years of their reports.
package enum PlaceList {
    package static func sheet(_ townships: [RegisteredTownship], terms: TownshipTerms) -> Sheet {
        var sheet = Sheet(columns: [
            Columns.county, Columns.township, Column("code", Phrase(zh: "代码", en: "code")),
            Column("names", Phrase(zh: "曾用名", en: "other names")),
            Column("county_code", Phrase(zh: "县区代码", en: "county code")),
            Column("county_names", Phrase(zh: "县区曾用名", en: "county's other names")),
            Column("years", Phrase(zh: "年份", en: "years")),
        ])
        if !terms.isEmpty {
            sheet.columns += [
                Column("first_year", Phrase(zh: "设立年度", en: "first year"), .number),
                Column("last_year", Phrase(zh: "末报年度", en: "last year"), .number),
                Column("successor", Phrase(zh: "并入", en: "went into")),
            ]
        }
        sheet.rows = townships.map { township in
            [
                .text(township.place.county), .text(township.place.township), .text(township.code ?? ""),
                .text(township.otherNames.joined(separator: ";")), .text(township.countyCode ?? ""),
                .text(township.formerCounties.joined(separator: ";")),
                .text(township.years.map(String.init).joined(separator: ";")),
            ] + (terms.isEmpty ? [] : entries(terms[township.place]))
        }
        if townships.isEmpty { sheet.footnotes = [Phrase(zh: "档案中还没有乡镇", en: "the archive has no townships yet")] }
        return sheet
    }

    private static func entries(_ term: TownshipTerm?) -> [Entry] {
        [
            term?.first.map(Entry.year) ?? .empty, term?.last.map(Entry.year) ?? .empty,
            .text(term?.successor?.description ?? ""),
        ]
    }
}
