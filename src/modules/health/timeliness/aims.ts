import { formatDate, plural } from '#ui'
import type { SenderStanding, Standing } from './readStanding.ts'

/** What the exchange aims at, and how it stands: of hospitals the slowest. `isMet` null: nothing to judge by yet. */
export type Aim = {
  readonly what: string
  readonly aim: string
  readonly now: string
  readonly isMet: boolean | null
}

const TOLD_MINUTES = 15
const ANSWER_MS = 1000
const LISTED_SECONDS = 60
const UNMATCHED_PERCENT = 2

/** A number with one decimal, or none where it has none. */
const short = (value: number): string => String(Math.round(value * 10) / 10)

/** The aims in the order of a visit's way. Source: the design of the exchange; no national limit in hours is published. */
export function aimsOf(standing: Standing, today: Temporal.PlainDate): readonly Aim[] {
  const { senders, visits, unmatched } = standing
  const slowest = (of: (one: SenderStanding) => number | null): number | null =>
    senders.map(of).reduce((worst, one) => (one === null ? worst : Math.max(worst ?? one, one)), null)
  const speed = (
    what: string,
    limit: number,
    unit: readonly [string, string],
    value: number | null,
  ): Aim => ({
    what,
    aim: `Under ${plural(limit, ...unit)}`,
    now: value === null ? 'Nothing came' : `${value < 0.05 ? 'Less than 0.1' : short(value)} ${unit[1]}`,
    isMet: value === null ? null : value < limit,
  })
  const answer = slowest(({ answerMs }) => answerMs)
  const unmatchedPercent = visits === 0 ? null : (100 * unmatched) / visits
  return [
    speed(
      'Told here after arrival, median',
      TOLD_MINUTES,
      ['minute', 'minutes'],
      slowest(({ medianMinutes }) => medianMinutes),
    ),
    speed(
      'Message answered, 99 of 100',
      ANSWER_MS / 1000,
      ['second', 'seconds'],
      answer === null ? null : answer / 1000,
    ),
    speed(
      'On the nurse’s list after it came, 95 of 100',
      LISTED_SECONDS,
      ['second', 'seconds'],
      slowest(({ listedSeconds }) => listedSeconds),
    ),
    readAim(standing),
    {
      what: 'Visits matched with nobody of the record',
      aim: `Under ${UNMATCHED_PERCENT}%`,
      now: unmatchedPercent === null ? 'No visit' : `${short(unmatchedPercent)}%`,
      isMet: unmatchedPercent === null ? null : unmatchedPercent < UNMATCHED_PERCENT,
    },
    questionAim(standing, today),
    countAim(standing),
  ]
}

function readAim({ teams }: Standing): Aim {
  const late = teams.reduce((sum, one) => sum + one.late, 0)
  return {
    ...{ what: 'Read within a working day', aim: 'None late' },
    now: late === 0 ? 'None late' : `${late} not read and late`,
    isMet: teams.length === 0 ? null : late === 0,
  }
}

function questionAim({ questions }: Standing, today: Temporal.PlainDate): Aim {
  const days = questions.map(({ oldestAt }) => oldestAt.toZonedDateTimeISO('Europe/London').toPlainDate())
  const oldest = days.toSorted(Temporal.PlainDate.compare)[0]
  return {
    ...{ what: 'Oldest open question', aim: 'Of the same day' },
    now: oldest === undefined ? 'None is open' : formatDate(oldest),
    isMet: oldest === undefined || oldest.equals(today),
  }
}

function countAim({ tallies }: Standing): Aim {
  const differing = tallies.filter(
    ({ theirs, ours, missing }) => theirs !== ours || missing.length > 0,
  ).length
  return {
    ...{ what: 'Days whose count is the hospital’s own', aim: 'Every day' },
    now: tallies.length === 0 ? 'No count came' : `${tallies.length - differing} of ${tallies.length}`,
    isMet: tallies.length === 0 ? null : differing === 0,
  }
}
