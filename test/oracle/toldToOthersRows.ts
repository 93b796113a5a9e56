import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import type { KnownRow } from './knownRow.ts'
import { peopleAt, teamAt, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import type { Values } from './values.ts'
import type { World } from './world.ts'

/** @returns what the NHS is told of the plans of some, its answers and what is to be done; and what another system was told of them. */
export function toldToOthersRows(sketch: Sketch, next: () => Uuid): readonly KnownRow[] {
  const personIds = peopleAt(sketch, sketch.owners[0] ?? []).slice(0, 2)
  const teamId = teamAt(sketch, sketch.posts[0]?.team ?? 0)
  const [copyId, systemId, subscriptionId, messageId] = [next(), next(), next(), next()]
  const ofTeam = (table: string) => ({ table, id: next(), personIds: [], teamId })
  return [
    { table: 'partner_system', id: systemId, personIds: [] },
    { table: 'subscription', id: subscriptionId, personIds: [], paperId: systemId },
    { ...ofTeam('protection_file'), id: copyId },
    ...personIds.flatMap((personId, at) =>
      ofPerson(personId, personIds.at(at - 1) ?? personId, { teamId, copyId, subscriptionId }, next),
    ),
    { ...ofTeam('protection_file_body'), personIds, copyId },
    {
      ...ofTeam('protection_message'),
      id: messageId,
      authorId: workerAt(sketch, sketch.posts[0]?.worker ?? 0),
    },
    { ...ofTeam('protection_work'), copyId },
    { ...ofTeam('protection_inactive'), copyId: messageId },
  ]
}

function ofPerson(
  personId: Uuid,
  motherId: Uuid,
  { teamId, copyId, subscriptionId }: Readonly<Record<'teamId' | 'copyId' | 'subscriptionId', Uuid>>,
  next: () => Uuid,
): readonly KnownRow[] {
  const [paperId, disclosureId] = [next(), next()]
  const of = (table: string) => ({ table, id: next(), personIds: [personId] })
  return [
    // Of an unborn child: "by the child's record, not by the mother's".
    { ...of('protection_status'), id: paperId, aboutId: motherId },
    { ...of('protection_change'), paperId },
    { ...of('protection_file_record'), paperId, copyId },
    of('protection_access'),
    { ...of('protection_work'), teamId, paperId },
    { ...of('disclosure'), id: disclosureId, paperId: subscriptionId },
    { ...of('disclosure_delivery'), paperId: disclosureId },
  ]
}

/** @returns the columns of a row of these, and null for any other. */
export function toldToOthersValues(world: World, row: KnownRow, word: string): Values | null {
  const at = world.now.subtract({ hours: 30 })
  const on = londonDate(world.now).subtract({ days: 60 })
  const number = numberOf(word)
  const of = { person_id: row.personIds[0] ?? null }
  const made: Readonly<Record<string, Values>> = {
    ...disclosedValues(of, row, word, at, on),
    protection_status: {
      ...{ ...of, kind: 'unborn_plan', subject_id: row.aboutId, source_id: row.id, started_on: on },
    },
    protection_change: {
      ...{ ...of, number, status_id: row.paperId, what: 'started', started_on: on, made_at: at },
    },
    protection_file: { sequence: number, team_id: row.teamId, records: 1, made_at: at },
    protection_file_body: { file_id: row.copyId, sealed: '\\x00' },
    protection_file_record: {
      ...{ ...of, file_id: row.copyId, status_id: row.paperId, number, nhs_number: '9990000018' },
    },
    protection_access: { ...of, notice: word, opened_at: at },
    protection_message: {
      ...{ team_id: row.teamId, kind: '02', sha256: bytesOf(row.id, word), sealed: '\\x00' },
      ...{ taken_at: at, taken_by: row.authorId },
    },
    protection_work: {
      ...{ ...of, code: 'CPR01', team_id: row.teamId, opened_at: at },
      ...(row.paperId === undefined
        ? { status_id: null, file_id: row.copyId }
        : { status_id: row.paperId, file_id: null }),
    },
    protection_inactive: { nhs_number: '9990000018', message_id: row.copyId, told_at: at },
  }
  return made[row.table] ?? null
}

/** What a system of another organisation hears of, and what it was told. */
function disclosedValues(
  of: Values,
  row: KnownRow,
  word: string,
  at: Temporal.Instant,
  on: Temporal.PlainDate,
): Readonly<Record<string, Values>> {
  const why = { purpose: word, basis_code: 'ca2004_s11', basis: word }
  return {
    subscription: {
      ...{ ...why, partner_system_id: row.paperId, topic: 'plan_started' },
      ...{ address: 'https://system.example/hook', started_on: on },
    },
    disclosure: {
      ...{ ...of, ...why, subscription_id: row.paperId, topic: 'plan_started' },
      ...{ event_id: row.id, subject: row.id, shared: ['plan'], withheld: [], made_at: at },
      ...{ identifier: 'not_known', identifier_tried: word, sequence: 1 },
    },
    disclosure_delivery: { ...of, disclosure_id: row.paperId, next_try_at: at },
  }
}

/** A number of its own for each row. */
const numberOf = (word: string): number => (word.length % 7) + Number.parseInt(word.slice(-4), 16) * 10

/** Thirty-two bytes that no other message has. */
const bytesOf = (id: Uuid, word: string): string =>
  `\\x${word === id ? '00' : 'ff'}${id.replaceAll('-', '').repeat(2).slice(2)}`
