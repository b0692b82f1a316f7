import Testing

@testable import Documents

/// What style sheets say in ways that are worked out, and what they say in ways that are not.
@Suite struct StyleSheetTests {
    private func cell(_ content: String, sheet: String = "") throws -> String {
        let page = "<html><style>\(sheet)</style><body><table><tr><td>规章<td>\(content)<tr><td>甲<td>乙</table>"
        let document = try DocumentReader.read(Array(page.utf8), name: "a.html")
        document.expectInvariants()
        return String(document.blockTexts.first?.split(separator: "\n").first?.dropFirst(3) ?? "")
    }

    private static let unclear = "\u{FFFC}"

    // MARK: Selectors

    @Test(arguments: [
        ":is(.zz)", ":is(.q, .zz)", "td :is(.zz)", "b:is(.zz)", ":where(.zz,.q)", ":is(td, th) > :where(.zz)",
        ".md\\:zz", ".\\31 x", ".\\7a\\7a", "b[data-x=\"q\" i]", "[data-x='Q']", "b[title='a]b']", "tbody td .zz",
        "table > tbody > tr > td > .zz", ":-webkit-any(.zz)", ".zz:not(:empty):is(b), .zz",
    ])
    func selectorsThatAreToldForCertain(selector: String) throws {
        let content = "<b class=\"zz md:zz 1x\" data-x=\"Q\" title=\"a]b\" lang=\"zh\">9</b>7"
        #expect(try cell(content, sheet: "\(selector) { display: none }") == "7")
        #expect(try cell("<b class=\"q2\">7</b>", sheet: "\(selector) { display: none }") == "7")
    }

    @Test(arguments: [
        "b[title^=a]", "b:read-only", "b:dir(ltr)", "b::first-letter", "b:first-line", "b:nth-child(1 of b)", ".ZZ",
        "i + *", ":is(:not(.q), .r).zz", ".zz:has(*)", ":not(.q).zz", "b[lang=ZH]",
    ])
    func selectorsThatPerhapsHide(selector: String) throws {
        let content = "<i></i><b class=\"zz\" title=\"ab\" lang=\"zh\">9</b>7"
        #expect(try cell(content, sheet: "\(selector) { font-size: 0 }") == "97\(Self.unclear)")
        #expect(try cell("<u title=\"ab\" class=\"q\">7</u>", sheet: "\(selector) { font-size: 0 }") == "7")
    }

    /// Rules within rules, with `&` and without.
    @Test(arguments: [
        ".zy { & .zz { display: none } }", ".zy { .zz { display: none } }", ".zy { color: red; .zz { display: none } }",
        ".zy { > .zz { display: none } }", ".zz { .zy & { display: none } }", "b { &.zz { display: none } }",
        ".q, .zy { @media screen { .zz { display: none } } }", ".zz { @media screen { display: none } }",
        ".zy { .q { color: red } color: blue; b { &.zz { display: none } } }",
    ])
    func rulesWithinRules(sheet: String) throws {
        #expect(try cell("<i class=\"zy\"><b class=\"zz\">9</b></i>7", sheet: sheet) == "7")
        #expect(try cell("<i class=\"zx\"><b class=\"zw\">7</b></i>", sheet: sheet) == "7")
    }

    @Test(arguments: [
        ".q { background: url(data:image/png;base64,a) } .zz { display: none }",
        ".q::before { content: \"}\" } .zz { display: none }", ".q { content: '{;'; } .zz { display: none }",
        ".q { background: url(a{b) } .zz { display: none }", ".a\\{b { color: red } .zz { display: none }",
        ".zz { content: \"/*\"; display: none } .q { content: \"*/\" }", ".zz { d\\69splay: none }",
        ".zz { display: n\\6fne }", "<!-- .zz { display: none } -->", "@charset \"utf-8\"; .zz { display: none }",
        ".zz { --a: { ; }; display: none }", ".zz { display: none; display: noen; display: block !ie }",
    ])
    func signsWithinStringsAndEscapes(sheet: String) throws {
        #expect(try cell("<b class=\"zz\">9</b>7", sheet: sheet) == "7")
    }

    /// However many rules come before, and however long the attribute is.
    @Test func whatComesLateCountsAsWell() throws {
        let many = (1...3000).map { ".q\($0) { display: none }" }.joined()
        #expect(try cell("<b class=\"zz\">9</b>7", sheet: many + ".zz { display: none }") == "7")
        let long = String(repeating: "color:red;", count: 20_000)
        #expect(try cell("<b style=\"\(long)display:none\">9</b>7") == "7")
    }

