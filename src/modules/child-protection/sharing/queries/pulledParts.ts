import { outcomesOf, registries, type WrittenPart } from '#modules/casework'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { PartWanted } from '../commands/writePaper.ts'
import type { Origin, Paper } from '../rules/paper.ts'
import { partsOfPaper } from './readPapers.ts'

export type PullSource = { readonly name: string; readonly label: string; readonly count: number }

const own: readonly { readonly name: Origin; readonly label: string }[] = [
  { name: 'enquiry', label: 'the section 47 enquiry' },
  { name: 'plan', label: 'the protection plan' },
]

/** What is written already and does not stand in the paper yet. */
export async function pullSources(work: Work, paper: Paper): Promise<readonly PullSource[]> {
  const found: PullSource[] = []
  for (const { name, label } of [...registries.paperSources, ...own]) {
    const count = (await pulledParts(work, paper, name)).length
    if (count > 0) found.push({ name, label, count })
  }
  return found
}

/** Those parts of a source that the paper does not have yet, each with where it comes from. */
export async function pulledParts(work: Work, paper: Paper, name: string): Promise<readonly PartWanted[]> {
  const there = new Set(
    (await partsOfPaper(work, paper.id)).map(part => `${part.origin?.id} ${part.origin?.words}`),
  )
  const parts = await partsFrom(work, paper.personIds, name)
  return parts.filter(part => !there.has(`${part.origin?.id} ${part.origin?.words}`))
}

async function partsFrom(
  work: Work,
  personIds: readonly Uuid[],
  name: string,
): Promise<readonly PartWanted[]> {
  if (name === 'enquiry') return (await enquiryWritten(work, personIds)).map(part => wanted(part, 'enquiry'))
  if (name === 'plan') return planLines(work, personIds)
  const source = registries.paperSources.find(one => one.name === name)
  return source === undefined
    ? []
    : (await source.parts(work, personIds)).map(part => wanted(part, source.name))
}

const empty = {
  sourceWords: null,
  isThirdParty: false,
  offeredTo: [],
  dataClass: 'B3',
  line: null,
  pairs: [],
} as const

const wanted = (part: WrittenPart, origin: Origin): PartWanted => ({
  ...empty,
  heading: part.heading,
  words: part.words,
  personIds: part.personId === null ? [] : [part.personId],
  source: part.source,
  isThirdParty: part.isThirdParty ?? false,
  origin: { kind: origin, id: part.originId, words: part.words },
})

async function enquiryWritten(work: Work, personIds: readonly Uuid[]): Promise<readonly WrittenPart[]> {
  const rows = await work
    .db<ChildProtectionTables>()
    .selectFrom('s47_enquiry')
    .select(['id', 'person_id', 'outcome_reasons', 'interim_safety'])
    .where('person_id', 'in', personIds)
    .orderBy('started_on', 'desc')
    .orderBy('id')
    .execute()
  const names = await namesOf(work, personIds)
  return personIds.flatMap(personId => {
    const row = rows.find(one => one.person_id === personId)
    if (row === undefined) return []
    const part = (heading: string, words: string | null): readonly WrittenPart[] =>
      words === null
        ? []
        : [
            {
              heading: `${heading}: ${names.get(personId) ?? ''}`,
              words,
              personId,
              source: 'own_work',
              originId: row.id,
            },
          ]
    return [
      ...part('What we found when we looked into it', row.outcome_reasons),
      ...part('How the child is kept safe meanwhile', row.interim_safety),
    ]
  })
}

/** Each open action of the children's plans, as a line. */
async function planLines(work: Work, personIds: readonly Uuid[]): Promise<readonly PartWanted[]> {
  const plans = await work
    .db<ChildProtectionTables>()
    .selectFrom('cp_plan')
    .select(['id', 'person_id'])
    .where('person_id', 'in', personIds)
    .where('ended_on', 'is', null)
    .execute()
  const outcomes = await outcomesOf(
    work,
    plans.map(({ id }) => id),
  )
  return outcomes
    .filter(({ status }) => status === 'open')
    .flatMap(({ outcome, personId, actions }) =>
      actions
        .filter(({ doneOn }) => doneOn === null)
        .map(action => ({
          ...empty,
          heading: outcome,
          words: action.what,
          personIds: [personId],
          source: 'own_work' as const,
          line: {
            who: action.ownerName,
            personId: action.owner.kind === 'person' ? action.owner.id : null,
            byWhen: action.dueOn,
          },
          origin: { kind: 'plan' as const, id: action.id, words: action.what },
        })),
    )
}

async function namesOf(work: Work, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, string>> {
  return new Map((await personSummaries(work, ids)).map(({ id, displayName }) => [id, displayName]))
}
