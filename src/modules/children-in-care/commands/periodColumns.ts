import type { PeriodSaid } from '../rules/period.ts'

/** What is said of a period, as the columns of its row. */
export const periodColumns = ({ startedOn, beganUnder, ended }: PeriodSaid) => ({
  started_on: startedOn,
  began_under: beganUnder,
  ended_on: ended?.on ?? null,
  ended_why: ended?.why ?? null,
})
