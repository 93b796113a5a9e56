import { z } from 'zod'
import { personSummaries } from '#modules/people'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { type FieldErrors, fieldErrors } from '#ui'
import { markSignificant } from '../../commands/markSignificant.ts'
import { writableSubjects } from '../../queries/familyChildren.ts'
import { type Note, readNote } from '../../queries/readNote.ts'
import { longestLine } from '../../rules/visit.ts'
import { recordReaders, recordWriters, uuidParam } from '../frame/recordParams.ts'
import { notePage } from './page.ts'

const params = z.object({ noteId: uuidParam })

const show = route({
  method: 'GET',
  url: '/notes/:noteId',
  admits: recordReaders,
  summary: 'One visit or note with its corrections',
  purpose: 'casework',
  params,
  async handle(visit): Promise<Reply> {
    const note = await readNote(visit.work, visit.params.noteId)
    return note === null ? notFound : reply(visit, note, fieldErrors([]))
  },
})

const refusals = {
  no_note: 'The note was not found',
  corrected: 'This note has been corrected. Mark the later one',
  marked_already: 'This note is in the short chronology already',
  may_not_write: 'You may read this note but not change what the chronology shows',
} as const

const mark = route({
  method: 'POST',
  url: '/notes/:noteId/significant',
  admits: recordWriters,
  summary: 'Puts a note into the short chronology',
  purpose: 'casework',
  params,
  async handle(visit): Promise<Reply> {
    const { work, sent } = visit
    const note = await readNote(work, visit.params.noteId)
    if (note === null) return notFound
    const problem = (message: string) => reply(visit, note, fieldErrors([{ path: ['impact'], message }]))
    const impact = typeof sent['impact'] === 'string' ? sent['impact'].trim() : ''
    if (impact === '') return problem('Enter in one line what it means for the children')
    if (impact.length > longestLine) return problem(`This must be ${longestLine} characters or fewer`)
    const marked = await markSignificant(work, note.id, impact)
    if (marked.outcome === 'refused') return problem(refusals[marked.refusal])
    return { kind: 'redirect', location: `/notes/${note.id}`, success: 'It is in the short chronology now' }
  },
})

type NoteVisit = Pick<Visit<z.infer<typeof params>, unknown, unknown>, 'work' | 'form'>

async function reply({ work, form }: NoteVisit, note: Note, errors: FieldErrors): Promise<Reply> {
  const ids = note.parts.map(part => part.personId)
  const people = await personSummaries(work, ids)
  const writable = await writableSubjects(work, ids)
  // An author keeps their note when the record is closed to them: then nothing leads there.
  const open = ids.find(id => people.some(person => person.id === id))
  const hasErrors = errors.list.length > 0
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    title: 'Visit or note',
    hasErrors,
    ...(open ? { back: `/people/${open}/notes` } : {}),
    content: notePage({
      note,
      earlier: note.correctsId ? await readNote(work, note.correctsId) : null,
      later: note.correctedById ? await readNote(work, note.correctedById) : null,
      people: new Map(people.map(person => [person.id, person])),
      writableId: ids.find(id => writable.has(id)) ?? null,
      errors,
      keys: form,
    }),
    shown: { resource: 'note', subjectIds: ids },
  }
}

export const noteRoutes = [show, mark]
