/** The look of the chart: the same inside a page and on its own, light and dark; on paper always light. */
export const chartStyle = `
.orcca-chart{--c-paper:#fff;--c-ink:#1d2324;--c-muted:#55605f;--c-line:#c9d0ce;--c-tint:#eef4f2;--c-plan:#0b5c5a;--c-on-plan:#fff;--c-other:#4d5655;font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
@media screen and (prefers-color-scheme:dark){.orcca-chart{--c-paper:#15191a;--c-ink:#e8ebe9;--c-muted:#a4afad;--c-line:#3b4443;--c-tint:#1c2524;--c-plan:#7fd0c8;--c-on-plan:#0d1514;--c-other:#b3bdbb}}
.orcca-chart .c-paper{fill:var(--c-paper)}
.orcca-chart .c-frame{fill:none;stroke:var(--c-muted);stroke-width:1}
.orcca-chart .c-best{fill:var(--c-tint)}
.orcca-chart .c-grid{stroke:var(--c-line);stroke-width:.75}
.orcca-chart .c-half{stroke:var(--c-muted);stroke-width:1;stroke-dasharray:4 3}
.orcca-chart text{fill:var(--c-ink);font-size:12px}
.orcca-chart .c-tick,.orcca-chart .c-place{fill:var(--c-muted)}
.orcca-chart .c-axis{font-size:13px;font-weight:600}
.orcca-chart .c-corner{font-size:13px;font-weight:600;fill:var(--c-muted)}
.orcca-chart .c-range{stroke:var(--c-other);stroke-width:.75;opacity:.28}
.orcca-chart .c-planned-range{stroke:var(--c-plan);stroke-width:1.5;opacity:.6}
.orcca-chart .c-leader{stroke:var(--c-muted);stroke-width:.75}
.orcca-chart .c-other{fill:var(--c-paper);stroke:var(--c-other);stroke-width:1.5}
.orcca-chart .c-planned{fill:var(--c-plan);stroke:var(--c-paper);stroke-width:1}
.orcca-chart .c-badge{fill:var(--c-plan)}
.orcca-chart .c-number{font-size:12px;text-anchor:middle;paint-order:stroke;stroke:var(--c-paper);stroke-width:3px;stroke-linejoin:round}
.orcca-chart .c-on-badge{font-size:13px;font-weight:700;text-anchor:middle;fill:var(--c-on-plan)}
`.trim()
