import Catalogue
import Values

extension RoleReader {
    var last: Telling? { lastTelling.map { tellings[$0] } }

    /// Whether the sentence has told of cases that came in.
    var hasOpened: Bool { told.hasOpened }

    /// Whether the sentence has told of several allowances: a sum behind them is none's.
    var hasSeveralAllowances: Bool { told.allowances.nonzeroBitCount > 1 }

    /// 低保120户、特困20户，共发放救助金: whether people were counted for several, and no money was told since.
    var hasSeveralUnpaid: Bool { told.unpaid.nonzeroBitCount > 1 }

    /// Whether a number counts accounts, readers and the like, so that the channel still waits for its own.
    func isAside(_ telling: Telling) -> Bool {
        lexicon.objects[Int(telling.roles.object)].family == .aside
    }

    // MARK: Nothing

    /// What a denial denies, while its clause goes on.
    struct Denial {
        var start: Int
        /// Of each item of its list the last object: what stands before it only describes it.
        var heads: [UInt8] = []
        var head: UInt8 = Roles.none
        var varieties: UInt128 = 0
        var acts: UInt64 = 0
        var source: UInt8 = Roles.none
        var end: Int
        /// Whether only a result is denied: 未发生行政诉讼败诉.
        var isOfResult = false
        /// Whether only some of them are denied: 未收到不予公开的申请.
        var isOfSome = false
        /// The mentions that stood before it.
        var mentionsBefore: Int
        /// What stood between the words since the last object.
        var link: Link = []

        mutating func take(_ mention: Mention, _ sense: WordSense, _ lexicon: Lexicon) {
            link.formUnion(mention.link)
            if mention.object != 0 {
                let joins = link.joins || isSide(mention, lexicon)
                link = []
                if head != 0, joins {
                    heads.append(head)
                    head = mention.object
                } else if head == 0 || !isOutdone(mention.object, lexicon) {
                    head = mention.object
                }
                end = Int(mention.end)
                varieties |= sense.varieties
            }
            // 无规范性文件出台
            if head == 0 || lexicon.isCarry(sense.acts) || lexicon.stages(sense.acts, .documents) {
                acts |= sense.acts
                if sense.acts != 0 { end = Int(mention.end) }
            }
            if sense.source != 0 { source = sense.source }
        }

        /// 诉讼复议: two disputes without a mark between.
        private func isSide(_ mention: Mention, _ lexicon: Lexicon) -> Bool {
            let (one, other) = (lexicon.objects[Int(head)], lexicon.objects[Int(mention.object)])
            return Int(mention.start) == end && mention.object != head && one.bond == nil && other.bond == nil
                && one.family == nil && other.family == nil && !lexicon.beats(head, mention.object)
                && !lexicon.beats(mention.object, head)
        }

        /// 依申请公开的政府信息, 依申请公开诉求: requests all the same.
        private func isOutdone(_ object: UInt8, _ lexicon: Lexicon) -> Bool {
            let traits = lexicon.objects[Int(object)]
            return lexicon.beats(head, object) && (traits.bond != nil || traits.family == .information)
        }
    }

    mutating func deny(at start: Int) {
        describe()
        // 未发布规范性文件、无现行有效规范性文件
        if denial != nil, start > 0, text.letters[start - 1] == Letter.enumerationComma { endDenial(at: start) }
        guard denial == nil else { return }
        denial = Denial(start: start, end: start + 1, mentionsBefore: item.mentions.count)
    }

    /// 都没有收费: what stands behind is nothing too.
    func deniesOn(_ hit: WordHits.Hit) -> Bool {
        let end = Int(hit.start + hit.length)
        return text.letters[end - 1] == Letter.existing && end < text.letters.count
            && !Letter.endsItem(text.letters[end])
    }

    mutating func endDenial(at position: Int) {
        guard let denial else { return }
        self.denial = nil
        // 工单未发生超期，302件均已办结
        if denial.isOfSome, denial.head == lexicon.named.request {
            return item.mentions.removeSubrange(min(denial.mentionsBefore, item.mentions.count)...)
        }
        guard !denial.isOfResult else {
            return item.mentions.removeAll { Int($0.start) > denial.start && $0.object == 0 }
        }
        var heads = denial.heads
        if denial.head != 0 { heads.append(denial.head) }
        if heads.isEmpty {
            // 对政府信息公开的申请，我镇未收到
            let isReceived = lexicon.stages(denial.acts, .opens) && item.unexplained == 0
            let isKnown = isCarry(denial.acts) || lexicon.stages(denial.acts, .documents) || isReceived
            guard isKnown || denial.acts == 0 && item.unexplained == 0 else { return }
            heads = subjects(upTo: denial.mentionsBefore)
            // 没有新收申请，也没有上年结转
            if heads.isEmpty, isCarry(denial.acts), told.denied != 0 { heads = [told.denied] }
            if heads.isEmpty, isKnown, !isReceived { heads = [last?.roles.object ?? Roles.none] }
        }
        if !deniesAll(denial, at: position) {
            heads.removeAll { lexicon.objects[Int($0)].family == .explained }
        }
        // What was denied says nothing of the next number.
        item.mentions.removeSubrange(min(denial.mentionsBefore, item.mentions.count)...)
        for object in Set(heads).sorted() {
            tellZero(
                object, acts: denial.acts, source: denial.source, at: denial.start..<max(denial.end, denial.start + 1),
                varieties: heads.count == 1 ? denial.varieties : 0)
        }
        // 上年未结转申请，本年受理4件: the sentence goes on about them.
        if isCarry(denial.acts) || lexicon.stages(denial.acts, .documents), !heads.isEmpty {
            lastTelling = tellings.count - 1
        }
    }

