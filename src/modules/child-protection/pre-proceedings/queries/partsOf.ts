import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { Extension, FamilyMeeting, Meeting, Offer } from '../rules/preProceedings.ts'

type Parts<T> = Promise<ReadonlyMap<Uuid, readonly T[]>>

const grouped = <T>(
  rows: readonly { readonly of: Uuid; readonly part: T }[],
): ReadonlyMap<Uuid, readonly T[]> =>
  new Map([...Map.groupBy(rows, ({ of }) => of)].map(([id, group]) => [id, group.map(({ part }) => part)]))

/** Offers of a family group meeting, by the pre-proceedings that they belong to, oldest first. */
export async function offersOf(work: Work, personIds: readonly Uuid[]): Parts<Offer> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('family_group_offer')
    .selectAll()
    .where('person_id', 'in', personIds)
    .orderBy('offered_on')
    .orderBy('id')
    .execute()
  return grouped(
    rows.map(row => ({
      of: row.pre_proceedings_id,
      part: {
        id: row.id,
        recipientId: row.recipient_id,
        letterId: row.letter_id,
        offeredOn: row.offered_on,
        how: row.how,
        answer: row.answer,
        answeredOn: row.answered_on,
        words: row.words,
        version: row.version,
      },
    })),
  )
}

export async function familyMeetingsOf(work: Work, personIds: readonly Uuid[]): Parts<FamilyMeeting> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('family_group_meeting')
    .selectAll()
    .where('person_id', 'in', personIds)
    .orderBy('held_on')
    .orderBy('id')
    .execute()
  return grouped(
    rows.map(row => ({
      of: row.pre_proceedings_id,
      part: {
        id: row.id,
        heldOn: row.held_on,
        coordinator: row.coordinator,
        came: row.came,
        childCame: row.child_came,
        familyPlan: row.family_plan,
        authorityAgrees: row.authority_agrees,
        version: row.version,
      },
    })),
  )
}

export async function meetingsOf(work: Work, personIds: readonly Uuid[]): Parts<Meeting> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('pre_proceedings_meeting')
    .selectAll()
    .where('person_id', 'in', personIds)
    .orderBy('held_on')
    .orderBy('id')
    .execute()
  return grouped(
    rows.map(row => ({
      of: row.pre_proceedings_id,
      part: {
        id: row.id,
        kind: row.kind,
        heldOn: row.held_on,
        came: row.came,
        wasRepresented: row.represented,
        agreed: row.agreed,
        nextOn: row.next_on,
        version: row.version,
      },
    })),
  )
}

export async function extensionsOf(work: Work, personIds: readonly Uuid[]): Parts<Extension> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('pre_proceedings_extension')
    .select(['id', 'pre_proceedings_id', 'weeks', 'decided_on', 'reasons'])
    .where('person_id', 'in', personIds)
    .orderBy('decided_on')
    .orderBy('id')
    .execute()
  return grouped(
    rows.map(row => ({
      of: row.pre_proceedings_id,
      part: { id: row.id, weeks: row.weeks, decidedOn: row.decided_on, reasons: row.reasons },
    })),
  )
}
