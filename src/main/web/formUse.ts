import type { FastifyInstance } from 'fastify'
import type { Database } from '#platform/db'
import { FormCounts, fieldsShown, keepFormCounts } from '#platform/form-use'
import type { Reply } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { Parts } from './parts.ts'

const EVERY = 5 * 60_000 // milliseconds

const counts = new WeakMap<Database, FormCounts>()

function countsOf(database: Database): FormCounts {
  const known = counts.get(database) ?? new FormCounts()
  counts.set(database, known)
  return known
}

/** Notes which fields the forms of a page have. */
export function noteShown(database: Database, reply: Reply): void {
  if (reply.kind === 'page') countsOf(database).noteShown(fieldsShown(String(reply.content)))
}

/** Counts a form that was saved, once its transaction is. */
export function noteSaved(
  database: Database,
  saved: {
    readonly path: string
    readonly key: Uuid
    readonly sent: Readonly<Record<string, unknown>>
    readonly now: Temporal.Instant
  },
): void {
  countsOf(database).noteSaved(saved)
}

/** Writes the sums of each authority now and then, and when the server ends; a failure loses figures, never work. */
export function addFormUse(server: FastifyInstance, { authorities, log }: Parts): void {
  const keep = async (): Promise<void> => {
    for (const { database } of new Set(authorities.values()))
      await keepFormCounts(database, countsOf(database)).catch((error: unknown) =>
        log.warn('figures of form use were not kept', { error }),
      )
  }
  const timer = setInterval(() => void keep(), EVERY)
  timer.unref()
  server.addHook('onClose', async () => {
    clearInterval(timer)
    await keep()
  })
}
