import Catalogue
import Values

extension Lexicon {
    /// The classes that the words of roles are, in the order of `Role`; as numbers that the compiler knows, since they
    /// are asked for with every word of a text.
    enum Class: Int {
        case time, name, nameBefore, hotline, shortHotline, idiom
        case moreThanBefore, aboutBefore, lessThanBefore, moreThanAfter, aboutAfter
        case comparison, since, untilNow, present, opened, upTo, afterMonth, changedTo
        case otherBody, notSubject, negation, zero, result, halfDenial, unrelated, placeAbove, placeBelow, neighbour
        case commonArea, everything, joiner, inTurn, each, lowerBody, otherDeed, etcetera, wholeAgain, limit
        case target, targetBehind, means, people, head, glue, budget, venue, slogan, partly, honour, bodyBeside, outlook
        case matters, ground, guidance, reported, teaching, reaches, answered, yearly
    }

    static var unit: Int { Class.yearly.rawValue + 1 }
    static var time: Int { Class.time.rawValue }
    static var name: Int { Class.name.rawValue }
    static var nameBefore: Int { Class.nameBefore.rawValue }
    static var hotline: Int { Class.hotline.rawValue }
    static var shortHotline: Int { Class.shortHotline.rawValue }
    static var idiom: Int { Class.idiom.rawValue }
    static var upTo: Int { Class.upTo.rawValue }
    static var since: Int { Class.since.rawValue }
    static var untilNow: Int { Class.untilNow.rawValue }
    static var present: Int { Class.present.rawValue }
    static var opened: Int { Class.opened.rawValue }
    static var comparison: Int { Class.comparison.rawValue }
    static var afterMonth: Int { Class.afterMonth.rawValue }
    static var moreThanAfter: Int { Class.moreThanAfter.rawValue }
    static var aboutAfter: Int { Class.aboutAfter.rawValue }
    static var changedTo: Int { Class.changedTo.rawValue }
    static var otherBody: Int { Class.otherBody.rawValue }
    static var notSubject: Int { Class.notSubject.rawValue }
    static var negation: Int { Class.negation.rawValue }
    static var unrelated: Int { Class.unrelated.rawValue }
    static var placeAbove: Int { Class.placeAbove.rawValue }
    static var placeBelow: Int { Class.placeBelow.rawValue }
    static var neighbour: Int { Class.neighbour.rawValue }
    static var commonArea: Int { Class.commonArea.rawValue }
    static var zero: Int { Class.zero.rawValue }
    static var result: Int { Class.result.rawValue }
    static var halfDenial: Int { Class.halfDenial.rawValue }
    static var everything: Int { Class.everything.rawValue }
    static var joiner: Int { Class.joiner.rawValue }
    static var inTurn: Int { Class.inTurn.rawValue }
    static var each: Int { Class.each.rawValue }
    static var etcetera: Int { Class.etcetera.rawValue }
    static var lowerBody: Int { Class.lowerBody.rawValue }
    static var otherDeed: Int { Class.otherDeed.rawValue }
    static var wholeAgain: Int { Class.wholeAgain.rawValue }
    static var limit: Int { Class.limit.rawValue }
    static var target: Int { Class.target.rawValue }
    static var targetBehind: Int { Class.targetBehind.rawValue }
    static var means: Int { Class.means.rawValue }
    static var people: Int { Class.people.rawValue }
    static var head: Int { Class.head.rawValue }
    static var glue: Int { Class.glue.rawValue }

    static let qualifiersBefore: [(role: Int, qualifier: Qualifier)] = [
        (Class.moreThanBefore.rawValue, .moreThan), (Class.aboutBefore.rawValue, .about),
        (Class.lessThanBefore.rawValue, .lessThan),
    ]

    static let anyQualifierBefore = qualifiersBefore.reduce(UInt64(0)) { $0 | 1 << UInt64($1.role) }
    static var budget: Int { Class.budget.rawValue }
    static var venue: Int { Class.venue.rawValue }
    static var slogan: Int { Class.slogan.rawValue }
    static var honour: Int { Class.honour.rawValue }
    static var bodyBeside: Int { Class.bodyBeside.rawValue }
    static var outlook: Int { Class.outlook.rawValue }
    static var matters: Int { Class.matters.rawValue }
    static var ground: Int { Class.ground.rawValue }
    static var guidance: Int { Class.guidance.rawValue }
    static var reported: Int { Class.reported.rawValue }
    static var teaching: Int { Class.teaching.rawValue }
    static var reaches: Int { Class.reaches.rawValue }
    static var answered: Int { Class.answered.rawValue }
    static var yearly: Int { Class.yearly.rawValue }
    static var partly: Int { Class.partly.rawValue }

    /// The class of words that tell something right before a number alone.
    static let aiming: UInt64 = 1 << UInt64(target)

    /// The class of the words of all roles but units.
    static var role: Int { unit + 1 }

    /// The classes of words that tell something, as bits of `WordIndex.firstClasses`, which has room for 64.
    static let telling: UInt64 = {
        let roles = [
            otherBody, negation, unrelated, placeAbove, placeBelow, zero, result, halfDenial, everything, joiner,
            inTurn, each, etcetera, wholeAgain, limit, means, people, head, glue, changedTo, present, neighbour,
            budget, honour, bodyBeside, role,
        ]
        return roles.reduce(0) { $0 | 1 << UInt64($1) }
    }()
}
