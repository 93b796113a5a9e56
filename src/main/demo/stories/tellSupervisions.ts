import type { Uuid } from '#platform/ids'
import { addWorkingDays } from '#reference'
import { at } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import type { County } from '../county/county.ts'
import type { Teller } from '../teller.ts'
import { ago } from './stage.ts'
import { personaOf } from './story.ts'
import type { Book } from './tellTeamWork.ts'

type Part = Fact<'supervision_part'>
type Said = Pick<Part, 'words' | 'discipline' | 'works_with'> & {
  readonly about: readonly (keyof Book['people'])[]
}

const everybody = ['effie', 'robin', 'mother', 'father'] as const
const first: readonly Said[] = [
  {
    discipline: 'social_work',
    works_with: null,
    about: ['effie', 'robin', 'mother'],
    words: 'Effie looks after everybody. She must be eight again.',
  },
  {
    discipline: 'substance_misuse',
    works_with: null,
    about: ['mother'],
    words: 'She wants to stop and does not yet think that she can.',
  },
  {
    discipline: 'mental_health',
    works_with: null,
    about: ['mother'],
    words: 'Mornings first: small steps that she chooses.',
  },
  {
    discipline: 'domestic_abuse',
    works_with: 'victim',
    about: ['mother'],
    words: 'She is safer than she was and not yet safe.',
  },
]
const second: readonly Said[] = [
  {
    discipline: 'social_work',
    works_with: null,
    about: ['effie', 'robin', 'mother'],
    words: 'The home is calmer. Effie counts her mother’s good mornings.',
  },
  {
    discipline: 'substance_misuse',
    works_with: null,
    about: ['mother'],
    words: 'From three to six in as many weeks, by her own mark.',
  },
  {
    discipline: 'mental_health',
    works_with: null,
    about: ['mother'],
    words: 'Up before the children on most school days.',
  },
]

/** Two group supervisions: tasks of the first were checked at the second, and one of the second waits. */
export function tellSupervisions(teller: Teller, county: County, book: Book): void {
  const manager = personaOf(county, 'teamManager').id
  const [before, lately] = [ago(teller, 34), ago(teller, 4)]
  const one = tellHeld(teller, book, { on: before, next: lately, manager, said: first })
  tellDecision(teller, book, {
    supervisionId: one,
    on: before,
    manager,
    about: ['effie'],
    words: 'Effie has somebody of her own to talk to',
    task: 'Ask the school for the play worker',
    owner: personaOf(county, 'socialWorker').id,
    due: ago(teller, 20),
    checked: { on: lately, as: 'done', words: 'She goes on Tuesdays' },
  })
  tellDecision(teller, book, {
    supervisionId: one,
    on: before,
    manager,
    about: ['father'],
    words: 'Dean is offered evenings, since he works days',
    task: 'Offer Dean two evening appointments',
    owner: personaOf(county, 'withPerpetrators').id,
    due: ago(teller, 25),
    checked: { on: lately, as: 'not_done', words: 'No evening room was free' },
  })
  const two = tellHeld(teller, book, {
    on: lately,
    next: addWorkingDays(teller.today, 18),
    manager,
    said: second,
  })
  tellDecision(teller, book, {
    supervisionId: two,
    on: lately,
    manager,
    about: ['mother'],
    words: 'The group on Thursdays is worth a try while she wants it',
    task: 'Go with Carys to the first Thursday',
    owner: personaOf(county, 'recoveryWorker').id,
    due: addWorkingDays(teller.today, 4),
    checked: null,
  })
}

type Meeting = {
  readonly on: Temporal.PlainDate
  readonly next: Temporal.PlainDate
  readonly manager: Uuid
  readonly said: readonly Said[]
}

function tellHeld({ chronicle, dice }: Teller, book: Book, { on, next, manager, said }: Meeting): Uuid {
  const id = dice.id()
  chronicle.tell('group_supervision', at(on, '15:30'), {
    id,
    family_id: book.familyId,
    held_on: on,
    facilitator_id: manager,
    next_on: next,
  })
  for (const { about, ...words } of said)
    chronicle.tell('supervision_part', at(on, '15:30'), {
      ...words,
      id: dice.id(),
      supervision_id: id,
      family_id: book.familyId,
      person_ids: (about.length === 0 ? everybody : about).map(who => book.people[who]),
      author_id: manager,
      kind: 'contribution',
      version: 1,
    })
  return id
}

type Decided = {
  readonly supervisionId: Uuid
  readonly on: Temporal.PlainDate
  readonly manager: Uuid
  readonly about: readonly (keyof Book['people'])[]
  readonly words: string
  readonly task: string
  readonly owner: Uuid
  readonly due: Temporal.PlainDate
  readonly checked: {
    readonly on: Temporal.PlainDate
    readonly as: NonNullable<Part['checked_as']>
    readonly words: string
  } | null
}

function tellDecision({ chronicle, dice }: Teller, book: Book, decided: Decided): void {
  const { checked } = decided
  chronicle.tell(
    'supervision_part',
    at(decided.on, '15:30'),
    {
      id: dice.id(),
      supervision_id: decided.supervisionId,
      family_id: book.familyId,
      person_ids: decided.about.map(who => book.people[who]),
      author_id: decided.manager,
      kind: 'decision',
      words: decided.words,
      task: decided.task,
      owner_worker_id: decided.owner,
      due_on: decided.due,
      version: 1,
    },
    ...(checked === null
      ? []
      : [
          [
            at(checked.on, '15:35'),
            { checked_as: checked.as, checked_on: checked.on, checked_words: checked.words, version: 2 },
          ] as const,
        ]),
  )
}
