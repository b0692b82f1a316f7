import Values

/// A number, or words that tell one, with what is said of it.
struct Telling {
    /// The number's place among the quantities; nil where words tell it.
    var quantity: Int?
    var amount: Amount
    /// Letters of the number and its unit, or of the words.
    var place: Range<Int>
    var roles: Roles
    var sentence: Int
    var paragraph: Int
    var clause: Int
    /// Whether time or level come from a sentence or clause before, not from its own.
    var isScopeCarried = false
    /// Whether its own clause says that it is this year's.
    var isSaidThisYear = false
    /// Whether 全年 or 今年 stands before it, not parted by `；`.
    var isOfYear = false
    /// Whether its clause says that it is so now or at the end of the year: 现有, 年末, 在册.
    var isSaidPresent = false
    /// Whether 截至目前 says up to when.
    var isUpToNow = false
    /// Whether 累计 says that it is a total.
    var isAccrued = false
    /// Whether 累计 stands before it, be it of all years or of this one.
    var isCumulative = false
    /// Whether the year that its clause names goes on with its last month.
    var isOfDecember = false
    /// Whether 共, 累计 or the like sums it up.
    var isSummedUp = false
    /// 新增: it is of what came this year.
    var isNew = false
    /// Whether the clause has a verb of its own for it.
    var hasOwnAct = false
    /// Whether that verb stands behind it: 28件已答复.
    var hasActBehind = false
    var hasOwnObject = false
    /// Whether it is of information of one sort, as 政务类信息 right before it says.
    var isOfSort = false
    /// Whether it may be of those who came, or of all.
    var mayHaveCome = false
    /// Whether its clause says nothing but whom it counts.
    var isCountAlone = false
    /// Whether a heading names its kind: 机构职能：公开信息3条.
    var isOfHeading = false
    /// Whether it stands among the parts of a whole, be it one itself or not.
    var isAmongParts = false
    /// Whether it stands in brackets.
    var isInBrackets = false
    /// Whether 其中 stands between the number before and it, so that it is that one's part.
    var opensPart = false
    /// The letters that name the people it counts: 残疾人512人.
    var people: Range<Int>?
    /// How many numbers had been told at the last `；`.
    var partStart = 0
    /// Whether cases of last year are in it, and nothing says how many came this year.
    var hasCarriedIn = false
    /// How many parts of the year had been named.
    var period = 0
    /// Whether its clause tells how many there were at the least or the most.
    var isBound = false
    /// The month, near the year's end, up to which it is told.
    var until: Range<Int>?
    /// Whether it gives way to another number of its sentence: what was due, what villages did, none of one way.
    var givesWay = false
    /// Whether it was due: 应公开400条.
    var isDue = false
    /// Whether it only stands beside the number that counts, and says so: a target, another year's, another place's.
    var isContrasted = false
}
