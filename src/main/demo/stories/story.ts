import type { Uuid } from '#platform/ids'
import { at, openDay } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import type { County, Team, Worker } from '../county/county.ts'
import type { PersonaKey } from '../personas.ts'
import type { Telling } from '../practice/telling.ts'
import { type ChildNote, tellNote } from '../practice/tellNote.ts'
import type { Teller } from '../teller.ts'
import type { CourtStory } from './courtStory.ts'
import type { WallStory } from './makeWalls.ts'
import type { KnownPerson, OpenedRecord } from './opened.ts'
import type { HeldLetter, Paper } from './papers.ts'
import type { SharingStory } from './sharingStory.ts'

/** People whom only a named list may know of. */
export type Restricted = {
  readonly people: readonly Uuid[]
  readonly members: readonly Uuid[]
  readonly note: string
}

/** Two records of one child, for a manager to merge, or merged already. */
export type Twice = {
  readonly survivorId: Uuid
  readonly mergedId: Uuid
  readonly evidence: string
  readonly isMerged: boolean
}

/** Two people who might be taken for one, and how somebody knows that they are two. */
export type Apart = { readonly one: Uuid; readonly other: Uuid; readonly why: string }

/** What a story leaves behind: its children with open work, and what is written once its people are. */
export type Told = {
  readonly open: number
  readonly people: number
  readonly restricted?: Restricted
  readonly twice?: Twice
  readonly papers?: readonly Paper[]
  readonly letters?: readonly HeldLetter[]
  readonly apart?: Apart
  readonly openings?: readonly OpenedRecord[]
  readonly conflicts?: readonly KnownPerson[]
  readonly court?: CourtStory
  readonly sharing?: SharingStory
  readonly walls?: readonly WallStory[]
}
export type Story = (teller: Teller, county: County) => Told

/** Someone of the demo whom a visitor may be. */
export function personaOf(county: County, key: PersonaKey): Worker {
  const worker = county.personas.get(key)
  if (!worker) throw new Error(`The county has nobody for ${key}: makeCounty hires every persona`)
  return worker
}

/** The team of the personas. */
export function firstTeam(county: County): Team {
  const [team] = county.safeguarding
  if (!team) throw new Error('The county has no safeguarding team')
  return team
}

export type Written = {
  readonly on: Temporal.PlainDate
  readonly time: string
  /** Days until it was written up. */
  readonly writtenAfter?: number
  readonly purpose?: string
  readonly kind?: Fact<'note'>['kind']
  readonly outcome?: Fact<'note'>['outcome']
  readonly place?: string
  readonly body: string
  readonly children: readonly ChildNote[]
  readonly corrects?: { readonly noteId: Uuid; readonly reason: string }
}

/** Tells of a visit or note in its own words. @returns its id */
export function tellWritten({ teller, family, lead }: Telling, written: Written): Uuid {
  const id = teller.dice.id()
  const happenedAt = at(written.on, written.time)
  const after = written.writtenAfter ?? 0
  const recorded =
    after === 0 ? happenedAt.add({ hours: 2 }) : at(openDay(written.on.add({ days: after })), '16:25')
  tellNote(teller, recorded, {
    id,
    familyId: family.id,
    kind: written.kind ?? 'visit',
    purpose: written.purpose ?? null,
    happenedAt,
    minutes: 45,
    place: written.place ?? 'Home',
    outcome: written.outcome ?? 'held',
    author: lead.id,
    body: written.body,
    children: written.children,
    ...(written.corrects && { corrects: written.corrects }),
  })
  return id
}

/** Tells of an event that belongs in the short chronology of these children. */
export function tellEvent(
  { chronicle, dice }: Teller,
  children: readonly { readonly id: Uuid }[],
  event: {
    readonly on: Temporal.PlainDate
    readonly description: string
    readonly source: string
    readonly impact?: string
  },
): void {
  for (const { id } of children)
    chronicle.tell('significant_event', at(event.on, '17:15'), {
      id: dice.id(),
      person_id: id,
      happened_on: event.on,
      description: event.description,
      source: event.source,
      impact: event.impact ?? null,
    })
}
