import type { Uuid } from '#platform/ids'
import type { Discipline, Side } from '../rules/words.ts'
import type { FamilySafeguardingTables } from '../tables.ts'

export type SessionKind = FamilySafeguardingTables['practice_session']['kind']

/** One contact of a practitioner, as it was written. */
export type Session = {
  readonly id: Uuid
  readonly familyId: Uuid
  readonly strandId: Uuid
  readonly personIds: readonly Uuid[]
  readonly authorId: Uuid
  readonly authorName: string
  readonly discipline: Discipline
  readonly worksWith: Side | null
  readonly at: Temporal.Instant
  readonly kind: SessionKind
  readonly words: string
  /** What the person said, as they said it. */
  readonly ownWords: string | null
  readonly isSignificant: boolean
  /** Their own mark from 0 to 10. */
  readonly readiness: number | null
  readonly changeTalk: readonly string[]
  readonly modules: readonly number[]
  readonly correctsId: Uuid | null
  readonly correctionReason: string | null
}

export const sessionKinds: Readonly<Record<SessionKind, string>> = {
  session: 'Session',
  telephone: 'Telephone call',
  joint_visit: 'Joint visit',
  attempted: 'Attempted, not held',
}

/** What somebody says in favour of change (motivational interviewing), from wish to first steps. */
export const changeTalkWords: Readonly<Record<string, string>> = {
  desire: 'Wants to change',
  ability: 'Can change',
  reason: 'Has reasons to change',
  need: 'Needs to change',
  commitment: 'Will change',
  activation: 'Ready to change',
  taking_steps: 'Takes steps',
}
