import Catalogue
import Values

/// What was paid to parts of those whom an allowance is for, and to all of them.
extension TellingSums {
    /// 低保502户；其中城市27户，发放28.4万元，农村475户，发放381.7万元: what was told of no whole is added up.
    mutating func openParts() {
        for place in tellings.indices where isPaidPart(tellings[place]) {
            let part = tellings[place]
            let others = tellings[max(0, place - Self.mostParts)...].prefix(Self.mostParts * 2).filter {
                $0.sentence == part.sentence && $0.roles.unit == part.roles.unit
                    && $0.roles.object == part.roles.object
            }
            let axis = lexicon.axis(part.roles.varieties)
            guard others.allSatisfy({ $0.roles.varieties & axis != 0 && $0.roles.standing == .part }),
                others.contains(where: { $0.roles.varieties != part.roles.varieties })
            else { continue }
            for other in tellings.indices[max(0, place - Self.mostParts)...].prefix(Self.mostParts * 2)
            where isPaidPart(tellings[other]) && tellings[other].sentence == part.sentence
                && tellings[other].roles.object == part.roles.object && tellings[other].roles.unit == part.roles.unit
            {
                tellings[other].roles.standing = .whole
            }
        }
    }

    /// 五保户57人，其中集中供养9人，发放供养金26.9万元: money that is told once, by its own name, is paid to all.
    mutating func openPayments() {
        for place in tellings.indices
        where isPaidPart(tellings[place]) && tellings[place].hasOwnAct && tellings[place].hasOwnObject {
            let payment = tellings[place]
            let others = tellings[max(0, place - Self.mostParts)...].prefix(Self.mostParts * 2).filter {
                $0.sentence == payment.sentence && $0.roles.object == payment.roles.object
            }
            let parts = Set(others.filter { $0.roles.standing == .part }.map(\.roles.varieties))
            guard parts.count == 1, others.filter({ $0.roles.unit == .money }).count == 1 else { continue }
            tellings[place].roles.standing = .whole
            tellings[place].roles.varieties = 0
        }
    }

    /// What is told of an allowance, and adds up to the number before it, is that number's parts.
    mutating func partLists() {
        for place in tellings.indices where isOfAllowance(tellings[place]) {
            partList(of: place)
            partClasses(of: place)
        }
    }

    /// 城市低保151人，一类21人、二类74人、三类56人；农村低保902人: those of a list who are all of the number right before are its parts,
    /// though nobody says so.
    private mutating func partList(of place: Int) {
        let whole = tellings[place]
        let list = tellings[(place + 1)...].prefix(Self.mostParts).prefix {
            isOfAllowance($0) && !$0.hasOwnObject && !$0.hasOwnAct && $0.sentence == whole.sentence
                && $0.clause == tellings[place + 1].clause && $0.roles.unit == whole.roles.unit
                && $0.roles.object == whole.roles.object
        }
        guard list.count > 1, list.reduce(Int64(0), { $0 &+ $1.amount.value }) == whole.amount.value else { return }
        for index in list.indices { tellings[index].roles.standing = .part }
    }

    /// 低保户1354户，其中常补44户、非常补1280户、特困30户: what is named as another allowance is a class of this one where all of them
    /// together are its whole.
    private mutating func partClasses(of place: Int) {
        let whole = tellings[place]
        let list = tellings[(place + 1)...].prefix(Self.mostParts).drop { $0.roles.unit != whole.roles.unit }.prefix {
            $0.sentence == whole.sentence && $0.roles.unit == whole.roles.unit && $0.quantity != nil
        }
        guard list.count > 2, list.first?.opensPart ?? false,
            list.allSatisfy({ $0.roles.object != whole.roles.object }),
            list.contains(where: { $0.roles.standing == .part && $0.roles.object <= Roles.unknown }),
            lexicon.named.lasting & 1 << UInt128(whole.roles.object) != 0,
            list.reduce(Int64(0), { $0 &+ $1.amount.value }) == whole.amount.value
        else { return }
        for index in list.indices { tellings[index].roles.standing = .part }
    }

    private func isOfAllowance(_ telling: Telling) -> Bool {
        telling.quantity != nil && telling.roles.standing == .whole
            && lexicon.objects[Int(telling.roles.object)].isAllowance
    }

