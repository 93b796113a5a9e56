import { outcomesOf, type PlanOutcome } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { checkboxes, type Html, nothing } from '#ui'
import type { PlanView } from './planView.ts'

/** An open outcome of a brother or sister. */
export type Twin = { readonly outcomeId: Uuid; readonly personId: Uuid; readonly name: string }

/** The same outcome, in the same words, in the plans of brothers and sisters. */
export async function twins(work: Work, view: PlanView, outcome: PlanOutcome): Promise<readonly Twin[]> {
  const others = view.planned.filter(({ id }) => id !== view.personId)
  const theirs = await outcomesOf(
    work,
    others.map(({ plan }) => plan.id),
  )
  return theirs
    .filter(one => one.status === 'open' && one.outcome === outcome.outcome)
    .map(one => ({
      outcomeId: one.id,
      personId: one.personId,
      name: others.find(({ id }) => id === one.personId)?.displayName ?? '',
    }))
}

/** Which of them an action is for as well. */
export function twinTicks(others: readonly Twin[], ticked: readonly string[]): Html {
  if (others.length === 0) return nothing
  return checkboxes({
    name: 'also',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Also for the same outcome of', classes: 'govuk-fieldset__legend--s' } },
    items: others.map(({ personId, name }) => ({ value: personId, text: name })),
    values: ticked,
  })
}
