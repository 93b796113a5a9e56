import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import type { County, Team } from '../county/county.ts'
import type { Family } from '../families/family.ts'
import type { PersonaKey } from '../personas.ts'
import type { Teller } from '../teller.ts'
import { ago } from './stage.ts'
import { personaOf } from './story.ts'
import {
  feedbackLines,
  measureLines,
  moduleLines,
  type StrandKey,
  sessionLines,
  strandLines,
  summaryLines,
  type Who,
} from './teamWorkWords.ts'

/** The workbook of the family, with its people and strands. */
export type Book = {
  readonly familyId: Uuid
  readonly teamId: Uuid
  readonly people: Readonly<Record<Who, Uuid>>
  readonly strands: Readonly<Record<StrandKey, Uuid>>
  readonly summaries: ReadonlyMap<StrandKey, SharedSummary>
}

/** A month's summary as it was told, for whoever takes it in. */
export type SharedSummary = {
  readonly id: Uuid
  readonly month: Temporal.PlainDate
  readonly words: string
}

type Held = { readonly family: Family; readonly team: Team; readonly people: Book['people'] }

export const strandWorkers: Readonly<Record<StrandKey, PersonaKey>> = {
  low: 'mentalHealth',
  drinking: 'recoveryWorker',
  harmed: 'withVictims',
  harms: 'withPerpetrators',
}

/** Needs, strands, sessions, summaries, modules, measures and what the family said, as the team wrote them over six weeks. */
export function tellTeamWork(teller: Teller, county: County, { family, team, people }: Held): Book {
  const { chronicle, dice } = teller
  const opened = ago(teller, 44)
  const workbookId = dice.id()
  chronicle.tell('workbook', at(opened, '10:05'), {
    id: workbookId,
    family_id: family.id,
    team_id: team.id,
    opened_on: opened,
    version: 1,
  })
  const ids = { low: dice.id(), drinking: dice.id(), harmed: dice.id(), harms: dice.id() }
  const summaries = new Map<StrandKey, SharedSummary>()
  const book = { familyId: family.id, teamId: team.id, people, strands: ids, summaries }
  for (const line of strandLines) {
    const noted = ago(teller, line.noted)
    chronicle.tell('need', at(noted, '16:20'), {
      id: dice.id(),
      person_id: people.effie,
      adult_id: people[line.who],
      kind: line.need,
      description: line.described,
      noted_on: noted,
      noted_by_discipline: line.notedBy,
    })
    chronicle.tell('strand', at(ago(teller, line.contact), '17:10'), {
      id: ids[line.key],
      workbook_id: workbookId,
      family_id: family.id,
      team_id: team.id,
      person_id: people[line.who],
      need_kind: line.need,
      need_noted_on: noted,
      discipline: line.discipline,
      works_with: line.side,
      worker_id: personaOf(county, strandWorkers[line.key]).id,
      aim: line.aim,
      offered_on: opened,
      answer: 'accepted',
      answered_on: ago(teller, line.contact),
      first_contact_on: ago(teller, line.contact),
      version: 1,
    })
  }
  tellSessions(teller, county, book)
  for (const [key, summary] of tellSummaries(teller, county, book)) summaries.set(key, summary)
  tellMeasured(teller, county, book)
  return book
}

const lineOf = (key: StrandKey) => {
  const line = strandLines.find(one => one.key === key)
  if (line === undefined) throw new Error(`No strand ${key}`)
  return line
}

function tellSessions({ chronicle, dice, today, ...rest }: Teller, county: County, book: Book): void {
  const teller = { chronicle, dice, today, ...rest }
  for (const session of sessionLines) {
    const { discipline, side, who } = lineOf(session.strand)
    const happened = at(ago(teller, session.days), session.time)
    const row: Fact<'practice_session'> = {
      id: dice.id(),
      family_id: book.familyId,
      strand_id: book.strands[session.strand],
      person_ids: [book.people[who]],
      author_id: personaOf(county, strandWorkers[session.strand]).id,
      discipline,
      works_with: side,
      happened_at: happened,
      kind: session.kind ?? 'session',
      words: session.words,
      own_words: session.said ?? null,
      is_significant: session.isSignificant ?? false,
      readiness: session.readiness ?? null,
      change_talk: [...(session.talk ?? [])],
      modules: [...(session.modules ?? [])],
    }
    chronicle.tell('practice_session', happened.add({ hours: 2 }), row)
  }
  for (const [key, words] of [
    [
      'drinking',
      'Withdrawal is watched with the clinic. Liver tests are booked; the result comes to us alone.',
    ],
    [
      'low',
      'Score by the questionnaire is lower than at the first. Medicine unchanged; the surgery has a copy.',
    ],
  ] as const)
    chronicle.tell('clinical_note', at(ago(teller, 15), '17:30'), {
      id: dice.id(),
      person_id: book.people.mother,
      strand_id: book.strands[key],
      discipline: key === 'low' ? 'mental_health' : 'substance_misuse',
      organisation_id: (key === 'low' ? county.agencies.health : county.agencies.recovery).id,
      author_id: personaOf(county, strandWorkers[key]).id,
      happened_at: at(ago(teller, 15), '11:00'),
      body: words,
    })
}

function tellSummaries(teller: Teller, county: County, book: Book): ReadonlyMap<StrandKey, SharedSummary> {
  const { chronicle, dice } = teller
  const told = new Map<StrandKey, SharedSummary>()
  for (const summary of summaryLines) {
    const { discipline, side, who } = lineOf(summary.strand)
    const shared = ago(teller, summary.days)
    const id = dice.id()
    const month = shared.with({ day: 1 })
    told.set(summary.strand, { id, month, words: summary.words })
    chronicle.tell('chapter_summary', at(shared, '16:00'), {
      id,
      family_id: book.familyId,
      discipline,
      works_with: side,
      month,
      person_ids: [book.people[who]],
      author_id: personaOf(county, strandWorkers[summary.strand]).id,
      words: summary.words,
      shared_on: shared,
      version: 1,
    })
  }
  return told
}

function tellMeasured(teller: Teller, county: County, book: Book): void {
  const { chronicle, dice } = teller
  const of = { family_id: book.familyId }
  for (const { who, module, state, days } of moduleLines)
    chronicle.tell('module_progress', at(ago(teller, days), '16:30'), {
      ...of,
      id: dice.id(),
      person_ids: [book.people[who]],
      author_id: personaOf(county, 'recoveryWorker').id,
      module,
      state,
      on_day: ago(teller, days),
    })
  const ofChildren = dice.fork('measures of children') // nobody else’s chances change
  for (const { who = 'mother', measure, value, days, source } of measureLines)
    chronicle.tell('outcome_measure', at(ago(teller, days), '16:35'), {
      ...of,
      id: (who === 'mother' ? dice : ofChildren).id(),
      team_id: book.teamId,
      person_ids: [book.people[who]],
      author_id: personaOf(county, keeperOf(who, measure)).id,
      measure,
      value,
      on_day: ago(teller, days),
      source,
    })
  for (const { who, days, ...said } of feedbackLines)
    chronicle.tell('family_feedback', at(ago(teller, days), '16:40'), {
      ...of,
      ...said,
      id: dice.id(),
      team_id: book.teamId,
      person_ids: [book.people[who]],
      author_id: personaOf(county, 'socialWorker').id,
      on_day: ago(teller, days),
    })
}

/** Who takes a measure: of a child the social worker. */
const keeperOf = (who: Who, measure: string) =>
  who === 'effie' || who === 'robin'
    ? 'socialWorker'
    : measure === 'mental_health'
      ? 'mentalHealth'
      : 'recoveryWorker'
