import Catalogue
import Values

extension TellingSums {
    /// 辖13个村、98个小组，8115户35120人: who live there stand behind the places, and nothing is said of them.
    mutating func openPopulation() {
        let seats = lexicon.stageBits[ActStage.seats.rawValue]
        for place in tellings.indices.dropFirst() {
            let (before, people) = (tellings[place - 1], tellings[place])
            let isBehindPlaces = lexicon.objects[Int(before.roles.object)].family == .place
            let isBehindHomes = before.roles.unit == .households && before.roles.object == Roles.none
            guard people.roles.unit == .households || people.roles.unit == .persons && isBehindHomes,
                isBehindPlaces || isBehindHomes, before.roles.acts & seats != 0, before.roles.standing == .whole,
                people.sentence == before.sentence, people.clause - before.clause <= 1, people.isCountAlone,
                people.roles.object <= Roles.unknown, people.roles.acts & ~seats == 0, !people.hasOwnObject,
                !people.hasOwnAct, people.people == nil, people.roles.standing == .whole, people.roles.source == 0
            else { continue }
            tellings[place].roles.object = Roles.none
            tellings[place].roles.acts = seats
        }
    }
}
