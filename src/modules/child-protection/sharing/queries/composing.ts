import { authorityContact } from '#modules/casework'
import { authorityName, type Work } from '#platform/db'
import { type Meeting, meetingOf } from '../../meeting/index.ts'
import { type Composed, composeCopy } from '../rules/composeCopy.ts'
import type { CopyContent } from '../rules/copyContent.ts'
import type { Finding } from '../rules/findings.ts'
import type { Paper, PaperPart, Recipient, Showing } from '../rules/paper.ts'
import { findingsOf } from './findingsOf.ts'
import { partsOfPaper, showingsOf, translationsOf } from './readPapers.ts'
import { recipientsOf } from './recipientsOf.ts'

/** A paper with everything that copies of it are made of. */
export type ToCompose = {
  readonly paper: Paper
  readonly meeting: Meeting
  readonly parts: readonly PaperPart[]
  readonly showings: readonly Showing[]
  readonly recipients: readonly Recipient[]
  readonly whoToRing: CopyContent['whoToRing']
}

/** Reads a paper for composing; null where its meeting is not the reader's. */
export async function toCompose(work: Work, paper: Paper): Promise<ToCompose | null> {
  const meeting = await meetingOf(work, paper.meetingId)
  if (meeting === null) return null
  const contact = await authorityContact(work, await authorityName(work))
  return {
    paper,
    meeting,
    parts: await partsOfPaper(work, paper.id),
    showings: await showingsOf(work, paper.id),
    recipients: await recipientsOf(work, paper),
    whoToRing: { name: paper.madeByName ?? contact.name, role: contact.name, telephone: contact.telephone },
  }
}

export type Style = CopyContent['style']

/** One recipient's copy as it would be now, with what the checks meet in it. */
export async function composedFor(
  work: Work,
  from: ToCompose,
  recipient: Recipient,
  style: Style = 'plain',
): Promise<{ readonly composed: Composed; readonly findings: readonly Finding[] }> {
  const lang = recipient.language ?? 'en'
  const translations =
    lang === 'en' ? [] : (await translationsOf(work, from.paper.id, lang)).filter(({ isOld }) => !isOld)
  const { meeting } = from
  const composed = composeCopy({
    kind: from.paper.kind,
    meeting: {
      kind: meeting.kind,
      at: meeting.plannedAt.toString(),
      minutes: meeting.minutes,
      how: meeting.how,
      place: recipient.personId === null ? meeting.place : null, // a place stands in each person's own invitation
    },
    parts: from.parts.map(part => {
      const found = translations.find(({ partId }) => partId === part.id)
      return {
        ...part,
        translation: found === undefined ? null : { heading: found.heading, words: found.words },
      }
    }),
    shown: new Set(
      from.showings
        .filter(({ shows, recipientKey }) => shows && recipientKey === recipient.key)
        .map(({ partId }) => partId),
    ),
    recipientId: recipient.personId,
    whoToRing: from.whoToRing,
    lang,
    style,
  })
  return {
    composed,
    findings: await findingsOf(work, composed, { paper: from.paper, parts: from.parts, recipient }),
  }
}
