import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll } from 'vitest'
import { serviceActor, type Work } from '#platform/db'
import { openSealer, type Sealer } from '#platform/files'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import { readTaken } from '../answers/readTaken.ts'
import { takeMessage } from '../answers/takeMessage.ts'
import { keepUp } from '../following/keepUp.ts'
import { acknowledgementText } from '../message/nhsText.ts'

const council = { code: '999', name: 'Exampleshire County Council' }

/** A team that sends, somebody of it, and ways to give a child a plan and to let the NHS answer. */
export async function openProtection({ database, makers }: TestRecord, given?: Sealer) {
  const sealer = given ?? ownSealer()
  const ownerTeam = await makers.team({ kind: 'conference_service' })
  const sender = await makers.worker()
  await makers.post({ workerId: sender.id, teamId: ownerTeam, role: 'business_support' })
  const listen = <R>(fn: (work: Work) => Promise<R>) =>
    database.as(serviceActor('listener'), 'protection', fn)
  const tell = (text: ReturnType<typeof sql>) =>
    database.as(serviceActor('storyteller'), 'demo', work => text.execute(work.db()))
  let numbers = 0
  const number = async (personId: Uuid, value?: string) => {
    numbers += 1
    const nhsNumber = value ?? String(9_990_000_000 + numbers) // only ever compared with itself
    await tell(sql`update person_identifier set ended_on = current_date where person_id = ${personId}`)
    await tell(
      sql`insert into person_identifier (person_id, kind, value) values (${personId}, 'nhs_number', ${nhsNumber})`,
    )
    return nhsNumber
  }
  /** A child of a worker's, with a plan since a day. */
  const planned = async (startedOn = '2026-03-02') => {
    const [personId, teamId, worker] = [await makers.person(), await makers.team(), await makers.worker()]
    await makers.post({ workerId: worker.id, teamId, holdsCases: true })
    await makers.allocation({ personId, teamId, workerId: worker.id })
    const planId = makeUuid()
    await tell(
      sql`insert into cp_plan (id, person_id, started_on) values (${planId}, ${personId}, ${startedOn}::date)`,
    )
    return { personId, planId, teamId, worker }
  }
  const follow = () => listen(work => keepUp(work, sealer, council))
  const markSent = () =>
    listen(work =>
      sql`update protection_file set sent_at = ${work.now}, sent_how = 'mesh' where answered_at is null and given_up_at is null`.execute(
        work.db(),
      ),
    )
  /** The NHS sends something. */
  const arrive = (bytes: Uint8Array) =>
    listen(async work => {
      const taken = await takeMessage(work, sealer, { bytes, teamId: ownerTeam, takenBy: null })
      if (taken.kind === 'taken') await readTaken(work, sealer, taken.id)
      return taken.kind
    })
  const rows = async <Row>(text: ReturnType<typeof sql<Row>>) =>
    (await listen(work => text.execute(work.db()))).rows
  /** The NHS answers the file in flight; children who are not named were loaded. */
  const answer = async (code: string, said: ReadonlyMap<Uuid, string> = new Map()) => {
    await markSent()
    const lines = await rows(sql<{ id: Uuid; personId: Uuid; sequence: number }>`
      select r.id, r.person_id as "personId", f.sequence from protection_file_record r join protection_file f on f.id = r.file_id
      where f.answered_at is null and f.given_up_at is null`)
    const answers = lines.map(({ id, personId }) => ({ id, code: said.get(personId) ?? 'CPR06' }))
    return await arrive(acknowledgementText(lines[0]?.sequence ?? 0, code, answers))
  }
  const openWorks = async () =>
    (
      await rows(
        sql<{ code: string }>`select code from protection_work where closed_at is null order by code`,
      )
    ).map(({ code }) => code)
  return {
    ...{ sealer, ownerTeam, sender, listen, tell, number, planned },
    ...{ follow, markSent, arrive, answer, rows, openWorks },
  }
}

function ownSealer(): Sealer {
  const folder = mkdtempSync(join(tmpdir(), 'kith-protection-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return openSealer({
    folder,
    authority: '999',
    installationKey: createHash('sha256').update('only for tests').digest(),
  })
}
