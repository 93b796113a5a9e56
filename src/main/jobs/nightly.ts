import { refreshAccess, remindOfReviews } from '#modules/access'
import { findUnexplained } from '#modules/audit'
import { verifyClocks } from '#modules/casework'
import { climbLate } from '#modules/health'
import { climbLateNotices, climbRequests } from '#modules/partners'
import { gatherCaseload } from '#modules/workforce'
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

/** Each night the kept figures of caseload are counted afresh; none must have differed. */
export const gatherCaseloadNightly: Task = {
  name: 'gather_caseload',
  schedule: '15 2 * * *',
  async run({ database, log }) {
    const differing = await database.as(serviceActor('clockkeeper'), 'nightly', gatherCaseload, {
      statementSeconds: 600,
    })
    if (differing > 0)
      log.warn('kept caseload differed from the allocations and was mended', { figures: differing })
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

/** Each morning those who answer for openings are told which reviews are due today, and the leaders which are late. */
export const remindOfReviewsDaily: Task = {
  name: 'remind_of_reviews',
  schedule: '0 6 * * *',
  async run({ database, log }) {
    const told = await database.as(serviceActor('clockkeeper'), 'nightly', remindOfReviews)
    if (told > 0) log.info('reminded of openings that wait for a review', { notices: told })
  },
}

/** Each Monday the looks of the week before that no work explains are kept, and the managers of those workers told. */
export const explainLooksWeekly: Task = {
  name: 'explain_looks',
  schedule: '30 3 * * 1',
  async run({ database, log }) {
    const found = await database.as(
      serviceActor('clockkeeper'),
      'weekly',
      work => findUnexplained(work, work.today.subtract({ days: work.today.dayOfWeek - 1 + 7 })),
      { statementSeconds: 600 },
    )
    log.info('looks at records explained', found)
  },
}

/** Visits to hospital that nobody has read in time climb to the team's lead, from the first quarter of an hour of the day after. */
export const climbLateVisits: Task = {
  name: 'climb_late_visits',
  schedule: '*/15 * * * *',
  async run({ database, log }) {
    const climbed = await database.as(serviceActor('listener'), 'climb', climbLate)
    if (climbed > 0) log.info('visits to hospital climbed unread', { notices: climbed })
  },
}

/** What an agency has not answered a working day after its day: each hour. */
export const climbLateRequests: Task = {
  name: 'climb_late_requests',
  schedule: '20 * * * *',
  async run({ database, log }) {
    const climbed = await database.as(serviceActor('listener'), 'climb', climbRequests)
    if (climbed > 0) log.info('requests to agencies climbed', { requests: climbed })
  },
}

/** Notices that a school had not read when its day began, and questions that nobody decided by then: within five minutes of it. */
export const climbLatePartnerNotices: Task = {
  name: 'climb_late_notices',
  schedule: '*/5 * * * *',
  async run({ database, log }) {
    const climbed = await database.as(serviceActor('listener'), 'climb', climbLateNotices)
    if (climbed > 0) log.info('notices of partners climbed', { lines: climbed })
  },
}
