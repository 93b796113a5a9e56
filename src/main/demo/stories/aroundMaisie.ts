import type { Uuid } from '#platform/ids'
import type { Family } from '../families/family.ts'
import type { Teller } from '../teller.ts'
import { ago } from './stage.ts'
import { tellAdultsQuality, tellPregnancyEnd } from './tellBirths.ts'
import { type ToldQuality, type ToldTie, tellQuality, tellTie } from './tellTies.ts'

type Said<Told> = Omit<Told, 'on' | 'by' | 'until'> & {
  /** Days ago; `until` when a later judgement took its place. */
  readonly days: number
  readonly until?: number
}

/** What holds Maisie, what weighs on her, and how it changed: her ecomap, and opinions for the genogram. */
export function tellAroundMaisie(teller: Teller, { children, adults }: Family, by: Uuid): void {
  const [maisie, alfie, ivy] = children.map(({ id }) => id)
  const [donna, wayne] = adults.map(({ id }) => id)
  if (!maisie || !alfie || !ivy || !donna || !wayne) throw new Error('The Thorncastles were cast')
  const own = { ...teller, dice: teller.dice.fork('around Maisie') } // nobody else’s chances change
  const judged = <Told>({ days, until, ...said }: Said<Told>) => ({
    ...said,
    by,
    on: ago(teller, days),
    ...(until === undefined ? {} : { until: ago(teller, until) }),
  })
  for (const tie of tiesOf(maisie, { alfie, donna, wayne })) tellTie(own, judged<ToldTie>(tie) as ToldTie)
  for (const opinion of opinionsOf(maisie, { alfie, ivy, donna, wayne }))
    tellQuality(own, judged<ToldQuality>(opinion) as ToldQuality)
  for (const { quality, days, until, remark } of betweenTheParents)
    tellAdultsQuality(own, {
      ...{ childId: maisie, adultId: donna, otherAdultId: wayne, quality, remark },
      ...judged({ days, ...(until === undefined ? {} : { until }) }),
    })
  tellPregnancyEnd(own, {
    ...{ childId: maisie, motherId: donna, kind: 'miscarriage', by, on: ago(teller, 140) },
    ...{ endedOn: teller.today.subtract({ years: 4 }).with({ day: 1 }), precision: 'month' },
    source: 'Donna told me when we drew the family together.',
  })
}

/** How Donna and Wayne stand with one another: it stands in Maisie's record. */
const betweenTheParents = [
  { quality: 'close_and_conflict', days: 160, until: 26, remark: 'They still stayed with one another then.' },
  { quality: 'conflict', days: 26, until: undefined, remark: 'Each handover ends in shouting at the door.' },
] as const

type Around = { readonly alfie: Uuid; readonly donna: Uuid; readonly wayne: Uuid }

const tiesOf = (personId: Uuid, { alfie, donna, wayne }: Around): readonly Said<ToldTie>[] => [
  {
    ...{ personId, kind: 'person', otherId: donna, days: 160, until: 26 },
    ...{ strength: 'stressful', direction: 'from_child', remark: 'Maisie watches over her mother.' },
  },
  {
    ...{ personId, kind: 'person', otherId: donna, days: 26, strength: 'strong', direction: 'both' },
    remark: 'Clear tests since the summer, and Donna gets up first.',
  },
  {
    ...{ personId, kind: 'person', otherId: alfie, days: 26, strength: 'strong', direction: 'from_child' },
    remark: 'She does his mornings when nobody else does.',
  },
  {
    ...{ personId, kind: 'person', otherId: wayne, days: 26, strength: 'tenuous', direction: 'none' },
    remark: 'Every second Sunday is promised; about half of them happen.',
  },
  {
    ...{
      personId,
      kind: 'place',
      label: 'Breakfast club',
      days: 160,
      strength: 'strong',
      direction: 'to_child',
    },
    remark: 'Mondays and Fridays.',
  },
  {
    ...{
      personId,
      kind: 'agency',
      label: 'Food bank',
      days: 26,
      strength: 'ordinary',
      direction: 'to_child',
    },
  },
  {
    ...{
      personId,
      kind: 'place',
      label: 'The flat below',
      days: 26,
      strength: 'stressful',
      direction: 'none',
    },
    remark: 'Shouting at night; Maisie keeps her shoes on.',
  },
  {
    ...{
      personId,
      kind: 'person',
      label: 'Her friend’s mother',
      days: 12,
      strength: 'strong',
      direction: 'to_child',
    },
    remark: 'Asked for by Maisie as somebody for the safety plan.',
  },
]

const opinionsOf = (
  maisie: Uuid,
  { alfie, ivy, donna, wayne }: Around & { readonly ivy: Uuid },
): readonly Said<ToldQuality>[] => [
  { personId: maisie, otherId: donna, quality: 'close_and_conflict', days: 160, until: 26 },
  { personId: maisie, otherId: donna, quality: 'close', days: 26, remark: 'Donna listens, Maisie says.' },
  { personId: maisie, otherId: alfie, quality: 'very_close', days: 26 },
  {
    personId: maisie,
    otherId: wayne,
    quality: 'distant',
    days: 26,
    remark: 'She stopped asking about Sundays.',
  },
  { personId: alfie, otherId: wayne, quality: 'conflict', days: 26, remark: 'Alfie hid when Wayne rang.' },
  { personId: ivy, otherId: donna, quality: 'very_close', days: 12, remark: 'Seen on Donna’s lap.' },
]