    func isCarry(_ acts: UInt64) -> Bool { lexicon.isCarry(acts) }

    /// Whether the sentence has told of nothing else since something was denied.
    var isAboutDenied: Bool {
        let since = tellings[min(told.deniedStart, tellings.count)...].suffix(Self.mostOfDenied)
        return told.denied != 0 && since.allSatisfy { $0.roles.object == told.denied }
    }

    private static let mostOfDenied = 6

    /// Whether it was denied of another time.
    var isDeniedElsewhen: Bool {
        tellings.indices.contains(told.deniedStart - 1) && tellings[told.deniedStart - 1].roles.time != .thisYear
    }

    /// The objects that the sentence has named: those of the last list before a bare 无.
    private func subjects(upTo count: Int) -> [UInt8] {
        var result: [UInt8] = []
        var isJoined = true
        var next = Int32.max
        for mention in item.mentions.prefix(count).reversed() {
            let object = mention.object
            // 复议诉讼: two at once without a mark between; but 申请行政复议 is one.
            let isSide = mention.end == next && result.last.map { !lexicon.beats($0, object) } ?? true
            if object != 0, isJoined || result.isEmpty || isSide { result.append(object) }
            isJoined = mention.link.joins
            next = mention.start
            if result.count > 3 { break }
        }
        return result
    }

    /// 为零, 零报告: of what stands before.
    mutating func tellZero(at range: Range<Int>) {
        describe()
        let objects = subjects(upTo: item.mentions.count)
        var acts: UInt64 = 0
        for mention in item.mentions where mention.clause == clause { acts |= lexicon.senses[Int(mention.word)].acts }
        for object in objects { tellZero(object, acts: acts, source: Roles.none, at: range) }
        if !objects.isEmpty { item.clear() }
    }

    private mutating func tellZero(
        _ object: UInt8, acts: UInt64, source: UInt8, at place: Range<Int>, varieties: UInt128 = 0
    ) {
        var roles = Roles(unit: .cases)
        roles.object = object
        roles.acts = lexicon.strongest(acts)
        let bond = lexicon.objects[Int(object)].bond
        roles.source =
            source == 0 && bond != nil
                && item.mentions.contains {
                    lexicon.senses[Int($0.word)].source == self.source
                } ? self.source : source
        roles.time = scope.isUntil ? .partOfYear : scope.clauseTime ?? scope.time
        roles.level = scope.clauseLevel ?? scope.level
        // 区政协提案未收到: of the members' only.
        roles.varieties = item.mentions.reduce(varieties) {
            $1.clause == clause && $1.object == object ? $0 | lexicon.senses[Int($1.word)].varieties : $0
        }
        roles.told = .zero
        told.denied = object
        roles.acts = carried(roles.acts, &roles)
        tellings.append(
            Telling(
                quantity: nil, amount: Amount(value: 0), place: place, roles: roles, sentence: sentence,
                paragraph: paragraph, clause: clause, givesWay: isOfOneWay(place)))
        denyKind(object, at: place)
        told.deniedStart = tellings.count
        told.isCarryDenied = isCarry(roles.acts)
    }

    /// 结转 without more: from the year before where that is named, else to the next.
    func turned(_ acts: UInt64, _ time: NarrativeTime) -> UInt64 {
        guard lexicon.stages(acts, .carries) else { return acts }
        let stage: ActStage = time == .otherYear ? .carriedIn : .carriedOut
        return lexicon.strongest(lexicon.stageBits[stage.rawValue])
    }

    // MARK: As many as were received

    /// 均已办结, in a clause without a number behind it.
    mutating func tellEqual(at position: Int) {
        if let last, last.clause == clause, last.hasActBehind { return }
        guard denial == nil, !scope.isPlan, !isOfPart(upTo: position) else { return }
        // 办结1件，其他均按期答复: of all but those.
        guard item.rest != clause, scope.except < 0 || scope.except < clause - 1 else { return }
        // 收到一件，按程序进行了答复: one is all of them.
        let isAll = item.everything == clause || item.everything == clause - 1
        var acts: UInt64 = 0
        var start = Int32.max
        for mention in item.mentions where mention.clause == clause {
            let told = lexicon.senses[Int(mention.word)].acts
            // 全部自行办结
            let own = told & lexicon.named.direct != 0 ? lexicon.named.closing : told
            // 均已予以公开: what came of all of them is an answer to all of them; 均已撤回 is none.
            guard lexicon.stages(own, .closes) || lexicon.stages(own, .outcome), own != lexicon.named.withdrawing else {
                continue
            }
            acts |= own
            start = min(start, mention.start)
        }
        guard acts != 0, let end = item.mentions.last?.end else { return }
        let place = Int(start)..<Int(end)
        for sentence in [sentence, sentence - 1] {
            let open = nearest(openTellings(of: sentence))
            // 收到申请1件。…，书面答复了申请人
            let isOne = open.allSatisfy {
                $0.amount.value == 1 && ($0.sentence == self.sentence || $0.roles.source == 0 && open.count == 1)
            }
            guard !open.isEmpty, isAll || isOne else { continue }
            for telling in joined(open).reversed() { tellEqual(to: telling, acts: acts, at: place) }
            return
        }
    }

