import { type Database, type ServiceTables, serviceActor } from '../db/index.ts'
import type { FormCounts } from './formCounts.ts'

/** Adds what was counted to the sums of the month: some minutes after the savings, so that neither can be told from the other. */
export async function keepFormCounts(database: Database, counts: FormCounts): Promise<void> {
  const { minutes, fields } = counts.take()
  if (minutes.length === 0) return
  await database.as(serviceActor('courier'), 'form_use', async work => {
    const db = work.db<ServiceTables>()
    for (const { month, ...row } of minutes)
      await db
        .insertInto('app.form_minutes')
        .values({ ...row, month: Temporal.PlainDate.from(month) })
        .onConflict(conflict =>
          conflict
            .columns(['form', 'month', 'minutes'])
            .doUpdateSet(eb => ({ savings: eb('app.form_minutes.savings', '+', row.savings) })),
        )
        .execute()
    for (const { month, ...row } of fields)
      await db
        .insertInto('app.form_field')
        .values({ ...row, month: Temporal.PlainDate.from(month) })
        .onConflict(conflict =>
          conflict.columns(['form', 'month', 'field']).doUpdateSet(eb => ({
            offered: eb('app.form_field.offered', '+', row.offered),
            filled: eb('app.form_field.filled', '+', row.filled),
          })),
        )
        .execute()
  })
}
