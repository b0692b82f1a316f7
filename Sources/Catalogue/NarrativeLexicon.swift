import Values

/// The words that decide what is a number, and how far what is said of it reaches: qualifiers, dates, denials, lists.
package struct NarrativeLexicon: Sendable, Hashable {
    package var words: [Role: [String]]
    /// Letters that are read as others, in pairs: 條条務务.
    package var letters: String

    /// What a word does to a number. Raw values are the keys of the catalogue.
    package enum Role: String, Sendable, CaseIterable {
        /// After a number: makes it a date, a duration or a limit.
        case time
        /// After a number: makes it the name of something, such as a house or a document.
        case name
        /// Before a number: makes it the name of something, such as 第 or 电话.
        case nameBefore = "name_before"
        /// Numbers that are names whatever follows, such as 12345.
        case hotline
        /// Numbers that are names unless a unit follows, such as 110.
        case shortHotline = "short_hotline"
        /// Phrases in which a numeral counts nothing, such as 统一.
        case idiom
        case moreThanBefore = "more_than_before"
        case aboutBefore = "about_before"
        case lessThanBefore = "less_than_before"
        case moreThanAfter = "more_than_after"
        case aboutAfter = "about_after"
        /// Before a year: it is what this year is measured against.
        case comparison
        /// Before or after a year or month: counting began then.
        case since
        /// 截至目前: up to when, since whatever year.
        case untilNow = "until_now"
        /// 现有, 年末, 在册: the clause tells how many there are, not how many came.
        case present
        /// Before a span of years: counting began with it.
        case opened
        /// Before a month: the month ends a period.
        case upTo = "up_to"
        /// After a month: it is a day, or the end of a period.
        case afterMonth = "after_month"
        /// Between the amount of old and the present one: 由去年的3人增加到4人.
        case changedTo = "changed_to"
        /// A body of the county that is the subject of what follows where it opens a clause.
        case otherBody = "other_body"
        /// After such a body: it is not the subject.
        case notSubject = "not_subject"
        /// 未, 没有: what follows in the clause is zero, or what the sentence is about.
        case negation
        /// 为零, 零报告: what stands before is zero.
        case zero
        /// What is denied is only this result of it: 败诉.
        case result
        /// 未及时, 未按期: not all of it is denied, nor is it told how many there were.
        case halfDenial = "half_denial"
        /// 与信息公开无关: the numbers of the sentence are about something else.
        case unrelated
        /// At the head of a clause, after letters that no word explains: another county, a village.
        case placeAbove = "place_above"
        case placeBelow = "place_below"
        /// 邻镇, 该村: another place, where it opens a clause and does what the clause tells.
        case neighbour
        /// 城区, 夜市: ends as the name of another county does, and is none.
        case commonArea = "common_area"
        /// 均, 全部
        case everything
        case joiner
        /// 分别: holders before take the numbers after, one each.
        case inTurn = "in_turn"
        /// 各, 均为: each of the holders has the number.
        case each
        /// 村（社区）, 科室: behind 转派, whom cases are handed on to.
        case lowerBody = "lower_body"
        /// 住房, 体检: what else is done for people than that money is given to them.
        case otherDeed = "other_deed"
        /// 等: what was listed is an example of what follows.
        case etcetera
        /// Ends a part: what follows is the whole again.
        case wholeAgain = "whole_again"
        /// 至少: the clause tells a bound.
        case limit
        /// Before a number, or behind it: it tells what there should have been: 考核要求95%, 未达到95%的目标.
        case target
        case targetBehind = "target_behind"
        /// 通过, 利用: what follows is a means.
        case means
        /// 党员, 学生: people of their own, not those whom a sentence before speaks of.
        case people
        /// 补贴, 资金: ends a name, where letters that no word explains stand before it.
        case head
        /// Words that say nothing of a number: 我镇, 各类, 及时.
        case glue
        /// 预算: money behind it in its clause was set aside, and not paid.
        case budget
        /// 平台, 系统: ends the name of what cases come through.
        case venue
        /// 工作法, 模式: a number before it is the name of a way to work.
        case slogan
        /// 大部分, 到期工单: the clause that tells that all are closed says which of them.
        case partly
        /// 排名, 荣获: in a clause without a number, a county does something for the township, whose numbers follow.
        case honour
        /// 镇派出所, 卫生院: a body in the township whose numbers are its own, as far as its clause goes.
        case bodyBeside = "body_beside"
        /// 打算, 重点工作: what a heading of the next year's plans ends with.
        case outlook
        /// 问题, 栏目: behind a number, or before it where they were set up, what it counts: nothing that was published.
        case matters
        /// 按照, 根据: what follows says by what something was done.
        case ground
        /// 围绕, 聚焦: opens, as grounds do, a clause in which a body of the county is not who does what follows.
        case guidance
        /// 统计, 通报: behind a body of the county, it told the numbers that follow.
        case reported
        /// 培训, 指导: those who were taught are not those who work for the office.
        case teaching
        /// 涉及, 覆盖: opens a clause that tells how many people something was done for.
        case reaches
        /// 因政府信息公开申请行政复议、提起行政诉讼的情况: a heading that a line below it answers.
        case answered
        /// 年报, 部门预算: bears the year that it is of, and not the one in which it was published.
        case yearly
    }
}

extension NarrativeLexicon {
    init(context: YAMLValue, letters: String) throws(CatalogueError) {
        self.letters = letters
        let entries = try context.mapping(allowing: Role.allCases.map(\.rawValue))
        words = [:]
        for role in Role.allCases {
            words[role] = try entries.required(role.rawValue, in: context).words()
        }
    }
}
