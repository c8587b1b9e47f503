/** The look of the pages: one column of text, quiet tables, light and dark; on paper always light, and no row is cut. */
export const pageStyle = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1d2324;--muted:#55605f;--line:#d3d9d7;--soft:#f3f6f5;--accent:#0b5c5a;--on-accent:#fff;--note:#7a3e00;--note-soft:#fdf4e7;--fill:#0b5c5a;--track:#e2e8e6;--open:#6b7675}
@media (prefers-color-scheme:dark){:root{--paper:#15191a;--ink:#e8ebe9;--muted:#a9b4b2;--line:#39423f;--soft:#1d2324;--accent:#7fd0c8;--on-accent:#0d1514;--note:#f2bf7d;--note-soft:#2a2217;--fill:#5fb8b0;--track:#2b3433;--open:#94a09e}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word;font-variant-numeric:tabular-nums}
header,main,footer{max-width:62rem;margin:0 auto;padding:0 1.25rem}
h1,h2,h3,h4{font-family:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,"Times New Roman",serif;line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:clamp(1.7rem,1.2rem + 2.4vw,2.6rem);font-weight:600;letter-spacing:-.01em}
h2{font-size:1.6rem;font-weight:600;margin:3.5rem 0 .6rem;padding-top:.8rem;border-top:2px solid var(--ink)}
h3{font-size:1.15rem;font-weight:600;margin:1.8rem 0 .5rem}
h4{font-size:1rem}
p{margin:.5rem 0;max-width:44rem}
ul,ol{margin:.5rem 0;padding-left:1.3rem}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--accent);color:var(--on-accent);padding:.5rem 1rem;z-index:1}
.skip:focus{top:.5rem}
.muted,small{color:var(--muted)}
bdi{overflow-wrap:anywhere}
small,.small{font-size:.86rem}
.eyebrow{margin:2.5rem 0 .4rem;font-size:.86rem;color:var(--muted);letter-spacing:.02em}
.about{margin:.5rem 0 0;color:var(--muted)}
nav ul{list-style:none;margin:1.2rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;font-size:.9rem}
nav a{display:inline-block;padding:.2rem 0}
.lead{font-size:1.12rem}
table{border-collapse:collapse;width:100%;margin:.8rem 0;font-size:.9rem}
caption{text-align:left;color:var(--muted);font-size:.86rem;padding-bottom:.3rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .7rem .4rem 0;border-bottom:1px solid var(--line)}
thead th{font-weight:600;border-bottom:1px solid var(--muted);vertical-align:bottom}
tbody th{font-weight:inherit}
thead .n{white-space:normal}
.n{text-align:right;white-space:nowrap;overflow-wrap:normal}
.plan{list-style:none;padding:0;margin:1rem 0}
.plan>li,.option>summary{display:grid;grid-template-columns:2.2rem minmax(0,1fr) 8.5rem;column-gap:.8rem}
.plan>li{border-top:1px solid var(--line);padding:1rem 0}
.option{border-top:1px solid var(--line);margin:0;font-size:1rem}
.option>summary{padding:.8rem 0;color:inherit;list-style:none}
.option>summary::-webkit-details-marker{display:none}
.option>summary h3::before{content:"\u25B8";display:inline-block;width:1.1em;color:var(--accent);font-family:system-ui,sans-serif}
.option[open]>summary h3::before{content:"\u25BE"}
.option>.body{padding:0 0 1rem 3rem;max-width:52rem}
.rest>summary h3{display:inline}
.plan>li:first-child{border-top:0}
.badge{display:inline-flex;align-items:center;justify-content:center;width:1.9rem;height:1.9rem;border-radius:.3rem;background:var(--accent);color:var(--on-accent);font-weight:700}
.badge.ring{background:none;color:var(--ink);border:1.5px solid var(--muted);border-radius:1rem;font-weight:400;font-size:.85rem}
.body>h3,.head>h3{margin:.15rem 0 .1rem;font-size:1.15rem}
.body p{margin:.25rem 0}
.score{text-align:right;font-size:.86rem;color:var(--muted)}
.score>*{display:block}
.score strong{font:600 1.7rem/1.1 Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;color:var(--ink)}
.score svg{margin:.3rem 0 .2rem auto}
.tag{font-weight:600;margin-right:.25em}
.confirm{border-left:3px solid var(--note);background:var(--note-soft);padding:.35rem .7rem;margin:.5rem 0!important}
.confirm .tag,.warn .tag{color:var(--note)}
.met{color:var(--accent);font-weight:600;white-space:nowrap;overflow-wrap:normal}
.unmet{color:var(--note);font-weight:700;white-space:nowrap;overflow-wrap:normal}
.answers{display:grid;grid-template-columns:8.2rem 5.5rem minmax(0,1fr);gap:.35rem .8rem;margin:.6rem 0;font-size:.92rem}
.answers dt{font-weight:600}
.answers dd{margin:0}
svg{display:block;max-width:100%}
.meter{width:100%;max-width:8.5rem;height:.62rem;margin-top:.42rem}
.bar{width:100%;max-width:30rem;height:.95rem;margin:.3rem 0}
.track,.fill{stroke:var(--track);stroke-width:6}
.fill,.stated{stroke:var(--fill)}
.bar .track,.bar .fill,.key .track,.key .fill{stroke-width:8}
.stated{stroke-width:.76rem;stroke-dasharray:3px 2px;vector-effect:non-scaling-stroke}
.key .stated{stroke-width:.6rem}
.open{fill:none;stroke:var(--open);stroke-width:1.4;stroke-dasharray:3 2.5;vector-effect:non-scaling-stroke}
.span{stroke:var(--ink);stroke-width:1.6;vector-effect:non-scaling-stroke}
.best{stroke:var(--ink);stroke-width:2.6;vector-effect:non-scaling-stroke}
.key{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;font-size:.9rem}
.key li{display:flex;align-items:center;gap:.5rem}
.key svg{width:2.6rem;height:.8rem}
.nowrap{white-space:nowrap}