    // MARK: Conditions

    @Test(arguments: [
        "(width >= 600px)", "(600px <= width)", "(400px < width <= 2000px)", "(max-width: 5000px)",
        "not all and (color)",
        "(min-width: 1px) and (max-width: 3000px)", "(orientation: landscape)", "(hover: hover)",
        "print, (height > 1px)", "(orientation: portrait)", "(pointer: coarse)", "(hover: none) or (width < 600px)",
        "screen and (not (color))", "((width < 600px))",
    ])
    func mediaThatPerhapsHold(media: String) throws {
        #expect(try cell("<b>7</b>", sheet: "@media \(media) { td b { display: none } }") == "7\(Self.unclear)")
        #expect(try cell("<b>7</b>", sheet: "@media \(media) { td i { display: none } }") == "7")
    }

    @Test(arguments: [
        "not screen", "(width < 600px)", "(max-width: 40em)", "speech", "(prefers-color-scheme: dark)", "not all",
        "(prefers-reduced-motion: reduce)", "(width <= 600px)", "only print and (min-width: 1px)",
    ])
    func mediaThatDoNotHold(media: String) throws {
        #expect(try cell("<b>7</b>", sheet: "@media \(media) { td b { display: none } }") == "7")
    }

    @Test(arguments: ["not print", "screen and (max-width: 99999px)", "(prefers-color-scheme: light)", "ALL, print"])
    func mediaThatHold(media: String) throws {
        #expect(try cell("<b>9</b>7", sheet: "@media \(media) { td b { display: none } }") == "7")
    }

    /// Sheets that their links hold may hide anything.
    @Test func sheetsWithinLinks() throws {
        let unclear = "7\(Self.unclear)"
        #expect(try cell("7", sheet: "@import url('data:text/css,.zz{display:none}');") == unclear)
        #expect(try cell("7", sheet: "@import 'a.css';") == "7")
        let link = "rel=stylesheet href=\"data:text/css;base64,Lnp6e2Rpc3BsYXk6bm9uZX0=\">"
        #expect(try cell("<link \(link)7") == unclear)
        #expect(try cell("<link media=print \(link)7") == "7")
    }

    // MARK: Variables

    @Test(arguments: [
        ":root { --d: none } .zz { display: var(--d) }", "html { --D: block; --d: none } .zz { display: var( --d ) }",
        ":root { --w: #fff } .zz { color: var(--w) }", ":root { --w: 0 } .zz { font-size: var(--w) }",
        ":root { --w: hidden } .zz { visibility: var(--w) }", ":root { --w: 0 } .zz { opacity: var(--w) }",
        ".zz { display: var(--d, none) }", ".zz { display: var(--d, var(--e, none)) }",
        ":root { --a: var(--b); --b: none } .zz { display: var(--a) }", "td { --d: none } .zz { display: var(--d) }",
        ".zz { --r: 255; color: rgb(var(--r), var(--r), 255) }",
        "td { --d: none } .zz { --d: inherit; display: var(--d) }",
        ":root { --d: none !important; --d: block } .zz { display: var(--d) }",
        ":root { --s: 2px } .zz { font-size: calc(var(--s) - 2px) }",
    ])
    func valuesOfVariables(sheet: String) throws {
        #expect(try cell("<b class=\"zz\">9</b>7", sheet: sheet) == "7")
    }

    @Test func variablesOfAttributes() throws {
        #expect(try cell("<b style=\"display:var(--d)\">9</b>7", sheet: ":root { --d: none }") == "7")
        #expect(try cell("<i style=\"--d:none\"><b style=\"display:var(--d)\">9</b></i>7") == "7")
        #expect(try cell("<b style=\"color:var(--w)\">7</b>") == "7")
        #expect(try cell("<b style=\"--a:var(--b);--b:var(--a);display:var(--a)\">7</b>") == "7")
    }

    /// A variable that perhaps is set, or comes to more than is followed.
    @Test(arguments: [
        "td:not(.q) { --d: none } .zz { display: var(--d) }",
        "@supports (color: red) { :root { --w: #fff } } .zz { color: var(--w) }",
        "@property --d { syntax: '*'; inherits: false; initial-value: none } .zz { display: var(--d) }",
        "@property --d { syntax: '*'; inherits: false } td { --d: block } .zz { display: var(--d, none) }",
        ".zz { position: var(--d); --d: absolute } @property --d { syntax: '*' }",
        ".zz { overflow: var(--d); --d: hidden } @property --d { syntax: '*' }",
        ".zz { display: var(--d, \(String(repeating: "x", count: 5000))) }",
    ])
    func variablesThatAreNotTold(sheet: String) throws {
        #expect(try cell("<b class=\"zz\">7</b>", sheet: sheet) == "7\(Self.unclear)")
    }

