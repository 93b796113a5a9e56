import { formatDateTime, type Html, html, nothing } from '#ui'
import type { AnswerKind, CopyAnswer } from '../queries/eventsAndAnswers.ts'

export const answerWords: Readonly<Record<AnswerKind, string>> = {
  agrees: 'Agrees',
  disagrees: 'Does not agree',
  comment: 'Says',
  own_words: 'In their own words',
  wants_from_meeting: 'Wants from the meeting',
  wants_advocate: 'Asks for an advocate',
  wants_interpreter: 'Asks for an interpreter',
  understood: 'Understood it',
  not_understood: 'Did not understand it',
}

const how: Readonly<Record<string, string>> = {
  in_person: 'said in person',
  telephone: 'said by telephone',
  in_writing: 'in writing',
  recording: 'from a recording',
  portal: 'in the portal',
}

/** One answer, verbatim, with who wrote it down. */
export const answerLine = (one: CopyAnswer): Html =>
  html`<li><strong>${one.part === null ? '' : `${one.part}. `}${answerWords[one.kind]}</strong>${one.words ? html`: <span class="kith-typed">“${one.words}”</span>` : nothing}<br><span class="govuk-hint">${formatDateTime(one.givenAt)}${one.givenHow ? `, ${how[one.givenHow] ?? one.givenHow}` : ''}${one.isByRecipient ? ', by themself' : one.notedBy ? `, written down by ${one.notedBy}` : ''}${one.documentId ? ', taken from a stored recording or paper' : ''}${one.helpedBy ? `, helped by ${one.helpedBy}` : ''}</span></li>`
