import type { ServiceTables, Work } from '../db/index.ts'

/** Fewer savings than this are not shown: they could be one person's. */
export const LEAST = 10

/** What one form costs, over some months. */
export type FormFigures = {
  readonly form: string
  readonly savings: number
  /** Minutes within which half, and nine of ten, were saved: steps, so "at most". */
  readonly median: number
  readonly ninetieth: number
  readonly fields: readonly { readonly field: string; readonly share: number }[]
  readonly unfilled: readonly string[]
}

/** @returns forms saved at least ten times since that month, the most used first */
export async function formFigures(work: Work, since: Temporal.PlainDate): Promise<readonly FormFigures[]> {
  const db = work.db<ServiceTables>()
  const minutes = await db
    .selectFrom('app.form_minutes')
    .select(({ fn }) => ['form', 'minutes', fn.sum<number>('savings').as('savings')])
    .where('month', '>=', since)
    .groupBy(['form', 'minutes'])
    .orderBy('minutes')
    .execute()
  const fields = await db
    .selectFrom('app.form_field')
    .select(({ fn }) => [
      'form',
      'field',
      fn.sum<number>('offered').as('offered'),
      fn.sum<number>('filled').as('filled'),
    ])
    .where('month', '>=', since)
    .groupBy(['form', 'field'])
    .orderBy('field')
    .execute()
  const ofForm = Map.groupBy(fields, ({ form }) => form)
  return [...Map.groupBy(minutes, ({ form }) => form)]
    .map(([form, rows]) => {
      const counted = rows.map(row => ({ minutes: row.minutes, savings: Number(row.savings) }))
      const own = (ofForm.get(form) ?? []).filter(({ offered }) => Number(offered) >= LEAST)
      return {
        form,
        savings: counted.reduce((sum, { savings }) => sum + savings, 0),
        median: within(counted, 0.5),
        ninetieth: within(counted, 0.9),
        fields: own.map(({ field, offered, filled }) => ({ field, share: Number(filled) / Number(offered) })),
        unfilled: own.filter(({ filled }) => Number(filled) === 0).map(({ field }) => field),
      }
    })
    .filter(({ savings }) => savings >= LEAST)
    .toSorted((one, other) => other.savings - one.savings)
}

function within(
  rows: readonly { readonly minutes: number; readonly savings: number }[],
  share: number,
): number {
  const wanted = rows.reduce((sum, { savings }) => sum + savings, 0) * share
  let sum = 0
  for (const { minutes, savings } of rows) {
    sum += savings
    if (sum >= wanted) return minutes
  }
  return 0
}