    @Test func variablesThatGrow() throws {
        let lines = (0..<60).map { "--v\($0):var(--v\($0 + 1)) var(--v\($0 + 1));" }.joined()
        let sheet = ":root { \(lines)--v60:none } .zz { display: var(--v0) }"
        #expect(try cell("<b class=\"zz\">7</b>", sheet: sheet) == "7\(Self.unclear)")
    }

    // MARK: Values

    @Test(arguments: [
        "font-size:min(0px,1px)", "font-size:max(0px, -1px)", "font-size:clamp(0px, 0px, 9px)",
        "font-size:calc(2px - 1px * 2)", "opacity:calc(0)", "opacity:min(0, 1)", "font-size:1e-9px",
        "color:hsl(200 50% 100%)", "color:rgb(0 0 0 / 0%)", "-webkit-text-fill-color:white;color:black",
        "background:steelblue;color:#4682b4",
        "background:hsl(120 100% 50%);color:#0f0", "inset:-9999px auto auto;position:absolute",
        "display:inline-block;height:min(0px, 9px);overflow:hidden",
    ])
    func valuesThatAreWorkedOut(style: String) throws {
        #expect(try cell("<b style=\"\(style)\">9</b>7") == "7")
    }

    @Test(arguments: [
        "color:hwb(0 100% 0%)", "color:lab(100 0 0)", "color:oklch(21% 0.034 264.665)", "color:color(srgb 1 1 1)",
        "color:Canvas", "color:HighlightText", "background:ActiveCaption;color:white", "color:-webkit-link",
        "color:#333;color:oklch(21% 0 0)", "color:hsl(.5turn 50% 100%)", "filter:brightness(1.1)",
        "top:env(safe-area-inset-top)", "font-size:calc(1px * calc(\(String(repeating: "(", count: 5000))1",
        "font-size:calc((1px - 1em) / 0)", "transform:rotate3d(0, 0, 0, 0deg)", "transform:warp(1)",
        "background:linear-gradient(red,red);-webkit-background-clip:text;-webkit-text-fill-color:transparent",
        "color:white;-webkit-text-fill-color:inherit", "overflow:env(a)", "all:unset;font-size:sin(0)",
        "color:color-mix(in srgb, white, white)", "color:light-dark(#fff, #000)", "color:rgb(from white r g b)",
        "color:color(display-p3 1 1 1)", "color:contrast-color(black)", "background:color-mix(in srgb, red, #000)",
        "font-size:calc(1px * sin(0))", "opacity:sin(0)", "visibility:if(style(--a))", "display:if(else: none)",
        "filter:brightness(9) invert(1)", "filter:blur(9px)", "filter:url(#f)", "clip-path:path('M0 0')",
        "clip-path:url(#c)", "transform:matrix3d(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1)", "transform:scale(sin(0))",
        "position:absolute;left:anchor(left)", "background:currentColor",
        "display:inline-block;width:calc(1px * sign(0));overflow:hidden",
    ])
    func valuesThatAreNotTold(style: String) throws {
        #expect(try cell("<b style=\"\(style)\">7</b>").hasSuffix("7\(Self.unclear)"))
        #expect(try cell("<b class=\"zz\">7</b>", sheet: ".zz { \(style) }").hasSuffix("7\(Self.unclear)"))
        #expect(try cell("<b class=\"zz\">新收</b>", sheet: ".zz { \(style) }") == "新收")
    }

    @Test(arguments: [
        "color:windowtext", "color:hsl(210 50% 40%)", "filter:grayscale(100%)",
        "font-size:calc(1rem + .5vw)", "font-size:clamp(12px, 1vw, 16px)", "width:calc(100% - 20px);overflow:hidden",
        "margin-top:calc(-1 * 12px)", "color:inherit;visibility:inherit",
        "opacity:calc(1 - .2)", "transform:translate(calc(-50% - 1px), 0)", "background:rgba(0,0,0,.02)",
        "filter:progid:DXImageTransform.Microsoft.gradient(a=1)", "color:white\\9", "display:none\\9", "color:auto",
        "mask:none", "animation:spin 1s infinite", "background:0 0",
    ])
    func valuesThatLeaveFiguresToBeRead(style: String) throws {
        #expect(try cell("<b style=\"\(style)\">7</b>").hasSuffix("7"))
    }

    @Test func whatIsTakenFromAround() throws {
        #expect(try cell("<i style=\"visibility:hidden\"><b style=\"visibility:inherit\">9</b></i>7") == "7")
        #expect(try cell("<b class=\"zz\">7</b>", sheet: "b { color: #fff } .zz { color: unset }") == "7")
        #expect(try cell("<b class=\"zz\">7</b>", sheet: "b { display: none } .zz { all: unset }") == "7")
        let sheet = "b { color: light-dark(#fff, #000) } .zz { color: #333 }"
        #expect(try cell("<b><i class=\"zz\">7</i></b>", sheet: sheet) == "7")
    }

    // MARK: Animations

    @Test(arguments: [
        "@keyframes k { to { opacity: 0 } } .zz { animation: k 0s forwards }",
        "@keyframes k { from { opacity: 0 } 50% { opacity: 1 } } .zz { animation: k 1s infinite }",
        "@-webkit-keyframes k { 100% { color: #fff } } .zz { -webkit-animation: k 1s both }",
        "@keyframes k { to { font-size: 0 } } .zz { animation-name: k }",
        "@keyframes k { from { opacity: 0 } } .zz { animation: k 1s paused }",
        "@keyframes k { from { opacity: 0 } } .zz { animation: k 99999s }",
        ".zz { opacity: 0; animation: k 1s forwards } @keyframes k { to { opacity: 1 } }",
        "@keyframes k { from { opacity: 0 } to { opacity: 1 } } .zz { animation: k 1s both }",
        "@keyframes K { from { left: -9999px } } .zz { animation: 1s a, b, K }",
        "@keyframes k { from { height: 0 } } .zz { display: block; overflow: hidden; animation: k 1s }",
        ":root { --a: k 1s forwards } @keyframes k { to { opacity: 0 } } .zz { animation: var(--a) }",
    ])
    func animationsThatPerhapsHideOrShow(sheet: String) throws {
        #expect(try cell("<b class=\"zz\">7</b>", sheet: sheet) == "7\(Self.unclear)")
    }

    @Test(arguments: [
        "@keyframes k { to { transform: rotate(360deg) } } .zz { animation: k 1s linear infinite }",
        "@keyframes k { to { opacity: 0 } } .zz { animation: j 1s forwards } .q { animation: k 1s forwards }",
    ])
    func animationsOfOtherThings(sheet: String) throws {
        #expect(try cell("<b class=\"zz\">7</b>", sheet: sheet) == "7")
    }

    // MARK: What sheets write

    @Test(arguments: [
        ":is(.zz)::before { content: '9' }", ".zz:empty::before { content: '9' }", ".zz::after { content: '\\39' }",
        ":root { --c: '9' } .zz::before { content: var(--c) }", ".zz { &::before { content: '9' } }",
        "@keyframes k { to { opacity: 1 } } .zz:not(.a)::after { content: '9' }",
        "@media (min-width: 1px) { .zz::after { content: '9' } }", ":not(.q)::before { content: '9' }",
    ])
    func numbersThatSheetsWrite(sheet: String) throws {
        #expect(try cell("<b class=\"zz\"></b>7", sheet: sheet).contains(Self.unclear))
    }

    // MARK: Ordinary sheets

    /// In the manner of large libraries: variables for everything, and conditions and animations of other parts.
    private static let library = """
        @charset "UTF-8"; @import-nothing;
        :root,[data-bs-theme=light]{--bs-blue:#0d6efd;--bs-white:#fff;--bs-white-rgb:255,255,255;
        --bs-body-color:#212529;--bs-body-color-rgb:33,37,41;--bs-body-bg:#fff;--bs-body-font-size:1rem;
        --bs-border-width:1px;
        --bs-emphasis-color-rgb:0,0,0;--bs-tertiary-bg:#f8f9fa;--bs-link-opacity:1;--bs-link-color-rgb:13,110,253;
        --bs-gradient:linear-gradient(180deg,rgba(255,255,255,.15),rgba(255,255,255,0))}
        [data-bs-theme=dark]{color-scheme:dark;--bs-body-color:#dee2e6;--bs-body-bg:#212529}
        *,::after,::before{box-sizing:border-box}
        @media (prefers-reduced-motion:no-preference){:root{scroll-behavior:smooth}}
        body{margin:0;font-size:var(--bs-body-font-size);color:var(--bs-body-color);background-color:var(--bs-body-bg);
        -webkit-text-size-adjust:100%}
        h1{font-size:calc(1.375rem + 1.5vw)} @media (min-width:1200px){h1{font-size:2.5rem}}
        a{color:rgba(var(--bs-link-color-rgb),var(--bs-link-opacity,1));text-decoration:underline}
        a:hover{--bs-link-color-rgb:var(--bs-link-hover-color-rgb)}
        .container{--bs-gutter-x:1.5rem;width:100%;padding-right:calc(var(--bs-gutter-x)*.5)}
        @media (min-width:576px){.container{max-width:540px}} @media (min-width:1400px){.container{max-width:1320px}}
        .row{--bs-gutter-x:1.5rem;--bs-gutter-y:0;display:flex;margin-top:calc(-1 * var(--bs-gutter-y))}
        .row>*{flex-shrink:0;width:100%;max-width:100%;margin-top:var(--bs-gutter-y)}
        .table{--bs-table-color-type:initial;--bs-table-bg-type:initial;--bs-table-color-state:initial;
        --bs-table-bg-state:initial;--bs-table-color:var(--bs-body-color);--bs-table-bg:var(--bs-body-bg);
        --bs-table-accent-bg:transparent;--bs-table-striped-bg:rgba(var(--bs-emphasis-color-rgb),.05);width:100%;
        vertical-align:top}
        .table>:not(caption)>*>*{padding:.5rem;background-color:var(--bs-table-bg);
        color:var(--bs-table-color-state,var(--bs-table-color-type,var(--bs-table-color)));
        box-shadow:inset 0 0 0 9999px var(--bs-table-bg-state,var(--bs-table-bg-type,var(--bs-table-accent-bg)))}
        .table-striped>tbody>tr:nth-of-type(odd)>*{--bs-table-color-type:var(--bs-table-striped-color);
        --bs-table-bg-type:var(--bs-table-striped-bg)}
        .table-dark{--bs-table-color:#fff;--bs-table-bg:#212529}
        .text-white{--bs-text-opacity:1;color:rgba(var(--bs-white-rgb),var(--bs-text-opacity))!important}
        .fade{transition:opacity .15s linear} .fade:not(.show){opacity:0} .collapse:not(.show){display:none}
        .visually-hidden{position:absolute!important;width:1px!important;height:1px!important;overflow:hidden!important;
        clip:rect(0,0,0,0)!important}
        .btn:disabled{opacity:.65} .dropdown-menu{position:absolute;display:none} .tooltip:hover::after{content:"1"}
        .breadcrumb-item+.breadcrumb-item::before{content:var(--bs-breadcrumb-divider, "/")}
        @keyframes spinner-border{to{transform:rotate(360deg)}} @keyframes spinner-grow{0%{transform:scale(0)}}
        .spinner-grow{animation:var(--bs-spinner-animation-speed) linear infinite spinner-grow}
        @keyframes placeholder-glow{50%{opacity:.2}}
        .placeholder-glow .placeholder{animation:placeholder-glow 2s infinite}
        @media (min-width:768px){.d-md-none{display:none!important}.navbar-expand-md{flex-wrap:nowrap}}
        @media print{.d-print-none{display:none!important} td{display:none}}
        @media (max-width:767.98px){td{display:block} td::before{content:attr(data-label)}}
        .icon::before{content:"\\f101"} [class^="icon-"]::before,[class*=" icon-"]::before{content:"\\e900"}
        """

    @Test func ordinarySheetsLeaveAllFiguresToBeRead() throws {
        let rows = (1...9).map {
            "<tr><td>项目\($0)</td><td data-label=\"4\">\($0)</td><td><span>\($0)0</span></td></tr>"
        }
        let page = """
            <!DOCTYPE html><html lang="zh"><head><style>\(Self.library)</style></head><body>
            <div class="container fade show"><div class="row"><div class="col"><div class="table-responsive">
            <table class="table table-striped">
            \(rows.joined())<tr class="table-dark"><th>合计</th><th>45</th><th class="text-white">450</th></tr>
            </table></div></div></div></div></body></html>
            """
        let document = try DocumentReader.read(Array(page.utf8), name: "a.html")
        let expected = (1...9).map { "项目\($0)|\($0)|\($0)0" } + ["合计|45|450"]
        #expect(document.blockTexts.last?.split(separator: "\n").map(String.init) == expected)
    }

    // MARK: Work

    private func steps(_ page: String) throws -> (steps: Int, elements: Int) {
        let limits = Limits()
        let tree = try XMLTree(html: Array(page.utf8), format: HTML.format, limits: limits)
        let root = try #require(tree.root)
        let cascade = StyleCascade(StyleSheet(of: root, limits: limits), limits: limits)
        var count = 0
        func visit(_ node: XMLNode, _ scope: StyleScope) {
            count += 1
            let (_, inner) = cascade.declarations(for: node, in: scope)
            for child in node.elements { visit(child, inner) }
        }
        visit(root, cascade.rootScope)
        return (cascade.steps, count)
    }

    /// Rules of other classes cost an element nothing, however many classes either has.
    @Test func onlyRulesOfItsOwnClassesAreHeldAgainstAnElement() throws {
        let rules = (0..<5000).map { ".a\($0){display:none}" }.joined()
        let head = "<html><style>\(rules)</style><body>"
        let other = (0..<5000).map { "b\($0)" }.joined(separator: " ")
        let apart = try steps(head + String(repeating: "<p class=\"\(other)\">1</p>", count: 20))
        #expect(apart.steps == 0 && apart.elements >= 20)
        let own = (0..<5000).map { "a\($0)" }.joined(separator: " ")
        #expect(try steps(head + String(repeating: "<p class=\"\(own)\">1</p>", count: 20)).steps <= 3 * 20 * 5000)
    }

    private static let many = String(repeating: "a:hover,", count: 400) + ".a"

    /// Selectors of rules within rules, which each may make many times as long or as many.
    @Test(arguments: [
        String(repeating: "& & & & & & & &{", count: 14) + "top:0", String(repeating: many + "{", count: 3) + "top:0",
        many + "{" + String(repeating: "&{}", count: 400), many + "{" + String(repeating: "top:0;&{}", count: 400),
    ])
    func selectorsThatGrow(sheet: String) throws {
        let page = "<html><style>\(sheet)</style><body><p>柳溪镇"
        #expect(throws: DocumentError.limit(.styleRules(Limits().styleRules))) {
            try DocumentReader.read(Array(page.utf8), name: "a.html")
        }
    }

