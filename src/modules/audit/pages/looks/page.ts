import type { Uuid } from '#platform/ids'
import { denseTable, formatDateTime, type Html, html, pagination } from '#ui'
import type { Look, Looks } from '../../queries/looksAtRecord.ts'
import { actionWords, plainWords } from '../words.ts'

/** Everything that the page of looks shows. */
export type LooksView = { readonly personId: Uuid; readonly looks: Looks; readonly isFirst: boolean }

/** The columns, on the page and in the spreadsheet. */
export const lookHeadings = [
  'When',
  'Who',
  'Role in Kith',
  'What was done',
  'Part of the record',
  'Purpose',
  'Why they could',
] as const

/** One look in words, in the order of the columns but without the first. */
export function lookWords(look: Look): string[] {
  const moment = look.knownAt === null ? '' : `, as known on ${formatDateTime(look.knownAt)}`
  return [
    look.worker ?? 'Kith itself',
    plainWords(look.class ?? 'unknown'),
    `${actionWords(look.action)}${moment}`,
    plainWords(look.resource),
    plainWords(look.purpose ?? ''),
    (look.relationship ?? '').split(', ').map(plainWords).join(', '),
  ]
}

/** Who has looked at one person's record, newest first. */
export function looksPage({ personId, looks, isFirst }: LooksView): Html {
  const path = `/people/${personId}/looks`
  const rows = looks.looks.map(look => [
    { text: formatDateTime(look.at) },
    ...lookWords(look).map(text => ({ text })),
  ])
  return html`<h1 class="govuk-heading-l">Who has looked at this record</h1>
<p class="govuk-body">Every opening, search result, download and change, with the reason the worker could see it at that moment. Nobody can change or remove a line of this list.</p>
${denseTable({ caption: 'Who has looked at this record', captionClasses: 'govuk-visually-hidden', head: lookHeadings.map(text => ({ text })), rows })}
${pagination({
  ...(isFirst ? {} : { previous: { href: path, text: 'Newest' } }),
  ...(looks.next === null ? {} : { next: { href: `${path}?before=${looks.next}`, text: 'Older' } }),
})}
<p class="govuk-body"><a class="govuk-link" href="${path}?format=csv">Download the whole list (CSV)</a></p>`
}
