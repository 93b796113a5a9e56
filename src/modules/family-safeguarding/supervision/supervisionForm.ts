import { dayValues, type FormValues, type OutcomeStatus, statusWords, typedOf } from '#modules/casework'
import { chapterCode } from '../chapters/chapter.ts'
import { childrenOf } from '../chapters/chapterRoutes.ts'
import { familyForm } from '../frame/familyForm.ts'
import { type FamilyParams, familyParams, familyPath } from '../frame/familyParams.ts'
import { workWords } from '../rules/words.ts'
import { outdated } from './outcomeStandings.ts'
import { parseSupervision } from './parseSupervision.ts'
import type { PlanAim } from './planOutcomes.ts'
import { readRoom } from './readRoom.ts'
import { type NewSupervision, recordSupervision } from './recordSupervision.ts'
import type { Part } from './supervision.ts'
import { fieldOrder, type Room, roomFields } from './supervisionFields.ts'
import { VOICES } from './voices.ts'

const said = (code: string): string => `said-${code}`

/** `/families/:familyId/safeguarding/supervision/new`: group supervision on one screen, by whoever holds the case. */
export const supervisionFormRoutes = familyForm<FamilyParams, Room, NewSupervision>({
  url: '/families/:familyId/safeguarding/supervision/new',
  params: familyParams,
  name: 'group-supervision',
  tab: 'supervision',
  title: 'Group supervision',
  heading: () => 'Group supervision',
  summary: {
    show: 'Group supervision on one screen: the agenda and the form',
    send: 'Saves a group supervision as one record',
  },
  submit: 'Save as one record',
  path: ({ familyId }) => familyPath(familyId, '/supervision/new'),
  cancel: ({ familyId }) => familyPath(familyId, '/supervision'),
  read: ({ work }, open) => readRoom(work, open),
  fresh: ({ agenda }, { work }) => ({
    version: agenda.last?.id ?? 'none',
    ...dayValues('held', work.today),
    ...dayValues('next', agenda.dueOn === null ? null : work.today.add({ months: 1 })),
  }),
  fields: (room, values, errors) => roomFields(room, { values, errors }),
  parse: (fields, room, { work, submission }) =>
    parseSupervision(fields, room, { today: work.today, submission }),
  async save(supervision, room, { work, params, sent }) {
    if (outdated(room.outcomes, sent).length > 0) return { outcome: 'stale' }
    const saved = await recordSupervision(work, params.familyId, childrenOf(room.open), supervision)
    if (saved === 'stale') return { outcome: 'stale' }
    const success = 'Group supervision is saved, and the plan with it'
    return { outcome: 'saved', location: familyPath(params.familyId, `/supervision/${saved}`), success }
  },
  order: fieldOrder,
  targets: {
    held: 'held-day',
    next: 'next-day',
    ...Object.fromEntries([1, 2, 3, 4].map(at => [`due-${at}`, `due-${at}-day`])),
  },
  differences: ({ agenda, lastParts, outcomes }, sent) => [
    ...bothTexts(
      agenda.chapters.map(one => ({ code: chapterCode(one), label: workWords(one) })),
      lastParts,
      sent,
    ),
    ...changedAims(outcomes, sent),
  ],
})

/** What you typed beside what somebody else has saved since. */
function bothTexts(
  chapters: readonly { readonly code: string; readonly label: string }[],
  parts: readonly Part[],
  sent: FormValues,
) {
  const theirs = (code: string): string =>
    parts
      .filter(
        ({ kind, discipline, worksWith }) =>
          kind === 'contribution' && discipline !== null && chapterCode({ discipline, worksWith }) === code,
      )
      .map(({ words }) => words)
      .join('\n')
  const decided = parts.filter(({ kind }) => kind === 'decision').map(({ words }) => words)
  const yours = [1, 2, 3, 4].map(at => typedOf(sent, `decision-${at}`)).filter(Boolean)
  return [
    ...chapters.map(({ code, label }) => ({ label, yours: typedOf(sent, said(code)), other: theirs(code) })),
    {
      label: 'What children and parents say',
      yours: VOICES.map(at => typedOf(sent, `voice-${at}`))
        .filter(Boolean)
        .join('\n'),
      other: parts
        .filter(({ kind }) => kind === 'voice')
        .map(({ words }) => words)
        .join('\n'),
    },
    { label: 'What we decide', yours: yours.join('\n'), other: decided.join('\n') },
  ].filter(({ yours: mine, other }) => mine !== '' || other !== '')
}

/** Outcomes of the plans that somebody changed or closed since the form was shown. */
const changedAims = (outcomes: readonly PlanAim[], sent: FormValues) =>
  outdated(outcomes, sent).map(id => ({
    label: 'An outcome of a plan',
    yours: [statusWords[typedOf(sent, `stands-${id}`) as OutcomeStatus] ?? '', typedOf(sent, `why-${id}`)]
      .filter(Boolean)
      .join(': '),
    other: outcomes.find(one => one.id === id)?.outcome ?? 'It was closed in the plan',
  }))