@media (min-width:37rem){.effect{white-space:nowrap}}
.gap{margin:1.4rem 0 1.8rem}
.no{width:2.6rem;white-space:nowrap}
.gap table,.gaps{margin:.3rem 0;table-layout:fixed}
.gap th:nth-child(1){width:42%}.gap th:nth-child(3),.gap th:nth-child(4){width:6.2rem}
.gaps th:nth-child(1){width:40%}.gaps th:nth-child(3){width:8rem}
.ledger th:nth-child(2){width:5.2rem}.ledger th:nth-child(3){width:6.6rem}.ledger th:nth-child(4){width:6.2rem}
.chart{margin:1rem 0;display:grid;grid-template-columns:minmax(0,31rem) minmax(0,1fr);gap:1.2rem}
.chart .orcca-chart{width:100%;height:auto}
.chart table{font-size:.78rem;line-height:1.3;margin:0}
.chart th,.chart td{padding:.24rem .4rem .24rem 0}
.chart tr.chosen{font-weight:600}
figure{margin:0}
.words{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:.5rem 2rem;margin:.6rem 0}
.words dt{font-weight:600}
.words dd{margin:0}
details{margin:.5rem 0;font-size:.88rem}
summary{cursor:pointer;color:var(--accent);padding:.15rem 0}
.refs{font-size:.86rem;padding-left:2.2rem}
.refs li{margin:.25rem 0}
footer{margin-top:3rem;padding-bottom:3rem;color:var(--muted);font-size:.86rem}
@media (max-width:56rem){.chart{grid-template-columns:minmax(0,1fr)}.chart figure{max-width:33rem}}
@media (max-width:36rem){
header,main,footer{padding:0 1rem}
.plan>li,.option>summary{grid-template-columns:2.2rem minmax(0,1fr)}
.score{grid-column:2;text-align:left;display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .6rem;margin-top:.3rem}
.score>*{display:inline}
.score strong{font-size:1.3rem}
.score svg{display:block;flex-basis:8.5rem;margin:.3rem 0}
.option>.body{padding-left:0}
.answers{grid-template-columns:minmax(0,1fr) 5.5rem}
.answers dd.say{grid-column:1/-1;margin-bottom:.4rem}
table{font-size:.82rem}
th,td{padding-right:.45rem}
.wide{display:none}
.gap th:nth-child(1){width:36%}.gap th:nth-child(3){width:5.4rem}.gap th:nth-child(4){width:3rem}
.gap thead th,.gaps thead th{font-size:.74rem}
.gaps th:nth-child(1){width:42%}.gaps th:nth-child(3){width:4.2rem}.n{white-space:normal}
.ledger th:nth-child(2){width:4.4rem}.ledger th:nth-child(3){width:3.4rem}
}
@page{margin:14mm 14mm 15mm;@bottom-right{content:counter(page);font:8pt system-ui,sans-serif;color:#555}}
@media print{
:root{color-scheme:light;--paper:#fff;--ink:#1d2324;--muted:#4b5554;--line:#cdd4d2;--soft:#f3f6f5;--accent:#0b5c5a;--on-accent:#fff;--note:#7a3e00;--note-soft:#fdf4e7;--fill:#0b5c5a;--track:#e2e8e6;--open:#5f6a69}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
html{font-size:9.2pt}
body{font-size:9.2pt;line-height:1.36}
header,main,footer{max-width:none;padding:0}
nav,.skip{display:none}
a{color:inherit}
.eyebrow{margin-top:0}
h1{font-size:19pt}h2{font-size:14pt;margin-top:1.6rem;padding-top:.4rem}h3{font-size:11pt;margin-top:1rem}
h1,h2,h3,h4,caption,thead{break-after:avoid;break-inside:avoid}
.lead{font-size:10.5pt}
.plan{margin:.4rem 0}
.plan>li{padding:.45rem 0}
.body>h3,.head>h3{font-size:10.8pt}
.confirm{padding:.15rem .5rem;margin:.25rem 0!important}
.score strong{font-size:14pt}
th,td{padding-top:.16rem;padding-bottom:.16rem}
.plan>li,.gap,tr,.answers,.body>p,.option>summary,li,dt,dd,figure,.words>div,.keep,summary{break-inside:avoid}
#chart{break-before:page}
#chart>h2{margin-top:0}
.chart{grid-template-columns:minmax(0,1fr);gap:.4rem}
.chart figure{max-width:102mm;margin:0 auto}
.chart table{font-size:7.5pt;line-height:1.2}
.chart th,.chart td{padding-top:.1rem;padding-bottom:.1rem}
details::details-content{content-visibility:visible;block-size:auto;display:block}
summary{list-style:none;color:inherit;font-weight:600;break-after:avoid}
.option>summary h3::before{display:none}
.option>summary{font-weight:inherit;padding:.4rem 0 .1rem}
.option>.body{padding:0 0 .5rem;max-width:none}
.steps{font-size:7.4pt;line-height:1.3;margin:.2rem 0 0;color:#333}
.steps ol{columns:2;column-gap:1.2rem;margin:.1rem 0;padding-left:1.7rem}
.steps p{margin:.1rem 0;max-width:none}
summary::-webkit-details-marker{display:none}
.rest table{font-size:7.6pt}
.refs{columns:2;column-gap:1.6rem;font-size:7.6pt}
table{font-size:8.4pt}
p,.bar{max-width:none}
}
`.trim()
