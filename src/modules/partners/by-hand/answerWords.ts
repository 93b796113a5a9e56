import type { NoticeQuestion } from '../notices/queries/questions.ts'
import { childrenOf, toldOf } from '../told/kinds.ts'
import type { ToldPerson } from '../told/toldPerson.ts'
import type { Answered, WayOfSending } from './answerNotice.ts'

type Reason = NoticeQuestion['reason']
export type AnswerKind = Answered['answer']

export const reasonWords: Readonly<Record<Reason, string>> = {
  no_match: 'Nobody of the record fits',
  many_matches: 'Somebody of the record may be the child',
  no_school: 'No school can be told',
  school_differs: 'The police name another school than the record: the one on the record was told',
  sensitive: 'No school was told: decide who should know',
}

export const answerWords: Readonly<Record<AnswerKind, string>> = {
  matched: 'It is the person of the record whom I selected',
  not_known_here: 'Nobody on record: it stands at the front door as a contact',
  sent_on: 'Not ours: it goes to another council',
  school_told: 'I told the school myself',
  seen: 'Seen, nothing more to decide',
}

export const wayWords: Readonly<Record<WayOfSending, string>> = {
  secure_email: 'By secure e-mail',
  telephone_and_email: 'By telephone, and then by secure e-mail',
  in_person: 'Handed over',
}

/** Whether it asks who the child is. */
export const asksWho = ({ reason }: Pick<NoticeQuestion, 'reason'>): boolean =>
  reason === 'no_match' || reason === 'many_matches'

/** What may be answered: of who the child is nothing is only seen. */
export const answersTo = (question: Pick<NoticeQuestion, 'reason'>): readonly AnswerKind[] =>
  asksWho(question) ? ['matched', 'not_known_here', 'sent_on'] : ['school_told', 'sent_on', 'seen']

/** The child whom it is about, as the notice tells. */
export const childIn = ({ kind, told, place }: NoticeQuestion): ToldPerson | null =>
  childrenOf(toldOf(kind, told))[place] ?? null
