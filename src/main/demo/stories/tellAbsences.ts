import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import type { Teller } from '../teller.ts'
import { ago } from './stage.ts'

type Cast = {
  readonly worker: Uuid
  readonly duty: Uuid
  readonly boy: Uuid
  readonly girl: Uuid
  readonly hersBy: Uuid
}
type Absence = {
  readonly child: Uuid
  readonly days: number
  readonly from: string
  readonly risk: Fact<'missing_episode'>['risk']
  readonly seen: string
  readonly why: string
  /** Hours away; null while the child is. */
  readonly hours: number | null
  readonly where?: string
  readonly how?: Fact<'missing_episode'>['found_how']
}

/** Absences with their interviews: held in time, held late, refused, due now, and a boy who is away since last night. */
export function tellAbsences(teller: Teller, cast: Cast): void {
  const { boy, girl, worker } = cast
  const first = tellAbsence(teller, {
    child: boy,
    days: 75,
    from: '16:00',
    risk: 'medium',
    seen: 'Left school by the side gate',
    why: 'The first time, and not with the friends he named',
    hours: 9,
    where: 'The bus depot',
    how: 'police',
  })
  interview(teller, boy, [first.id], {
    offered: first.foundAt.add({ hours: 20 }),
    answer: 'accepted',
    done: first.foundAt.add({ hours: 46 }),
    words: 'I missed the bus and they said they would drive me. Then it was late.',
  })
  const second = tellAbsence(teller, {
    child: boy,
    days: 49,
    from: '15:30',
    risk: 'high',
    seen: 'On the platform for the coast',
    why: 'A ticket that he could not have bought, and threats at home',
    hours: 31,
    where: 'A train, eighty miles off',
    how: 'police',
  })
  interview(teller, boy, [second.id], {
    offered: second.foundAt.add({ hours: 50 }),
    answer: 'accepted',
    done: second.foundAt.add({ hours: 120 }),
    words: 'I was told to sit with the bag. If it goes I pay for it.',
  })
  const third = tellAbsence(teller, {
    child: girl,
    days: 33,
    from: '21:15',
    risk: 'medium',
    seen: 'Got into a silver car outside home',
    why: 'The car is known',
    hours: 14,
    where: 'Walked home',
    how: 'came_back',
  })
  interview(teller, girl, [third.id], {
    offered: third.foundAt.add({ hours: 5 }),
    answer: 'refused',
    done: null,
    words: 'It is none of anybody’s business.',
  })
  tellAbsence(teller, {
    child: girl,
    days: 3,
    from: '19:40',
    risk: 'medium',
    seen: 'Said that she was going to the shop',
    why: 'The second time, and her telephone was off',
    hours: 15,
    where: 'A hotel by the ring road',
    how: 'family',
  })
  const away = tellAbsence(teller, {
    child: boy,
    days: 1,
    from: '18:50',
    risk: 'high',
    seen: 'His mother saw him get into a grey van',
    why: 'He said that he would not go back to them, and they came',
    hours: null,
  })
  entry(teller, away.id, boy, {
    kind: 'action',
    hour: '21:10',
    by: cast.duty,
    words: 'Rang every friend whom his mother could name. Nobody has seen him since school.',
  })
  entry(teller, away.id, boy, {
    kind: 'sighting',
    hour: '22:35',
    by: worker,
    words: 'His uncle saw him at the petrol station on the coast road, with two men.',
  })
}

/** Tells one, and where it ended its end. */
function tellAbsence(teller: Teller, { child, days, from, risk, seen, why, hours, where, how }: Absence) {
  const id = teller.dice.id()
  const startedAt = at(hours === null ? teller.today.subtract({ days: 1 }) : ago(teller, days), from)
  const reportedAt = startedAt.add({ minutes: 95 })
  const foundAt = startedAt.add({ hours: hours ?? 0 })
  const report = {
    id,
    person_id: child,
    kind: 'missing' as const,
    started_at: startedAt,
    reported_at: reportedAt,
    reported_by: 'Leonie, the mother',
    left_from: 'home' as const,
    last_seen: seen,
    last_seen_at: startedAt,
    police_told_at: reportedAt.add({ minutes: 5 }),
    police_reference: `MP${4000 + days}`,
    risk,
    risk_reasons: why,
    version: 1,
  }
  const end = {
    found_at: foundAt,
    found_where: where ?? 'Not known',
    found_how: how ?? 'came_back',
    returned_to: 'home',
    version: 2,
  } as const
  teller.chronicle.tell(
    'missing_episode',
    reportedAt.add({ minutes: 20 }),
    report,
    ...(hours === null ? [] : [[foundAt.add({ minutes: 40 }), end] as const]),
  )
  return { id, foundAt }
}

type Spoken = {
  readonly offered: Temporal.Instant
  readonly answer: 'accepted' | 'refused'
  readonly done: Temporal.Instant | null
  readonly words: string
}

function interview(
  teller: Teller,
  child: Uuid,
  episodes: readonly Uuid[],
  { offered, answer, done, words }: Spoken,
): void {
  const { dice, chronicle } = teller
  const id = dice.id()
  const answeredAt = offered.add({ hours: 1 })
  const none: string[] = []
  chronicle.tell(
    'return_interview',
    answeredAt,
    {
      id,
      person_id: child,
      offered_at: offered,
      offered_by: 'Wren Tolliver, youth service',
      is_independent: true,
      answer,
      answered_at: answeredAt,
      answer_words: done === null ? words : null,
      push_factors: none,
      pull_factors: none,
      version: 1,
    },
    ...(done === null
      ? []
      : [
          [
            done.add({ hours: 2 }),
            {
              done_at: done,
              done_by: 'Wren Tolliver, youth service',
              words,
              push_factors: ['not_heard'] as string[],
              pull_factors: ['exploited', 'debts'] as string[],
              version: 2,
            },
          ] as const,
        ]),
  )
  for (const episodeId of episodes)
    chronicle.tell('return_interview_episode', answeredAt, {
      id: dice.id(),
      person_id: child,
      interview_id: id,
      episode_id: episodeId,
    })
}

type Learnt = {
  readonly kind: Fact<'missing_entry'>['kind']
  readonly hour: string
  readonly by: Uuid
  readonly words: string
}

function entry(teller: Teller, episodeId: Uuid, child: Uuid, { kind, hour, by, words }: Learnt): void {
  const happened = at(teller.today.subtract({ days: 1 }), hour)
  teller.chronicle.tell('missing_entry', happened.add({ minutes: 5 }), {
    id: teller.dice.id(),
    person_id: child,
    episode_id: episodeId,
    kind,
    happened_at: happened,
    words,
    written_by: by,
  })
}
