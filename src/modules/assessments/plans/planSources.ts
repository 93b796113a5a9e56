import { type CaseworkTables, outcomesOf } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AssessmentsTables } from '../tables.ts'
import type { PlanView } from './planView.ts'

/** Something already written that an outcome could be made of, with one click. */
export type PlanSource = {
  /** What the form sends back: need:<id> or line:<place>. */
  readonly key: string
  readonly from: 'need' | 'assessment'
  readonly outcome: string
  readonly baseline: string | null
  readonly needId: Uuid | null
}

const needWords: Readonly<Record<CaseworkTables['need']['kind'], string>> = {
  domestic_abuse: 'Home is safe from abuse',
  mental_health: 'Worries and low mood get help',
  substance_misuse: 'Alcohol and drugs do no harm at home',
  parenting: 'Parents have what they need to care well',
  neglect: 'Every day’s care is good enough',
  housing: 'The family has a settled home',
  money: 'The family can pay for what it needs',
  learning: 'Learning goes forward',
  disability: 'Disability is met with the right help',
  health: 'Health is looked after',
  school: 'School goes well',
  exploitation: 'Safe from people who use or hurt children',
  young_carer: 'A child’s life, not a carer’s',
  immigration: 'The right to stay is sorted out',
  other: 'Things are better',
}

/**
 * Needs that are not met yet and lines of "what needs to happen" of the child's latest assessment, as far as the reader may
 * see them, without those that the plan has already.
 */
export async function planSources(work: Work, view: PlanView): Promise<readonly PlanSource[]> {
  if (view.plan === null) return []
  const outcomes = await outcomesOf(work, [view.plan.id])
  const usedNeeds = new Set(outcomes.map(({ needId }) => needId))
  const usedWords = new Set(outcomes.map(({ outcome }) => plain(outcome)))
  const all = [...(await needs(work, view.personId)), ...(await lines(work, view.personId))]
  return all.filter(
    source =>
      !(source.needId !== null && usedNeeds.has(source.needId)) && !usedWords.has(plain(source.outcome)),
  )
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

async function needs(work: Work, personId: Uuid): Promise<readonly PlanSource[]> {
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('need')
    .select(['id', 'kind', 'description', 'adult_id'])
    .where('person_id', '=', personId)
    .where('met_on', 'is', null)
    .orderBy('noted_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    key: `need:${row.id}`,
    from: 'need' as const,
    outcome: needWords[row.kind],
    // The plan is given to the whole family and to those around it: what is written of a parent is not pulled into it.
    baseline: row.adult_id === null ? row.description : null,
    needId: row.id,
  }))
}

const LONGEST = 500
const MOST = 20

async function lines(work: Work, personId: Uuid): Promise<readonly PlanSource[]> {
  const row = await work
    .db<AssessmentsTables>()
    .selectFrom('assessment')
    .leftJoin('joint_assessment as joint', 'joint.id', 'assessment.joint_id')
    .select(['assessment.what_needs_to_happen as own', 'joint.what_needs_to_happen as ofAll'])
    .where('assessment.person_id', '=', personId)
    .where('assessment.left_out_on', 'is', null)
    .orderBy('assessment.started_on', 'desc')
    .orderBy('assessment.id', 'desc')
    .executeTakeFirst()
  return [row?.own, row?.ofAll]
    .flatMap(text => (text ?? '').split('\n'))
    .map(line => line.replace(/^[\s•*-]+|^\d+[.)]\s*/g, '').trim())
    .filter(line => line !== '')
    .slice(0, MOST)
    .map((line, place) => ({
      key: `line:${place}`,
      from: 'assessment' as const,
      outcome: line.slice(0, LONGEST),
      baseline: null,
      needId: null,
    }))
}