    /// 受理临时救助申请97户386人，共审批发放救助金43万元: of what is given once, those who applied are paid, where no others are
    /// counted.
    mutating func payApplicants() {
        for place in tellings.indices where tellings[place].roles.unit == .money {
            let payment = tellings[place]
            guard lexicon.stages(payment.roles.acts, .pays), payment.roles.standing != .plan,
                lexicon.objects[Int(payment.roles.object)].isAllowance,
                lexicon.named.lasting & 1 << UInt128(payment.roles.object) == 0
            else { continue }
            let before = tellings[..<place].suffix(Self.mostParts).indices.filter {
                tellings[$0].sentence == payment.sentence && tellings[$0].partStart == payment.partStart
                    && [.persons, .households, .personTimes].contains(tellings[$0].roles.unit)
            }
            guard before.allSatisfy({ hasApplied(tellings[$0], for: payment) }) else { continue }
            for index in before { tellings[index].roles.object = payment.roles.object }
        }
    }

    private func hasApplied(_ telling: Telling, for payment: Telling) -> Bool {
        lexicon.objects[Int(telling.roles.object)].heir == payment.roles.object
            && lexicon.stages(telling.roles.acts, .opens) && telling.roles.standing == .whole
            && payment.clause - telling.clause <= 2
    }

    /// 80—89岁老人512人，发放高龄津贴51万元，90—99岁43人: the first are paid as well as those behind the money, where nothing
    /// else is said of them.
    mutating func nameAges() {
        for place in tellings.indices where isOfAge(tellings[place]) {
            let named = tellings[place]
            for before in max(0, place - Self.mostParts)..<place
            where isOfAgeAlone(tellings[before]) && tellings[before].sentence == named.sentence
                && tellings[before..<place].contains(where: {
                    $0.roles.unit == .money && $0.roles.object == named.roles.object
                        && $0.clause <= tellings[before].clause + 1
                })
            {
                tellings[before].roles.object = named.roles.object
            }
        }
    }

    /// Whether it counts people of an age that the allowance is paid for, and its clause says nothing else of them.
    private func isOfAgeAlone(_ telling: Telling) -> Bool {
        telling.roles.unit == .persons && telling.roles.object <= Roles.several && telling.isCountAlone
            && telling.roles.varieties & lexicon.ages != 0 && telling.roles.varieties & lexicon.named.under80 == 0
    }

    /// 80—89岁892人、90—99岁206人，发放高龄津贴65.88万元: those of the list right before the money are paid it.
    mutating func nameAgesBefore() {
        for place in tellings.indices.dropFirst() where tellings[place].roles.unit == .money {
            let paid = tellings[place]
            guard lexicon.stages(paid.roles.acts, .pays), paid.roles.standing == .whole,
                lexicon.added[Int(paid.roles.object)] & lexicon.ages != 0
            else { continue }
            let list = tellings[..<place].suffix(Self.mostParts).reversed().prefix {
                isOfAgeAlone($0) && $0.sentence == paid.sentence && $0.clause == paid.clause - 1
            }
            let counted = tellings[..<place].suffix(Self.mostParts).count {
                $0.sentence == paid.sentence && $0.clause == paid.clause - 1
            }
            guard counted == list.count, counted > 1 else { continue }
            for before in place - list.count..<place { tellings[before].roles.object = paid.roles.object }
        }
    }

    /// 为1874名80周岁以上老人发放93.7万元，百岁老人4名: those of an age are some of all who are 80 and over.
    mutating func partAges() {
        for place in tellings.indices where isOfAge(tellings[place]) {
            let some = tellings[place]
            let hasAll = tellings[max(0, place - Self.mostParts)..<place].contains {
                isOfAge($0) && $0.sentence == some.sentence && $0.roles.object == some.roles.object
                    && $0.roles.varieties & lexicon.named.all80 != 0
            }
            if hasAll, some.roles.varieties & lexicon.named.all80 == 0 { tellings[place].roles.standing = .part }
        }
    }

    /// Whether it counts people of an age who are given an allowance.
    private func isOfAge(_ telling: Telling) -> Bool {
        telling.roles.unit == .persons && telling.roles.varieties & lexicon.ages != 0
            && telling.roles.standing == .whole && lexicon.objects[Int(telling.roles.object)].isAllowance
    }

    private func isPaidPart(_ telling: Telling) -> Bool {
        let isOfPeople = [.persons, .households].contains(telling.roles.unit) && telling.hasOwnObject
        return telling.roles.standing == .part && (telling.roles.unit == .money || isOfPeople)
            && telling.roles.varieties != 0 && lexicon.objects[Int(telling.roles.object)].isAllowance
    }
}
