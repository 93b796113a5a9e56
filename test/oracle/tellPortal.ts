import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import type { Copy, PortalWorld } from './portal.ts'
import { askedValues, portalMeetingValues } from './portalMeetingValues.ts'
import type { Values } from './values.ts'

type Tables = Record<string, Record<string, unknown>>

/** Ids of what hangs from each copy. */
export type Beneath = ReadonlyMap<Uuid, { readonly copy_event: Uuid; readonly copy_answer: Uuid }>

/** Writes a world of the portal into a record, as the demo county is. @returns what hangs from the copies */
export async function tellPortal(record: TestRecord, world: PortalWorld): Promise<Beneath> {
  const tell = async (table: string, rows: readonly Values[]) => {
    if (rows.length === 0) return
    await record.as(serviceActor('storyteller'), work =>
      work
        .db<Tables>()
        .insertInto(table)
        .values(rows.map(row => ({ ...row })))
        .execute(),
    )
  }
  const worker = await record.makers.worker()
  await tell(
    'person',
    world.people.map(({ id, bornOn }) => ({ id, sex: 'U', date_of_birth: bornOn })),
  )
  await tell(
    'relationship',
    world.responsible.map(one => ({
      id: makeUuid(),
      person_id: one.adultId,
      other_id: one.childId,
      kind: 'parent',
      has_parental_responsibility: true,
      started_on: one.startedOn,
      ended_on: one.endedOn,
    })),
  )
  await tell(
    'family_account',
    world.accounts.map(one => accountValues(world, one, worker.id)),
  )
  await tell(
    'family_word',
    world.words.map(one => ({ id: one.id, person_id: one.personId, words: 'Invented' })),
  )
  const papers = world.copies.map(copy => ({ copy, id: makeUuid() }))
  await tell(
    'paper',
    papers.map(({ copy, id }) => ({
      id,
      kind: 'social_work_report',
      person_ids: [...copy.childIds],
      made_by: worker.id,
      status: 'finished',
      finished_at: world.now.subtract({ hours: 9 }),
      finished_by: worker.id,
    })),
  )
  await tell(
    'paper_copy',
    papers.map(({ copy, id }) => copyValues(world, copy, id, worker.id)),
  )
  await tell(
    'portal_alarm',
    world.alarms.map(({ id, accountId, copyId, isSettled }) => ({
      id,
      account_id: accountId,
      copy_id: copyId,
      settled_by: isSettled ? worker.id : null,
      settled_at: isSettled ? world.now : null,
      settled_because: isSettled ? 'An invented reason' : null,
    })),
  )
  const meetings = world.invitations.map(asked => ({ asked, id: makeUuid() }))
  await tell(
    'meeting',
    meetings.map(({ asked, id }) => portalMeetingValues(world, asked, id)),
  )
  await tell(
    'meeting_invitee',
    meetings.map(({ asked, id }) => askedValues(asked, id, worker.id)),
  )
  const beneath = new Map(
    world.copies
      .filter(({ isGiven }) => isGiven)
      .map(({ id }) => [id, { copy_event: makeUuid(), copy_answer: makeUuid() }]),
  )
  const noted = { noted_by: worker.id, by_recipient: false }
  await tell(
    'copy_event',
    [...beneath].map(([copy_id, { copy_event: id }]) => ({
      ...{ id, copy_id, kind: 'sent', way: 'post', happened_at: world.now.subtract({ hours: 1 }) },
      ...noted,
    })),
  )
  await tell(
    'copy_answer',
    [...beneath].map(([copy_id, { copy_answer: id }]) => ({
      id,
      copy_id,
      kind: 'comment',
      words: 'Invented',
      ...noted,
    })),
  )
  return beneath
}

function accountValues(
  world: PortalWorld,
  { id, ofId, isClosed, isDecided }: PortalWorld['accounts'][number],
  workerId: Uuid,
): Values {
  return {
    id,
    account_of: ofId,
    person_ids: world.people.slice(2).map(one => one.id),
    decided_because: isDecided ? 'An invented reason' : null,
    opened_by: workerId,
    closed_at: isClosed ? world.now.subtract({ hours: 1 }) : null,
    closed_because: isClosed ? 'An invented reason' : null,
  }
}

function copyValues(world: PortalWorld, copy: Copy, paperId: Uuid, workerId: Uuid): Values {
  const isApproved = copy.isGiven || copy.status === 'approved'
  const at = world.now.subtract({ hours: 3 })
  const isOver = ['refused', 'withdrawn', 'replaced'].includes(copy.status)
  return {
    id: copy.id,
    paper_id: paperId,
    person_ids: [...copy.childIds],
    recipient_id: copy.recipientId,
    content: JSON.stringify({ words: 'Invented' }),
    content_hash: Buffer.alloc(32, 7),
    part_ids: [],
    in_portal: copy.isInPortal,
    shared_because: copy.isDecided ? 'An invented reason' : null,
    status: copy.status,
    approved_by: isApproved ? [workerId] : [],
    approved_at: isApproved ? at : null,
    released_at: copy.isGiven ? at : null,
    released_by: copy.isGiven ? workerId : null,
    ended_because: isOver ? 'An invented reason' : null,
    composed_by: workerId,
  }
}
