import { html, type Markup, trusted } from '../write/markup.js'
import { pageStyle } from './style.js'

/** What a page may load: nothing but the style that stands in it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'"

/** A whole page as one file: no script, nothing loaded. */
export function page(title: string, body: Markup, extraStyle = ''): string {
  return `${
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${trusted(pageStyle)}${trusted(extraStyle)}</style>
</head>
<body>
${body}
</body>
</html>`.text
  }\n`
}
