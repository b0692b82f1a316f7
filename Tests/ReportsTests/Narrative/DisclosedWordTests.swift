import Testing

@testable import Reports

/// Sentences of kinds and channels that published passages told in other words, each group with ones that come near and
/// tell nothing of the kind.
@Suite struct DisclosedWordTests {
    private let reader: SentenceReader

    init() throws { reader = try SentenceReader.shared.get() }

    @Test(arguments: [
        (
            "公开信息52条，其中通知公告12条、行政处罚5条、行政许可1条。",
            [
                "disclosed.total": "52", "disclosed.kind.notices": "12", "disclosed.kind.enforcement": "5",
                "disclosed.kind.services": "1",
            ]
        ),
        ("公示行政处罚7条、行政审批13条。", ["disclosed.kind.enforcement": "7", "disclosed.kind.services": "13"]),
        (
            "网站公开行政执法9条，会议信息3条。",
            ["disclosed.website": "12", "disclosed.kind.enforcement": "9", "disclosed.kind.meetings": "3"]
        ),
        ("公开信息52条，办理行政许可15件，行政处罚3起。", ["disclosed.total": "52"]),
        ("公开信息52条，行政许可处理决定15件，行政处罚3件。", ["disclosed.total": "52"]),
        ("全年作出行政处罚12件、行政强制2件。", [:]),
        ("公开行政许可、处罚等84条。", [:]),
        ("公开权责清单38项，其中行政处罚6项。", [:]),
        ("对2件行政处罚案件开展复核，公开行政执法人员名单1份。", [:]),
    ])
    func whatAnOfficeDoesIsAKindAmongOthers(_ text: String, _ figures: [String: String]) {
        reader.expect(text, figures)
    }