    /// A long attribute that many rules ask for takes as many steps as it is long.
    @Test func stepsOfLongAttributes() throws {
        let rules = String(repeating: "[data-a*=q]{display:none}", count: 50)
        let page = "<html><style>\(rules)</style><body><p data-a=\"\(String(repeating: "ab", count: 50_000))\">1"
        #expect(try steps(page).steps > 50 * 100_000 / 16)
    }

    /// Each place of a variable doubles what a value may come to.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            ".zz { --a: 1; color: \(String(repeating: "var(--a)", count: 31)) } @supports (x: y) { .zz { --a: 2 } }",
            "@supports (x: y) { \((1...5000).map { ".zz { --a: \($0) }" }.joined()) } .zz { color: var(--a) }",
        ])
    func variablesOfManyValues(sheet: String) throws {
        _ = try cell("<b class=\"zz\">7</b>", sheet: sheet)
    }

    /// A selector of many parts takes no more steps than it has parts for each element around.
    @Test func stepsOfLongSelectors() throws {
        let rules = "div div div div div div div p{display:none}"
        let page = "<html><style>\(rules)</style><body>" + String(repeating: "<div>", count: 100) + "<p>1</p><p>2</p>"
        #expect(try steps(page).steps <= 2 * 8 * 110)
    }

    @Test func moreIsRefused() throws {
        var limits = Limits()
        limits.styleRules = 10
        let page = "<html><style>\((0...10).map { ".a\($0){display:none}" }.joined())</style><body><p>柳溪镇"
        func error(_ page: String) -> DocumentError? {
            let text = Result { () throws(DocumentError) in
                try HTML.read(DecodedText(decoding: Array(page.utf8)), limits: limits)
            }
            if case .failure(let error) = text { return error }
            return nil
        }
        #expect(error(page) == .limit(.styleRules(10)))
        let deep = String(repeating: "@media screen{", count: 100)
        #expect(error("<html><style>\(deep)</style><body><p>柳溪镇") == .limit(.styleRules(10)))
        limits.styleSteps = 10
        let few = "<html><style>p{display:block}</style><body>"
        #expect(error(few + String(repeating: "<p>柳溪镇</p>", count: 20)) == .limit(.styleSteps(10)))
        #expect(error(few + "<p>柳溪镇") == nil)
    }
}
