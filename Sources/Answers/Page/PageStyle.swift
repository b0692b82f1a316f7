import Output

/// How a county's page looks: on wide screens and narrow ones, in the light and in the dark, and on paper.
enum PageStyle {
    static let css: Markup = """
        :root { color-scheme: light dark; --ink: #1a1a1a; --soft: #595959; --rule: #c4c4c4; --paper: #fff; --bar: \
        #4a6b8a; --link: #0b57a4; --mark: #ffe9a8 }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e8e8e8; --soft: #b0b0b0; --rule: #555; --paper: #161616; --bar: #8fb4d6; --link: #8ec2ff; \
        --mark: #5c4a10 }
        }
        * { box-sizing: border-box }
        body { margin: 0 auto; max-width: 70rem; padding: 1rem; font: 1rem/1.6 system-ui, "Noto Sans CJK SC", \
        "Microsoft YaHei", sans-serif; color: var(--ink); background: var(--paper) }
        h1 { font-size: 1.5rem; line-height: 1.3 }
        h2 { font-size: 1.2rem; margin-top: 2.5rem; border-bottom: 2px solid var(--ink); padding-bottom: .25rem }
        h3 { font-size: 1rem; margin: 1.5rem 0 .5rem }
        a { color: var(--link) }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none }
        .scroll { overflow-x: auto }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums }
        caption { text-align: left; color: var(--soft); padding-bottom: .25rem }
        th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top }
        thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom }
        th { font-weight: 600 }
        tbody th { white-space: nowrap }
        .n { text-align: right; white-space: nowrap }
        .gap { color: var(--soft) }
        .missing { font-weight: 600; border: 2px dashed var(--soft) }
        .note { color: var(--soft); font-size: .9rem; margin: .25rem 0 }
        .panels { display: grid; grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)); gap: .5rem; margin: \
        .5rem 0 }
        .panel { width: 100%; max-width: 18rem; height: auto; break-inside: avoid }
        .panel text { fill: var(--ink); font-size: 10px }
        .panel .name { font-size: 11px; font-weight: 600 }
        .panel .tick { fill: var(--soft) }
        .grid { stroke: var(--rule); stroke-width: .6 }
        .zero { stroke: var(--ink); stroke-width: 1 }
        .line { fill: none; stroke: var(--ink); stroke-width: 1.6 }
        .point { fill: var(--ink); stroke: var(--paper); stroke-width: 1 }
        .hollow { fill: var(--paper); stroke: var(--ink); stroke-width: 1.4 }
        .bars { width: 100%; max-width: 44rem }
        .bars td.bar { width: 55%; padding-right: 0 }
        .bars svg { width: 100%; height: 1rem; display: block }
        .bars rect { fill: var(--bar) }
        .sources li { margin-bottom: .5rem; overflow-wrap: anywhere }
        .sources li:target, .sources li:target mark { outline: 2px solid var(--link) }
        mark { background: var(--mark); color: inherit; padding: 0 .1rem; font-weight: 600 }
        @media print {
          :root { --ink: #000; --soft: #333; --rule: #999; --paper: #fff; --bar: #777; --link: #000; --mark: #fff }
          body { max-width: none; padding: 0; font-size: 10pt }
          nav { display: none }
          a { text-decoration: none }
          mark { border: 1px solid #000 }
          section, tr, li { break-inside: avoid-page }
          .indicator { break-inside: auto }
          .panels { grid-template-columns: repeat(4, 1fr) }
          .scroll { overflow: visible }
        }
        """
}
