/// Characters that only stand in for an ideograph, and look like it: Kangxi radicals, CJK radicals, compatibility
/// ideographs.
///
/// Fonts in PDF files and some input methods bring them into texts: ⼈⺠政府 is 人民政府. The mappings are those of the Unicode
/// Standard (compatibility decompositions; for the CJK radicals, `EquivalentUnifiedIdeograph.txt`).
package enum StandIns {
    /// The ideograph that a character stands in for; every other character as it is.
    package static func ideograph(_ scalar: UInt32) -> UInt32 {
        guard scalar >= 0x2E80 && scalar < 0x2FE0 || scalar >= 0xF900 && scalar < 0xFB00 else { return scalar }
        for block in blocks where scalar >= block.first && scalar - block.first < UInt32(block.ideographs.count) {
            let ideograph = UInt32(block.ideographs[Int(scalar - block.first)])
            return ideograph == nothing ? scalar : ideograph
        }
        return scalar
    }

    /// A text in which every stand-in is its ideograph, byte for byte at the same positions; nil where there is none.
    ///
    /// Stand-ins and their ideographs take three bytes each, so that whatever is found in the one text stands there in
    /// the other.
    package static func replaced(in text: [UInt8]) -> [UInt8]? {
        let places = text.withUnsafeBufferPointer(places)
        guard !places.isEmpty else { return nil }
        var copy = text
        for position in places {
            let scalar =
                UInt32(text[position] & 0x0F) << 12 | UInt32(text[position + 1] & 0x3F) << 6
                | UInt32(text[position + 2] & 0x3F)
            let letter = ideograph(scalar)
            copy[position] = 0xE0 | UInt8(letter >> 12)
            copy[position + 1] = 0x80 | UInt8(letter >> 6 & 0x3F)
            copy[position + 2] = 0x80 | UInt8(letter & 0x3F)
        }
        return copy == text ? nil : copy
    }

    /// Where characters of the blocks stand in UTF-8.
    private static func places(in text: UnsafeBufferPointer<UInt8>) -> [Int] {
        // Most texts have none, which many bytes at a time can tell: both bytes begin nothing but characters.
        var marks: UInt8 = 0
        for position in 0..<max(0, text.count - 1) {
            let (first, second) = (text[position], text[position + 1])
            marks |= (first == 0xE2 ? 1 : 0) & (second >= 0xBA ? 1 : 0)
            marks |= (first == 0xEF ? 1 : 0) & (second >= 0xA4 ? 1 : 0) & (second <= 0xAB ? 1 : 0)
        }
        guard marks != 0 else { return [] }
        var places: [Int] = []
        var position = 0
        while position + 2 < text.count {
            let first = text[position]
            if mayBegin(first, text[position + 1]) { places.append(position) }
            position += first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        }
        return places
    }

    /// Whether two bytes begin a character of one of the blocks.
    @inline(__always) private static func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
        first == 0xE2 && second >= 0xBA || first == 0xEF && second >= 0xA4 && second <= 0xAB
    }

    private struct Block {
        let first: UInt32
        let ideographs: [UInt16]

        init(_ first: UInt32, _ ideographs: String) {
            self.first = first
            self.ideographs = ideographs.unicodeScalars.filter { $0 != "\n" }.map {
                UInt16(truncatingIfNeeded: $0.value)
            }
        }
    }

    /// · where a place is empty, or a character stands for itself.
    private static let nothing: UInt32 = 0xB7

    private static let blocks = [
        Block(0x2E80, cjkRadicals), Block(0x2F00, kangxiRadicals), Block(0xF900, compatibilityIdeographs),
    ]

    private static let cjkRadicals = """
        ·厂乛乚乙亻冂·刀刂卜㔾小小兀尣尢·巳幺彑彐忄心扌攵·旡日月歺母民氵氺灬爫爫丬牛犭王·目示礻·糹
        纟罓罒㓁冗·羊··耂肀聿肉·艹艹艹虎衤覀西见角·讠贝·车辶辶辶邑钅長镸长门·阝雨青韦页风飞食·飠
        饣·马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟
        """
    private static let kangxiRadicals = """
        一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工
        己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉
        瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行
        衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯
        鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
        """
    private static let compatibilityIdeographs = """
        豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞
        擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧
        怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐
        戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂
        燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘
        藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀··塚·晴··凞猪益礼神祥福靖精羽·
        蘒·諸··逸都···飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐
        祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵·舘··並况全侀充冀勇勺喝啕喙嗢塚墳奄奔
        婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛
        練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜···㮝䀘䀹···齃龎
        """
}
