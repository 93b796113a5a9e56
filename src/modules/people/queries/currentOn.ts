import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'

type Dated = { started_on: Temporal.PlainDate | null; ended_on: Temporal.PlainDate | null }

/** Condition that a dated row holds on a day; its last day belongs to it. */
export function currentOn(today: Temporal.PlainDate) {
  // Kysely cannot know that every table passed here has these two columns; the type of `Dated` says so instead.
  return <DB, TB extends keyof DB>(eb: ExpressionBuilder<DB, TB>): ExpressionWrapper<DB, TB, SqlBool> => {
    const dated = eb as unknown as ExpressionBuilder<{ row: Dated }, 'row'>
    const condition = dated.and([
      dated.or([dated('started_on', 'is', null), dated('started_on', '<=', today)]),
      dated.or([dated('ended_on', 'is', null), dated('ended_on', '>=', today)]),
    ])
    return condition as unknown as ExpressionWrapper<DB, TB, SqlBool>
  }
}
