import { parseArgs } from 'node:util'
import { KithError } from '#platform/errors'
import { describeBench } from './describeBench.ts'
import { measureAll } from './measureAll.ts'
import { addsUp } from './messages/measureMessages.ts'

/**
 * Measures Kith on an invented county in a PostgreSQL of its own: `kith bench`, or
 * `node bin/launch.mjs --run test/bench/run.ts --children 50`. `--led 6000` adds children who are only led, for what is read of teams;
 * `--only caseload,workforce` measures pages whose names hold one of these, `--only messages` the line of hospitals. Figures are printed and never
 * judged, since the machine decides them; counts of messages that do not add up are.
 */
const { values } = parseArgs({
  options: {
    children: { type: 'string', default: '50' },
    led: { type: 'string', default: '0' },
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '40' },
    seconds: { type: 'string', default: '10' },
    imported: { type: 'string', default: '100' },
    json: { type: 'boolean', default: false },
  },
})

function whole(
  name: 'children' | 'led' | 'rounds' | 'seconds' | 'imported',
  least: number,
  most: number,
): number {
  const value = Number(values[name])
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new KithError('KITH_USAGE', {
    sentence: `--${name} is a whole number from ${least} to ${most}.`,
  })
}

const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort())

const results = await measureAll(
  {
    children: whole('children', 20, 20_000),
    led: whole('led', 0, 20_000),
    only: values.only,
    rounds: whole('rounds', 5, 10_000),
    seconds: whole('seconds', 0, 3600),
    imported: whole('imported', 0, 100_000),
  },
  sentence => process.stderr.write(`${sentence}\n`),
  ending.signal,
)
if (results.messages !== null && !addsUp(results.messages)) process.exitCode = 1 // a message was lost, or came to something twice
process.stdout.write(values.json ? `${JSON.stringify(results, null, 2)}\n` : describeBench(results))
