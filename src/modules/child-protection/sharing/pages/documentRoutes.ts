import { documentsOf, recordReaders, recordWriters } from '#modules/casework'
import type { Work } from '#platform/db'
import { readApart, type ServedFiles } from '#platform/files'
import { type FormKeys, formFields, notFound, type Reply, type Route, route } from '#platform/http'
import { button, errorsAbove, type FieldErrors, fieldErrors, formatDate, html, radios } from '#ui'
import { wordsOfFile } from '../commands/wordsOfFile.ts'
import { addParts, changePaper } from '../commands/writePaper.ts'
import type { Paper } from '../rules/paper.ts'
import { type AroundPaper, aboveMeeting, aroundPaper, paperParams, sentText, subjectsOf } from './frame.ts'

const common = { url: '/papers/:paperId/document', purpose: 'casework', params: paperParams } as const
type Document = Awaited<ReturnType<typeof documentsOf>>[number]

/** Files of the paper's children that are released and came from somebody else. */
async function offered(work: Work, { personIds }: Paper): Promise<readonly Document[]> {
  const found = new Map<string, Document>()
  for (const personId of personIds)
    for (const one of await documentsOf(work, personId, { direction: 'in' }))
      if (one.scan === 'clean' && !one.mediaType.startsWith('image/')) found.set(one.id, one)
  return [...found.values()]
}

async function page(work: Work, around: AroundPaper, form: FormKeys, errors: FieldErrors): Promise<Reply> {
  const documents = await offered(work, around.paper)
  return {
    kind: 'page',
    status: errors.list.length > 0 ? 422 : 200,
    hasErrors: errors.list.length > 0,
    title: 'Take in a file',
    content: html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Take in a file</h1>${aboveMeeting(around)}
<p class="govuk-body">The words of the file become a part of this paper; the file itself is given to nobody. Text that its pages do not show is shown to you, and you decide what becomes of it.</p>
${
  documents.length === 0
    ? html`<p class="govuk-body">No file of these children came in that could be taken.</p>`
    : html`<form method="post" action="/papers/${around.paper.id}/document" novalidate>${formFields(form)}
${radios({
  name: 'document',
  idPrefix: 'document',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'Which file?', classes: 'govuk-fieldset__legend--s' } },
  items: documents.map(({ id, title, receivedFrom, datedOn }) => ({
    value: id,
    text: `${title}${receivedFrom ? `, from ${receivedFrom}` : ''}${datedOn ? `, ${formatDate(datedOn)}` : ''}`,
  })),
  errorMessage: errors.of('document'),
})}${button({ text: 'Take in', preventDoubleClick: true })}</form>`
}<p class="govuk-body"><a class="govuk-link" href="/papers/${around.paper.id}">Cancel</a></p>`,
    shown: { resource: 'paper', subjectIds: subjectsOf(around) },
  }
}

const mayTake = (around: AroundPaper | null): around is AroundPaper =>
  around?.mayWrite === true && around.isLine && around.paper.documentId === null

const show = route({
  ...common,
  method: 'GET',
  admits: recordReaders,
  summary: 'Files whose words a paper may take in',
  async handle({ work, params: { paperId }, form }): Promise<Reply> {
    const around = await aroundPaper(work, paperId)
    return mayTake(around) ? page(work, around, form, fieldErrors([])) : notFound
  },
})

const send = route({
  ...common,
  method: 'POST',
  admits: recordWriters,
  summary: 'Takes the words of a file into a paper',
  async handle({ work, params: { paperId }, sent, form, files }): Promise<Reply> {
    const around = await aroundPaper(work, paperId)
    if (!mayTake(around)) return notFound
    const document = (await offered(work, around.paper)).find(({ id }) => id === sentText(sent, 'document'))
    if (document === undefined || files === undefined)
      return page(
        work,
        around,
        form,
        fieldErrors([{ path: ['document'], message: 'Select a file' }], ['document']),
      )
    const unseen = await takeIn(work, around.paper, document, files)
    return {
      kind: 'redirect',
      location: `/papers/${paperId}`,
      success: unseen ? 'Taken in. Something in it needs your decision' : 'Taken in',
    }
  },
})

/** @returns whether somebody has to read it, or to decide of text that its pages do not show */
async function takeIn(work: Work, paper: Paper, document: Document, files: ServedFiles): Promise<boolean> {
  const file = await files.store.get(document.id, document.storedKey)
  if (file.kind !== 'found')
    throw new Error(`The file of document ${document.id} is ${file.kind}: run "kith verify files"`)
  const { seen, hidden, unread } = wordsOfFile(await readApart(document.mediaType, file.bytes))
  await changePaper(work, paper, {
    document_id: document.id,
    unread,
    hidden_words: hidden,
  })
  await addParts(work, paper.id, [
    {
      heading: document.title,
      words: seen === '' ? 'Nothing of this file could be read by machine: write here what it says.' : seen,
      personIds: [],
      source: 'agency',
      sourceWords: document.receivedFrom,
      isThirdParty: false,
      offeredTo: [],
      dataClass: 'B3',
      line: null,
      origin: { kind: 'document', id: document.id, words: seen },
      pairs: [],
    },
  ])
  return unread !== null || hidden !== null
}

export const documentRoutes: readonly Route[] = [show, send]
