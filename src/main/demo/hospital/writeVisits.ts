import { replayHl7 } from '#modules/health'
import { type Database, serviceActor } from '#platform/db'
import type { Sealer } from '#platform/files'
import { asLateStoryteller } from '../chronicle/asStoryteller.ts'
import { at } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import type { Teller } from '../teller.ts'
import { hl7Text, mergeText } from './hl7Text.ts'
import type { PastVisit } from './pastVisit.ts'
import { pastVisits } from './pastVisits.ts'
import { readChildren } from './readChildren.ts'
import { readNotices, tellTallies } from './readNotices.ts'
import { writeRefusedMessage } from './refusedMessage.ts'

/** Minutes that a message takes from the event to the county. */
const ON_THE_WAY = 2

/** Visits beside those that are told by hand: fewer in a county that is small, so that it is quickly made. */
const [FEW, MANY, LARGE] = [8, 26, 200]

type Telling = {
  readonly teller: Teller
  readonly county: County
  /** Children with open work. */
  readonly children: number
}

/** The visits of sixty days, sent as the hospital sends them and read as its messages are; then who has read what, and the hospital's own counts. */
export async function writeVisits(
  database: Database,
  sealer: Sealer,
  { teller: { dice, today }, county, children: open }: Telling,
): Promise<number> {
  const { senderId, facility } = county.hospital
  const children = await asLateStoryteller(database, readChildren)
  const visits = pastVisits({
    dice: dice.fork('visits to hospital'),
    today,
    county,
    children,
    others: open < LARGE ? FEW : MANY,
  })
  await database.as(serviceActor('listener'), 'messages', async work => {
    for (const { text, at: happened } of messagesOf(facility, visits))
      await replayHl7(work, sealer, senderId, {
        bytes: Buffer.from(`${text}\r`),
        receivedAt: happened.add({ minutes: ON_THE_WAY }),
      })
  })
  const [first] = visits
  if (first !== undefined) await writeRefusedMessage(database, sealer, first)
  const unread = visits.flatMap(({ isRead, number }) => (isRead ? [] : [number]))
  await asLateStoryteller(database, async work => {
    await readNotices(work, unread, at(today, '00:00'))
    await tellTallies(work, senderId, today)
  })
  return visits.length
}

/** Each event of each visit, in the order in which they happened. */
function messagesOf(facility: string, visits: readonly PastVisit[]) {
  return visits
    .flatMap(visit => [
      ...mergesOf(facility, visit),
      ...([['A04', 0], ...visit.after] as const).map(([event, minutes], index) => {
        const happened = visit.arrivedAt.add({ minutes: minutes + 3 })
        const controlId = `${visit.number}-${index + 1}`
        const ended = event === 'A03' ? { outcome: visit.outcome } : {}
        return { at: happened, text: hl7Text(facility, visit, { event, controlId, at: happened, ...ended }) }
      }),
    ])
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
}

function mergesOf(facility: string, { number, arrivedAt, patient, mergedInto }: PastVisit) {
  if (mergedInto === undefined || patient.hospitalNumber === undefined) return []
  const [to, minutes] = mergedInto
  const happened = arrivedAt.add({ minutes })
  const told = { patient: to, controlId: `${number}-merge`, at: happened }
  return [{ at: happened, text: mergeText(facility, patient.hospitalNumber, told) }]
}
