import type { PersonSummary } from '#modules/people'
import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  denseTable,
  errorsAbove,
  type FormIssue,
  fieldErrors,
  formatDateTime,
  type Html,
  html,
  nothing,
  summaryList,
  textarea,
} from '#ui'
import type { WorkItem } from '../queries/readWorks.ts'
import { type WorkCode, workWords } from '../rules/codes.ts'
import { ageWords } from './words.ts'

type List = {
  readonly items: readonly WorkItem[]
  readonly people: readonly PersonSummary[]
  readonly code: WorkCode | null
  readonly links: Html
  readonly now: Temporal.Instant
}

/** Open items, oldest first. A child whom the reader may not know of is not named. */
export function workList({ items, people, code, links, now }: List): Html {
  const names = new Map(people.map(one => [one.id, one.displayName]))
  const title = code === null ? 'Work' : workWords[code].title
  const about = ({ personId, sequence }: WorkItem) =>
    personId === null
      ? sequence === null
        ? ''
        : `File ${sequence}`
      : (names.get(personId) ?? 'A child whose record is not yours')
  return html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">What is yours to see: of children whose record you have, and of the team that sends.${code === null ? nothing : html` <a class="govuk-link" href="/protection-information/work">All work</a>`}</p>
${
  items.length === 0
    ? html`<p class="govuk-body">Nothing.</p>`
    : denseTable({
        caption: 'Open work, oldest first',
        captionClasses: 'govuk-visually-hidden',
        firstCellIsHeader: true,
        head: ['What', 'About', 'Open for', 'Team'].map(text => ({ text })),
        rows: items.map(one => [
          {
            html: html`<a class="govuk-link" href="/protection-information/work/${one.id}">${workWords[one.code].title}</a>`,
          },
          { text: about(one) },
          { text: ageWords(one.openedAt, now) },
          { text: one.teamName },
        ]),
      })
}${links}`
}

type Page = {
  readonly item: WorkItem
  readonly person: PersonSummary | undefined
  readonly closes: boolean
  readonly form: FormKeys
  readonly sent: Readonly<Record<string, unknown>>
  readonly issues: readonly FormIssue[]
  readonly now: Temporal.Instant
}

/** What happened, what to do, and the way to close it. */
export function workPage({ item, person, closes, form, sent, issues, now }: Page): Html {
  const errors = fieldErrors(issues, ['note'])
  const { title, todo, mayResend } = workWords[item.code]
  return html`${errorsAbove(errors)}<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${todo}</p>
${summaryList({ rows: factsOf(item, person, now).map(([key, value]) => ({ key: { text: key }, value: { html: value } })) })}
${
  closes
    ? html`<form method="post" action="/protection-information/work/${item.id}" novalidate data-keep-on-failure>${formFields(form)}
${textarea({ name: 'note', id: 'note', rows: 3, label: { text: 'What was done', classes: 'govuk-label--s' }, value: typeof sent['note'] === 'string' ? sent['note'] : '', errorMessage: errors.of('note') })}
<div class="govuk-button-group">${mayResend ? button({ text: 'Close it and send again', name: 'step', value: 'again', preventDoubleClick: true }) : nothing}
${button({ text: 'Close it', name: 'step', value: 'close', classes: mayResend ? 'govuk-button--secondary' : '', preventDoubleClick: true })}</div></form>`
    : nothing
}`
}

function factsOf(
  item: WorkItem,
  person: PersonSummary | undefined,
  now: Temporal.Instant,
): readonly (readonly [string, Html])[] {
  const child =
    person === undefined
      ? html`A child whose record is not yours: ask whoever holds it, or open it with a reason`
      : html`<a class="govuk-link" href="/people/${person.id}">${person.displayName}</a>`
  return [
    ...(/^CP/.test(item.code) ? [['Code', html`${item.code}`] as const] : []),
    ...(item.personId === null ? [] : [['Child', child] as const]),
    ...(item.fileId === null
      ? []
      : [
          [
            'File',
            html`<a class="govuk-link" href="/protection-information/files/${item.fileId}">File ${item.sequence ?? ''}</a>`,
          ] as const,
        ]),
    ...(item.detail === null ? [] : [['Detail', html`${item.detail}`] as const]),
    [
      'Open',
      html`Since ${formatDateTime(item.openedAt)}, for ${ageWords(item.openedAt, item.closedAt ?? now)}`,
    ],
    ['Team', html`${item.teamName}`],
    ...(item.closedAt === null
      ? []
      : [
          [
            'Closed',
            html`${formatDateTime(item.closedAt)}, ${item.closedHow === 'success' ? 'by a later success' : `by ${item.closer ?? 'a colleague'}: ${item.note ?? ''}`}`,
          ] as const,
        ]),
  ]
}
