/**
 * The look of every print, put in place of `#import "/kith.typ": *`: page furniture with reference, watermark line and page
 * numbers, headings, fact lists, tables. `data.furniture` says what stands on each page.
 */
export const layout = `
#let data = json(bytes(sys.inputs.data))
#let f = data.furniture
#set document(title: f.title, author: f.authority)
#set page(paper: "a4", margin: (x: 2cm, top: 2.2cm, bottom: 2.4cm),
  header: context { if counter(page).get().first() > 1 { text(size: 8pt)[#f.title · #f.reference] } },
  footer: context [#set text(size: 8pt)
    #f.authority · #f.reference · printed #f.printedAt for #f.printedFor #h(1fr) page #counter(page).display() of #counter(page).final().first()])
#set text(font: "DejaVu Sans", size: 10pt, lang: f.lang, hyphenate: false)
#set par(leading: 0.65em, spacing: 0.9em)
#show heading.where(level: 1): set text(size: 18pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 3): set text(size: 11pt)
#set table(stroke: 0.5pt + luma(160), inset: 5pt)
#show table.cell.where(y: 0): set text(weight: "bold")
#let paragraphs(words) = { if words != none { for part in words.split("\\n") { if part.trim() != "" { par(part) } } } }
#let facts(rows) = { for row in rows { par([*#row.at(0):* #row.at(1)]) } }
#let none-said(words) = text(fill: luma(80), style: "italic", words)
= #f.title
#if f.subtitle != none { text(size: 11pt, f.subtitle) }
`
