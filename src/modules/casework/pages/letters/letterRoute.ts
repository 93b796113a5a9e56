import { z } from 'zod'
import { personSummaries } from '#modules/people'
import { answerSaveDraft, dropDraft, readDraft, SAVE_DRAFT } from '#platform/drafts'
import { notFound, type Reply, route } from '#platform/http'
import { type FieldErrors, fieldErrors } from '#ui'
import { authorityContact } from '../../letters/authorityContact.ts'
import { type LetterWords, makeReady, saveWords } from '../../letters/changeLetter.ts'
import { contactTimes } from '../../letters/contactTimes.ts'
import { type CopiedNote, copiedNotes } from '../../letters/copiedNotes.ts'
import { postalAddress } from '../../letters/postalAddress.ts'
import { type Letter, letterOf } from '../../letters/readLetters.ts'
import { printLetter, renderingHash, renderLetter } from '../../letters/renderLetter.ts'
import { tellOfPreparedLetter } from '../../letters/tellOfPreparedLetter.ts'
import { Fields } from '../frame/fields.ts'
import { recordFrame } from '../frame/recordFrame.ts'
import { recordReaders, recordWriters } from '../frame/recordParams.ts'
import { authorityNameOf } from './authorityNameOf.ts'
import { letterPage } from './letterPage.ts'
import {
  keptLetter,
  type LetterVisit,
  letterParams,
  letterUrl,
  mayWriteWords,
  partInLetter,
  pathOfLetter,
} from './letterVisit.ts'

const FORM = 'letter'
const COPIED =
  'Words of another child’s record stand in the letter. Take them out, or enter why the recipient may read them'
const query = z.object({ draft: z.literal('open').optional().catch(undefined) })

const show = route({
  method: 'GET',
  url: letterUrl,
  admits: recordReaders,
  summary: 'One letter: its words, who it goes to, and how it stands',
  purpose: 'casework',
  params: letterParams,
  query,
  async handle(visit): Promise<Reply> {
    const letter = await letterOf(visit.work, visit.params.personId, visit.params.letterId)
    if (letter === null) return notFound
    const kept = await readDraft(visit.work, FORM, letter.id)
    const isOpened = visit.query.draft === 'open' && kept !== null
    return answerLetter(visit, letter, fieldErrors([]), {
      words: isOpened ? wordsOf(kept.fields) : letter.body,
      draft: isOpened ? kept : null,
      offered: isOpened ? null : kept,
    })
  },
})

type Shown = Pick<
  Parameters<typeof letterPage>[0],
  'words' | 'draft' | 'offered' | 'conflict' | 'copied' | 'copiedReason'
>

/** The letter's page, with what was typed when it could not be saved. */
export async function answerLetter(
  visit: LetterVisit,
  letter: Letter,
  errors: FieldErrors,
  shown: Shown = { words: letter.body, draft: null, offered: null },
): Promise<Reply> {
  const { work, params, form } = visit
  const frame = await recordFrame(work, params.personId, 'documents')
  if (frame === null) return notFound
  const authority = await authorityContact(work, authorityNameOf(visit))
  const about = await personSummaries(work, letter.personIds)
  const concerned = letter.held?.hits.flatMap(({ personId }) => personId ?? []) ?? []
  const hasErrors = errors.list.length > 0 || shown.conflict !== undefined
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    hasErrors,
    title: 'Letter - Record',
    before: frame.before,
    back: `/people/${params.personId}/documents`,
    content: letterPage({
      ...shown,
      path: pathOfLetter(visit),
      letter,
      errors,
      keys: form,
      now: work.now,
      me: work.actor.id,
      part: await partInLetter(visit, letter),
      aboutNames: about.map(person => person.displayName),
      hitNames: new Map(
        (await personSummaries(work, concerned)).map(person => [person.id, person.displayName]),
      ),
      address: await postalAddress(work, letter.recipient),
      contacts: await contactTimes(work, letter.recipient),
      hash: renderingHash(renderLetter(letter, authority)).toString('hex'),
    }),
    shown: { resource: 'letter', subjectIds: letter.personIds },
  }
}

