import type { Uuid } from '#platform/ids'
import { at, earlier, isBefore, later, openDay } from '../../chronicle/moments.ts'
import type { Worker } from '../../county/county.ts'
import type { Adult, Family } from '../../families/family.ts'
import type { Teller } from '../../teller.ts'
import type { Telling } from '../telling.ts'
import { tellSaid } from './tellSaid.ts'
import { tellSessions } from './tellSessions.ts'
import { tellSupervised } from './tellSupervised.ts'
import type { ToldStrand } from './toldStrand.ts'
import { type Help, helps, noters } from './workbookWords.ts'

type Day = Temporal.PlainDate

/**
 * The workbook of a family that a Family Safeguarding team holds today: each need of an adult with the specialist who works on it, what
 * they wrote, what the team said of it month by month, and what the family said of the help. Its chances are its own.
 */
export function tellWorkbook(telling: Telling): void {
  const { county, family, course, team } = telling
  const teller: Teller = { ...telling.teller, dice: telling.teller.dice.fork(`workbook ${family.reference}`) }
  const { chronicle, dice, today } = teller
  const specialists = county.practitioners.get(team.id) ?? []
  const isHeld = course.careFrom === null || isBefore(today, course.careFrom)
  const openedOn = course.assessment?.startedOn
  if (openedOn === undefined || !isHeld || !isBefore(openedOn, today)) return
  const needed = family.troubles.flatMap(trouble => helps[trouble] ?? [])
  const helped = needed.flatMap(help => withWhom(teller, { help, family, specialists, openedOn }))
  if (helped.length === 0) return
  const workbookId = dice.id()
  chronicle.tell('workbook', at(openedOn, '10:40'), {
    id: workbookId,
    family_id: family.id,
    team_id: team.id,
    opened_on: openedOn,
    version: 1,
  })
  const strands = helped.map(pair => tellStrand(teller, telling, { ...pair, workbookId, openedOn }))
  for (const strand of strands) tellSessions(teller, strand)
  tellSupervised(teller, telling, strands, openedOn)
  tellSaid(teller, telling, strands, openedOn)
}

type Pair = { readonly help: Help; readonly adult: Adult; readonly worker: Worker }
type Asked = {
  readonly help: Help
  readonly family: Family
  readonly specialists: readonly Worker[]
  readonly openedOn: Day
}

/** The adult whose need it is, with somebody of the team in post since the work began; nobody where that post is vacant. */
function withWhom({ dice }: Teller, { help, family, specialists, openedOn }: Asked): readonly Pair[] {
  const [mother] = family.adults.filter(({ part }) => part === 'mother')
  const adult = help.side === null ? (dice.chance(0.7) ? mother : family.adults.at(-1)) : mother
  const worker = specialists.find(
    ({ role, leftOn, startedOn }) => role === help.role && leftOn === null && !isBefore(openedOn, startedOn),
  )
  return adult === undefined || worker === undefined ? [] : [{ help, adult, worker }]
}

type Wanted = Pair & { readonly workbookId: Uuid; readonly openedOn: Day }

function tellStrand(teller: Teller, telling: Telling, wanted: Wanted): ToldStrand {
  const { chronicle, dice, today } = teller
  const { help, adult, worker, openedOn } = wanted
  const { family, course, team } = telling
  const notedOn = dice.chance(0.55)
    ? course.receivedOn.subtract({ days: dice.int(5, 150) })
    : course.receivedOn
  const contactOn = openDay(openedOn.add({ days: dice.int(1, 16) }))
  const contact = isBefore(contactOn, today) ? contactOn : null
  const [child] = course.children
  const strand = { id: dice.id(), familyId: family.id, teamId: team.id, help, personId: adult.id, worker }
  const from = child === undefined ? at(openedOn, '10:41') : child.knownAt
  chronicle.tell('need', laterMoment(at(earlier(notedOn, openedOn), '15:20'), from), {
    id: dice.id(),
    person_id: child?.id ?? adult.id,
    adult_id: adult.id,
    kind: help.need,
    description: dice.pick(help.described),
    noted_on: notedOn,
    noted_by_discipline: dice.pick(noters),
  })
  chronicle.tell('strand', at(later(openedOn, contact ?? openedOn), '17:10'), {
    id: strand.id,
    workbook_id: wanted.workbookId,
    family_id: family.id,
    team_id: team.id,
    person_id: adult.id,
    need_kind: help.need,
    need_noted_on: notedOn,
    discipline: help.need,
    works_with: help.side,
    worker_id: worker.id,
    aim: dice.pick(help.aims),
    offered_on: openedOn,
    answer: contact === null ? null : 'accepted',
    answered_on: contact,
    first_contact_on: contact,
    version: 1,
  })
  return { ...strand, offeredOn: openedOn, contactOn: contact }
}

const laterMoment = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) < 0 ? other : one
