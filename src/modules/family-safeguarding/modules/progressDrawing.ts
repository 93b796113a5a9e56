import type { Uuid } from '#platform/ids'
import { denseTable, figure, formatDate, type Html, html, nothing } from '#ui'
import { latestSteps, type ModuleState, type ModuleStep, stateWords } from './progress.ts'

const LEFT = 200
const CELL = 96
const ROW = 34
const HEAD = 26

type Shown = {
  readonly people: readonly { readonly id: Uuid; readonly name: string }[]
  readonly modules: Readonly<Record<string, string>>
}

const fills: Readonly<Record<ModuleState, string>> = {
  planned: 'kith-progress__whole',
  begun: 'kith-progress__whole',
  finished: 'kith-bar',
  stopped: 'kith-progress__whole',
  not_for_them: 'kith-progress__whole',
}

/** People by modules: each square says its state in words, and is full when the module is finished. */
export function progressDrawing(steps: readonly ModuleStep[], { people, modules }: Shown): Html {
  const latest = latestSteps(steps)
  const numbers = Object.keys(modules)
  const at = (place: number): number => LEFT + place * CELL
  const width = at(numbers.length) + 10
  return figure({
    id: 'modules',
    title: 'Progress through the modules',
    description: 'Each person of the family in a row, each module in a column, with its state.',
    width,
    height: HEAD + people.length * ROW + 8,
    content: html`${numbers.map((module, place) => html`<text class="kith-drawing__small" x="${at(place)}" y="16">${module}<title>${modules[module]}</title></text>`)}
${people.map(({ id, name }, row) => {
  const y = HEAD + row * ROW
  return html`<text x="0" y="${y + 20}">${name.length > 22 ? `${name.slice(0, 21)}…` : name}</text>${numbers.map(
    (module, place) => {
      const step = latest.get(`${id} ${module}`)
      return step === undefined
        ? nothing
        : html`<rect class="${fills[step.state]}" x="${at(place)}" y="${y + 22}" width="${CELL - 10}" height="8"></rect><text class="kith-drawing__small" x="${at(place)}" y="${y + 17}">${stateWords[step.state]}</text>`
    },
  )}`
})}`,
    alternative: denseTable({
      caption: 'Progress through the modules',
      head: ['Who', 'Module', 'State', 'Since', 'Remark'].map(text => ({ text })),
      rows: people.flatMap(({ id, name }) =>
        numbers.flatMap(module => {
          const step = latest.get(`${id} ${module}`)
          return step === undefined
            ? []
            : [
                [
                  { text: name },
                  { text: modules[module] ?? module },
                  { text: stateWords[step.state] },
                  { text: formatDate(step.onDay) },
                  { text: step.remark ?? '' },
                ],
              ]
        }),
      ),
    }),
  })
}