    /// 大部分已办结, 投诉类已办结, 已转相关部门处理: whether the clause says that not all of them are closed, or by whom they will be.
    private func isOfPart(upTo end: Int) -> Bool {
        let start = clauseStart(before: end)
        if (start..<end).contains(where: { hits.length(of: Lexicon.partly, at: $0, in: lexicon.index) != nil }) {
            return true
        }
        var isHandedOn = false
        for mention in item.mentions where mention.clause == clause {
            let acts = lexicon.senses[Int(mention.word)].acts
            if acts & (lexicon.named.assigning | lexicon.named.delegating) != 0, mention.object == 0 {
                isHandedOn = true
            }
            if isHandedOn, acts & lexicon.named.handling != 0 { return true }
        }
        return false
    }

    /// 热线受理312件，信访36件全部办结: of the numbers of its own clause, or of those behind the last `；`, if there are any.
    private func nearest(_ open: [Telling]) -> [Telling] {
        let here = open.filter { $0.clause == clause }
        if !here.isEmpty { return here }
        let part = open.filter { $0.sentence == sentence && $0.partStart == told.partStart }
        return part.isEmpty ? open : part
    }

    /// 受理热线58件，满意率95%，受理申请6件，均已答复: of the numbers, the last first, those of the last list.
    private func joined(_ open: [Telling]) -> [Telling] {
        var last: Telling?
        return Array(
            open.prefix { telling in
                // 申请11件，其中网上收到6件、信函2件，均已答复
                let isApart =
                    last.map { $0.hasOwnAct && $0.clause - telling.clause > 1 && $0.roles.standing != .part } ?? false
                last = telling
                return !isApart
            })
    }

    /// The cases of a sentence that came in, each with those carried in from last year.
    private func openTellings(of sentence: Int) -> [Telling] {
        var open: [Telling] = []
        for telling in tellings.reversed().prefix(30) {
            guard telling.sentence >= sentence, telling.paragraph == paragraph else { break }
            let roles = telling.roles
            guard telling.sentence == sentence, roles.told == .figures,
                roles.standing == .whole || roles.standing == .total
                    || roles.standing == .part && isReceived(roles) && scope.untoldSentence != sentence,
                [.cases, .things, .bare, .times].contains(roles.unit), roles.level == .own,
                roles.time == .thisYear || lexicon.stages(roles.acts, .carriedIn),
                isReceived(roles) || roles.acts == 0 && (roles.source != 0 || roles.object > Roles.several)
            else { continue }
            if let index = open.firstIndex(where: {
                $0.roles.object == roles.object && $0.roles.source == roles.source
                    && $0.roles.varieties == roles.varieties
            }) {
                let isSecond =
                    lexicon.stages(roles.acts, .carriedIn) != lexicon.stages(open[index].roles.acts, .carriedIn)
                // 收到4件，其中1件系上年转来: the second is one of the first.
                let isPartOfIt = isReceived(roles) && open[index].roles.standing == .part
                if isSecond, !isPartOfIt || lexicon.stages(roles.acts, .carriedIn) {
                    open[index].amount.value += telling.amount.value
                } else if roles.standing != .part, !isClosed(telling, by: open[index]) {
                    open[index] = telling
                }
            } else {
                open.append(telling)
            }
        }
        return open
    }

    /// 线上收到5件，线下1件，共6件: the last adds them up.
    private func isClosed(_ telling: Telling, by sum: Telling) -> Bool {
        sum.roles.standing == .total && sum.amount.value > telling.amount.value
    }

    private func isReceived(_ roles: Roles) -> Bool {
        lexicon.stages(roles.acts, .opens) || lexicon.stages(roles.acts, .carriedIn)
    }

    private mutating func tellEqual(to telling: Telling, acts: UInt64, at place: Range<Int>) {
        var roles = telling.roles
        roles.acts = lexicon.strongest(acts)
        roles.told = .equal
        // 留言28条，其中县长信箱12条、书记信箱16条，均已答复
        if roles.standing != .part || roles.source != lexicon.named.mailbox { roles.standing = .whole }
        roles.time = .thisYear
        tellings.append(
            Telling(
                quantity: nil, amount: telling.amount, place: place, roles: roles, sentence: sentence,
                paragraph: paragraph, clause: clause))
    }
}
