import { z } from 'zod'
import { readClockSettings } from '#modules/agencies'
import { recordReaders } from '#modules/casework'
import { type Reply, route } from '#platform/http'
import { denseTable, formatDate, html } from '#ui'
import { workbookPage } from '../frame/familyPage.ts'
import { familyParams, familyPath } from '../frame/familyParams.ts'
import type { OpenFamily } from '../frame/openFamily.ts'
import { workWords } from '../rules/words.ts'
import { chapterCode, chapterDueOn, chapterOfCode, isSameChapter, isSilent } from './chapter.ts'
import { chapterEntries } from './chapterEntries.ts'
import { chapterPage } from './chapterPage.ts'
import { chapterStates } from './chapterStates.ts'
import { monthOf, spanOf } from './month.ts'
import { summariesOf } from './summaries.ts'

const base = '/families/:familyId/safeguarding/chapters'

const list = route({
  method: 'GET',
  url: base,
  admits: recordReaders,
  summary: 'The chapters of a family’s workbook, with those that are silent',
  purpose: 'casework',
  params: familyParams,
  handle: ({ work, params: { familyId } }): Promise<Reply> =>
    workbookPage(work, familyId, {
      title: 'Chapters',
      resource: 'chapters',
      tab: 'chapters',
      isWide: true,
      async content() {
        const settings = await readClockSettings(work)
        const chapters = await chapterStates(work, [familyId])
        const rows = chapters.map(chapter => {
          const due = chapter.isOpen && chapter.isWhole ? chapterDueOn(chapter, settings) : null
          const silent = isSilent(chapter, settings, work.today)
          return [
            {
              html: html`<a class="govuk-link" href="${familyPath(familyId, `/chapters/${chapterCode(chapter)}`)}">${workWords(chapter)}</a>`,
            },
            { text: chapter.workerNames.join(', ') || 'Nobody now' },
            {
              text:
                chapter.lastEntryOn === null
                  ? chapter.isWhole
                    ? 'None yet'
                    : 'Not yours to read'
                  : formatDate(chapter.lastEntryOn),
            },
            { text: chapter.lastSummaryOn === null ? 'None yet' : formatDate(chapter.lastSummaryOn) },
            {
              html: silent
                ? html`<strong>Silent</strong> since ${due === null ? '' : formatDate(due)}`
                : html`${due === null ? '' : `Next by ${formatDate(due)}`}`,
            },
          ]
        })
        return html`<h1 class="govuk-heading-l">Chapters</h1>
<p class="govuk-body">One for each role. A month of it is made of what was written already, edited, and shared with the team.</p>
${rows.length === 0 ? html`<p class="govuk-body">No chapter has begun.</p>` : denseTable({ caption: 'Chapters of this workbook', head: ['Chapter', 'Worker', 'Last entry', 'Last summary', 'Standing'].map(text => ({ text })), rows })}
<p class="govuk-body"><a class="govuk-link" href="${familyPath(familyId, '/assessment')}">All chapters as one draft, by person and need</a></p>`
      },
    }),
})

const show = route({
  method: 'GET',
  url: `${base}/:chapter`,
  admits: recordReaders,
  summary: 'One chapter of a workbook in a month: what was written in it, and the summary',
  purpose: 'casework',
  params: familyParams.extend({ chapter: z.string().max(40) }),
  query: z.object({ month: z.string().max(10).optional().catch(undefined) }),
  handle: ({ work, params: { familyId, chapter: code }, query, me }): Promise<Reply> =>
    workbookPage(work, familyId, {
      title: 'A chapter',
      resource: 'chapter',
      tab: 'chapters',
      async content(open) {
        const key = chapterOfCode(code)
        if (key === null) return null
        const state = (await chapterStates(work, [familyId])).find(one => isSameChapter(one, key))
        if (state === undefined) return null
        const month = monthOf(query.month, work.today)
        return chapterPage({
          open,
          state,
          month,
          today: work.today,
          entries: await chapterEntries(work, familyId, childrenOf(open), key, spanOf(month)),
          summaries: (await summariesOf(work, familyId)).filter(one => isSameChapter(one, key)),
          isMine: open.writes && (state.workerIds.includes(me.id) || (open.keeps && isOfTheLine(code))),
        })
      },
    }),
})

const isOfTheLine = (code: string): boolean => code === 'social_work' || code === 'family_support'

export const childrenOf = ({ members }: Pick<OpenFamily, 'members'>) =>
  members.filter(({ role }) => role === 'child').map(({ person }) => person.id)

/** `/families/:familyId/safeguarding/chapters` and each of them. */
export const chapterRoutes = [list, show]
