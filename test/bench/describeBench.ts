import { table } from './markdownTable.ts'
import type { BenchResults } from './measureAll.ts'
import { describeMessages } from './messages/describeMessages.ts'

/** The results as text for a terminal, and to copy into docs/benchmarks.md. */
export function describeBench(results: BenchResults): string {
  const found =
    results.messages === null
      ? [...pages(results), '', ...load(results), ...imported(results)]
      : describeMessages(results.messages)
  return `${[...county(results), '', ...found].join('\n')}\n`
}

function county({ at, machine, busy, counties }: BenchResults): string[] {
  const line = (label: string, made: BenchResults['counties']['whole']) =>
    `${label}: ${made.children} open children${made.led > 0 ? ` and ${made.led} who are only led` : ''}; ${Object.entries(
      made.rows,
    )
      .map(([what, count]) => `${count.toLocaleString('en-GB')} ${what}`)
      .join(', ')}; made in ${made.seconds} s`
  return [
    at,
    machine,
    `Load average while measuring: ${busy.join(' to ')}`,
    line('County', counties.whole),
    line('A tenth', counties.tenth),
  ]
}

function pages({ pages: found }: BenchResults): string[] {
  const [first] = found
  return [
    `Bare page (select 1): wall p50 ${first?.bareMs.p50} ms, min ${first?.bareMs.min} ms; processor p50 ${first?.bareProcessorMs.p50} ms`,
    'Ratios are of processor time, and in brackets of time on the wall.',
    '',
    ...table(
      [
        'page',
        'processor p50 ms',
        'wall min',
        'p50',
        'p95',
        '÷ bare',
        '÷ a tenth',
        '÷ no RLS',
        'statements',
        'bytes',
      ],
      found.map(one => [
        one.page,
        one.processorMs.p50,
        one.ms.min,
        one.ms.p50,
        one.ms.p95,
        ...[one.toBare, one.growth, one.rowSecurity].map(({ processor, wall }) => `${processor} (${wall})`),
        one.mostRepeated > 1 ? `${one.statements}, one ${one.mostRepeated} times` : one.statements,
        one.bytes === one.bytesInTenth ? one.bytes : `${one.bytes} (${one.bytesInTenth} in a tenth)`,
      ]),
    ),
  ]
}

function load({ load: found, order }: BenchResults): string[] {
  if (found.length === 0) return []
  return [
    `Twenty requests a second for ${order.seconds} seconds over HTTP:`,
    '',
    ...table(
      ['kind', 'a second', 'answered', 'failed', 'p50 ms', 'p95 ms', 'max ms'],
      found.map(one => [one.kind, one.perSecond, one.answered, one.failed, one.p50, one.p95, one.max]),
    ),
    '',
  ]
}

function imported({ import: found }: BenchResults): string[] {
  if (found === null) return []
  return [
    `Import of ${found.children} children: ${found.perSecond} a second; the same file again: ${found.perSecondAgain} a second. ${found.found}`,
  ]
}
