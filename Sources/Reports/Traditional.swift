/// The traditional characters that reports are written in now and then, each with the simplified one the forms are
/// printed in.
///
/// Only characters of the forms' labels, of headings, of places' names and of the words that identity looks for; none
/// of them is also a simplified character, so that a text in simplified characters stays as it is.
enum Traditional {
    static func simplified(_ scalar: UInt32) -> UInt32 {
        guard scalar >= first, scalar <= last else { return scalar }
        return simplified(scalar, by: table)
    }

    /// The same of an ideograph from U+4E00 to U+9FFF, for loops that ask for the table once.
    @inline(__always) static func simplified(_ ideograph: UInt32, by table: [UInt16]) -> UInt32 {
        let folded = table[Int(ideograph - first)]
        return folded == 0 ? ideograph : UInt32(folded)
    }

    private static let first: UInt32 = 0x4E00
    private static let last: UInt32 = 0x9FFF

    /// By character, for the hottest loop there is; 0 where a character stays as it is.
    static let table: [UInt16] = {
        var table = [UInt16](repeating: 0, count: Int(last - first) + 1)
        let characters = pairs.unicodeScalars.filter { $0.value >= first }
        var position = characters.startIndex
        while position < characters.endIndex {
            let simplified = characters.index(after: position)
            table[Int(characters[position].value - first)] = UInt16(characters[simplified].value)
            position = characters.index(after: simplified)
        }
        return table
    }()

    private static let pairs = """
        並并來来俠侠倉仓個个們们倫伦側侧傑杰備备傳传僅仅儀仪億亿優优內内兩两別别則则劃划劉刘劍剑動动務务勝胜勞劳
        勢势匯汇區区協协參参呂吕員员問问啟启喬乔單单嚴严國国圍围園园圓圆團团執执堅坚報报場场堿碱塊块塢坞墊垫墾垦
        壓压壟垄壩坝壪塆壺壶壽寿夢梦夾夹奧奥妝妆婁娄孫孙學学宮宫實实寧宁審审寬宽寶宝將将專专尋寻對对導导屆届層层
        屬属島岛峽峡崗岗崬岽嵐岚嶺岭嶼屿嶽岳巖岩幹干庫库廟庙廠厂廢废廣广廳厅張张強强彎弯後后徑径從从復复恆恒應应
        戰战戶户採采擇择擔担據据數数斷断於于時时暢畅曆历書书會会東东條条楊杨楓枫業业極极榮荣構构槍枪樂乐樓楼標标
        樹树橋桥機机檔档欄栏權权歐欧歡欢歲岁歷历歸归殘残氣气決决沒没況况減减渾浑湧涌準准溝沟溫温滄沧滬沪滿满漁渔
        漢汉漣涟潔洁潤润潯浔澗涧澤泽濟济濱滨瀏浏瀝沥瀾澜灣湾為为烏乌無无煙烟熱热燈灯營营爐炉爾尔牆墙狀状獨独獲获
        現现環环瓊琼產产畢毕畫画異异當当疊叠發发盡尽監监盤盘盧卢眾众礦矿祕秘禮礼稅税種种稱称穩稳窩窝窮穷窯窑競竞
        筆笔節节範范簡简糧粮糾纠紅红納纳純纯紙纸級级細细終终組组結结絡络給给統统絲丝經经綜综維维網网線线緣缘編编
        縣县縮缩縱纵總总績绩織织繡绣繫系繳缴繼继續续罰罚羅罗義义習习聖圣聞闻聯联聲声職职聽听腳脚臨临與与興兴舉举
        舊旧莊庄華华萬万葉叶蓮莲蔣蒋蕭萧藝艺藥药蘆芦蘇苏蘭兰處处號号蝦虾螞蚂術术衛卫補补裝装製制複复規规視视親亲
        覺觉覽览觀观計计訊讯訓训記记訟讼訪访設设許许訴诉詢询試试話话該该詳详誌志認认誠诚說说課课調调談谈請请論论
        講讲謝谢證证識识譚谭譯译議议護护譽誉讀读變变讓让貝贝負负財财貧贫貨货責责貴贵買买費费賀贺資资賈贾賓宾賞赏
        賣卖賦赋質质賴赖購购贊赞贛赣趙赵趨趋跡迹車车軌轨軍军較较載载輕轻輪轮輯辑輸输輿舆轉转辦办農农這这進进運运
        過过達达違违遞递遠远適适遲迟選选還还邊边郵邮鄉乡鄒邹鄧邓鄭郑醫医釋释針针銀银銅铜鋪铺錄录錢钱錦锦錫锡錯错
        鍋锅鎖锁鎮镇鏡镜鐘钟鐵铁鑒鉴長长門门開开間间閘闸閣阁閩闽閱阅閻阎關关陰阴陳陈陸陆陽阳隊队階阶際际隨随險险
        隱隐隴陇隸隶雙双雜杂雞鸡難难雲云電电靈灵韓韩響响頁页頂顶項项順顺預预頓顿領领頭头頻频題题額额願愿類类顧顾
        顯显颱台飛飞飯饭館馆馬马馮冯駁驳駐驻騎骑騰腾驗验驛驿體体魚鱼鮮鲜鯉鲤鱗鳞鳥鸟鳳凤鴨鸭鵝鹅鶴鹤鷹鹰鹽盐麗丽
        麥麦黃黄點点黨党齊齐齒齿齡龄龍龙龐庞龔龚
        """
}
