import { csvLink, pageLinks } from '#modules/agencies'
import { mediaWords } from '#platform/files'
import { button, denseTable, formatDate, formatDateTime, type Html, html, nothing, select, tag } from '#ui'
import type { DocumentFilter, DocumentRow } from '../../documents/readDocuments.ts'
import { documentKinds, scanWords, sizeWords } from '../../documents/words.ts'
import type { OpenLetter } from '../../letters/readLetters.ts'
import { type RecordFrame, whyLine } from '../frame/recordFrame.ts'
import { statusTag } from '../letters/statusTag.ts'
import { scannerMissing } from './scannerMissing.ts'

/** Everything that the list of documents shows. */
export type DocumentsView = {
  readonly frame: RecordFrame
  /** Those of this page. */
  readonly documents: readonly DocumentRow[]
  readonly count: number
  readonly letters: readonly OpenLetter[]
  readonly filter: DocumentFilter
  readonly hasScanner: boolean
  readonly page: number
  readonly path: string
}

/** A person's documents, and the letters that are not sent yet. */
export function documentsPage(view: DocumentsView): Html {
  const { frame, path, documents } = view
  const base = `/people/${frame.identity.id}`
  return html`<h1 class="govuk-heading-l">Documents</h1>
${whyLine(frame.sights)}
${frame.keepsPapers ? actions(base) : nothing}
${view.hasScanner ? nothing : scannerMissing}
${letters(base, view.letters)}
<h2 class="govuk-heading-m">Documents</h2>
${filterForm(view)}
${
  documents.length === 0
    ? html`<p class="govuk-body">No document is recorded that matches.</p>`
    : denseTable({
        caption: 'Documents',
        captionClasses: 'govuk-visually-hidden',
        head: [{ text: 'Title' }, { text: 'Kind' }, { text: 'Dated' }, { text: 'Added' }, { text: 'File' }],
        rows: documents.map(row => cells(base, row)),
      })
}
${pageLinks(path, view.page, view.count, 'documents')}
${view.count > 0 ? html`<div class="kith-no-print">${csvLink(path, 'Download this list (CSV)')}</div>` : nothing}`
}

const actions = (base: string): Html => html`<div class="govuk-button-group kith-no-print">
  ${button({ text: 'Add a file', href: `${base}/documents/new` })}
  ${button({ text: 'Write a letter', href: `${base}/letters/new`, classes: 'govuk-button--secondary' })}
</div>`

function letters(base: string, open: readonly OpenLetter[]): Html {
  if (open.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">Letters not sent</h2>
<ul class="govuk-list">${open.map(
    letter =>
      html`<li><a class="govuk-link" href="${base}/letters/${letter.id}">${letter.subject}</a>, to ${letter.recipientRelation} ${statusTag(letter.status)}</li>`,
  )}</ul>`
}

function filterForm({ path, filter }: DocumentsView): Html {
  const [place = ''] = path.split('?')
  return html`<form method="get" action="${place}" class="kith-no-print">
  ${select({
    name: 'kind',
    label: { text: 'Kind' },
    items: [
      { value: '', text: 'All kinds' },
      ...Object.entries(documentKinds).map(([value, text]) => ({ value, text })),
    ],
    value: filter.kind,
  })}
  ${select({
    name: 'direction',
    label: { text: 'Came in or went out' },
    items: [
      { value: '', text: 'Both' },
      { value: 'in', text: 'Came in' },
      { value: 'out', text: 'Went out' },
    ],
    value: filter.direction,
  })}
  ${select({
    name: 'show',
    label: { text: 'Which' },
    items: [
      { value: '', text: 'In use' },
      { value: 'locked', text: 'Not released' },
      { value: 'withdrawn', text: 'Withdrawn' },
    ],
    value: filter.show,
  })}
  ${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>`
}

function cells(base: string, row: DocumentRow) {
  const { isReleased, short } = scanWords[row.scan]
  const locked = isReleased
    ? nothing
    : html` ${tag({ text: short, classes: row.scan === 'infected' ? 'govuk-tag--red' : 'govuk-tag--yellow' })}`
  return [
    {
      html: html`<a class="govuk-link" href="${base}/documents/${row.id}">${row.title}</a>${locked}${row.personIds.length > 1 ? html`<br><span class="govuk-body-s">About ${row.personIds.length} people</span>` : nothing}`,
    },
    { text: `${documentKinds[row.kind]}, ${row.direction === 'in' ? 'came in' : 'went out'}` },
    { text: row.datedOn ? formatDate(row.datedOn) : 'Not known' },
    { text: formatDateTime(row.madeAt) },
    { text: `${mediaWords(row.mediaType)}, ${sizeWords(row.sizeBytes)}` },
  ]
}
