import { z } from 'zod'
import { listQuery, pageLinks, pageSize, withQuery } from '#modules/agencies'
import { notFound, type Reply, route } from '#platform/http'
import { button, type Html, html, nothing, subNavigation, timeline } from '#ui'
import { countNotesAbout, notesAbout } from '../../queries/notesAbout.ts'
import { noteKinds } from '../../rules/visit.ts'
import { kindWords } from '../../rules/visitWords.ts'
import { type RecordFrame, recordFrame, whyLine } from '../frame/recordFrame.ts'
import { personParams, recordReaders } from '../frame/recordParams.ts'
import { noteItem } from '../record/noteItem.ts'

const EXCERPT = 1_000 // characters
const kinds = [...noteKinds, 'supervision', 'oversight'] as const
const query = z.object({ page: listQuery.page, kind: z.enum(kinds).optional().catch(undefined) })

/** All visits and notes about one person, newest first. */
export const notesRoute = route({
  method: 'GET',
  url: '/people/:personId/notes',
  admits: recordReaders,
  summary: 'Visits and notes about one person, newest first',
  purpose: 'casework',
  params: personParams,
  query,
  async handle({ work, params, query: asked, path }): Promise<Reply> {
    const frame = await recordFrame(work, params.personId, 'notes')
    if (frame === null) return notFound
    const count = await countNotesAbout(work, params.personId, asked.kind)
    const offset = (asked.page - 1) * pageSize
    const notes = await notesAbout(work, params.personId, { kind: asked.kind, offset, limit: pageSize })
    return {
      kind: 'page',
      title: 'Visits and notes - Record',
      before: frame.before,
      content: html`<h1 class="govuk-heading-l">Visits and notes</h1>
${whyLine(frame.sights)}
${recordButton(frame)}
${kindLinks(path, asked.kind)}
${
  notes.length === 0
    ? html`<p class="govuk-body">No visit or note is recorded that you may read.</p>`
    : timeline({ items: notes.map(note => noteItem(note, EXCERPT)) })
}
${pageLinks(path, asked.page, count, 'visits and notes')}`,
      shown: { resource: 'notes', subjectIds: [params.personId], action: 'list' },
    }
  },
})

function recordButton({ mayWrite, identity }: RecordFrame): Html {
  if (!mayWrite) return nothing
  return button({ text: 'Record a visit or note', href: `/people/${identity.id}/visits/new` })
}

function kindLinks(path: string, chosen: string | undefined): Html {
  return subNavigation({
    label: 'Kinds of note',
    items: [
      { text: 'All', href: withQuery(path, { kind: null }), active: chosen === undefined },
      ...kinds.map(kind => ({
        text: kindWords[kind],
        href: withQuery(path, { kind }),
        active: kind === chosen,
      })),
    ],
  })
}
