"""How our web pages look, on screen and on paper: one sheet of style rules, without scripts or anything from outside."""

from __future__ import annotations

from base64 import b64encode

from mkplanner.charts.geometry import Rect
from mkplanner.charts.outputs.svg_shapes import standing_svg
from mkplanner.charts.palette import STATUS_LETTERS, Palette
from mkplanner.charts.shapes import Picture
from mkplanner.charts.status_marks import status_shape

SCALE = 4 / 3 * 1.16
"""Pixels for a point: letters are somewhat larger on a web page than on paper, and so are the tables."""

_RULES = """
*{{box-sizing:border-box}}
html{{-webkit-text-size-adjust:100%}}
body{{margin:0;background:{base};color:{text};font:400 15px/1.45 "Liberation Sans",Arial,Helvetica,sans-serif}}
header,main,footer{{max-width:{wide}px;margin:0 auto;padding:0 24px}}
header{{padding-top:28px;margin-bottom:18px}}
header>div{{display:flex;gap:24px;align-items:flex-start;justify-content:space-between;padding-bottom:12px;
border-bottom:3px solid {accent}}}
header>div>:first-child{{flex:1}}
.logo{{flex:none;line-height:0}}
h1{{font-size:26px;line-height:1.2;margin:2px 0 4px}}
h2{{font-size:19px;line-height:1.25;margin:30px 0 8px;padding-bottom:4px;border-bottom:2px solid {accent}}}
h3{{font-size:16px;margin:22px 0 6px}}
p{{margin:6px 0}}
.lead{{margin:30px 0 0;color:{text2};break-after:avoid}}
.lead+h2{{margin-top:0}}
.about,.quiet{{color:{text2}}}
.appendix{{border:2px solid {text};padding:6px 14px;font-weight:700;white-space:nowrap}}
.key{{font-size:18px;margin:14px 0}}
.scroll{{overflow-x:auto;margin:12px 0}}
.scroll:focus-visible{{outline:3px solid {accent};outline-offset:2px}}
table{{border-collapse:collapse;table-layout:fixed;width:100%;font-size:14px;line-height:1.4;border:1px solid {edge}}}
caption{{text-align:left;font-weight:700;padding:0 0 6px}}
caption.told{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}}
th,td{{border:1px solid {grid2};padding:6px 9px;text-align:left;vertical-align:top;overflow-wrap:break-word}}
thead th{{background:{header};border-color:{edge};border-bottom:2px solid {text};vertical-align:bottom}}
tbody tr.group>*{{border-top:1px solid {edge};border-bottom:1px solid {edge}}}
tbody th{{font-weight:400}}
tbody th b,tr.group th{{font-weight:700}}
td.number,th.number{{text-align:right;font-variant-numeric:tabular-nums}}
th.turned{{vertical-align:bottom;padding:8px 4px;text-align:left}}
th.turned>span{{writing-mode:vertical-rl;transform:rotate(180deg);display:inline-block;max-height:180px;font-weight:400}}
td.letters{{text-align:center;padding:5px 3px}}
th.home{{text-align:center;border-left:2px solid {edge};border-right:2px solid {edge}}}
td.chart,th.chart{{padding:0;vertical-align:middle;background-size:100% 100%}}
td.chart{{background-image:var(--ground)}}
td.chart svg,th.chart svg{{display:block}}
td p,th p{{margin:0}}
td p+p,th p+p,td ul+p,td p+ul{{margin-top:4px}}
ul{{margin:0;padding-left:18px}}
ul.legend{{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:6px 22px;margin:8px 0}}
ul.legend li{{display:flex;align-items:center;gap:7px}}
figure{{margin:14px 0}}
figure svg{{max-width:100%;height:auto;display:block}}
th.ref,td.ref{{white-space:nowrap;padding-left:7px;padding-right:4px}}
.state{{white-space:nowrap}}
.sign{{display:inline-block;width:19px;height:17px;margin:0 6px -3px 0;background:center/contain no-repeat;
color:transparent;overflow:hidden}}
.r{{display:inline-block;width:24px;height:24px;line-height:22px;margin:1px;text-align:center;font-weight:700;
border:1px solid {mark};border-radius:2px}}
.r-A{{background:{mark};color:#FFFFFF}}
.r-R{{border-width:3px;line-height:18px}}
.r-S{{background:{mark_fill}}}
.r-C{{border-radius:50%}}
.r-I{{border-radius:50%;border-style:dotted;border-width:2px;line-height:20px}}
.r.from-above{{border:0;background:none;color:{text2};font-style:italic;font-weight:400;line-height:24px}}
.note{{display:block;font-size:12px;color:{text2}}}
footer{{margin-top:28px;padding-top:10px;padding-bottom:28px;color:{text2};display:flex;gap:24px;flex-wrap:wrap;
justify-content:space-between;font-size:13px}}
footer strong{{color:{text}}}
a{{color:{link}}}
@media print{{
@page{{size:{size};margin:12.7mm}}
body{{font-size:9.5pt;line-height:1.3;-webkit-print-color-adjust:exact;print-color-adjust:exact}}
header,main,footer{{max-width:none;padding-left:0;padding-right:0}}
header{{padding-top:0}}
h1{{font-size:16pt}}h2{{font-size:12pt;break-after:avoid}}.key{{font-size:11.5pt}}
thead{{display:table-header-group}}
tr,figure,ul.legend{{break-inside:avoid}}
.scroll{{overflow:visible}}
th,td{{padding:3pt 5pt}}
}}
"""


def style_sheet(palette: Palette, width: float, height: float) -> str:
    """Return the rules for a page laid out for a sheet of this size in points."""
    wide = max(round((width - 72) * SCALE) + 50, 880)
    size = f"{width / 72 * 25.4:.0f}mm {height / 72 * 25.4:.0f}mm"
    names = ("base", "text", "text2", "accent", "edge", "grid2", "header", "mark", "mark_fill", "link")
    colours = {name: palette[name] for name in names}
    return _RULES.format(**colours, wide=wide, size=size).strip() + "\n" + "\n".join(_signs(palette))


def _signs(palette: Palette) -> list[str]:
    """A rule for each status, with its shape and letter as paper shows them."""
    found = []
    for letter in STATUS_LETTERS:
        picture = Picture(status_shape(letter, 9.5, 8.5, 6.4), Rect(0, 0, 19, 17))
        data = b64encode(standing_svg(picture, palette).encode()).decode("ascii")
        found.append(f".sign-{letter}{{background-image:url(data:image/svg+xml;base64,{data})}}")
    return found
