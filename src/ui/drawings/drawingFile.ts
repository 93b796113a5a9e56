import { drawingOf, type Figure } from './figure.ts'

// The look of _drawings.scss in plain colours: a file outside the page brings its own.
const style = `text{font-family:Arial,"DejaVu Sans",sans-serif;font-size:16px;fill:#0b0c0c}
.kith-drawing__small{font-size:13px}
.kith-drawing__halo{stroke:#fff;stroke-width:4px;paint-order:stroke}
.kith-genogram__symbol,.kith-ecomap__circle{fill:#fff;stroke:#0b0c0c;stroke-width:2}
.kith-ecomap__household{fill:#f3f3f3;stroke:#0b0c0c;stroke-width:2;stroke-dasharray:10 6}
.kith-ecomap__circle--middle{stroke-width:4}
.kith-genogram__line,.kith-ecomap__line{fill:none;stroke:#0b0c0c;stroke-width:2}
.kith-genogram__line--dashed{stroke-dasharray:8 5}
.kith-genogram__line--dotted{stroke-dasharray:2 5}
.kith-genogram__household{fill:none;stroke:#484949;stroke-width:2;stroke-dasharray:12 6}
.kith-genogram__quality{fill:none;stroke:#54319f;stroke-width:2}
.kith-genogram__quality--distant{stroke-dasharray:2 5}
.kith-ecomap__line--strong{stroke-width:6}
.kith-ecomap__line--tenuous{stroke-dasharray:3 7}
.kith-ecomap__line--unsaid{stroke-width:1}
.kith-ecomap__arrow{fill:#0b0c0c}
.kith-band{fill:#d2e2f1;stroke:#0b0c0c;stroke-width:1}
.kith-band--protection{stroke-width:3}
.kith-band--open{stroke-dasharray:4 3}
.kith-band__tick{stroke:#0b0c0c;stroke-width:3}
.kith-band__group{font-weight:bold}
.kith-grid{stroke:#cecece;stroke-width:1}
.kith-axis{stroke:#0b0c0c;stroke-width:1}
.kith-bar{fill:#1d70b8}`

/**
 * A drawing as an SVG file of its own, black on white, to keep or to put into a document.
 * @returns the file's text
 */
export function drawingFile(figure: Figure): string {
  const svg = String(drawingOf(figure))
  const opened = svg.indexOf('>') + 1
  const ground = `<rect width="${figure.width}" height="${figure.height}" fill="#fff"/>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.slice(0, opened)}<style>${style}</style>${ground}${svg.slice(opened)}`
}
