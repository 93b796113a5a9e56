import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { denseTable, formatDate, type Html, html, nothing } from '#ui'
import type { InvolvedOnce } from '../../queries/oncePerWorker.ts'
import { roleWord } from '../frame/recordWords.ts'

/** Who works with the person: role, agency, telephone, since when, last contact. */
export function involvedTable(
  personId: Uuid,
  involved: readonly InvolvedOnce[],
  { mayWrite, readsRecord }: { readonly mayWrite: boolean; readonly readsRecord: boolean },
): Html {
  const change = mayWrite
    ? html`<p class="govuk-body"><a class="govuk-link" href="/people/${personId}/involved">Add or end someone’s involvement</a></p>`
    : nothing
  if (involved.length === 0) return html`<p class="govuk-body">Nobody is recorded as involved.</p>${change}`
  return html`${denseTable({
    caption: 'Who is involved',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: ['Name', 'Role', 'Team or agency', 'Telephone', 'Since', 'Last contact'].map(text => ({ text })),
    rows: involved.map(one => [
      { text: one.name ?? 'Nobody yet' },
      { text: rolesLine(one.roles) },
      { text: one.agencies.join(', ') || 'Not recorded' },
      { html: telephone(one.telephone) },
      { text: formatDate(one.since) },
      { text: lastContact(one, readsRecord) },
    ]),
  })}${change}`
}

/** "Lead practitioner, designated safeguarding lead". */
const rolesLine = ([first = '', ...others]: readonly string[]): string =>
  [roleWord(first), ...others.map(role => roleWord(role).toLowerCase())].join(', ')

/** Who may not read the notes cannot be told that there is none. */
function lastContact({ lastContactAt }: InvolvedOnce, readsRecord: boolean): string {
  if (lastContactAt) return formatDate(londonDate(lastContactAt))
  return readsRecord ? 'None recorded' : 'Not yours to see'
}

/** A number that a phone can call by touching it. */
export function telephone(number: string | null): Html {
  if (number === null) return html`Not recorded`
  return html`<a class="govuk-link" href="tel:${number.replace(/[^+\d]/g, '')}">${number}</a>`
}
