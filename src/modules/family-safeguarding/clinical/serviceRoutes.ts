import { z } from 'zod'
import { listQuery, onPage, pageLinks } from '#modules/agencies'
import { recordReaders, uuidParam } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { denseTable, formatDateTime, html } from '#ui'
import { strandPath } from '../frame/familyParams.ts'
import { workWords } from '../rules/words.ts'
import { strandById } from '../workbook/queries/strandsOf.ts'
import { clinicalNotes } from './clinicalNotes.ts'
import { notesHtml } from './noteHtml.ts'
import { correctsOwn, namesOf, notedWork } from './serviceNotes.ts'

const base = '/safeguarding/clinical-notes'

const list = route({
  method: 'GET',
  url: base,
  admits: recordReaders,
  summary: 'Work of which the reader’s own service keeps clinical notes, and their own after it ended',
  purpose: 'casework',
  query: z.object({ page: listQuery.page }),
  async handle({ work, query: { page }, path }): Promise<Reply> {
    const all = await notedWork(work)
    const rows = onPage(all, page)
    const subjectIds = [...new Set(rows.map(({ personId }) => personId))]
    const nameOf = await namesOf(work, subjectIds)
    return {
      kind: 'page',
      title: 'Clinical notes of your service',
      current: '/safeguarding',
      back: '/safeguarding',
      content: html`<h1 class="govuk-heading-l">Clinical notes of your service</h1>
<p class="govuk-body">What you wrote stays yours to read, also after the work ended or you left the team. What colleagues of your service wrote is yours to read while you hold a post of the discipline and work with the family.</p>
${rows.length === 0 ? html`<p class="govuk-body">None.</p>` : denseTable({ caption: 'Work with notes', head: ['With', 'Work', 'Last note', 'Written by'].map(text => ({ text })), rows: rows.map(one => [{ html: html`<a class="govuk-link" href="${base}/${one.strandId}">${nameOf(one.personId)}</a>` }, { text: workWords({ discipline: one.discipline, worksWith: null }) }, { text: formatDateTime(one.lastAt) }, { text: one.isOwn ? 'You' : 'Your service' }]) })}
${pageLinks(path, page, all.length, 'pieces of work')}`,
      shown: subjectIds.length === 0 ? 'nothing' : { resource: 'clinical_note', subjectIds, action: 'list' },
    }
  },
})

const show = route({
  method: 'GET',
  url: `${base}/:strandId`,
  admits: recordReaders,
  summary: 'Clinical notes of one piece of work, for their author and the author’s service',
  purpose: 'casework',
  params: z.object({ strandId: uuidParam }),
  async handle({ work, params: { strandId } }): Promise<Reply> {
    const found = (await notedWork(work)).find(one => one.strandId === strandId)
    if (found === undefined) return notFound
    const own = await correctsOwn(work, found)
    const nameOf = await namesOf(work, [found.personId])
    const strand = await strandById(work, strandId)
    const isOpen = strand !== null && strand.endedOn === null && strand.workerId === work.actor.id
    const write =
      isOpen && work.knownAt === null
        ? strandPath({ familyId: strand.familyId, strandId }, '/clinical-notes')
        : null
    return {
      kind: 'page',
      title: 'Clinical notes',
      current: '/safeguarding',
      back: base,
      content: html`<span class="govuk-caption-l">${workWords({ discipline: found.discipline, worksWith: null })}</span><h1 class="govuk-heading-l">Clinical notes: ${nameOf(found.personId)}</h1>
<p class="govuk-body">In no record of the family, no copy, no search and no count.${write === null ? '' : html` <a class="govuk-link" href="${write}">Write a note</a>.`}</p>
<h2 class="govuk-heading-m">Notes</h2>
${notesHtml(await clinicalNotes(work, strandId), note => (own && note.authorId === work.actor.id ? `${base}/${strandId}/${note.id}/correct` : null))}`,
      shown: { resource: 'clinical_note', subjectIds: [found.personId] },
    }
  },
})

/** `/safeguarding/clinical-notes`: what the author's own service keeps, outside the family's workbook. */
export const serviceRoutes = [list, show]
