import { workerNames } from '#modules/agencies'
import { familiesOf, familyMembers } from '#modules/people'
import type { Work } from '#platform/db'
import { parseUuid, type Uuid } from '#platform/ids'
import { whoIsInvolved } from '../queries/whoIsInvolved.ts'
import type { Owner } from './plan.ts'

/** Somebody who could do something of a plan. The value is what a form sends. */
export type OwnerChoice = { readonly value: string; readonly text: string }

/** Value of "somebody else", whose name is then typed. */
export const SOMEBODY_ELSE = 'name'

/** Those of the record who could own an action: whoever works with the child, the reader first, then the family. */
export async function ownerChoices(work: Work, personId: Uuid): Promise<readonly OwnerChoice[]> {
  const me = (await workerNames(work, [work.actor.id])).get(work.actor.id)
  const workers = new Map<Uuid, string>(me ? [[work.actor.id, `${me} (me)`]] : [])
  for (const { workerId, name } of await whoIsInvolved(work, personId))
    if (workerId && name && !workers.has(workerId)) workers.set(workerId, name)
  const family = new Map<Uuid, string>()
  for (const { id } of await familiesOf(work, personId))
    for (const { person } of await familyMembers(work, id)) family.set(person.id, person.displayName)
  return [
    ...[...workers].map(([id, text]) => ({ value: `worker:${id}`, text })),
    ...[...family].map(([id, text]) => ({ value: `person:${id}`, text: `${text} (family)` })),
  ]
}

/** Value of an owner in the form. */
export const ownerValue = (owner: Owner): string =>
  owner.kind === 'name' ? SOMEBODY_ELSE : `${owner.kind}:${owner.id}`

/** The owner that a form names, only of the choices it offered; null when it names none. */
export function parseOwner(value: string, name: string, choices: readonly OwnerChoice[]): Owner | null {
  if (value === SOMEBODY_ELSE) return name.trim() === '' ? null : { kind: 'name', name: name.trim() }
  if (!choices.some(choice => choice.value === value)) return null
  const [kind, text = ''] = value.split(':')
  const id = parseUuid(text)
  if (id === null || (kind !== 'worker' && kind !== 'person')) return null
  return { kind, id }
}
