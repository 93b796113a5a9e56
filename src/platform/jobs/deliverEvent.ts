import { z } from 'zod'
import { type ServiceTables, serviceActor } from '../db/index.ts'
import type { Uuid } from '../ids/index.ts'
import type { JobContext, Task } from './task.ts'

/** A module's answer to another's event. It must stand being called twice: delivery is at least once. */
export type EventHandler = {
  readonly event: string
  handle(context: JobContext, body: unknown): Promise<void>
}

const shape = z.object({ id: z.uuid() })

/** The task that delivers one event of the outbox to every handler that asked for it. */
export function deliverEvent(handlers: readonly EventHandler[]): Task {
  return {
    name: 'deliver_event',
    async run(context, payload) {
      const id = shape.parse(payload).id as Uuid // just checked
      const row = await context.database.as(serviceActor('courier'), 'deliver', work =>
        work
          .db<ServiceTables>()
          .selectFrom('app.outbox')
          .select(['event', 'body'])
          .where('id', '=', id)
          .where('delivered_at', 'is', null)
          .executeTakeFirst(),
      )
      if (row === undefined) return
      for (const handler of handlers) if (handler.event === row.event) await handler.handle(context, row.body)
      await context.database.as(serviceActor('courier'), 'deliver', work =>
        work
          .db<ServiceTables>()
          .updateTable('app.outbox')
          .set({ delivered_at: work.now })
          .where('id', '=', id)
          .execute(),
      )
    },
  }
}
