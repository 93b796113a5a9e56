import type { Uuid } from '#platform/ids'
import type { KnownRow } from './knownRow.ts'
import { personAt, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import type { PartnerNotice, PartnerReader } from './toldFromOutside.ts'
import type { Values } from './values.ts'
import type { World } from './world.ts'

/** @returns every notice of the police and schools with its match, readers and question, and what might be said of it by hand. */
export function partnerRows(sketch: Sketch, world: World, next: () => Uuid): readonly KnownRow[] {
  return world.partnerNotices.flatMap((notice, at) => {
    const of = (table: string) => ({ table, id: next(), noticeId: notice.id, personIds: [] })
    return [
      {
        ...{ ...of('partner_notice'), id: notice.id, originatorId: notice.organisationId },
        ...{ authorId: notice.sentBy, isShared: notice.isShared, role: notice.kind },
      },
      ...(notice.personId === null ? [] : [{ ...of('partner_notice_match'), personIds: [notice.personId] }]),
      ...notice.readers.map(reader => ({ ...of('partner_notice_reader'), ...asReader(reader) })),
      { ...of('partner_notice_question'), teamId: notice.teamAsked, isClosed: notice.isAnswered },
      ...byHand(sketch, notice, at, of),
    ]
  })
}

function asReader({ kind, organisationId, teamId, workerId }: PartnerReader): Partial<KnownRow> {
  const school = organisationId === null ? {} : { originatorId: organisationId }
  return { readerKind: kind, teamId, workerId, ...school }
}

function byHand(
  sketch: Sketch,
  { kind }: PartnerNotice,
  at: number,
  of: (table: string) => KnownRow,
): readonly KnownRow[] {
  const one = sketch.notices[at]
  if (one === undefined) return []
  const match = { ...of('partner_notice_match'), personIds: [personAt(sketch, one.chosen)] }
  const asked = { ...match, authorId: workerAt(sketch, one.atDoor), isProposed: true }
  if (kind !== 'marac') return [asked]
  return [
    asked,
    {
      ...{ ...of('partner_notice_reader'), readerKind: 'named', workerId: workerAt(sketch, one.officer) },
      ...{ authorId: workerAt(sketch, one.atDoor), isProposed: true },
    },
  ]
}

/** @returns the columns of a row of these, and null for any other. */
export function partnerValues(world: World, row: KnownRow, word: string): Values | null {
  const at = world.now.subtract({ hours: 30 })
  const of = { notice_id: row.noticeId }
  const notice = world.partnerNotices.find(one => one.id === row.noticeId)
  const answered = { answered_at: at, answered_by: world.workers[0]?.id, answer: 'seen' }
  const made: Readonly<Record<string, Values>> = {
    partner_notice: {
      ...{ message_id: row.id, kind: notice?.kind, organisation_id: row.originatorId },
      ...{ sent_by: row.authorId, reference: word, their_reference: word, received_at: at, told: {} },
      sharing: row.isShared === true ? 'record' : 'front_door',
    },
    partner_notice_match: {
      ...{ ...of, place: 1, person_id: row.personIds[0], matched_by: row.authorId ?? null },
      how: row.authorId === undefined ? 'nhs_number' : 'by_hand',
    },
    partner_notice_reader: {
      ...{ ...of, kind: row.readerKind, organisation_id: row.originatorId ?? null },
      ...{ team_id: row.teamId ?? null, worker_id: row.workerId ?? null, named_by: row.authorId ?? null },
    },
    partner_notice_question: {
      ...{ ...of, place: 1, reason: 'no_match', team_id: row.teamId, opened_at: at },
      ...(row.isClosed ? answered : { answered_at: null, answered_by: null, answer: null }),
    },
  }
  return made[row.table] ?? null
}
