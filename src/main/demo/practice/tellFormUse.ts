import { type Database, type ServiceTables, serviceActor } from '#platform/db'

/** Forms with how many savings took at most so many minutes, and of a hundred savings how many filled each field. */
const forms = {
  '/people/:id/visits/new': {
    minutes: { 2: 6, 3: 14, 5: 31, 8: 22, 12: 11, 20: 5, 45: 2 },
    fields: {
      body: 100,
      on: 100,
      time: 88,
      kind: 100,
      outcome: 100,
      place: 41,
      child: 100,
      own_words: 37,
      bedroom: 22,
    },
  },
  '/people/:id/events/new': {
    minutes: { 1: 9, 2: 17, 3: 8, 5: 3 },
    fields: { on: 100, description: 100, source: 46, impact: 58 },
  },
  '/people/:id/involved': {
    minutes: { 1: 12, 2: 9, 3: 2 },
    fields: { name: 100, role: 100, organisation: 70, telephone: 52, email: 0, since: 17 },
  },
} as const

/** What the county's forms cost in the last three months, as the service would have summed it. */
export async function tellFormUse(database: Database, today: Temporal.PlainDate): Promise<void> {
  await database.as(serviceActor('courier'), 'form_use', async work => {
    const db = work.db<ServiceTables>()
    for (const back of [1, 2, 3]) {
      const month = today.with({ day: 1 }).subtract({ months: back })
      for (const [form, { minutes, fields }] of Object.entries(forms)) {
        const taken = Object.entries(minutes).map(([step, savings]) => ({ minutes: Number(step), savings }))
        const offered = taken.reduce((sum, { savings }) => sum + savings, 0)
        await db
          .insertInto('app.form_minutes')
          .values(taken.map(row => ({ form, month, ...row })))
          .execute()
        const filled = Object.entries(fields).map(([field, share]) => ({
          field,
          offered,
          filled: Math.round((offered * share) / 100),
        }))
        await db
          .insertInto('app.form_field')
          .values(filled.map(row => ({ form, month, ...row })))
          .execute()
      }
    }
  })
}
