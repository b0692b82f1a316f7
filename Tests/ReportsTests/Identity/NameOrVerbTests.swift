import Documents
import Testing

@testable import Reports

/// Words of sentences before 县, 区, 乡 and 街道 are no names, and counties are named where only names stand.
@Suite struct NameOrVerbTests {
    private func identity(_ text: String) throws -> Identity {
        let document = Document(lines: text)
        let headings = try Shared.headings()
        return document.text.withUnsafeBufferPointer {
            IdentityReader(document, $0, headings, path: "a.txt").read(IdentityOverride())
        }
    }

    private func county(_ sentence: String) throws -> String? {
        try identity("柳溪镇2021年政府信息公开工作年度报告\n\(sentence)\n一、总体情况\n我镇贯彻条例。").county
    }

    /// A county of its own for each of these would stand in every comparison.
    @Test(arguments: [
        "遵照", "对接", "严格执行", "主动接受", "接受", "借助", "访问", "链接", "参加", "上报", "报", "印发", "学习", "传达", "响应", "服务", "紧扣",
        "坚持", "承接", "完成", "关注", "获评", "荣获", "纳入", "现将", "根据", "紧紧围绕", "按照", "结合", "为", "落地", "依据市", "跟进", "夯实",
    ])
    func verbsBeforeTheWordForCountyAreNoNames(verb: String) throws {
        for kind in ["县", "区"] {
            let bodies = ["委、\(kind)政府要求", "政府要求", "委\(kind)政府部署", "人民政府办公室要求", "政府网站"]
            for body in bodies.map({ kind + $0 }) {
                for lead in ["", "按照《条例》规定，", "各部门", "为贯彻落实《条例》，"] {
                    #expect(try county("\(lead)\(verb)\(body)开展工作。") == nil, "\(lead)\(verb)\(body)")
                }
            }
        }
    }

    @Test(arguments: [
        ("根据县委要求，通过长汀县人民政府网站公开。", "长汀县"), ("《轉髮長汀縣人民政府關於公開的通知》", "长汀县"),
        ("紧紧围绕区委、区政府部署，按鹿城区人民政府信息公开办公室要求。", "鹿城区"), ("按照《武山县2022年政务公开工作要点》。", "武山县"),
        ("对照《北京市东城区2018年政府信息公开工作要点》。", "东城区"), ("可在鄂温克族自治旗旗政府门户网站下载。", "鄂温克族自治旗"),
        ("金平县人民政府办公室公布，金平苗族瑶族傣族自治县各单位。", "金平苗族瑶族傣族自治县"),
        ("通过青禾县人民政府网站公开。", "青禾县"), ("全县公开。\n青禾县人民政府", "青禾县"), ("地址：青禾县柳溪镇一号。", "青禾县"), ("由云中市青禾县人民政府主办。", "青禾县"),
        ("按照青禾县人民政府要求，青禾县各镇公开。", "青禾县"), ("學習《安吉縣經驗》，地址：開平市柳溪鎮一號，柳溪鎮人民政府。", "开平市"),
        ("《安吉县经验》《武山县要点》。", nil),
    ])
    func countiesThatAreNamed(sentence: String, expected: String?) throws {
        #expect(try county(sentence) == expected)
    }

    @Test(arguments: ["工作中要求街道办事处公开。", "形成街道党政办统一领导。", "平台建设中街道办事处公开60条。", "甘州区街道办事处公开。"])
    func verbsAreNoOtherBody(sentence: String) throws {
        let text = "北街街道2025年政府信息公开工作年度报告\n一、总体情况\n北街街道\(sentence)\n\(sentence)"
        #expect(try identity(text).doubts.allSatisfy { $0.kind == .countyUnknown })
        let township = sentence.replacing("街道办事处", with: "乡人民政府").replacing("街道", with: "乡")
        let other = "白马乡2025年政府信息公开工作年度报告\n一、总体情况\n\(township.replacing("甘州区乡", with: "全县乡"))"
        #expect(try identity(other).doubts.allSatisfy { $0.kind == .countyUnknown })
    }

    /// What another township left in a copied text is told as before.
    @Test func anotherTownshipIsStillTold() throws {
        let told = try identity("柳溪镇2021年政府信息公开工作年度报告\n一、总体情况\n严格要求石桥乡人民政府公开。")
        #expect(told.doubts.filter { $0.kind == .bodiesDisagree }.map(\.found) == ["石桥乡"])
    }
}
