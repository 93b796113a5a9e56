import { serviceActor } from '#platform/db'
import { together } from '#platform/messages'
import type { Peer } from '../hl7/door/doorSettings.ts'
import { readEnvelopeOf } from '../hl7/readMessage.ts'
import type { Envelope } from '../hl7/toldEvent.ts'
import { type Keeping, keepHl7, type Sent } from './keepHl7.ts'
import { saidOf, senderOf } from './senders.ts'

/** What comes by many connections while a commit is under way is kept in the next: each such message then costs a fraction. */
const AT_ONCE = 32

/**
 * What the door for hospitals does with a message: it is kept for the authority to which whoever the certificate says may send. One from nobody who
 * may is the first authority's to refuse. See {@link keepHl7}.
 */
export function takeHl7(
  keepings: readonly [Keeping, ...Keeping[]],
): (raw: Buffer, peer: Peer) => Promise<Buffer> {
  const takes = new Map(keepings.map(keeping => [keeping, takeFor(keeping)]))
  return async (raw, peer) => {
    const cameAt = performance.now()
    const keeping = await keepingOf(keepings, raw, peer)
    const { answer } = await (takes.get(keeping) as ReturnType<typeof takeFor>)({
      ...{ raw, cameAt },
      proof: { fingerprint: peer.fingerprint256 },
    })
    return answer
  }
}

const takeFor = (keeping: Keeping) =>
  together((messages: readonly Sent[]) => keepHl7(keeping, messages, 'mllp'), AT_ONCE)

async function keepingOf(
  [first, ...more]: readonly [Keeping, ...Keeping[]],
  raw: Buffer,
  peer: Peer,
): Promise<Keeping> {
  const envelope = more.length === 0 ? null : readEnvelopeOf(raw)
  if (envelope === null) return first
  for (const keeping of more) if (await isTheirs(keeping, envelope, peer)) return keeping
  return first
}

/** Whether somebody who may send to this authority sends it. */
async function isTheirs(
  { database }: Keeping,
  envelope: Envelope,
  { fingerprint256 }: Peer,
): Promise<boolean> {
  return await database.as(
    serviceActor('listener'),
    'messages',
    async work => (await senderOf(work, saidOf(envelope), { fingerprint: fingerprint256 })) !== null,
  )
}
