import { refreshAccess } from '#modules/access'
import { gatherCaseload } from '#modules/workforce'
import type { Database } from '#platform/db'
import type { FileStore, Sealer } from '#platform/files'
import { asStoryteller } from './chronicle/asStoryteller.ts'
import { openChronicle } from './chronicle/chronicle.ts'
import { openLanes } from './chronicle/lanes.ts'
import { at } from './chronicle/moments.ts'
import { writeChronicle } from './chronicle/writeChronicle.ts'
import { tellClocks } from './clocks/tellClocks.ts'
import type { County } from './county/county.ts'
import { makeCounty } from './county/makeCounty.ts'
import { writeScenario } from './county/workforce/writeScenario.ts'
import { scaleFor } from './countyPlan.ts'
import { tellClosedFamily } from './families/closedFamilies.ts'
import { tellLaterFamilies } from './families/laterFamilies.ts'
import { countNumbers } from './families/numbers.ts'
import { tellOpenFamily } from './families/openFamilies.ts'
import { trialSealer } from './hospital/trialSealer.ts'
import { writeContributions } from './hospital/writeContributions.ts'
import { writePartnerNotices } from './hospital/writePartnerNotices.ts'
import { writeProtectionInformation } from './hospital/writeProtectionInformation.ts'
import { writeVisits } from './hospital/writeVisits.ts'
import { tellContacts } from './practice/tellContacts.ts'
import { tellFormUse } from './practice/tellFormUse.ts'
import { throwDice } from './random/dice.ts'
import { actOnStories, writePapers, writeWhoOpened } from './stories/afterTelling.ts'
import { stories } from './stories/index.ts'
import type { Told } from './stories/story.ts'
import { writeSupervision } from './stories/supervision/writeSupervision.ts'
import type { Teller } from './teller.ts'
import { writeInvited } from './writeInvited.ts'

export type DemoOrder = {
  /** Of the serving login, on a database installed as made by the demo, and empty. */
  readonly database: Database
  readonly authority: { readonly code: string; readonly name: string }
  /** Children with open work; everyone around them, what is closed and the families of teams that started later come on top. */
  readonly children: number
  /** Another seed makes another county; the same seed on the same day the same one, ids included. */
  readonly seed: number
  /** The county has lived until the evening before. */
  readonly today: Temporal.PlainDate
  /** Where the files of its documents are kept; left out, the county has neither documents nor letters. */
  readonly files?: FileStore
  /** What seals the hospital's messages; left out, a key that is forgotten when the county is told: nobody opens them again. */
  readonly sealer?: Sealer
  readonly onStep?: (done: number, total: number, label: string) => void
}

/** Rows that are told before they are written: a few hundred megabytes at most. */
const FLUSH = 25_000

/**
 * Writes an invented county into an empty database: who works there, families and their stories, clocks and access. Modules
 * must have registered their clocks.
 * @returns counts of what there is: people, open children, rows, clocks
 */
export async function makeDemo(order: DemoOrder): Promise<Readonly<Record<string, number>>> {
  const { database, files, children, today, authority } = order
  const teller: Teller = {
    chronicle: openChronicle(at(today, '00:00')),
    dice: throwDice(`${order.seed} ${authority.code}`),
    numbers: countNumbers(authority.code),
    today,
    authority,
  }
  const step = order.onStep ?? (() => {})
  const county = makeCounty(teller, children)
  const write = async () => {
    const told = teller.chronicle.take()
    const rows = await asStoryteller(database, work => writeChronicle(work, told))
    counts.rows += rows
  }
  const counts = { people: 0, open: 0, rows: 0 }
  await write() // everything else points at the county's workers
  const told = await tellFamilies({ teller, county, counts, children, write, step })
  if (files) await writePapers({ database, files, authority }, told)
  await writeWhoOpened(database, told)
  await writeSupervision(database, teller, county, told)
  const clocks = await tellClocks(database, teller, step)
  await asStoryteller(database, refreshAccess)
  await asStoryteller(database, gatherCaseload)
  await actOnStories(database, county, told)
  const sealer = order.sealer ?? trialSealer()
  await writeVisits(database, sealer, { teller, county, children })
  await writeProtectionInformation(database, sealer, { teller, county })
  await writePartnerNotices(database, sealer, { teller, county })
  await writeContributions(database, { teller, county })
  await writeInvited(database, sealer, { county, today })
  await writeScenario(database, county)
  await tellFormUse(database, today)
  return { people: counts.people, 'children with open work': counts.open, rows: counts.rows, clocks }
}

type Families = {
  readonly teller: Teller
  readonly county: County
  readonly counts: { people: number; open: number }
  readonly children: number
  /** Takes what has been told at once, then writes it. */
  readonly write: () => Promise<void>
  readonly step: NonNullable<DemoOrder['onStep']>
}

/** Family by family, so that memory stays the same however many there are; while some are written, others are told. */
async function tellFamilies(families: Families): Promise<readonly Told[]> {
  const { teller, county, counts, children, write, step } = families
  const scale = scaleFor(children)
  const lanes = openLanes(2)
  const flush = async () => {
    if (teller.chronicle.size() < FLUSH) return
    await lanes.start(write)
    step(Math.min(counts.people, scale.people), scale.people, 'people')
  }
  const told = tellStories(teller, county, counts)
  tellContacts({ ...teller, dice: teller.dice.fork('contacts') }, county)
  while (counts.open < children) {
    const told = tellOpenFamily(teller, county, children - counts.open)
    counts.open += told.open
    counts.people += told.people
    await flush()
  }
  while (counts.people < scale.people) {
    counts.people += tellClosedFamily(teller, county, scale)
    await flush()
  }
  const later = tellLaterFamilies(teller, county, children) // last, so that nobody's number changes
  counts.open += later.open
  counts.people += later.people
  await lanes.start(write)
  await lanes.finish()
  return told
}

/** The families told by hand come first. @returns what each story leaves to be done when everything is written */
function tellStories(
  { dice, ...rest }: Teller,
  county: County,
  counts: { people: number; open: number },
): readonly Told[] {
  const teller = { ...rest, dice: dice.fork('stories') }
  return stories.map(story => {
    const told = story(teller, county)
    counts.open += told.open
    counts.people += told.people
    return told
  })
}
