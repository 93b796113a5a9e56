import type { Restriction } from '#modules/access'
import type { Uuid } from '#platform/ids'
import { type Html, html, nothing } from '#ui'
import { restrictionStanding } from './page.ts'

/** What a past moment knew of a restriction: to read, and nothing to change. */
export type PastRestriction = {
  /** Null when nobody restricts the record today: then nothing of its past is told. */
  readonly restriction: Restriction | 'not_then' | null
  readonly names: ReadonlyMap<Uuid, string>
}

/** Who alone could know of this person then, why and until when. */
export function pastRestrictionPage({ restriction, names }: PastRestriction): Html {
  return html`<h1 class="govuk-heading-l">Restriction of this record</h1>
${restriction === null ? plain('The record is not restricted today. The lists of restrictions that have ended are shown to nobody.') : nothing}
${restriction === 'not_then' ? plain('The record was not restricted then.') : nothing}
${restriction !== null && restriction !== 'not_then' ? listThen(restriction, names) : nothing}`
}

const plain = (text: string): Html => html`<p class="govuk-body">${text}</p>`

function listThen(restriction: Restriction, names: ReadonlyMap<Uuid, string>): Html {
  return html`${restrictionStanding(restriction)}
<h2 class="govuk-heading-m">The named list</h2>
<ul class="govuk-list govuk-list--bullet">${restriction.memberIds.map(
    id => html`<li>${names.get(id) ?? 'Name not known'}</li>`,
  )}</ul>`
}
