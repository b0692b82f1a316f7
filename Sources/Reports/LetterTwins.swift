/// Letters that look like others and are told apart by computers alone: the radicals of dictionaries, which PDF programs write in place of
/// the letters (`⾏政`), and the duplicates that Unicode took over from other standards.
enum LetterTwins {
    /// The letter that a radical or a compatibility ideograph stands for (Unicode, EquivalentUnifiedIdeograph and NFKC); others as they are.
    static func letter(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case radicalStart..<radicalStart + UInt32(radicals.count): twin(radicals, scalar, radicalStart)
        case duplicateStart..<duplicateStart + UInt32(duplicates.count): twin(duplicates, scalar, duplicateStart)
        default: scalar
        }
    }

    private static func twin(_ letters: [UInt16], _ scalar: UInt32, _ start: UInt32) -> UInt32 {
        let letter = letters[Int(scalar - start)]
        return letter == none ? scalar : UInt32(letter)
    }

    /// CJK Radicals Supplement and Kangxi Radicals, which lie side by side.
    private static let radicalStart: UInt32 = 0x2E80
    /// CJK Compatibility Ideographs.
    private static let duplicateStart: UInt32 = 0xF900
    /// ·, in place of what has no twin among the common letters.
    private static let none: UInt16 = 0xB7

    private static let radicals = letters(
        """
        ·厂乛乚乙亻冂·刀刂卜·小尐兀尣尢·巳幺彑彐忄心扌攵·旡日月歺母民氵氺灬爫爬丬牛犭王·目示礻·糹纟罓罒·冗·羊··耂肀聿肉·艹艺艻虎衤覀西见角·讠贝·车辶辷辸邑
        钅長镸长门·阝雨青韦页风飞食·飠饣·马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟············一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土
        士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石
        示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯
        鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
        """)

    private static let duplicates = letters(
        """
        豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累
        縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈
        裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘
        藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀··塚·晴··凞猪益礼神祥福靖精羽·蘒·諸··逸都···飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎
        懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵·舘··並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒
        敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜·········齃龎
        """)

    private static func letters(_ text: String) -> [UInt16] {
        text.unicodeScalars.filter { $0 != "\n" }.map { UInt16(truncatingIfNeeded: $0.value) }
    }
}
