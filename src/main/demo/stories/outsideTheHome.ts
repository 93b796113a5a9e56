import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import type { Telling } from '../practice/telling.ts'
import type { Teller } from '../teller.ts'
import { inNeed } from './inNeed.ts'
import { ago } from './stage.ts'
import { personaOf, type Story } from './story.ts'
import { tellAbsences } from './tellAbsences.ts'

/**
 * A boy of North 1 and a girl of another team, whom the same people use and who are hurt at the same places: each record refers to one
 * network and one place, and neither worker reads of the other's child. The boy is missing since last night.
 */
export const outsideTheHome: Story = (teller, county) => {
  const rowan = personaOf(county, 'socialWorker')
  const boy = inNeed(teller, county, {
    familyName: 'Saltergate',
    street: 'Plover Street',
    given: [{ name: 'Kester', sex: 'M', years: 14, school: 'secondary' }],
    plan: 110,
  })
  const girl = inNeed(teller, county, {
    familyName: 'Millrace',
    street: 'Weir Cottages',
    given: [{ name: 'Odette', sex: 'F', years: 15, school: 'secondary' }],
    plan: 95,
    areaIndex: 1,
  })
  const kester = boy.tell(boy.course, undefined, rowan)
  const odette = girl.tell(girl.course, otherTeam(county))
  const [his, hers] = [childOf(kester), childOf(odette)]
  const shared = tellShared(teller)
  tellKester(teller, kester, his, shared)
  tellOdette(teller, odette, hers, shared)
  tellAbsences(teller, {
    worker: rowan.id,
    duty: personaOf(county, 'dutyWorker').id,
    boy: his,
    girl: hers,
    hersBy: odette.lead.id,
  })
  return { open: 2, people: 4 }
}

function otherTeam(county: County): Telling['team'] {
  const team = county.safeguarding[1]
  if (!team) throw new Error('The county has a second safeguarding team')
  return team
}

function childOf({ course }: Telling): Uuid {
  const [child] = course.children
  if (!child) throw new Error('Each family has one child')
  return child.id
}

type Shared = { readonly network: Uuid; readonly quarry: Uuid; readonly flat: Uuid }

/** What both plans refer to, and a private address that one of them does. */
function tellShared(teller: Teller): Shared {
  const { dice, chronicle } = teller
  const shared = { network: dice.id(), quarry: dice.id(), flat: dice.id() }
  chronicle.tell('harm_network', at(ago(teller, 84), '11:05'), {
    id: shared.network,
    name: 'Lantern',
    reference: 'KQWTNXBRHD',
    kind: 'criminal',
    opened_on: ago(teller, 84),
    version: 1,
  })
  const place = { noted_on: ago(teller, 80), version: 1 }
  chronicle.tell('harm_place', at(ago(teller, 80), '15:30'), {
    ...place,
    id: shared.quarry,
    name: 'Pits at Harrow Lane',
    kind: 'open_space',
    located: 'Behind the bus depot, Harrow Lane',
    known: 'Unlit after the depot closes. Two ways in from the road, neither overlooked.',
    risk: 'high',
  })
  chronicle.tell('harm_place', at(ago(teller, 41), '12:10'), {
    ...place,
    noted_on: ago(teller, 41),
    id: shared.flat,
    name: 'Flat over the launderette',
    kind: 'address',
    located: 'Cooper Street, top floor',
    known: 'Young people are let in late in the evening. Police have been twice.',
    risk: 'medium',
  })
  return shared
}

type Tie = {
  readonly kind: 'network' | 'place' | 'adult' | 'peer'
  readonly to: { readonly network_id?: Uuid; readonly place_id?: Uuid; readonly adult_name?: string }
  readonly role: string
  readonly days: number
  readonly source: 'child' | 'police' | 'school'
  readonly certainty: 'confirmed' | 'likely' | 'suspected'
  readonly words: string
}

function tellTie(teller: Teller, child: Uuid, { kind, to, role, days, source, certainty, words }: Tie): Uuid {
  const id = teller.dice.id()
  const since = ago(teller, days)
  const said = { role, since_on: since, source, certainty, words, version: 1 }
  teller.chronicle.tell('harm_link', at(since, '16:20'), { id, person_id: child, kind, ...to, ...said })
  return id
}

