import { parseUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import type { Values } from './values.ts'
import type { World } from './world.ts'

/** Rows of each person's that other rows of theirs must point at. */
export const parentTables = ['referral', 'assessment', 'cp_plan'] as const

/** @returns the ids of the person's parent rows, always the same. */
export function parentsOf(personId: Uuid): Readonly<Record<(typeof parentTables)[number], Uuid>> {
  const id = (number: number) => {
    const made = parseUuid(personId.replace('-7000-', `-700${number}-`))
    if (made === null || made === personId) throw new Error(`${personId} is not an id that idOf makes.`)
    return made
  }
  return { referral: id(1), assessment: id(2), cp_plan: id(3) }
}

/** @returns the rows of one of these tables, one for everybody; nobody is asked about them. */
export function parentRows(world: World, table: (typeof parentTables)[number]): readonly Values[] {
  const on = londonDate(world.now).subtract({ days: 40 })
  return world.people.map(({ id }) => {
    const ids = parentsOf(id)
    const of = { id: ids[table], person_id: id }
    if (table === 'referral') return { ...of, received_on: on }
    return { ...of, started_on: on, referral_id: ids.referral }
  })
}
