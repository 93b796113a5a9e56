import { sql } from 'kysely'
import type { Actor } from '#platform/db'
import type { Reply } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import { askRoute } from '../../agencies/testing/askRoute.ts'
import { supervisionModule } from '../module.ts'

export const today = Temporal.Now.plainDateISO('Europe/London')
export const days = (name: string, day: Temporal.PlainDate) => ({
  [`${name}-day`]: String(day.day),
  [`${name}-month`]: String(day.month),
  [`${name}-year`]: String(day.year),
})
/** What a page says, or what was answered instead. */
export const pageOf = (reply: Reply): string => (reply.kind === 'page' ? String(reply.content) : reply.kind)

/** A team with its manager, two workers and two children of the first; its leader, another team's manager, and a director. */
export async function supervisionStage(record: TestRecord) {
  const { makers } = record
  const areaId = await makers.area()
  const teamId = await makers.team({ areaId })
  const elsewhere = await makers.team()
  const manager = await makers.worker()
  const worker = await makers.worker()
  const colleague = await makers.worker()
  const leader = await makers.worker()
  const otherManager = await makers.worker()
  await makers.post({ workerId: manager.id as Uuid, teamId, role: 'team_manager' })
  await makers.post({ workerId: worker.id as Uuid, teamId, holdsCases: true })
  await makers.post({ workerId: colleague.id as Uuid, teamId, holdsCases: true })
  await makers.post({ workerId: leader.id as Uuid, areaId, role: 'service_leader' })
  await makers.post({ workerId: otherManager.id as Uuid, teamId: elsewhere, role: 'team_manager' })
  const child = await makers.person({ given: 'Wrenna' })
  const other = await makers.person({ given: 'Tobin' })
  for (const personId of [child, other])
    await makers.allocation({ personId, teamId, workerId: worker.id as Uuid })
  const ask = (actor: Actor, method: 'GET' | 'POST', path: string, sent = {}) =>
    record.as(actor, work => askRoute(supervisionModule.routes, work, method, path, sent))
  return {
    ...{ teamId, manager, worker, colleague, leader, otherManager, child, other, ask },
    director: await makers.worker({ class: 'director' }),
    administrator: await makers.worker({ class: 'administrator' }),
    /** Begins a session. @returns its address */
    async begun(of = worker): Promise<string> {
      const sent = { ...days('held', today), kind: 'one_to_one' }
      const reply = await ask(manager, 'POST', `/supervision/workers/${of.id}`, sent)
      if (reply.kind !== 'redirect') throw new Error(pageOf(reply))
      return reply.location.replace('/write', '')
    },
    /** Sends the form of a session as it was opened. */
    async write(session: string, more: object): Promise<Reply> {
      const form = pageOf(await ask(manager, 'GET', `${session}/write`))
      const version = /name="version" value="([^"]+)"/.exec(form)?.[1]
      const fields = { ...days('held', today), kind: 'one_to_one', version, ...more }
      return await ask(manager, 'POST', `${session}/write`, fields)
    },
    /** How many rows of a table somebody may read. */
    counted: (actor: Actor, table: string) =>
      record.as(actor, async work => {
        const { rows } = await sql<{
          count: number
        }>`select count(*)::int as count from ${sql.table(table)}`.execute(work.db())
        return rows[0]?.count
      }),
  }
}
