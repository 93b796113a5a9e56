import { mediaWords } from '#platform/files'
import { formFields } from '#platform/http'
import {
  button,
  details,
  errorsAbove,
  formatDate,
  formatDateTime,
  type Html,
  html,
  insetText,
  nothing,
  summaryList,
  textarea,
  warningText,
} from '#ui'
import type { DocumentRow } from '../../documents/readDocuments.ts'
import { documentKinds, scanWords, sizeWords } from '../../documents/words.ts'
import { Fields } from '../frame/fields.ts'
import { type DocumentView, pathOf } from './documentView.ts'
import { partForm } from './partForm.ts'
import { partItem } from './partItem.ts'
import { scannerMissing } from './scannerMissing.ts'

/** One document: how to open it or why one cannot, its facts, its parts. */
export function documentPage(view: DocumentView): Html {
  const { document, mayWrite } = view
  const isInUse = document.withdrawnAt === null
  return html`${errorsAbove(view.errors)}
<h1 class="govuk-heading-l">${document.title}</h1>
${opening(view)}
${facts(document)}
<h2 class="govuk-heading-m">Parts, and who may be shown them</h2>
<p class="govuk-body">Nobody outside the service is shown a part until somebody decides so here. The file is looked through for protected addresses first.</p>
${view.parts.map(part => partItem(view, part))}
${mayWrite && isInUse ? html`${partForm(view)}${withdrawForm(view)}` : nothing}`
}

function opening(view: DocumentView): Html {
  const { document, hasScanner } = view
  if (document.withdrawnAt !== null)
    return insetText({
      text: `Withdrawn ${formatDateTime(document.withdrawnAt)}: ${document.withdrawnReason ?? ''}`,
    })
  switch (document.scan) {
    case 'infected':
      return warningText({
        text: `This file is harmful (${document.scanRemark ?? 'unnamed'}) and stays locked. Do not open the copy you have, tell your IT service, and ask for a clean one.`,
        iconFallbackText: 'Warning',
      })
    case 'not_scanned':
      return hasScanner
        ? insetText({
            text: 'This file is being looked through for harm. It can be opened once that has passed, mostly within a minute.',
          })
        : scannerMissing
    default:
      return html`<p class="govuk-body">${button({ text: 'Download the file', href: `${pathOf(view)}/file` })}</p>`
  }
}

function facts(document: DocumentRow): Html {
  const rows: readonly (readonly [string, string | null])[] = [
    ['Kind', `${documentKinds[document.kind]}, ${document.direction === 'in' ? 'came in' : 'went out'}`],
    ['Dated', document.datedOn && formatDate(document.datedOn)],
    ['From', document.receivedFrom],
    ['File', `${document.fileName} (${mediaWords(document.mediaType)}, ${sizeWords(document.sizeBytes)})`],
    ['Added', `${formatDateTime(document.madeAt)}${document.madeByName ? ` by ${document.madeByName}` : ''}`],
    ['About', document.personIds.length === 1 ? 'This person' : `${document.personIds.length} people`],
    [
      'Looked through',
      `${scanWords[document.scan].short}${document.scannedAt ? `, ${formatDateTime(document.scannedAt)}` : ''}`,
    ],
    ['SHA-256', document.sha256.toString('hex')],
  ]
  return summaryList({
    rows: rows.map(([key, text]) => ({ key: { text: key }, value: { text: text ?? 'Not recorded' } })),
  })
}

function withdrawForm(view: DocumentView): Html {
  const { errors, sent } = view
  return details({
    summaryText: 'Withdraw this document',
    open: errors.of('reason') !== undefined,
    html: html`<form method="post" action="${pathOf(view)}/withdraw" novalidate data-keep-on-failure>
  ${formFields(view.keys)}
  <p class="govuk-body">For a file in the wrong record, say. It can no longer be opened, and stays listed as withdrawn.</p>
  ${textarea({ name: 'reason', label: { text: 'Why is it withdrawn?' }, rows: 2, value: new Fields(sent).typed('reason'), errorMessage: errors.of('reason') })}
  ${button({ text: 'Withdraw it', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>`,
  })
}