function tellKester(teller: Teller, { lead }: Telling, child: Uuid, { network, quarry, flat }: Shared): void {
  const { dice, chronicle } = teller
  const noted = ago(teller, 84)
  chronicle.tell('harm_concern', at(noted, '11:00'), {
    id: dice.id(),
    person_id: child,
    kind: 'criminal',
    noted_on: noted,
    source: 'school',
    words:
      'Kester has two telephones and new trainers, and nobody at home bought them. He is afraid to be late out of school.',
    version: 1,
  })
  const risk = { person_id: child, kinds: ['criminal'], assessed_by: lead.id }
  const assessed = [
    {
      days: 83,
      level: 'moderate',
      review: 50,
      signs: ['unexplained_things', 'secretive_online', 'mood'],
      reasons: 'Older boys wait for him. He says that they are friends, and that he owes nothing.',
      words: 'They look after me.',
    },
    {
      days: 48,
      level: 'significant',
      review: -9,
      signs: ['missing', 'unexplained_things', 'drugs', 'debts', 'travel'],
      reasons:
        'He was found on a train with money that was not his. He is missing more often, and his mother was threatened at the door.',
      words: 'If I stop they will come to the house.',
    },
  ] as const
  for (const { days, level, review, signs, reasons, words } of assessed)
    chronicle.tell('harm_assessment', at(ago(teller, days), '14:45'), {
      ...risk,
      id: dice.id(),
      assessed_on: ago(teller, days),
      indicators: [...signs],
      level,
      reasons,
      child_words: words,
      next_review_on: ago(teller, review),
    })
  tellTie(teller, child, {
    kind: 'network',
    to: { network_id: network },
    role: 'harmed_in',
    days: 82,
    source: 'police',
    certainty: 'likely',
    words: 'Seen with them four times; carries for them, as he says himself.',
  })
  const pits = tellTie(teller, child, {
    kind: 'place',
    to: { place_id: quarry, network_id: network },
    role: 'found_at',
    days: 60,
    source: 'police',
    certainty: 'confirmed',
    words: 'Found there when he was missing.',
  })
  tellTie(teller, child, {
    kind: 'place',
    to: { place_id: flat },
    role: 'works_at',
    days: 41,
    source: 'child',
    certainty: 'suspected',
    words: 'He named the street and no more.',
  })
  tellTie(teller, child, {
    kind: 'adult',
    to: { adult_name: 'A man called Tee, about thirty, with a scarred hand', network_id: network },
    role: 'supplied_by',
    days: 47,
    source: 'child',
    certainty: 'likely',
    words: 'Gives him the telephones. Waits in a grey van.',
  })
  tellSafetyAction(teller, child, pits)
}

/** The action stands in his plan, where the family reads it; that it answers the place stands here alone. */
function tellSafetyAction(teller: Teller, child: Uuid, link: Uuid): void {
  const { dice, chronicle } = teller
  const known = at(ago(teller, 46), '10:15')
  const [outcome, action] = [dice.id(), dice.id()]
  chronicle.tell('plan_outcome', known, {
    id: outcome,
    person_id: child,
    plan_kind: 'cin_plan',
    plan_id: dice.id(),
    place: 9,
    outcome: 'Kester gets home safely after school',
    status: 'open',
    version: 1,
  })
  chronicle.tell('plan_action', known, {
    id: action,
    person_id: child,
    outcome_id: outcome,
    what: 'Meet Kester at the gate and drive him home',
    owner_name: 'Youth worker of the school',
    due_on: ago(teller, -20),
    version: 1,
  })
  chronicle.tell('harm_action', known, {
    id: dice.id(),
    person_id: child,
    plan_action_id: action,
    link_id: link,
  })
}

function tellOdette(teller: Teller, { lead }: Telling, child: Uuid, { network, quarry }: Shared): void {
  const { dice, chronicle } = teller
  const noted = ago(teller, 70)
  chronicle.tell('harm_concern', at(noted, '09:40'), {
    id: dice.id(),
    person_id: child,
    kind: 'sexual',
    noted_on: noted,
    source: 'police',
    words: 'Odette was in a car with men twice her age. She asked the police not to tell her mother.',
    version: 1,
  })
  chronicle.tell('harm_assessment', at(ago(teller, 68), '15:00'), {
    id: dice.id(),
    person_id: child,
    assessed_on: ago(teller, 68),
    kinds: ['sexual'],
    indicators: ['older_friends', 'missing', 'isolated'],
    level: 'significant',
    reasons: 'She is met from school and brought back late. She no longer sees the girls she grew up with.',
    child_words: 'He says that he loves me.',
    next_review_on: ago(teller, 12),
    assessed_by: lead.id,
  })
  tellTie(teller, child, {
    kind: 'network',
    to: { network_id: network },
    role: 'at_risk',
    days: 66,
    source: 'police',
    certainty: 'suspected',
    words: 'The car is known to belong to them.',
  })
  tellTie(teller, child, {
    kind: 'place',
    to: { place_id: quarry },
    role: 'meets_at',
    days: 64,
    source: 'child',
    certainty: 'likely',
    words: 'Where the car stops.',
  })
}
