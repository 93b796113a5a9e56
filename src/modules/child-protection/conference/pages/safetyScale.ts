import { figure, type Html, html, nothing, table } from '#ui'

/** How safe one person judges a child to be. */
export type Judged = { readonly who: string; readonly safety: number; readonly why: string | null }

const width = 640
const edge = 30
const rowHeight = 26
const top = 34

/** 0 to 10 by each person present, drawn for one child, with the same in a table behind it. */
export function safetyScale(id: string, childName: string, judged: readonly Judged[]): Html {
  if (judged.length === 0) return nothing
  const x = (value: number): number => edge + (value / 10) * (width - 2 * edge)
  const height = top + judged.length * rowHeight + 20
  const lines = Array.from(
    { length: 11 },
    (
      _,
      at,
    ) => html`<line class="kith-axis" x1="${x(at)}" x2="${x(at)}" y1="${top - 8}" y2="${height - 16}"></line>
<text x="${x(at)}" y="${top - 14}" text-anchor="middle">${at}</text>`,
  )
  const marks = judged.map(({ who, safety }, place) => {
    const y = top + place * rowHeight + 12
    const isRight = safety > 5
    return html`<circle class="kith-progress__whole" cx="${x(safety)}" cy="${y}" r="8"></circle>
<text class="kith-drawing__halo" x="${x(safety) + (isRight ? -14 : 14)}" y="${y + 5}" text-anchor="${isRight ? 'end' : 'start'}">${who}</text>`
  })
  return figure({
    id,
    title: `How safe is ${childName}?`,
    description:
      '0: certainly not safe. 10: safe enough that nobody needs to be involved. A mark for each person.',
    width,
    height,
    content: html`${lines}${marks}`,
    alternative: table({
      caption: `How safe is ${childName}, from 0 to 10`,
      captionClasses: 'govuk-table__caption--s',
      head: [{ text: 'Who' }, { text: '0 to 10' }, { text: 'Why' }],
      rows: judged.map(({ who, safety, why }) => [{ text: who }, { text: `${safety}` }, { text: why ?? '' }]),
    }),
  })
}