    @Test(arguments: [
        (
            "公开信息112条，其中通知公告31条，工作动态33，其他信息8条。",
            [
                "disclosed.total": "112", "disclosed.kind.notices": "31", "disclosed.kind.news": "33",
                "disclosed.kind.other": "8",
            ]
        ),
        (
            "公开信息60条，其中财政信息12条、会议信息9、人事信息3。",
            [
                "disclosed.total": "60", "disclosed.kind.finance": "12", "disclosed.kind.meetings": "9",
                "disclosed.kind.personnel": "3",
            ]
        ),
        ("公开工作动态24条。通知公告 2023", ["disclosed.kind.news": "24"]),
        ("公开信息60条。\n（三）会议信息 9", ["disclosed.total": "60"]),
    ])
    func aListGoesOnWithoutUnits(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        (
            "公开工作动态（24条）、通知公告（12条）、人事信息（3条）。",
            ["disclosed.kind.news": "24", "disclosed.kind.notices": "12", "disclosed.kind.personnel": "3"]
        ),
        (
            "现有农村低保（235户412人），特困供养（35人）。",
            [
                "subsistence_allowance.households": "235", "subsistence_allowance.persons": "412",
                "extreme_hardship_support.persons": "35",
            ]
        ),
        ("重点领域信息（63条）：财政信息49条，公开基层政务信息14条。", ["disclosed.kind.grassroots": "63", "disclosed.kind.finance": "49"]),
        ("微博账号（1个）发布信息158条；快手账号（1个）发布视频49条。", ["disclosed.weibo": "158", "disclosed.short_video": "49"]),
        ("低保235户（其中城市12户）。", ["subsistence_allowance.households": "235"]),
        ("辖区低保对象（35岁以下12人）", [:]),
    ])
    func bracketsRoundANumberSayNothing(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("公开政府信息公开指南、目录、年度报告各1条。", ["disclosed.kind.guides": "3"]),
        ("公开部门预算、部门决算各2条，会议信息5条。", ["disclosed.kind.finance": "4", "disclosed.kind.meetings": "5"]),
        ("公开指南、机构概况各1条。", ["disclosed.kind.guides": "1", "disclosed.kind.organisation": "1"]),
        ("公开指南、目录共3条。", ["disclosed.kind.guides": "3"]),
        ("公开财政信息3条，指南、目录各1条。", ["disclosed.kind.finance": "3", "disclosed.kind.guides": "2"]),
    ])
    func eachOfAListOfAKindIsCounted(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("在今日头条、市日报等媒体发布信息63条。", ["media.articles": "63"]),
        ("在新华网、今日头条等媒体刊发稿件21篇。", ["media.articles": "21"]),
        ("通过微信公众号等媒体发布信息63条。", [:]),
        ("通过政府网站、公示栏、报刊等媒体公开信息63条。", [:]),
        ("今日头条号发布信息63条。", [:]),
    ])
    func mediaAreAmongMedia(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("公开《2022年度部门决算》《2023年部门预算》2条。", ["disclosed.kind.finance": "2"]),
        ("公开《清溪镇2022年部门决算》等4条财政信息。", ["disclosed.kind.finance": "4"]),
        ("《2022年工作报告》显示，公开信息84条。", [:]),
        ("2022年公开《年度部门决算》2条。", [:]),
    ])
    func aYearInATitleIsNoTime(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        (
            "通过县政府网站发布脱贫攻坚信息23条、惠农补贴发放公示14条、财政预决算4条。",
            [
                "disclosed.website": "41", "disclosed.kind.rural_revitalisation": "23",
                "disclosed.kind.farm_subsidies": "14", "disclosed.kind.finance": "4",
            ]
        ),
        (
            "网站公开会议信息3条、低保救助公示12条、村务公开36条。",
            [
                "disclosed.website": "51", "disclosed.kind.meetings": "3", "disclosed.kind.social_assistance": "12",
                "disclosed.kind.village_affairs": "36",
            ]
        ),
        (
            "网站公开会议信息3条，公示栏公示村务36条。",
            [
                "disclosed.website": "3", "disclosed.kind.meetings": "3", "disclosed.notice_board": "36",
                "disclosed.kind.village_affairs": "36",
            ]
        ),
    ])
    func kindsThroughOneChannelAddUp(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("公开信息30条，其中科教文体卫生类2条、教育卫生类5条。", ["disclosed.total": "30"]),
        (
            "公开信息30条，其中卫生类2条、教育类5条。",
            ["disclosed.total": "30", "disclosed.kind.health": "2", "disclosed.kind.education": "5"]
        ),
        ("公开信息30条，其中就业社保类7条。", ["disclosed.total": "30"]),
    ])
    func severalKindsInOneWordAreNone(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("“柳溪镇”抖音号由专人负责信息发布。全年共发布视频96条。", ["disclosed.short_video": "96"]),
        ("镇微信公众号安排专人更新。全年推送图文523篇。", ["disclosed.wechat": "523"]),
        ("全年共制作发布视频96条。", [:]),
        ("抖音号有粉丝3000人。安排专人更新。全年共发布视频96条。", ["new_media.followers": "3000"]),
        ("全年共发布图文信息96条。", ["disclosed.total": "96"]),
    ])
    func anAccountIsNamedInTheSentenceBefore(_ text: String, _ figures: [String: String]) {
        reader.expect(text, figures)
    }

    @Test(arguments: [
        ("公开政策、规范性文件类信息4条，财政信息3条。", ["disclosed.kind.documents": "4", "disclosed.kind.finance": "3"]),
        (
            "公开信息26条，其中社保、救济类信息13条，本级政府介绍4条，财经信息9条。",
            [
                "disclosed.total": "26", "disclosed.kind.social_assistance": "13",
                "disclosed.kind.organisation": "4", "disclosed.kind.finance": "9",
            ]
        ),
        (
            "公开信息41条，包括人事任命类1条、处罚强制类15条、通知通告类24条。",
            [
                "disclosed.total": "41", "disclosed.kind.personnel": "1", "disclosed.kind.enforcement": "15",
                "disclosed.kind.notices": "24",
            ]
        ),
        ("制定规范性文件3件，社保补贴发放12人。", ["narrated_normative_documents.issued": "3"]),
        ("本级政府介绍情况3次，财经工作会议2场。", [:]),
        ("张贴各类通告310张。", ["disclosed.notice_board": "310"]),
    ])
    func otherNamesOfKinds(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("在县人民政府外网公开政府信息21条，在掌上县域APP公开33条。", ["disclosed.website": "21"]),
        ("在市门户网公开信息21条。", ["disclosed.website": "21"]),
        ("村干部转发朋友圈560次。", ["groups.shares": "560"]),
        ("镇村干部转发朋友圈2300余次。", ["groups.shares": ">2300"]),
        ("镇村干部参加培训12次。", [:]),
        ("城市留言板收到群众诉求874件，均已回复。", ["mailbox.replies": "874"]),
    ])
    func otherNamesOfChannels(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("针对群众反映的扬尘、噪声等舆情，及时回应5次。", ["public_opinion.responses": "5"]),
        ("围绕医保、低保等政策解读，发布图文5篇。", [:]),
        ("发布动态、政策解读等，全年共推送187条。", ["disclosed.total": "187"]),
    ])
    func whatAListIsOfIsNotInIt(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        ("在主动公开的信息中，与群众密切相关的重大事项方面的信息有73条。", [:]),
        ("主动公开信息84条，民生方面的信息有73条。", ["disclosed.total": "84"]),
        ("公开的政府信息中，工作动态96条。", ["disclosed.kind.news": "96"]),
        ("向信息中心报送信息73条。", [:]),
    ])
    func someOfWhatWasDisclosedIsNotTheTotal(_ text: String, _ figures: [String: String]) {
        reader.expect(text, figures)
    }

    @Test(arguments: [
        ("全年没有收费及减免的政府信息办理事项。", ["processing_fee.amount": "0"]),
        ("全年没有收费和减免情况，收到申请3件。", ["processing_fee.amount": "0", "narrated_requests.received": "3"]),
    ])
    func nothingIsCharged(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        (
            "公开信息52条，其中年度计划2条、单位职责1条、收费项目0条、社会福利3条。",
            [
                "disclosed.total": "52", "disclosed.kind.plans": "2", "disclosed.kind.organisation": "1",
                "disclosed.kind.fees": "0", "disclosed.kind.social_assistance": "3",
            ]
        ),
        (
            "公开信息52条，其中生态环境保护4条、食品安全监管5条、安全生产监管6条、卫生健康7条。",
            [
                "disclosed.total": "52", "disclosed.kind.environment": "4", "disclosed.kind.food_and_drugs": "5",
                "disclosed.kind.safety": "6", "disclosed.kind.health": "7",
            ]
        ),
        (
            "公开信息52条，其中公务员招录2条、任前公示3条、人大代表建议和政协委员提案办理结果4条。",
            ["disclosed.total": "52", "disclosed.kind.personnel": "5", "disclosed.kind.proposals": "4"]
        ),
        (
            "公开信息52条，其中重点工程3条、建议提案2条、其他内容5条。",
            [
                "disclosed.total": "52", "disclosed.kind.projects": "3", "disclosed.kind.proposals": "2",
                "disclosed.kind.other": "5",
            ]
        ),
        ("公开信息52条，实施重点工程3个，办理人大代表建议2件。", ["disclosed.total": "52", "proposals.handled": "2"]),
        ("食品安全检查35次，卫生健康讲座5场，社会福利机构2家。", [:]),
        ("推进重点工程5项，建设项目12项。", [:]),
    ])
    func kindsGoByManyNames(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }

    @Test(arguments: [
        (
            "通过区政府门户网站公开镇财政信息，2条；通过公众号推送信息57条。",
            ["disclosed.website": "2", "disclosed.kind.finance": "2", "disclosed.wechat": "57"]
        ),
        ("公开政策、财政等信息，全年共发布187条。", ["disclosed.total": "187"]),
    ])
    func aNumberMayOpenAClause(_ text: String, _ figures: [String: String]) { reader.expect(text, figures) }
}
