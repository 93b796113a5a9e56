import { type CensusChild, valueIn } from '../census/index.ts'
import { ChildLedger, factValue } from './childLedger.ts'
import type { Fact } from './fact.ts'
import { episodesMet, layEpisode } from './layEpisode.ts'
import { layIdentity } from './layIdentity.ts'
import type { SpareReading } from './mergeChildren.ts'
import { readingsIn } from './readingsIn.ts'

/** Lays a whole child upon what the record holds of it; nothing stored: a new person. Pure. */
export function layChild(
  child: CensusChild,
  stored: readonly Fact[],
  spare: readonly SpareReading[] = [],
): ChildLedger {
  const ledger = new ChildLedger(stored)
  const person = ledger.find('person', () => true) ?? ledger.add('person', newPerson)
  const isReused = person.isNew ? undefined : reusedId(ledger, person, child)
  if (isReused !== undefined) return refusedChild(child, isReused, spare)
  layIdentity(ledger, person, child)
  for (const one of spare) laySpare(ledger, one)
  const met = episodesMet(child.episodes)
  for (const episode of child.episodes) layEpisode(ledger, person.id, episode, met)
  return ledger
}

/** A value that stands again shares the fate of the one that was taken, or contradicts it. */
function laySpare(ledger: ChildLedger, { reading, taken }: SpareReading): void {
  if (factValue(reading) === factValue(taken)) {
    const fate = ledger.fates.get(taken.element) ?? 'held'
    ledger.settle(reading, fate === 'stored' ? 'held' : fate)
    return
  }
  ledger.settle(reading, 'contradicted')
  const problem = `The child stands more than once in this file, and an earlier place says ${String(factValue(taken))}, which was taken. Correct whichever is wrong in the system it comes from.`
  ledger.say(reading, 'contradicted', problem)
}

const newPerson = {
  is_unborn: false,
  date_of_birth: null,
  date_of_birth_precision: 'day',
  expected_delivery_on: null,
}

/** A child of which nothing can be kept: every element is refused, with one finding that says why. */
export function refusedChild(
  child: CensusChild,
  why: string,
  spare: readonly SpareReading[] = [],
): ChildLedger {
  const ledger = new ChildLedger()
  for (const reading of [...readingsIn(child), ...spare.map(one => one.reading)])
    ledger.settle(reading, 'refused')
  ledger.say(child.laChildId, 'refused', `Nothing of this child was stored. ${why}`)
  return ledger
}

/** An id whose holder has another day of birth and another pupil number was given to another child. */
function reusedId(ledger: ChildLedger, person: Fact, child: CensusChild): string | undefined {
  const born = person.values['date_of_birth'] ?? null
  const bornInFile = factValue(child.identifiers.birthOn)
  const upn = valueIn(child.identifiers.upn)
  const numbers = ledger.all('person_identifier', ({ kind }) => kind === 'upn' || kind === 'former_upn')
  const isOther =
    born !== null &&
    bornInFile !== undefined &&
    born !== bornInFile &&
    upn !== undefined &&
    numbers.length > 0 &&
    numbers.every(({ values }) => values['value'] !== upn)
  return isOther
    ? 'The record holds this id for a child with another date of birth and another UPN: one id cannot be two children. Give the child its own id.'
    : undefined
}
