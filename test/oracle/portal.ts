import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import type { Dated } from './world.ts'

/** What decides at the family's portal: few facts, and none of who works with whom. */
export type PortalWorld = {
  readonly now: Temporal.Instant
  readonly people: readonly { readonly id: Uuid; readonly bornOn: Temporal.PlainDate }[]
  /** Who has parental responsibility for whom. */
  readonly responsible: readonly (Dated & { readonly adultId: Uuid; readonly childId: Uuid })[]
  readonly accounts: readonly {
    readonly id: Uuid
    readonly ofId: Uuid
    readonly isClosed: boolean
    /** Opened by a decision with its reason, in the matter of all the children. */
    readonly isDecided: boolean
  }[]
  readonly copies: readonly Copy[]
  /** "I can see something I should not": said from an account of a copy, until somebody has said what was found. */
  readonly alarms: readonly {
    readonly id: Uuid
    readonly accountId: Uuid
    readonly copyId: Uuid
    readonly isSettled: boolean
  }[]
  readonly invitations: readonly Asked[]
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

/** Somebody of the family asked to a meeting of its own. */
export type Asked = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly childIds: readonly Uuid[]
  readonly kind: 'strategy' | 'review' | 'core_group'
  readonly status: 'planned' | 'in_session' | 'held' | 'cancelled'
  readonly plannedAt: Temporal.Instant
  readonly isWithdrawn: boolean
  readonly isExcluded: boolean
}

/** "Copies that were given to its person through the portal", while that person is somebody whom they may be given to. */
export function readsCopyAtPortal(world: PortalWorld, accountId: Uuid, copyId: Uuid): boolean {
  const personId = personOf(world, accountId)
  const copy = world.copies.find(one => one.id === copyId)
  if (personId === undefined || copy === undefined || copy.recipientId !== personId) return false
  if (!copy.isInPortal || !copy.isGiven) return false
  if (world.alarms.some(one => one.accountId === accountId && one.copyId === copyId && !one.isSettled))
    return false
  if (copy.status !== 'released') return false // one that was replaced or taken back is gone
  return copy.isDecided || isTheirs(world, personId, copy.childIds)
}

/**
 * "Meetings to which the person is asked (never a strategy discussion, ...), unless the chair has excluded them." The words are silent on
 * the rest; the narrower reading: while it is still to come or was to sit within a day, and for one of its children, or who has responsibility for each.
 */
export function readsMeetingAtPortal(world: PortalWorld, accountId: Uuid, invitationId: Uuid): boolean {
  const account = world.accounts.find(one => one.id === accountId)
  const personId = personOf(world, accountId)
  const asked = world.invitations.find(one => one.id === invitationId)
  if (account === undefined || asked === undefined || asked.personId !== personId) return false
  if (asked.kind === 'strategy' || asked.isWithdrawn || asked.isExcluded) return false
  if (asked.status !== 'planned' && asked.status !== 'in_session') return false
  if (Temporal.Instant.compare(asked.plannedAt, world.now.subtract({ hours: 24 })) <= 0) return false
  if (account.isDecided || asked.childIds.includes(personId)) return true // a child comes with a brother or sister
  return isTheirs(world, personId, asked.childIds)
}

/** What tells of these children: of oneself, or of those for each of whom one has parental responsibility. */
function isTheirs(world: PortalWorld, personId: Uuid, childIds: readonly Uuid[]): boolean {
  return childIds.every(childId => childId === personId || hasResponsibility(world, personId, childId))
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
