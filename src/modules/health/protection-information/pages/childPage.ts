import { denseTable, formatDate, formatDateTime, type Html, html, nothing, tag } from '#ui'
import type { ChildChange, ChildOpening, ChildStatus } from '../queries/readChild.ts'
import type { WorkItem } from '../queries/readWorks.ts'
import { workWords } from '../rules/codes.ts'
import { kindWords, whatWords } from './words.ts'

/** What the NHS is told of one child, and who opened that there. */
export function childPage(
  statuses: readonly ChildStatus[],
  works: readonly WorkItem[],
  changes: readonly ChildChange[],
  openings: readonly ChildOpening[] | null,
): Html {
  return html`<h1 class="govuk-heading-l">At the NHS</h1>
${statuses.length === 0 ? html`<p class="govuk-body">The NHS has nothing to show of this child.</p>` : statuses.map(statusLine)}
${works.length === 0 ? nothing : html`<h2 class="govuk-heading-m">What is to be done</h2><ul class="govuk-list govuk-list--bullet">${works.map(workLine)}</ul>`}
${openings === null ? nothing : openingsTable(openings)}
${changes.length === 0 ? nothing : changesTable(changes)}`
}

const workLine = ({ id, code, teamName }: WorkItem): Html =>
  html`<li><a class="govuk-link" href="/protection-information/work/${id}">${workWords[code].title}</a>: ${teamName}</li>`

/** One plan, and whether the NHS shows it as it is. */
export function statusLine(one: ChildStatus): Html {
  const until = one.endedOn === null ? '' : ` to ${formatDate(one.endedOn)}`
  return html`<p class="govuk-body"><strong>${kindWords[one.kind]}</strong> from ${formatDate(one.startedOn)}${until}${one.isDeleted ? ' (deleted: it was an error)' : ''} ${standsAs(one)}</p>`
}

function standsAs({ isLoaded, isUpToDate, hasNumber, isDeleted }: ChildStatus): Html {
  if (isUpToDate) return tag({ text: 'The NHS shows it so', classes: 'govuk-tag--green' })
  if (isLoaded) return tag({ text: 'The NHS shows it as it was before', classes: 'govuk-tag--orange' })
  if (isDeleted) return nothing
  return tag({
    text: hasNumber ? 'Not live at the NHS' : 'Not live at the NHS: no NHS number',
    classes: 'govuk-tag--red',
  })
}

export function openingsTable(openings: readonly ChildOpening[]): Html {
  if (openings.length === 0)
    return html`<h2 class="govuk-heading-m">Opened in unscheduled care</h2><p class="govuk-body">The NHS has told of no opening. Looks in planned care are never told, so this does not say that nobody saw the child.</p>`
  return html`${denseTable({
    caption: 'Opened in unscheduled care',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: ['When', 'Where', 'By', 'Visit'].map(text => ({ text })),
    rows: openings.map(one => [
      { text: formatDateTime(one.openedAt) },
      { text: one.organisation ?? 'Not told' },
      { text: [one.openedBy, one.role].filter(Boolean).join(', ') || 'Not told' },
      {
        html:
          one.attendanceId === null
            ? html`No visit was told`
            : html`<a class="govuk-link" href="/attendances/${one.attendanceId}">The visit of that day</a>`,
      },
    ]),
  })}<p class="govuk-body">Each says that somebody opened what the NHS shows of this child. It does not say why the child was there.</p>`
}

const changesTable = (changes: readonly ChildChange[]): Html =>
  denseTable({
    caption: 'What was queued for the NHS, newest first',
    captionClasses: 'govuk-table__caption--m',
    head: ['Number', 'When', 'What', 'File', 'Answer'].map(text => ({ text })),
    rows: changes.map(one => [
      { text: String(one.number) },
      { text: formatDateTime(one.madeAt) },
      { text: `${kindWords[one.kind]}: ${whatWords[one.what].toLowerCase()}` },
      {
        text:
          one.sequence === null
            ? 'In no file yet'
            : `File ${one.sequence}${one.sentAt === null ? ', not sent yet' : ''}`,
      },
      { text: answerWords(one) },
    ]),
  })

function answerWords({ answerCode, detail, sequence }: ChildChange): string {
  if (answerCode === null) return sequence === null ? '' : 'None yet'
  if (answerCode === 'CPR06') return 'Loaded'
  return `${answerCode}: ${workWords[answerCode].title}${detail === null ? '' : ` (${detail})`}`
}
