import {
  documentsOf,
  type Fields,
  type FormValues,
  lineField,
  oneOf,
  oneOfMany,
  severalOf,
  textField,
} from '#modules/casework'
import type { Work } from '#platform/db'
import type { Route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type FieldErrors, type Html, html, insetText, nothing } from '#ui'
import { type AnswerWanted, noteAnswers } from '../commands/noteOfCopy.ts'
import type { Copy } from '../queries/readCopies.ts'
import { numbered } from '../rules/numbered.ts'
import { besideRoute } from './besideRoute.ts'
import { aboveMeeting, copyParams } from './frame.ts'
import { paperForm } from './longForm.ts'
import { openCopy, subjectsOfCopy } from './openCopy.ts'

type Context = {
  readonly copy: Copy
  readonly isOwn: boolean
  /** Stored recordings and papers that the words may be taken from. */
  readonly documents: readonly { readonly id: Uuid; readonly title: string }[]
}
type Parsed = {
  readonly answers: readonly AnswerWanted[]
  readonly how: 'in_person' | 'telephone' | 'in_writing' | 'recording'
  readonly helpedBy: string | null
}

const stances = { agrees: 'Agrees', disagrees: 'Does not agree', '': 'Says nothing to that' }
const hows = {
  in_person: 'In person',
  telephone: 'By telephone',
  in_writing: 'In writing',
  recording: 'On a recording',
} as const
const asks = { wants_advocate: 'An advocate', wants_interpreter: 'An interpreter' }
const LONGEST = 20_000

/** `/copies/:copyId/answers`: what the recipient says, verbatim; by the worker or administrator, or an invited professional of their own copy. */
const answerForm = paperForm<{ copyId: Uuid }, Context, Parsed>({
  url: '/copies/:copyId/answers',
  params: copyParams,
  name: 'copy-answers',
  title: 'Write down an answer',
  summary: {
    show: 'The form for what somebody says of their copy',
    send: 'Writes down what somebody says of their copy',
  },
  submit: 'Write down',
  path: ({ copyId }) => `/copies/${copyId}/answers`,
  cancel: ({ copyId }) => `/copies/${copyId}`,
  async open({ work, params: { copyId } }) {
    const opened = await openCopy(work, copyId)
    if (
      opened === null ||
      work.knownAt !== null ||
      opened.copy.status !== 'released' ||
      !(opened.around.maySend || opened.isOwn)
    )
      return null
    const { copy, around, isOwn } = opened
    return {
      context: { copy, isOwn, documents: around.isLine ? await storedOf(work, copy) : [] },
      above: aboveMeeting(around),
      subjectIds: subjectsOfCopy(copy),
    }
  },
  fresh: () => ({ how: 'in_person' }),
  fields: answerFields,
  parse: parseAnswers,
  async save({ answers, how, helpedBy }, { copy, isOwn }, { work }) {
    if (answers.length === 0)
      return {
        outcome: 'refused',
        issues: [{ path: ['words'], message: 'Enter what they say, or select an answer to a part' }],
      }
    await noteAnswers(work, copy.id, answers, { givenAt: work.now, givenHow: how, helpedBy, isOwn })
    return { outcome: 'saved', location: `/copies/${copy.id}`, success: 'Written down' }
  },
  order: ['words', 'wants', 'how', 'helped'],
})

/** Files of the copy's children that came in. */
async function storedOf(work: Work, { personIds }: Copy): Promise<Context['documents']> {
  const found = new Map<Uuid, { readonly id: Uuid; readonly title: string }>()
  for (const personId of personIds)
    for (const { id, title } of await documentsOf(work, personId, { direction: 'in' }))
      found.set(id, { id, title })
  return [...found.values()]
}

function answerFields({ copy, documents }: Context, values: FormValues, errors: FieldErrors): Html {
  const of = { values, errors }
  return html`<p class="govuk-body">Write what ${copy.name} says in their own words. Nothing that is kept here is changed later: more can be added.</p>
${numbered(copy).map(
  ({
    number,
    heading,
    words,
  }) => html`<h2 class="govuk-heading-m">${number}. ${heading}</h2>${words === '' ? nothing : insetText({ html: html`<span class="kith-typed">${words}</span>` })}
${oneOf(`stance-${number}`, `What does ${copy.name} say to ${number}?`, stances, of)}${textField(`say-${number}`, `Words to ${number} (optional)`, of, undefined, 2)}`,
)}
<h2 class="govuk-heading-m">All of it</h2>
${oneOf('understood', 'Did they understand it?', { understood: 'Yes', not_understood: 'No', '': 'Not said' }, of)}
${textField('words', 'In their own words, or the transcript of a recording', of, undefined, 5)}
${documents.length === 0 ? nothing : oneOfMany('document', 'The recording or paper that these words were taken from (optional)', Object.fromEntries(documents.map(({ id, title }) => [id, title])), of)}
${textField('wants', 'What do they want from the meeting?', of)}
${severalOf('asks', 'Do they ask for somebody?', asks, of)}
${oneOf('how', 'How did they say it?', hows, of)}
${lineField('helped', 'Who helped them say it? (optional)', of, 'An advocate or an interpreter')}`
}

function parseAnswers(fields: Fields, { copy, documents }: Context): Parsed | null {
  const answers: AnswerWanted[] = []
  for (const { number } of numbered(copy)) {
    const stance = fields.typed(`stance-${number}`)
    const words = fields.text(`say-${number}`, LONGEST)
    if (stance === 'agrees' || stance === 'disagrees') answers.push({ part: number, kind: stance, words })
    else if (words !== null) answers.push({ part: number, kind: 'comment', words })
  }
  const understood = fields.typed('understood')
  if (understood === 'understood' || understood === 'not_understood')
    answers.push({ part: null, kind: understood, words: null })
  const words = fields.text('words', LONGEST)
  const documentId = documents.find(({ id }) => id === fields.typed('document'))?.id ?? null
  if (words !== null) answers.push({ part: null, kind: 'own_words', words, documentId })
  const wants = fields.text('wants', LONGEST)
  if (wants !== null) answers.push({ part: null, kind: 'wants_from_meeting', words: wants })
  for (const ask of ['wants_advocate', 'wants_interpreter'] as const)
    if (fields.isTicked('asks', ask)) answers.push({ part: null, kind: ask, words: null })
  const how = fields.choice(
    'how',
    ['in_person', 'telephone', 'in_writing', 'recording'] as const,
    'Select how they said it',
  )
  const helpedBy = fields.text('helped', 200)
  return how === null ? null : { answers, how, helpedBy }
}

export const answerRoutes: readonly Route[] = [...answerForm, besideRoute]
