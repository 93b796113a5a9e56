import { z } from 'zod'
import { ticksOf } from '#modules/casework'
import { parseUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { formatDate, html } from '#ui'
import { familyForm } from '../frame/familyForm.ts'
import { type FamilyParams, familyParams, familyPath } from '../frame/familyParams.ts'
import { severalOf, text } from '../frame/fieldParts.ts'
import type { OpenFamily } from '../frame/openFamily.ts'
import { workWords } from '../rules/words.ts'
import { type ChapterState, chapterCode, chapterOfCode, isSameChapter } from './chapter.ts'
import { type ChapterEntry, chapterEntries } from './chapterEntries.ts'
import { childrenOf } from './chapterRoutes.ts'
import { chapterStates } from './chapterStates.ts'
import { monthCode, monthOf, monthWords, spanOf } from './month.ts'
import { type SharedWords, type Summary, shareSummary, summaryOf } from './summaries.ts'

type Params = FamilyParams & { readonly chapter: string }
type Context = {
  readonly state: ChapterState
  readonly month: Temporal.PlainDate
  readonly summary: Summary | null
  readonly entries: readonly ChapterEntry[]
}

/** What a summary begins as: the month's entries, as they were written. */
const assembled = (entries: readonly ChapterEntry[]): string =>
  entries
    .map(
      ({ at, what, author, words }) =>
        `${formatDate(londonDate(at))}, ${what.toLowerCase()}, ${author}: ${words}`,
    )
    .join('\n\n')

/** Whom a chapter is about to begin with: those of its strands; the whole family for social work. */
const aboutFirst = ({ personIds }: ChapterState, { shared }: OpenFamily): readonly Uuid[] =>
  personIds.length > 0 ? personIds : [...shared]

/** `/families/:familyId/safeguarding/chapters/:chapter/summary?month=2026-11`. */
export const summaryRoutes = familyForm<Params, Context, SharedWords>({
  url: '/families/:familyId/safeguarding/chapters/:chapter/summary',
  params: familyParams.extend({ chapter: z.string().max(40) }),
  name: 'chapter-summary',
  draftOf: ({ month }) => month ?? '',
  tab: 'chapters',
  title: 'Monthly summary',
  heading: ({ state, month }) => `${workWords(state)}: summary of ${monthWords(month)}`,
  summary: {
    show: 'The form of a chapter’s monthly summary',
    send: 'Shares a chapter’s monthly summary with the team',
  },
  submit: 'Share with the team',
  path: ({ familyId, chapter }, { month }) =>
    familyPath(familyId, `/chapters/${chapter}/summary${month ? `?month=${month}` : ''}`),
  cancel: ({ familyId, chapter }) => familyPath(familyId, `/chapters/${chapter}`),
  async read({ work, params: { familyId, chapter }, query }, open) {
    const key = chapterOfCode(chapter)
    const state = key && (await chapterStates(work, [familyId])).find(one => isSameChapter(one, key))
    if (!state) return null
    const ofTheLine = state.discipline === 'social_work' || state.discipline === 'family_support'
    if (!state.workerIds.includes(work.actor.id) && !(open.keeps && ofTheLine)) return null
    const month = monthOf(query['month'], work.today)
    return {
      state,
      month,
      summary: await summaryOf(work, familyId, state, month),
      entries: await chapterEntries(work, familyId, childrenOf(open), state, spanOf(month)),
    }
  },
  fresh: ({ state, summary, entries }, _, open) => ({
    version: `${summary?.version ?? 0}`,
    words: summary?.words ?? assembled(entries),
    about: summary?.personIds ?? aboutFirst(state, open),
  }),
  fields: (_, values, errors, { members, shared }) => {
    const people = members
      .filter(({ person }) => shared.has(person.id))
      .map(({ person }) => [person.id, person.displayName])
    return html`${text('words', 'Summary', { values, errors }, 'It begins as what was written in the month. Keep what the team needs: the effect on parenting and on the children', 16)}
${severalOf('about', 'Whom is it about?', Object.fromEntries(people), { values, errors }, 'Whoever may not read of one of them does not read it')}`
  },
  parse(fields, _, { sent, submission }) {
    const words = fields.text('words', 100_000, 'Enter the summary')
    const personIds = ticksOf(sent, 'about').flatMap(id => parseUuid(id) ?? [])
    if (personIds.length === 0) fields.problem('about', 'Select whom it is about')
    if (words === null || fields.issues.length > 0) return null
    return { words, personIds, version: Number(fields.typed('version')) || 0, submission }
  },
  async save(shared, { state, month }, { work, params }, open) {
    const about = shared.personIds.filter(id => open.shared.has(id))
    if (about.length !== shared.personIds.length) return { outcome: 'not_found' }
    const outcome = await shareSummary(work, params.familyId, state, month, shared)
    if (outcome === 'stale') return { outcome: 'stale' }
    const location = familyPath(params.familyId, `/chapters/${chapterCode(state)}?month=${monthCode(month)}`)
    return { outcome: 'saved', location, success: 'The summary is shared with the team' }
  },
  order: ['words', 'about'],
  labels: { words: 'Summary' },
})
