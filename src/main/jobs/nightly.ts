import { refreshAccess } from '#modules/access'
import { verifyClocks } from '#modules/casework'
import { serviceActor } from '#platform/db'
import type { Task } from '#platform/jobs'

/** Each night the access table is computed afresh; it must not have differed. */
export const refreshAccessNightly: Task = {
  name: 'refresh_access',
  schedule: '10 2 * * *',
  async run({ database, log }) {
    const differing = await database.as(serviceActor('clockkeeper'), 'nightly', refreshAccess, {
      statementSeconds: 600,
    })
    if (differing > 0) log.warn('the access table differed from its rule and was mended', { rows: differing })
  },
}

/** Each night every clock is computed again; a difference is a fault to be reported, not to be smoothed over. */
export const verifyClocksNightly: Task = {
  name: 'verify_clocks',
  schedule: '20 2 * * *',
  async run({ database, log }) {
    const { clocks, differing } = await verifyClocks(database)
    if (differing.length > 0)
      log.error('clocks differ from their facts: run "kith verify clocks"', { differing: differing.length })
    else log.info('clocks verified', { clocks })
  },
}
