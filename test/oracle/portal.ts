import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import type { Dated } from './world.ts'

/** What decides at the family's portal: few facts, and none of who works with whom. */
export type PortalWorld = {
  readonly now: Temporal.Instant
  readonly people: readonly { readonly id: Uuid; readonly bornOn: Temporal.PlainDate }[]
  /** Who has parental responsibility for whom. */
  readonly responsible: readonly (Dated & { readonly adultId: Uuid; readonly childId: Uuid })[]
  readonly accounts: readonly { readonly id: Uuid; readonly ofId: Uuid; readonly isClosed: boolean }[]
  readonly copies: readonly Copy[]
  /** What children wrote on a page of their own. */
  readonly words: readonly { readonly id: Uuid; readonly personId: Uuid }[]
}

export type Copy = {
  readonly id: Uuid
  readonly recipientId: Uuid
  readonly childIds: readonly Uuid[]
  readonly status: 'composed' | 'approved' | 'released' | 'refused' | 'withdrawn' | 'replaced'
  /** Whether it was ever given: what is replaced or taken back may have been. */
  readonly isGiven: boolean
  readonly isInPortal: boolean
  /** Given by a decision with its reason, whatever the recipient is to the children. */
  readonly isDecided: boolean
}

/** "Copies that were given to its person through the portal", while that person is somebody whom they may be given to. */
export function readsCopyAtPortal(world: PortalWorld, accountId: Uuid, copyId: Uuid): boolean {
  const personId = personOf(world, accountId)
  const copy = world.copies.find(one => one.id === copyId)
  if (personId === undefined || copy === undefined || copy.recipientId !== personId) return false
  if (!copy.isInPortal || !copy.isGiven) return false
  if (copy.status !== 'released') return false // one that was replaced or taken back is gone
  if (copy.isDecided) return true
  return copy.childIds.every(childId => childId === personId || hasResponsibility(world, personId, childId))
}

/** "And their own words." */
export function readsWordAtPortal(world: PortalWorld, accountId: Uuid, wordId: Uuid): boolean {
  const personId = personOf(world, accountId)
  return personId !== undefined && world.words.some(one => one.id === wordId && one.personId === personId)
}

/** "A closed account ... reads nothing", itself included. */
export function readsAccountAtPortal(world: PortalWorld, accountId: Uuid, otherId: Uuid): boolean {
  return accountId === otherId && personOf(world, accountId) !== undefined
}

/** Whose the account is, while it is open. */
function personOf(world: PortalWorld, accountId: Uuid): Uuid | undefined {
  return world.accounts.find(one => one.id === accountId && !one.isClosed)?.ofId
}

/** Children Act 1989 s.3 and s.105: responsibility for a child, who is one until the day of the eighteenth birthday. */
function hasResponsibility(world: PortalWorld, adultId: Uuid, childId: Uuid): boolean {
  const today = londonDate(world.now)
  const child = world.people.find(one => one.id === childId)
  if (child === undefined) return false
  const adultFrom = child.bornOn.add({ years: 18 })
  if (Temporal.PlainDate.compare(today, adultFrom) >= 0) return false
  return world.responsible.some(
    one =>
      one.adultId === adultId &&
      one.childId === childId &&
      Temporal.PlainDate.compare(one.startedOn, today) <= 0 &&
      (one.endedOn === null || Temporal.PlainDate.compare(today, one.endedOn) < 0), // gone from the day it ends on
  )
}
