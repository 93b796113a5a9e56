import { openHl7Line } from '#modules/health'
import { type CommandContext, type CommandDeclaration, writesRecord } from '#platform/command-line'
import { serviceActor } from '#platform/db'
import { KithError } from '#platform/errors'
import { facilityOf, openWard, readChildren } from '../demo/index.ts'
import { trialCertificates } from '../hospital-door/index.ts'
import { authorityOption, withAuthority } from '../installation/withAuthority.ts'

/** Where hospitals usually send. */
const USUAL_PORT = 2575

/** Plays the demonstration's hospital: sends visits to the running county until it is stopped. */
export const demoHospital: CommandDeclaration = {
  name: 'hospital',
  summary: 'send invented attendances to the running demonstration county until Ctrl-C',
  description:
    'Start Kith first, in another terminal. Messages go as a hospital sends them: HL7 version 2 over mutual TLS, with the trial certificate of the keys folder. Printed are the kind of each message, its control id and the code of its answer; never a name.',
  options: [
    authorityOption,
    { flags: '--every <seconds>', doc: 'seconds from one message to the next', fallback: '5' },
    { flags: '--count <number>', doc: 'how many messages; without end when left out' },
    { flags: '--host <name>', doc: 'where the door for hospitals is', fallback: '127.0.0.1' },
    { flags: '--port <number>', doc: 'its port; that of HL7_PORT, else 2575, when left out' },
  ],
  past: writesRecord('demo hospital'),
  run: context =>
    withAuthority(context, async ({ database, installation }) => {
      if (!installation.madeByDemo)
        throw new KithError('KITH_USAGE', {
          sentence: `${installation.authorityName} is no demonstration: invented children are never sent to a real record. Make one with "kith demo" in an empty database.`,
        })
      const orders = ordersOf(context)
      const children = await database.as(serviceActor('storyteller'), 'demo', readChildren)
      const ward = openWard(facilityOf(installation.authorityCode), children)
      const line = await openLine(context, orders)
      const answers: Record<string, number> = {}
      try {
        for (let sent = 0; sent < orders.count && !context.signal.aborted; sent += 1) {
          if (sent > 0) await pause(orders.every * 1000, context.signal)
          if (context.signal.aborted) break
          const { text, event, controlId } = ward.next(Temporal.Now.instant())
          const code = /\rMSA\|(\w\w)\|/.exec(await line.send(text))?.[1] ?? 'none'
          answers[code] = (answers[code] ?? 0) + 1
          context.say(`${event} ${controlId} ${code}`)
        }
      } finally {
        await line.close()
      }
      const said = Object.entries(answers).map(([code, count]) => `${count} ${code}`)
      return {
        text: `Ended. Answers: ${said.join(', ') || 'none'}.`,
        json: { answers },
        exitCode: Object.keys(answers).every(code => code === 'AA') ? 0 : 1,
      }
    }),
}

type Orders = {
  readonly every: number
  readonly count: number
  readonly host: string
  readonly port: number
}

function ordersOf({ options, config }: CommandContext): Orders {
  const { every, count, host, port } = options
  const number = (name: string, value: unknown, least: number, most: number) => {
    const read = Number(value)
    if (Number.isFinite(read) && read >= least && read <= most) return read
    throw new KithError('KITH_USAGE', { sentence: `--${name} is a number from ${least} to ${most}.` })
  }
  return {
    every: number('every', every, 0, 86_400),
    count: count === undefined ? Number.POSITIVE_INFINITY : Math.floor(number('count', count, 1, 1_000_000)),
    host: String(host),
    port: port === undefined ? config().hl7Port || USUAL_PORT : number('port', port, 1, 65_535),
  }
}

async function openLine(context: CommandContext, { host, port }: Orders) {
  const { ca, hospital } = await trialCertificates(context.config())
  try {
    return await openHl7Line({ host, port, tls: { ...hospital, ca }, serverName: 'localhost' })
  } catch (cause) {
    throw new KithError('KITH_USAGE', {
      sentence: `Nobody answers at ${host}, port ${port}. Start Kith in another terminal ("npm start") with the same KITH_DATA and KITH_KEYS, and leave HL7_CERT, HL7_KEY and HL7_CA out; --port is for a door on another port.`,
      cause,
    })
  }
}

/** Ends early when the command is asked to end. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done, { once: true })
  })
}
