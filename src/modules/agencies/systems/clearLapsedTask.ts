import { serviceActor } from '#platform/db'
import type { Task } from '#platform/jobs'
import { clearLapsedTokens } from './grantToken.ts'

/** Each hour: tokens and proofs of systems that have lapsed go. */
export const clearLapsedTask: Task = {
  name: 'clear_lapsed_tokens',
  schedule: '25 * * * *',
  run: ({ database }) => database.as(serviceActor('listener'), 'clear', clearLapsedTokens),
}