const wordsOf = (sent: Readonly<Record<string, unknown>>): LetterWords => {
  const text = (name: string) => (typeof sent[name] === 'string' ? sent[name] : '')
  return { subject: text('subject'), text: text('text'), enclosed: text('enclosed') || null }
}

const save = route({
  method: 'POST',
  url: letterUrl,
  admits: recordWriters,
  summary: 'Saves a letter\u2019s words, and makes it ready when that is asked',
  purpose: 'casework',
  params: letterParams,
  async handle(visit): Promise<Reply> {
    const { work, sent } = visit
    const kept = await keptLetter(visit)
    if (kept === null || !mayWriteWords(kept.part, kept.letter, work.actor.id)) return notFound
    const { letter, part } = kept
    if (sent[SAVE_DRAFT] !== undefined) return answerSaveDraft(visit, FORM, letter.id)
    const typed = wordsOf(sent)
    const again = (errors: FieldErrors, conflict?: Letter, copied: readonly CopiedNote[] = []) =>
      answerLetter(visit, letter, errors, {
        words: typed,
        draft: null,
        offered: null,
        copied,
        copiedReason: new Fields(sent).typed('copied_reason'),
        ...(conflict === undefined ? {} : { conflict: conflict.body }),
      })
    if (letter.status === 'sent' || letter.status === 'stopped' || String(letter.version) !== sent['version'])
      return again(fieldErrors([]), letter)
    const fields = new Fields(sent)
    const subject = fields.text('subject', 200, 'Enter what the letter is about')
    const text = fields.text('text', 20_000, 'Enter what the letter says')
    const enclosed = fields.text('enclosed', 60_000)
    if (subject === null || text === null || fields.issues.length > 0)
      return again(fieldErrors(fields.issues, ['subject', 'text', 'enclosed']))
    const words = { subject, text, enclosed }
    if (sent['step'] !== 'ready' || part === 'sends') {
      if (!(await saveWords(work, letter, words))) return notFound
      await dropDraft(work, FORM, letter.id)
      if (sent['step'] !== 'save') await tellOfPreparedLetter(work, letter)
      const success =
        sent['step'] === 'save' ? 'Letter saved' : 'Saved, and the worker asked to make it ready'
      return { kind: 'redirect', location: pathOfLetter(visit), success }
    }
    const notes = await copiedNotes(work, letter, words)
    const reason = notes.length === 0 ? null : fields.text('copied_reason', 1000, COPIED)
    if (fields.issues.length > 0)
      return again(fieldErrors(fields.issues, ['copied_reason']), undefined, notes)
    const copied = reason === null ? undefined : { reason, noteIds: notes.map(({ noteId }) => noteId) }
    const made = await makeReady(
      work,
      letter,
      { ...words, copied },
      await authorityContact(work, authorityNameOf(visit)),
    )
    if (made.outcome === 'refused') return again(fieldErrors([{ path: ['text'], message: made.why }]))
    if (made.outcome === 'changed_meanwhile') return notFound
    await dropDraft(work, FORM, letter.id)
    const success = made.outcome === 'ready' ? 'The letter is ready to send' : 'The letter is held'
    return { kind: 'redirect', location: pathOfLetter(visit), success }
  },
})

const print = route({
  method: 'GET',
  url: `${letterUrl}/print`,
  admits: recordReaders,
  summary: 'A letter as it would be printed, marked as not sent',
  purpose: 'casework',
  params: letterParams,
  async handle(visit): Promise<Reply> {
    const { work, me, params } = visit
    const letter = await letterOf(work, params.personId, params.letterId)
    if (letter === null || letter.status === 'sent') return notFound
    const rendering = renderLetter(letter, await authorityContact(work, authorityNameOf(visit)))
    return {
      kind: 'file',
      fileName: 'letter-not-sent.pdf',
      mediaType: 'application/pdf',
      bytes: await printLetter(rendering, { at: work.now, by: me.name, isSent: false }),
      shown: { resource: 'letter', subjectIds: letter.personIds, action: 'export' },
    }
  },
})

export const letterPageRoutes = [show, save, print]
