import { notFound, type Reply, route } from '#platform/http'
import { fieldErrors } from '#ui'
import { authorityContact } from '../../letters/authorityContact.ts'
import { beginLetter } from '../../letters/beginLetter.ts'
import { stopLetter } from '../../letters/changeLetter.ts'
import { letterRecipients } from '../../letters/letterRecipients.ts'
import type { Letter } from '../../letters/readLetters.ts'
import { releaseLetter } from '../../letters/releaseLetter.ts'
import { type SendingWay, sendingWays, sendLetter } from '../../letters/sendLetter.ts'
import { letterTemplate } from '../../letters/templates.ts'
import { filesOf } from '../documents/filesOf.ts'
import { Fields } from '../frame/fields.ts'
import { recordWriters } from '../frame/recordParams.ts'
import { authorityNameOf } from './authorityNameOf.ts'
import { answerLetter } from './letterRoute.ts'
import {
  keptLetter,
  type LetterVisit,
  letterParams,
  letterUrl,
  mayWriteWords,
  pathOfLetter,
  writableLetter,
} from './letterVisit.ts'

const problem = (visit: LetterVisit, letter: Letter, field: string, message: string): Promise<Reply> =>
  answerLetter(visit, letter, fieldErrors([{ path: [field], message }]))

const CHANGED = 'Somebody changed the letter after you opened the page. Read it again, then decide'
const isSame = (letter: Letter, sent: LetterVisit['sent']): boolean =>
  String(letter.version) === sent['version']

const release = route({
  method: 'POST',
  url: `${letterUrl}/release`,
  admits: recordWriters,
  summary: 'One of two people lets a held letter go as it is',
  purpose: 'casework',
  params: letterParams,
  async handle(visit): Promise<Reply> {
    const { work, sent } = visit
    const letter = await writableLetter(visit)
    if (letter === null) return notFound
    const fields = new Fields(sent)
    const reason = fields.text('release_reason', 1000, 'Enter why the letter may go although it tells this')
    if (reason === null) return answerLetter(visit, letter, fieldErrors(fields.issues))
    const authority = await authorityContact(work, authorityNameOf(visit))
    const released = await releaseLetter(work, letter, { hash: fields.typed('hash'), reason, authority })
    if (released === 'changed_meanwhile') return problem(visit, letter, 'release_reason', CHANGED)
    if (released === 'already_yours')
      return problem(
        visit,
        letter,
        'release_reason',
        'You have released it. A second person must release it too',
      )
    const success =
      released === 'ready'
        ? 'Released by two people: the letter is ready to send'
        : 'Released once. A second person must release it too'
    return { kind: 'redirect', location: pathOfLetter(visit), success }
  },
})

const send = route({
  method: 'POST',
  url: `${letterUrl}/send`,
  admits: recordWriters,
  summary: 'Sends a letter, looking once more at where it goes and what it tells',
  purpose: 'casework',
  params: letterParams,
  async handle(visit): Promise<Reply> {
    const { work, me, sent, params } = visit
    const letter = (await keptLetter(visit))?.letter
    if (letter === undefined) return notFound
    if (letter.status !== 'ready' || !isSame(letter, sent)) return problem(visit, letter, 'how', CHANGED)
    const fields = new Fields(sent)
    const ways = Object.keys(sendingWays) as SendingWay[] // its own keys
    const how = fields.choice('how', ways, 'Select how it goes')
    if (how === null) return answerLetter(visit, letter, fieldErrors(fields.issues))
    const done = await sendLetter(work, letter, {
      how,
      store: filesOf(visit).store,
      authority: await authorityContact(work, authorityNameOf(visit)),
      senderName: me.name,
    })
    switch (done.outcome) {
      case 'sent':
        return {
          kind: 'redirect',
          location: `/people/${params.personId}/documents/${done.documentId}`,
          success: 'Sent. Print it from here, one job for this recipient',
        }
      case 'stopped':
        return {
          kind: 'redirect',
          location: pathOfLetter(visit),
          success: 'The letter was stopped and did not go',
        }
      case 'held':
        return {
          kind: 'redirect',
          location: pathOfLetter(visit),
          success: 'The letter is held and did not go',
        }
      case 'changed_meanwhile':
        return problem(visit, letter, 'how', CHANGED)
    }
  },
})

const stop = route({
  method: 'POST',
  url: `${letterUrl}/stop`,
  admits: recordWriters,
  summary: 'Stops a letter that is not sent, with the reason',
  purpose: 'casework',
  params: letterParams,
  async handle(visit): Promise<Reply> {
    const { work, sent, params } = visit
    const kept = await keptLetter(visit)
    if (kept === null || !mayWriteWords(kept.part, kept.letter, work.actor.id)) return notFound
    const { letter } = kept
    if (letter.status === 'sent' || letter.status === 'stopped') return notFound
    const fields = new Fields(sent)
    const reason = fields.text('stop_reason', 1000, 'Enter why it is stopped')
    if (reason === null) return answerLetter(visit, letter, fieldErrors(fields.issues))
    if (!(await stopLetter(work, letter, reason))) return problem(visit, letter, 'stop_reason', CHANGED)
    return { kind: 'redirect', location: `/people/${params.personId}/documents`, success: 'Letter stopped' }
  },
})

const again = route({
  method: 'POST',
  url: `${letterUrl}/again`,
  admits: recordWriters,
  summary: 'Begins a stopped letter anew, to where the recipient is reached now',
  purpose: 'casework',
  params: letterParams,
  async handle(visit): Promise<Reply> {
    const { work, params } = visit
    const letter = await writableLetter(visit)
    if (letter === null || letter.status !== 'stopped') return notFound
    const recipient = (await letterRecipients(work, params.personId)).find(
      ({ kind, id }) => kind === letter.recipient.kind && id === letter.recipient.id,
    )
    const template = letterTemplate(letter.template)
    if (recipient === undefined || template === null)
      return problem(
        visit,
        letter,
        'again',
        'The record does not hold this recipient for the child any more. Write another letter',
      )
    const { subject, text, enclosed } = letter.body
    const letterId = await beginLetter(work, {
      personIds: letter.personIds,
      template,
      recipient,
      authority: await authorityContact(work, authorityNameOf(visit)),
      words: { subject, text, enclosed },
    })
    return { kind: 'redirect', location: `/people/${params.personId}/letters/${letterId}` }
  },
})

export const letterActionRoutes = [release, send, stop, again]
