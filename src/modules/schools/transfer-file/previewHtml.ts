import { denseTable, formatDate, type Html, html, nothing, plural, summaryList, warningText } from '#ui'
import type { CheckedFile } from './checkedFile.ts'

type FilePupil = CheckedFile['pupils'][number]

const SHOWN = 50
const written = (day: string): string => formatDate(Temporal.PlainDate.from(day))
const goes = {
  unknown: 'Nobody knows: whoever works with a child of the file who has left is told today',
  outside: 'A school outside the country’s maintained ones, or abroad',
  school: 'Another school',
} as const

/** What was read of a file: the school's own words, with what of it is left out and why. It says nothing of whom the council knows. @param sendForm stands before the pupils, who may be many */
export function previewHtml({ head, pupils }: CheckedFile, sendForm: Html): Html {
  const wrong = pupils.filter(({ problems }) => problems.length > 0).length
  return html`<h2 class="govuk-heading-m">What we read</h2>
${summaryList({
  rows: [
    { key: { text: 'Made by' }, value: { text: `${head.school ?? 'A school'}, number ${head.number}` } },
    { key: { text: 'Made on' }, value: { text: written(head.madeOn) } },
    { key: { text: 'Version' }, value: { text: head.version } },
    {
      key: { text: 'Where they go' },
      value: { text: head.goesTo === null ? 'To the authority, or not said' : goes[head.goesTo] },
    },
    { key: { text: 'Pupils' }, value: { text: String(pupils.length) } },
  ],
})}
${wrong > 0 ? warningText({ text: `${plural(wrong, 'pupil has', 'pupils have')} something that cannot be read. That part is left out; all else is sent. Mend it in your system and send the file again` }) : nothing}
${sendForm}
${table(pupils.toSorted((a, b) => b.problems.length - a.problems.length).slice(0, SHOWN))}
${pupils.length > SHOWN ? html`<p class="govuk-body">The first ${SHOWN} of ${pupils.length} are shown, those with something wrong first.</p>` : nothing}`
}

const table = (pupils: readonly FilePupil[]): Html =>
  denseTable({
    caption: 'Pupils of the file',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: ['Pupil', 'Attendance', 'Schools', 'Left out'].map(text => ({ text })),
    rows: pupils.map(({ told, problems }) => [
      {
        html: html`${[told.given, told.family].filter(Boolean).join(' ') || 'No name'}${told.born ? html`<br>born ${written(told.born)}` : nothing}`,
      },
      { html: lines(told.attendance.map(yearWords)) },
      { html: lines(told.enrolments.map(schoolWords)) },
      { html: lines(problems) },
    ]),
  })

const lines = (all: readonly string[]): Html =>
  all.length === 0 ? html`None` : html`${all.map(one => html`${one}<br>`)}`

function yearWords({
  about,
  from,
  until,
  possible,
  authorised,
  unauthorised,
}: FilePupil['told']['attendance'][number]) {
  const percent = Math.round((1000 * (possible - authorised - unauthorised)) / possible) / 10
  return `${from.slice(0, 4)} to ${until.slice(0, 4)}${about === null ? '' : ` at ${about}`}: ${percent}% of ${possible} sessions`
}

function schoolWords({ about, entered, left }: FilePupil['told']['enrolments'][number]) {
  return `${about ?? 'Your school'} from ${written(entered)}${left === null ? '' : ` to ${written(left)}`}`
}
