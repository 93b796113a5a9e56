import { z } from 'zod'
import { listQuery, onPage, pageLinks } from '#modules/agencies'
import { recordReaders } from '#modules/casework'
import { type Reply, route } from '#platform/http'
import { button, formatDate, html, nothing, summaryList } from '#ui'
import { clinicalNotes } from '../../clinical/clinicalNotes.ts'
import { workbookPage } from '../../frame/familyPage.ts'
import { strandParams, strandPath } from '../../frame/familyParams.ts'
import { nameOf } from '../../frame/openFamily.ts'
import { moduleNames } from '../../modules/moduleNames.ts'
import type { Strand } from '../../rules/strand.ts'
import { answerWords, endWords, needWord, workWords } from '../../rules/words.ts'
import { mayRecord } from '../../sessions/mayRecord.ts'
import { readinessDrawing } from '../../sessions/readinessDrawing.ts'
import { sessionHtml } from '../../sessions/sessionHtml.ts'
import { sessionsOfStrand } from '../../sessions/sessionsOf.ts'
import { strandById } from '../queries/strandsOf.ts'

/** `/families/:familyId/safeguarding/strands/:strandId`: the work with one person on one need. */
export const strandRoute = route({
  method: 'GET',
  url: '/families/:familyId/safeguarding/strands/:strandId',
  admits: recordReaders,
  summary: 'One strand of the work with a family: its worker, aim, sessions and readiness',
  purpose: 'casework',
  params: strandParams,
  query: z.object({ page: listQuery.page }),
  handle: ({ work, params, query: { page }, path, me }): Promise<Reply> =>
    workbookPage(work, params.familyId, {
      title: 'A strand',
      resource: 'strand',
      tab: 'overview',
      async content(open) {
        const strand = await strandById(work, params.strandId)
        if (strand?.familyId !== params.familyId) return null
        const sessions = await sessionsOfStrand(work, strand.id)
        const modules = await moduleNames(work)
        const isOwn = strand.workerId === me.id
        const notes = await clinicalNotes(work, strand.id)
        const writer = open.writes && strand.endedOn === null ? me.id : null
        return html`<span class="govuk-caption-l">${workWords(strand)}</span><h1 class="govuk-heading-l">${nameOf(open, strand.personId)}</h1>
${summaryList({ rows: facts(strand) })}
<div class="govuk-button-group kith-no-print">
${(await mayRecord(work, strand, open.keeps)) ? button({ text: 'Record a session', href: strandPath(params, '/sessions/new') }) : nothing}
${open.writes && strand.endedOn === null && (open.keeps || isOwn) ? button({ text: 'Change', href: strandPath(params, '/change'), classes: 'govuk-button--secondary' }) : nothing}
${isClinical(strand) && isOwn && strand.endedOn === null ? button({ text: 'Clinical notes', href: strandPath(params, '/clinical-notes'), classes: 'govuk-button--secondary' }) : notes.length > 0 ? button({ text: 'Clinical notes', href: `/safeguarding/clinical-notes/${strand.id}`, classes: 'govuk-button--secondary' }) : nothing}
</div>
${readinessDrawing(sessions)}
<h2 class="govuk-heading-m">Sessions</h2>
${sessions.length === 0 ? html`<p class="govuk-body">None recorded yet.</p>` : onPage(sessions, page).map(one => sessionHtml(open, one, modules, writer))}
${pageLinks(path, page, sessions.length, 'sessions')}`
      },
    }),
})

const isClinical = ({ discipline }: Strand): boolean =>
  discipline !== 'social_work' && discipline !== 'family_support'

const facts = (strand: Strand) =>
  [
    ['Need', `${needWord(strand.needKind)}, noted ${formatDate(strand.needNotedOn)}`],
    ['Worker', strand.workerName ?? `Nobody yet${strand.whyNobody ? `: ${strand.whyNobody}` : ''}`],
    ['Aim', strand.aim ?? 'Not set'],
    ['Offered', formatDate(strand.offeredOn)],
    [
      'Answer',
      strand.answer === null || strand.answeredOn === null
        ? 'None yet'
        : `${answerWords[strand.answer]}, ${formatDate(strand.answeredOn)}`,
    ],
    ['First contact', strand.firstContactOn === null ? 'None yet' : formatDate(strand.firstContactOn)],
    ...(strand.endedOn === null || strand.endReason === null
      ? []
      : [['Ended', `${formatDate(strand.endedOn)}: ${endWords[strand.endReason].toLowerCase()}`]]),
  ].map(([key, value]) => ({ key: { text: key ?? '' }, value: { text: value ?? '' } }))
