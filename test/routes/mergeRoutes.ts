import { sql } from 'kysely'
import { askMerge, confirmMerge, mergeChoices, mergeMark } from '#modules/people'
import { makeUuid, type Uuid } from '#platform/ids'
import type { Fields, SendRoute, Stage } from './shapes.ts'

/** Two records in the queue of the team north, which its manager and its worker write. */
async function pair(stage: Stage): Promise<readonly [Uuid, Uuid]> {
  return [await stage.child(), await stage.child()]
}

const actor = (id: Uuid) => ({ id, class: 'practitioner' }) as const

async function asked(stage: Stage): Promise<{ readonly id: Uuid; readonly one: Uuid; readonly other: Uuid }> {
  const [one, other] = await pair(stage)
  const { workers } = stage.county.staff
  const found = await stage.record.as(actor(workers.holder), async work =>
    askMerge(work, {
      survivorId: one,
      mergedId: other,
      evidence: 'Both papers were seen',
      evidenceKinds: ['other'],
      choices: mergeChoices.parse({}),
      mark: (await mergeMark(work, one, other)) ?? '',
      isOnePerson: true,
    }),
  )
  if (!('id' in found)) throw new Error(`The holder could not ask: ${found.outcome}`)
  return { id: found.id, one, other }
}

async function holdings(stage: Stage, one: Uuid): Promise<readonly Uuid[]> {
  const { rows } = await stage.record.as(actor(stage.county.staff.workers.holder), work =>
    sql<{ id: Uuid }>`select id from allocation where person_id = ${one}`.execute(work.db()),
  )
  return rows.map(({ id }) => id)
}

async function confirmed(stage: Stage): Promise<Uuid> {
  const { id, one, other } = await asked(stage)
  const choices = mergeChoices.parse({ holdings: await holdings(stage, one) })
  const outcome = await stage.record.as(actor(stage.county.staff.workers.manager), async work =>
    confirmMerge(work, {
      id,
      survivorId: one,
      mergedId: other,
      choices,
      mark: (await mergeMark(work, one, other)) ?? '',
      isOnePerson: true,
    }),
  )
  if (outcome !== 'merged') throw new Error(`The manager could not confirm: ${outcome}`)
  return id
}

const markOn = (body: string): string => /name="mark" value="([^"]+)"/.exec(body)?.[1] ?? ''
/** What the two invented records of a stage may be warned about. */
const sure: Fields = { one_person: 'ONE PERSON' }

/** The forms of merging, for the table of every POST route. */
export const mergeSendRoutes: Readonly<Record<string, SendRoute>> = {
  '/people/:personId/duplicates/:otherId': {
    async fill(stage) {
      const [one, other] = await pair(stage)
      return {
        by: 'holder',
        url: `/people/${one}/duplicates/${other}`,
        fields: { step: 'say', why: 'Cousins' },
      }
    },
    address: one => `/people/${one.personId}/duplicates/${makeUuid()}`,
  },
  '/people/:personId/merge/:otherId': {
    async fill(stage) {
      const [one, other] = await pair(stage)
      const url = `/people/${one}/merge/${other}`
      const { body } = await stage.visitors.holder.get(url)
      const fields = {
        mark: markOn(body),
        evidence_kinds: ['other'],
        evidence: 'Both papers were seen',
        ...sure,
      }
      return { by: 'holder', url, fields }
    },
    address: one => `/people/${one.personId}/merge/${makeUuid()}`,
  },
  '/merges/:mergeId': {
    async fill(stage) {
      const { id, one } = await asked(stage)
      const { body } = await stage.visitors.manager.get(`/merges/${id}`)
      const fields = { mark: markOn(body), holdings: [...(await holdings(stage, one))], ...sure }
      return { by: 'manager', url: `/merges/${id}`, fields }
    },
  },
  '/merges/:mergeId/close': {
    async fill(stage) {
      const { id } = await asked(stage)
      return { by: 'manager', url: `/merges/${id}/close`, fields: { reason: 'They are cousins' } }
    },
  },
  '/merges/:mergeId/undo': {
    async fill(stage) {
      const id = await confirmed(stage)
      return { by: 'manager', url: `/merges/${id}/undo`, fields: { reason: 'They are cousins after all' } }
    },
  },
}
