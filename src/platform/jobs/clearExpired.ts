import { type ServiceTables, serviceActor } from '../db/index.ts'
import type { Task } from './task.ts'

/** Each night: what nobody may open any more goes. Submissions stay 30 days, since people reopen laptops. */
export const clearExpired: Task = {
  name: 'clear_expired',
  schedule: '40 2 * * *',
  run: ({ database }) =>
    database.as(serviceActor('courier'), 'clear', async work => {
      const db = work.db<ServiceTables>()
      await db.deleteFrom('app.draft').where('expires_at', '<', work.now).execute()
      await db
        .deleteFrom('app.submission')
        .where('made_at', '<', work.now.subtract({ hours: 30 * 24 }))
        .execute()
      await db
        .deleteFrom('app.session')
        .where('ends_at', '<', work.now.subtract({ hours: 7 * 24 }))
        .execute()
      await db
        .deleteFrom('app.sign_in_attempt')
        .where('made_at', '<', work.now.subtract({ hours: 1 }))
        .execute()
    }),
}
