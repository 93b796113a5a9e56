import { table } from '../markdownTable.ts'
import { isRight } from './addUp.ts'
import { LIST_BUDGET, type ListFigures } from './measureList.ts'
import type { MessageFigures } from './measureMessages.ts'

/** The figures of the hospitals' line as text. */
export function describeMessages({ taking, list, listInTenth, day }: MessageFigures): readonly string[] {
  const { takenPerSecond, insertedPerSecond, ratio, connections, answerMs } = taking
  return [
    `Taken over MLLP and mutual TLS by ${connections} connections, each sending when it was answered: ${takenPerSecond} messages a second (answered in p50 ${answerMs.p50}, p95 ${answerMs.p95}, p99 ${answerMs.p99} ms).`,
    `PostgreSQL alone, ${connections} connections, one row an insert and commit: ${insertedPerSecond} a second; ${ratio} inserts for each message taken.`,
    '',
    ...table(
      [
        'from sending to the health visitor’s list',
        'messages a second',
        'visits looked for',
        'not come',
        'p50 ms',
        'p95 ms',
        'p99 ms',
        'most waiting',
        `95 of 100 within ${LIST_BUDGET} ms`,
      ],
      [listRow('county', list), listRow('a tenth', listInTenth)],
    ),
    '',
    `A day of ${day.visits} visits over ${day.connections} connections: taken in ${day.takenSeconds} s, read ${day.readSeconds} s after the first was sent.`,
    '',
    ...table(
      ['sent', 'frames', 'answered'],
      day.kinds.map(({ what, frames, answers }) => [what, frames, answers]),
    ),
    '',
    ...table(
      ['count', 'found', 'meant', ''],
      day.sums.map(sum => [sum.what, sum.found, sum.meant, isRight(sum) ? 'right' : 'WRONG']),
    ),
  ]
}

const listRow = (
  county: string,
  { perSecond, seconds, visits, missing, p50, p95, p99, mostWaiting }: ListFigures,
) => [
  county,
  `${perSecond} for ${seconds} s`,
  ...[visits, missing, p50, p95, p99, mostWaiting],
  missing === 0 && p95 <= LIST_BUDGET ? 'met' : 'missed',
]
