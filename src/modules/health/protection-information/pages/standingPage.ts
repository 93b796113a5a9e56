import { barChart, denseTable, formatDateTime, type Html, html, nothing, plural, progressBar, tag } from '#ui'
import type { ListedFile } from '../queries/readFiles.ts'
import type { Standing } from '../queries/readStanding.ts'
import { fileCodeWords, workWords } from '../rules/codes.ts'
import { ANSWERED_WITHIN, SENT_WITHIN } from '../rules/shown.ts'
import { ageWords, kindWords } from './words.ts'

const SHARE = 95
const head = (...names: readonly string[]) => names.map(text => ({ text }))
const captionClasses = 'govuk-table__caption--m'
const good = tag({ text: 'As it should be', classes: 'govuk-tag--green' })
const bad = (text: string) => tag({ text, classes: 'govuk-tag--red' })

/** The one number that must be zero, with what explains it. */
export function standingNumbers(standing: Standing, now: Temporal.Instant): Html {
  const { notLive, stillLive, current } = standing
  return html`<h1 class="govuk-heading-l">Plans at the NHS</h1>
<p class="govuk-body">What the NHS shows to emergency and urgent care of children with a plan or in care, beside what the record says: numbers of the whole authority.</p>
<p class="govuk-heading-xl govuk-!-margin-bottom-1" id="not-live">${notLive}</p>
<p class="govuk-body-l">${notLive === 1 ? 'plan' : 'plans'} not live at the NHS, of ${current}. This must be zero. ${notLive === 0 ? good : bad('Not zero')}</p>
${stillLive === 0 ? nothing : html`<p class="govuk-body">${plural(stillLive, 'plan')} ended or deleted here, and the NHS does not know it yet. ${bad('Not zero')}</p>`}
${current === 0 ? nothing : kindsChart(standing)}
${measures(standing, now)}`
}

const kindsChart = ({ kinds }: Standing): Html =>
  barChart({
    id: 'not-live-by-kind',
    title: 'Plans not live at the NHS, by kind',
    description: kinds
      .map(({ kind, notLive, current }) => `${kindWords[kind]}: ${notLive} of ${current}`)
      .join('. '),
    labelHeading: 'Kind',
    valueHeading: 'Not live',
    bars: kinds.map(({ kind, notLive }) => ({ label: kindWords[kind], value: notLive })),
  })

function measures(standing: Standing, now: Temporal.Instant): Html {
  const { current, held, unsent, unsentSince, unconfirmed, unconfirmedSince, gaps, work } = standing
  const waits = (count: number, since: Temporal.Instant | null, hours: number) =>
    since === null
      ? html`None waits. ${good}`
      : html`${ageWords(since, now)}, the oldest of ${count} ${since.until(now).total('hours') < hours ? good : bad(`More than ${hours} hours`)}`
  const share = current === 0 ? 100 : (100 * held) / current
  const sequence = work.some(({ code }) => code === 'sequence' || code === 'CPF01')
  const line = (name: string, value: Html) => [{ text: name }, { html: value }]
  return denseTable({
    caption: 'How it is kept up',
    captionClasses,
    firstCellIsHeader: true,
    head: head('What', 'How it stands'),
    rows: [
      line(`Oldest change not sent (within ${SENT_WITHIN} hours)`, waits(unsent, unsentSince, SENT_WITHIN)),
      line(
        `Oldest change not loaded there (within ${ANSWERED_WITHIN} hours)`,
        waits(unconfirmed, unconfirmedSince, ANSWERED_WITHIN),
      ),
      line(
        'Numbers of files',
        gaps.length > 0
          ? html`Missing: ${gaps.join(', ')} ${bad('A gap')}`
          : sequence
            ? html`The NHS refused one, or answered another ${bad('Refused')}`
            : html`Without a gap. ${good}`,
      ),
      line(
        `Plans with an NHS number (${SHARE} percent or more)`,
        html`${progressBar({ id: 'held', title: 'Plans with an NHS number', done: held, of: current })} ${share >= SHARE ? good : bad(`Less than ${SHARE} percent`)}`,
      ),
    ],
  })
}

/** Files and what the NHS answered, newest first. */
export function filesTable(files: readonly ListedFile[]): Html {
  if (files.length === 0)
    return html`<h2 class="govuk-heading-m">Files</h2><p class="govuk-body">No file has been made yet.</p>`
  return denseTable({
    caption: 'Files, newest first',
    captionClasses,
    firstCellIsHeader: true,
    head: head('File', 'Made', 'Lines', 'Sent', 'Answer'),
    rows: files.map(one => [
      {
        html: html`<a class="govuk-link" href="/protection-information/files/${one.id}">File ${one.sequence}</a>`,
      },
      { text: formatDateTime(one.madeAt) },
      { text: String(one.records) },
      { text: one.sentAt === null ? 'Not yet' : formatDateTime(one.sentAt) },
      { html: answerOf(one) },
    ]),
  })
}

export function answerOf({ answerCode, answeredAt, givenUpAt, sentAt }: ListedFile): Html {
  if (answerCode !== null && answeredAt !== null)
    return html`${answerCode}: ${fileCodeWords[answerCode]}, ${formatDateTime(answeredAt)}`
  if (givenUpAt !== null) return html`Given up: what it held went with the next`
  return sentAt === null ? html`` : tag({ text: 'Waits for its answer', classes: 'govuk-tag--blue' })
}

/** How much work each code is; the items lead to whoever may see them. */
export function workTable({ work }: Standing, now: Temporal.Instant): Html {
  if (work.length === 0)
    return html`<h2 class="govuk-heading-m">Work</h2><p class="govuk-body">Nothing is to be done.</p>`
  return denseTable({
    caption: 'Work, by what the NHS answered',
    captionClasses,
    firstCellIsHeader: true,
    head: head('What', 'Code', 'Open', 'Oldest'),
    rows: work.map(({ code, open, oldest }) => [
      {
        html: html`<a class="govuk-link" href="/protection-information/work?code=${code}">${workWords[code].title}</a>`,
      },
      { text: /^CP/.test(code) ? code : '' },
      { text: String(open) },
      { text: ageWords(oldest, now) },
    ]),
  })
}
