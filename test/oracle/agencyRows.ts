import type { Uuid } from '#platform/ids'
import { londonDate } from '#platform/time'
import { tellingOf } from './agencyFacts.ts'
import { idOf } from './idOf.ts'
import type { KnownRow } from './knownRow.ts'
import { organisationsOf } from './partnerFacts.ts'
import { workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'
import type { Values } from './values.ts'
import type { World } from './world.ts'

type Told = Sketch['agencies'][number]

/** @returns what agencies told, what was asked of it and how it was corrected; and what they say that they hold. */
export function agencyRows(sketch: Sketch, next: () => Uuid): readonly KnownRow[] {
  return sketch.agencies.flatMap((one, at) => {
    const rows = [
      ...contributionRows(sketch, one, idOf(sketch.salt, 'told', at), next),
      ...(isFirst(sketch, at) ? [indexRow(sketch, one, next)] : []),
      ...(one.query === null ? [] : [requestRow(sketch, one, next)]),
    ]
    return isCouncils(sketch, one) ? asWished(rows) : rows
  })
}

/** The council is no other agency: what its people would tell so can only be wished. */
function asWished(rows: readonly KnownRow[]): readonly KnownRow[] {
  return rows
    .filter(({ paperId }) => paperId === undefined)
    .map(row => ({ ...row, isAwaited: false, isProposed: true }))
}

function isCouncils(sketch: Sketch, one: Told): boolean {
  const { originatorId } = tellingOf(sketch, one)
  return organisationsOf(sketch).some(({ id, kind }) => id === originatorId && kind === 'council')
}

/** An organisation says once of a child that it knows them. */
function isFirst(sketch: Sketch, at: number): boolean {
  const key = (one: Told) => {
    const { personId, originatorId } = tellingOf(sketch, one)
    return `${personId} ${originatorId}`
  }
  const keys = sketch.agencies.map(key)
  return keys.indexOf(keys[at] ?? '') === at
}

function contributionRows(sketch: Sketch, one: Told, paperId: Uuid, next: () => Uuid): readonly KnownRow[] {
  const { authorId, colleagueId, originatorId, personId } = tellingOf(sketch, one)
  const isAwaited = one.query !== null && !one.query.isAnswered
  const of = (table: string) => ({ table, id: next(), personIds: [personId], originatorId, isAwaited })
  const correction = { ...of('contribution'), paperId, writerId: authorId }
  return [
    { ...of('contribution'), id: paperId, authorId },
    { ...correction, authorId, ...(one.isCorrected ? {} : { isProposed: true }) },
    { ...correction, id: next(), authorId: colleagueId, isProposed: true },
    ...(one.query === null
      ? []
      : [
          {
            ...{ ...of('contribution_query'), paperId, writerId: authorId },
            ...{ authorId: workerAt(sketch, one.query.asker), isClosed: one.query.isAnswered },
          },
        ]),
  ]
}

/** The teller was asked as well, by whoever asks them to correct what they told. */
function requestRow(sketch: Sketch, one: Told, next: () => Uuid): KnownRow {
  const { authorId, personId } = tellingOf(sketch, one)
  return {
    ...{ table: 'agency_request', id: next(), personIds: [personId], writerId: authorId },
    ...{ authorId: workerAt(sketch, one.query?.asker ?? 0), isClosed: one.query?.isAnswered === true },
  }
}

function indexRow(sketch: Sketch, one: Told, next: () => Uuid): KnownRow {
  const { authorId, originatorId, personId } = tellingOf(sketch, one)
  return {
    ...{ table: 'agency_record', id: next(), personIds: [personId], authorId, originatorId },
    ...{ isSensitive: one.isSensitive, isClosed: one.hasEnded },
  }
}

/** @returns the columns of a row of these, and null for any other. */
export function agencyValues(world: World, row: KnownRow, word: string, again: boolean): Values | null {
  const at = world.now.subtract({ hours: 30 })
  const on = londonDate(world.now).subtract({ days: again ? 1 : 2 })
  const of = { person_id: row.personIds[0], organisation_id: row.originatorId }
  const answered = row.isClosed && !again
  const made: Readonly<Record<string, Values>> = {
    contribution: {
      ...{ ...of, author_id: row.authorId, role: word, worries: word, family_may_know: false },
      ...{ written_at: at, corrects_id: row.paperId ?? null },
      correction_reason: row.paperId === undefined ? null : word,
    },
    contribution_query: {
      ...{ person_id: row.personIds[0], contribution_id: row.paperId, author_id: row.writerId },
      ...{ asked_by: row.authorId, asked_at: at, question: word },
      ...{ answered_at: answered ? at : null, answer: answered ? word : null },
    },
    agency_request: {
      ...{ person_id: row.personIds[0], worker_id: row.writerId, asked_by: row.authorId, asked_at: at },
      ...{ purpose: 'plan', question: word, answer_by: on },
      ...{ answered_at: answered ? at : null, answer: answered ? 'nothing_known' : null },
    },
    agency_record: {
      ...{ ...of, since_on: on, ended_on: answered ? on : null, ask: word, told_by: row.authorId },
      ...{ told_at: at, is_sensitive: row.isSensitive, consent_on: row.isSensitive ? on : null },
    },
  }
  return made[row.table] ?? null
}
