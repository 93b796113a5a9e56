import { dayValues, type FormValues, typedOf } from '#modules/casework'
import { chapterCode } from '../chapters/chapter.ts'
import { childrenOf } from '../chapters/chapterRoutes.ts'
import { familyForm } from '../frame/familyForm.ts'
import { type FamilyParams, familyParams, familyPath } from '../frame/familyParams.ts'
import { workWords } from '../rules/words.ts'
import { teamWorkers } from '../workbook/queries/teamWorkers.ts'
import { agendaOf } from './agenda.ts'
import { parseSupervision } from './parseSupervision.ts'
import { planOutcomes } from './planOutcomes.ts'
import { type NewSupervision, recordSupervision } from './recordSupervision.ts'
import type { Part } from './supervision.ts'
import { fieldOrder, type Room, roomFields } from './supervisionFields.ts'
import { partsOf } from './supervisionsOf.ts'

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
  async read({ work }, open) {
    if (!open.keeps || open.workbook === null) return null
    const agenda = await agendaOf(work, open)
    return {
      open,
      agenda,
      workers: await teamWorkers(work, open.workbook.teamId),
      outcomes: await planOutcomes(work, childrenOf(open)),
      lastParts: agenda.last === null ? [] : await partsOf(work, open.family.id, agenda.last.id),
    }
  },
  fresh: ({ agenda }, { work }) => ({
    version: agenda.last?.id ?? 'none',
    ...dayValues('held', work.today),
    ...dayValues('next', agenda.dueOn === null ? null : work.today.add({ months: 1 })),
  }),
  fields: (room, values, errors) => roomFields(room, { values, errors }),
  parse: (fields, room, { work, submission }) =>
    parseSupervision(fields, room, { today: work.today, submission }),
  async save(supervision, room, { work, params }) {
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
  differences: ({ agenda, lastParts }, sent) =>
    bothTexts(
      agenda.chapters.map(one => ({ code: chapterCode(one), label: workWords(one) })),
      lastParts,
      sent,
    ),
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
    { label: 'What we decide', yours: yours.join('\n'), other: decided.join('\n') },
  ].filter(({ yours: mine, other }) => mine !== '' || other !== '')
}
