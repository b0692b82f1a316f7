import Catalogue
import Values

/// What a person should look at beside a figure.
extension Settlement {
    /// Says up to when a figure is told that a date before December bounds, once for each date.
    func doubtMonths(into result: inout NarrativeReading, _ text: [UInt8]) {
        var last: Range<Int>?
        for telling in tellings {
            guard let until = telling.until, until != last, let quantity = telling.quantity, owner[quantity] != nil
            else {
                continue
            }
            last = until
            result.doubts.append(
                Doubt(
                    .narrativeUntil, at: read.text.bytes(telling.place), found: string(text, telling.place),
                    expected: string(text, until)))
        }
    }

    /// 收到书面申请3件、网上申请2件: says that what stands beside written requests is not in them.
    func doubtWays(
        _ all: ArraySlice<Candidate>, beside chosen: Candidate, into result: inout NarrativeReading, _ text: [UInt8]
    ) {
        let first = chosen.telling
        let before = read.text.letters[..<first.place.lowerBound].suffix(Self.farthestWay)
        guard first.roles.object == read.lexicon.named.request, first.roles.told == .figures,
            zip(before, before.dropFirst()).contains(where: { [$0, $1] == Letter.inWriting })
        else { return }
        let way = all.first { other in
            !isWhole(other) && !isAmong(other.telling, first)
                && other.telling.roles.told == .figures && other.telling.amount.value > 0
                && other.telling.sentence == first.sentence && other.telling.roles.object != first.roles.object
        }
        guard let way else { return }
        result.doubts.append(
            Doubt(
                .narrativeDisagrees, at: read.text.bytes(way.telling.place), found: string(text, way.telling.place),
                expected: string(text, first.place)))
    }

    /// 书面申请3件，其中当面2件
    private func isAmong(_ part: Telling, _ whole: Telling) -> Bool {
        guard whole.place.upperBound < part.place.lowerBound else { return false }
        let between = read.text.letters[whole.place.upperBound..<part.place.lowerBound]
        return zip(between, between.dropFirst()).contains { [$0, $1] == Letter.amongThem }
    }

    private static let farthestWay = 8

    /// 截至11月底受理200件，全年受理256件: the year's number has the other in it.
    func goesOn(_ year: Telling, behind part: Telling) -> Bool {
        part.until != nil && year.until == nil && year.amount.value > part.amount.value
    }

    /// 应公开400条，实际公开320条 or 公开320条, but not 同比多公开20条: whether a number tells what was done of what was due.
    func isDone(_ one: Telling, of due: Telling) -> Bool {
        let end = one.place.lowerBound
        let before = read.text.letters[read.clauseStart(before: end)..<end]
        guard one.amount.value <= due.amount.value, !before.contains(where: Letter.compares.contains) else {
            return false
        }
        return before.contains(where: Letter.done.contains)
            || one.hasOwnAct && !one.hasOwnObject && one.roles.acts == due.roles.acts
    }
}
