import {
  changeOutcome,
  type Fields,
  type FormValues,
  type OutcomeStatus,
  outcomeStatuses,
  statusWords,
  typedOf,
} from '#modules/casework'
import type { Work } from '#platform/db'
import { type Html, html, nothing } from '#ui'
import { line, type Of, oneOfMany } from '../frame/fieldParts.ts'
import { nameOf, type OpenFamily } from '../frame/openFamily.ts'
import type { PlanAim } from './planOutcomes.ts'

/** How an outcome of a plan stands now, as the group says: the plan is told in the same act. */
export type Standing = {
  readonly aim: PlanAim
  readonly status: Exclude<OutcomeStatus, 'open'>
  readonly reason: string | null
}

const closing = outcomeStatuses.filter(status => status !== 'open')
const words = { open: 'As it stands', ...Object.fromEntries(closing.map(code => [code, statusWords[code]])) }

/** Of each open outcome of the plans: how it stands, with the version that was shown. */
export function standingFields(open: OpenFamily, outcomes: readonly PlanAim[], of: Of): Html {
  if (outcomes.length === 0) return nothing
  return html`<h2 class="govuk-heading-m" id="standings">How the plans stand now</h2>
<p class="govuk-body">What you close here is closed in the plan when this record is saved.</p>
${outcomes.map(
  ({ id, personId, outcome, version }) =>
    html`<input type="hidden" name="seen-${id}" value="${version}">${oneOfMany(`stands-${id}`, `${nameOf(open, personId)}: ${outcome}`, words, of)}${line(`why-${id}`, 'Why? (asked unless it is achieved)', of)}`,
)}`
}

/** What the group said of the outcomes; one of which nothing is said stays as it is. */
export function parseStandings(fields: Fields, outcomes: readonly PlanAim[]): readonly Standing[] {
  return outcomes.flatMap(aim => {
    const status = closing.find(code => code === fields.typed(`stands-${aim.id}`))
    if (status === undefined) return []
    const needed = status === 'achieved' ? undefined : 'Enter why it is closed'
    return [{ aim, status, reason: fields.text(`why-${aim.id}`, 10_000, needed) }]
  })
}

/** Outcomes of which something is sent that somebody changed or closed since the form was shown, by id. */
export function outdated(outcomes: readonly PlanAim[], sent: FormValues): readonly string[] {
  const versions = new Map<string, number>(outcomes.map(({ id, version }) => [id, version]))
  return Object.keys(sent)
    .filter(name => name.startsWith('stands-') && !['', 'open'].includes(typedOf(sent, name)))
    .map(name => name.slice('stands-'.length))
    .filter(id => typedOf(sent, `seen-${id}`) !== `${versions.get(id) ?? 'gone'}`)
}

/** Tells the plan, in the transaction of the caller. */
export async function keepStandings(work: Work, standings: readonly Standing[]): Promise<void> {
  for (const { aim, status, reason } of standings) {
    const { id, personId, version, outcome, baseline, whatWillChange } = aim
    const kept = await changeOutcome(work, {
      id,
      personId,
      version,
      outcome,
      baseline,
      whatWillChange,
      status,
      statusReason: reason,
    })
    if (kept === 'stale') throw new Error('An outcome changed while group supervision was saved') // nothing of it is kept
  }
}
