import { formatDateTime, plural } from '#ui'
import type { InterviewResult } from '../rules/episode.ts'
import { INTERVIEW_HOURS } from '../rules/episode.ts'

/** How the interview of one absence stands, in a few words. */
export function interviewWords(result: InterviewResult): string {
  if (result.isDone)
    return result.isDoneInTime
      ? `Held within ${INTERVIEW_HOURS} hours`
      : `Held, after ${INTERVIEW_HOURS} hours`
  if (!result.isOffered) return 'Not offered'
  if (result.answer === 'refused') return 'Offered, the child said no'
  return result.answer === 'accepted' ? 'Offered, the child said yes, not held yet' : 'Offered, no answer yet'
}

/** How long until the interview is due, or since it was. */
export function dueWords(back: Temporal.Instant, now: Temporal.Instant): string {
  const due = back.add({ hours: INTERVIEW_HOURS })
  const left = now.until(due).total('hours')
  const until = formatDateTime(due)
  if (left < 0) return `Was due ${until}, ${plural(Math.floor(-left), 'hour')} ago`
  return `Due ${until}, ${plural(Math.floor(left), 'hour')} left`
}
