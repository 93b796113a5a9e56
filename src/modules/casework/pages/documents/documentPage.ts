import { mediaWords } from '#platform/files'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  checkboxes,
  details,
  errorsAbove,
  type FieldErrors,
  formatDate,
  formatDateTime,
  type Html,
  html,
  input,
  insetText,
  nothing,
  select,
  summaryList,
  textarea,
  warningText,
} from '#ui'
import type { DocumentPart } from '../../documents/documentParts.ts'
import type { DocumentRow } from '../../documents/readDocuments.ts'
import { audiences, documentKinds, scanWords, sizeWords, sourceKinds } from '../../documents/words.ts'
import { Fields } from '../frame/fields.ts'
import { scannerMissing } from './scannerMissing.ts'

/** Everything that a document's page shows. */
export type DocumentView = {
  readonly personId: Uuid
  readonly document: DocumentRow
  readonly parts: readonly DocumentPart[]
  readonly mayWrite: boolean
  readonly hasScanner: boolean
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly keys: FormKeys
}

/** One document: how to open it or why one cannot, its facts, its parts. */
export function documentPage(view: DocumentView): Html {
  const { document, mayWrite } = view
  const isInUse = document.withdrawnAt === null
  return html`${errorsAbove(view.errors)}
<h1 class="govuk-heading-l">${document.title}</h1>
${opening(view)}
${facts(document)}
<h2 class="govuk-heading-m">Parts, and who may be shown them</h2>
<p class="govuk-body">Nobody outside the service is shown a part until somebody decides so here.</p>
${view.parts.map(part => partItem(view, part))}
${mayWrite && isInUse ? html`${partForm(view)}${withdrawForm(view)}` : nothing}`
}

const pathOf = ({ personId, document }: DocumentView): string =>
  `/people/${personId}/documents/${document.id}`

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

function partItem(view: DocumentView, part: DocumentPart): Html {
  const { mayWrite, document, errors } = view
  const shownTo = part.mayBeShownTo.map(audience => audiences[audience]).join(', ') || 'Nobody'
  const source = `${sourceKinds[part.sourceKind]}${part.sourceName ? ` (${part.sourceName})` : ''}`
  return html`<h3 class="govuk-heading-s" id="part-${part.id}">${part.label}${part.pages ? `, pages ${part.pages}` : ''}</h3>
${summaryList({
  rows: [
    { key: { text: 'Source' }, value: { text: source } },
    {
      key: { text: 'Somebody else’s' },
      value: { text: part.isThirdParty ? 'Yes: about or from somebody else' : 'No' },
    },
    {
      key: { text: 'May be shown to' },
      value: {
        text:
          part.decidedAt === null
            ? 'Nobody (not decided)'
            : `${shownTo}, decided ${formatDateTime(part.decidedAt)}`,
      },
    },
  ],
})}
${errors.of(`part-${part.id}`) ? html`<p class="govuk-error-message">${errors.of(`part-${part.id}`)?.text}</p>` : nothing}
${mayWrite && document.withdrawnAt === null ? decisionForm(view, part) : nothing}`
}

function decisionForm(view: DocumentView, part: DocumentPart): Html {
  return details({
    summaryText: `Decide who may be shown: ${part.label}`,
    html: html`<form method="post" action="${pathOf(view)}/parts/${part.id}" novalidate>
  ${formFields(view.keys)}<input type="hidden" name="version" value="${part.version}">
  ${checkboxes({
    name: 'shown_to',
    idPrefix: `shown-${part.id}`,
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'May be shown to' } },
    items: Object.entries(audiences).map(([value, text]) => ({ value, text })),
    values: [...part.mayBeShownTo],
  })}
  ${button({ text: 'Save the decision', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`,
  })
}

function partForm(view: DocumentView): Html {
  const { errors, sent } = view
  const typed = new Fields(sent)
  return details({
    summaryText: 'Add a part',
    open: ['label', 'pages', 'source', 'source_name'].some(name => errors.of(name)),
    html: html`<form method="post" action="${pathOf(view)}/parts" novalidate data-keep-on-failure>
  ${formFields(view.keys)}
  ${input({ name: 'label', label: { text: 'What the part is' }, value: typed.typed('label'), errorMessage: errors.of('label') })}
  ${input({ name: 'pages', label: { text: 'Pages (optional)' }, classes: 'govuk-input--width-5', value: typed.typed('pages'), errorMessage: errors.of('pages') })}
  ${select({
    name: 'source',
    label: { text: 'Where it comes from' },
    items: [
      { value: '', text: 'Select one' },
      ...Object.entries(sourceKinds).map(([value, text]) => ({ value, text })),
    ],
    value: typed.typed('source'),
    errorMessage: errors.of('source'),
  })}
  ${input({ name: 'source_name', label: { text: 'Who or which service (optional)' }, value: typed.typed('source_name'), errorMessage: errors.of('source_name') })}
  ${checkboxes({ name: 'third_party', idPrefix: 'part-third-party', items: [{ value: 'yes', text: 'It tells something about, or from, somebody else' }] })}
  ${button({ text: 'Add the part', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`,
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
